// All SQL that writes lines of a draft. A line's row is locked before a revision is made of it; revisions are only added. Every
// text that arrives becomes a revision or is kept beside the others until a person settles it: nothing is dropped.

import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { AdviceLineId, LineId, OrganisationId, PersonId, PlanId } from '../../domain/ids.ts'
import type { Attempt, LineWording, Revision } from '../../domain/plan/clash.ts'
import { saveLine } from '../../domain/plan/clash.ts'
import type { LineKind, Link, PlanContent, PlanLine, Source } from '../../domain/plan/line.ts'
import { linkKey } from '../../domain/plan/plan-order.ts'
import { isSameValue } from '../../domain/plan/same-value.ts'
import { seenThrough } from '../../domain/plan/seen-through.ts'
import type { Section } from '../../domain/plan/sections.ts'
import { NotAllowed, NotFound } from '../../casebook/out-of-bounds.ts'
import type { Tx } from '../../casebook/tx.ts'
import { keepAttempt } from './clash-store.ts'
import type { InArea, MadeHow } from './revision-row.ts'
import { toRevision } from './revision-row.ts'

export interface LineNow {
  readonly id: LineId
  readonly kind: LineKind
  readonly position: number
  readonly latest: Revision
}

/** Whoever writes is a person, always. */
export function authorOf(tx: Tx): PersonId {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('only a person writes in a plan')
  return tx.viewer.personId
}

/** The body for which the viewer writes here: the council's for its team, otherwise their own. */
function organisationOf(tx: Tx, caseFile: InArea): OrganisationId | null {
  if (tx.viewer.kind !== 'person') return null
  const { roles } = tx.viewer
  return (roles.find(({ localAreaId }) => localAreaId === caseFile.localAreaId) ?? roles[0])?.organisationId ?? null
}

async function readLine(tx: Tx, caseFile: InArea, planId: PlanId, lineId: LineId, lock: boolean): Promise<LineNow> {
  let query = tx.db.selectFrom('planLine').select(['kind', 'latest'])
    .where('localAreaId', '=', caseFile.localAreaId).where('planId', '=', planId).where('id', '=', lineId)
  if (lock) query = query.forUpdate()
  const line = await query.executeTakeFirst()
  if (line === undefined) throw new NotFound('line')
  // A statement of its own: after waiting for the lock it must see what the one before us wrote.
  const row = await tx.db.selectFrom('planLineRevision').selectAll()
    .where('localAreaId', '=', caseFile.localAreaId).where('lineId', '=', lineId).where('n', '=', line.latest).executeTakeFirstOrThrow()
  return { id: lineId, kind: line.kind as LineKind, position: row.position, latest: toRevision(row) }
}

/** The line as it stands, removed ones too; NotFound when it is of another plan. */
export const findLine = (tx: Tx, caseFile: InArea, planId: PlanId, lineId: LineId): Promise<LineNow> =>
  readLine(tx, caseFile, planId, lineId, false)

/** The same, its row held until the transaction ends. */
export const lockLine = (tx: Tx, caseFile: InArea, planId: PlanId, lineId: LineId): Promise<LineNow> =>
  readLine(tx, caseFile, planId, lineId, true)

/** The revision that somebody who has `base` before them may save over: moves of the line in between are no change of words. */
export async function effectiveBase(tx: Tx, caseFile: InArea, line: LineNow, base: number): Promise<number> {
  if (base >= line.latest.n) return base
  const rows = await tx.db.selectFrom('planLineRevision').selectAll()
    .where('localAreaId', '=', caseFile.localAreaId).where('lineId', '=', line.id).where('n', '>=', base).orderBy('n').execute()
  return seenThrough(base, rows.map(toRevision))
}

async function endOfSection(tx: Tx, caseFile: InArea, planId: PlanId, section: Section): Promise<number> {
  const { last } = await tx.db.selectFrom('planLine as l')
    .innerJoin('planLineRevision as r', (join) => join.onRef('r.localAreaId', '=', 'l.localAreaId').onRef('r.lineId', '=', 'l.id').onRef('r.n', '=', 'l.latest'))
    .select(({ fn }) => fn.max('r.position').as('last'))
    .where('l.localAreaId', '=', caseFile.localAreaId).where('l.planId', '=', planId).where('r.section', '=', section)
    .where('r.isRemoved', '=', false).executeTakeFirstOrThrow()
  return last === null ? 0 : Number(last) + 1
}

