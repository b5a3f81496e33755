// A case whose draft has been with the family for its time and whose plan may be made final: advice of every kind, lines with
// their links and sources, and a setting that was asked and has answered. Written as the acts would leave it.

import { recordFact } from '../../src/casebook/ledger.ts'
import type { CaseFile, CaseKey } from '../../src/casebook/open-case-file.ts'
import { openCaseFile } from '../../src/casebook/open-case-file.ts'
import { joinCase } from '../../src/casebook/parties.ts'
import type { Tx } from '../../src/casebook/tx.ts'
import { inTransaction } from '../../src/casebook/tx.ts'
import { system } from '../../src/casebook/signing-in/viewer.ts'
import type { PlainDate } from '../../src/domain/calendar/plain-date.ts'
import { plainDateOf } from '../../src/domain/calendar/plain-date.ts'
import type { AdviceId, ConsultationId, LineId, PlanId, PlanVersionId } from '../../src/domain/ids.ts'
import type { LineFields, LineKind } from '../../src/domain/plan/line.ts'
import type { Section } from '../../src/domain/plan/sections.ts'
import { demoOrganisationId, demoPersonId } from '../../src/features/demo/seed-world.ts'
import type { Hub } from '../harness/hub.ts'
import type { CaseWishes } from './a-case.ts'
import { aCase } from './a-case.ts'

export interface PlanWishes extends Omit<CaseWishes, 'at'> {
  /** Keys of the settings asked about a place, all of which have answered. */
  readonly consulted?: readonly string[]
  /** The setting that the family asked for. */
  readonly askedFor?: string
  readonly windowLastDay?: string
  /** More need and provision pairs, for a long plan. */
  readonly morePairs?: number
  /** Left out, to be found by the check. */
  readonly without?: 'advice-c' | 'section-d' | 'amount'
}

export interface PlanToIssue {
  readonly key: CaseKey
  readonly lineIds: Readonly<Record<string, LineId>>
}

const given: readonly (readonly [item: string, kind: string, person: string, role: string, at: string | null, dated: string])[] = [
  ['s19', 'child-views', 'debra', 'SENCO', null, '2026-10-29'],
  ['a', 'parental', 'shno', 'mother', null, '2026-10-29'],
  ['b', 'education', 'debra', 'SENCO', 'larkfell', '2026-11-02'],
  ['c', 'medical', 'soraya', 'community paediatrician', 'paediatrics', '2026-11-10'],
  ['d', 'psychological', 'imogen', 'educational psychologist', 'ep-service', '2026-11-12'],
  ['e', 'social-care', 'marguerite', 'early help practitioner', 'social-care', '2026-11-17'],
  ['f', 'therapy', 'callum', 'speech and language therapist', 'slt', '2026-11-16'],
]

export async function aPlanToIssue(hub: Hub, wishes: PlanWishes = {}): Promise<PlanToIssue> {
  const { consulted = ['larkfell'], windowLastDay = '2027-01-08', morePairs = 0, without, askedFor, ...about } = wishes
  const key = await aCase(hub, { ...about, receivedOn: about.receivedOn ?? '2026-09-14', at: 'drafting' })
  return inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
    const caseFile = await openCaseFile(tx, key, { lock: true })
    const plan = await tx.db.selectFrom('plan').select('id').where('caseId', '=', caseFile.id).executeTakeFirstOrThrow()
    const advice = await writeAdvice(tx, caseFile, without === 'advice-c' ? 'c' : undefined)
    const lineIds = await writeLines(tx, caseFile, plan.id, advice, morePairs, without)
    const versionId = tx.newId<PlanVersionId>()
    await recordFact(tx, caseFile, { type: 'draft-served', versionId, channel: 'hub', windowLastDay: plainDateOf(windowLastDay) }, { happenedOn: plainDateOf('2026-12-18') })
    for (const setting of consulted) await consult(tx, caseFile, versionId, setting)
    if (askedFor !== undefined) await askFor(tx, caseFile, askedFor)
    return { key, lineIds }
  })
}

