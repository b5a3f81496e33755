// What the front of an older plan says of itself: whose it is, when it was made and issued, by which council, and the setting that it
// names. Read to be compared with the record and confirmed by a person, never taken as it is.

import type { PlainDate } from '../calendar/plain-date.ts'
import { inTwoLanguages } from './columns.ts'
import { daySaid } from './day-said.ts'
import { headingSaid } from './section-headings.ts'
import type { WordBlock, WordFile, WordParagraph } from './word-file.ts'

export interface PlanFacts {
  readonly givenName?: string
  readonly familyName?: string
  readonly bornOn?: PlainDate
  readonly upn?: string
  readonly nhsNumber?: string
  readonly firstMadeOn?: PlainDate
  readonly issuedOn?: PlainDate
  readonly reviewedOn?: PlainDate
  readonly council?: string
  readonly setting?: string
  /** It says of itself that it is a draft or a proposed plan. */
  readonly isDraft?: true
}

type Key = 'name' | 'givenName' | 'familyName' | 'bornOn' | 'upn' | 'nhsNumber' | 'firstMadeOn' | 'issuedOn' | 'reviewedOn' | 'council' | 'setting'

const labels: readonly (readonly [Key, RegExp])[] = [
  ['familyName', /^(?:(?:child|pupil|young person)['’]?s? )?(?:surname|family name|last name)$/iu],
  ['givenName', /^(?:(?:child|pupil|young person)['’]?s? )?(?:fore ?names?(?:\(s\))?|first names?(?:\(s\))?|given names?(?:\(s\))?|christian names?)$/iu],
  ['name', /^(?:(?:my |full |legal )?name(?: of (?:the )?(?:child|young person|pupil|student)(?: ?\/ ?(?:young person|child))?)?|(?:the )?(?:child|young person|pupil|student|learner)(?: ?\/ ?(?:young person|child))?(?:['’]?s?)? ?(?:full |legal )?name|(?:child|young person|pupil|student)|this (?:ehc )?plan (?:is for|belongs to))$/iu],
  ['bornOn', /^(?:(?:my )?date of birth|d\.?o\.?b\.?|born(?: on)?|birth ?date)$/iu],
  ['upn', /^(?:upn|unique pupil (?:number|reference)(?: \(upn\))?)$/iu],
  ['nhsNumber', /^nhs (?:number|no\.?)$/iu],
  ['firstMadeOn', /^(?:date (?:of )?(?:the )?(?:first|original|initial)\b.*|(?:first|original|initial) (?:final )?(?:ehc )?(?:plan|issue)\b.*|(?:ehc )?plan first (?:made|issued)\b.*|date (?:the )?(?:ehc )?plan (?:was )?first (?:made|issued|finalised).*)$/iu],
  ['reviewedOn', /^(?:date of (?:the )?(?:last|latest|most recent|annual) (?:annual )?review(?: meeting)?|(?:last|latest|most recent) (?:annual )?review(?: meeting| date| held)?(?: on)?|(?:plan )?(?:last )?reviewed(?: on)?|annual review (?:meeting )?(?:held|date)(?: on)?)$/iu],
  ['issuedOn', /^(?:date (?:of )?(?:this |the |current |latest |amended |final )*(?:version|issue|final plan|plan|ehc plan|ehcp|amendment)(?: issued| finalised| final)?|(?:date )?(?:plan )?(?:issued|finalised)(?: on)?|(?:current|amended|latest|final)(?: amended| final)* (?:ehc |ehcp )?(?:plan|version)?(?: date| issued(?: on)?| dated)?|(?:final|amended final) plan date|this version|date amended|issue date|plan date|date issued|dated?)$/iu],
  ['council', /^(?:(?:responsible |maintaining |home )?(?:local authority|council|la)(?: name)?)$/iu],
  ['setting', /^(?:(?:current |named |name of )?(?:school|setting|nursery|college|educational (?:setting|placement|establishment)|placement)(?: name| attended| named)?|name of (?:the )?(?:school|setting|institution|college|nursery|provider)\b.*)$/iu],
]

/** Labels that say the same wherever they stand; the others are looked for before the first section alone. */
const strong: ReadonlySet<Key> = new Set<Key>(['bornOn', 'upn', 'nhsNumber', 'firstMadeOn', 'reviewedOn'])

/** What comes before the first section, with what is printed on each page. */
function frontOf(blocks: readonly WordBlock[]): WordBlock[] {
  const isSection = (block: WordBlock): boolean => paragraphsOf([block]).some((one) => headingSaid(one.text, { isHeading: one.isBold || one.level !== undefined || one.place === 'text-box' })?.isLettered === true)
  const first = blocks.findIndex(isSection)
  const end = first < 0 ? Math.min(blocks.length, 25) : blocks[first]?.kind === 'table' ? first + 1 : first
  return [...blocks.slice(0, end), ...blocks.slice(end).filter((block) => block.kind === 'paragraph' && (block.place === 'header' || block.place === 'footer'))]
}

export interface Pair { readonly label: string; readonly value: string }

/** The labels and values that the facts were read from: a person confirms them as facts, and they are no lines of the plan. */
export interface ReadFacts { readonly facts: PlanFacts; readonly from: readonly Pair[] }

export const planFacts = (file: WordFile, placement: readonly string[]): PlanFacts => readFacts(file, placement).facts

export function readFacts(file: WordFile, placement: readonly string[]): ReadFacts {
  const found = new Map<Key, string>()
  const from: Pair[] = []
  const keep = (key: Key, pair: Pair): void => {
    found.set(key, pair.value.trim())
    from.push(pair)
  }
  for (const pair of pairsIn(frontOf(file.blocks))) {
    const key = keyOf(pair.label)
    if (key !== undefined && !found.has(key) && isFitting(key, pair.value)) keep(key, pair)
  }
  for (const pair of pairsIn(file.blocks)) {
    const key = keyOf(pair.label)
    if (key !== undefined && strong.has(key) && !found.has(key) && isFitting(key, pair.value)) keep(key, pair)
  }
  const all = paragraphsOf(file.blocks)
  const front = all.filter(({ place }) => place !== 'note' && place !== 'hidden').slice(0, 25).concat(all.filter(({ place }) => place === 'header' || place === 'footer'))
  const name = found.get('name') ?? titleName(front)
  const council = found.get('council') ?? councilIn(front)
  const setting = settingIn(placement) ?? found.get('setting')
  const issued = front.map(({ text }) => /^(?:(?:amended|final|current)\s+)+(?:ehc\s+)?plan\b[\s:,–-]*(?:dated|issued(?: on)?|of)?[\s:]*(\d.{5,25})$/iu.exec(text)?.[1]).find((text) => text !== undefined && daySaid(text) !== undefined)
  if (issued !== undefined && !found.has('issuedOn')) found.set('issuedOn', issued)
  const day = (key: Key): PlainDate | undefined => { const text = found.get(key); return text === undefined ? undefined : daySaid(text) }
  const isDraft = front.some(({ text }) => /\b(?:draft|proposed)\b/iu.test(text) && text.split(/\s+/).length <= 14 && !/\b(?:no|not a|previous|earlier|after|following)\b/iu.test(text))
  const facts: PlanFacts = Object.fromEntries(Object.entries({
    ...namesOf(name, found.get('givenName'), found.get('familyName')),
    bornOn: day('bornOn'), upn: found.get('upn')?.replaceAll(/\s/g, '').toUpperCase(), nhsNumber: found.get('nhsNumber')?.replaceAll(/\D/g, ''),
    firstMadeOn: day('firstMadeOn'), issuedOn: day('issuedOn'), reviewedOn: day('reviewedOn'), council, setting, ...(isDraft ? { isDraft: true } : {}),
  }).filter(([, value]) => value !== undefined))
  return { facts, from }
}

const keyOf = (label: string): Key | undefined => {
  const words = label.replaceAll(/\s+/g, ' ').replace(/[\s:?*]+$/u, '').trim()
  return [words, ...inTwoLanguages(words)].map((one) => labels.find(([, pattern]) => pattern.test(one))?.[0]).find((key) => key !== undefined)
}

function isFitting(key: Key, value: string): boolean {
  if (value.trim() === '' || value.length > 120) return false
  if (['bornOn', 'firstMadeOn', 'issuedOn', 'reviewedOn'].includes(key)) return daySaid(value) !== undefined
  if (key === 'upn') return /^[A-Z]\s?[\d\s]{12,14}[A-Z\d]?$/iu.test(value.trim())
  if (key === 'nhsNumber') return value.replaceAll(/\D/g, '').length === 10
  if (key === 'name' || key === 'givenName' || key === 'familyName') return /^[\p{L}][\p{L}\p{M}'’ .,()-]{1,79}$/u.test(value.trim())
  return /\p{L}/u.test(value)
}

/** "Tahsin, Rewan" and "Rewan TAHSIN" and "Rewan Tahsin". The last word is the family name unless capitals or a comma say otherwise. */
function namesOf(name: string | undefined, given: string | undefined, family: string | undefined): { givenName?: string; familyName?: string } {
  if (given !== undefined && family !== undefined) return { givenName: given, familyName: proper(family) }
  const whole = (name ?? '').replace(/\(.*?\)/gu, ' ').replaceAll(/\s+/g, ' ').trim()
  if (whole === '') return { ...(given === undefined ? {} : { givenName: given }), ...(family === undefined ? {} : { familyName: proper(family) }) }
  const comma = /^([^,]+),\s*(.+)$/u.exec(whole)
  if (comma !== null) return { givenName: comma[2] ?? '', familyName: proper(comma[1] ?? '') }
  const words = whole.split(' ')
  const shouted = words.findIndex((word) => word.length > 1 && /^[\p{Lu}'’-]+$/u.test(word))
  const cut = shouted > 0 && words.some((word) => /\p{Ll}/u.test(word)) ? shouted : Math.max(1, words.length - 1)
  const [first, last] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')]
  return { ...(first === '' ? {} : { givenName: proper(first) }), ...(last === '' ? {} : { familyName: proper(last) }) }
}

const proper = (name: string): string => (/\p{Ll}/u.test(name) ? name : name.toLowerCase().replaceAll(/(?<![\p{L}’'])\p{L}|(?<=['’-])\p{L}/gu, (letter) => letter.toUpperCase()))

const person = String.raw`([\p{Lu}][\p{L}\p{M}'’-]+(?: [\p{Lu}][\p{L}\p{M}'’-]+){1,4})`
const inTitle = new RegExp(String.raw`^(?:(?:final|amended|draft|proposed)\s+)*(?:education,?\s+health\s+(?:and|&)\s+care|ehc)p?\s*(?:\(ehc\)\s*)?(?:plan)?\s*(?:for|of|[:–-])\s*${person}`, 'iu')
const ownTitle = new RegExp(String.raw`^${person}['’]s?\s+(?:[Ee]ducation|EDUCATION|EHC)`, 'u')

function titleName(front: readonly WordParagraph[]): string | undefined {
  for (const { text } of front) {
    const found = inTitle.exec(text)?.[1] ?? ownTitle.exec(text)?.[1]
    if (found !== undefined && /^\p{Lu}/u.test(found) && !/\b(?:plan|care|council|education|section)\b/iu.test(found)) return found
  }
  return undefined
}

const councilName = /\b((?:[\p{Lu}][\p{L}'’-]+ (?:(?:and|of|upon|with|on|the) )?){1,5}(?:(?:County|City|Borough|District|Metropolitan|Unitary|London) )*(?:Borough )?Council)\b/u
const boroughOf = /\b((?:London|Royal|Metropolitan) Borough of [\p{Lu}][\p{L}]+(?: (?:and|upon) [\p{Lu}][\p{L}]+)*)\b/u

function councilIn(front: readonly WordParagraph[]): string | undefined {
  for (const { text } of front) {
    const found = councilName.exec(text)?.[1] ?? boroughOf.exec(text)?.[1]
    if (found !== undefined) return found
  }
  return undefined
}

/** Section I in a council's words: a label with the name behind it, or a sentence that is no more than a name. */
function settingIn(placement: readonly string[]): string | undefined {
  for (const text of placement) {
    const cut = /^([^:.]{3,60}):\s*(.{3,90})$/u.exec(text)
    if (cut !== null && /\bname\b|\b(?:school|setting|college|placement)\b/iu.test(cut[1] ?? '') && !/\btype\b(?!.*\bname\b)/iu.test(cut[1] ?? '')) return tidy(cut[2] ?? '')
    const within = /\b((?:[\p{Lu}][\p{L}'’.-]+ ){1,6}(?:School|Academy|College|Nursery|Centre))\b/u.exec(text)
    if (within !== null) return tidy(within[1] ?? '')
    if (/^[\p{Lu}][\p{L}'’ .-]{3,60}$/u.test(text) && text.split(' ').length <= 7) return tidy(text)
  }
  return undefined
}
const tidy = (text: string): string => text.split('\n')[0]?.replace(/[.;,]$/u, '').trim() ?? ''

const paragraphsOf = (blocks: readonly WordBlock[]): WordParagraph[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsOf(cell.blocks)))))

/** Every label with its value: side by side in a table, in one paragraph, or one under the other. */
function pairsIn(blocks: readonly WordBlock[]): Pair[] {
  const pairs: Pair[] = []
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'table') {
      for (const { cells } of block.rows) {
        const texts = cells.map((cell) => paragraphsOf(cell.blocks).map(({ text }) => text).join('\n').trim())
        for (let at = 0; at + 1 < texts.length; at += 1) pairs.push({ label: texts[at] ?? '', value: texts[at + 1] ?? '' })
        for (const cell of cells) pairs.push(...pairsIn(cell.blocks))
      }
      // Labels in a row of heads, values in the row below.
      for (const [row, { cells }] of block.rows.entries()) {
        const below = block.rows[row + 1]?.cells ?? []
        if (below.length === cells.length) for (const [at, cell] of cells.entries()) pairs.push({ label: paragraphsOf(cell.blocks).map(({ text }) => text).join(' '), value: paragraphsOf(below[at]?.blocks ?? []).map(({ text }) => text).join(' ') })
      }
      continue
    }
    for (const line of block.text.split('\n')) {
      for (const part of line.split(/\t+|\s{3,}|\s\|\s/)) {
        const cut = /^([^:]{2,60}):\s*(.+)$/u.exec(part.trim())
        if (cut !== null) pairs.push({ label: cut[1] ?? '', value: cut[2] ?? '' })
        const born = /^(d\.?o\.?b\.?|date of birth)\s+(\d.*)$/iu.exec(part.trim())
        if (born !== null) pairs.push({ label: born[1] ?? '', value: born[2] ?? '' })
      }
      const tabbed = /^([^\t]{2,60})\t+(.+)$/u.exec(line)
      if (tabbed !== null) pairs.push({ label: tabbed[1] ?? '', value: tabbed[2] ?? '' })
    }
    const next = blocks[index + 1]
    if (next?.kind === 'paragraph' && block.text.length <= 60) pairs.push({ label: block.text, value: next.text })
  }
  return pairs
}