interface NewRevision {
  readonly n: number
  readonly base: number
  readonly by: PersonId
  readonly how: MadeHow
  readonly wording: LineWording
  readonly isRemoved: boolean
  readonly position: number
}

async function insertRevision(tx: Tx, caseFile: InArea, lineId: LineId, revision: NewRevision): Promise<void> {
  const { wording } = revision
  await tx.db.insertInto('planLineRevision').values({
    localAreaId: caseFile.localAreaId, lineId, n: revision.n, baseN: revision.base, section: wording.section, position: revision.position,
    text: wording.text, fields: JSON.stringify(wording.fields), isRemoved: revision.isRemoved, authorId: revision.by, at: tx.now,
    how: revision.how, forOrganisationId: organisationOf(tx, caseFile),
  }).execute()
  if (revision.n > 1) {
    await tx.db.updateTable('planLine').set({ latest: revision.n })
      .where('localAreaId', '=', caseFile.localAreaId).where('id', '=', lineId).execute()
  }
}

/** A new line at the end of its section unless it says where, with its sources. */
export async function insertLine(
  tx: Tx, caseFile: InArea, planId: PlanId,
  line: { id: LineId; kind: LineKind; wording: LineWording; by: PersonId; position?: number; sources?: readonly Source[] },
): Promise<void> {
  await tx.db.insertInto('planLine').values({ localAreaId: caseFile.localAreaId, id: line.id, planId, kind: line.kind, latest: 1 }).execute()
  await insertRevision(tx, caseFile, line.id, {
    n: 1, base: 0, by: line.by, how: 'saved', wording: line.wording, isRemoved: false,
    position: line.position ?? await endOfSection(tx, caseFile, planId, line.wording.section),
  })
  for (const source of line.sources ?? []) await insertSource(tx, caseFile, line.id, source, line.by)
}

export type SavedHere =
  | { readonly kind: 'accepted' | 'same'; readonly n: number }
  | { readonly kind: 'clash'; readonly clashNo: number; readonly keptId: string; readonly latest: number }

/** A revision made by a save that the rules accepted, with the line's row held. */
export async function addRevision(
  tx: Tx, caseFile: InArea, planId: PlanId, line: LineNow, revision: Revision,
): Promise<void> {
  const stays = revision.wording.section === line.latest.wording.section
  await insertRevision(tx, caseFile, line.id, {
    ...revision, position: stays ? line.position : await endOfSection(tx, caseFile, planId, revision.wording.section),
  })
}

/** What somebody wants the line to say: a new revision, nothing new, or kept beside what another made of it meanwhile. */
export async function saveAttempt(tx: Tx, caseFile: InArea, planId: PlanId, lineId: LineId, wanted: Attempt): Promise<SavedHere> {
  const line = await lockLine(tx, caseFile, planId, lineId)
  const attempt = { ...wanted, base: await effectiveBase(tx, caseFile, line, wanted.base) }
  const saved = saveLine(line.latest, attempt)
  if (saved.kind === 'same') return { kind: 'same', n: saved.revision.n }
  if (saved.kind === 'clash') return { kind: 'clash', latest: line.latest.n, ...await keepAttempt(tx, caseFile, lineId, attempt) }
  await addRevision(tx, caseFile, planId, line, saved.revision)
  return { kind: 'accepted', n: saved.revision.n }
}

export async function insertSource(tx: Tx, caseFile: InArea, lineId: LineId, source: Source, by: PersonId): Promise<void> {
  await tx.db.insertInto('planLineSource').values({
    localAreaId: caseFile.localAreaId, id: tx.newId<string>(), lineId, addedBy: by, addedAt: tx.now,
    ...(source.kind === 'said' ? { saidBy: source.by, saidOn: source.on } : {
      adviceId: source.adviceId, adviceLineId: source.adviceLineId ?? null, quote: source.quote, quoteStart: source.start, quoteEnd: source.end,
    }),
  }).execute()
}