async function writeAdvice(tx: Tx, caseFile: CaseFile, leftOut: string | undefined): Promise<Map<string, AdviceId>> {
  const { localAreaId, id: caseId } = caseFile
  const ids = new Map<string, AdviceId>()
  for (const [item, kind, person, role, at, dated] of given.filter(([one]) => one !== leftOut)) {
    const id = tx.newId<AdviceId>()
    ids.set(item, id)
    const { fullName } = await tx.db.selectFrom('person').select('fullName').where('id', '=', demoPersonId(person)).executeTakeFirstOrThrow()
    await tx.db.insertInto('advice').values({
      localAreaId, id, caseId, item, kind, authorPersonId: demoPersonId(person), authorName: fullName, authorRole: role,
      organisationId: at === null ? null : demoOrganisationId(at), dated: plainDateOf(dated), reportText: 'The report as given.', state: 'accepted', givenAt: tx.now,
    }).execute()
    if (at !== null && at !== 'larkfell') {
      await joinCase(tx, caseFile, { personId: demoPersonId(person), part: 'adviser', basis: `asked for advice under regulation 6(1)(${item})`, name: fullName })
    }
  }
  return ids
}

interface LineOf {
  readonly name: string
  readonly kind: LineKind
  readonly section: Section
  readonly text: string
  readonly fields?: LineFields
  readonly from?: string
}

const on = (date: string): PlainDate => plainDateOf(date)
const none = (section: Section): LineOf => ({
  name: `none-${section}`, kind: 'none-identified', section, text: 'None identified.', fields: { source: 'Marguerite Falk, early help practitioner', on: on('2026-11-17') },
})

function linesOf(morePairs: number, without: PlanWishes['without']): LineOf[] {
  const pairs = Array.from({ length: morePairs }, (_, index): LineOf[] => [
    { name: `need-${index}`, kind: 'need', section: 'B', from: 'd', fields: { area: 'cognition-and-learning' }, text: `Rewan finds step ${index + 1} of reading hard: he guesses from the first letter and loses the sense of longer sentences.` },
    {
      name: `help-${index}`, kind: 'provision', section: 'F', from: 'd',
      fields: { provisionKind: 'teaching', who: 'teaching assistant', minutes: 20, times: 3, per: 'week', weeks: 38, groupSize: 'one to one', setting: 'a quiet room', checkedBy: 'educational psychologist', checkedWhen: 'each term' },
      text: `A teaching assistant will read part ${index + 1} of a phonics programme with Rewan alone for 20 minutes three times a week, for 38 weeks a year.`,
    },
  ]).flat()
  return [
    { name: 'voice', kind: 'view', section: 'A', text: '“Maths good. Is cubes. No talking.”', fields: { whose: 'child', howGathered: 'picture sort with his SENCO' }, from: 's19' },
    { name: 'hope', kind: 'view', section: 'A', text: 'We hope that he can telephone his grandmothers.', fields: { whose: 'parent', howGathered: 'home visit with an interpreter' }, from: 'a' },
    { name: 'need', kind: 'need', section: 'B', text: 'Rewan understands two key words in an instruction, so he loses whole-class teaching after a sentence or two.', fields: { area: 'communication-and-interaction' }, from: 'f' },
    none('C'), ...(without === 'section-d' ? [] : [none('D')]),
    { name: 'outcome', kind: 'outcome', section: 'E', text: 'By July 2028 Rewan will retell an event to an adult who was not there, in four of five attempts.', fields: { by: 'July 2028', measure: 'four of five attempts' }, from: 'f' },
    {
      name: 'therapy', kind: 'provision', section: 'F', from: 'f',
      text: without === 'amount' ? 'Rewan will have access to speech and language therapy as required.' : 'A speech and language therapist will work with Rewan alone for 45 minutes once a week, for 20 weeks a year.',
      fields: without === 'amount' ? {} : { provisionKind: 'therapy-direct', who: 'speech and language therapist', minutes: 45, times: 1, per: 'week', weeks: 20, groupSize: 'one to one', checkedBy: 'speech and language therapist', checkedWhen: 'each term' },
    },
    ...pairs, none('G'), none('H1'), none('H2'), none('J'),
  ]
}

