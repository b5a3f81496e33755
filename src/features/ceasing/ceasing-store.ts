// All SQL of ceasing: what was typed about it. Its days and outcome are facts.

import { sql } from 'kysely'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import type { Addressee } from '../../casebook/sending/letters.ts'
import { addresseeOf } from '../../casebook/sending/letters.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { PersonId } from '../../domain/ids.ts'

export interface KeptCeasing {
  readonly id: string
  /** As told to the family. */
  readonly why: string
  readonly familySaid?: string
  readonly settingSaid?: string
  readonly reasons?: string
  readonly decidedBy?: string
}

export async function insertCeasing(tx: Tx, caseFile: CaseFile, { id, why, by }: { readonly id: string; readonly why: string; readonly by: PersonId }): Promise<void> {
  await tx.db.insertInto('planCeasing').values({ localAreaId: caseFile.localAreaId, id, caseId: caseFile.id, why, consideredBy: by, consideredAt: tx.now }).execute()
}

const one = (tx: Tx, caseFile: CaseFile, id: string) => tx.db.updateTable('planCeasing').where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', id)

export async function keepConsultation(tx: Tx, caseFile: CaseFile, id: string, { familySaid, settingSaid, by }: { readonly familySaid?: string; readonly settingSaid?: string; readonly by: PersonId }): Promise<void> {
  await one(tx, caseFile, id).set({ familySaid: familySaid ?? null, settingSaid: settingSaid ?? null, consultedBy: by }).execute()
}

export async function keepDecision(tx: Tx, caseFile: CaseFile, id: string, { answers, reasons, by }: { readonly answers: object; readonly reasons: string; readonly by: PersonId }): Promise<void> {
  await one(tx, caseFile, id).set({ answers: JSON.stringify(answers), reasons, decidedBy: by, decidedAt: tx.now }).execute()
}

/** The decision was taken back before its letters left: there is none. */
export async function dropDecision(tx: Tx, caseFile: CaseFile, id: string): Promise<void> {
  await one(tx, caseFile, id).set({ answers: null, reasons: null, decidedBy: null, decidedAt: null }).execute()
}

/** What was typed of each ceasing of the case, by its id. */
export async function readCeasings(tx: Tx, caseFile: CaseFile): Promise<ReadonlyMap<string, KeptCeasing>> {
  const rows = await tx.db.selectFrom('planCeasing as c').leftJoin('person as p', 'p.id', 'c.decidedBy')
    .select(['c.id', 'c.why', 'c.familySaid', 'c.settingSaid', 'c.reasons', 'p.fullName']).where('c.localAreaId', '=', caseFile.localAreaId).where('c.caseId', '=', caseFile.id).execute()
  return new Map(rows.map((row) => [row.id, {
    id: row.id, why: row.why, ...(row.familySaid === null ? {} : { familySaid: row.familySaid }), ...(row.settingSaid === null ? {} : { settingSaid: row.settingSaid }),
    ...(row.reasons === null ? {} : { reasons: row.reasons }), ...(row.fullName === null ? {} : { decidedBy: row.fullName }),
  }]))
}

/** The setting that the child attends, as a body or a person of it: whom reg 31(1) asks to be consulted. */
export async function listSettings(tx: Tx, caseFile: CaseFile): Promise<Addressee[]> {
  const rows = await tx.db.selectFrom('caseParty').select(['organisationId', 'personId']).distinct()
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('part', '=', 'school')
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).execute()
  return Promise.all(rows.map(({ organisationId, personId }) => addresseeOf(tx, organisationId !== null ? { organisationId } : personId !== null ? { personId } : {})))
}

/** Cases whose plan the council decided to end and whose last day of appeal, as the engine keeps it, is before this one. */
export async function listPlansToEnd(tx: Tx, before: PlainDate): Promise<CaseKey[]> {
  const { rows } = await sql<CaseKey>`select a.code as area, k.case_id as "caseId" from clock k
    join case_file c on c.local_area_id = k.local_area_id and c.id = k.case_id and c.stage in ('maintained', 'reviewing', 'amending') and c.clocks_refused is null
    join local_area a on a.id = k.local_area_id
    where k.clock_id = 'CE-02' and k.due_on < ${before} and k.met_on is null and k.overtaken_on is null order by 1, 2`.execute(tx.db)
  return rows
}
