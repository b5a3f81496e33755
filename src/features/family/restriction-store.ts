// All SQL of court orders and restrictions: what binds, what was changed and by whom, and what waits for a second person.

import { z } from 'zod'
import { effectsIn, kindOf } from '../../casebook/access/family-standing.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import { parsePlainDate } from '../../domain/calendar/plain-date.ts'
import type { Effect, RestrictionKind } from '../../domain/family/restriction.ts'
import type { DocumentId, PersonId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'
import { present } from './family-store.ts'

/** What a restriction does and when: what a change changes. */
export interface Terms {
  readonly effects: readonly Effect[]
  readonly from: PlainDate
  readonly to?: PlainDate
}

export interface NewRestriction extends Terms {
  readonly personId?: PersonId
  readonly kind: RestrictionKind
  readonly madeOn?: PlainDate
  readonly courtReference?: string
  readonly words?: string
  readonly evidence?: string
  readonly evidenceDocumentId?: DocumentId
  readonly reviewOn?: PlainDate
}

export interface RestrictionRow extends NewRestriction {
  readonly id: string
  readonly name?: string
  readonly recordedAt: Instant
  readonly recordedByName?: string
  readonly reviewedByName?: string
  readonly reviewedOn?: PlainDate
  /** A change that would ease it, waiting for a second person. */
  readonly waiting?: WaitingChange
}

export interface WaitingChange extends Terms {
  readonly id: string
  readonly restrictionId: string
  readonly reason: string
  readonly askedBy?: PersonId
  readonly askedByName?: string
}

export interface ChangeRow extends WaitingChange {
  readonly was: Terms
  readonly widens: boolean
  readonly state: 'applied' | 'waiting' | 'declined'
  readonly askedAt: Instant
  readonly settledByName?: string
  readonly settledAt?: Instant
}

const personIdOf = (tx: Tx): PersonId | null => (tx.viewer.kind === 'person' ? tx.viewer.personId : null)

export async function insertRestriction(tx: Tx, caseFile: CaseFile, { effects, from, to, ...rest }: NewRestriction): Promise<string> {
  const id = tx.newId<string>()
  await tx.db.insertInto('restriction').values({
    localAreaId: caseFile.localAreaId, id, childId: caseFile.child.id, kind: rest.kind, personId: rest.personId ?? null, madeOn: rest.madeOn ?? null, courtReference: rest.courtReference ?? null,
    words: rest.words ?? null, evidence: rest.evidence ?? null, evidenceDocumentId: rest.evidenceDocumentId ?? null, reviewOn: rest.reviewOn ?? null,
    effects: [...effects], fromOn: from, toOn: to ?? null, recordedBy: personIdOf(tx), recordedAt: tx.now,
  }).execute()
  return id
}

/** Every order and restriction about the child, those that began last first. */
export async function listRestrictions(tx: Tx, caseFile: CaseFile): Promise<RestrictionRow[]> {
  const rows = await tx.db.selectFrom('restriction as r').leftJoin('person as n', 'n.id', 'r.personId').leftJoin('person as b', 'b.id', 'r.recordedBy').leftJoin('person as v', 'v.id', 'r.reviewedBy')
    // At most one waits (the index restriction_change_waiting).
    .leftJoin('restrictionChange as c', (join) => join.onRef('c.localAreaId', '=', 'r.localAreaId').onRef('c.restrictionId', '=', 'r.id').on('c.state', '=', 'waiting')).leftJoin('person as a', 'a.id', 'c.askedBy')
    .selectAll('r').select(['n.fullName as name', 'b.fullName as recordedByName', 'v.fullName as reviewedByName',
      'c.id as changeId', 'c.effects as changeEffects', 'c.fromOn as changeFrom', 'c.toOn as changeTo', 'c.reason as changeReason', 'c.askedBy', 'a.fullName as askedByName'])
    .where('r.localAreaId', '=', caseFile.localAreaId).where('r.childId', '=', caseFile.child.id).orderBy('r.fromOn', 'desc').orderBy('r.id', 'desc').execute()
  return rows.map((row) => ({
    id: row.id, kind: kindOf(row.kind), effects: effectsIn(row.effects), from: row.fromOn, recordedAt: row.recordedAt,
    ...(row.changeId === null || row.changeFrom === null ? {} : { waiting: {
      id: row.changeId, restrictionId: row.id, effects: effectsIn(row.changeEffects ?? []), from: row.changeFrom, reason: row.changeReason ?? '', ...present({ to: row.changeTo, askedBy: row.askedBy, askedByName: row.askedByName }),
    } }),
    ...present({
      personId: row.personId, name: row.name, to: row.toOn, madeOn: row.madeOn, courtReference: row.courtReference, words: row.words, evidence: row.evidence, evidenceDocumentId: row.evidenceDocumentId,
      reviewOn: row.reviewOn, reviewedOn: row.reviewedOn, reviewedByName: row.reviewedByName, recordedByName: row.recordedByName,
    }),
  }))
}

export async function getRestriction(tx: Tx, caseFile: CaseFile, id: string): Promise<RestrictionRow> {
  const found = isId(id) ? (await listRestrictions(tx, caseFile)).find((one) => one.id === id) : undefined
  if (found === undefined) throw new NotFound('restriction')
  return found
}

const storedTerms = z.object({ effects: z.array(z.string()), from: z.string(), to: z.string().nullish() })

function termsOf(stored: unknown): Terms {
  const { effects, from, to } = storedTerms.parse(stored)
  const [first, last] = [parsePlainDate(from), to === null || to === undefined ? undefined : parsePlainDate(to)]
  if (first === undefined) throw new Error('a restriction was kept without its first day')
  return { effects: effectsIn(effects), from: first, ...(last === undefined ? {} : { to: last }) }
}

/** Every change of every restriction about the child, the latest first. */
export async function listChanges(tx: Tx, caseFile: CaseFile): Promise<ChangeRow[]> {
  const rows = await tx.db.selectFrom('restrictionChange as c').leftJoin('person as a', 'a.id', 'c.askedBy').leftJoin('person as s', 's.id', 'c.settledBy')
    .selectAll('c').select(['a.fullName as askedByName', 's.fullName as settledByName'])
    .where('c.localAreaId', '=', caseFile.localAreaId).where('c.childId', '=', caseFile.child.id).orderBy('c.askedAt', 'desc').orderBy('c.id', 'desc').execute()
  return rows.map((row) => ({
    id: row.id, restrictionId: row.restrictionId, was: termsOf(row.was), effects: effectsIn(row.effects), from: row.fromOn, reason: row.reason, widens: row.widens,
    state: row.state as ChangeRow['state'], askedAt: row.askedAt,
    ...present({ to: row.toOn, askedBy: row.askedBy, askedByName: row.askedByName, settledByName: row.settledByName, settledAt: row.settledAt }),
  }))
}

/** Keeps a change with what stood before. One that is applied also changes the restriction. */
export async function insertChange(
  tx: Tx, caseFile: CaseFile, before: RestrictionRow, { effects, from, to, reason, widens }: Terms & { reason: string; widens: boolean },
): Promise<void> {
  await tx.db.insertInto('restrictionChange').values({
    localAreaId: caseFile.localAreaId, id: tx.newId<string>(), childId: caseFile.child.id, restrictionId: before.id,
    was: JSON.stringify({ effects: before.effects, from: before.from, to: before.to ?? null }), effects: [...effects], fromOn: from, toOn: to ?? null, reason, widens,
    state: widens ? 'waiting' : 'applied', askedBy: personIdOf(tx), askedAt: tx.now, settledBy: null, settledAt: widens ? null : tx.now,
  }).execute()
  if (!widens) await applyTerms(tx, caseFile, before.id, { effects, from, ...(to === undefined ? {} : { to }) })
}

/** The second person's word on a change that waits. */
export async function settleChange(tx: Tx, caseFile: CaseFile, change: WaitingChange, state: 'applied' | 'declined'): Promise<void> {
  await tx.db.updateTable('restrictionChange').set({ state, settledBy: personIdOf(tx), settledAt: tx.now })
    .where('localAreaId', '=', caseFile.localAreaId).where('id', '=', change.id).execute()
  if (state === 'applied') await applyTerms(tx, caseFile, change.restrictionId, change)
}

async function applyTerms(tx: Tx, caseFile: CaseFile, id: string, { effects, from, to }: Terms): Promise<void> {
  await tx.db.updateTable('restriction').set({ effects: [...effects], fromOn: from, toOn: to ?? null })
    .where('localAreaId', '=', caseFile.localAreaId).where('childId', '=', caseFile.child.id).where('id', '=', id).execute()
}

export async function noteReview(tx: Tx, caseFile: CaseFile, id: string, reviewOn: PlainDate | undefined): Promise<void> {
  await tx.db.updateTable('restriction').set({ reviewedBy: personIdOf(tx), reviewedOn: tx.today, reviewOn: reviewOn ?? null })
    .where('localAreaId', '=', caseFile.localAreaId).where('childId', '=', caseFile.child.id).where('id', '=', id).execute()
}
