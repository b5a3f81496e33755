// All SQL of requests being written: drafts, the browsers that have them open, wrong return codes. A draft is opened only by
// its starter's account or by a browser that holds its cookie; nobody opens one by its id.

import { sql } from 'kysely'
import { z } from 'zod'
import type { Area } from '../../casebook/open-case-file.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import type { Tx } from '../../casebook/tx.ts'
import { sayInHand } from '../../casebook/tx.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import { parsePlainDate } from '../../domain/calendar/plain-date.ts'
import type { Channel, Requester } from '../../domain/case-file/facts.ts'
import { channels, requesters } from '../../domain/case-file/facts.ts'
import { journeyOf } from '../../domain/case-file/request-gateway.ts'
import type { CaseId, LocalAreaId, OrganisationId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'
import type { Answers } from './journey/question.ts'
import { openHome, sealHome } from './secret-home.ts'

export interface Recording {
  readonly channel: Channel
  readonly receivedOn: PlainDate
}

export interface Draft {
  readonly area: Area
  readonly localAreaId: LocalAreaId
  readonly id: string
  readonly key: { readonly area: string; readonly draftId: string }
  readonly reference: string
  readonly madeBy: Requester
  readonly isWrittenDown: boolean
  readonly recording?: Recording
  readonly hasAccount: boolean
  readonly answers: Answers
  readonly codeHash?: string
  readonly codeNumber: number
  readonly isCodeSeen: boolean
  readonly savedAt: Instant
  readonly sentAt?: Instant
  readonly caseId?: CaseId
}

const answersSchema = z.record(z.string(), z.record(z.string(), z.union([z.string(), z.array(z.string())])))
const recordingSchema = z.object({
  channel: z.enum(channels), receivedOn: z.string().transform((text, check) => parsePlainDate(text) ?? (check.addIssue('no date'), z.NEVER)),
})

export async function insertDraft(
  tx: Tx, area: Area,
  draft: { id: string; reference: string; madeBy: Requester; recording?: Recording; answers: Answers },
): Promise<void> {
  // Without an account it is nobody's but whoever's who knows its reference.
  if (tx.viewer.kind !== 'person') await sayInHand(tx, { reference: draft.reference })
  await tx.db.insertInto('requestDraft').values({
    localAreaId: area.id, id: draft.id, reference: draft.reference, journey: journeyOf(draft.madeBy), madeBy: draft.madeBy,
    recording: draft.recording === undefined ? null : JSON.stringify(draft.recording),
    startedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, answers: JSON.stringify(sealHome(tx.house.sealer, draft.answers, { localAreaId: area.id, draftId: draft.id })), startedAt: tx.now, savedAt: tx.now,
  }).execute()
}

/** Lets a browser without an account open the draft until `endsAt`. */
export async function insertBrowser(tx: Tx, localAreaId: LocalAreaId, requestDraftId: string, tokenHash: string, endsAt: Instant): Promise<void> {
  await sayInHand(tx, { browserHash: tokenHash })
  await tx.db.insertInto('requestDraftBrowser').values({ localAreaId, requestDraftId, tokenHash, openedAt: tx.now, endsAt })
    .onConflict((conflict) => conflict.columns(['localAreaId', 'requestDraftId', 'tokenHash']).doUpdateSet({ endsAt })).execute()
}

/** The draft, or NotFound when it does not exist or was begun by somebody else. */
export async function getDraft(tx: Tx, area: Area, draftId: string, browserHash: string | undefined, { lock = false } = {}): Promise<Draft> {
  if (!isId(draftId)) throw new NotFound('request draft')
  if (browserHash !== undefined) await sayInHand(tx, { browserHash })
  let query = tx.db.selectFrom('requestDraft').selectAll().where('localAreaId', '=', area.id).where('id', '=', draftId)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (row === undefined) throw new NotFound('request draft')
  const isOwn = row.startedBy !== null && tx.viewer.kind === 'person' && tx.viewer.personId === row.startedBy
  if (!isOwn && (row.startedBy !== null || !await isOpenIn(tx, area.id, draftId, browserHash))) throw new NotFound('request draft')
  const recording = row.recording === null ? undefined : recordingSchema.parse(row.recording)
  return {
    area, localAreaId: area.id, id: row.id, key: { area: area.code, draftId: row.id }, reference: row.reference,
    madeBy: z.enum(requesters).parse(row.madeBy), isWrittenDown: recording !== undefined, hasAccount: row.startedBy !== null,
    answers: openHome(tx.house.sealer, answersSchema.parse(row.answers), { localAreaId: area.id, draftId: row.id }), codeNumber: row.codeNumber, isCodeSeen: row.codeSeenAt !== null, savedAt: row.savedAt,
    ...(recording === undefined ? {} : { recording }), ...(row.returnCodeHash === null ? {} : { codeHash: row.returnCodeHash }),
    ...(row.sentAt === null ? {} : { sentAt: row.sentAt }), ...(row.caseId === null ? {} : { caseId: row.caseId }),
  }
}

async function isOpenIn(tx: Tx, localAreaId: LocalAreaId, requestDraftId: string, browserHash: string | undefined): Promise<boolean> {
  if (browserHash === undefined) return false
  const row = await tx.db.selectFrom('requestDraftBrowser').select('tokenHash').where('localAreaId', '=', localAreaId)
    .where('requestDraftId', '=', requestDraftId).where('tokenHash', '=', browserHash).where('endsAt', '>', tx.now).executeTakeFirst()
  return row !== undefined
}

const rowOf = (tx: Tx, draft: Pick<Draft, 'localAreaId' | 'id'>) =>
  tx.db.updateTable('requestDraft').where('localAreaId', '=', draft.localAreaId).where('id', '=', draft.id)

export async function saveAnswers(tx: Tx, draft: Draft, answers: Answers): Promise<void> {
  await rowOf(tx, draft).set({ answers: JSON.stringify(sealHome(tx.house.sealer, answers, { localAreaId: draft.localAreaId, draftId: draft.id })), savedAt: tx.now }).execute()
}

/** Seals the secret address of every draft that is being written anew with the key of today. Answers with how many there are. */
export async function sealDraftsAnew(tx: Tx): Promise<number> {
  const rows = await tx.db.selectFrom('requestDraft').select(['localAreaId', 'id', 'answers']).where(sql<boolean>`answers #> '{home,sealed}' is not null`).forUpdate().execute()
  for (const { localAreaId, id, answers } of rows) {
    const of = { localAreaId, draftId: id }
    const sealed = sealHome(tx.house.sealer, openHome(tx.house.sealer, answersSchema.parse(answers), of), of)
    await rowOf(tx, { localAreaId, id }).set({ answers: JSON.stringify(sealed) }).execute()
  }
  return rows.length
}

export async function saveCode(tx: Tx, draft: Pick<Draft, 'localAreaId' | 'id'>, code: { hash: string; number: number }): Promise<void> {
  await rowOf(tx, draft).set({ returnCodeHash: code.hash, codeNumber: code.number, codeSeenAt: null }).execute()
}

export async function noteCodeSeen(tx: Tx, draft: Draft): Promise<void> {
  await rowOf(tx, draft).set({ codeSeenAt: tx.now }).execute()
}

/** The answers leave the draft when it is sent: the request has them, and one copy is enough. */
export async function markSent(tx: Tx, draft: Draft, caseId: CaseId): Promise<void> {
  await rowOf(tx, draft).set({ sentAt: tx.now, caseId, returnCodeHash: null, answers: '{}' }).execute()
}

/** An unsent draft of somebody without an account, by what they were told to write down. */
export async function findByReference(tx: Tx, localAreaId: LocalAreaId, reference: string): Promise<{ id: string; codeHash: string | null } | undefined> {
  await sayInHand(tx, { reference })
  const row = await tx.db.selectFrom('requestDraft').select(['id', 'returnCodeHash']).where('localAreaId', '=', localAreaId)
    .where('reference', '=', reference).where('sentAt', 'is', null).where('startedBy', 'is', null).executeTakeFirst()
  return row === undefined ? undefined : { id: row.id, codeHash: row.returnCodeHash }
}

export async function countWrongTries(tx: Tx, localAreaId: LocalAreaId, reference: string, since: Instant): Promise<number> {
  await sayInHand(tx, { reference })
  const { tries } = await tx.db.selectFrom('requestReturnTry').select((eb) => eb.fn.countAll<number>().as('tries'))
    .where('localAreaId', '=', localAreaId).where('reference', '=', reference).where('triedAt', '>', since).executeTakeFirstOrThrow()
  return Number(tries)
}

export async function noteWrongTry(tx: Tx, localAreaId: LocalAreaId, reference: string): Promise<void> {
  await tx.db.insertInto('requestReturnTry').values({ localAreaId, id: tx.newId<string>(), reference, triedAt: tx.now }).execute()
}

export interface FoundSetting {
  readonly id: OrganisationId
  readonly name: string
  readonly type: string | null
}

/** Settings whose name holds what was typed, at most ten; the exact name first. */
export async function listSettingsCalled(tx: Tx, name: string): Promise<FoundSetting[]> {
  const typed = name.trim().toLowerCase()
  if (typed.length < 3) return []
  const like = `%${typed.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const rows = await tx.db.selectFrom('organisation').select(['id', 'name', 'settingType']).where('kind', '=', 'setting')
    .where((eb) => eb(eb.fn<string>('lower', ['name']), 'like', like)).orderBy('name').limit(10).execute()
  return rows.map(({ id, name: called, settingType }) => ({ id, name: called, type: settingType }))
    .toSorted((a, b) => Number(b.name.toLowerCase() === typed) - Number(a.name.toLowerCase() === typed))
}
