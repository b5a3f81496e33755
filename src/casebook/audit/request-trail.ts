// One request, one audit record. An act leaves it in its own transaction; everything else (what was read, listed, searched, refused,
// who signed in) is recorded here when the answer is ready and before it leaves: what cannot be recorded is not shown.

import { createHash } from 'node:crypto'
import { isId } from '../../domain/ids.ts'
import type { CaseId, DraftId, RequestMark, SessionMark } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'
import type { Reply } from '../../platform/http/reply.ts'
import type { DeclaredCode } from '../../platform/log/log.ts'
import type { Route } from '../ask.ts'
import type { AuditKind, AuditOutcome } from './audit-record.ts'
import { appendRecord } from './audit-record.ts'
import type { House } from '../house.ts'
import type { Area } from '../open-case-file.ts'
import { FileHeld, NotAllowed, NotFound } from '../out-of-bounds.ts'
import { areaAt, areaOfViewer } from '../area-book.ts'
import { sessionCookieName, viewerOfToken } from '../signing-in/session.ts'
import type { Trail } from './trail.ts'
import { entryOf } from './trail.ts'
import type { Viewer } from '../signing-in/viewer.ts'

/** What is said of a route in the record: its method and pattern, from the routes table. */
export const routeCode = (route: Route): DeclaredCode => ('get' in route ? `GET ${route.get}` : `POST ${route.post}`) as DeclaredCode

