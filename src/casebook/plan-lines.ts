// Writing a plan's lines from outside the editor: a change that was accepted, a line that was asked for. The line's row is
// locked, the domain says whether the save stands beside what others did meanwhile, and nothing is ever written over. The
// editor in features/drafting has a store of its own, which keeps the same rows by the same rule and clashes besides.

import type { AdviceId, AdviceLineId, LineId, OrganisationId, PersonId, PlanId } from '../domain/ids.ts'
import type { PlainDate } from '../domain/calendar/plain-date.ts'
import type { Attempt, LineWording, Revision, SavedHow, Saved } from '../domain/plan/clash.ts'
import { saveLine } from '../domain/plan/clash.ts'
import type { LineFields, LineKind } from '../domain/plan/line.ts'
import { kindsInSection } from '../domain/plan/line.ts'
import { seenThrough } from '../domain/plan/seen-through.ts'
import type { Section } from '../domain/plan/sections.ts'
import type { CaseFile } from './open-case-file.ts'
import { NotFound } from './out-of-bounds.ts'
import type { Tx } from './tx.ts'

/** Where a new line's words come from: said on a day, or a place in a report (UTF-16 offsets, end not included). */
export type NewSource =
  | { readonly kind: 'said'; readonly by: string; readonly on: PlainDate }
  | { readonly kind: 'advice'; readonly adviceId: AdviceId; readonly adviceLineId?: AdviceLineId; readonly quote: string; readonly start: number; readonly end: number }

export interface NewLine {
  readonly kind: LineKind
  readonly section: Section
  readonly text: string
  readonly fields?: LineFields
  readonly sources?: readonly NewSource[]
  readonly because?: string
}

/** Adds a line at the end of its section: revision 1, with its sources. Throws for a kind that cannot stand there. */
export async function addLine(tx: Tx, caseFile: CaseFile, planId: PlanId, by: PersonId, line: NewLine): Promise<LineId> {
  if (!kindsInSection[line.section].includes(line.kind)) throw new Error(`a ${line.kind} cannot stand in section ${line.section}`)
  const { localAreaId } = caseFile
  const id = tx.newId<LineId>()
  const end = await tx.db.selectFrom('planLine as l')
    .innerJoin('planLineRevision as r', (join) => join.onRef('r.localAreaId', '=', 'l.localAreaId').onRef('r.lineId', '=', 'l.id').onRef('r.n', '=', 'l.latest'))
    .select((eb) => eb.fn.max('r.position').as('position'))
    .where('l.localAreaId', '=', localAreaId).where('l.planId', '=', planId).where('r.section', '=', line.section)
    .where('r.isRemoved', '=', false).executeTakeFirstOrThrow()
  await tx.db.insertInto('planLine').values({ localAreaId, id, planId, kind: line.kind, latest: 1 }).execute()
  await tx.db.insertInto('planLineRevision').values({
    localAreaId, lineId: id, n: 1, baseN: 0, section: line.section, position: end.position === null ? 0 : Number(end.position) + 1, text: line.text,
    fields: JSON.stringify(line.fields ?? {}), isRemoved: false, authorId: by, at: tx.now, because: line.because ?? null,
    how: 'saved', forOrganisationId: organisationOf(tx, caseFile),
  }).execute()
  for (const source of line.sources ?? []) await addSource(tx, caseFile, id, by, source)
  return id
}

/** The body for which the viewer writes: the council's for its team, otherwise their own. */
function organisationOf(tx: Tx, { localAreaId }: CaseFile): OrganisationId | null {
  if (tx.viewer.kind !== 'person') return null
  return (tx.viewer.roles.find((role) => role.localAreaId === localAreaId) ?? tx.viewer.roles[0])?.organisationId ?? null
}

export async function addSource(tx: Tx, caseFile: CaseFile, lineId: LineId, by: PersonId, source: NewSource): Promise<void> {
  await tx.db.insertInto('planLineSource').values({
    localAreaId: caseFile.localAreaId, id: tx.newId<string>(), lineId, addedBy: by, addedAt: tx.now,
    ...(source.kind === 'said'
      ? { saidBy: source.by, saidOn: source.on }
      : { adviceId: source.adviceId, adviceLineId: source.adviceLineId ?? null, quote: source.quote, quoteStart: source.start, quoteEnd: source.end }),
  }).execute()
}

