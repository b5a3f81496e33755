// The plan of a pack, written out of its advice as a competent writer would: expected.json says what becomes of each line.

import assert from 'node:assert/strict'
import type { CaseKey } from '../../../src/casebook/open-case-file.ts'
import { paths } from '../../../src/paths.ts'
import type { Filled, PageReader } from '../../harness/page-reader.ts'
import { folded } from '../steps/advice.ts'
import { dateIn } from '../steps/dates.ts'
import type { Becomes, Drafted, Waiting } from '../steps/plan.ts'
import { addDirectPayment, decideGroup, draftedLines, linkLine, recordNone, waitingLines, wordLine } from '../steps/plan.ts'
import type { ExpectedNeed, ExpectedOutcome, ExpectedProvision, ExpectedView, Pack } from './pack.ts'

export type Item =
  | { readonly kind: 'view'; readonly item: ExpectedView }
  | { readonly kind: 'need'; readonly item: ExpectedNeed }
  | { readonly kind: 'outcome'; readonly item: ExpectedOutcome }
  | { readonly kind: 'provision'; readonly item: ExpectedProvision }

const all = ({ expected }: Pack): Item[] => [
  ...expected.views.map((item): Item => ({ kind: 'view', item })), ...expected.needs.map((item): Item => ({ kind: 'need', item })),
  ...expected.outcomes.map((item): Item => ({ kind: 'outcome', item })), ...expected.provision.map((item): Item => ({ kind: 'provision', item })),
]

export const sectionOf = ({ kind, item }: Item): string => (kind === 'view' ? 'A' : kind === 'outcome' ? 'E' : item.section)
const sectionsOf: Readonly<Record<Item['kind'], readonly string[]>> = { view: ['A'], need: ['B', 'C', 'D'], outcome: ['E'], provision: ['F', 'G', 'H1', 'H2'] }

/** The expected item whose anchor these words of a report are. */
function itemFor(pack: Pack, file: string, section: string, quote: string): Item | undefined {
  const here = all(pack).filter(({ kind, item }) => item.source === file && sectionsOf[kind].includes(section))
  const anchored = (matches: (anchor: string) => boolean): Item | undefined => here.find(({ item }) => matches(folded(item.anchor)))
  return anchored((anchor) => anchor === quote) ?? anchored((anchor) => quote.includes(anchor)) ?? anchored((anchor) => anchor.includes(quote))
}

/** What the writer answers: the author's gaps go back to the author, disagreements to a person, the rest is used or not. */
export function becomesOf(pack: Pack, answered: Item): Becomes {
  if (answered.kind === 'view' || answered.kind === 'need') return { does: 'use', section: sectionOf(answered) }
  const { item } = answered
  const flags = item.flags.join(', ').replaceAll('-', ' ')
  switch (item.action) {
    case 'use': return { does: 'use', section: sectionOf(answered) }
    case 'ask-author': return { does: 'ask-author', words: `Please say more: ${answered.kind === 'provision' ? answered.item.missing.join(', ') : flags}.` }
    case 'resolve': return { does: 'disagree', words: pack.expected.contradictions.find(({ items }) => items?.includes(item.id) === true)?.whatAWriterShouldDo ?? 'The reports differ; a person decides.' }
    case 'leave-out': return { does: 'not-used', words: `Not for the plan: ${flags === '' ? 'it says nothing that another line does not' : flags}.` }
  }
}

/** The plan writer, and the same person for the hundredth line that goes like the first. */
export interface Writers {
  readonly writer: PageReader
  readonly again: PageReader
}

export async function assemblePack({ writer, again }: Writers, pack: Pack, key: CaseKey, adviceIds: ReadonlyMap<string, string>): Promise<void> {
  const fileOf = new Map([...adviceIds].map(([file, id]) => [id, file]))
  await writer.get(paths.planAssemble(key))
  const waiting = waitingLines(writer)
  const isFirst = firstOfEach((group: string) => group.split('-')[0] ?? '')
  for (const group of new Set(waiting.map((line) => line.group))) {
    const answers = new Map(waiting.filter((line) => line.group === group).map((line): [string, Becomes] => [line.id, becomesOf(pack, mustFind(pack, fileOf, line))]))
    await decideGroup(isFirst(group) ? writer : again, key, group, answers)
  }
}

function mustFind(pack: Pack, fileOf: ReadonlyMap<string, string>, line: Waiting | Drafted): Item {
  const file = fileOf.get(line.adviceId) ?? ''
  const found = itemFor(pack, file, line.section, line.quote)
  if (found === undefined) throw new Error(`nobody expected "${line.quote.slice(0, 80)}" of ${file} in ${line.section}`)
  return found
}

/** Gives every line of the draft the writer's wording and the promise its numbers, and links the thread. Answers with each item's line. */
export async function writePack({ writer, again }: Writers, pack: Pack, key: CaseKey, adviceIds: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const fileOf = new Map([...adviceIds].map(([file, id]) => [id, file]))
  const lineOf = new Map<string, string>()
  const drafted: { line: Drafted; item: Item }[] = []
  for (const section of ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2']) {
    for (const line of await draftedLines(writer, key, section)) drafted.push({ line, item: mustFind(pack, fileOf, line) })
  }
  const isFirst = firstOfEach((line: Drafted) => line.section)
  for (const { line, item } of drafted) {
    assert.ok(!lineOf.has(item.item.id), `${item.item.id} stands twice`)
    lineOf.set(item.item.id, line.lineId)
    await wordLine(isFirst(line) ? writer : again, key, line.lineId, wordingOf(item))
  }
  const isFirstLinked = firstOfEach((line: Drafted) => line.section)
  for (const { line, item } of drafted) {
    const linked = linksOf(item).flatMap((id) => lineOf.get(id) ?? [])
    if (linked.length > 0) await linkLine(isFirstLinked(line) ? writer : again, key, line.lineId, linked)
  }
  return lineOf
}

