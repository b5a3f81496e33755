// Writes into the record what a person of a return becomes. Twice is once: what is there with the same days is left, and only what is new is added, and only while nobody
// has worked on the case by hand.

import { sql } from 'kysely'
import type { Fact, RecordedFact } from '../../domain/case-file/facts.ts'
import { standingFacts } from '../../domain/case-file/facts.ts'
import type { CaseId, ChildId, OrganisationId, PersonId } from '../../domain/ids.ts'
import { isSameValue } from '../../domain/plan/same-value.ts'
import type { CaseToMake, FactToMake, RecordToMake, WhereToMake } from '../../domain/sen2/into-record/record-to-make.ts'
import type { Place, PlacedCode } from '../../domain/sen2/place.ts'
import { insertCase, nextReference, setOfficer } from '../case-rows.ts'
import { insertChildNeed } from '../family/child-needs.ts'
import { insertPlacement } from '../family/child-settings.ts'
import { insertChildRow, insertHome } from '../family/family-rows.ts'
import { recordFact } from '../ledger.ts'
import type { Area, CaseFile } from '../open-case-file.ts'
import { openCaseFile } from '../open-case-file.ts'
import { insertOrganisation, nameByNumber } from '../organisation-rows.ts'
import { insertNamedSetting } from '../plan/named-settings.ts'
import { insertPersonalBudget } from '../plan/personal-budgets.ts'
import { insertPlanRow } from '../plan/start-plan.ts'
import { insertRequestRow } from '../request-rows.ts'
import type { Tx } from '../tx.ts'

export interface WrittenRecord { readonly childId: ChildId; readonly reference: string; readonly changed: 'made' | 'added' | 'nothing' }

interface Plan { readonly area: Pick<Area, 'id' | 'code'>; readonly record: RecordToMake; readonly officerId?: PersonId }

/** Nobody like them is on record: a child, and a case for each stretch. */
export async function makeRecord(tx: Tx, { area, record, officerId }: Plan): Promise<WrittenRecord> {
  const childId = tx.newId<ChildId>()
  const key = { localAreaId: area.id, childId }
  const { postcode, ...child } = record.child
  await insertChildRow(tx, area.id, { id: childId, ...child })
  if (postcode !== undefined) await insertHome(tx, key, { lines: [], postcode, household: 'home', isConfidential: false, fromOn: child.bornOn, howKnown: 'From the SEN2 return' })
  for (const need of record.needs) await insertChildNeed(tx, key, need)
  for (const where of record.settings) await insertPlacement(tx, key, await placeOf(tx, where), where)
  const references: string[] = []
  for (const one of record.cases) references.push(await makeCase(tx, { area, childId, made: one, ...(officerId === undefined ? {} : { officerId }) }))
  return { childId, reference: references.at(-1) ?? '', changed: 'made' }
}

async function makeCase(tx: Tx, { area, childId, made, officerId }: { readonly area: Pick<Area, 'id' | 'code'>; readonly childId: ChildId; readonly made: CaseToMake; readonly officerId?: PersonId }): Promise<string> {
  const id = tx.newId<CaseId>()
  const reference = await nextReference(tx, area)
  await insertCase(tx, area.id, { id, childId, reference })
  const caseFile = await openCaseFile(tx, { area: area.code, caseId: id }, { lock: true })
  await writeRows(tx, caseFile, made)
  await writeFacts(tx, caseFile, made.facts)
  if (officerId !== undefined) {
    await setOfficer(tx, caseFile, officerId)
    await recordFact(tx, caseFile, { type: 'officer-assigned', personId: officerId })
  }
  return reference
}

