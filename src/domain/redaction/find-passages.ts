// What in a report may have to be removed for a reader: names of people other than that reader and the child, ways to reach them,
// and what the council or the family has said must be kept out. A list for a person to decide on, never a decision: it cannot
// know whom a name belongs to, and a name that nothing introduces is found only if somebody is on record by it.

import { folded, placesOf } from './folded.ts'
import { patternsOf } from './contact-patterns.ts'
import { namesByRelation, titledNames } from './introduced-names.ts'
import type { FoundAs, Passage } from './passage.ts'
import type { RemovalReason } from './reasons.ts'

export interface WhatIsKnown {
  /** People on record who are neither the reader nor the child: family members, other children, whoever is named. */
  readonly others: readonly string[]
  /** Never suggested: the child, the reader, and the professionals who write and decide in their own name. */
  readonly spared: readonly string[]
  readonly keptOut: readonly { readonly term: string; readonly reason: RemovalReason }[]
  /** Lines and postcodes of addresses, with whether they are confidential. */
  readonly addresses: readonly { readonly words: string; readonly isConfidential: boolean }[]
}

const shortestNamePart = 3

export function findPassages(text: string, known: WhatIsKnown): Passage[] {
  const plain = folded(text)
  const spared = new Set(known.spared.flatMap(partsOf))
  const isSpared = (name: string): boolean => partsOf(name).every((part) => spared.has(part))
  const at = (words: string, reason: RemovalReason, foundAs: FoundAs): Passage[] => placesOf(words, plain).map((place) => ({ ...place, reason, foundAs }))
  /** The whole name; then each part of it that is nobody's who is spared, where it is written as a name is. */
  const ofName = (name: string, foundAs: FoundAs): Passage[] => [
    ...at(name, 'third-party', foundAs),
    ...initialed(name).flatMap((one) => at(one, 'third-party', foundAs)),
    ...partsOf(name).filter((part) => part.length >= shortestNamePart && !spared.has(part))
      .flatMap((part) => at(part, 'third-party', foundAs).filter(({ start }) => isCapital(text, start))),
  ]
  const introduced = namesByRelation(text).filter((name) => !isSpared(name))
  const titled = titledNames(text).filter((name) => !isSpared(name))
  return joined([
    ...known.keptOut.flatMap(({ term, reason }) => at(term, reason, 'kept-out')),
    ...known.addresses.flatMap(({ words, isConfidential }) => at(words, isConfidential ? 'confidential-address' : 'third-party', 'address')),
    ...known.others.filter((name) => !isSpared(name)).flatMap((name) => ofName(name, 'name-on-record')),
    ...introduced.flatMap((name) => ofName(name, 'name-introduced')),
    ...titled.flatMap((name) => ofName(name, 'titled-name')),
    ...patternsOf(text),
  ])
}

const partsOf = (name: string): string[] => folded(name).split(/[^\p{L}\p{N}']+/u).filter((part) => part.length > 1)

/** "D Harker" and "D. Harker" for Dean Harker. */
function initialed(name: string): string[] {
  const [first = '', ...rest] = name.trim().split(/\s+/)
  const last = rest.at(-1)
  return last === undefined ? [] : [`${first.charAt(0)} ${last}`, `${first.charAt(0)}. ${last}`]
}

const isCapital = (text: string, at: number): boolean => /\p{Lu}/u.test(text.charAt(at))

/** In the order of the text, what overlaps or touches joined; the reason that was found first stands. */
export function joined(passages: readonly Passage[]): Passage[] {
  const out: Passage[] = []
  for (const { passage } of passages.map((one, index) => ({ passage: one, index })).toSorted((a, b) => a.passage.start - b.passage.start || a.index - b.index)) {
    const last = out.at(-1)
    if (last === undefined || passage.start >= last.end) out.push(passage)
    else out[out.length - 1] = { ...(strength(passage.reason) > strength(last.reason) ? passage : last), start: last.start, end: Math.max(last.end, passage.end) }
  }
  return out
}

/** Where two reasons meet, the one that protects most is named. */
const strength = (reason: RemovalReason): number => ['third-party', 'privilege', 'serious-harm', 'safeguarding', 'confidential-address'].indexOf(reason)
