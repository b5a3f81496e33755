// The life of a plan: how it began (asked for, moved in, or from before the hub), its years, and its end.

import type { CessationCode } from '../domain/ceasing/cease-codes.ts'
import { attend, settingOn, type Attending } from './attending.ts'
import { assess, finalOn, sha, timesFor } from './assessment.ts'
import { dateOf, workingDay } from './days.ts'
import { appealContents, appealedPlans, disputeDecision, mediate, mediatedPlans } from './disputes.ts'
import { endPlan } from './endings.ts'
import { luckOf, type Body, type Luck, type Times } from './lateness.ts'
import type { Ledger } from './ledger.ts'
import { reviewYears } from './plan-years.ts'
import { national } from './published.ts'
import type { PlanVersionId, ReviewId } from '../domain/ids.ts'
import { randomOf, type Random } from './random.ts'
import { refusedBefore, type Officer, type Standing, type World } from './world.ts'

export interface Life {
  readonly world: World
  readonly ledger: Ledger
  readonly random: Random
  readonly officer: Officer
  readonly bornOn: number
  readonly attending: Attending
  readonly standing: Standing
}

export interface Held { readonly held: number; readonly endedOn?: number; readonly code?: CessationCode }

/** Plans of before this day were statements (Children and Families Act 2014, s.36, in force on 1 September 2014). */
const firstPlans = 16_314

export function livePlan(life: Life, { held, endedOn, code }: Held): void {
  const { world, ledger, random, bornOn, attending, officer } = life
  const { today, hubFrom } = world
  const until = endedOn ?? today
  const began = endedOn === undefined ? beganOn(held, today, random) : workingDay(endedOn - 200 - held * 365 + Math.floor(random.next() * 365))
  const start = Math.max(began, bornOn + 330, firstPlans)
  if (start < hubFrom) {
    // Plans change year by year: what was brought in is the wording of the last amendment before the hub.
    const issuedOn = random.chance(0.6) ? Math.max(start, workingDay(hubFrom - 30 - Math.floor(random.next() * 500))) : start
    const settingName = settingOn(attending, issuedOn)?.name
    const [planId, versionId] = [random.id<never>(), random.id<PlanVersionId>()]
    ledger.add(start, {
      type: 'older-plan-brought-in', planId, versionId, documentId: random.id<never>(), issuedOn: dateOf(issuedOn), ...(settingName === undefined ? {} : { settingName }),
    })
    lastReviewBefore(life, { start, issuedOn, versionId })
    ledger.add(Math.min(today, workingDay(hubFrom + 20)), { type: 'officer-assigned', personId: officer.id })
    attend(ledger, attending, hubFrom, until)
    continuePlan(life, start, until, code)
  } else if (random.chance(national.ourEstimates.transferredInOfBegun)) {
    const moveId = random.id()
    ledger.add(start, { type: 'plan-transferred-in', moveId, from: 'Another council', sha256: sha(random), planFirstMadeOn: dateOf(Math.max(bornOn + 300, firstPlans, start - 400 - Math.floor(random.next() * 1200))) })
    ledger.add(start, { type: 'officer-assigned', personId: officer.id })
    ledger.add(workingDay(start + 10 + Math.floor(random.next() * 25)), { type: 'transfer-told', moveId, willReassess: random.chance(0.1), reviewOn: dateOf(start + 200) })
    attend(ledger, attending, start, until)
    continuePlan(life, start, until, code)
  } else {
    const { issuedOn, requestedOn } = begin(life, start, endedOn === undefined ? today : Math.max(start, endedOn - 70))
    attend(ledger, attending, requestedOn, until)
    continuePlan(life, issuedOn, until, code)
  }
}

/** What was brought in with a plan: the decision after its last review, where the wording is that of an amendment or any papers were kept. */
function lastReviewBefore({ world: { seed, hubFrom }, ledger }: Life, { start, issuedOn, versionId }: { readonly start: number; readonly issuedOn: number; readonly versionId: PlanVersionId }): void {
  // Chance of its own, so that nothing that comes after it is another for it.
  const own = randomOf(seed, 'review before the hub', versionId)
  const reviewId = own.id<ReviewId>()
  if (issuedOn > start + 60) {
    ledger.add(workingDay(issuedOn - 30 - own.between(0, 20)), { type: 'review-decision-notified', reviewId, outcome: 'amend' })
    ledger.add(issuedOn, { type: 'amended-final-issued', reviewId, versionId })
  } else if (start < hubFrom - 400 && own.chance(keptPapers)) ledger.add(workingDay(hubFrom - 20 - own.between(0, 330)), { type: 'review-decision-notified', reviewId, outcome: 'maintain' })
}

