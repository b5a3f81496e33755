// All SQL of the working document. What the page shows is read in one statement and the proposals in another: a plan of two hundred
// lines with ten versions costs no more than one of two.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { organisationsOf } from '../../casebook/access/sight.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { isSeen } from '../../casebook/sending/hold.ts'
import { thawHere } from '../../casebook/plan/thaw-here.ts'
import type { Tx } from '../../casebook/tx.ts'
import { councilRoles, isOfCouncil } from '../../domain/access/parts.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import type { LineId, PersonId, PlanId, PlanVersionId } from '../../domain/ids.ts'
import type { IssuedVersion } from '../../domain/plan/freeze.ts'
import type { KeptTerm } from '../../domain/plan/kept-from.ts'
import type { LineFields, LineKind, PlanLine } from '../../domain/plan/line.ts'
import type { Section } from '../../domain/plan/sections.ts'
import type { LaterRevision } from '../../domain/plan/working/working-lines.ts'
import { momentInJson } from '../../platform/db/column-values.ts'

/** A frozen version as these pages name it. */
export interface FrozenVersion {
  readonly id: PlanVersionId
  readonly no: number
  readonly kind: 'working' | 'draft' | 'final'
  readonly label: string
  readonly frozenAt: Instant
  readonly issuedOn?: PlainDate
}
export interface ReadVersion extends FrozenVersion {
  readonly version: IssuedVersion
}

/** A line of the live plan, with what was made of it since the version in force. */
export interface LiveLine {
  readonly line: PlanLine
  readonly isRemoved: boolean
  readonly since: readonly LaterRevision[]
  /** Who wrote its latest wording, where that is newer than the version in force. */
  readonly changed?: { readonly by: string; readonly at: Instant }
  /** A change that two people made at once, still to be settled. */
  readonly keptId?: string
}

export interface Found {
  readonly planId: PlanId
  readonly base?: ReadVersion
  /** What was sent to the family after the version in force: a draft, or the plan as it is proposed to be amended. */
  readonly sent?: ReadVersion
  readonly live: readonly LiveLine[]
  readonly family: ReadonlySet<PersonId>
  /** Who of those that asked for something works in the council's team. */
  readonly council: ReadonlySet<PersonId>
  /** Words that a reader must not see: asked for where the live lines are not. */
  readonly kept: readonly KeptTerm[]
}

interface VersionColumns {
  readonly id: PlanVersionId
  readonly no: number
  readonly kind: FrozenVersion['kind']
  readonly label: string
  readonly content: string
  readonly ids: unknown
  readonly sha256: string
  readonly frozenAt: Instant
  readonly issuedOn: PlainDate | null
}
interface LineColumns {
  readonly id: LineId
  readonly kind: LineKind
  readonly n: number
  readonly section: Section
  readonly position: number
  readonly text: string
  readonly fields: LineFields
  readonly isRemoved: boolean
  readonly at: Instant
  readonly by: string
  readonly since: readonly LaterRevision[] | null
  readonly keptId: string | null
}

const versionJson = sql`json_build_object('id', v.id, 'no', v.no, 'kind', v.kind, 'label', v.label, 'content', v.content, 'ids', v.ids, 'sha256', v.sha256,
  'frozenAt', ${momentInJson('v.frozenAt')}, 'issuedOn', v.issued_on)`

/** Versions that this viewer may read: seen, not kept from them by a person's decision, and of before the day on which their sight ends. */
const isTheirs = (tx: Tx, caseFile: CaseFile) => {
  const before = caseFile.onlyBefore === undefined ? sql`true` : sql`v.issued_on < ${caseFile.onlyBefore}`
  if (isOfCouncil(caseFile.parts) || tx.viewer.kind !== 'person') return sql`${isSeen(tx, 'v.localAreaId', 'v.id')} and ${before}`
  const people = [tx.viewer.personId, ...(caseFile.actsFor === undefined ? [] : [caseFile.actsFor])]
  const bodies = organisationsOf(tx.viewer)
  const theirs = (alias: string) => sql`(${sql.ref(`${alias}.person_id`)} = any(${people}::uuid[]) or (${sql.ref(`${alias}.person_id`)} is null and ${sql.ref(`${alias}.organisation_id`)} = any(${bodies}::uuid[])))`
  return sql`${isSeen(tx, 'v.localAreaId', 'v.id')} and ${before}
    and (not exists (select 1 from delivery_left_out x where x.local_area_id = v.local_area_id and x.version_id = v.id and ${theirs('x')})
      or exists (select 1 from delivery d where d.local_area_id = v.local_area_id and d.version_id = v.id and ${theirs('d')}))`
}

/**
 * The whole of it for this viewer: the version in force, what was sent since, and the live lines where they may see them. `sentId` is the
 * version that the ledger says was sent to the family last. Undefined before there is a plan.
 */
