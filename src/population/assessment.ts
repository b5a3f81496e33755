// From the request to the plan, or to where it stopped: the facts of one assessment, each on the day on which its cause put it.

import { meanwhileForFamily, whyForFamily, type DelayReason, type PlainReason } from '../domain/case-file/delay-reasons.ts'
import type { AdviceItem, Requester } from '../domain/case-file/facts.ts'
import type { PlanId, RequestId } from '../domain/ids.ts'
import { dateOf, workingDay } from './days.ts'
import { advisers, timesOf, twentyWeeks, type Adviser, type Cause, type Luck, type Times } from './lateness.ts'
import type { Ledger } from './ledger.ts'
import { national } from './published.ts'
import { randomOf, type Random } from './random.ts'
import type { Setting, Surroundings } from './surroundings.ts'
import { loadOf, type Officer, type World } from './world.ts'

export interface Assessing {
  readonly world: World
  readonly ledger: Ledger
  readonly random: Random
  readonly officer: Officer
  readonly luck: Luck
  readonly requestedOn: number
  /** Years of age at the request: from 16 a young person may ask. */
  readonly age: number
  readonly setting?: Setting
}

export type End = 'plan' | 'no-plan' | 'refused' | 'withdrawn'

const items: Readonly<Record<Adviser, AdviceItem>> = { school: 'b', paediatrician: 'c', therapist: 'f', psychologist: 'd', 'social-care': 'e' }
const kindOf: Readonly<Record<Exclude<Adviser, 'school'>, string>> = { paediatrician: 'paediatrics', therapist: 'speech-and-language', psychologist: 'educational-psychology', 'social-care': 'social-care' }
const reasonOf: Readonly<Record<Cause, PlainReason>> = {
  psychologist: 'no-psychologist', officer: 'too-few-officers', setting: 'waiting-for-setting', paediatrician: 'waiting-for-health', therapist: 'waiting-for-health', 'social-care': 'advice-not-in', school: 'advice-not-in', summer: 'advice-not-in',
}

export const timesFor = ({ world, officer, luck, requestedOn }: Pick<Assessing, 'world' | 'officer' | 'luck' | 'requestedOn'>): Times => timesOf(world.pressure, luck, requestedOn, loadOf(officer))

/** The day of the final plan for one who asked on a day. */
export const finalOn = (requestedOn: number, { final }: Times): number => workingDay(requestedOn + final)

/** Writes the facts down as far as they have happened; answers the day of the last step. */
export function assess(assessing: Assessing, end: End, times: Times): number {
  const { world: { surroundings }, ledger, random, officer, requestedOn, age, setting } = assessing
  const requestId = random.id<RequestId>()
  const madeBy: Requester = age >= 16 && random.chance(0.3) ? 'young-person' : random.weighted({ parent: 42, school: 46, 'early-years': age < 5 ? 10 : 0, health: 5, 'social-care': 2, other: 1 })
  const channel = random.weighted({ hub: 60, email: 25, letter: 5, phone: 7, 'in-person': 3 })
  const isRight = madeBy === 'parent' || madeBy === 'young-person' || madeBy === 'school'
  ledger.add(requestedOn, { type: isRight ? 'request-received' : 'brought-to-attention', requestId, madeBy, channel })
  const at = (days: number): number => Math.max(requestedOn, workingDay(requestedOn + days))
  const told = at(1 + Math.floor(random.next() * 5))
  ledger.add(told, { type: 'officer-assigned', personId: officer.id })
  ledger.add(told, { type: 'family-told-of-request', noticeId: random.id() })
  ledger.add(told, { type: 'bodies-told-of-request', noticeId: random.id() })
  if (end === 'withdrawn') {
    const day = at(8 + Math.floor(random.next() * 24))
    ledger.add(day, { type: 'request-withdrawn', by: 'The family', councilStillResponsible: false })
    return day
  }
  const decidedOn = at(times.decided)
  if (random.chance(0.8)) ledger.add(at(times.decided - 2), { type: 'panel-advised', question: 'assess', advice: end === 'refused' ? 'Not to assess' : 'To assess' })
  ledger.add(decidedOn, { type: 'assessment-decided', outcome: end === 'refused' ? 'not-assess' : 'assess', noticeId: random.id() })
  if (end === 'refused') return decidedOn
  askForAdvice(assessing, times, at)
  if (end === 'plan') claimException(assessing, requestId, at)
  const isLate = times.final > twentyWeeks
  if (isLate && times.cause !== undefined) explain(assessing, requestId, times, times.cause, at)
  // That there will be no plan is weighed longer: a third of such decisions are in time, and half of the others.
  const planDecidedOn = at(times.planDecided + (end === 'no-plan' ? Math.floor(random.next() * 26) : 0))
  if (random.chance(0.8)) ledger.add(at(times.planDecided - 1), { type: 'panel-advised', question: 'issue', advice: end === 'no-plan' ? 'No plan' : 'To make a plan' })
  ledger.add(planDecidedOn, { type: 'plan-decided', outcome: end === 'no-plan' ? 'no-plan' : 'issue', noticeId: random.id() })
  if (end === 'no-plan') return planDecidedOn
  const versionId = random.id<never>()
  ledger.add(planDecidedOn, { type: 'drafting-began', planId: random.id<PlanId>() })
  const draftOn = at(times.draft)
  ledger.add(draftOn, { type: 'draft-served', versionId, channel: 'hub', windowLastDay: dateOf(draftOn + 14) })
  if (setting !== undefined) {
    if (times.secondConsultation === undefined) consult(assessing, setting, draftOn, at(times.consultationAnswered), random.chance(0.75) ? 'yes' : 'with-support')
    else {
      const other = otherThan(setting, surroundings, random)
      consult(assessing, other, draftOn, at(times.consultationAnswered), 'no')
      consult(assessing, setting, at(times.secondConsultation), at(times.final - 3), 'yes')
    }
  }
  const issuedOn = finalOn(requestedOn, times)
  const finalId = random.id<never>()
  ledger.add(issuedOn, { type: 'final-issued', versionId: finalId, sha256: sha(random), ...(setting === undefined ? {} : { settingName: setting.name }) })
  if (random.chance(0.7)) ledger.add(workingDay(issuedOn + 3), { type: 'plan-opened', versionId: finalId, by: 'The family' })
  return issuedOn
}

