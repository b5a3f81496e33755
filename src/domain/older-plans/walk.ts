// Where the reading of a file stands: in which section, under which heading, and what was said so far.

import { guessNeedArea } from '../advice/guess-mark.ts'
import type { NeedArea } from '../plan/line.ts'
import type { Section } from '../plan/sections.ts'
import type { Column } from './columns.ts'
import { partOf } from './columns.ts'
import type { Piece, PieceRole, Sureness } from './piece.ts'
import type { HeadingSaid, Opened } from './section-headings.ts'

export interface Words {
  role: PieceRole
  text: string
  section?: Section
  sure: Sureness
  why: string
  under?: string
  area?: NeedArea
  rows: number[]
}

export interface Walk {
  /** Undefined before the first section and after the last. */
  opened: Opened | undefined
  sure: Sureness
  heading: string
  /** A heading inside the section: "Strengths", "Communication and interaction". */
  under: string | undefined
  area: NeedArea | undefined
  /** A label that says what the words under it are: "Outcome", "Provision". */
  column: Column | undefined
  /** Words that wait for what they stand before: a label, or "Rewan will have:". */
  label: string | undefined
  intro: string | undefined
  /** Joins what stands under one run of labels, or in one row. */
  row: number
  /** Where this section or table begins in what was said: parts belong to nothing before it. */
  from: number
  readonly said: Words[]
}

export const beginWalk = (): Walk => ({ opened: undefined, sure: 'sure', heading: '', under: undefined, area: undefined, column: undefined, label: undefined, intro: undefined, row: 0, from: 0, said: [] })

export const shortened = (text: string): string => {
  const words = text.replaceAll(/\s+/g, ' ').trim()
  return words.length <= 90 ? words : `${words.slice(0, 88).trimEnd()}…`
}

/** A section's heading: what was waiting for words above it is a line of its own. */
export function openSection(walk: Walk, said: HeadingSaid, text: string): void {
  endLabel(walk)
  Object.assign(walk, { opened: said.opens, sure: said.sure, heading: shortened(text), under: undefined, area: undefined, column: undefined })
  walk.from = walk.said.length
  const heading = said.rest === undefined ? text : text.slice(0, text.length - said.rest.length)
  walk.said.push({ role: 'heading', text: heading.trim(), sure: said.sure, why: 'A heading of the form', rows: [] })
}

export function openNothing(walk: Walk, text: string): void {
  endLabel(walk)
  Object.assign(walk, { opened: undefined, sure: 'sure', heading: shortened(text), under: undefined, area: undefined, column: undefined })
  add(walk, text)
}

/** A heading inside a section. Areas of need are kept in the lines' boxes; other headings stand before the first words under them. */
export function openPart(walk: Walk, text: string): void {
  endLabel(walk)
  walk.under = shortened(text)
  walk.column = undefined
  const area = guessNeedArea([text])
  if (area !== undefined && (walk.opened === 'B' || walk.opened === 'several')) {
    walk.area = area
    walk.said.push({ role: 'heading', text, sure: 'sure', why: 'An area of need', rows: [] })
    return
  }
  walk.label = text
}

/** A label or an introduction with nothing after it is kept as words of its own. */
export function endLabel(walk: Walk): void {
  const { label, intro } = walk
  walk.label = undefined
  walk.intro = undefined
  if (label !== undefined) add(walk, label)
  if (intro !== undefined) add(walk, intro)
}

const rank: Partial<Record<Column, number>> = { need: 1, 'health-need': 1, 'social-need': 1, strength: 1, outcome: 2, provision: 3, 'health-provision': 3, 'social-provision': 3 }

/** A label that says what the words under it are. A run of need, outcome and provision belongs together. */
export function openColumn(walk: Walk, column: Column, text: string): void {
  endLabel(walk)
  const [before, now] = [walk.column === undefined ? undefined : rank[walk.column], rank[column]]
  if (before === undefined || (now !== undefined && now <= before)) walk.row += 1
  walk.column = column
  walk.under = shortened(text)
  walk.said.push({ role: 'heading', text, sure: 'sure', why: 'A label of the form', rows: [] })
}

/** Where words of this column belong in the section that is open. */
export function sectionOf(column: Column | undefined, opened: Opened | undefined): Section | undefined {
  const usual = opened === undefined || opened === 'several' || opened === 'H' ? undefined : opened
  // What somebody hopes for, or is named where, is no outcome and no provision.
  if (usual === 'A' || usual === 'I' || usual === 'J' || usual === 'K') return usual
  switch (column) {
    case 'need': case 'strength':
      if (usual === 'C' || usual === 'G') return 'C'
      return usual === 'D' || usual === 'H1' || usual === 'H2' || opened === 'H' ? 'D' : 'B'
    case 'outcome': return 'E'
    case 'provision':
      if (usual === 'C' || usual === 'G') return 'G'
      if (usual === 'H1' || usual === 'H2') return usual
      return usual === 'D' || opened === 'H' ? undefined : 'F'
    case 'health-need': return 'C'
    case 'social-need': return 'D'
    case 'health-provision': return 'G'
    case 'social-provision': return usual === 'H1' || usual === 'H2' ? usual : undefined
    case 'view': return 'A'
    default: return usual
  }
}

