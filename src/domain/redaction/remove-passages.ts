// The copy: made from what stays. Words that are removed are not in it at all; a short label stands in their place. Where blocks
// are known, only what stands in a block comes along, so that nothing between them slips through.

import { folded, placesOf } from './folded.ts'
import type { Place } from './folded.ts'
import type { RemovalReason } from './reasons.ts'
import { removalReasonRows } from './reasons.ts'

export interface Removal extends Place {
  readonly reason: RemovalReason
}

export interface CopyText<B extends Place> {
  readonly text: string
  readonly blocks: readonly B[]
}

/** Removals must be in order and may not overlap (`joined`). */
export function removePassages<B extends Place>(text: string, blocks: readonly B[], removals: readonly Removal[]): CopyText<B> {
  const copied: B[] = []
  let out = ''
  let before: B | undefined
  for (const block of blocks) {
    const words = wordsLeft(text, block, removals).trim()
    if (words === '') continue
    if (before !== undefined) out += text.slice(before.end, block.start).includes('\n\n') || !text.slice(before.end, block.start).includes('\n') ? '\n\n' : '\n'
    copied.push({ ...block, start: out.length, end: out.length + words.length })
    out += words
    before = block
  }
  return { text: out, blocks: copied }
}

/** A removal that runs over several blocks leaves its label where it begins, and nothing of the others. */
function wordsLeft(text: string, { start, end }: Place, removals: readonly Removal[]): string {
  let out = ''
  let at = start
  for (const removal of removals) {
    if (removal.end <= start || removal.start >= end) continue
    out += text.slice(at, Math.max(at, removal.start))
    if (removal.start >= start) out += removalReasonRows[removal.reason].label
    at = Math.min(end, Math.max(at, removal.end))
  }
  return out + text.slice(at, end)
}

/** Words of two letters say nothing alone; these are part of too much else to be looked for. */
const shortest = 3

/**
 * Removed words that still stand in a text, whole or in part: a first name, when first and last name were removed. `spared` are the
 * names that may stand. Numbers and addresses are compared without their spaces.
 */
export function leftBehind(removed: readonly string[], text: string, spared: readonly string[] = []): string[] {
  const plain = folded(text)
  const tight = plain.replaceAll(/[\s()-]/g, '')
  const allowed = new Set(spared.flatMap((name) => folded(name).split(/[^\p{L}\p{N}']+/u)))
  const left = new Set<string>()
  for (const words of removed) {
    if (placesOf(words, plain).length > 0) left.add(words)
    const squeezed = folded(words).replaceAll(/[\s()-]/g, '')
    if (/\d/.test(squeezed) && squeezed.length >= 5 && tight.includes(squeezed)) left.add(words)
    const parts = words.split(/[\s,;]+/)
    // A whole sentence has words that stand everywhere; only what is short is a name.
    for (const part of parts.length > 4 ? [] : parts) {
      const bare = part.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/['’]s$/u, '')
      const isName = /^\p{Lu}\p{L}/u.test(bare) && bare.length >= shortest && !allowed.has(folded(bare))
      if (isName && placesOf(bare, plain).some(({ start }) => /\p{Lu}/u.test(text.charAt(start)))) left.add(bare)
    }
  }
  return [...left]
}
