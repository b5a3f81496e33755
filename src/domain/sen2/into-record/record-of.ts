// A person of a return as the record would have them. Each request is a stretch of one case; what follows a plan that ended is a case of its own. Every day is the
// return's; where it says only "before" or "by", the fact says so in its reason. What the facts then do not say again is kept beside them (items.ts).

import { addDays, type PlainDate } from '../../calendar/plain-date.ts'
import type { Fact, Requester } from '../../case-file/facts.ts'
import type { CeaseCause, CessationCode } from '../../ceasing/cease-codes.ts'
import { isCessationCode } from '../../ceasing/cease-codes.ts'
import type { PlanId, RequestId, ReviewId } from '../../ids.ts'
import { transferDays } from '../../transfer/transfer-days.ts'
import type { TransferKind } from '../../transfer/phases.ts'
import { localAuthorities } from '../local-authorities.ts'
import type { PlacedCode } from '../place.ts'
import type { Sen2ActivePlans, Sen2NamedPlan, Sen2Person, Sen2PlacementDetail, Sen2PlanDetail, Sen2Request } from '../sen2-return.ts'
import { withWhatWasSaid } from './said-beside.ts'
import type { CameFrom, CaseToMake, ChildToMake, FactToMake, NeedToMake, PlanToMake, RecordToMake, RequestToMake, WhereToMake } from './record-to-make.ts'

type NewId = <T extends string>() => T

/** `person` is one that nothing keeps out (why-not.ts). */
export function recordOf(person: Sen2Person, came: CameFrom, newId: NewId): RecordToMake {
  const cases: CaseToMake[] = []
  let open: { requests: RequestToMake[]; plan?: PlanToMake; facts: FactToMake[] } | undefined
  for (const { request, no } of inTheirOrder(person.Requests)) {
    const made = requestMade(request, no, came, newId)
    // A file is read and kept when its plan has ended; and a case has one plan.
    if (open === undefined || isOver(open) || (open.plan !== undefined && made.plan !== undefined) || !mayFollow(open, made)) {
      open = { requests: [], facts: [] }
      cases.push(open)
    }
    open.requests.push(...made.requests)
    if (made.plan !== undefined) open.plan = made.plan
    open.facts.push(...made.facts)
  }
  return withWhatWasSaid({ child: childMade(person), needs: needsMade(person, came), settings: settingsMade(person, came), cases }, person, came)
}

const isOver = ({ facts }: CaseToMake): boolean => facts.some(({ fact }) => fact.type === 'plan-ceased' || fact.type === 'moved-out-of-area' || fact.type === 'request-withdrawn')

/** A new request follows in a case where the one before came to nothing; what is still going on is another case. */
const mayFollow = (open: CaseToMake, next: CaseToMake): boolean =>
  next.facts.length > 0 && open.facts.some(({ fact }) => (fact.type === 'assessment-decided' && fact.outcome === 'not-assess') || (fact.type === 'plan-decided' && fact.outcome === 'no-plan')) && open.plan === undefined

/** By the day of the request or of the plan; what says none of them was before the period. */
function inTheirOrder(requests: readonly Sen2Request[]): { readonly request: Sen2Request; readonly no: number }[] {
  const dayOf = ({ ReceivedDate, Assessment }: Sen2Request): string => ReceivedDate ?? Assessment?.NamedPlan?.StartDate ?? ''
  return requests.map((request, no) => ({ request, no })).toSorted((a, b) => (dayOf(a.request) < dayOf(b.request) ? -1 : dayOf(a.request) > dayOf(b.request) ? 1 : a.no - b.no))
}

const requesterOf: Readonly<Record<string, Requester>> = { 1: 'parent', 2: 'school', 3: 'health', 4: 'social-care', 5: 'other' }

