// One page for the family and for a teacher (SEND Code of Practice 9.61: clear, concise, understandable). Made of the
// plan's own lines and of nothing else: a line is shown whole, or its first sentences are, and what is left out is counted.

import type { LineId } from '../ids.ts'
import type { PlanContent, PlanLine } from './line.ts'
import { linesInOrder } from './plan-order.ts'
import { promiseInWords } from './promise-words.ts'

export interface SummaryEntry {
  readonly lineId: LineId
  readonly text: string
  /** True when the line says more than the summary shows. */
  readonly isShortened: boolean
  /** Who does it, in the line's own words. */
  readonly who?: string
  /** How much and how often; a part that the line does not say is shown as not said. */
  readonly amount?: string
}

export const summaryTopics = ['what-matters', 'what-help', 'what-we-want', 'who-does-what'] as const
export type SummaryTopic = (typeof summaryTopics)[number]

export const summaryHeadings: Record<SummaryTopic | 'who-to-ask', string> = {
  'what-matters': 'What matters to me',
  'what-help': 'What I need help with',
  'what-we-want': 'What we want to happen',
  'who-does-what': 'Who does what, and how often',
  'who-to-ask': 'Who to ask',
}

export interface SummaryPart {
  readonly topic: SummaryTopic
  readonly entries: readonly SummaryEntry[]
  /** How many lines of the plan on this topic are not shown. */
  readonly notShown: number
}

export interface Contact {
  readonly name: string
  readonly role: string
  readonly reach: string
}

export interface PlanSummary {
  readonly parts: readonly SummaryPart[]
  readonly ask: readonly Contact[]
}

/** What fits on one side of A4 in large type. */
export const summaryBounds = {
  textLength: 140,
  whoLength: 50,
  contacts: 3,
  entries: { 'what-matters': 4, 'what-help': 5, 'what-we-want': 4, 'who-does-what': 6 },
} as const

/** Lines of a topic in groups that take turns, so that one long section does not fill the page. */
const groupsOf: Record<SummaryTopic, (content: PlanContent) => PlanLine[][]> = {
  'what-matters': (content) =>
    grouped(content, 'view', (line) => (line.fields.whose === 'child' ? '1' : `2 ${line.fields.whose ?? ''}`)),
  'what-help': (content) => grouped(content, 'need', (line) => `${line.section} ${line.fields.area ?? ''}`),
  'what-we-want': (content) => grouped(content, 'outcome', () => ''),
  'who-does-what': (content) => grouped(content, 'provision', (line) => line.section),
}

function grouped(content: PlanContent, kind: PlanLine['kind'], by: (line: PlanLine) => string): PlanLine[][] {
  const groups = new Map<string, PlanLine[]>()
  for (const line of linesInOrder(content.lines)) {
    if (line.kind === kind && line.text.trim() !== '') groups.set(by(line), [...(groups.get(by(line)) ?? []), line])
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, lines]) => lines)
}

function inTurns(groups: readonly (readonly PlanLine[])[], most: number): PlanLine[] {
  const longest = Math.max(0, ...groups.map((group) => group.length))
  const turns = Array.from({ length: longest }, (_, turn) => groups.flatMap((group) => group.slice(turn, turn + 1)))
  return linesInOrder(turns.flat().slice(0, most))
}

/** The text whole, or as many whole sentences as fit, or as many whole words, marked as cut. Always the beginning of the text. */
export function shortened(text: string, most: number): { text: string; isShortened: boolean } {
  const whole = text.trim()
  if (whole.length <= most) return { text: whole, isShortened: false }
  const ends = [...whole.matchAll(/[.!?][”’")]?(?=\s)/gu)]
    .map((found) => found.index + found[0].length)
    .filter((end) => end <= most)
  const end = ends.at(-1)
  if (end !== undefined) return { text: whole.slice(0, end), isShortened: true }
  const cut = whole.slice(0, most)
  const words = /\s/u.test(cut) ? cut.replace(/\s+\S*$/u, '') : firstLetters(whole, most - 1)
  return { text: `${words}…`, isShortened: true }
}

/** The beginning of a text within a length, never half of a letter that takes two units. */
function firstLetters(text: string, most: number): string {
  const cut = text.slice(0, most)
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut
}

function entryOf(line: PlanLine): SummaryEntry {
  const { who } = line.fields
  const isProvision = line.kind === 'provision'
  const amount = isProvision ? promiseInWords(line.fields) : undefined
  return {
    lineId: line.id,
    ...shortened(line.text, summaryBounds.textLength),
    ...(isProvision && who?.trim() && { who: shortened(who, summaryBounds.whoLength).text }),
    ...(amount !== undefined && { amount }),
  }
}

/** The one-page summary of a plan. `ask` is who the family may ask, the first first. */
export function summaryOf(content: PlanContent, ask: readonly Contact[]): PlanSummary {
  const parts = summaryTopics.map((topic): SummaryPart => {
    const groups = groupsOf[topic](content)
    const shown = inTurns(groups, summaryBounds.entries[topic])
    return { topic, entries: shown.map(entryOf), notShown: groups.flat().length - shown.length }
  })
  return { parts, ask: ask.slice(0, summaryBounds.contacts) }
}