/** Takes a source off a line; false when the line has no such source. */
export async function endSource(tx: Tx, caseFile: InArea, lineId: LineId, sourceId: string): Promise<boolean> {
  const ended = await tx.db.updateTable('planLineSource').set({ removedAt: tx.now })
    .where('localAreaId', '=', caseFile.localAreaId).where('lineId', '=', lineId).where('id', '=', sourceId).where('removedAt', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows > 0n
}

async function insertLink(tx: Tx, caseFile: InArea, planId: PlanId, link: Link, by: PersonId): Promise<void> {
  await tx.db.insertInto('planLineLink').values({
    localAreaId: caseFile.localAreaId, id: tx.newId<string>(), planId, fromLineId: link.from, toLineId: link.to, kind: link.kind, addedBy: by, addedAt: tx.now,
  }).onConflict((conflict) => conflict.columns(['localAreaId', 'fromLineId', 'toLineId', 'kind']).where('removedAt', 'is', null).doNothing()).execute()
}

async function endLink(tx: Tx, caseFile: InArea, planId: PlanId, link: Link): Promise<void> {
  await tx.db.updateTable('planLineLink').set({ removedAt: tx.now })
    .where('localAreaId', '=', caseFile.localAreaId).where('planId', '=', planId).where('fromLineId', '=', link.from)
    .where('toLineId', '=', link.to).where('kind', '=', link.kind).where('removedAt', 'is', null).execute()
}

/**
 * Writes what a rule made of the draft: lines that are new, reworded, moved or gone, sources and links that came or went.
 * `before` is the content as read in this transaction, with the case row held, so that nobody wrote in between.
 */
export async function keepContent(tx: Tx, caseFile: InArea, planId: PlanId, before: PlanContent, after: PlanContent): Promise<void> {
  const by = authorOf(tx)
  const was = new Map(before.lines.map((line) => [line.id, line]))
  for (const line of after.lines) {
    const old = was.get(line.id)
    if (old === undefined) await insertLine(tx, caseFile, planId, { ...line, wording: wordingOf(line), by })
    else await keepLine(tx, caseFile, planId, old, line, by)
  }
  const still = new Set(after.lines.map(({ id }) => id))
  for (const line of before.lines.filter(({ id }) => !still.has(id))) {
    const held = await lockLine(tx, caseFile, planId, line.id)
    await insertRevision(tx, caseFile, line.id, {
      n: held.latest.n + 1, base: held.latest.n, by, how: 'removed', wording: held.latest.wording, isRemoved: true, position: held.position,
    })
  }
  const links = new Set(before.links.map(linkKey))
  const linksNow = new Set(after.links.map(linkKey))
  for (const link of before.links.filter((each) => !linksNow.has(linkKey(each)))) await endLink(tx, caseFile, planId, link)
  for (const link of after.links.filter((each) => !links.has(linkKey(each)))) await insertLink(tx, caseFile, planId, link, by)
}

const wordingOf = ({ section, text, fields }: PlanLine): LineWording => ({ section, text, fields })

async function keepLine(tx: Tx, caseFile: InArea, planId: PlanId, old: PlanLine, line: PlanLine, by: PersonId): Promise<void> {
  const isReworded = !isSameValue(wordingOf(old), wordingOf(line))
  if (isReworded || old.position !== line.position) {
    const held = await lockLine(tx, caseFile, planId, line.id)
    await insertRevision(tx, caseFile, line.id, {
      n: held.latest.n + 1, base: held.latest.n, by, how: isReworded ? 'saved' : 'moved', wording: wordingOf(line), isRemoved: false, position: line.position,
    })
  }
  for (const source of line.sources.filter((each) => !old.sources.some((known) => isSameValue(known, each)))) {
    await insertSource(tx, caseFile, line.id, source, by)
  }
}

export interface SourceRow {
  readonly id: string
  readonly lineId: LineId
  readonly source: Source
  readonly addedAt: Instant
}

/** The live sources of one line, or of every line of the plan, in the order they were added. */
export async function listSources(tx: Tx, caseFile: InArea, planId: PlanId, lineId?: LineId): Promise<SourceRow[]> {
  let query = tx.db.selectFrom('planLineSource as s').innerJoin('planLine as l', (join) => join.onRef('l.localAreaId', '=', 's.localAreaId').onRef('l.id', '=', 's.lineId'))
    .selectAll('s').where('s.localAreaId', '=', caseFile.localAreaId).where('l.planId', '=', planId).where('s.removedAt', 'is', null)
    .orderBy('s.addedAt').orderBy('s.id')
  if (lineId !== undefined) query = query.where('s.lineId', '=', lineId)
  return (await query.execute()).map((row) => ({
    id: row.id, lineId: row.lineId, addedAt: row.addedAt,
    source: row.adviceId === null
      ? { kind: 'said', by: row.saidBy ?? '', on: row.saidOn ?? tx.today }
      : {
          kind: 'advice', adviceId: row.adviceId, quote: row.quote ?? '', start: row.quoteStart ?? 0, end: row.quoteEnd ?? 0,
          ...(row.adviceLineId === null ? {} : { adviceLineId: row.adviceLineId as AdviceLineId }),
        },
  }))
}
