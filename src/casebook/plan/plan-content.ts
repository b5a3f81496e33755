// The plan of a case as it stands now, or as a version froze it: what drafting, sharing, checking and issuing all read.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import type { AdviceItem } from '../../domain/case-file/facts.ts'
import type { AdviceId, PersonId, PlanId, PlanVersionId } from '../../domain/ids.ts'
import type { AdviceEntry, IssuedVersion } from '../../domain/plan/freeze.ts'
import { freeze } from '../../domain/plan/freeze.ts'
import type { LineFields, LineKind, Link, PlanContent, PlanLine } from '../../domain/plan/line.ts'
import type { Section } from '../../domain/plan/sections.ts'
import { momentInJson } from '../../platform/db/column-values.ts'
import { notHidden, notSealed } from '../access/item-seals.ts'
import type { CaseFile } from '../open-case-file.ts'
import { currencyAtEnd } from './keep-currency.ts'
import { LockedWordsChanged, NotFound } from '../out-of-bounds.ts'
import { listNotSaid } from './locked-wordings.ts'
import type { SourceColumns } from './revision-row.ts'
import { toSource } from './revision-row.ts'
import { thawHere } from './thaw-here.ts'
import type { Tx } from '../tx.ts'

/** The plan's id; NotFound before there is one. */
export async function planIdOf(tx: Tx, caseFile: CaseFile): Promise<PlanId> {
  const plan = await tx.db.selectFrom('plan').select('id')
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).executeTakeFirst()
  if (plan === undefined) throw new NotFound('plan')
  return plan.id
}

/** Every live line in its latest wording, its sources and the live links, in one statement. Removed lines are left out, and links to them. */
export async function readPlanContent(tx: Tx, caseFile: CaseFile, planId: PlanId): Promise<PlanContent> {
  const lines = await tx.db.selectFrom('planLine as l')
    .innerJoin('planLineRevision as r', (join) => join.onRef('r.localAreaId', '=', 'l.localAreaId').onRef('r.lineId', '=', 'l.id').onRef('r.n', '=', 'l.latest'))
    .select(['l.id', 'l.kind', 'r.n', 'r.section', 'r.position', 'r.text', 'r.fields'])
    .select(sql<readonly SourceColumns[]>`(select coalesce(json_agg(json_build_object('adviceId', s.advice_id, 'adviceLineId', s.advice_line_id, 'quote', s.quote, 'quoteStart', s.quote_start, 'quoteEnd', s.quote_end,
        'saidBy', s.said_by, 'saidOn', s.said_on, 'addedAt', ${momentInJson('s.addedAt')}) order by s.added_at, s.id), '[]')
      from plan_line_source s where s.local_area_id = l.local_area_id and s.line_id = l.id and s.removed_at is null and ${notHidden(caseFile, 's.adviceId')})`.as('sources'))
    .select(sql<readonly LinkColumns[]>`(select coalesce(json_agg(json_build_object('id', k.id, 'from', k.from_line_id, 'to', k.to_line_id, 'kind', k.kind, 'addedAt', ${momentInJson('k.addedAt')})), '[]')
      from plan_line_link k where k.local_area_id = l.local_area_id and k.from_line_id = l.id and k.removed_at is null)`.as('links'))
    .where('l.localAreaId', '=', caseFile.localAreaId).where('l.planId', '=', planId).where('r.isRemoved', '=', false)
    .orderBy('r.section').orderBy('r.position').orderBy('l.id').execute()
  const live = new Set(lines.map(({ id }) => id))
  return {
    lines: lines.map((row): PlanLine => ({
      id: row.id, kind: row.kind as LineKind, section: row.section as Section, position: row.position, text: row.text,
      fields: row.fields as LineFields, revision: row.n, sources: row.sources.map(toSource),
    })),
    links: lines.flatMap(({ links }) => links).filter(({ to }) => live.has(to)).toSorted(inOrderOfAdding).map(({ from, to, kind }): Link => ({ from, to, kind })),
  }
}

interface LinkColumns extends Link { readonly id: string; readonly addedAt: string }

const inOrderOfAdding = (a: LinkColumns, b: LinkColumns): number => (`${a.addedAt} ${a.id}` < `${b.addedAt} ${b.id}` ? -1 : 1)

export interface ListedAdvice extends AdviceEntry {
  readonly dated: PlainDate
  readonly adviceId: AdviceId
  readonly item: AdviceItem
}

