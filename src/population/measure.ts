// Counts what the facts of children say, as the published statistics count. Nothing here knows how the children were made: it reads their facts,
// their days of birth, and the list of settings, to know what a setting is.

import { allOf, type Fact, type FactType, type RecordedFact } from '../domain/case-file/facts.ts'
import { ageOn } from '../domain/calendar/plain-date.ts'
import type { MadeChild } from './make-child.ts'
import { dateOf, dayOf, lastOf } from './days.ts'
import type { World } from './world.ts'

export class Counts {
  readonly #counts = new Map<string, number>()
  add(name: string, count = 1): void { this.#counts.set(name, (this.#counts.get(name) ?? 0) + count) }
  of(name: string): number { return this.#counts.get(name) ?? 0 }
  /** Every name that begins so, without its beginning. */
  under(start: string): [string, number][] { return [...this.#counts].flatMap(([name, count]) => (name.startsWith(start) ? [[name.slice(start.length), count]] : [])) }
}

/** The last whole year as the statistics have it: the calendar year before a survey day in the middle of January. */
const yearOf = (today: number): { readonly from: number; readonly to: number } => ({ from: today - 14 - 365, to: today - 15 })

type Of<T extends FactType> = RecordedFact<Extract<Fact, { type: T }>>
const day = ({ happenedOn }: RecordedFact): number => dayOf(happenedOn)

export function countChild(counts: Counts, world: World, child: MadeChild): void {
  const { facts } = child
  const { today } = world
  const year = yearOf(today)
  const inYear = (fact: RecordedFact | undefined): boolean => fact !== undefined && day(fact) >= year.from && day(fact) <= year.to
  counts.add('known')
  counts.add('facts', facts.length)
  const [start, end] = [facts.find(({ type }) => type === 'final-issued' || type === 'older-plan-brought-in' || type === 'plan-transferred-in'), facts.find(({ type }) => type === 'plan-ceased' || type === 'moved-out-of-area')]
  for (let back = 0; back <= 4; back += 1) {
    const then = today - Math.round(back * 365.25)
    if (start !== undefined && day(start) <= then && (end === undefined || day(end) > then)) counts.add(`in force/${back}`)
  }
  countRequests(counts, facts, inYear, today)
  countDisputes(counts, facts, inYear)
  if (start !== undefined && inYear(start)) {
    if (start.type === 'plan-transferred-in') counts.add('moved in')
    if (start.type === 'final-issued') {
      counts.add('begun')
      counts.add(`begun/sex/${child.sex}`)
      counts.add(`begun/need/${child.need}`)
      counts.add(`begun/age/${bandOfStart(ageOn(child.bornOn, start.happenedOn))}`)
    }
  }
  if (end !== undefined && inYear(end)) {
    counts.add('ceased')
    counts.add(`ceased/reason/${end.type === 'plan-ceased' ? end.code : 5}`)
    counts.add(`ceased/age/${bandOfEnd(ageOn(child.bornOn, dateOf(lastOf('08-31', day(end)))))}`)
  }
  if (start !== undefined && end === undefined) countPlan(counts, world, child, start)
}

const bandOfStart = (age: number): string => (age <= 4 ? '0-4' : age <= 10 ? '5-10' : age <= 15 ? '11-15' : '16-25')
const bandOfEnd = (age: number): string => (age < 11 ? 'under-11' : age <= 15 ? '11-15' : age < 20 ? `${age}` : '20-and-over')
const bandOfPlan = (age: number): string => (age <= 4 ? '0-4' : age <= 10 ? '5-10' : age <= 15 ? '11-15' : age <= 19 ? '16-19' : '20-25')

type InYear = (fact: RecordedFact | undefined) => boolean

function countRequests(counts: Counts, facts: readonly RecordedFact[], inYear: InYear, today: number): void {
  const asked = facts.filter((fact): fact is Of<'request-received'> | Of<'brought-to-attention'> => fact.type === 'request-received' || fact.type === 'brought-to-attention')
  for (const [index, request] of asked.entries()) {
    const next = asked[index + 1]?.seq ?? Number.POSITIVE_INFINITY
    const own = facts.filter(({ seq }) => seq > request.seq && seq < next)
    const decided = allOf(own, 'assessment-decided')[0]
    const [plan] = allOf(own, 'plan-decided')
    const [final] = allOf(own, 'final-issued')
    if (inYear(request)) {
      counts.add('requests')
      const withdrawn = allOf(own, 'request-withdrawn')[0]
      const byYearEnd = (fact: RecordedFact | undefined): boolean => fact !== undefined && day(fact) <= today - 15
      counts.add(`requests/${byYearEnd(withdrawn) ? 'withdrawn' : decided === undefined || !byYearEnd(decided) ? 'undecided' : decided.outcome}`)
      if (decided !== undefined) counts.add(day(decided) - day(request) <= 42 ? 'in six weeks' : 'after six weeks')
    }
    if (plan?.outcome === 'no-plan' && inYear(plan)) {
      counts.add('assessments ended/no plan')
      counts.add(day(plan) - day(request) <= 112 ? 'no plan in sixteen weeks' : 'no plan after sixteen weeks')
    }
    if (final !== undefined && inYear(final)) {
      counts.add('assessments ended/plan')
      if (allOf(own, 'excuse-claimed').length > 0) counts.add('exceptions')
      const took = day(final) - day(request)
      counts.add('weeks', took / 7)
      counts.add(took <= 140 ? 'timely/20' : took <= 364 ? 'timely/52' : 'timely/over')
      const [explained] = allOf(own, 'delay-explained')
      if (took > 140) counts.add(`late because/${explained?.because ?? 'nothing told'}`)
    }
  }
}

function countDisputes(counts: Counts, facts: readonly RecordedFact[], inYear: InYear): void {
  let about = 'plan'
  for (const fact of facts) {
    if (fact.type === 'assessment-decided' && fact.outcome === 'not-assess') about = 'assess'
    else if (fact.type === 'plan-decided' && fact.outcome === 'no-plan') about = 'issue'
    else if (fact.type === 'request-received' || fact.type === 'final-issued') about = 'plan'
    if (fact.type === 'mediation-asked-for' && inYear(fact)) counts.add(`mediation/${about}`)
    if (fact.type === 'appeal-lodged' && inYear(fact)) {
      counts.add('appeals')
      counts.add(`appeals/${about}`)
      const { appealId } = fact
      if (!facts.some((later) => (later.type === 'appeal-decided' || (later.type === 'appeal-step' && later.step === 'ended')) && later.appealId === appealId)) counts.add('appeals open')
    }
  }
}

function countPlan(counts: Counts, world: World, child: MadeChild, start: RecordedFact): void {
  const { facts } = child
  const { today } = world
  const age = ageOn(child.bornOn, dateOf(lastOf('08-31', today)))
  counts.add('plans')
  counts.add(`plans/sex/${child.sex}`)
  counts.add(`plans/need/${child.need}`)
  counts.add(`plans/ethnicity/${child.ethnicity}`)
  counts.add(`plans/age/${bandOfPlan(age)}`)
  const held = Math.max(0, Math.ceil((today - 14 - day(start)) / 365))
  counts.add(`plans/held/${Math.min(12, held)}`)
  const { group, category } = placementIn(world, facts)
  counts.add(`plans/placement/${group}`)
  if (category !== undefined) counts.add(`plans/category/${category}`)
  if (held >= 2) countReviews(counts, facts, today)
  const due = allOf(facts, 'phase-transfer-foreseen').find((fact) => fact.year === Number(dateOf(today + 30).slice(0, 4)))
  if (due !== undefined) {
    counts.add('transfers due')
    if (allOf(facts, 'next-placement-named').some(({ transferId }) => transferId === due.transferId)) counts.add('transfers named')
  }
  const officer = allOf(facts, 'officer-assigned').at(-1)
  if (officer !== undefined) counts.add(`officer/${officer.personId}`)
}

/** The last that was said of where a child goes. */
function placementIn(world: World, facts: readonly RecordedFact[]): { readonly group: string; readonly category?: string } {
  const last = facts.findLast(({ type }) => type === 'setting-began' || type === 'setting-ended' || type === 'educated-otherwise')
  if (last === undefined) return { group: 'not-recorded' }
  if (last.type !== 'setting-began') return { group: 'elsewhere', category: last.type === 'educated-otherwise' ? last.arrangement : 'none' }
  const setting = world.surroundings.settings.find(({ id }) => id === last.organisationId)
  return setting === undefined ? { group: 'not-recorded' } : { group: setting.group, category: setting.category }
}

function countReviews(counts: Counts, facts: readonly RecordedFact[], today: number): void {
  counts.add('reviews expected')
  const last = allOf(facts, 'review-meeting-held').at(-1)
  const { from, to } = yearOf(today)
  counts.add(`last meeting/${last === undefined ? 'none' : day(last) > to ? 'thisYear' : day(last) >= from ? 'lastYear' : 'earlier'}`)
  if (last === undefined) return
  const decided = allOf(facts, 'review-decision-notified').find(({ reviewId }) => reviewId === last.reviewId)
  if (decided === undefined) return
  counts.add(`outcome/${decided.outcome}`)
  counts.add(day(decided) - day(last) <= 28 ? 'decided in four weeks' : 'decided later')
}
