// One child as rows: who they are and where they go, and for whom the council was ever asked, their case with its facts, its cached tracks and
// clocks, and what lies beside the facts. Whatever is a cache is what the product itself folds from the same facts.

import { addDays, dayNumber, type Instant, type PlainDate } from '../../src/domain/calendar/plain-date.ts'
import { yearGroupOn } from '../../src/domain/calendar/school-year.ts'
import type { Fact, FactType, RecordedFact } from '../../src/domain/case-file/facts.ts'
import type { MessageId, OrganisationId, PersonId } from '../../src/domain/ids.ts'
import { consultationReplyDueOn } from '../../src/domain/timeline/consultation-reply-due-on.ts'
import { transferDays } from '../../src/domain/transfer/transfer-days.ts'
import { foldCase } from '../../src/casebook/ledger.ts'
import { clocksAsKept, type Holders } from '../../src/casebook/limits/keep-clocks.ts'
import { momentOf } from '../../src/population/days.ts'
import { nameOf } from '../../src/population/identity.ts'
import type { MadeChild } from '../../src/population/make-child.ts'
import { randomOf } from '../../src/population/random.ts'
import type { World } from '../../src/population/world.ts'
import type { LoadedArea } from './area-rows.ts'
import { addAssessment } from './assessment-rows.ts'
import { factsOf, placeAt, stayOn, type ChildInHand, type Stay } from './child-in-hand.ts'
import { addPlan, referenceOf, type LoadedPlan } from './plan-rows.ts'
import { wordsOfPlan } from './plan-words.ts'
import type { Rows } from './rows.ts'

export interface ChildOptions { readonly isLean: boolean; readonly familySignsIn: boolean }

/** Facts of where a child goes: who has no others was never asked about, and has no case. */
const ofAttending: ReadonlySet<FactType> = new Set<FactType>(['setting-began', 'setting-ended', 'educated-otherwise'])

/** Answers whether the facts contradict each other: then the case has no clocks, as it would in the product. */
export function addChild(rows: Rows, world: World, area: LoadedArea, made: MadeChild, { isLean, familySignsIn }: ChildOptions): { readonly isRefused: boolean } {
  const random = randomOf(world.seed, 'rows', world.area.key, made.number)
  const today = dateOfToday(world)
  const stays = staysOf(made)
  rows.add('child', {
    localAreaId: area.id, id: made.childId, givenName: made.givenName, familyName: made.familyName, bornOn: made.bornOn, sex: made.sex === 'male' ? 'M' : 'F', ethnicityCode: made.ethnicity,
    upn: made.upn ?? null, nhsNumber: made.nhsNumber ?? null, hearingImpaired: made.need === 'HI' || made.need === 'MSI', visionImpaired: made.need === 'VI' || made.need === 'MSI',
  })
  const luck = random.next()
  for (const { organisationId, from, to } of stays) rows.add('childSetting', { localAreaId: area.id, id: random.id(), childId: made.childId, organisationId, ...placeAt(area, organisationId, luck), fromOn: from, toOn: to ?? null })
  const otherwise = made.facts.at(-1)?.type === 'moved-out-of-area' ? undefined : factsOf(made.facts, 'educated-otherwise').at(-1)
  if (otherwise !== undefined && !stays.some(({ from }) => from > otherwise.happenedOn)) rows.add('childSetting', { localAreaId: area.id, id: random.id(), childId: made.childId, senSetting: otherwise.arrangement === 'elective-home' ? 'EHE' : 'OLA', fromOn: otherwise.happenedOn })
  if (made.facts.every(({ type }) => ofAttending.has(type))) return { isRefused: false }

  const officerId = factsOf(made.facts, 'officer-assigned').at(-1)?.personId
  const officer = (officerId === undefined ? undefined : area.officers.get(officerId)) ?? area.decider
  const relation = random.chance(0.85) ? 'mother' : 'father'
  const parent = { id: random.id<PersonId>(), name: `${nameOf(random, relation === 'mother' ? 'female' : 'male').givenName} ${made.familyName}`, relation } as const
  const child: ChildInHand = { rows, area, made, random, today, isLean, officer, parent, stays, luck }
  addNeeds(child)
  addFamily(child, familySignsIn)
  const words = wordsOfPlan({ name: made.givenName, need: made.need, byYear: Number(made.facts[0]?.happenedOn.slice(0, 4)) + 2, isLean }, random)
  const reports = addAssessment(child, words)
  const plan = addPlan(child, words, reports)
  const facts = factsAsLoaded(child, plan)
  addRoundThePlan(child, plan)
  const isRefused = addCase(child, facts, officerId === undefined ? null : officer.id)
  addFacts(child, facts)
  return { isRefused }
}

