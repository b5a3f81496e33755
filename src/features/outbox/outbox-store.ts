// What leaves the hub, and the kept letters and documents of a case, as the pages read them (casebook/sending/outgoing.ts writes).

import { sql } from 'kysely'
import { z } from 'zod'
import { isSeen } from '../../casebook/sending/hold.ts'
import { mayOpenPaper } from '../../casebook/papers/documents.ts'
import { notHidden } from '../../casebook/access/item-seals.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { OutgoingChannel, OutgoingState } from '../../casebook/sending/outgoing.ts'
import { ownerNow } from '../../casebook/sending/outgoing-owner.ts'
import { reminderAbouts, sendJob } from '../../casebook/sending/outgoing.ts'
import { councilAreasOf } from '../../casebook/access/sight.ts'
import type { GoesTo } from '../../casebook/sending/still-theirs.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { Part } from '../../domain/access/parts.ts'
import { isOfCouncil } from '../../domain/access/parts.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { CaseId, DocumentId, LocalAreaId, OrganisationId, PersonId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'

/** After this many tries a person has to look at it. */
export const mostAttempts = 10

export interface OutgoingRow {
  readonly id: string
  /** Absent for what is about nobody's case: the summary of somebody's day. */
  readonly of?: { readonly key: { readonly area: string; readonly caseId: string }; readonly reference: string; readonly child: string }
  readonly channel: OutgoingChannel
  readonly to: string
  readonly subject: string
  readonly state: OutgoingState
  readonly queuedAt: Instant
  /** Who sent it, else who looks after the case: nothing waits without a name. */
  readonly owner: string
  /** Until then it can be taken back, and does not leave. */
  readonly heldUntil?: Instant
  readonly sentAt?: Instant
  readonly attempts: number
  readonly failure?: string
}

export interface OutboxWanted {
  /** Only what the viewer owns. */
  readonly owner?: 'me'
  /** Only reminders and chases. */
  readonly about?: 'reminders'
  readonly state?: OutgoingState
  readonly channel?: OutgoingChannel
}

/** The outbox of the viewer's areas: what failed first, then what waits, the oldest first; what has left comes last, the latest first. */
export async function listOutgoing(tx: Tx, wanted: OutboxWanted, { limit, offset }: { limit: number; offset: number }): Promise<{ rows: OutgoingRow[]; total: number }> {
  const found = await sql<{
    id: string; code: string; caseId: string | null; reference: string; child: string; channel: OutgoingChannel; toName: string | null; subject: string
    state: OutgoingState; queuedAt: Instant; owner: string | null; heldUntil: Instant | null; sentAt: Instant | null; attempts: number; failure: string | null; total: number
  }>`
    select g.id, a.code, c.id as case_id, c.reference, coalesce(ch.preferred_name, ch.given_name) || ' ' || ch.family_name as child, g.channel,
      coalesce(p.full_name, o.name, split_part(g.to_address, E'\\n', 1)) as to_name, g.subject, g.state, g.queued_at, own.owner_now as owner, g.held_until, g.sent_at, g.attempts, g.failure,
      count(*) over () as total
    from outgoing g left join case_file c on c.local_area_id = g.local_area_id and c.id = g.case_id
    left join child ch on ch.local_area_id = c.local_area_id and ch.id = c.child_id join local_area a on a.id = g.local_area_id
    left join person p on p.id = g.to_person_id left join organisation o on o.id = g.to_organisation_id
    ${ownerNow(tx)}
    where g.local_area_id = any(${councilAreasOf(tx.viewer)}::uuid[])
      ${wanted.state === undefined ? sql`` : sql`and g.state = ${wanted.state}`} ${wanted.channel === undefined ? sql`` : sql`and g.channel = ${wanted.channel}`}
      ${wanted.owner === undefined ? sql`` : sql`and own.owner_now_id = ${tx.viewer.kind === 'person' ? tx.viewer.personId : null}`}
      ${wanted.about === undefined ? sql`` : sql`and g.about = any(${[...reminderAbouts]}::text[])`}
    order by case g.state when 'failed' then 1 when 'queued' then 2 else 3 end,
      case when g.state in ('failed', 'queued') then g.queued_at end, g.queued_at desc, g.id
    limit ${limit} offset ${offset}`.execute(tx.db)
  return {
    total: found.rows[0]?.total ?? 0,
    rows: found.rows.map((row) => ({
      id: row.id, ...(row.caseId === null ? {} : { of: { key: { area: row.code, caseId: row.caseId }, reference: row.reference, child: row.child } }), channel: row.channel, to: row.toName ?? 'Somebody no longer known',
      subject: row.subject, state: row.state, queuedAt: row.queuedAt, owner: row.owner ?? 'Nobody', attempts: row.attempts,
      ...(row.heldUntil !== null && row.heldUntil > tx.now ? { heldUntil: row.heldUntil } : {}),
      ...(row.sentAt === null ? {} : { sentAt: row.sentAt }), ...(row.failure === null ? {} : { failure: row.failure }),
    })),
  }
}

