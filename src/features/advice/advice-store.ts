// All SQL of advice and views (tables advice and advice_kept_save).

import { z } from 'zod'
import { notHidden } from '../../casebook/access/item-seals.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { RedactedCopy } from '../../casebook/access/redacted-copies.ts'
import { blocksIn, copiesForViewer } from '../../casebook/access/redacted-copies.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import { organisationsOf } from '../../casebook/access/sight.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { AdviceInSight, Looker } from '../../domain/advice/advice-sight.ts'
import { adviceInSight, isOwn, maySeeAdvice } from '../../domain/advice/advice-sight.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { AdviceItem } from '../../domain/case-file/facts.ts'
import type { AdviceId, AdviceRequestId, DocumentId, OrganisationId, PersonId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'
import type { TextBlock } from '../../platform/documents/kept-text.ts'

export const ways = ['type', 'paste', 'file'] as const
export type Way = (typeof ways)[number]
export type Answers = Readonly<Record<string, string>>

/** What its author may change until it is sent. */
export interface AdviceContent {
  readonly authorName: string
  readonly authorRole: string
  readonly registration?: string
  readonly organisationName?: string
  readonly dated?: PlainDate
  readonly contactOn?: PlainDate
  readonly contactMethod?: string
  readonly knownToService?: boolean
  /** How a child's views were gathered. */
  readonly method?: string
  readonly supporter?: string
  readonly answers: Answers
  readonly way: Way
  readonly reportText: string
  readonly blocks: readonly TextBlock[]
  readonly documentId?: DocumentId
  readonly notFor: readonly string[]
}

export interface Advice extends AdviceContent {
  readonly id: AdviceId
  readonly requestId?: AdviceRequestId
  readonly item: AdviceItem
  readonly kind: string
  readonly authorId?: PersonId
  readonly organisationId?: OrganisationId
  readonly state: AdviceInSight['state']
  /** Goes up with each save; 0 before the first. */
  readonly version: number
  readonly givenAt?: Instant
  readonly returnedAt?: Instant
  readonly returnReasons?: string
  readonly isEarlier: boolean
  readonly begunBy?: PersonId
  readonly recordedBy?: PersonId
  readonly channel?: string
  readonly sight: AdviceInSight
  /** The words are those of a copy with words removed, made for this reader. */
  readonly isCopy: boolean
  readonly copy?: RedactedCopy
}

const answersIn = z.record(z.string(), z.string())
const rowsOf = (tx: Tx, caseFile: CaseFile) => tx.db.selectFrom('advice as d')
  .leftJoin('adviceRequest as q', (join) => join.onRef('q.localAreaId', '=', 'd.localAreaId').onRef('q.id', '=', 'd.adviceRequestId'))
  .selectAll('d').select(['q.askedPersonId', 'q.askedOrganisationId'])
  .where('d.localAreaId', '=', caseFile.localAreaId).where('d.caseId', '=', caseFile.id).where(notHidden(caseFile, 'd.id'))

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>

const present = <T extends object>(value: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null && one !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> }

function toAdvice(row: Row): Advice {
  const state = row.state as AdviceInSight['state']
  return {
    id: row.id, item: row.item as AdviceItem, kind: row.kind, authorName: row.authorName, authorRole: row.authorRole, state, version: row.version,
    isEarlier: row.isEarlier, answers: answersIn.parse(row.answers), blocks: blocksIn.parse(row.reportBlocks), reportText: row.reportText,
    way: ways.find((way) => way === row.way) ?? 'type', notFor: row.notFor, isCopy: false,
    ...present({
      requestId: row.adviceRequestId, authorId: row.authorPersonId, organisationId: row.organisationId, registration: row.registration,
      organisationName: row.organisationName, dated: row.dated, contactOn: row.contactWithChildOn, contactMethod: row.contactMethod,
      knownToService: row.knownToService, method: row.method, supporter: row.supporter, documentId: row.documentId, givenAt: row.givenAt,
      returnedAt: row.returnedAt, returnReasons: row.returnReasons, begunBy: row.begunBy, recordedBy: row.recordedBy, channel: row.channel,
    }),
    sight: adviceInSight(row),
  }
}

export function lookerOf(tx: Tx, caseFile: CaseFile): Looker {
  return { personId: tx.viewer.kind === 'person' ? tx.viewer.personId : '', parts: caseFile.parts, organisationIds: organisationsOf(tx.viewer), ...(caseFile.onlyBefore === undefined ? {} : { onlyBefore: caseFile.onlyBefore }), ...(caseFile.actsFor === undefined ? {} : { actsFor: caseFile.actsFor }) }
}

/** The advice on the case that this viewer may read, in the order of the law and then of time. */
export async function listAdvice(tx: Tx, caseFile: CaseFile): Promise<Advice[]> {
  const rows = await rowsOf(tx, caseFile).orderBy('d.item').orderBy('d.givenAt').orderBy('d.id').execute()
  const looker = lookerOf(tx, caseFile)
  return asGiven(tx, caseFile, rows.map(toAdvice).filter(({ sight }) => maySeeAdvice(sight, looker)))
}

/** The advice, or NotFound when it is not on this case or not for this viewer. */
export async function getAdvice(tx: Tx, caseFile: CaseFile, id: string): Promise<Advice> {
  const row = isId(id) ? await rowsOf(tx, caseFile).where('d.id', '=', id as AdviceId).executeTakeFirst() : undefined
  if (row === undefined) throw new NotFound('advice')
  const advice = toAdvice(row)
  const [given] = maySeeAdvice(advice.sight, lookerOf(tx, caseFile)) ? await asGiven(tx, caseFile, [advice]) : []
  if (given === undefined) throw new NotFound('advice')
  return given
}

/** Each as this reader gets it: whole, as the copy that was released for them, or not at all while that is being made. */
async function asGiven(tx: Tx, caseFile: CaseFile, all: readonly Advice[]): Promise<Advice[]> {
  const copies = await copiesForViewer(tx, caseFile)
  return all.flatMap((advice) => {
    const given = copies.ofAdvice({ id: advice.id, isOwn: isMine(tx, caseFile, advice) })
    if (given.kind === 'whole') return [advice]
    return given.kind === 'nothing-yet' ? [] : [{ ...advice, answers: {}, reportText: given.copy.text, blocks: given.copy.blocks, isCopy: true, copy: given.copy }]
  })
}

export const isMine = (tx: Tx, caseFile: CaseFile, advice: Advice): boolean => isOwn(advice.sight, lookerOf(tx, caseFile))

/** The latest advice begun for a request, whoever may see it: for acts, which ask for themselves what is allowed. */
export async function findAdviceFor(tx: Tx, caseFile: CaseFile, requestId: AdviceRequestId): Promise<Advice | undefined> {
  const row = await rowsOf(tx, caseFile).where('d.adviceRequestId', '=', requestId).orderBy('d.begunAt', 'desc').orderBy('d.id', 'desc').limit(1).executeTakeFirst()
  return row === undefined ? undefined : toAdvice(row)
}

/** Views that this person is writing and has not sent: their own, or what they write down for somebody else. */
export async function findWorkingViews(tx: Tx, caseFile: CaseFile, kind: 'parental' | 'child-views', authorId: PersonId | undefined): Promise<Advice | undefined> {
  if (tx.viewer.kind !== 'person') return undefined
  const row = await rowsOf(tx, caseFile).where('d.kind', '=', kind).where('d.state', '=', 'working').where('d.begunBy', '=', tx.viewer.personId)
    .where('d.authorPersonId', authorId === undefined ? 'is' : '=', authorId ?? null).orderBy('d.begunAt', 'desc').limit(1).executeTakeFirst()
  return row === undefined ? undefined : toAdvice(row)
}

const columnsOf = (content: AdviceContent) => ({
  authorName: content.authorName, authorRole: content.authorRole, registration: content.registration ?? null, organisationName: content.organisationName ?? null,
  dated: content.dated ?? null, contactWithChildOn: content.contactOn ?? null, contactMethod: content.contactMethod ?? null,
  knownToService: content.knownToService ?? null, method: content.method ?? null, supporter: content.supporter ?? null,
  answers: JSON.stringify(content.answers), way: content.way, reportText: content.reportText, reportBlocks: JSON.stringify(content.blocks),
  documentId: content.documentId ?? null, notFor: [...content.notFor],
})

export interface NewAdvice {
  readonly id: AdviceId
  readonly requestId?: AdviceRequestId
  readonly item: AdviceItem
  readonly kind: string
  readonly authorId?: PersonId
  readonly organisationId?: OrganisationId
  readonly recordedBy?: PersonId
  readonly channel?: string
  readonly state?: AdviceInSight['state']
  readonly isEarlier?: boolean
  readonly reuseAgreed?: object
}

export async function insertAdvice(tx: Tx, caseFile: CaseFile, advice: NewAdvice, content: AdviceContent): Promise<void> {
  const state = advice.state ?? 'working'
  await tx.db.insertInto('advice').values({
    localAreaId: caseFile.localAreaId, caseId: caseFile.id, id: advice.id, adviceRequestId: advice.requestId ?? null, item: advice.item,
    kind: advice.kind, authorPersonId: advice.authorId ?? null, organisationId: advice.organisationId ?? null, state, ...columnsOf(content),
    begunBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, begunAt: tx.now, recordedBy: advice.recordedBy ?? null, channel: advice.channel ?? null,
    isEarlier: advice.isEarlier ?? false, reuseAgreed: advice.reuseAgreed === undefined ? null : JSON.stringify(advice.reuseAgreed),
    givenAt: state === 'working' ? null : tx.now,
  }).execute()
}

/** Saves over the version that was read; false, and nothing is changed, when there is a newer one. */
export async function saveAdvice(tx: Tx, caseFile: CaseFile, id: AdviceId, version: number, content: AdviceContent): Promise<boolean> {
  const { numUpdatedRows } = await tx.db.updateTable('advice').set({ ...columnsOf(content), version: version + 1 })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', id)
    .where('version', '=', version).where('state', 'in', ['working', 'returned']).executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface StateChange {
  readonly state: AdviceInSight['state']
  readonly givenAt?: Instant
  readonly returnedAt?: Instant
  readonly returnReasons?: string
  readonly channel?: string
  readonly rating?: object
}

export async function changeAdviceState(tx: Tx, caseFile: CaseFile, id: AdviceId, { rating, ...changes }: StateChange): Promise<void> {
  await tx.db.updateTable('advice').set({ ...changes, ...(rating === undefined ? {} : { rating: JSON.stringify(rating) }) })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', id).execute()
}

export interface KeptSave {
  readonly id: string
  readonly answers: Answers
  readonly reportText: string
  readonly savedBy: string
  readonly savedAt: Instant
}

/** Keeps a save that came too late. The same words kept twice (a page that saves itself goes on trying) are kept once. */
export async function keepSave(tx: Tx, caseFile: CaseFile, adviceId: AdviceId, basedOn: number, { answers, reportText }: AdviceContent): Promise<void> {
  if (tx.viewer.kind !== 'person') return
  const { personId } = tx.viewer
  const open = await tx.db.selectFrom('adviceKeptSave').select('id').where('localAreaId', '=', caseFile.localAreaId).where('adviceId', '=', adviceId)
    .where('savedBy', '=', personId).where('basedOn', '=', basedOn).where('settledAt', 'is', null).executeTakeFirst()
  const words = { answers: JSON.stringify(answers), reportText, savedAt: tx.now }
  if (open === undefined) {
    await tx.db.insertInto('adviceKeptSave').values({ localAreaId: caseFile.localAreaId, id: tx.newId<string>(), adviceId, basedOn, savedBy: personId, ...words }).execute()
  } else {
    await tx.db.updateTable('adviceKeptSave').set(words).where('localAreaId', '=', caseFile.localAreaId).where('id', '=', open.id).execute()
  }
}

export async function listKeptSaves(tx: Tx, caseFile: CaseFile, adviceId: AdviceId): Promise<KeptSave[]> {
  const rows = await tx.db.selectFrom('adviceKeptSave as k').leftJoin('person as p', 'p.id', 'k.savedBy')
    .select(['k.id', 'k.answers', 'k.reportText', 'k.savedAt', 'p.fullName']).where('k.localAreaId', '=', caseFile.localAreaId)
    .where('k.adviceId', '=', adviceId).where('k.settledAt', 'is', null).orderBy('k.savedAt').execute()
  return rows.map((row) => ({ id: row.id, answers: answersIn.parse(row.answers), reportText: row.reportText, savedBy: row.fullName ?? 'Somebody', savedAt: row.savedAt }))
}

/** Says that what these saves held has been dealt with. They stay in the table. */
export async function settleKeptSaves(tx: Tx, caseFile: CaseFile, adviceId: AdviceId): Promise<void> {
  await tx.db.updateTable('adviceKeptSave').set({ settledAt: tx.now })
    .where('localAreaId', '=', caseFile.localAreaId).where('adviceId', '=', adviceId).where('settledAt', 'is', null).execute()
}
