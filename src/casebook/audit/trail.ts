// What one request, or one run of a job, has touched so far. Every transaction of it knows the trail; the record that is left at the
// end is made from it (request-trail.ts), and the record of an act in the act's own transaction (tx.ts).

import type { Part } from '../../domain/access/parts.ts'
import type { BreakGlassId, CaseId, DraftId, LocalAreaId, OrganisationId, PersonId, RequestMark, SessionMark } from '../../domain/ids.ts'
import type { DeclaredCode } from '../../platform/log/log.ts'
import type { AuditEntry, AuditKind, AuditOutcome } from './audit-record.ts'
import { noArea } from './audit-record.ts'
import type { Viewer } from '../signing-in/viewer.ts'

export interface OpenedCase {
  readonly localAreaId: LocalAreaId
  readonly caseId: CaseId
  readonly parts: readonly Part[]
  readonly breakGlassId?: BreakGlassId
}

export interface Trail {
  readonly requestId: RequestMark
  readonly route: DeclaredCode | 'other'
  readonly sessionMark?: SessionMark
  /** The area of the address, or of the person, where one is known. */
  readonly localAreaId?: LocalAreaId
  /** What the address names, whether it was opened or not. */
  readonly caseId?: CaseId
  readonly draftId?: DraftId
  /** Cases opened so far, the first first. */
  readonly opened: Map<CaseId, OpenedCase>
  /** Records that are in the database: an act leaves its own. */
  records: number
  /** Said by a page that knows better than its answer shows: a file of many cases, somebody slowed down. */
  kind?: AuditKind
  outcome?: AuditOutcome
  /** Turned away before anything was read, because too much was asked for: a flood must not fill the record as well. */
  isTurnedAway?: true
  /** How many cases a file or a page has in it, where that cannot be seen from its links. */
  shown?: number
}

/** What a transaction does that must leave a record with it. */
export interface Doings {
  act?: DeclaredCode
  isRepeated?: true
  /** The case that the act holds. */
  caseId?: CaseId
  localAreaId?: LocalAreaId
  readonly facts: { readonly localAreaId: LocalAreaId; readonly caseId: CaseId; readonly seq: number }[]
}

/** For work that no request began: a job, a command, a test that calls an act by itself. `page` is "job send-outgoing" or the like. */
export const trailOfWork = (requestId: RequestMark, page: string): Trail =>
  ({ requestId, route: /^job [a-z-]{3,60}$/.test(page) ? page as DeclaredCode : 'other', opened: new Map(), records: 0 })

/** The name of an act, which is written where the act is made (test/walls/tables.test.ts holds that), as a code. */
export function actCode(name: string): DeclaredCode {
  if (!/^[a-z-]{3,60}$/.test(name)) throw new Error('an act is named in small letters and hyphens')
  return name as DeclaredCode
}

interface Asked {
  readonly kind: AuditKind
  readonly outcome: AuditOutcome
  /** Signed in by this very request, when nobody was before. */
  readonly personId?: PersonId
  readonly act?: DeclaredCode
  readonly factSeqs?: readonly number[]
  readonly caseId?: CaseId
  readonly localAreaId?: LocalAreaId
  /** On a list: how many cases it showed. */
  readonly shown?: number
}

/** The record of what was asked, by whom, about which case. */
export function entryOf(trail: Trail, viewer: Viewer, asked: Asked): AuditEntry {
  const [first] = trail.opened.values()
  const caseId = asked.caseId ?? trail.caseId ?? (viewer.kind === 'system' ? undefined : first?.caseId)
  const opened = caseId === undefined ? undefined : trail.opened.get(caseId)
  const localAreaId = asked.localAreaId ?? opened?.localAreaId ?? first?.localAreaId ?? trail.localAreaId ?? noArea
  const personId = asked.personId ?? (viewer.kind === 'person' ? viewer.personId : undefined)
  const organisationId = organisationFor(viewer, localAreaId)
  const others = [...trail.opened.keys()].filter((one) => one !== caseId)
  return {
    localAreaId, requestId: trail.requestId, kind: asked.kind, route: trail.route, outcome: asked.outcome, parts: opened?.parts ?? [],
    actor: personId !== undefined ? 'person' : viewer.kind === 'system' ? 'hub' : 'nobody',
    // A job goes through thousands: they are counted; what it did to each is in the record of that.
    otherCaseIds: viewer.kind === 'system' ? [] : others, cases: asked.shown ?? (viewer.kind === 'system' && caseId !== undefined ? 1 : trail.opened.size), factSeqs: asked.factSeqs ?? [],
    ...(personId === undefined ? {} : { personId }), ...(trail.sessionMark === undefined ? {} : { sessionMark: trail.sessionMark }),
    ...(organisationId === undefined ? {} : { organisationId }), ...(caseId === undefined ? {} : { caseId }),
    ...(trail.draftId === undefined ? {} : { draftId: trail.draftId }), ...(asked.act === undefined ? {} : { act: asked.act }),
    ...(opened?.breakGlassId === undefined ? {} : { breakGlassId: opened.breakGlassId }),
  }
}

/** The record that stands in the transaction of what it is about; undefined when the transaction only read. */
export function entryOfDoings(trail: Trail, viewer: Viewer, doings: Doings): AuditEntry | undefined {
  const { act, facts } = doings
  if (act === undefined && facts.length === 0) return undefined
  const [first] = facts
  const caseId = doings.caseId ?? first?.caseId
  const localAreaId = doings.localAreaId ?? first?.localAreaId
  return entryOf(trail, viewer, {
    kind: act === 'open-in-emergency' ? 'break-glass' : 'write', outcome: doings.isRepeated === true ? 'repeated' : 'done',
    factSeqs: facts.filter((fact) => fact.caseId === caseId).map(({ seq }) => seq),
    ...(act === undefined ? {} : { act }), ...(caseId === undefined ? {} : { caseId }), ...(localAreaId === undefined ? {} : { localAreaId }),
  })
}

/** For whom somebody works here: their one organisation, or the one of theirs that belongs to this area's council. */
function organisationFor(viewer: Viewer, localAreaId: LocalAreaId): OrganisationId | undefined {
  if (viewer.kind !== 'person') return undefined
  const all = [...new Set(viewer.roles.map(({ organisationId }) => organisationId))]
  return all.length === 1 ? all[0] : viewer.roles.find((role) => role.localAreaId === localAreaId)?.organisationId
}
