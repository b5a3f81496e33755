// What lies beside the facts of an assessment: the request as it was made, who was asked for advice, the reports that came, what was decided.

import { dateWords } from '../../src/domain/calendar/date-words.ts'
import type { PlainDate } from '../../src/domain/calendar/plain-date.ts'
import { addDays } from '../../src/domain/calendar/plain-date.ts'
import type { AdviceItem, RecordedFact } from '../../src/domain/case-file/facts.ts'
import type { AdviceId, OrganisationId } from '../../src/domain/ids.ts'
import type { AdviceEntry } from '../../src/domain/plan/freeze.ts'
import { adviceDueOn } from '../../src/domain/timeline/advice-due-on.ts'
import { adviceTitles } from '../../src/casebook/plan/plan-content.ts'
import { factsOf, stayOn, type ChildInHand } from './child-in-hand.ts'
import type { WordedLine } from './plan-words.ts'

/** A report that came, with its words: lines of the plan quote them. */
export interface Report {
  readonly id: AdviceId
  readonly item: AdviceItem
  readonly on: PlainDate
  readonly text: string
  readonly entry: AdviceEntry
}

const kinds: Readonly<Partial<Record<AdviceItem, string>>> = { a: 'parental', b: 'education', c: 'medical', d: 'psychological', e: 'social-care', f: 'therapy' }
const dueDays = new Map<PlainDate, PlainDate>()

function dueOn(sentOn: PlainDate): PlainDate {
  const known = dueDays.get(sentOn) ?? adviceDueOn(sentOn)
  dueDays.set(sentOn, known)
  return known
}

/** The rows, and the reports in the order in which a plan lists them. */
export function addAssessment(child: ChildInHand, words: readonly WordedLine[]): Report[] {
  const { made: { facts } } = child
  addRequests(child)
  addDecisions(child)
  const given = new Map(factsOf(facts, 'advice-given').map((fact) => [fact.adviceRequestId, fact]))
  for (const asked of factsOf(facts, 'advice-asked')) addRequestForAdvice(child, asked, given.get(asked.adviceRequestId))
  const reports = [...factsOf(facts, 'views-recorded').map((fact) => addViews(child, fact, words)), ...factsOf(facts, 'advice-given').map((fact) => addReport(child, fact, words))]
  return reports.toSorted((a, b) => (a.item === b.item ? (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1) : a.item < b.item ? -1 : 1))
}

function addRequests(child: ChildInHand): void {
  const { rows, area, made: { caseId, givenName, familyName, bornOn, facts }, parent, officer } = child
  for (const { requestId: id, madeBy, channel, happenedOn } of factsOf(facts, 'request-received', 'brought-to-attention')) {
    const isFamily = madeBy === 'parent' || madeBy === 'young-person'
    const setting = madeBy === 'school' || madeBy === 'early-years' || madeBy === 'post-16' ? stayOn(child, happenedOn) : undefined
    rows.add('request', {
      localAreaId: area.id, id, caseId, madeBy, madeByName: isFamily ? parent.name : setting?.name ?? 'A professional', madeByPersonId: isFamily ? parent.id : null, madeByOrganisationId: setting?.organisationId ?? null,
      channel, receivedOn: happenedOn, recordedBy: channel === 'hub' ? null : officer.id,
      answers: JSON.stringify({
        'child-name': { givenName, familyName, preferredName: '' }, 'born-on': { bornOn }, needs: { needs: `${givenName} needs more help than can be given without a plan.` },
        ...(isFamily ? { 'your-name': { fullName: parent.name, relation: parent.relation, livesWith: 'yes', responsibility: 'yes' } } : {}),
      }),
    })
  }
}

function addDecisions({ rows, area, made: { caseId, givenName, facts }, random }: ChildInHand): void {
  for (const fact of factsOf(facts, 'assessment-decided', 'plan-decided')) {
    const isYes = fact.outcome === 'assess' || fact.outcome === 'issue'
    const answer = isYes ? 'yes' : 'no'
    rows.add('decision', {
      localAreaId: area.id, id: random.id(), caseId, question: fact.type === 'assessment-decided' ? 'assess' : 'issue', outcome: fact.outcome, decidedOn: fact.happenedOn, decidedBy: area.decider.id,
      testAnswers: JSON.stringify(fact.type === 'assessment-decided' ? { mayHaveNeeds: 'yes', mayBeNecessary: answer } : { isNecessary: answer }),
      reasons: isYes ? `What ${givenName} needs may not be given without a plan.` : `What ${givenName} needs can be given from what the school has.`,
    })
  }
}

