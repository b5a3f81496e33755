// All SQL of arranged reviews and of who is invited to them. Days are facts; here is where, by whom, and for whom.

import { z } from 'zod'
import { organisationsOf } from '../../casebook/access/sight.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { LineId, OrganisationId, PersonId, PlanVersionId, ReviewId } from '../../domain/ids.ts'
import type { AdulthoodPathway } from '../../domain/plan/line.ts'
import { adulthoodPathways } from '../../domain/plan/line.ts'
import type { AdulthoodNeeds, InviteePart } from '../../domain/review/invitees.ts'

export const meetingHows = ['in-person', 'online', 'both'] as const
export type MeetingHow = (typeof meetingHows)[number]

export interface Arrangement {
  readonly reviewId: ReviewId
  /** The setting that convenes; absent where the council does. */
  readonly convenor?: { readonly id: OrganisationId; readonly name: string }
  readonly versionId: PlanVersionId
  readonly how: MeetingHow
  readonly place: string
  readonly starts: string
  readonly note?: string
  readonly needs: AdulthoodNeeds
}

const needsShape = z.partialRecord(z.enum(adulthoodPathways), z.enum(['yes', 'no']))

/** The arrangement of a review of this case; undefined for one that was only recorded. */
export async function findArrangement(tx: Tx, caseFile: CaseFile, reviewId: string): Promise<Arrangement | undefined> {
  return (await listArrangements(tx, caseFile)).find((one) => one.reviewId === reviewId)
}

export async function listArrangements(tx: Tx, caseFile: CaseFile): Promise<Arrangement[]> {
  const rows = await tx.db.selectFrom('reviewArrangement as a').leftJoin('organisation as o', 'o.id', 'a.organisationId')
    .select(['a.reviewId', 'a.organisationId', 'o.name', 'a.versionId', 'a.how', 'a.place', 'a.starts', 'a.note', 'a.needs'])
    .where('a.localAreaId', '=', caseFile.localAreaId).where('a.caseId', '=', caseFile.id).orderBy('a.arrangedAt').execute()
  return rows.map((row) => ({
    reviewId: row.reviewId as ReviewId, versionId: row.versionId, how: meetingHows.find((one) => one === row.how) ?? 'in-person', place: row.place, starts: row.starts,
    needs: withoutUndefined(needsShape.parse(row.needs)), ...(row.note === null ? {} : { note: row.note }),
    ...(row.organisationId === null || row.name === null ? {} : { convenor: { id: row.organisationId, name: row.name } }),
  }))
}

const withoutUndefined = (needs: Partial<Record<AdulthoodPathway, 'yes' | 'no' | undefined>>): AdulthoodNeeds =>
  Object.fromEntries(Object.entries(needs).filter(([, value]) => value !== undefined))

export interface MeetingPlace {
  readonly how: MeetingHow
  readonly place: string
  readonly starts: string
  readonly note: string
}

export async function insertArrangement(
  tx: Tx, caseFile: CaseFile, by: PersonId, { reviewId, organisationId, versionId, at }: { reviewId: ReviewId; organisationId?: OrganisationId; versionId: PlanVersionId; at: MeetingPlace },
): Promise<void> {
  await tx.db.insertInto('reviewArrangement').values({
    localAreaId: caseFile.localAreaId, reviewId, caseId: caseFile.id, organisationId: organisationId ?? null, versionId, how: at.how, place: at.place, starts: at.starts,
    note: at.note === '' ? null : at.note, arrangedBy: by, arrangedAt: tx.now,
  }).execute()
}

export async function moveArrangement(tx: Tx, caseFile: CaseFile, reviewId: ReviewId, at: MeetingPlace): Promise<void> {
  await tx.db.updateTable('reviewArrangement').set({ how: at.how, place: at.place, starts: at.starts, note: at.note === '' ? null : at.note })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('reviewId', '=', reviewId).execute()
}

export async function setNeeds(tx: Tx, caseFile: CaseFile, reviewId: ReviewId, needs: AdulthoodNeeds): Promise<void> {
  await tx.db.updateTable('reviewArrangement').set({ needs: JSON.stringify(needs) })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('reviewId', '=', reviewId).execute()
}

export type Coming = 'yes' | 'no' | 'words'
export const attendances = ['came', 'online', 'words', 'no'] as const
export type Attendance = (typeof attendances)[number]