/** Section K: the advice and views on the case that were given and are under no seal, in the order of reg 6(1), with who gave each and when. */
export async function listSectionK(tx: Tx, caseFile: CaseFile): Promise<ListedAdvice[]> {
  const rows = await tx.db.selectFrom('advice').select(['id', 'item', 'kind', 'authorName', 'authorRole', 'dated', 'givenAt'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('state', 'in', ['given', 'accepted']).where(notSealed(caseFile, 'advice.id'))
    .orderBy('item').orderBy('dated').orderBy('id').execute()
  return rows.map((row) => ({
    adviceId: row.id, item: row.item as AdviceItem, author: row.authorName, role: row.authorRole,
    dated: row.dated ?? (row.givenAt?.slice(0, 10) as PlainDate | undefined) ?? tx.today, title: adviceTitles[row.kind] ?? 'Advice',
  }))
}

/** What each kind of advice is called, in lists and in section K. */
export const adviceTitles: Readonly<Record<string, string>> = {
  parental: 'Views of the child’s parent', 'child-views': 'Views of the child or young person', education: 'Educational advice',
  medical: 'Medical advice', psychological: 'Psychological advice', 'social-care': 'Social care advice', therapy: 'Therapy advice',
  'mental-health': 'Mental health advice', sensory: 'Advice of a specialist teacher', 'early-years': 'Early years advice',
  pfa: 'Advice on preparing for adulthood', other: 'Other advice',
}

export interface VersionRow {
  readonly id: PlanVersionId
  readonly no: number
  readonly kind: 'working' | 'draft' | 'final'
  readonly label: string
  readonly sha256: string
  readonly frozenAt: Instant
  readonly issuedOn?: PlainDate
  readonly supersededOn?: PlainDate
}

/** Every frozen version, oldest first. */
export async function listVersions(tx: Tx, caseFile: CaseFile): Promise<VersionRow[]> {
  const rows = await tx.db.selectFrom('planVersion as v').innerJoin('plan as p', (join) => join.onRef('p.localAreaId', '=', 'v.localAreaId').onRef('p.id', '=', 'v.planId'))
    .select(['v.id', 'v.no', 'v.kind', 'v.label', 'v.sha256', 'v.frozenAt', 'v.issuedOn', 'v.supersededOn'])
    .where('p.localAreaId', '=', caseFile.localAreaId).where('p.caseId', '=', caseFile.id).orderBy('v.no').execute()
  return rows.map((row) => ({
    id: row.id, no: row.no, kind: row.kind as VersionRow['kind'], label: row.label, sha256: row.sha256, frozenAt: row.frozenAt,
    ...(row.issuedOn === null ? {} : { issuedOn: row.issuedOn }), ...(row.supersededOn === null ? {} : { supersededOn: row.supersededOn }),
  }))
}

/** A frozen version whole, its hash proved again. A text that no longer matches its hash is a fault, and loudly so. */
export async function readVersion(tx: Tx, caseFile: CaseFile, versionId: PlanVersionId): Promise<IssuedVersion> {
  const row = await tx.db.selectFrom('planVersion as v').innerJoin('plan as p', (join) => join.onRef('p.localAreaId', '=', 'v.localAreaId').onRef('p.id', '=', 'v.planId'))
    .select(['v.content', 'v.sha256', 'v.ids']).where('p.localAreaId', '=', caseFile.localAreaId).where('p.caseId', '=', caseFile.id)
    .where('v.id', '=', versionId).executeTakeFirst()
  if (row === undefined) throw new NotFound('version')
  return versionOfRow(caseFile, { ...row, id: versionId })
}

/** The same of a row that was read already. */
export function versionOfRow(caseFile: CaseFile, row: { readonly id: PlanVersionId; readonly content: string; readonly sha256: string; readonly ids: unknown }): IssuedVersion {
  if (hashOf(row.content) !== row.sha256) throw new Error(`version ${row.id} does not match its hash`)
  const thawed = thawHere(row)
  if (!thawed.ok) throw new Error(`version ${row.id} cannot be read: ${thawed.refusal}`)
  return { ...thawed.value, content: withoutQuotes(thawed.value.content, caseFile.sealed.hidden) }
}

/** What is quoted from a report is as much out of sight as the report. */
const withoutQuotes = (content: PlanContent, adviceIds: readonly string[]): PlanContent => (adviceIds.length === 0 ? content : {
  ...content, lines: content.lines.map((line) => ({ ...line, sources: line.sources.filter((source) => source.kind !== 'advice' || !adviceIds.includes(source.adviceId)) })),
})

/** What a plan that was brought in lists in its section K and the hub does not hold. */
const entrySchema = z.object({ author: z.string(), role: z.string(), title: z.string(), dated: z.string().transform((text) => plainDateOf(text)).optional() })
  .transform(({ dated, ...entry }): AdviceEntry => ({ ...entry, ...(dated === undefined ? {} : { dated }) }))

const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

export interface VersionWanted {
  readonly kind: VersionRow['kind']
  /** A final version that takes the place of an earlier one (SEND Regulations 2014, regs 22, 28). */
  readonly isAmended?: true
  readonly issuedOn?: PlainDate
}

/** What a version frozen now would say, with its hash. Section I of a final plan may be shown before it is written. */
export async function versionToFreeze(
  tx: Tx, caseFile: CaseFile, planId: PlanId, { kind, issuedOn, isAmended }: VersionWanted, placement: readonly PlanLine[] = [],
): Promise<{ no: number; sha256: string; frozen: string; version: IssuedVersion }> {
  const plan = await tx.db.selectFrom('plan').select(['firstMadeOn', 'listedAdvice'])
    .where('localAreaId', '=', caseFile.localAreaId).where('id', '=', planId).executeTakeFirstOrThrow()
  const last = await tx.db.selectFrom('planVersion').select('no').where('localAreaId', '=', caseFile.localAreaId).where('planId', '=', planId)
    .orderBy('no', 'desc').limit(1).executeTakeFirst()
  const no = (last?.no ?? 0) + 1
  const firstMadeOn = kind === 'final' ? plan.firstMadeOn ?? issuedOn ?? tx.today : plan.firstMadeOn ?? undefined
  const content = withoutQuotes(await readPlanContent(tx, caseFile, planId), caseFile.sealed.all)
  const version: IssuedVersion = {
    heading: {
      childNames: [`${caseFile.child.givenName} ${caseFile.child.familyName}`], dateOfBirth: caseFile.child.bornOn,
      areaName: caseFile.area.councilName, status: kind !== 'final' ? 'draft' : isAmended === true ? 'amended' : 'final', versionNumber: no, issuedOn: issuedOn ?? tx.today,
      ...(firstMadeOn === undefined ? {} : { firstMadeOn }),
    },
    content: placement.length === 0 ? content : { ...content, lines: [...content.lines.filter(({ section }) => section !== 'I'), ...placement] },
    advice: [...(await listSectionK(tx, caseFile)).map(({ author, role, dated, title }) => ({ author, role, dated, title })), ...z.array(entrySchema).parse(plan.listedAdvice)],
  }
  const frozen = freeze(version)
  return { no, sha256: hashOf(frozen), frozen, version }
}

/** Freezes what the draft says now as a version; a final one that does not say ordered words to the letter is refused (LockedWordsChanged). The case row is held by the act, so numbers cannot collide. */
export async function freezeVersion(
  tx: Tx, caseFile: CaseFile, planId: PlanId, by: PersonId, { label, ...wanted }: VersionWanted & { label: string },
): Promise<{ id: PlanVersionId; no: number; sha256: string; version: IssuedVersion }> {
  const { no, sha256, frozen, version } = await versionToFreeze(tx, caseFile, planId, wanted)
  if (wanted.kind === 'final' && (await listNotSaid(tx, caseFile, planId, version.content)).length > 0) throw new LockedWordsChanged('issue')
  const id = tx.newId<PlanVersionId>()
  await tx.db.insertInto('planVersion').values({
    localAreaId: caseFile.localAreaId, id, planId, no, kind: wanted.kind, label, content: frozen, sha256, frozenAt: tx.now, frozenBy: by, issuedOn: wanted.issuedOn ?? null,
  }).execute()
  if (wanted.kind === 'final') {
    currencyAtEnd(tx, caseFile)
    await tx.db.updateTable('plan').set({ firstMadeOn: version.heading.firstMadeOn ?? null })
      .where('localAreaId', '=', caseFile.localAreaId).where('id', '=', planId).where('firstMadeOn', 'is', null).execute()
  }
  return { id, no, sha256, version }
}