const dateOfToday = ({ today }: World): PlainDate => momentOf(today, 0).slice(0, 10) as PlainDate

/** Where the facts say that a child went. */
function staysOf({ facts }: MadeChild): Stay[] {
  const stays: Stay[] = []
  for (const fact of facts) {
    if (fact.type === 'setting-began') stays.push({ organisationId: fact.organisationId, name: fact.name, from: fact.happenedOn })
    else if (fact.type === 'setting-ended') {
      const at = stays.findLastIndex(({ name, to }) => name === fact.name && to === undefined)
      const open = stays[at]
      if (open !== undefined) stays[at] = { ...open, to: fact.happenedOn }
    } else if (fact.type === 'moved-out-of-area') for (const [at, stay] of stays.entries()) stays[at] = { ...stay, to: stay.to ?? fact.happenedOn }
  }
  return stays
}

/** Our own guess: of children with a case, who is recorded with a secondary need. */
const secondary = 0.4

/** What a child needs help with first and second (SEN2 items 5.8a and b); nothing where the plan does not say. */
function addNeeds({ rows, area, made: { childId, need, facts }, random, officer }: ChildInHand): void {
  const [first] = facts
  if (need === 'none' || first === undefined) return
  const base = { localAreaId: area.id, childId, fromOn: first.recordedAt.slice(0, 10) as PlainDate, recordedBy: officer.id, recordedAt: first.recordedAt }
  rows.add('childNeed', { ...base, id: random.id(), need, rank: 1 })
  const other = random.pick(['SLCN', 'SEMH', 'MLD', 'SPLD'] as const)
  if (random.chance(secondary) && other !== need) rows.add('childNeed', { ...base, id: random.id(), need: other, rank: 2 })
}

function addFamily({ rows, area, made, parent, random, stays, today }: ChildInHand, canSignIn: boolean): void {
  const [since, at] = [made.facts[0]?.recordedAt.slice(0, 10) as PlainDate, made.facts[0]?.recordedAt as Instant]
  const place = { localAreaId: area.id, caseId: made.caseId }
  rows.add('person', { id: parent.id, fullName: parent.name, email: `family${made.number}@${area.code}.example.org`, canSignIn, createdAt: at })
  rows.add('relationship', { localAreaId: area.id, id: random.id(), childId: made.childId, personId: parent.id, relation: parent.relation, hasParentalResponsibility: true, responsibilityBasis: parent.relation === 'mother' ? 'mother' : 'father-on-certificate', contactAskedOn: since })
  rows.add('caseParty', { ...place, id: random.id(), personId: parent.id, part: 'parent', basis: 'parental responsibility', fromOn: since })
  for (const { organisationId, from, to } of stays) {
    if (to !== undefined && to < since) continue
    rows.add('caseParty', { ...place, id: random.id(), organisationId, part: 'school', basis: 'attends', fromOn: from < since ? since : from, toOn: to === undefined || to > today ? null : to })
  }
}

