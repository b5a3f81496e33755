// The words of a working document that were ordered or agreed: kept, asked before any revision of their line is written, and asked once
// more when a final version is frozen. A lock is in force from its writing until the amended plan is issued, or the amendment ends otherwise.

import { sql } from 'kysely'
import type { LineId, PersonId, PlanId, ReviewId } from '../../domain/ids.ts'
import type { PlanContent } from '../../domain/plan/line.ts'
import type { LockedWording, LockSource } from '../../domain/plan/locked-wording.ts'
import { breaksLock, notSaidAsLocked } from '../../domain/plan/locked-wording.ts'
import type { Section } from '../../domain/plan/sections.ts'
import { LockedWordsChanged } from '../out-of-bounds.ts'
import type { CaseFile } from '../open-case-file.ts'
import type { InArea } from './revision-row.ts'
import type { Tx } from '../tx.ts'

export interface NewLock {
  readonly id: string
  readonly reviewId: ReviewId
  /** The order, agreement or concession that the words are of. */
  readonly changeId: string
  readonly source: LockSource
  readonly lineId: LineId
  readonly section: Section
  /** Absent: the line is out, and stays out. */
  readonly words?: string
  readonly by: PersonId
}

export async function insertLock(tx: Tx, caseFile: CaseFile, planId: PlanId, { words, by, ...lock }: NewLock): Promise<void> {
  await tx.db.insertInto('lockedWording').values({
    ...lock, localAreaId: caseFile.localAreaId, caseId: caseFile.id, planId, words: words ?? null, lockedBy: by, lockedAt: tx.now,
  }).execute()
}

/** What a lock says was not what was ordered: it holds no longer, and stays on record with the reason. */
export async function liftLock(tx: Tx, caseFile: CaseFile, id: string, { by, reason }: { readonly by: PersonId; readonly reason: string }): Promise<boolean> {
  const { numUpdatedRows } = await tx.db.updateTable('lockedWording').set({ liftedBy: by, liftedAt: tx.now, liftReason: reason })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', id).where('liftedAt', 'is', null).executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The amendment of the row `l` has not ended by any fact that stands. */
const amendmentIsOpen = sql<boolean>`not exists (select 1 from fact f where f.local_area_id = l.local_area_id and f.case_id = l.case_id
  and f.type in ('amended-final-issued', 'not-amending-notified') and f.data->>'reviewId' = l.review_id::text
  and not exists (select 1 from fact c where c.local_area_id = f.local_area_id and c.case_id = f.case_id and c.corrects_seq = f.seq))`

/** A lock as pages show it. */
export interface KeptLock extends LockedWording {
  readonly reviewId: ReviewId
  readonly changeId: string
}

const locksInForce = (tx: Tx, { localAreaId }: InArea) => tx.db.selectFrom('lockedWording as l')
  .select(['l.id', 'l.lineId', 'l.section', 'l.words', 'l.reviewId', 'l.changeId', 'l.source'])
  .where('l.localAreaId', '=', localAreaId).where('l.liftedAt', 'is', null).where(amendmentIsOpen)

/** Every lock in force in a plan, by section and the order of their writing; of one amendment where it is named. */
export async function listLocks(tx: Tx, caseFile: InArea, planId: PlanId, { reviewId }: { readonly reviewId?: ReviewId } = {}): Promise<KeptLock[]> {
  let query = locksInForce(tx, caseFile).where('l.planId', '=', planId)
  if (reviewId !== undefined) query = query.where('l.reviewId', '=', reviewId)
  const rows = await query.orderBy('l.section').orderBy('l.lockedAt').orderBy('l.id').execute()
  return rows.map((row) => ({
    id: row.id, lineId: row.lineId, section: row.section as Section, source: row.source as LockSource, reviewId: row.reviewId as ReviewId, changeId: row.changeId,
    ...(row.words === null ? {} : { words: row.words }),
  }))
}

/** Throws LockedWordsChanged where a revision would say something else than what is locked. Section I is asked when the plan is frozen. */
export async function mustKeepLocked(tx: Tx, caseFile: InArea, lineId: LineId, wanted: { readonly section: Section; readonly text: string; readonly isRemoved: boolean }): Promise<void> {
  const rows = await tx.db.selectFrom('lockedWording as l').select(['l.section', 'l.words'])
    .where('l.localAreaId', '=', caseFile.localAreaId).where('l.lineId', '=', lineId).where('l.liftedAt', 'is', null).where(amendmentIsOpen).execute()
  for (const { section, words } of rows) {
    if (section === 'I') continue
    if (breaksLock({ section: section as Section, ...(words === null ? {} : { words }) }, wanted)) throw new LockedWordsChanged('line')
  }
}

/** Locked words that this content does not say to the letter: what the check before issuing shows, and why freezing is refused. */
export async function listNotSaid(tx: Tx, caseFile: InArea, planId: PlanId, content: PlanContent): Promise<LockedWording[]> {
  return notSaidAsLocked(await listLocks(tx, caseFile, planId), content)
}
