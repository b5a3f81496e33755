// The years of a plan: reviews, what is decided after them, amended plans, and the moves to the next phase that a plan must name in time.

import type { ReviewId } from '../domain/ids.ts'
import { schoolAgeOn, settingOn, type Attending, type Transfer } from './attending.ts'
import { dateOf, dayOf, monthOf, workingDay, yearOf } from './days.ts'
import type { Ledger } from './ledger.ts'
import { sha } from './assessment.ts'
import { randomOf, type Random } from './random.ts'
import { loadOf, type Officer, type World } from './world.ts'

export interface PlanYears {
  readonly world: World
  readonly ledger: Ledger
  readonly random: Random
  readonly officer: Officer
  readonly bornOn: number
  readonly attending: Attending
  /** The first day of the plan here, and the last. */
  readonly from: number
  readonly until: number
}

/** How often a review of a year reaches the council where anybody sends papers; fitted to what was published of last meetings. */
const reachesCouncil = 0.665
const reachesBeforeAMove = 0.86
/** Reviews that were held and of which no decision was ever written down. */
const neverDecided = 0.14
/** Our own guess: meetings before which everybody had what the others wrote. */
const circulated = 0.9
const amendShare = (schoolAge: number): number => (schoolAge >= 14 ? 0.6 : schoolAge >= 11 ? 0.5 : 0.55)
const spreadOfDays = 0.85

export function reviewYears(years: PlanYears): void {
  const { world, random, from, until, bornOn, attending } = years
  // With nobody to hold it, or a school that never sends papers, the council has no review on record, year after year.
  const setting = settingOn(attending, until)
  const isHeard = setting === undefined ? random.chance(attending.category === 'not-recorded' ? 0.85 : 0.6) : setting.sendsPapers > 0
  const firstDue = from + 300 + Math.floor(random.next() * 60)
  let last = from
  const firstYear = yearOf(Math.max(from, world.hubFrom)) - 1
  const usual = monthOf(firstDue)
  for (let startsIn = firstYear; startsIn <= yearOf(until); startsIn += 1) {
    const transfer = attending.transfers.find(({ year }) => year === startsIn + 1)
    const meeting = transfer === undefined ? annualMeeting(startsIn, usual, random) : workingDay(dayOf(`${startsIn}-09-12`) + Math.floor(random.next() * 58))
    const isReached = random.chance(transfer === undefined ? reachesCouncil : reachesBeforeAMove)
    if (transfer !== undefined) foresee(years, transfer, startsIn)
    if (!isHeard || !isReached || meeting < Math.max(firstDue - 100, world.hubFrom + 5) || meeting - last < 170 || meeting >= (until === world.today ? until + 35 : until - 60)) continue
    review(years, meeting, schoolAgeOn(bornOn, meeting), transfer)
    last = meeting
  }
}

/** In the month of the plan's own anniversary, and never in the summer holidays. */
function annualMeeting(startsIn: number, usual: number, random: Random): number {
  const month = usual === 8 ? 7 : usual
  const year = month >= 9 ? startsIn : startsIn + 1
  const day = dayOf(`${year}-${String(month).padStart(2, '0')}-01`) + Math.floor(random.next() * (month === 7 ? 18 : 28))
  return workingDay(month === 9 ? day + 6 : month === 1 ? Math.max(day, dayOf(`${year}-01-06`)) : day)
}

const ids = new WeakMap<Transfer, string>()

function foresee({ ledger, random, from, until }: PlanYears, transfer: Transfer, startsIn: number): void {
  const { kind, year } = transfer
  const day = workingDay(Math.max(dayOf(`${startsIn}-06-08`) + Math.floor(random.next() * 20), from + 10, ledger.hubFrom))
  if (day > until || day > dayOf(`${year}-02-01`)) return
  const transferId = random.id()
  ids.set(transfer, transferId)
  ledger.add(day, { type: 'phase-transfer-foreseen', transferId, kind, year, ...(kind === 'post-16-to-post-16' ? { transferOn: dateOf(dayOf(`${year}-09-01`)) } : {}) })
}

function review(years: PlanYears, meeting: number, schoolAge: number, transfer: Transfer | undefined): void {
  const { world, ledger, random, officer, attending, until } = years
  const reviewId = random.id<ReviewId>()
  const noInstitution = settingOn(attending, meeting) === undefined
  const add = (day: number, fact: Parameters<Ledger['add']>[1]): boolean => day <= until && ledger.add(day, fact)
  add(workingDay(meeting - 42), { type: 'review-meeting-arranged', reviewId, meetingOn: dateOf(meeting), noInstitution })
  add(workingDay(meeting - 14 - Math.floor(random.next() * 8)), { type: 'review-invitations-sent', reviewId, count: random.between(3, 8) })
  // Chance of its own, so that nothing that comes after it is another for it. Two weeks before the meeting, most of the time (reg 20(4)).
  if (randomOf(world.seed, 'circulated', reviewId).chance(circulated)) add(workingDay(meeting - 15), { type: 'review-advice-circulated', reviewId, count: 3 })
  add(meeting, { type: 'review-meeting-held', reviewId, noInstitution })
  const reportOn = workingDay(meeting + 5 + Math.floor(random.next() * 12))
  add(reportOn, { type: 'review-report-sent', reviewId })
  if (schoolAge >= 13) add(meeting, { type: 'adulthood-considered', reviewId })
  if (random.chance(transfer === undefined ? neverDecided : neverDecided / 2)) return
  // Four weeks from the meeting, or later: by the area's habit, the officer's number of plans, and how far behind the officers are just then.
  const behind = 0.35 * loadOf(officer) + 0.3 * world.pressure.quarter('officer', meeting) + 0.96 * random.normal()
  const days = Math.min(400, 32.5 * Math.exp(spreadOfDays * (behind - normalAt(world.area.decidedIn4Weeks))))
  const decidedOn = Math.max(reportOn, workingDay(meeting + Math.round(days)))
  const outcome = random.chance(transfer === undefined ? amendShare(schoolAge) : 0.84) ? 'amend' : 'maintain'
  if (!add(decidedOn, { type: 'review-decision-notified', reviewId, outcome }) || outcome === 'maintain') return
  const noticeOn = workingDay(decidedOn + (random.chance(0.7) ? 0 : Math.floor(random.next() * 20)))
  const noticed = add(noticeOn, { type: 'amendment-notice-sent', reviewId, channel: 'hub' })
  const weight = 0.4 * loadOf(officer) + 0.4 * world.pressure.quarter('officer', noticeOn) + random.normal()
  const finalOn = workingDay(noticeOn + Math.round(Math.min(300, (transfer === undefined ? 46 : 30) * Math.exp(0.45 * weight) + 16)))
  const next = transfer?.to
  const name = next?.name ?? settingOn(attending, finalOn)?.name
  if (!noticed || !add(finalOn, { type: 'amended-final-issued', reviewId, versionId: random.id<never>(), sha256: sha(random), ...(name === undefined ? {} : { settingName: name }) })) return
  const transferId = transfer === undefined ? undefined : ids.get(transfer)
  if (transferId !== undefined) ledger.addNaming(finalOn, { type: 'next-placement-named', transferId, how: next === undefined ? 'type' : 'setting', ...(next === undefined ? {} : { name: next.name }) })
}

/** The point of the normal distribution that has this share below it (Abramowitz and Stegun, 26.2.23: off by 0.0005 at most). */
export function normalAt(share: number): number {
  const tail = Math.min(share, 1 - share)
  const t = Math.sqrt(-2 * Math.log(Math.max(tail, 1e-9)))
  const far = t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t)
  return share < 0.5 ? -far : far
}