export interface Outgoing {
  readonly id: string
  readonly channel: OutgoingChannel
  readonly to: string
  readonly address?: string
  readonly about: string
  readonly subject: string
  readonly body: string
  readonly state: OutgoingState
  readonly queuedAt: Instant
  readonly heldUntil?: Instant
  readonly toPersonId?: PersonId
  readonly toOrganisationId?: OrganisationId
  readonly sendingId?: string
  readonly sentAt?: Instant
  readonly attempts: number
  readonly failure?: string
}

/** One item of this case; `lock` holds its row against another sender or another press of the same button. */
export async function findOutgoing(tx: Tx, caseFile: Pick<CaseFile, 'localAreaId' | 'id'>, id: string, { lock = false } = {}): Promise<Outgoing | undefined> {
  if (!isId(id)) return undefined
  let query = tx.db.selectFrom('outgoing as g').leftJoin('person as p', 'p.id', 'g.toPersonId').leftJoin('organisation as o', 'o.id', 'g.toOrganisationId')
    .select(['g.id', 'g.channel', 'g.toAddress', 'g.about', 'g.subject', 'g.body', 'g.state', 'g.queuedAt', 'g.sentAt', 'g.attempts', 'g.failure', 'g.heldUntil', 'g.sendingId', 'g.toPersonId', 'g.toOrganisationId', 'p.fullName', 'o.name'])
    .where('g.localAreaId', '=', caseFile.localAreaId).where('g.caseId', '=', caseFile.id).where('g.id', '=', id)
  if (lock) query = query.forUpdate('g')
  const row = await query.executeTakeFirst()
  return row === undefined ? undefined : {
    id: row.id, channel: row.channel as OutgoingChannel, to: row.fullName ?? row.name ?? row.toAddress?.split('\n')[0] ?? 'Somebody no longer known', about: row.about, subject: row.subject, body: row.body,
    state: row.state as OutgoingState, queuedAt: row.queuedAt, attempts: row.attempts,
    ...(row.heldUntil !== null && row.heldUntil > tx.now ? { heldUntil: row.heldUntil } : {}), ...(row.sendingId === null ? {} : { sendingId: row.sendingId }),
    ...(row.toPersonId === null ? {} : { toPersonId: row.toPersonId }), ...(row.toOrganisationId === null ? {} : { toOrganisationId: row.toOrganisationId }),
    ...(row.toAddress === null ? {} : { address: row.toAddress }), ...(row.sentAt === null ? {} : { sentAt: row.sentAt }), ...(row.failure === null ? {} : { failure: row.failure }),
  }
}

interface QueuedItem extends GoesTo {
  readonly channel: OutgoingChannel
  readonly address: string | null
  readonly subject: string
  readonly body: string
  readonly attempts: number
  readonly byDay: boolean
  readonly heldUntil: Instant | null
  /** It waited in the recall window. */
  readonly wasHeld: boolean
}

/** What the sender needs of a row that waits to be sent; the row is held until the transaction ends. Undefined when it does not wait. */
export async function holdQueued(tx: Tx, localAreaId: LocalAreaId, id: string): Promise<QueuedItem | undefined> {
  const row = await tx.db.selectFrom('outgoing').select(['localAreaId', 'caseId', 'channel', 'toAddress', 'toPersonId', 'toOrganisationId', 'subject', 'body', 'attempts', 'byDay', 'heldUntil', 'sendingId'])
    .where('localAreaId', '=', localAreaId).where('id', '=', id).where('state', '=', 'queued').forUpdate().executeTakeFirst()
  return row === undefined ? undefined : { ...row, channel: row.channel as OutgoingChannel, address: row.toAddress, wasHeld: row.sendingId !== null }
}

/** Whether this is a reminder of clocks none of which runs any more: it waited, and meanwhile somebody did what it asks for. */
export async function isOvertaken(tx: Tx, localAreaId: LocalAreaId, outgoingId: string): Promise<boolean> {
  const found = await sql<{ reminded: number; open: number }>`
    select count(*)::int as reminded, count(*) filter (where c.is_open)::int as open
    from reminder r left join clock c on c.local_area_id = r.local_area_id and c.case_id = r.case_id and c.clock_id = r.clock_id and c.about = r.about and c.run = r.run
    where r.local_area_id = ${localAreaId} and r.outgoing_id = ${outgoingId}`.execute(tx.db)
  const { reminded = 0, open = 0 } = found.rows[0] ?? {}
  return reminded > 0 && open === 0
}