/** Our own guess: of older plans that were not amended lately, the share with the decision after a review among their papers. */
const keptPapers = 0.8

/** The day on which a plan was begun that has been held for so many calendar years (counted from a fortnight before the day, as survey days lie). */
function beganOn(held: number, today: number, random: Random): number {
  const yearEnd = today - 14
  if (held === 0) return workingDay(yearEnd + Math.floor(random.next() * 14))
  return workingDay(yearEnd - held * 365 + Math.floor(random.next() * 365))
}

const calmest: Readonly<Record<Body, number>> = { school: -2, paediatrician: -2, therapist: -2, psychologist: -2, 'social-care': -2, officer: -2, setting: -2 }

/** An assessment that ended with a plan on about that day: what it took, counted back. */
function begin(life: Life, wantedOn: number, lastDay: number): { readonly issuedOn: number; readonly requestedOn: number } {
  const { world, ledger, random, officer, bornOn, attending } = life
  const luck: Luck = luckOf(random)
  // Who waited for whom depends on the day of the request, and the day of the request on how long it took: tried twice.
  let requestedOn = workingDay(wantedOn - 150)
  for (let round = 0; round < 2; round += 1) requestedOn = workingDay(wantedOn - timesFor({ world, officer, luck, requestedOn }).final)
  // Nobody was asked about before the age of about half a year: a child this young was simply not kept waiting.
  const isTooYoung = requestedOn < bornOn + 150
  let from = isTooYoung ? Math.max(bornOn + 150, workingDay(wantedOn - 139)) : requestedOn
  const calm = { world: { ...world, pressure: { ...world.pressure, level: -4 } }, officer, luck: { ...luck, decided: -2, own: calmest } }
  const timesFrom = (on: number): Times => timesFor(isTooYoung ? { ...calm, requestedOn: on } : { world, officer, luck, requestedOn: on })
  let tookTimes = timesFrom(from)
  // The plan is in force on the day, or before it ends: whoever would still wait was asked about earlier.
  for (let tries = 0; tries < 200 && finalOn(from, tookTimes) > lastDay; tries += 1) {
    from = workingDay(from - Math.max(7, finalOn(from, tookTimes) - lastDay))
    tookTimes = timesFrom(from)
  }
  const setting = settingOn(attending, finalOn(from, tookTimes))
  const assessing = { world, ledger, random, officer, luck, requestedOn: from, age: Math.floor((from - bornOn) / 365.25), ...(setting === undefined ? {} : { setting }) }
  if (random.chance(refusedBefore) && from - 420 > bornOn + 300) refuseFirst(life, from)
  return { issuedOn: assess(assessing, 'plan', tookTimes), requestedOn: from }
}

/** Asked for once before, refused, and asked for again once the disagreement was over. */
function refuseFirst({ world, ledger, random, officer, bornOn, attending }: Life, secondOn: number): void {
  const requestedOn = workingDay(secondOn - 260 - Math.floor(random.next() * 150))
  if (requestedOn < world.hubFrom) return
  const luck = luckOf(random)
  const setting = settingOn(attending, requestedOn)
  const assessing = { world, ledger, random, officer, luck, requestedOn, age: Math.floor((requestedOn - bornOn) / 365.25), ...(setting === undefined ? {} : { setting }) }
  const times = timesFor(assessing)
  const decidedOn = assess(assessing, 'refused', { ...times, decided: Math.min(times.decided, 60) })
  if (decidedOn + 190 < secondOn) disputeDecision(ledger, random, decidedOn, 'assess', { mediated: 0.4, appealed: 0 }, 'given-up')
}

function continuePlan(life: Life, from: number, until: number, code: CessationCode | undefined): void {
  const { world, ledger, random, officer, bornOn, attending } = life
  const lastOfYears = code === undefined ? until : until - 1
  reviewYears({ world, ledger, random, officer, bornOn, attending, from, until: lastOfYears })
  const first = Math.max(from + 30, world.hubFrom + 30)
  const years = (lastOfYears - first) / 365
  if (years > 0 && random.chance(appealedPlans(world.area.profile) * years)) appealContents(ledger, random, first + Math.floor(random.next() * (lastOfYears - first)), lastOfYears)
  else if (years > 0 && random.chance(mediatedPlans(world.area.profile) * years)) mediate(ledger, random, Math.min(first + Math.floor(random.next() * (lastOfYears - first)), lastOfYears - 60))
  if (code !== undefined) endPlan(ledger, random, { code }, until, from)
}