function requestMade(request: Sen2Request, no: number, came: CameFrom, newId: NewId): CaseToMake {
  const { Assessment, ActivePlans, RequestOutcome, RequestOutcomeDate, ReceivedDate, RequestSource, RYA, Exported } = request
  const id = newId<RequestId>()
  const named = Assessment?.NamedPlan
  const facts: FactToMake[] = []
  const add = (fact: Fact, on: PlainDate, reason?: string): void => { facts.push({ fact, on, ...(reason === undefined ? {} : { reason }) }) }
  // A plan that came as it is, or of whose request the return no longer tells, begins with itself.
  const beginsWithPlan = named !== undefined && (ReceivedDate === undefined || Assessment?.AssessmentOutcome === 'H')
  const before = addDays(came.period.firstDay, -1)
  const requests: RequestToMake[] = []
  if (!beginsWithPlan) {
    const receivedOn = ReceivedDate ?? before
    const madeBy = requesterOf[RequestSource ?? ''] ?? 'other'
    requests.push({ id, madeBy, receivedOn, ...(RYA === undefined ? {} : { inYouthAccommodation: RYA }) })
    add({ type: 'request-received', requestId: id, madeBy, channel: 'letter' }, receivedOn, ReceivedDate === undefined ? `The return says only that it was before ${came.period.firstDay.slice(0, 4)}` : undefined)
    const refused = RequestOutcome === 'N'
    if (RequestOutcome === 'Y' || RequestOutcome === 'H' || refused) {
      add({ type: 'assessment-decided', outcome: refused ? 'not-assess' : 'assess', noticeId: newId() }, RequestOutcomeDate ?? (receivedOn > before ? receivedOn : before), RequestOutcomeDate === undefined ? 'The return does not say on which day' : undefined)
    }
    if (Assessment !== undefined && !refused) assessmentFacts(Assessment, named, { receivedOn, lastDay: came.period.lastDay, newId }, add)
    if (RequestOutcome === 'W') add({ type: 'request-withdrawn', by: 'somebody the return does not name', councilStillResponsible: false }, latest(receivedOn, came.period.lastDay), 'The return says only that it was by the end of the year')
  }
  const made = named === undefined ? undefined : planMade(named, ActivePlans, came, newId)
  if (made !== undefined && named !== undefined) planFacts(made, named, ActivePlans, { request, came, newId }, facts)
  if (Exported !== undefined) add({ type: 'moved-out-of-area', to: councilCalled(Exported) }, latest(ReceivedDate ?? before, came.period.lastDay), 'The return says only that it was by the end of the year')
  add({ type: 'return-brought-in', batchId: came.batchId, requestId: id, year: came.year, no, items: [] }, came.surveyDay)
  return { requests, facts, ...(made === undefined ? {} : { plan: made }) }
}

const latest = (one: PlainDate, other: PlainDate): PlainDate => (one > other ? one : other)
const councilCalled = (number: string): string => localAuthorities[number] ?? `the council of number ${number}`

function assessmentFacts(
  { AssessmentOutcome, AssessmentOutcomeDate }: NonNullable<Sen2Request['Assessment']>, named: Sen2NamedPlan | undefined,
  { receivedOn, lastDay, newId }: { readonly receivedOn: PlainDate; readonly lastDay: PlainDate; readonly newId: NewId }, add: (fact: Fact, on: PlainDate, reason?: string) => void,
): void {
  const byTheEnd = latest(receivedOn, lastDay)
  if (AssessmentOutcome === 'N') add({ type: 'plan-decided', outcome: 'no-plan', noticeId: newId() }, AssessmentOutcomeDate ?? byTheEnd, AssessmentOutcomeDate === undefined ? 'The return does not say on which day' : undefined)
  if (AssessmentOutcome === 'W') add({ type: 'request-withdrawn', by: 'somebody the return does not name', councilStillResponsible: false }, byTheEnd, 'The return says only that it was by the end of the year')
  // That a plan will be issued is known, and not since when; with the plan itself, nothing need be said of it.
  if (AssessmentOutcome === 'Y' && named === undefined) add({ type: 'plan-decided', outcome: 'issue', noticeId: newId() }, AssessmentOutcomeDate ?? byTheEnd, AssessmentOutcomeDate === undefined ? 'The return says only that it was by the end of the year' : undefined)
}

function planMade(named: Sen2NamedPlan, active: Sen2ActivePlans | undefined, { surveyDay }: CameFrom, newId: NewId): PlanToMake {
  const { StartDate, PlanDetail, PlanRes, PlanWBP, PB, OA, DP, CeaseDate } = named
  const firstMadeOn = StartDate ?? active?.PlacementDetail[0]?.EntryDate ?? surveyDay
  const span = { fromOn: firstMadeOn, ...(CeaseDate === undefined ? {} : { toOn: latest(CeaseDate, firstMadeOn) }) }
  return {
    id: newId<PlanId>(), firstMadeOn,
    named: PlanDetail.flatMap((detail, index) => whereMade(detail, index, { ...span, ...(index > 0 || PlanRes === undefined ? {} : { residential: PlanRes }), ...(index > 0 || PlanWBP === undefined ? {} : { workBased: PlanWBP }) })),
    ...(PB === undefined ? {} : { budget: { isTakenUp: PB, ...span, ...(!PB || OA === undefined ? {} : { isOrganised: OA }), ...(!PB || DP === undefined ? {} : { directPayment: DP }) } }),
  }
}