/** Whether no other of its sort came before. */
function firstOfEach<T>(sortOf: (one: T) => string): (one: T) => boolean {
  const seen = new Set<string>()
  return (one) => {
    const sort = sortOf(one)
    if (seen.has(sort)) return false
    seen.add(sort)
    return true
  }
}

const linksOf = (linked: Item): readonly string[] =>
  (linked.kind === 'outcome' ? linked.item.needs : linked.kind === 'provision' ? [...linked.item.needs, ...linked.item.outcomes] : [])

const areas = ['communication-and-interaction', 'cognition-and-learning', 'social-emotional-mental-health', 'sensory-and-or-physical']
const periods = ['once', 'day', 'school-day', 'week', 'fortnight', 'month', 'half-term', 'term', 'year']
const kinds = ['teaching', 'adult-support', 'therapy-direct', 'therapy-group', 'programme-by-trained-adult', 'consultation', 'training', 'equipment', 'environment', 'strategy', 'review', 'nursing', 'care', 'short-break', 'other']

/** What is typed into the boxes of a line. Nothing that the advice does not say. */
function wordingOf(worded: Item): Filled {
  const { text } = worded.item
  switch (worded.kind) {
    case 'view': {
      const whose = /child|young/.test(worded.item.whose) ? 'child' : /parent|mother|father/.test(worded.item.whose) ? 'parent' : 'other'
      return { text, whose, ...(whose === 'child' ? {} : { whoseName: worded.item.whose }), howGathered: worded.item.howGathered ?? 'In their own words' }
    }
    case 'need': return { text, ...(areas.includes(worded.item.area) ? { area: worded.item.area } : {}) }
    // The measure stands in the outcome's own words, where it has one.
    case 'outcome': return { text, by: worded.item.by ?? '', measure: worded.item.smart.measurable ? text : '', ...(worded.item.pfaPathway === null || worded.item.pfaPathway === undefined ? {} : { pathway: worded.item.pfaPathway }) }
    case 'provision': return provisionWording(worded.item)
  }
}

function provisionWording({ text, kind, whoDelivers, ratio, duration, reviewer, reviewWhen, quantity }: ExpectedProvision): Filled {
  const number = (value: number | null | undefined, most: number): string => (value === null || value === undefined || !Number.isInteger(value) || value > most ? '' : String(value))
  return {
    text, provisionKind: kinds.includes(kind) ? kind : 'other', who: whoDelivers ?? '', what: text,
    minutes: number(quantity?.minutes, 6_000), times: number(quantity?.times, 1_000), per: periods.includes(quantity?.per ?? '') ? quantity?.per ?? '' : '', weeks: number(quantity?.weeks, 52),
    howLong: duration ?? '', groupSize: ratio ?? '', checkedBy: reviewer ?? '', checkedWhen: reviewWhen ?? '',
  }
}

/** Sections of which the advice says nothing: who says so, and when. */
export async function recordPackNones(writer: PageReader, pack: Pack, key: CaseKey, lineOf: ReadonlyMap<string, string>): Promise<void> {
  const socialCare = pack.case.advice.find(({ regulation6 }) => regulation6 === 'e')
  const says = { by: `${socialCare?.author ?? ''}, ${socialCare?.role ?? ''}`, on: socialCare?.dated ?? pack.case.request.decidedOn }
  const paid = pack.expected.provision.find(({ action, flags }) => action === 'use' && flags.includes('direct-payment'))
  if (paid !== undefined) await recordDirectPayment(writer, pack, key, { paid, lineOf, says })
  for (const section of ['C', 'D', 'G', 'H1', 'H2', 'J']) {
    await writer.get(paths.planSection({ ...key, section }))
    if (writer.root.querySelector('article.hub-plan-line') !== null) continue
    const by = section === 'J' ? `${pack.case.family[0]?.name ?? 'the parent'}, who was asked about a personal budget` : says.by
    await recordNone(writer, key, section, { by, on: says.on, text: 'None identified.' })
  }
}

/** The advice says what is paid for; the sum is the council's own decision and stands in no report. */
async function recordDirectPayment(
  writer: PageReader, pack: Pack, key: CaseKey, { paid, lineOf, says }: { paid: ExpectedProvision; lineOf: ReadonlyMap<string, string>; says: { by: string; on: string } },
): Promise<void> {
  await addDirectPayment(writer, key, {
    text: `A direct payment pays for: ${paid.text}`, amountPence: '74', per: 'week', recipient: pack.case.family[0]?.name ?? '', ...dateIn('consentOn', says.on),
    saidBy: says.by, ...dateIn('saidOn', says.on),
  })
  await writer.get(paths.planSection({ ...key, section: 'J' }))
  const lineId = (writer.root.querySelector('article.hub-plan-line')?.getAttribute('id') ?? '').replace(/^line-/, '')
  await linkLine(writer, key, lineId, [...paid.needs, ...paid.outcomes].flatMap((id) => lineOf.get(id) ?? []))
}