/** The facts with the hashes of what was really frozen, and a message of the last weeks from some families. */
function factsAsLoaded({ made, random, today }: ChildInHand, plan: LoadedPlan | undefined): RecordedFact[] {
  const facts = made.facts.map((fact) => {
    const sha256 = plan?.hashes.get(fact.seq)
    return sha256 !== undefined && 'sha256' in fact ? { ...fact, sha256 } : fact
  })
  const last = facts.at(-1)
  const on = addDays(today, -Math.floor(random.next() * 28))
  if (made.standing !== 'in-force' || last === undefined || !random.chance(0.04) || last.recordedAt.slice(0, 10) >= on) return facts
  return [...facts, { type: 'message-sent', messageId: random.id<MessageId>(), from: 'family', seq: last.seq + 1, happenedOn: on, recordedAt: momentOf(dayNumber(on), Math.floor(random.next() * 400)) }]
}

/** Answers whether the facts contradict each other. */
function addCase({ rows, area, made, today }: ChildInHand, facts: readonly RecordedFact[], caseOfficerId: PersonId | null): boolean {
  const { tracks, receivedOn } = foldCase(facts)
  const folded = clocksAsKept({ localAreaId: area.id, areaCode: area.code, id: made.caseId, bornOn: made.bornOn, facts }, today, { targets: {}, holders: holdersOf(area, facts) })
  const seq = facts.at(-1)?.seq ?? 0
  rows.add('caseFile', {
    localAreaId: area.id, id: made.caseId, childId: made.childId, reference: referenceOf({ area, made }), caseOfficerId, openedAt: facts[0]?.recordedAt as Instant, stage: tracks.process, tracks: JSON.stringify(tracks), receivedOn, foldedSeq: seq,
    ...(folded.ok ? folded.value.next : {}), clocksSeq: seq, clocksRefused: folded.ok ? null : JSON.stringify(folded.refusal),
  })
  if (folded.ok) for (const clock of folded.value.clocks) rows.add('clock', { localAreaId: area.id, caseId: made.caseId, ...clock })
  return !folded.ok
}

function holdersOf({ bodies }: LoadedArea, facts: readonly RecordedFact[]): Holders {
  const asked = factsOf(facts, 'advice-asked').map(({ adviceRequestId, of }) => [String(adviceRequestId), { organisationId: bodies.get(of)?.id ?? null, personId: null }] as const)
  return new Map([...asked, ...consulted(facts).map(({ consultationId, organisationId }) => [String(consultationId), { organisationId, personId: null }] as const)])
}

/** A setting is asked once: the table holds one open question for each. */
function consulted(facts: readonly RecordedFact[]): RecordedFact<Extract<Fact, { type: 'setting-consulted' }>>[] {
  const asked = new Set<OrganisationId>()
  return factsOf(facts, 'setting-consulted').filter(({ organisationId }) => !asked.has(organisationId) && asked.add(organisationId))
}

const ofFamily: ReadonlySet<FactType> = new Set<FactType>(['plan-opened', 'message-sent'])
const ofSetting: ReadonlySet<FactType> = new Set<FactType>(['review-meeting-arranged', 'review-invitations-sent', 'review-meeting-held', 'review-report-sent', 'adulthood-considered', 'consultation-answered'])

function addFacts(child: ChildInHand, facts: readonly RecordedFact[]): void {
  const { rows, area, made, officer, parent } = child
  for (const fact of facts) {
    const { type, seq, happenedOn, recordedAt, recordedBy: _by, forOrganisation: _for, reason: _reason, corrects: _corrects, ...data } = fact
    const isFamilys = ofFamily.has(type) || ((type === 'request-received' || type === 'brought-to-attention') && fact.channel === 'hub' && fact.madeBy === 'parent')
    const stay = ofSetting.has(type) ? stayOn(child, happenedOn) : undefined
    const senco = stay === undefined ? undefined : area.settings.get(stay.organisationId)?.workers[0]
    rows.add('fact', {
      localAreaId: area.id, caseId: made.caseId, seq, type, happenedOn, recordedAt, recordedBy: isFamilys ? parent.id : senco?.id ?? officer.id, forOrganisationId: isFamilys ? null : senco === undefined ? area.team : stay?.organisationId ?? null, data: JSON.stringify(data),
    })
    if (type === 'message-sent') {
      rows.add('message', { localAreaId: area.id, id: fact.messageId, caseId: made.caseId, authorId: parent.id, fromFamily: true, withPersonId: parent.id, channel: 'hub', body: `Could somebody ring me about ${made.givenName}’s plan? After three is best.`, sentAt: recordedAt })
    }
  }
}