/** Where somebody is, or what a plan names; of a detail that says no place there is no row. */
function whereMade<Code extends PlacedCode>(
  detail: Omit<Sen2PlanDetail | Sen2PlacementDetail, 'SENSetting'> & { readonly SENSetting?: Code }, index: number, more: Pick<WhereToMake, 'fromOn' | 'toOn' | 'residential' | 'workBased'>,
): WhereToMake<Code>[] {
  const { URN, UKPRN, SENSetting, SENSettingOther, PlacementRank, SENunitIndicator, ResourcedProvisionIndicator } = detail
  const where = URN !== undefined ? { urn: URN } : UKPRN !== undefined ? { ukprn: UKPRN } : SENSetting === undefined ? undefined : { senSetting: SENSetting, ...(SENSettingOther === undefined ? {} : { senSettingOther: SENSettingOther }) }
  if (where === undefined) return []
  return [{
    ...where, rank: (PlacementRank ?? (index === 0 ? '1' : '2')) === '1' ? 1 : 2, ...(SENunitIndicator === undefined ? {} : { senUnit: SENunitIndicator }),
    ...(ResourcedProvisionIndicator === undefined ? {} : { resourced: ResourcedProvisionIndicator }), ...more,
  }]
}

function planFacts(
  plan: PlanToMake, { StartDate, CeaseDate, CeaseReason }: Sen2NamedPlan, active: Sen2ActivePlans | undefined,
  { request, came, newId }: { readonly request: Sen2Request; readonly came: CameFrom; readonly newId: NewId }, facts: FactToMake[],
): void {
  const { Assessment, ReceivedDate } = request
  const reviewedOn = active?.LastReview ?? active?.ReviewMeeting
  const isIssuedHere = Assessment?.AssessmentOutcome !== 'H' && ReceivedDate !== undefined && StartDate !== undefined
  facts.push({
    fact: { type: 'plan-shell-brought-in', planId: plan.id, batchId: came.batchId, isIssuedHere, ...(reviewedOn === undefined ? {} : { reviewedOn }), ...(active?.TransferLA === undefined ? {} : { from: active.TransferLA }) }, on: plan.firstMadeOn,
  })
  const reviewId = newId<ReviewId>()
  if (active !== undefined) reviewFacts(active, reviewId, newId, facts)
  if (CeaseDate === undefined) return
  const code = Number(CeaseReason ?? 9)
  const cessation: CessationCode = isCessationCode(code) ? code : 9
  const fact: Fact = cessation === 5 ? { type: 'moved-out-of-area', to: 'another council' } : { type: 'plan-ceased', because: causes[cessation] ?? 'decision', code: cessation }
  facts.push({ fact, on: CeaseDate, ...(CeaseReason === undefined ? { reason: 'The return does not say why' } : {}) })
}

const causes: Readonly<Partial<Record<CessationCode, CeaseCause>>> = { 1: 'age', 7: 'left-england', 8: 'died' }
const outcomes = { M: 'maintain', A: 'amend', C: 'cease' } as const

/**
 * Of a review that was decided, the decision alone, as of a plan that is brought in: when its report and its notice went nobody has told us, and no clock may call late
 * what is not known. Where only the meeting is known, the decision is due.
 */
function reviewFacts({ ReviewMeeting, LastReview, ReviewOutcome, PhaseTransferDueDate, PhaseTransferFinalDate }: Sen2ActivePlans, reviewId: ReviewId, newId: NewId, facts: FactToMake[]): void {
  if (LastReview !== undefined) {
    const outcome = outcomes[ReviewOutcome ?? 'M']
    facts.push({ fact: { type: 'review-decision-notified', reviewId, outcome }, on: LastReview, ...(ReviewOutcome === undefined ? { reason: 'The return says that there was a review, and not what was decided' } : {}) })
  } else if (ReviewMeeting !== undefined) facts.push({ fact: { type: 'review-meeting-held', reviewId, noInstitution: false }, on: ReviewMeeting })
  const move = PhaseTransferDueDate === undefined ? undefined : moveOf(PhaseTransferDueDate)
  if (PhaseTransferDueDate === undefined || move === undefined) return
  const transferId = newId()
  facts.push({ fact: { type: 'phase-transfer-foreseen', transferId, ...move }, on: PhaseTransferDueDate, reason: 'The return says by when the plan was due, and not when that was known' })
  if (PhaseTransferFinalDate === undefined) return
  facts.push({ fact: { type: 'amended-final-issued', reviewId }, on: PhaseTransferFinalDate })
  facts.push({ fact: { type: 'next-placement-named', transferId, finalSeq: 0, how: 'setting' }, on: PhaseTransferFinalDate, isOfFactBefore: true })
}

