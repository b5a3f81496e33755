// Seals on single documents and reports, as everything else reads them: when a case is opened, the policy is asked of each live seal
// what it keeps from this viewer (`CaseFile.sealed`), and whatever lists or opens a document or report leaves those rows out (`notHidden`).
// A wall proves that every query of these tables does. Written by features/seals.

import type { RawBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Part } from '../../domain/access/parts.ts'
import type { RecordedFact } from '../../domain/case-file/facts.ts'
import type { ItemSeal } from '../../domain/seals/item-seal.ts'
import { letsThrough, sealKinds } from '../../domain/seals/item-seal.ts'
import type { CaseFile } from '../open-case-file.ts'
import { organisationsOf } from './sight.ts'
import type { Tx } from '../tx.ts'

export interface Sealed {
  /** Ids of documents, reports, requests and seals that are not there for this viewer. */
  readonly hidden: readonly string[]
  /** Ids of all that is under a live seal, whoever may read it: what is printed or sent for others' eyes leaves these out. */
  readonly all: readonly string[]
}

const sealsIn = z.array(z.object({
  id: z.string(), kind: z.enum(sealKinds), thingIds: z.array(z.string()), readerIds: z.array(z.string()),
  organisationId: z.string().nullable(), ownerId: z.string().nullable(),
}))

/**
 * The live seals of the case in the same row, so that opening a case asks the database no more often than before. Copies with words
 * removed go with what they were made from: what the ledger says of a copy names it.
 */
export const liveSealsOf = sql<unknown>`(select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'thingIds', s.thing_ids || array(
    select r.id from redaction r where r.local_area_id = s.local_area_id and r.case_id = s.case_id and (r.advice_id = any(s.thing_ids) or r.document_id = any(s.thing_ids))), 'readerIds', s.reader_ids,
  'organisationId', s.organisation_id, 'ownerId', s.owner_id)), '[]'::jsonb)
  from item_seal s where s.local_area_id = case_file.local_area_id and s.case_id = case_file.id and s.ended_at is null)`

/** What those seals keep from somebody with these parts. */
export function sealedFor(tx: Pick<Tx, 'viewer'>, parts: readonly Part[], rows: unknown): Sealed {
  const seals = sealsIn.parse(rows).map(({ organisationId, ownerId, ...seal }): ItemSeal => ({
    ...seal, ...(organisationId === null ? {} : { organisationId }), ...(ownerId === null ? {} : { ownerId }),
  }))
  const viewer = { parts, organisationIds: organisationsOf(tx.viewer), ...(tx.viewer.kind === 'person' ? { personId: tx.viewer.personId } : {}) }
  const idsOf = (of: readonly ItemSeal[]): string[] => of.flatMap(({ id, thingIds }) => [id, ...thingIds])
  return { hidden: idsOf(seals.filter((seal) => !letsThrough(seal, viewer))), all: idsOf(seals) }
}

/** True for the rows of this case that no seal keeps from the viewer; `column` is the row's id. */
export const notHidden = ({ sealed }: Pick<CaseFile, 'sealed'>, column: string): RawBuilder<SqlBool> => notAmong(sealed.hidden, column)

/** True for rows that are under no seal at all: for what is printed or sent for others' eyes. */
export const notSealed = ({ sealed }: Pick<CaseFile, 'sealed'>, column: string): RawBuilder<SqlBool> => notAmong(sealed.all, column)

const notAmong = (ids: readonly string[], column: string): RawBuilder<SqlBool> =>
  (ids.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.ref(column)} is null or ${sql.ref(column)} <> all(${[...ids]}::uuid[]))`)

/**
 * The same in lists over many cases, where no case is opened: true for rows under no seal, and for those of a seal that names the viewer.
 * Narrower than the policy on purpose, for whoever decides finds what is sealed in the case itself.
 */
export const unsealedInLists = (tx: Pick<Tx, 'viewer'>, area: string, thing: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`not exists (select 1 from item_seal s where s.local_area_id = ${sql.ref(area)} and ${sql.ref(thing)} = any(s.thing_ids) and s.ended_at is null
    and ${tx.viewer.kind === 'person' ? sql`s.owner_id is distinct from ${tx.viewer.personId} and ${tx.viewer.personId}::uuid <> all(s.reader_ids)` : sql`true`})`

/** The ledger without what tells of something that is not there for this viewer. */
export function factsInSight(facts: readonly RecordedFact[], { hidden }: Sealed): readonly RecordedFact[] {
  if (hidden.length === 0) return facts
  const ids = new Set(hidden)
  const tells = (fact: RecordedFact): boolean => Object.values(fact).some((value) => typeof value === 'string' && ids.has(value))
  const told = new Set(facts.filter(tells).map(({ seq }) => seq))
  return facts.filter((fact) => !told.has(fact.seq) && (fact.corrects === undefined || !told.has(fact.corrects)))
}