async function writeRows(tx: Tx, { localAreaId, id: caseId }: CaseFile, { requests, plan }: CaseToMake): Promise<void> {
  for (const { id, madeBy, receivedOn, inYouthAccommodation } of requests) {
    await insertRequestRow(tx, {
      localAreaId, id, caseId, madeBy, madeByName: 'Not said in the return', channel: 'letter', receivedOn, answers: '{}', inYouthAccommodation: inYouthAccommodation ?? null,
    })
  }
  if (plan === undefined) return
  const key = { localAreaId, planId: plan.id }
  await insertPlanRow(tx, { localAreaId, id: plan.id, caseId, firstMadeOn: plan.firstMadeOn })
  for (const where of plan.named) await insertNamedSetting(tx, key, await placeOf(tx, where), where)
  if (plan.budget !== undefined) await insertPersonalBudget(tx, key, plan.budget, plan.budget)
}

async function writeFacts(tx: Tx, caseFile: CaseFile, facts: readonly FactToMake[]): Promise<void> {
  for (const { fact, on, reason, isOfFactBefore } of facts) {
    const finalSeq = caseFile.facts.at(-1)?.seq
    const whole: Fact = fact.type === 'next-placement-named' && isOfFactBefore === true && finalSeq !== undefined ? { ...fact, finalSeq } : fact
    await recordFact(tx, caseFile, whole, { happenedOn: on, ...(reason === undefined ? {} : { reason }) })
  }
}

async function placeOf<Code extends PlacedCode>(tx: Tx, { urn, ukprn, senSetting, senSettingOther, rank, senUnit, resourced, residential, workBased }: WhereToMake<Code>): Promise<Place<Code>> {
  const place = { rank, ...(senUnit === undefined ? {} : { senUnit }), ...(resourced === undefined ? {} : { resourced }), ...(residential === undefined ? {} : { residential }), ...(workBased === undefined ? {} : { workBased }) }
  if (urn !== undefined) return { ...place, where: await settingOf(tx, 'urn', urn) }
  if (ukprn !== undefined) return { ...place, where: await settingOf(tx, 'ukprn', ukprn) }
  if (senSetting === undefined) throw new Error('a place without a number and without a code')
  return { ...place, where: { code: senSetting, ...(senSettingOther === undefined ? {} : { other: senSettingOther }) } }
}

/** The organisation of that number; one that nobody has named yet is known by its number until a register or a person names it. */
async function settingOf(tx: Tx, kind: 'urn' | 'ukprn', number: string): Promise<{ readonly organisationId: OrganisationId; readonly name: string }> {
  const found = await tx.db.selectFrom('organisation').select(['id as organisationId', 'name']).where(kind, '=', number).orderBy('id').limit(1).executeTakeFirst()
  if (found !== undefined) return found
  // Two persons of one school at the same moment make one school.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${kind} ${number}`}, 0))`.execute(tx.db)
  const meanwhile = await tx.db.selectFrom('organisation').select(['id as organisationId', 'name']).where(kind, '=', number).orderBy('id').limit(1).executeTakeFirst()
  if (meanwhile !== undefined) return meanwhile
  const [organisationId, name] = [tx.newId<OrganisationId>(), nameByNumber(kind, number)]
  await insertOrganisation(tx, { id: organisationId, kind: 'setting', name, [kind]: number })
  return { organisationId, name }
}

export type NotAdded = 'worked-on' | 'other-record'

/**
 * The child is on record. Answers 'other-record' when they did not come from a return, and 'worked-on' when somebody has worked on a case since and the return says something
 * new: then nothing is changed, and a person looks.
 */
export async function addToRecord(tx: Tx, { area, record }: Plan, childId: ChildId): Promise<WrittenRecord | NotAdded> {
  const rows = await tx.db.selectFrom('caseFile').select(['id', 'reference']).where('localAreaId', '=', area.id).where('childId', '=', childId).orderBy('openedAt').orderBy('reference').execute()
  const cases: CaseFile[] = []
  for (const { id } of rows) cases.push(await openCaseFile(tx, { area: area.code, caseId: id }, { lock: true }))
  const reference = rows.at(-1)?.reference ?? ''
  const news = record.cases.map((made, index) => ({ made, caseFile: cases[index], fresh: newIn(made, cases[index]) }))
  const placements = await newPlacements(tx, area, childId, record.settings)
  if (news.every(({ fresh }) => fresh.length === 0) && placements.length === 0) return { childId, reference, changed: 'nothing' }
  if (!cases.some(({ facts }) => facts.some(({ type }) => type === 'return-brought-in'))) return 'other-record'
  if (cases.some(isWorkedOn)) return 'worked-on'
  for (const where of placements) await insertPlacement(tx, { localAreaId: area.id, childId }, await placeOf(tx, where), where)
  for (const { made, caseFile, fresh } of news) {
    if (caseFile === undefined) await makeCase(tx, { area, childId, made })
    else await addFacts(tx, caseFile, fresh)
  }
  return { childId, reference, changed: 'added' }
}