/** A token cannot be had back from its mark, nor the row of its session found. */
const markOf = (token: string): SessionMark => {
  const hex = createHash('sha256').update(`golden-thread audit session ${token}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as SessionMark
}

/** A request as far as its trail needs it. */
interface Asked {
  readonly path: string
  readonly params: Readonly<Record<string, string>>
}

/** The trail of a request, before anybody knows who asks. */
export function openTrail(house: House, route: Route, { params }: Asked): Trail {
  const idIn = (name: string): string | undefined => { const id = params[name]; return id !== undefined && isId(id) ? id : undefined }
  const [caseId, draftId] = [idIn('caseId'), idIn('draftId')]
  return {
    requestId: house.newId<RequestMark>(), route: routeCode(route), opened: new Map(), records: 0,
    ...(caseId === undefined ? {} : { caseId: caseId as CaseId }), ...(draftId === undefined ? {} : { draftId: draftId as DraftId }),
  }
}

/** Who asks, and from which session. */
export interface Asker {
  readonly viewer: Viewer
  readonly token: string | undefined
}

/** What came of a request: its answer, or what was thrown on the way to it. */
export type Ending = { readonly reply: Reply; readonly html?: string } | { readonly thrown: unknown }

/** Leaves the request's record, unless an act has left it already or there is nothing of a child in it. */
export async function closeTrail(house: House, trail: Trail, route: Route, asked: Asked, asker: Asker, areas: readonly Area[], ending: Ending): Promise<void> {
  const { viewer, token } = asker
  if (trail.records > 0 || trail.isTurnedAway === true || isOfNobody(route, trail, ending)) return
  const begun = 'reply' in ending ? await whoSignedIn(house, ending.reply) : undefined
  // A token that is only made anew is nobody's signing in.
  const isNew = begun !== undefined && (viewer.kind !== 'person' || viewer.personId !== begun.personId)
  const kind = trail.kind ?? (isNew ? 'sign-in' : kindOf(route, ending))
  const outcome = trail.outcome ?? outcomeOf(route, viewer, ending, { isSignIn: kind === 'sign-in', hasSignedIn: begun !== undefined })
  const area = areaAt(areas, asked.path) ?? areaOfViewer(areas, begun ?? viewer)
  const shown = trail.shown ?? ('html' in ending && ending.html !== undefined && (kind === 'list' || kind === 'search') ? casesIn(ending.html) : undefined)
  const entry = entryOf({ ...trail, ...(area === undefined ? {} : { localAreaId: area.id }), ...(token === undefined ? {} : { sessionMark: markOf(token) }) }, viewer, {
    kind, outcome, ...(shown === undefined ? {} : { shown }), ...(begun !== undefined && kind === 'sign-in' ? { personId: begun.personId } : {}),
  })
  await appendRecord(house.database, house.clock.now(), entry)
  trail.records += 1
}

/**
 * Pages that hold nothing of anybody's: the front door, the dates of the law, privacy, the sign-in page before anybody used it. One that
 * opened a case all the same is on record like any other.
 */
export const isPublicPage = (route: Route): boolean =>
  'get' in route && route.may === 'anyone' && !/:(caseId|draftId)/.test(route.get) && route.get !== paths.exit.pattern && route.get !== paths.signInBack.pattern

/** What an open draft asks by itself each quarter of a minute: who else has it open. Its opening is on record, and so is a refusal. */
export const isHeartbeat = (route: Route): boolean => 'post' in route && route.post === paths.planPresence.pattern

function isOfNobody(route: Route, trail: Trail, ending: Ending): boolean {
  return isHeartbeat(route) ? 'reply' in ending && ending.reply.kind === 'json' : isPublicPage(route) && trail.opened.size === 0
}

function kindOf(route: Route, ending: Ending): AuditKind {
  const pattern = 'get' in route ? route.get : route.post
  const isPost = 'post' in route
  // Who was sent to another provider comes back here, signed in there or not.
  if (pattern === paths.signInBack.pattern) return 'sign-in'
  if (pattern === paths.signOut.pattern || pattern === paths.signInOver.pattern || pattern === paths.exit.pattern) return 'sign-out'
  if (isPost && (pattern === paths.signIn.pattern || pattern.startsWith(`${paths.signIn.pattern}/`))) return 'sign-in'
  if (isPost && (pattern === paths.emergency.pattern || pattern === paths.search.pattern)) return 'search'
  if (isPost) return 'write'
  if ('reply' in ending && ending.reply.kind === 'file') return kindOfFile(ending.reply.contentType)
  if (pattern === paths.search.pattern) return 'search'
  return /:(caseId|draftId)/.test(pattern) ? 'read' : 'list'
}

/** Rows for a spreadsheet, a whole bundle: an export. A page made for paper: a print. A document that is kept: read as it is. */
function kindOfFile(contentType: string): AuditKind {
  if (/^(text\/csv|application\/(zip|json|x-ndjson))/.test(contentType)) return 'export'
  return /^application\/(pdf|vnd\.openxmlformats)/.test(contentType) ? 'print' : 'read'
}

function outcomeOf(route: Route, viewer: Viewer, ending: Ending, { isSignIn, hasSignedIn }: { isSignIn: boolean; hasSignedIn: boolean }): AuditOutcome {
  if ('thrown' in ending) {
    if (ending.thrown instanceof NotFound) return 'not-found'
    // A file that is held back is no fault: nobody may open it yet.
    return ending.thrown instanceof NotAllowed || ending.thrown instanceof FileHeld ? 'not-allowed' : 'fault'
  }
  const { reply } = ending
  if (viewer.kind !== 'person' && route.may !== 'anyone') return 'signed-out'
  const status = 'status' in reply ? reply.status : 200
  if (status >= 500) return 'fault'
  if (status === 429) return 'slowed'
  if (status === 404) return 'not-found'
  if (status === 403) return 'not-allowed'
  if (status >= 400) return 'refused'
  return isSignIn && !hasSignedIn ? 'begun' : 'done'
}

type Person = Extract<Viewer, { kind: 'person' }>

/** Whoever the answer gives a session to: with it somebody has signed in. */
async function whoSignedIn(house: House, reply: Reply): Promise<Person | undefined> {
  const cookies = 'cookies' in reply ? reply.cookies ?? [] : []
  const token = cookies.find(({ name, value }) => name === sessionCookieName(house) && value !== '')?.value
  if (token === undefined) return undefined
  const { viewer } = await viewerOfToken(house, token)
  return viewer.kind === 'person' ? viewer : undefined
}

/** How many cases a page leads to: what a list showed, counted on the page itself. The banner of an emergency stands on every page and lists nothing. */
const casesIn = (html: string): number => new Set([...html.replace(/<aside class="hub-emergency"[\s\S]*?<\/aside>/, '').matchAll(/\/cases\/([0-9a-f]{8}-[0-9a-f-]{27})/g)].map(([, id]) => id)).size
