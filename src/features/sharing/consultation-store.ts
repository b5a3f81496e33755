// Consultations as pages read them: which settings were asked, what each is shown, and what each answered. A setting reads its
// own alone, and only while it is open. casebook/consultations.ts writes them, because issuing a plan closes them too.

import { sql } from 'kysely'
import { z } from 'zod'
import { chasedByItself, isTimeToChaseByItself } from '../../casebook/limits/automatic-chases.ts'
import { batchSize } from '../../casebook/in-batches.ts'
import { isSeen } from '../../casebook/sending/hold.ts'
import { notSealed } from '../../casebook/access/item-seals.ts'
import type { CaseFile, CaseKey } from '../../casebook/open-case-file.ts'
import { adviceTitles } from '../../casebook/plan/plan-content.ts'
import { caseInSight, organisationsOf } from '../../casebook/access/sight.ts'
import { copiesForViewer, documentsGiven } from '../../casebook/access/redacted-copies.ts'
import type { Tx } from '../../casebook/tx.ts'
import { isWithheldFrom } from '../../domain/access/withheld.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { AdviceId, CaseId, ConsultationId, DocumentId, LocalAreaId, OrganisationId, PlanVersionId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'

const yesNo = z.enum(['yes', 'no'])
export const answersShape = z.object({
  canMeet: z.enum(['yes', 'with-support', 'no']), canMeetWhy: z.string(),
  suitable: yesNo, suitableWhy: z.string(), harmsOthers: yesNo, harmsOthersWhy: z.string(), harmsResources: yesNo, harmsResourcesWhy: z.string(),
  place: yesNo, placeWhen: z.string(),
})
export type Answers = z.infer<typeof answersShape>

export interface Consultation {
  readonly id: ConsultationId
  readonly organisationId: OrganisationId
  readonly name: string
  readonly settingType?: string
  readonly versionId: PlanVersionId
  readonly versionNo: number
  readonly adviceIds: readonly string[]
  readonly documentIds: readonly DocumentId[]
  readonly askedForByFamily: boolean
  readonly sentOn: PlainDate
  readonly receivedOn: PlainDate
  readonly dueOn: PlainDate
  /** When the setting was reminded. */
  readonly chasedAt: readonly Instant[]
  readonly answers?: Answers
  readonly answeredBy?: string
  readonly answeredAt?: Instant
  readonly closedAt?: Instant
  readonly closedBecause?: string
}

const consultations = (tx: Tx, caseFile: CaseFile) =>
  tx.db.selectFrom('consultation as c').innerJoin('organisation as o', 'o.id', 'c.organisationId')
    .innerJoin('planVersion as v', (join) => join.onRef('v.localAreaId', '=', 'c.localAreaId').onRef('v.id', '=', 'c.versionId'))
    .leftJoin('person as p', 'p.id', 'c.answeredBy')
    .selectAll('c').select(['o.name', 'o.settingType', 'v.no as versionNo', 'p.fullName as answererName'])
    .where('c.localAreaId', '=', caseFile.localAreaId).where('c.caseId', '=', caseFile.id).where(isSeen(tx, 'c.localAreaId', 'c.id')).orderBy('c.sentOn').orderBy('o.name').orderBy('c.id')

type Row = Awaited<ReturnType<ReturnType<typeof consultations>['execute']>>[number]

const consultationOf = (row: Row): Consultation => ({
  id: row.id, organisationId: row.organisationId, name: row.name, versionId: row.versionId, versionNo: row.versionNo, adviceIds: row.adviceIds,
  documentIds: row.documentIds, askedForByFamily: row.askedForByFamily, sentOn: row.sentOn, receivedOn: row.receivedOn ?? row.sentOn, dueOn: row.dueOn, chasedAt: row.chasedAt,
  ...(row.settingType === null ? {} : { settingType: row.settingType }), ...(row.answers === null ? {} : { answers: answersShape.parse(row.answers) }),
  ...(row.answererName === null ? {} : { answeredBy: row.answererName }), ...(row.answeredAt === null ? {} : { answeredAt: row.answeredAt }),
  ...(row.withdrawnAt === null ? {} : { closedAt: row.withdrawnAt }), ...(row.withdrawnReason === null ? {} : { closedBecause: row.withdrawnReason }),
})