/**
 * What waits to be carried away and has no job that will do it: its worker was killed while it had it, or it came at night. Jobs
 * that somebody has, or that the queue will try again by itself, are left alone.
 */
export async function listForgotten(tx: Tx, { waitingSince, now, isDay }: { waitingSince: Instant; now: Instant; isDay: boolean }): Promise<{ localAreaId: LocalAreaId; id: string }[]> {
  const found = await sql<{ localAreaId: LocalAreaId; id: string }>`
    select g.local_area_id, g.id from outgoing g
    where g.state = 'queued' and g.channel in ('email', 'text') and g.queued_at <= ${waitingSince} and (g.held_until is null or g.held_until <= ${now}) and (not g.by_day or ${isDay})
      and not exists (select 1 from graphile_worker.jobs j where j.key = ${sendJob} || ' ' || g.id
        and j.attempts < j.max_attempts and (j.locked_at is null or j.locked_at > now() - interval '10 minutes'))
    order by g.queued_at limit 500`.execute(tx.db)
  return [...found.rows]
}

export interface NoticeRow {
  readonly id: string
  readonly title: string
  readonly sentOn?: PlainDate
  readonly to: string
  /** It was taken back before it left: kept as written, and nobody was sent it. */
  readonly isTakenBack: boolean
}

/** The kept letters of a case, the latest first: all of them for the council, for family those sent to themselves. */
export async function listNotices(tx: Tx, caseFile: CaseFile): Promise<NoticeRow[]> {
  const own = ownOnly(tx, caseFile)
  const found = await sql<{ id: string; title: string; sentOn: PlainDate | null; toName: string; isTakenBack: boolean }>`
    select n.id, n.title, n.sent_on, n.to_name, exists (select 1 from sent_thing t join sending s on s.local_area_id = t.local_area_id and s.id = t.sending_id
      where t.local_area_id = n.local_area_id and t.thing_id = n.id and s.taken_back_at is not null) as is_taken_back
    from notice n where n.local_area_id = ${caseFile.localAreaId} and n.case_id = ${caseFile.id} ${own} and ${isSeen(tx, 'n.local_area_id', 'n.id')}
    order by n.composed_at desc, n.id`.execute(tx.db)
  return found.rows.map((row) => ({ id: row.id, title: row.title, to: row.toName, isTakenBack: row.isTakenBack, ...(row.sentOn === null ? {} : { sentOn: row.sentOn }) }))
}

const paragraphs = z.array(z.object({ heading: z.string().optional(), text: z.string() }))

export interface Notice extends NoticeRow {
  readonly paragraphs: readonly { readonly heading?: string | undefined; readonly text: string }[]
}

/** One kept letter, if the viewer may read it. */
export async function findNotice(tx: Tx, caseFile: CaseFile, noticeId: string): Promise<Notice | undefined> {
  if (!isId(noticeId)) return undefined
  const row = (await listNotices(tx, caseFile)).find(({ id }) => id === noticeId)
  if (row === undefined) return undefined
  const { content } = await tx.db.selectFrom('notice').select('content')
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', noticeId).executeTakeFirstOrThrow()
  return { ...row, paragraphs: paragraphs.parse(content) }
}

function ownOnly(tx: Tx, caseFile: CaseFile) {
  if (isOfCouncil(caseFile.parts)) return sql``
  const personId = tx.viewer.kind === 'person' ? tx.viewer.personId : null
  const { child } = caseFile
  // What was written to a young person on paper, before they had a sign-in, is theirs too.
  const onPaper = personId !== null && child.personId === personId ? sql`or (n.to_person_id is null and n.to_organisation_id is null and n.to_name = ${`${child.givenName} ${child.familyName}`})` : sql``
  return sql`and (n.to_person_id = ${personId} ${onPaper})`
}

export interface KeptDocument {
  readonly id: DocumentId
}

/**
 * A document of the case, for a viewer with one of the parts that it was kept for: the council's team always, and whoever
 * sent it in. Empty audience means the council's team alone.
 */
export async function findDocument(tx: Tx, caseFile: CaseFile, documentId: string): Promise<KeptDocument | undefined> {
  if (!isId(documentId)) return undefined
  const row = await tx.db.selectFrom('document').select(['id', 'audience', 'uploadedBy', 'uploadedAt'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id as CaseId).where('id', '=', documentId as DocumentId)
    .where('removedAt', 'is', null).where(notHidden(caseFile, 'document.id')).executeTakeFirst()
  if (row === undefined) return undefined
  const mayOpen = mayOpenPaper(tx, caseFile, { audience: row.audience as Part[], uploadedAt: row.uploadedAt, ...(row.uploadedBy === null ? {} : { uploadedBy: row.uploadedBy }) })
  return mayOpen ? { id: row.id } : undefined
}