export interface Invitation {
  readonly id: string
  readonly part: InviteePart
  readonly personId?: PersonId
  readonly organisationId?: OrganisationId
  readonly name: string
  readonly profession?: string
  readonly pathway?: AdulthoodPathway
  readonly lineIds: readonly LineId[]
  /** An interpreter, another format. */
  readonly needs?: string
  readonly sentAt?: Instant
  /** When somebody began to write their part, and who: the part itself is theirs until it is given. */
  readonly begunAt?: Instant
  readonly begunBy?: PersonId
  readonly coming?: Coming
  readonly answerWords?: string
  readonly papersAt?: Instant
  readonly attended?: Attendance
}

/** Those on the list of a review, in the order in which the law names them. */
export async function listInvitations(tx: Tx, caseFile: CaseFile, reviewId: string): Promise<Invitation[]> {
  const rows = await tx.db.selectFrom('reviewInvitation as i').leftJoin('person as p', 'p.id', 'i.personId').selectAll('i').select('p.profession')
    .where('i.localAreaId', '=', caseFile.localAreaId).where('i.caseId', '=', caseFile.id).where('i.reviewId', '=', reviewId).where('i.takenOffAt', 'is', null)
    .orderBy('i.name').orderBy('i.id').execute()
  const order: readonly string[] = ['young-person', 'child', 'parent', 'setting', 'officer', 'health', 'social-care', 'adviser', 'other']
  return rows.toSorted((a, b) => order.indexOf(a.part) - order.indexOf(b.part)).map((row) => ({
    id: row.id, part: row.part as InviteePart, name: row.name, lineIds: row.lineIds as LineId[],
    ...(row.personId === null ? {} : { personId: row.personId }), ...(row.organisationId === null ? {} : { organisationId: row.organisationId }),
    ...(row.profession === null ? {} : { profession: row.profession }), ...(row.pathway === null ? {} : { pathway: row.pathway as AdulthoodPathway }),
    ...(row.needs === null ? {} : { needs: row.needs }), ...(row.sentAt === null ? {} : { sentAt: row.sentAt }), ...(row.begunAt === null ? {} : { begunAt: row.begunAt }), ...(row.begunBy === null ? {} : { begunBy: row.begunBy }), ...(row.coming === null ? {} : { coming: row.coming as Coming }),
    ...(row.answerWords === null ? {} : { answerWords: row.answerWords }), ...(row.papersAt === null ? {} : { papersAt: row.papersAt }),
    ...(row.attended === null ? {} : { attended: row.attended as Attendance }),
  }))
}

export type NewInvitation = Omit<Invitation, 'profession' | 'sentAt' | 'begunAt' | 'begunBy' | 'coming' | 'answerWords' | 'papersAt' | 'attended'>

export async function insertInvitations(tx: Tx, caseFile: CaseFile, reviewId: ReviewId, invitations: readonly NewInvitation[]): Promise<void> {
  if (invitations.length === 0) return
  await tx.db.insertInto('reviewInvitation').values(invitations.map((one) => ({
    localAreaId: caseFile.localAreaId, id: one.id, reviewId, caseId: caseFile.id, part: one.part, personId: one.personId ?? null, organisationId: one.organisationId ?? null,
    name: one.name, pathway: one.pathway ?? null, lineIds: [...one.lineIds], needs: one.needs ?? null,
  }))).execute()
}

type Change = Partial<{ sentAt: Instant | null; begunAt: Instant; begunBy: PersonId; coming: Coming; answerWords: string | null; answeredAt: Instant; papersAt: Instant | null; attended: Attendance | null; takenOffAt: Instant }>

export async function changeInvitation(tx: Tx, caseFile: CaseFile, id: string, change: Change): Promise<void> {
  await tx.db.updateTable('reviewInvitation').set(change).where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', id).execute()
}

/** Whether an invitation is this viewer's: their own, or that of a body in which they work. */
export function isOwnInvitation(tx: Pick<Tx, 'viewer'>, { personId, organisationId }: Pick<Invitation, 'personId' | 'organisationId'>): boolean {
  if (tx.viewer.kind !== 'person') return false
  if (personId !== undefined) return personId === tx.viewer.personId
  return organisationId !== undefined && organisationsOf(tx.viewer).includes(organisationId)
}

/** What was sent at a moment that was taken back was never sent. */
export async function unsendAt(tx: Tx, caseFile: CaseFile, reviewId: ReviewId, column: 'sentAt' | 'papersAt', at: Instant): Promise<void> {
  await tx.db.updateTable('reviewInvitation').set({ [column]: null })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('reviewId', '=', reviewId).where(column, '=', at).execute()
}