/** Every consultation of the case, for the council. */
export const listConsultations = async (tx: Tx, caseFile: CaseFile): Promise<Consultation[]> =>
  (await consultations(tx, caseFile).execute()).map(consultationOf)

export async function findConsultation(tx: Tx, caseFile: CaseFile, id: string): Promise<Consultation | undefined> {
  if (!isId(id)) return undefined
  const row = await consultations(tx, caseFile).where('c.id', '=', id as ConsultationId).executeTakeFirst()
  return row === undefined ? undefined : consultationOf(row)
}

/** The consultation when it was sent to a setting of the viewer's and is still open: another's, or a closed one, is not there. */
export async function findOwnConsultation(tx: Tx, caseFile: CaseFile, id: string): Promise<Consultation | undefined> {
  const found = await findConsultation(tx, caseFile, id)
  return found !== undefined && found.closedAt === undefined && organisationsOf(tx.viewer).includes(found.organisationId) ? found : undefined
}

export interface Report {
  readonly id: AdviceId
  readonly title: string
  readonly author: string
  readonly role: string
  readonly dated?: PlainDate
  readonly text: string
  readonly documentId?: DocumentId
  /** The family's own words: sent to a setting only when it needs them. */
  readonly isFamilyViews: boolean
  readonly lines: number
}

/** Reports that may be shown to a setting: given, under no seal, and not kept from it by the wish of whoever gave them. */
export async function listReportsForSettings(tx: Tx, caseFile: CaseFile): Promise<Report[]> {
  const rows = await tx.db.selectFrom('advice as a').select(['a.id', 'a.kind', 'a.authorName', 'a.authorRole', 'a.dated', 'a.reportText', 'a.documentId', 'a.notFor'])
    .select((eb) => eb.selectFrom('adviceLine as l').select((count) => count.fn.countAll<string>().as('n'))
      .whereRef('l.localAreaId', '=', 'a.localAreaId').whereRef('l.adviceId', '=', 'a.id').where('l.removedAt', 'is', null).as('lines'))
    .where('a.localAreaId', '=', caseFile.localAreaId).where('a.caseId', '=', caseFile.id).where('a.state', 'in', ['given', 'accepted']).where(notSealed(caseFile, 'a.id'))
    .orderBy('a.item').orderBy('a.dated').orderBy('a.id').execute()
  const copies = await copiesForViewer(tx, caseFile)
  return rows.filter(({ notFor }) => !isWithheldFrom(notFor, { parts: ['consulted-setting'] })).flatMap((row) => {
    const given = copies.ofAdvice({ id: row.id, isOwn: false })
    return given.kind === 'nothing-yet' ? [] : [{ ...row, reportText: given.kind === 'copy' ? given.copy.text : row.reportText }]
  }).map((row) => ({
    id: row.id, title: adviceTitles[row.kind] ?? 'Advice', author: row.authorName, role: row.authorRole, text: row.reportText,
    isFamilyViews: row.kind === 'parental' || row.kind === 'child-views', lines: Number(row.lines ?? 0),
    ...(row.dated === null ? {} : { dated: row.dated }), ...(row.documentId === null ? {} : { documentId: row.documentId }),
  }))
}

export interface Paper {
  readonly id: DocumentId
  readonly title: string
  readonly fileName: string
  readonly contentType: string
  readonly size: number
  readonly sha256: string
  readonly isCouncilOnly: boolean
}

