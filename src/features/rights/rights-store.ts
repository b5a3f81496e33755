// All SQL of the rights: whom to tell, how to reach the young person, assessments of capacity, and how permission was said.

import { sql } from 'kysely'
import { notHidden } from '../../casebook/access/item-seals.ts'
import type { CaseFile, CaseKey } from '../../casebook/open-case-file.ts'
import type { Tie } from '../../casebook/family/family-rows.ts'
import { organisationsOf } from '../../casebook/access/sight.ts'
import type { Tx } from '../../casebook/tx.ts'
import { adviceInSight, maySeeAdvice } from '../../domain/advice/advice-sight.ts'
import { londonDateOf } from '../../domain/calendar/london-date.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import { addDays, addMonths } from '../../domain/calendar/plain-date.ts'
import { bornByToBeYoungPerson } from '../../domain/calendar/school-year.ts'
import type { AdviceId, DocumentId, PersonId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'
import { noticeMonths, reminderDays } from '../../domain/rights/rights-letter-due.ts'

/**
 * Cases whose family is perhaps to be told: found by day of birth, since a whole school year passes on one day. Which letter is due
 * is the rule's to say, when the case is held.
 */
export async function listCasesToTell(tx: Tx): Promise<CaseKey[]> {
  const { today } = tx
  const told = (type: string) => sql`exists (select 1 from fact f where f.local_area_id = c.local_area_id and f.case_id = c.id and f.type = ${sql.lit(type)})`
  const found = await sql<{ code: string; id: string }>`
    select a.code, c.id from local_area a
    join child ch on ch.local_area_id = a.id and ch.born_on > ${bornByToBeYoungPerson(addMonths(today, -noticeMonths))} and ch.born_on <= ${bornByToBeYoungPerson(addMonths(today, noticeMonths))}
    join case_file c on c.local_area_id = ch.local_area_id and c.child_id = ch.id and c.stage in ('considering', 'assessing', 'drafting', 'draft-out', 'maintained', 'reviewing', 'amending')
    where not ${told('rights-notice-given')}
      or (ch.born_on > ${bornByToBeYoungPerson(today)} and ch.born_on <= ${bornByToBeYoungPerson(addDays(today, reminderDays))} and not ${told('rights-reminder-sent')})
    order by a.code, c.id`.execute(tx.db)
  return found.rows.map(({ code, id }) => ({ area: code, caseId: id }))
}

export interface YoungPersonContact {
  readonly personId: PersonId
  readonly email?: string
  readonly phone?: string
  readonly canSignIn: boolean
  /** They have their own part in the case. */
  readonly isOnCase: boolean
  readonly tie?: Tie & { readonly id: string }
}

/** How the young person can be reached themselves; undefined while nothing is recorded. */
export async function findYoungPerson(tx: Tx, { localAreaId, id, child }: CaseFile): Promise<YoungPersonContact | undefined> {
  if (child.personId === undefined) return undefined
  const person = await tx.db.selectFrom('person').select(['id', 'email', 'phone', 'canSignIn']).where('id', '=', child.personId).executeTakeFirstOrThrow()
  const tie = await tx.db.selectFrom('relationship').selectAll().where('localAreaId', '=', localAreaId).where('childId', '=', child.id).where('personId', '=', child.personId).limit(1).executeTakeFirst()
  const party = await tx.db.selectFrom('caseParty').select('id').where('localAreaId', '=', localAreaId).where('caseId', '=', id)
    .where('personId', '=', child.personId).where('part', '=', 'young-person').where('fromOn', '<=', tx.today)
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).executeTakeFirst()
  return {
    personId: person.id, canSignIn: person.canSignIn, isOnCase: party !== undefined,
    ...(person.email === null ? {} : { email: person.email }), ...(person.phone === null ? {} : { phone: person.phone }),
    ...(tie === undefined ? {} : { tie: {
      id: tie.id, relation: tie.relation, hasParentalResponsibility: tie.hasParentalResponsibility, responsibilityEvidence: tie.responsibilityEvidence,
      livesWithChild: tie.livesWithChild, safeContact: tie.safeContact, safeContactNote: tie.safeContactNote, language: tie.language, needsInterpreter: tie.needsInterpreter, formats: tie.formats,
    } }),
  }
}

/** Whoever has this e-mail address: an address is one person's alone. */
export async function findByEmail(tx: Tx, email: string): Promise<{ id: PersonId; fullName: string } | undefined> {
  return tx.db.selectFrom('person').select(['id', 'fullName']).where((eb) => eb(eb.fn<string>('lower', ['email']), '=', email.toLowerCase())).limit(1).executeTakeFirst()
}

export interface Assessment {
  readonly id: string
  readonly decision: string
  readonly about: string
  readonly support: string
  readonly assessedBy: string
  readonly assessorRole: string
  readonly reasons: string
  readonly hasCapacity: boolean
  readonly evidence?: string
  readonly evidenceDocumentId?: DocumentId
  readonly appointmentEvidence?: string
}

export async function insertAssessment(tx: Tx, caseFile: CaseFile, { evidence, evidenceDocumentId, appointmentEvidence, ...row }: Assessment, recordedBy: PersonId): Promise<void> {
  await tx.db.insertInto('capacityAssessment').values({
    localAreaId: caseFile.localAreaId, caseId: caseFile.id, ...row, evidence: evidence ?? null, evidenceDocumentId: evidenceDocumentId ?? null,
    appointmentEvidence: appointmentEvidence ?? null, recordedBy, recordedAt: tx.now,
  }).execute()
}