/** What is kept beside the facts of consultations, moves to the next phase, meetings to come and endings. */
function addRoundThePlan(child: ChildInHand, plan: LoadedPlan | undefined): void {
  const { rows, area, made: { facts, caseId, bornOn }, random, officer, today } = child
  const place = { localAreaId: area.id, caseId }
  const answers = new Map(factsOf(facts, 'consultation-answered').map((fact) => [fact.consultationId, fact]))
  const shown = plan?.draft ?? plan?.inForce
  if (shown !== undefined) {
    for (const { consultationId: id, organisationId, happenedOn } of consulted(facts)) {
      const answer = answers.get(id)
      rows.add('consultation', {
        ...place, id, organisationId, versionId: shown, sentOn: happenedOn, receivedOn: happenedOn, dueOn: consultationReplyDueOn(happenedOn), answeredAt: answer?.recordedAt ?? null, answeredBy: answer === undefined ? null : area.settings.get(organisationId)?.workers[0]?.id ?? null,
        answers: answer === undefined ? null : JSON.stringify({ suitable: 'yes', suitableWhy: '', canMeet: answer.canMeetNeeds === 'no' ? 'no' : 'yes', canMeetWhy: '', place: answer.canMeetNeeds === 'no' ? 'no' : 'yes', placeWhen: 'now', harmsOthers: 'no', harmsOthersWhy: '', harmsResources: 'no', harmsResourcesWhy: '' }),
      })
    }
  }
  const years = new Set<number>()
  for (const { transferId: id, kind, year, transferOn, happenedOn, recordedAt } of factsOf(facts, 'phase-transfer-foreseen')) {
    if (years.has(year)) continue
    years.add(year)
    const strictOn = transferDays(kind, { year, ...(transferOn === undefined ? {} : { transferOn }) })?.strictLastDay
    rows.add('phaseTransfer', { ...place, id, year, standing: 'moves', kind, because: 'last-year', yearGroup: yearGroupOn(bornOn, `${year}-08-31` as PlainDate), organisationId: stayOn(child, happenedOn)?.organisationId ?? null, transferOn: transferOn ?? null, strictOn: strictOn ?? null, madeAt: recordedAt })
  }
  const held = new Set(factsOf(facts, 'review-meeting-held').map(({ reviewId }) => reviewId))
  for (const { reviewId, meetingOn, happenedOn, recordedAt } of factsOf(facts, 'review-meeting-arranged')) {
    if (held.has(reviewId) || meetingOn < today || plan?.inForce === undefined) continue
    const stay = stayOn(child, happenedOn)
    rows.add('reviewArrangement', { ...place, reviewId, organisationId: stay?.organisationId ?? null, versionId: plan.inForce, how: 'in-person', place: stay?.name ?? 'At home', starts: random.pick(['9.30am', '10am', '1.30pm', '2pm']), arrangedBy: area.settings.get(stay?.organisationId as OrganisationId)?.workers[0]?.id ?? officer.id, arrangedAt: recordedAt })
  }
  for (const { ceasingId: id, recordedAt } of factsOf(facts, 'ceasing-considered')) {
    const [asked, told] = [factsOf(facts, 'ceasing-consulted').find(({ ceasingId }) => ceasingId === id), factsOf(facts, 'cease-notified').find(({ ceasingId }) => ceasingId === id)]
    rows.add('planCeasing', {
      ...place, id, why: 'What the plan set out to reach has been reached.', consideredBy: officer.id, consideredAt: recordedAt, familySaid: asked === undefined ? null : 'We would have liked it to go on.', settingSaid: asked === undefined ? null : 'We agree.', consultedBy: asked === undefined ? null : officer.id,
      reasons: told === undefined ? null : 'Special educational provision by a plan is no longer necessary.', decidedBy: told === undefined ? null : area.decider.id, decidedAt: told?.recordedAt ?? null,
    })
  }
}