export interface Said {
  readonly column?: Column
  /** The head of the table's column. */
  readonly head?: string
  readonly rows?: readonly number[]
  readonly isGuess?: boolean
  readonly role?: PieceRole
}

/** Adds words where the walk stands, with what was waiting for them in front. */
export function add(walk: Walk, text: string, { column = walk.column, head, rows, isGuess = false, role = 'line' }: Said = {}): Words | undefined {
  const trimmed = text.replace(/^[•·▪●○◦‣]\s*/u, '').trim()
  if (!/[\p{L}\p{N}☑☒✓]/u.test(trimmed)) return undefined
  const isNote = isForWriter(trimmed)
  const section = role === 'line' && !isNote ? sectionOf(column, walk.opened) : undefined
  const isTold = column !== undefined && section !== undefined && section !== walk.opened
  const words: Words = {
    role, text: `${walk.label === undefined ? '' : before(walk.label)}${walk.intro === undefined ? '' : before(walk.intro)}${trimmed}`, why: isNote ? 'It reads like a note of the form to whoever fills it in' : whyOf(walk, section, isTold, head),
    sure: section === undefined || isGuess ? 'unsure' : surenessOf(walk, isTold, head !== undefined),
    rows: rows === undefined ? (walk.column === undefined ? [] : [walk.row]) : [...rows],
    ...(section === undefined ? {} : { section }), ...(walk.under === undefined ? {} : { under: walk.under }),
    ...(walk.area === undefined || section !== 'B' ? {} : { area: walk.area }),
  }
  walk.label = undefined
  walk.said.push(words)
  return words
}

/** Notes of the form to whoever fills it in, which were left standing, wait: they say what such a section must hold, and nothing of the child. */
const isForWriter = (text: string): boolean =>
  /\b(?:is|are) not part of (?:this|the) (?:ehc )?plan\b|^(?:this (?:section|space|box|page)|all (?:identified )?(?:special educational )?needs|(?:special educational )?provision|outcomes|please (?:see|list|state|describe|include|refer))\b[^.]{0,60}\b(?:must|should|can|include|local offer|state|describe|list|refer)\b/iu.test(text)

/** The heads of a table, and labels, say what a heading for several sections leaves open. */
function surenessOf({ opened, sure }: Walk, isTold: boolean, hasHead: boolean): Sureness {
  if (sure === 'unsure') return 'unsure'
  if (opened === 'several' || (hasHead && !isTold)) return 'sure'
  return isTold ? 'likely' : sure
}

const before = (label: string): string => (/[.:;?!–-]$/u.test(label) ? `${label} ` : `${label}: `)

function whyOf(walk: Walk, section: Section | undefined, isTold: boolean, head: string | undefined): string {
  const { heading, opened, under } = walk
  if (heading === '') return 'It stands before the first section'
  if (opened === undefined) return `It stands under “${heading}”, which is no section of a plan`
  if (opened === 'H' && section === undefined) return `It stands under “${heading}”, which does not say whether it is section H1 or H2`
  if (section === undefined) return `It stands under “${heading}”, which does not say what these words are`
  if (head !== undefined) return `It stands in the column “${shortened(head)}”, under “${heading}”`
  return isTold && under !== undefined ? `It stands under “${under}”, in “${heading}”` : `It stands under “${heading}”`
}

/** Adds a part to the words that it belongs to: how often, who, by when. False where there is nothing that it could belong to. */
export function addPart(words: Words | undefined, label: string, text: string): boolean {
  if (words === undefined || words.section === undefined) return false
  const name = label.replace(/[\s:]+$/u, '')
  const part = text.replaceAll(/\s*\n\s*/g, '; ').trim()
  words.text = `${words.text}${/[.!?;:]$/u.test(words.text) ? '' : '.'} ${name}${/[?]$/u.test(name) ? '' : ':'} ${part}${/[.!?]$/u.test(part) ? '' : '.'}`
  return true
}

/** The line that a part said apart belongs to: "By when" to the last outcome, "How often" to the last provision, of this section or table. */
export const lastLine = (walk: Walk, column: Column): Words | undefined => {
  if (walk.label !== undefined) return undefined
  const isOfOutcome = partOf[column] === 'outcome'
  return walk.said.slice(walk.from).findLast(({ role, section }) => role === 'line' && section !== undefined && (section === 'E') === isOfOutcome)
}

export const pieceOf = (words: Words, id: number): Omit<Piece, 'kind' | 'fields'> => {
  const { area: _, ...rest } = words
  return { id, ...rest }
}