function askForAdvice({ world: { surroundings, area }, ledger, random, setting }: Assessing, times: Times, at: (days: number) => number): void {
  const askedOn = at(times.asked)
  for (const body of advisers) {
    if (body === 'school' && setting === undefined) continue
    const of = body === 'school' ? setting?.name ?? '' : surroundings.services.find(({ kind }) => kind === kindOf[body])?.name ?? area.name
    const adviceRequestId = random.id<never>()
    ledger.add(askedOn, { type: 'advice-asked', adviceRequestId, item: items[body], of })
    const given = times.given[body]
    for (let chase = times.asked + 45; chase < given && chase < times.asked + 150; chase += 28) ledger.add(at(chase), { type: 'advice-chased', adviceRequestId, of })
    ledger.add(at(given), { type: 'advice-given', adviceId: random.id<never>(), adviceRequestId, item: items[body], by: of })
  }
  if (random.chance(0.85)) ledger.add(at(times.asked + 14 + Math.floor(random.next() * 24)), { type: 'views-recorded', adviceId: random.id<never>(), whose: 'parent', method: 'In the hub' })
}

/** As often as it is published, whether or not the plan is late in the end: the family was away for over four weeks together (reg 13(3)). */
function claimException({ world: { seed }, ledger, requestedOn }: Assessing, about: RequestId, at: (days: number) => number): void {
  // Chance of its own, so that nothing that comes after it is another for it.
  const own = randomOf(seed, 'exception', about)
  if (!own.chance(national.timeliness.exceptionsClaimed / 100)) return
  const [from, to] = [requestedOn + own.between(30, 50), requestedOn + own.between(82, 95)]
  ledger.add(at(98), { type: 'excuse-claimed', claimId: own.id(), clock: 'ASMT-10', about, excuse: 'D', facts: { from: dateOf(from), to: dateOf(to) } })
}

/** Told in the week in which the last day passes: which clock, by whom it is late, and by when it is expected now. */
function explain({ ledger, random, requestedOn }: Assessing, requestId: RequestId, times: Times, cause: Cause, at: (days: number) => number): void {
  const because: DelayReason = reasonOf[cause]
  ledger.add(at(twentyWeeks - 3), {
    type: 'delay-explained', delayId: random.id(), clock: 'ASMT-10', about: requestId, dueOn: dateOf(requestedOn + twentyWeeks), expectedOn: dateOf(at(Math.max(twentyWeeks + 14, times.final - 14 + Math.floor(random.next() * 40)))),
    because, why: whyForFamily(because), meanwhile: meanwhileForFamily, noticeIds: [],
  })
}

function consult({ ledger, random }: Assessing, setting: Setting, on: number, answeredOn: number, canMeetNeeds: 'yes' | 'no' | 'with-support'): void {
  const consultationId = random.id<never>()
  ledger.add(on, { type: 'setting-consulted', consultationId, organisationId: setting.id, name: setting.name })
  ledger.add(Math.max(on, answeredOn), { type: 'consultation-answered', consultationId, name: setting.name, canMeetNeeds })
}

function otherThan(setting: Setting, surroundings: Surroundings, random: Random): Setting {
  const other = surroundings.pick(random, setting.category, setting.phase)
  return other.id === setting.id ? surroundings.settings.find(({ id, phase }) => id !== setting.id && phase === setting.phase) ?? other : other
}

/** A hash of no document: there is none. */
export const sha = (random: Random): string => `${random.id()}${random.id()}`.replaceAll('-', '')
