// The audit record: who asked for what, when, and with what outcome. The only place that adds to it. A record holds ids, codes and
// numbers; the types below let no words in, so that a child's name in it is a fault that does not compile.
// UK GDPR Art 5(1)(f), 5(2); OWASP ASVS 5.0 chapter 16 (every access to sensitive data is logged).

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Part } from '../../domain/access/parts.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { BreakGlassId, CaseId, DraftId, LocalAreaId, OrganisationId, PersonId, RequestMark, SessionMark } from '../../domain/ids.ts'
import type { Database } from '../../platform/db/schema.ts'
import type { DeclaredCode, Loggable } from '../../platform/log/log.ts'

/** What kind of thing was asked. The table's own check names the same. */
export const auditKinds = ['read', 'write', 'list', 'search', 'export', 'print', 'break-glass', 'sign-in', 'sign-out', 'job'] as const
export type AuditKind = (typeof auditKinds)[number]

/**
 * What came of it. `begun`: a step of signing in that went on to the next; `repeated`: a form sent twice, which acted once;
 * `refused`: the rules or the form said no; `signed-out`: nobody was signed in.
 */
export const auditOutcomes = ['done', 'begun', 'repeated', 'refused', 'not-found', 'not-allowed', 'signed-out', 'stale-form', 'slowed', 'fault'] as const
export type AuditOutcome = (typeof auditOutcomes)[number]

/** The chain of what belongs to no area: signing in, somebody's lists over several areas. */
export const noArea = '00000000-0000-0000-0000-000000000000' as LocalAreaId

/** One record, before it has its place in a chain. */
export interface AuditEntry {
  /** The chain that it goes into. */
  readonly localAreaId: LocalAreaId
  readonly requestId: RequestMark
  readonly actor: 'person' | 'hub' | 'nobody'
  readonly personId?: PersonId
  readonly sessionMark?: SessionMark
  readonly organisationId?: OrganisationId
  readonly parts: readonly Part[]
  readonly kind: AuditKind
  /** "GET /:area/cases/:caseId", as it stands in the routes table; "job send-outgoing". */
  readonly route: DeclaredCode | 'other'
  readonly outcome: AuditOutcome
  readonly caseId?: CaseId
  readonly otherCaseIds: readonly CaseId[]
  readonly draftId?: DraftId
  /** How many cases were opened or, on a list, shown. */
  readonly cases: number
  readonly act?: DeclaredCode
  readonly factSeqs: readonly number[]
  readonly breakGlassId?: BreakGlassId
}

type Element<V> = V extends readonly (infer One)[] ? One : V
/** The names of fields whose values a log would not take: there are none, and a field of free text makes this fail to compile. */
type WordsIn<E> = { [Name in keyof E]-?: [Loggable<Element<E[Name]>>] extends [never] ? Name : [Element<E[Name]>] extends [Loggable<Element<E[Name]>>] ? never : Name }[keyof E]
export type HasNoWords<E> = [WordsIn<E>] extends [never] ? true : false
const hasNoWords: HasNoWords<AuditEntry> = true

/** Adds a record as the last of its chain, in the transaction given, and answers with its number. Nothing may come after it in a transaction. */
export async function appendRecord(db: Kysely<Database>, at: Instant, entry: AuditEntry): Promise<number> {
  const { rows: [row] } = await sql<{ seq: number }>`select audit_append(${entry.localAreaId}::uuid, ${at}::timestamptz, ${entry.requestId}::uuid, ${entry.actor},
    ${entry.personId ?? null}::uuid, ${entry.sessionMark ?? null}::uuid, ${entry.organisationId ?? null}::uuid, ${[...new Set(entry.parts)].join(',')},
    ${entry.kind}, ${entry.route}, ${entry.outcome}, ${entry.caseId ?? null}::uuid, ${[...entry.otherCaseIds]}::uuid[], ${entry.draftId ?? null}::uuid,
    ${entry.cases}::int, ${entry.act ?? null}, ${[...entry.factSeqs]}::int[], ${entry.breakGlassId ?? null}::uuid) as seq`.execute(db)
  if (row === undefined || !hasNoWords) throw new Error('the audit record was not taken')
  return row.seq
}