/** The day says whether it is the move to post-16; another day is a move without a day in law, of which nothing is foreseen here. */
function moveOf(due: PlainDate): { readonly kind: TransferKind; readonly year: number } | undefined {
  const year = Number(due.slice(0, 4))
  const kind = (['primary-to-secondary', 'secondary-to-post-16'] as const).find((one) => transferDays(one, { year })?.publishedDay === due)
  return kind === undefined ? undefined : { kind, year }
}

function childMade({ Surname = '', Forename = '', PersonBirthDate, Sex, GenderCurrent, Ethnicity, PostCode, UPN, UniqueLearnerNumber, UPNunknown }: Sen2Person): ChildToMake {
  const sex = Sex ?? (GenderCurrent === '1' ? 'M' : GenderCurrent === '2' ? 'F' : undefined)
  if (PersonBirthDate === undefined) throw new Error('nobody is brought in without a date of birth')
  return {
    familyName: Surname, givenName: Forename, bornOn: PersonBirthDate, ...(sex === undefined ? {} : { sex }), ...(Ethnicity === undefined ? {} : { ethnicityCode: Ethnicity }), ...(PostCode === undefined ? {} : { postcode: PostCode }),
    ...(UPN === undefined ? {} : { upn: UPN }), ...(UniqueLearnerNumber === undefined ? {} : { uln: UniqueLearnerNumber }), ...(UPNunknown === undefined ? {} : { upnUnknown: UPNunknown }),
  }
}

/** Needs have no days in the return: they are known since the plan began. Of several plans, those of the one that is open or came last. */
function needsMade({ Requests }: Sen2Person, { surveyDay }: CameFrom): NeedToMake[] {
  const told = Requests.flatMap(({ ActivePlans, Assessment }) => (ActivePlans === undefined ? [] : [{ needs: ActivePlans.SENneed, plan: Assessment?.NamedPlan }]))
  const last = told.find(({ plan }) => plan?.CeaseDate === undefined) ?? told.at(-1)
  const seen = new Set<number>()
  return (last?.needs ?? []).flatMap(({ SENtype, SENtypeRank }, index) => {
    const rank = (SENtypeRank ?? (index === 0 ? '1' : '2')) === '1' ? 1 : 2
    if (SENtype === undefined || seen.has(rank)) return []
    seen.add(rank)
    const fromOn = last?.plan?.StartDate ?? surveyDay
    return [{ need: SENtype, rank, fromOn, ...(last?.plan?.CeaseDate === undefined ? {} : { toOn: latest(last.plan.CeaseDate, fromOn) }) }]
  })
}

/** Every placement once, whichever of the person's plans tells of it. */
function settingsMade({ Requests }: Sen2Person, { year }: CameFrom): WhereToMake[] {
  const seen = new Set<string>()
  return Requests.flatMap(({ ActivePlans }) => (ActivePlans?.PlacementDetail ?? []).flatMap((detail, index) => {
    const { EntryDate, LeavingDate, Res, WBP } = detail
    if (EntryDate === undefined) return []
    // In 2023 these stood beside the placements, and were of where somebody was then.
    const isNow = year === 2023 && LeavingDate === undefined && (detail.PlacementRank ?? '1') === '1'
    const residential = Res ?? (isNow ? ActivePlans?.Res : undefined)
    const workBased = WBP ?? (isNow ? ActivePlans?.WBP : undefined)
    return whereMade(detail, index, {
      fromOn: EntryDate, ...(LeavingDate === undefined ? {} : { toOn: latest(LeavingDate, EntryDate) }), ...(residential === undefined ? {} : { residential }), ...(workBased === undefined ? {} : { workBased }),
    })
  })).filter((where) => {
    const key = JSON.stringify(where)
    return !seen.has(key) && seen.add(key) !== undefined
  })
}
