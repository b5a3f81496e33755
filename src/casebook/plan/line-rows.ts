// The rows of a plan's lines: the one place that writes them. A line's row is locked before a revision is made of it, and
// revisions are only added. What may be saved over what is decided in save-line.ts; whole drafts are kept in keep-content.ts.

import type { LineId, OrganisationId, PersonId, PlanId } from '../../domain/ids.ts'
import type { LineWording, Revision } from '../../domain/plan/clash.ts'
import type { LineKind, Source } from '../../domain/plan/line.ts'
import { kindsInSection } from '../../domain/plan/line.ts'
import { seenThrough } from '../../domain/plan/seen-through.ts'
import type { Section } from '../../domain/plan/sections.ts'
import { NotAllowed, NotFound } from '../out-of-bounds.ts'
import { mustKeepLocked } from './locked-wordings.ts'
import type { InArea, MadeHow } from './revision-row.ts'
import { toRevision } from './revision-row.ts'
import type { Tx } from '../tx.ts'

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

/** The line as it stands, removed ones too; undefined when the plan has none of that id. `lock` holds its row until the end. */
export async function findLine(
  tx: Tx, caseFile: InArea, planId: PlanId, lineId: LineId, { lock = false } = {},
): Promise<LineNow | undefined> {
  const query = tx.db.selectFrom('planLine').select(['kind', 'latest'])
    .where('localAreaId', '=', caseFile.localAreaId).where('planId', '=', planId).where('id', '=', lineId)
  const line = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (line === undefined) return undefined
  // A statement of its own: after waiting for the lock it must see what the one before us wrote.
  const row = await tx.db.selectFrom('planLineRevision').selectAll()
    .where('localAreaId', '=', caseFile.localAreaId).where('lineId', '=', lineId).where('n', '=', line.latest).executeTakeFirstOrThrow()
  return { id: lineId, kind: line.kind as LineKind, position: row.position, latest: toRevision(row) }
}

/** The same; NotFound when it is of another plan. */
export async function getLine(tx: Tx, caseFile: InArea, planId: PlanId, lineId: LineId, { lock = false } = {}): Promise<LineNow> {
  const line = await findLine(tx, caseFile, planId, lineId, { lock })
  if (line === undefined) throw new NotFound('line')
  return line
}

/** The same, its row held until the transaction ends. */
export const lockLine = (tx: Tx, caseFile: InArea, planId: PlanId, lineId: LineId): Promise<LineNow> =>
  getLine(tx, caseFile, planId, lineId, { lock: true })

/** The latest revision whose words somebody with `base` has before them: that a line was moved is no change of its words. */
export async function seenSince(tx: Tx, caseFile: InArea, lineId: LineId, base: number): Promise<number> {
  const rows = await tx.db.selectFrom('planLineRevision').selectAll()
    .where('localAreaId', '=', caseFile.localAreaId).where('lineId', '=', lineId).where('n', '>=', base).orderBy('n').execute()
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

export interface NewRevision {
  readonly n: number
  readonly base: number
  readonly by: PersonId
  readonly how: MadeHow
  readonly wording: LineWording
  readonly isRemoved: boolean
  readonly position: number
  /** Why, where no person's own act at the line says it: a change that was accepted, a placement that was decided. */
  readonly because?: string
}

/** Adds a revision to a line whose row is held, and makes it the latest. Throws LockedWordsChanged for ordered words that would change. */
export async function insertRevision(tx: Tx, caseFile: InArea, lineId: LineId, revision: NewRevision): Promise<void> {
  const { wording } = revision
  if (revision.n > 1) await mustKeepLocked(tx, caseFile, lineId, { section: wording.section, text: wording.text, isRemoved: revision.isRemoved })
  await tx.db.insertInto('planLineRevision').values({
    localAreaId: caseFile.localAreaId, lineId, n: revision.n, baseN: revision.base, section: wording.section, position: revision.position,
    text: wording.text, fields: JSON.stringify(wording.fields), isRemoved: revision.isRemoved, authorId: revision.by, at: tx.now,
    because: revision.because ?? null, how: revision.how, forOrganisationId: organisationOf(tx, caseFile),
  }).execute()
  if (revision.n > 1) {
    await tx.db.updateTable('planLine').set({ latest: revision.n })
      .where('localAreaId', '=', caseFile.localAreaId).where('id', '=', lineId).execute()
  }
}

/** A revision made by a save that the rules accepted, with the line's row held. In another section the line goes to its end. */
export async function addRevision(
  tx: Tx, caseFile: InArea, planId: PlanId, line: LineNow, revision: Omit<NewRevision, 'position'>,
): Promise<void> {
  const stays = revision.wording.section === line.latest.wording.section
  await insertRevision(tx, caseFile, line.id, {
    ...revision, position: stays ? line.position : await endOfSection(tx, caseFile, planId, revision.wording.section),
  })
}

export interface NewLine {
  readonly id?: LineId
  readonly kind: LineKind
  readonly wording: LineWording
  readonly by: PersonId
  readonly position?: number
  readonly sources?: readonly Source[]
  readonly because?: string
}

/** A new line at the end of its section unless it says where, with its sources. Throws for a kind that cannot stand there. */
export async function insertLine(tx: Tx, caseFile: InArea, planId: PlanId, line: NewLine): Promise<LineId> {
  const { section } = line.wording
  if (!kindsInSection[section].includes(line.kind)) throw new Error(`a ${line.kind} cannot stand in section ${section}`)
  const id = line.id ?? tx.newId<LineId>()
  await tx.db.insertInto('planLine').values({ localAreaId: caseFile.localAreaId, id, planId, kind: line.kind, latest: 1 }).execute()
  await insertRevision(tx, caseFile, id, {
    n: 1, base: 0, by: line.by, how: 'saved', wording: line.wording, isRemoved: false,
    position: line.position ?? await endOfSection(tx, caseFile, planId, section), ...(line.because === undefined ? {} : { because: line.because }),
  })
  for (const source of line.sources ?? []) await insertSource(tx, caseFile, id, source, line.by)
  return id
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