function addRequestForAdvice({ rows, area, made: { caseId, facts }, random }: ChildInHand, asked: RecordedFact & { readonly type: 'advice-asked' }, given: RecordedFact | undefined): void {
  const body = area.bodies.get(asked.of)
  const chased = factsOf(facts, 'advice-chased').filter(({ adviceRequestId }) => adviceRequestId === asked.adviceRequestId)
  rows.add('adviceRequest', {
    localAreaId: area.id, id: asked.adviceRequestId, caseId, item: asked.item, kind: kinds[asked.item] ?? 'other', askedOrganisationId: body?.id ?? null, sentOn: asked.happenedOn, receivedOn: asked.happenedOn,
    dueOn: dueOn(asked.happenedOn), chasedAt: chased.map(({ recordedAt }) => recordedAt), state: given === undefined ? 'asked' : 'accepted',
  })
  if (body === undefined) return
  // An adviser's part ends with the assessment that they were asked for.
  const ends = facts.find(({ type, seq }) => seq > asked.seq && (type === 'final-issued' || (type === 'plan-decided') || type === 'request-withdrawn'))
  rows.add('caseParty', { localAreaId: area.id, id: random.id(), caseId, organisationId: body.id, part: 'adviser', basis: `asked for advice under regulation 6(1)(${asked.item})`, fromOn: asked.happenedOn, toOn: ends?.type === 'final-issued' ? ends.happenedOn : ends === undefined ? null : addDays(ends.happenedOn, 120) })
}

interface Written { readonly id: AdviceId; readonly adviceRequestId: string | null; readonly item: AdviceItem; readonly author: string; readonly role: string; readonly personId: string | null; readonly organisationId: OrganisationId | null; readonly organisationName: string | null; readonly method: string | null }

function write({ rows, area, made }: ChildInHand, fact: RecordedFact, written: Written, words: readonly WordedLine[]): Report {
  const kind = kinds[written.item] ?? 'other'
  const title = adviceTitles[kind] ?? 'Advice'
  const parts = [title, `About ${made.givenName} ${made.familyName}, born ${dateWords(made.bornOn)}.`, ...words.filter(({ from, kind: line }) => from === written.item && line !== 'none-identified').map(({ text }) => text)]
  const text = parts.join('\n\n')
  let at = 0
  const blocks = parts.map((part, index) => {
    const block = { kind: index === 0 ? 'heading' : 'paragraph', ...(index === 0 ? { level: 1 } : {}), page: 1, start: at, end: at + part.length }
    at += part.length + 2
    return block
  })
  rows.add('advice', {
    localAreaId: area.id, id: written.id, caseId: made.caseId, adviceRequestId: written.adviceRequestId as never, item: written.item, kind, authorPersonId: written.personId as never, authorName: written.author, authorRole: written.role,
    organisationId: written.organisationId, organisationName: written.organisationName, dated: fact.happenedOn, method: written.method, reportText: text, reportBlocks: JSON.stringify(blocks), state: 'accepted',
    givenAt: fact.recordedAt, begunBy: written.personId as never, begunAt: fact.recordedAt, way: 'paste',
  })
  return { id: written.id, item: written.item, on: fact.happenedOn, text, entry: { author: written.author, role: written.role, dated: fact.happenedOn, title } }
}

function addReport(child: ChildInHand, fact: RecordedFact & { readonly type: 'advice-given' }, words: readonly WordedLine[]): Report {
  const body = child.area.bodies.get(fact.by)
  const worker = body === undefined ? undefined : child.random.pick(body.workers as readonly [(typeof body.workers)[number], ...typeof body.workers])
  return write(child, fact, {
    id: fact.adviceId, adviceRequestId: fact.adviceRequestId ?? null, item: fact.item, author: worker?.name ?? fact.by, role: worker?.profession ?? 'adviser', personId: worker?.id ?? null,
    organisationId: body?.id ?? null, organisationName: fact.by, method: null,
  }, words)
}

function addViews(child: ChildInHand, fact: RecordedFact & { readonly type: 'views-recorded' }, words: readonly WordedLine[]): Report {
  const { parent } = child
  return write(child, fact, { id: fact.adviceId, adviceRequestId: null, item: 'a', author: parent.name, role: parent.relation, personId: parent.id, organisationId: null, organisationName: null, method: fact.method }, words)
}