/** Anything that the hub itself did not write while it brought a return in. */
const isWorkedOn = ({ facts }: CaseFile): boolean => facts.some(({ recordedBy, type }) => recordedBy !== undefined && type !== 'officer-assigned')

const identities: ReadonlySet<string> = new Set(['requestId', 'planId', 'reviewId', 'transferId', 'noticeId', 'finalSeq', 'batchId', 'type', 'seq', 'happenedOn', 'recordedAt', 'recordedBy', 'forOrganisation', 'reason', 'corrects'])
const meaning = (fact: object): Record<string, unknown> => Object.fromEntries(Object.entries(fact).filter(([key]) => !identities.has(key)))

const isSameFact = (made: FactToMake, known: RecordedFact): boolean => made.fact.type === known.type && made.on === known.happenedOn
  // Of the plan, what a later return adds to it is no other plan.
  && (known.type === 'plan-shell-brought-in' || isSameValue(meaning(made.fact), meaning(known)))

const newIn = ({ facts }: CaseToMake, caseFile: CaseFile | undefined): readonly FactToMake[] => {
  const known = standingFacts(caseFile?.facts ?? [])
  return facts.filter((made) => !known.some((fact) => isSameFact(made, fact)))
}

async function addFacts(tx: Tx, caseFile: CaseFile, fresh: readonly FactToMake[]): Promise<void> {
  for (const { fact, on, reason } of fresh) {
    // A later plan's place named by a fact that is not among the new ones would point nowhere.
    if (fact.type === 'next-placement-named') continue
    const before = fact.type === 'return-brought-in' ? standingFacts(caseFile.facts).findLast((one) => one.type === 'return-brought-in' && one.year === fact.year && one.no === fact.no) : undefined
    await recordFact(tx, caseFile, fact, { happenedOn: on, ...(reason === undefined ? {} : { reason }), ...(before === undefined ? {} : { corrects: before.seq }) })
  }
}

async function newPlacements(tx: Tx, { id: localAreaId }: Pick<Area, 'id'>, childId: ChildId, settings: readonly WhereToMake[]): Promise<WhereToMake[]> {
  const known = await tx.db.selectFrom('childSetting as s').leftJoin('organisation as o', 'o.id', 's.organisationId').select(['s.fromOn', 's.rank', 's.senSetting', 'o.urn', 'o.ukprn']).where('s.localAreaId', '=', localAreaId).where('s.childId', '=', childId).execute()
  return settings.filter(({ fromOn, rank, senSetting, urn, ukprn }) => !known.some((row) => row.fromOn === fromOn && row.rank === rank
    && (urn !== undefined ? row.urn === urn : ukprn !== undefined ? row.ukprn === ukprn : row.senSetting === senSetting)))
}

/** Takes a case of a batch out again, with its child where no other case is theirs; false and nothing changed when anybody has worked on it. */
export async function removeCase(tx: Tx, { localAreaId, caseId, batchId }: { readonly localAreaId: string; readonly caseId: CaseId; readonly batchId: string }): Promise<boolean> {
  const { rows } = await sql<{ removed: boolean }>`select remove_brought_in_case(${localAreaId}::uuid, ${caseId}::uuid, ${batchId}::uuid) as removed`.execute(tx.db)
  return rows[0]?.removed === true
}
