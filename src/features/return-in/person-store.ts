// All SQL of the persons of a batch and of what is wrong with them.

import { z } from 'zod'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { ChildId, LocalAreaId } from '../../domain/ids.ts'
import type { ReturnFault } from '../../domain/sen2/check-return.ts'
import { keepsOut } from '../../domain/sen2/into-record/why-not.ts'
import type { Sen2Person } from '../../domain/sen2/sen2-return.ts'
import type { Alike } from './read/match-store.ts'

export interface BatchKey { readonly localAreaId: LocalAreaId; readonly batchId: string }

export const matches = ['none', 'sure', 'to-decide', 'same', 'another'] as const
export type Match = (typeof matches)[number]
export const personStates = ['read', 'in', 'unchanged', 'left', 'taken-back', 'worked-on'] as const
export type PersonState = (typeof personStates)[number]

export interface NewPerson {
  readonly no: number
  readonly line: number
  readonly person: Sen2Person
  readonly groups: readonly string[]
  readonly faults: readonly ReturnFault[]
  readonly keptOut?: string
  readonly match: Match
  readonly childId?: ChildId
  readonly alike: readonly Alike[]
}

const columnsOf = ({ person, groups, faults, keptOut, match, childId, alike }: Omit<NewPerson, 'no' | 'line'>) => ({
  person: JSON.stringify(person), familyName: person.Surname ?? null, givenName: person.Forename ?? null, bornOn: person.PersonBirthDate ?? null, upn: person.UPN ?? null, uln: person.UniqueLearnerNumber ?? null,
  groups: [...groups], errors: faults.filter(({ rule }) => rule.severity === 'error').length, queries: faults.filter(({ rule }) => rule.severity === 'query').length,
  keptOut: keptOut ?? null, match, childId: childId ?? null, alike: JSON.stringify(alike),
})

export async function insertPersons(tx: Tx, { localAreaId, batchId }: BatchKey, persons: readonly NewPerson[]): Promise<void> {
  if (persons.length === 0) return
  await tx.db.insertInto('returnPerson').values(persons.map((one) => ({ localAreaId, batchId, no: one.no, line: one.line, ...columnsOf(one) }))).onConflict((conflict) => conflict.doNothing()).execute()
}

/** A person whose values were put right: what is wrong with them is told anew. */
export async function updatePerson(tx: Tx, { localAreaId, batchId }: BatchKey, no: number, one: Omit<NewPerson, 'no' | 'line'>): Promise<void> {
  await tx.db.updateTable('returnPerson').set({ ...columnsOf(one), mendedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, mendedAt: tx.now })
    .where('localAreaId', '=', localAreaId).where('batchId', '=', batchId).where('no', '=', no).execute()
}

export async function insertFaults(tx: Tx, { localAreaId, batchId }: BatchKey, faults: readonly { readonly no: number; readonly fault: ReturnFault }[]): Promise<void> {
  if (faults.length === 0) return
  await tx.db.insertInto('returnInFault').values(faults.map(({ no, fault: { rule, block, element, file, line, column, because, person } }) => ({
    localAreaId, batchId, no, personNo: person ?? null, rule: rule.id, severity: rule.severity, file: file ?? null, line, col: column, block, element: element ?? null, because: because ?? null, keepsOut: keepsOut({ rule, element }),
  }))).onConflict((conflict) => conflict.doNothing()).execute()
}

export async function replaceFaults(tx: Tx, key: BatchKey, personNo: number, faults: readonly ReturnFault[]): Promise<void> {
  await tx.db.deleteFrom('returnInFault').where('localAreaId', '=', key.localAreaId).where('batchId', '=', key.batchId).where('personNo', '=', personNo).execute()
  const { last } = await tx.db.selectFrom('returnInFault').select(({ fn }) => fn.max('no').as('last')).where('localAreaId', '=', key.localAreaId).where('batchId', '=', key.batchId).executeTakeFirstOrThrow()
  await insertFaults(tx, key, faults.map((fault, index) => ({ no: (last ?? 0) + index + 1, fault: { ...fault, person: personNo } })))
}

/** Whether another person of the file, before this one, has the number. */
export async function isTakenInFile(tx: Tx, { localAreaId, batchId }: BatchKey, no: number, { UPN, UniqueLearnerNumber }: Sen2Person): Promise<boolean> {
  const row = await tx.db.selectFrom('returnPerson').select('no').where('localAreaId', '=', localAreaId).where('batchId', '=', batchId).where('no', '!=', no)
    .where((eb) => eb.or([eb('upn', '=', UPN ?? ''), eb('uln', '=', UniqueLearnerNumber ?? '')])).limit(1).executeTakeFirst()
  return row !== undefined
}