export async function listPapers(tx: Tx, caseFile: CaseFile): Promise<Paper[]> {
  const rows = await tx.db.selectFrom('document').select(['id', 'title', 'fileName', 'contentType', 'size', 'sha256', 'audience'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('removedAt', 'is', null).where(notSealed(caseFile, 'document.id'))
    .orderBy('uploadedAt').orderBy('id').execute()
  return documentsGiven(await copiesForViewer(tx, caseFile), rows.map(({ audience, ...paper }) => ({ ...paper, isCouncilOnly: audience.length === 0 })))
}

export interface InboxItem {
  readonly id: ConsultationId
  readonly areaCode: string
  readonly areaName: string
  readonly caseId: CaseId
  readonly reference: string
  readonly childName: string
  readonly bornOn: PlainDate
  readonly setting: string
  readonly dueOn: PlainDate
  readonly chasedAt: readonly Instant[]
  readonly answeredAt?: Instant
}

/** Open consultations of every setting that the viewer works for, in all areas; those without an answer first, by due day. */
export async function listInbox(tx: Tx): Promise<InboxItem[]> {
  const mine = organisationsOf(tx.viewer)
  if (mine.length === 0) return []
  const rows = await tx.db.selectFrom('consultation as c')
    .innerJoin('caseFile', (join) => join.onRef('caseFile.localAreaId', '=', 'c.localAreaId').onRef('caseFile.id', '=', 'c.caseId'))
    .innerJoin('child as k', (join) => join.onRef('k.localAreaId', '=', 'caseFile.localAreaId').onRef('k.id', '=', 'caseFile.childId'))
    .innerJoin('localArea as a', 'a.id', 'c.localAreaId').innerJoin('organisation as o', 'o.id', 'c.organisationId')
    .select(['c.id', 'a.code', 'a.name as areaName', 'c.caseId', 'caseFile.reference', 'k.givenName', 'k.preferredName', 'k.familyName', 'k.bornOn',
      'o.name as setting', 'c.dueOn', 'c.answeredAt', 'c.chasedAt'])
    .where('c.organisationId', 'in', mine).where('c.withdrawnAt', 'is', null).where(caseInSight(tx))
    .orderBy('c.dueOn').orderBy('c.id').execute()
  return rows.map((row) => ({
    id: row.id, areaCode: row.code, areaName: row.areaName, caseId: row.caseId, reference: row.reference, bornOn: row.bornOn, setting: row.setting, dueOn: row.dueOn, chasedAt: row.chasedAt,
    childName: `${row.preferredName ?? row.givenName} ${row.familyName}`, ...(row.answeredAt === null ? {} : { answeredAt: row.answeredAt }),
  })).toSorted((a, b) => Number(a.answeredAt !== undefined) - Number(b.answeredAt !== undefined))
}

interface LateConsultation {
  readonly key: CaseKey
  readonly localAreaId: LocalAreaId
  readonly id: ConsultationId
}

/** Late answers that the worker may chase, found by their clocks; whether it is time is asked again while the case is held. */
export async function listLateConsultations(tx: Tx, after: LateConsultation | undefined): Promise<LateConsultation[]> {
  const found = await sql<{ localAreaId: LocalAreaId; code: string; caseId: CaseId; id: ConsultationId }>`
    select k.local_area_id, a.code, k.case_id, k.id
    from local_area a join clock cl on cl.local_area_id = a.id and cl.is_open and cl.due_on < ${tx.today} and cl.scope = 'consultation' and cl.owed_by = 'setting'
    join consultation k on k.local_area_id = cl.local_area_id and k.case_id = cl.case_id and k.id = case when cl.scope = 'consultation' then cl.about::uuid end
    where k.answered_at is null and k.withdrawn_at is null and k.due_on < ${tx.today} and ${isTimeToChaseByItself(tx.today, 'k')}
      and ${chasedByItself('a.id', 'consultation')}
      ${after === undefined ? sql`` : sql`and (k.local_area_id, k.id) > (${after.localAreaId}, ${after.id})`}
    order by k.local_area_id, k.id limit ${batchSize}`.execute(tx.db)
  return found.rows.map(({ localAreaId, code, caseId, id }) => ({ localAreaId, id, key: { area: code, caseId } }))
}

/** The settings that the child attends today. */
export async function listAttended(tx: Tx, caseFile: CaseFile): Promise<OrganisationId[]> {
  const rows = await tx.db.selectFrom('childSetting').select('organisationId')
    .where('localAreaId', '=', caseFile.localAreaId).where('childId', '=', caseFile.child.id).where('fromOn', '<=', tx.today)
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).execute()
  return rows.flatMap(({ organisationId }) => organisationId ?? [])
}