async function writeLines(
  tx: Tx, { localAreaId }: CaseFile, planId: PlanId, advice: ReadonlyMap<string, AdviceId>, morePairs: number, without: PlanWishes['without'],
): Promise<Record<string, LineId>> {
  const ids: Record<string, LineId> = {}
  const author = demoPersonId('tom')
  for (const [position, line] of linesOf(morePairs, without).entries()) {
    const lineId = tx.newId<LineId>()
    ids[line.name] = lineId
    await tx.db.insertInto('planLine').values({ localAreaId, id: lineId, planId, kind: line.kind, latest: 1 }).execute()
    await tx.db.insertInto('planLineRevision').values({
      localAreaId, lineId, n: 1, baseN: 0, section: line.section, position, text: line.text, fields: JSON.stringify(line.fields ?? {}), authorId: author, at: tx.now,
    }).execute()
    if (line.from !== undefined) {
      await tx.db.insertInto('planLineSource').values({
        localAreaId, id: tx.newId<string>(), lineId, adviceId: advice.get(line.from) ?? null, quote: 'words of the report', quoteStart: 0, quoteEnd: 19,
        saidBy: advice.has(line.from) ? null : 'the family', saidOn: advice.has(line.from) ? null : on('2026-11-10'), addedBy: author, addedAt: tx.now,
      }).execute()
    }
  }
  const link = async (from: string, kind: string, to: string): Promise<void> => {
    const [fromLineId, toLineId] = [ids[from], ids[to]]
    if (fromLineId === undefined || toLineId === undefined) throw new Error(`no line ${from} or ${to}`)
    await tx.db.insertInto('planLineLink').values({ localAreaId, id: tx.newId<string>(), planId, fromLineId, toLineId, kind, addedBy: author, addedAt: tx.now }).execute()
  }
  await link('need', 'leads-to', 'outcome')
  await link('therapy', 'meets', 'need')
  await link('therapy', 'serves', 'outcome')
  for (let index = 0; index < morePairs; index += 1) {
    await link(`need-${index}`, 'leads-to', 'outcome')
    await link(`help-${index}`, 'meets', `need-${index}`)
    await link(`help-${index}`, 'serves', 'outcome')
  }
  return ids
}

async function consult(tx: Tx, caseFile: CaseFile, versionId: PlanVersionId, setting: string): Promise<void> {
  const id = tx.newId<ConsultationId>()
  const organisationId = demoOrganisationId(setting)
  const { name } = await tx.db.selectFrom('organisation').select('name').where('id', '=', organisationId).executeTakeFirstOrThrow()
  await tx.db.insertInto('consultation').values({
    localAreaId: caseFile.localAreaId, id, caseId: caseFile.id, organisationId, versionId, sentOn: on('2026-12-18'), dueOn: on('2027-01-05'), answeredAt: tx.now,
    answers: JSON.stringify({ canMeet: 'yes', canMeetWhy: '', suitable: 'yes', suitableWhy: '', harmsOthers: 'no', harmsOthersWhy: '', harmsResources: 'no', harmsResourcesWhy: '', place: 'yes', placeWhen: 'now' }),
  }).execute()
  await joinCase(tx, caseFile, { organisationId, part: 'consulted-setting', basis: 'asked whether it can meet the plan', name })
  await recordFact(tx, caseFile, { type: 'consultation-answered', consultationId: id, name, canMeetNeeds: 'yes' })
}

async function askFor(tx: Tx, caseFile: CaseFile, setting: string): Promise<void> {
  await tx.db.insertInto('wish').values({
    localAreaId: caseFile.localAreaId, id: tx.newId<string>(), caseId: caseFile.id, kind: 'setting', organisationId: demoOrganisationId(setting),
    words: 'Please name this school', byPersonId: demoPersonId('shno'), madeAt: tx.now,
  }).execute()
}