export async function findWorking(tx: Tx, caseFile: CaseFile, { sentId, isLive }: { sentId?: PlanVersionId; isLive: boolean }): Promise<Found | undefined> {
  const { localAreaId, id: caseId, child } = caseFile
  const live = sql`(select coalesce(json_agg(json_build_object('id', l.id, 'kind', l.kind, 'n', r.n, 'section', r.section, 'position', r.position, 'text', r.text,
      'fields', r.fields, 'isRemoved', r.is_removed, 'at', ${momentInJson('r.at')}, 'by', n.full_name,
      'since', (select json_agg(json_build_object('n', s.n, 'text', s.text, 'isRemoved', s.is_removed) order by s.n) from plan_line_revision s
        where s.local_area_id = l.local_area_id and s.line_id = l.id and s.at > (select b.frozen_at from base b) and r.at > (select b.frozen_at from base b)),
      'keptId', (select k.id from kept_text k where k.local_area_id = l.local_area_id and k.line_id = l.id and k.settled_at is null order by k.kept_at, k.id limit 1))), '[]')
    from plan_line l join plan_line_revision r on r.local_area_id = l.local_area_id and r.line_id = l.id and r.n = l.latest join person n on n.id = r.author_id
    where l.local_area_id = p.local_area_id and l.plan_id = p.id and (not r.is_removed or r.at > (select b.frozen_at from base b)))`
  const { rows: [row] } = await sql<{ planId: PlanId; base: VersionColumns | null; sent: VersionColumns | null; live: readonly LineColumns[]; family: readonly PersonId[]; council: readonly PersonId[]; kept: readonly KeptTerm[] }>`
    with the_plan as (select local_area_id, id from plan where local_area_id = ${localAreaId} and case_id = ${caseId}),
      theirs as (select v.* from plan_version v join the_plan p on p.local_area_id = v.local_area_id and p.id = v.plan_id
        where (v.kind = 'final' or v.id = ${sentId ?? null}) and v.label not like '%taken back%' and ${isTheirs(tx, caseFile)}),
      base as (select * from theirs order by (kind = 'final') desc, no desc limit 1)
    select p.id as plan_id, (select ${versionJson} from base v) as base,
      (select ${versionJson} from theirs v where v.id = ${sentId ?? null} and v.no > (select b.no from base b)) as sent,
      ${isLive ? live : sql`'[]'::json`} as live,
      (select coalesce(json_agg(t.person_id), '[]') from relationship t where t.local_area_id = ${localAreaId} and t.child_id = ${child.id}) as family,
      (select coalesce(json_agg(distinct m.person_id), '[]') from membership m join organisation o on o.id = m.organisation_id and o.local_area_id = ${localAreaId}
        where m.role = any(${[...councilRoles]}::text[]) and m.person_id in (select q.author_id from proposal q where q.local_area_id = p.local_area_id and q.plan_id = p.id)) as council,
      ${isLive ? sql`'[]'::json` : sql`(select coalesce(json_agg(json_build_object('term', k.term, 'why', k.why, 'keepFrom', k.keep_from) order by k.noted_at, k.id), '[]')
        from term_to_keep_out k where k.local_area_id = ${localAreaId} and k.case_id = ${caseId})`} as kept
    from the_plan p`.execute(tx.db)
  if (row === undefined) return undefined
  return {
    planId: row.planId, kept: row.kept, council: new Set(row.council), live: row.live.map(toLive), family: new Set([...row.family, ...(child.personId === undefined ? [] : [child.personId])]),
    ...(row.base === null ? {} : { base: toVersion(row.base, caseFile) }), ...(row.sent === null ? {} : { sent: toVersion(row.sent, caseFile) }),
  }
}

const toLive = ({ n, isRemoved, at, by, since, keptId, ...row }: LineColumns): LiveLine => ({
  line: { ...row, revision: n, sources: [] }, isRemoved, since: since ?? [], ...(since === null ? {} : { changed: { by, at } }), ...(keptId === null ? {} : { keptId }),
})

/** The version thawed, its hash proved again. A text that no longer matches its hash is a fault, and loudly so. */
function toVersion({ content, ids, sha256, issuedOn, ...row }: VersionColumns, { sealed }: CaseFile): ReadVersion {
  if (createHash('sha256').update(content, 'utf8').digest('hex') !== sha256) throw new Error(`version ${row.id} does not match its hash`)
  const thawed = thawHere({ content, ids })
  if (!thawed.ok) throw new Error(`version ${row.id} cannot be read: ${thawed.refusal}`)
  // What is quoted from a sealed report is as much out of sight as the report.
  const lines = thawed.value.content.lines.map((line) => ({ ...line, sources: line.sources.filter((source) => source.kind !== 'advice' || !sealed.hidden.includes(source.adviceId)) }))
  return { ...row, ...(issuedOn === null ? {} : { issuedOn }), version: { ...thawed.value, content: { ...thawed.value.content, lines } } }
}

/** Some of the versions that this viewer may read, whole. */
export async function readVersions(tx: Tx, caseFile: CaseFile, ids: readonly PlanVersionId[]): Promise<Map<PlanVersionId, ReadVersion>> {
  const { rows } = await sql<{ version: VersionColumns }>`select ${versionJson} as version from plan_version v join plan p on p.local_area_id = v.local_area_id and p.id = v.plan_id
    where p.local_area_id = ${caseFile.localAreaId} and p.case_id = ${caseFile.id} and v.id = any(${[...ids]}::uuid[]) and ${isTheirs(tx, caseFile)}`.execute(tx.db)
  return new Map(rows.map(({ version }) => [version.id, toVersion(version, caseFile)]))
}

/** Versions that this viewer may read, oldest first: for the council every one, for others what was issued and what `sentIds` names. */
export async function listReadable(tx: Tx, caseFile: CaseFile, { sentIds, isAll }: { sentIds: readonly PlanVersionId[]; isAll: boolean }): Promise<FrozenVersion[]> {
  const { rows } = await sql<Omit<VersionColumns, 'content' | 'ids' | 'sha256'>>`select v.id, v.no, v.kind, v.label, v.frozen_at, v.issued_on
    from plan_version v join plan p on p.local_area_id = v.local_area_id and p.id = v.plan_id
    where p.local_area_id = ${caseFile.localAreaId} and p.case_id = ${caseFile.id}
      and (${isAll} or v.kind = 'final' or v.id = any(${[...sentIds]}::uuid[])) and ${isTheirs(tx, caseFile)} order by v.no`.execute(tx.db)
  return rows.map(({ issuedOn, ...row }) => ({ ...row, ...(issuedOn === null ? {} : { issuedOn }) }))
}
