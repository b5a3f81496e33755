// All SQL of wishes: a setting, a meeting, a format or language that the family asked for with the draft, and the answer. A
// wish is seen by the council and by whose it is; one parent's never by the other.

import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import { isOfCouncil } from '../../domain/access/parts.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { Channel } from '../../domain/case-file/facts.ts'
import type { OrganisationId, PersonId } from '../../domain/ids.ts'

export const wishKinds = ['setting', 'meeting', 'format'] as const
export type WishKind = (typeof wishKinds)[number]

export interface Wish {
  readonly id: string
  readonly kind: WishKind
  readonly organisationId?: OrganisationId
  /** The setting by name, the format, or how and when to meet. */
  readonly words: string
  readonly because?: string
  readonly byPersonId: PersonId
  readonly who: { readonly id: PersonId; readonly name: string }
  /** Staff who wrote it down, when it was not asked in the hub. */
  readonly writtenBy?: string
  readonly channel: Channel
  readonly madeAt: Instant
  readonly answer?: string
  readonly meetingOn?: PlainDate
  readonly answeredBy?: string
  readonly answeredAt?: Instant
}

export async function listWishes(tx: Tx, caseFile: CaseFile): Promise<Wish[]> {
  let query = tx.db.selectFrom('wish as w').innerJoin('person as a', 'a.id', 'w.byPersonId').leftJoin('person as b', 'b.id', 'w.onBehalfOf')
    .leftJoin('person as d', 'd.id', 'w.answeredBy').leftJoin('organisation as o', 'o.id', 'w.organisationId')
    .select(['w.id', 'w.kind', 'w.organisationId', 'o.name as organisationName', 'w.words', 'w.because', 'w.byPersonId', 'a.fullName as authorName',
      'w.onBehalfOf', 'b.fullName as behalfName', 'w.channel', 'w.madeAt', 'w.answer', 'w.meetingOn', 'd.fullName as answererName', 'w.answeredAt'])
    .where('w.localAreaId', '=', caseFile.localAreaId).where('w.caseId', '=', caseFile.id).orderBy('w.madeAt').orderBy('w.id')
  if (!isOfCouncil(caseFile.parts)) {
    if (tx.viewer.kind !== 'person') return []
    const me = tx.viewer.personId
    query = query.where((eb) => eb.or([eb('w.onBehalfOf', '=', me), eb.and([eb('w.byPersonId', '=', me), eb('w.onBehalfOf', 'is', null)])]))
  }
  return (await query.execute()).map((row): Wish => ({
    id: row.id, kind: row.kind as WishKind, words: row.organisationName ?? row.words, byPersonId: row.byPersonId, channel: row.channel as Channel, madeAt: row.madeAt,
    who: row.onBehalfOf !== null && row.behalfName !== null ? { id: row.onBehalfOf, name: row.behalfName } : { id: row.byPersonId, name: row.authorName },
    ...(row.onBehalfOf === null ? {} : { writtenBy: row.authorName }),
    ...(row.organisationId === null ? {} : { organisationId: row.organisationId }), ...(row.because === null ? {} : { because: row.because }),
    ...(row.answer === null ? {} : { answer: row.answer }), ...(row.meetingOn === null ? {} : { meetingOn: row.meetingOn }),
    ...(row.answererName === null ? {} : { answeredBy: row.answererName }), ...(row.answeredAt === null ? {} : { answeredAt: row.answeredAt }),
  }))
}

export const findWish = async (tx: Tx, caseFile: CaseFile, id: string): Promise<Wish | undefined> =>
  (await listWishes(tx, caseFile)).find((wish) => wish.id === id)

export interface NewWish {
  readonly id: string
  readonly kind: WishKind
  readonly organisationId?: OrganisationId
  readonly words: string
  readonly because?: string
  readonly byPersonId: PersonId
  readonly onBehalfOf?: PersonId
  readonly channel: Channel
}

export async function insertWish(tx: Tx, caseFile: CaseFile, wish: NewWish): Promise<void> {
  await tx.db.insertInto('wish').values({
    localAreaId: caseFile.localAreaId, caseId: caseFile.id, id: wish.id, kind: wish.kind, organisationId: wish.organisationId ?? null, words: wish.words,
    because: wish.because ?? null, byPersonId: wish.byPersonId, onBehalfOf: wish.onBehalfOf ?? null, channel: wish.channel, madeAt: tx.now,
  }).execute()
}

/** Answers a wish that has no answer yet; false when somebody has answered before. */
export async function answerWishRow(
  tx: Tx, caseFile: CaseFile, id: string, { answer, meetingOn, by }: { answer: string; meetingOn?: PlainDate; by: PersonId },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db.updateTable('wish').set({ answer, meetingOn: meetingOn ?? null, answeredBy: by, answeredAt: tx.now })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', id).where('answeredAt', 'is', null).executeTakeFirst()
  return numUpdatedRows > 0n
}

export interface Setting {
  readonly id: OrganisationId
  readonly name: string
  readonly settingType?: string
}

/** Settings whose name or type holds these words, by name; all of them when no words are given. At most `limit`. */
export async function findSettings(tx: Tx, words: string, limit: number): Promise<{ settings: Setting[]; hasMore: boolean }> {
  let query = tx.db.selectFrom('organisation').select(['id', 'name', 'settingType']).where('kind', '=', 'setting').orderBy('name').orderBy('id').limit(limit + 1)
  for (const word of words.split(/\s+/u).filter((one) => one !== '')) {
    const like = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
    query = query.where((eb) => eb.or([eb('name', 'ilike', like), eb('settingType', 'ilike', like)]))
  }
  const rows = await query.execute()
  return { settings: rows.slice(0, limit).map(settingOf), hasMore: rows.length > limit }
}

export async function getSettings(tx: Tx, ids: readonly OrganisationId[]): Promise<Setting[]> {
  if (ids.length === 0) return []
  const rows = await tx.db.selectFrom('organisation').select(['id', 'name', 'settingType']).where('kind', '=', 'setting').where('id', 'in', ids).orderBy('name').execute()
  return rows.map(settingOf)
}

const settingOf = ({ id, name, settingType }: { id: OrganisationId; name: string; settingType: string | null }): Setting =>
  ({ id, name, ...(settingType === null ? {} : { settingType }) })