export interface LatestLine {
  readonly kind: LineKind
  readonly position: number
  readonly latest: Revision
}

/** A line of this plan in its latest wording, removed ones included. `lock` holds its row until the transaction ends. */
export async function findLatestLine(
  tx: Tx, caseFile: CaseFile, planId: PlanId, lineId: LineId, { lock = false } = {},
): Promise<LatestLine | undefined> {
  const query = tx.db.selectFrom('planLine').select(['kind', 'latest'])
    .where('localAreaId', '=', caseFile.localAreaId).where('planId', '=', planId).where('id', '=', lineId)
  const line = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (line === undefined) return undefined
  const row = await tx.db.selectFrom('planLineRevision').selectAll()
    .where('localAreaId', '=', caseFile.localAreaId).where('lineId', '=', lineId).where('n', '=', line.latest).executeTakeFirstOrThrow()
  return {
    kind: line.kind as LineKind, position: row.position,
    latest: {
      n: row.n, base: row.baseN, by: row.authorId, how: 'saved', isRemoved: row.isRemoved,
      wording: { section: row.section as Section, text: row.text, fields: row.fields as LineFields },
    },
  }
}

/** The latest revision whose words somebody with `base` has before them: that a line was moved is no change of its words. */
export async function seenSince(tx: Tx, caseFile: CaseFile, lineId: LineId, base: number): Promise<number> {
  const rows = await tx.db.selectFrom('planLineRevision').select(['n', 'section', 'text', 'fields', 'isRemoved'])
    .where('localAreaId', '=', caseFile.localAreaId).where('lineId', '=', lineId).where('n', '>=', base).orderBy('n').execute()
  return seenThrough(base, rows.map(({ n, section, text, fields, isRemoved }) =>
    ({ n, isRemoved, wording: { section: section as Section, text, fields: fields as LineFields } })))
}

export interface Saving {
  readonly lineId: LineId
  /** The revision that the person had before them. */
  readonly base: number
  readonly by: PersonId
  readonly how?: SavedHow
  readonly wording: LineWording
  readonly because?: string
}

/**
 * Saves a wording made from a revision. 'clash' writes nothing: both texts come back and the caller shows them, or keeps
 * what was typed. A wording of a removed line brings the line back.
 */
export const saveWording = (tx: Tx, caseFile: CaseFile, planId: PlanId, saving: Saving): Promise<Saved> =>
  save(tx, caseFile, planId, saving, () => ({ wording: saving.wording, isRemoved: false, how: saving.how ?? 'saved' }))

/** Takes a line out by a revision; its words stay in its history. A change by another meanwhile makes this a clash. */
export const removeLine = (tx: Tx, caseFile: CaseFile, planId: PlanId, removal: Omit<Saving, 'wording' | 'how'>): Promise<Saved> =>
  save(tx, caseFile, planId, removal, (latest) => ({ wording: latest.wording, isRemoved: true, how: 'removed' }))

async function save(
  tx: Tx, caseFile: CaseFile, planId: PlanId, { lineId, base, by, because }: Omit<Saving, 'wording'>,
  attemptAt: (latest: Revision) => Pick<Attempt, 'wording' | 'isRemoved' | 'how'>,
): Promise<Saved> {
  const line = await findLatestLine(tx, caseFile, planId, lineId, { lock: true })
  if (line === undefined) throw new NotFound('line')
  const seen = await seenSince(tx, caseFile, lineId, base)
  const saved = saveLine(line.latest, { base: seen, by, ...attemptAt(line.latest) })
  if (saved.kind !== 'accepted') return saved
  const { n, wording, isRemoved, how } = saved.revision
  await tx.db.insertInto('planLineRevision').values({
    localAreaId: caseFile.localAreaId, lineId, n, baseN: seen, section: wording.section, position: line.position, text: wording.text,
    fields: JSON.stringify(wording.fields), isRemoved, authorId: by, at: tx.now, because: because ?? null,
    how, forOrganisationId: organisationOf(tx, caseFile),
  }).execute()
  await tx.db.updateTable('planLine').set({ latest: n }).where('localAreaId', '=', caseFile.localAreaId).where('id', '=', lineId).execute()
  return saved
}