export interface PersonRow {
  readonly no: number
  readonly line: number
  readonly name: string
  readonly bornOn?: PlainDate
  readonly upn?: string
  readonly groups: readonly string[]
  readonly errors: number
  readonly queries: number
  readonly keptOut?: string
  readonly match: Match
  readonly state: PersonState
  readonly why?: string
  readonly reference?: string
}

export type PeopleFilter = 'all' | 'kept-out' | 'to-decide' | 'known' | 'in' | 'left' | 'worked-on'

const peopleOf = (tx: Tx, { localAreaId, batchId }: BatchKey, filter: PeopleFilter) => {
  const query = tx.db.selectFrom('returnPerson').where('localAreaId', '=', localAreaId).where('batchId', '=', batchId)
  switch (filter) {
    case 'all': return query
    case 'kept-out': return query.where('keptOut', 'is not', null)
    case 'to-decide': return query.where('match', '=', 'to-decide')
    case 'known': return query.where('match', 'in', ['sure', 'same'])
    case 'in': return query.where('state', 'in', ['in', 'unchanged'])
    case 'left': return query.where('state', '=', 'left')
    case 'worked-on': return query.where('state', '=', 'worked-on')
  }
}

export async function listPeople(tx: Tx, key: BatchKey, filter: PeopleFilter, { skip = 0, most }: { readonly skip?: number; readonly most: number }): Promise<PersonRow[]> {
  const rows = await peopleOf(tx, key, filter).select(['no', 'line', 'familyName', 'givenName', 'bornOn', 'upn', 'groups', 'errors', 'queries', 'keptOut', 'match', 'state', 'why', 'reference']).orderBy('no').offset(skip).limit(most).execute()
  return rows.map(rowOf)
}

interface Columns {
  readonly no: number; readonly line: number; readonly familyName: string | null; readonly givenName: string | null; readonly bornOn: PlainDate | null; readonly upn: string | null; readonly groups: readonly string[]
  readonly errors: number; readonly queries: number; readonly keptOut: string | null; readonly match: string; readonly state: string; readonly why: string | null; readonly reference: string | null
}

const rowOf = ({ no, line, familyName, givenName, bornOn, upn, groups, errors, queries, keptOut, match, state, why, reference }: Columns): PersonRow => ({
  no, line, name: [givenName, familyName].filter((name) => name !== null).join(' '), groups, errors, queries, match: matches.find((one) => one === match) ?? 'none', state: personStates.find((one) => one === state) ?? 'read',
  ...(bornOn === null ? {} : { bornOn }), ...(upn === null ? {} : { upn }), ...(keptOut === null ? {} : { keptOut }), ...(why === null ? {} : { why }), ...(reference === null ? {} : { reference }),
})

export interface PeopleCounts { readonly all: number; readonly keptOut: number; readonly toDecide: number; readonly known: number; readonly ready: number; readonly in: number; readonly unchanged: number; readonly left: number; readonly workedOn: number; readonly takenBack: number; readonly waiting: number }

export async function countPeople(tx: Tx, { localAreaId, batchId }: BatchKey): Promise<PeopleCounts> {
  const row = await tx.db.selectFrom('returnPerson').select(({ fn, eb }) => [
    fn.countAll<number>().as('all'), fn.count<number>('no').filterWhere('keptOut', 'is not', null).as('keptOut'), fn.count<number>('no').filterWhere('match', '=', 'to-decide').as('toDecide'),
    fn.count<number>('no').filterWhere('match', 'in', ['sure', 'same']).as('known'), fn.count<number>('no').filterWhere(eb.and([eb('keptOut', 'is', null), eb('match', '!=', 'to-decide')])).as('ready'),
    fn.count<number>('no').filterWhere('state', '=', 'in').as('in'), fn.count<number>('no').filterWhere('state', '=', 'unchanged').as('unchanged'), fn.count<number>('no').filterWhere('state', '=', 'left').as('left'),
    fn.count<number>('no').filterWhere('state', '=', 'worked-on').as('workedOn'), fn.count<number>('no').filterWhere('state', '=', 'taken-back').as('takenBack'), fn.count<number>('no').filterWhere('state', '=', 'read').as('waiting'),
  ]).where('localAreaId', '=', localAreaId).where('batchId', '=', batchId).executeTakeFirstOrThrow()
  return { all: Number(row.all), keptOut: Number(row.keptOut), toDecide: Number(row.toDecide), known: Number(row.known), ready: Number(row.ready), in: Number(row.in), unchanged: Number(row.unchanged), left: Number(row.left), workedOn: Number(row.workedOn), takenBack: Number(row.takenBack), waiting: Number(row.waiting) }
}

const alikeSchema = z.array(z.object({ childId: z.string(), score: z.number(), alike: z.array(z.string()) }))

export interface OnePerson extends PersonRow { readonly person: Sen2Person; readonly childId?: ChildId; readonly alike: readonly Alike[] }