export async function findAssessment(tx: Tx, caseFile: CaseFile, id: string): Promise<(Assessment & { readonly recordedByName: string; readonly recordedAt: Instant }) | undefined> {
  if (!isId(id)) return undefined
  const row = await tx.db.selectFrom('capacityAssessment as a').innerJoin('person as p', 'p.id', 'a.recordedBy').selectAll('a').select('p.fullName')
    .where('a.localAreaId', '=', caseFile.localAreaId).where('a.caseId', '=', caseFile.id).where('a.id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  return {
    id: row.id, decision: row.decision, about: row.about, support: row.support, assessedBy: row.assessedBy, assessorRole: row.assessorRole, reasons: row.reasons,
    hasCapacity: row.hasCapacity, recordedByName: row.fullName, recordedAt: row.recordedAt, ...(row.evidence === null ? {} : { evidence: row.evidence }),
    ...(row.evidenceDocumentId === null ? {} : { evidenceDocumentId: row.evidenceDocumentId as DocumentId }), ...(row.appointmentEvidence === null ? {} : { appointmentEvidence: row.appointmentEvidence }),
  }
}

export interface PermissionSaid {
  readonly id: string
  readonly parentId: PersonId
  readonly how: string
  readonly words?: string | undefined
  readonly evidenceDocumentId?: DocumentId | undefined
}

export async function insertPermission(tx: Tx, caseFile: CaseFile, { words, evidenceDocumentId, ...row }: PermissionSaid, recordedBy: PersonId): Promise<void> {
  await tx.db.insertInto('permissionSaid').values({
    localAreaId: caseFile.localAreaId, caseId: caseFile.id, ...row, words: words ?? null, evidenceDocumentId: evidenceDocumentId ?? null, recordedBy, recordedAt: tx.now,
  }).execute()
}

export interface KeptPermission extends PermissionSaid { readonly recordedByName: string }

/** How each permission was said, by its id. */
export async function listPermissions(tx: Tx, caseFile: CaseFile): Promise<Map<string, KeptPermission>> {
  const rows = await tx.db.selectFrom('permissionSaid as s').innerJoin('person as p', 'p.id', 's.recordedBy').selectAll('s').select('p.fullName')
    .where('s.localAreaId', '=', caseFile.localAreaId).where('s.caseId', '=', caseFile.id).execute()
  return new Map(rows.map((row) => [row.id, {
    id: row.id, parentId: row.parentId as PersonId, how: row.how, recordedByName: row.fullName, words: row.words ?? undefined, evidenceDocumentId: (row.evidenceDocumentId ?? undefined) as DocumentId | undefined,
  }]))
}

/** Everybody recorded as family but the young person: who of them could be a deputy or attorney. */
export async function listRecordedFamily(tx: Tx, { localAreaId, child }: CaseFile): Promise<{ readonly personId: PersonId; readonly name: string; readonly relation: string }[]> {
  const rows = await tx.db.selectFrom('relationship as r').innerJoin('person as p', 'p.id', 'r.personId').select(['p.id', 'p.fullName', 'r.relation'])
    .where('r.localAreaId', '=', localAreaId).where('r.childId', '=', child.id).orderBy('p.fullName').execute()
  return rows.filter(({ id }) => id !== child.personId).map(({ id, fullName, relation }) => ({ personId: id, name: fullName, relation }))
}

export interface OwnHistory {
  readonly reports: readonly { readonly id: AdviceId; readonly title: string; readonly on: PlainDate }[]
  readonly documents: readonly { readonly id: DocumentId; readonly title: string; readonly on: PlainDate }[]
}

/** What a parent gave and could read: the reports by the one rule of who may read advice, and their own papers. */
export async function listOwnHistory(tx: Tx, caseFile: CaseFile): Promise<OwnHistory> {
  if (tx.viewer.kind !== 'person') return { reports: [], documents: [] }
  const { personId } = tx.viewer
  const advice = await tx.db.selectFrom('advice as d')
    .leftJoin('adviceRequest as q', (join) => join.onRef('q.localAreaId', '=', 'd.localAreaId').onRef('q.id', '=', 'd.adviceRequestId'))
    .select(['d.id', 'd.kind', 'd.state', 'd.authorName', 'd.authorPersonId', 'd.organisationId', 'd.begunBy', 'd.notFor', 'd.givenAt', 'q.askedPersonId', 'q.askedOrganisationId'])
    .where('d.localAreaId', '=', caseFile.localAreaId).where('d.caseId', '=', caseFile.id).where('d.givenAt', 'is not', null).where(notHidden(caseFile, 'd.id')).orderBy('d.givenAt').orderBy('d.id').execute()
  const looker = { personId, parts: caseFile.parts, organisationIds: organisationsOf(tx.viewer), ...(caseFile.onlyBefore === undefined ? {} : { onlyBefore: caseFile.onlyBefore }) }
  const documents = await tx.db.selectFrom('document').select(['id', 'title', 'uploadedAt'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('uploadedBy', '=', personId).where('removedAt', 'is', null).where(notHidden(caseFile, 'document.id')).orderBy('uploadedAt').execute()
  return {
    reports: advice.flatMap((row) => {
      const givenOn = row.givenAt === null ? undefined : londonDateOf(row.givenAt)
      return givenOn !== undefined && maySeeAdvice(adviceInSight(row), looker) ? [{ id: row.id, title: row.kind === 'parental' ? 'Your views' : row.kind === 'child-views' ? 'Their own views' : row.authorName, on: givenOn }] : []
    }),
    documents: documents.map(({ id, title, uploadedAt }) => ({ id, title, on: londonDateOf(uploadedAt) })),
  }
}