/** NotFound where there is none. With `lock`, nobody else changes it until the transaction ends. */
export async function getPerson(tx: Tx, { localAreaId, batchId }: BatchKey, no: number, { lock = false }: { readonly lock?: boolean } = {}): Promise<OnePerson> {
  let query = tx.db.selectFrom('returnPerson').selectAll().where('localAreaId', '=', localAreaId).where('batchId', '=', batchId).where('no', '=', no)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (row === undefined) throw new NotFound('person of a return')
  return {
    ...rowOf(row), person: row.person as unknown as Sen2Person, ...(row.childId === null ? {} : { childId: row.childId as ChildId }),
    alike: alikeSchema.parse(row.alike).map((one) => ({ ...one, childId: one.childId as ChildId, alike: one.alike as Alike['alike'] })),
  }
}

export async function setMatch(tx: Tx, { localAreaId, batchId }: BatchKey, no: number, match: Match, childId: ChildId | null): Promise<void> {
  await tx.db.updateTable('returnPerson').set({ match, childId }).where('localAreaId', '=', localAreaId).where('batchId', '=', batchId).where('no', '=', no).execute()
}

export async function setOutcome(tx: Tx, { localAreaId, batchId }: BatchKey, no: number, outcome: { readonly state: PersonState; readonly why?: string; readonly reference?: string; readonly childId?: ChildId | null }): Promise<void> {
  const { state, why, reference, childId } = outcome
  await tx.db.updateTable('returnPerson').set({ state, why: why ?? null, ...(reference === undefined ? {} : { reference }), ...(childId === undefined ? {} : { childId }) })
    .where('localAreaId', '=', localAreaId).where('batchId', '=', batchId).where('no', '=', no).execute()
}

/** Those that were left wait once more: they may have been put right since. */
export async function waitAgain(tx: Tx, { localAreaId, batchId }: BatchKey): Promise<void> {
  await tx.db.updateTable('returnPerson').set({ state: 'read', why: null }).where('localAreaId', '=', localAreaId).where('batchId', '=', batchId).where('state', '=', 'left').execute()
}

/** The numbers of those that wait, in the order of the file: those to bring in, or those to take back. */
export async function listNumbers(tx: Tx, { localAreaId, batchId }: BatchKey, states: readonly PersonState[], after: number, most: number): Promise<number[]> {
  const rows = await tx.db.selectFrom('returnPerson').select('no').where('localAreaId', '=', localAreaId).where('batchId', '=', batchId).where('state', 'in', [...states]).where('no', '>', after).orderBy('no').limit(most).execute()
  return rows.map(({ no }) => no)
}

export interface FaultRow { readonly rule: string; readonly severity: 'error' | 'query'; readonly personNo?: number; readonly file?: string; readonly line: number; readonly column: number; readonly block: string; readonly element?: string; readonly because?: string; readonly keepsOut: boolean }
export type FaultFilter = { readonly rule?: string; readonly severity?: 'error' | 'query'; readonly personNo?: number; readonly keepsOut?: true }

export async function listFaults(tx: Tx, { localAreaId, batchId }: BatchKey, { rule, severity, personNo, keepsOut: only }: FaultFilter, { skip = 0, most }: { readonly skip?: number; readonly most: number }): Promise<FaultRow[]> {
  let query = tx.db.selectFrom('returnInFault').selectAll().where('localAreaId', '=', localAreaId).where('batchId', '=', batchId)
  if (rule !== undefined) query = query.where('rule', '=', rule)
  if (severity !== undefined) query = query.where('severity', '=', severity)
  if (personNo !== undefined) query = query.where('personNo', '=', personNo)
  if (only === true) query = query.where('keepsOut', '=', true)
  const rows = await query.orderBy('personNo').orderBy('no').offset(skip).limit(most).execute()
  return rows.map((row) => ({
    rule: row.rule, severity: row.severity === 'error' ? 'error' : 'query', line: row.line, column: row.col, block: row.block, keepsOut: row.keepsOut,
    ...(row.personNo === null ? {} : { personNo: row.personNo }), ...(row.file === null ? {} : { file: row.file }), ...(row.element === null ? {} : { element: row.element }), ...(row.because === null ? {} : { because: row.because }),
  }))
}

/** How often each rule was broken, the most frequent first. */
export async function countRules(tx: Tx, { localAreaId, batchId }: BatchKey): Promise<{ readonly rule: string; readonly severity: 'error' | 'query'; readonly count: number }[]> {
  const rows = await tx.db.selectFrom('returnInFault').select(({ fn }) => ['rule', 'severity', fn.countAll<number>().as('count')]).where('localAreaId', '=', localAreaId).where('batchId', '=', batchId).groupBy(['rule', 'severity']).execute()
  return rows.map(({ rule, severity, count }) => ({ rule, severity: severity === 'error' ? 'error' as const : 'query' as const, count: Number(count) })).toSorted((a, b) => b.count - a.count || a.rule.localeCompare(b.rule))
}
