// Puts the rooms together: routes of every feature, the viewer of each request, and the pages for what goes wrong. Used by
// the web door and, through `inject`, by the tests.

import type { FastifyInstance } from 'fastify'
import { renderToString } from 'preact-render-to-string'
import { wasActedOn } from './casebook/act.ts'
import { areaAt, areaOfViewer, openAreaBook } from './casebook/area-book.ts'
import type { Ask, Frame, Route } from './casebook/ask.ts'
import { listRunning, mayBreakGlass } from './casebook/access/broken-glass.ts'
import type { House } from './casebook/house.ts'
import type { Instant } from './domain/calendar/plain-date.ts'
import { mayCome } from './casebook/access/may-come.ts'
import type { Area } from './casebook/open-case-file.ts'
import type { Release } from './casebook/sending/check-before-sending.ts'
import { StoppedBeforeSending, noteStop } from './casebook/sending/check-before-sending.ts'
import { FileHeld, LockedWordsChanged, NotAllowed, NotFound } from './casebook/out-of-bounds.ts'
import { closedToFamily, PortalClosed } from './casebook/access/closed-to-family.ts'
import { listDuty } from './casebook/access/portal-lock.ts'
import { isOfTeam } from './casebook/sending/hold.ts'
import { inTransaction } from './casebook/tx.ts'
import { forgetTyping, keepTyping } from './casebook/signing-in/kept-typing.ts'
import type { Asker, Ending } from './casebook/audit/request-trail.ts'
import { closeTrail, openTrail } from './casebook/audit/request-trail.ts'
import type { Seen } from './casebook/signing-in/session.ts'
import { cookieWith, renewToken, tokenIn, viewerOfToken } from './casebook/signing-in/session.ts'
import type { Trail } from './casebook/audit/trail.ts'
import { read } from './casebook/tx.ts'
import { lookThrough } from './casebook/papers/uploads.ts'
import { anyone, asWorkingFor, workingForWords } from './casebook/signing-in/viewer.ts'
import { features } from './features/index.ts'
import { paths } from './paths.ts'
import type { Reply } from './platform/http/reply.ts'
import { page, redirect } from './platform/http/reply.ts'
import { isPassing } from './platform/db/passing-fault.ts'
import type { RateLimits } from './platform/http/rate-limits.ts'
import { openCounter } from './platform/http/rate-limits.ts'
import type { WebRequest, WebRoute } from './platform/http/server.ts'
import { filesMissing, sentFields } from './platform/http/sent-form.ts'
import { createServer } from './platform/http/server.ts'
import type { DeclaredCode } from './platform/log/log.ts'
import { codeAmong } from './platform/log/log.ts'
import { closedPage } from './ui/closed-page.tsx'
import { stoppedPage } from './ui/stopped-page.tsx'
import { troublePage } from './ui/trouble-page.tsx'
import { chooseAgain, unavailablePage } from './ui/unavailable-page.tsx'

export interface AppSettings {
  readonly secret: string
  readonly isSecure: boolean
  readonly assetsDir: string
  /** Addresses of the built stylesheet and script. */
  readonly assets: { readonly stylesheet: string; readonly script: string; readonly passkeys?: string }
  /** Code of the area that this installation is for: who helps on pages for what goes wrong that belong to no area. */
  readonly ownArea: string
  /** Left out: nothing is counted (tests that ask for every page at once). */
  readonly rateLimits?: RateLimits
  /** Proxies whose word for a browser's address is taken. */
  readonly trustedProxies?: readonly string[]
  /** Told of every fault, with no words of anybody's in it. */
  readonly onFault: (error: unknown, where: { method: 'GET' | 'POST'; route: DeclaredCode | 'other' }) => void
}

/** 25 MB: a long report with pictures; the page says so. A return of a hundred thousand children as XML is some 500 MB. */
export const [maxFileBytes, maxLongFileBytes] = [25 * 1024 * 1024, 512 * 1024 * 1024]

export const routes: readonly Route[] = features.flatMap((feature) => feature.routes)

export async function createApp(house: House, settings: AppSettings): Promise<FastifyInstance> {
  const book = openAreaBook(house)
  const count = settings.rateLimits === undefined ? undefined : openCounter(settings.rateLimits)
  const frameOf = (request: WebRequest, viewer: Frame['viewer'], areas: readonly Area[], session?: Seen['session']): Frame => ({
    viewer: asWorkingFor(viewer), ...present(areaAt(areas, request.path) ?? areaOfViewer(areas, asWorkingFor(viewer))), path: request.path, isDemo: house.isDemo,
    assets: { ...settings.assets, nonce: request.nonce }, tokens: { csrf: request.csrfToken, once: house.newId() },
    ...switcher(viewer, areas),
    ...(session === undefined ? {} : { session: { secondsLeft: session.secondsLeft, idleMinutes: session.limits.idleMinutes } }),
    ...(request.query.has('done') ? { notice: request.query.text('done') } : {}),
  })
  const seen = (request: WebRequest) => viewerOfToken(house, tokenIn(house, request.cookies), { isAtWork: !asksByItself.some((pattern) => pattern.test(request.path)) })
  /** What this person has open in an emergency: said on every page until it is over. */
  const emergencyOf = async (request: WebRequest, viewer: Frame['viewer']): Promise<Pick<Frame, 'emergency'>> => {
    const [emergency] = mayBreakGlass(viewer) ? await read({ house, viewer, page: request.path }, listRunning) : []
    return emergency === undefined ? {} : { emergency }
  }
  /** Whoever can help with a page: the council that it belongs to, else the one that this hub is for. */
  const troubleOf = (trouble: Omit<Parameters<typeof troublePage>[0], 'frame' | 'help'>, request: WebRequest, viewer: Frame['viewer'], areas: readonly Area[], own: Pick<Frame, 'emergency'> = {}) => {
    const frame = { ...frameOf(request, viewer, areas), ...own }
    return troublePage({ ...trouble, frame, helpIn: frame.area ?? areas.find(({ code }) => code === settings.ownArea) })
  }
  const trouble = (kind: 'not-found' | 'not-allowed' | 'stale-form' | `file-${FileHeld['why']}` | `words-locked-${LockedWordsChanged['at']}`, status: number) =>
    async (request: WebRequest): Promise<Reply> => {
      const typed = kind === 'stale-form' || kind.startsWith('words-locked') ? { typed: request.form.values(), to: isShown(request.path) ? request.path : undefined } : {}
      const { viewer } = await seen(request)
      return page(troubleOf({ kind, ...typed }, request, viewer, await book.areas(), await emergencyOf(request, viewer)), status)
    }

  /** Somebody who is not signed in, or no longer: to the sign-in page and back. What was typed is given back first. */
  const signInFirst = async (request: WebRequest, { isSignedOut, ended }: Seen): Promise<Reply> => {
    const next = request.method === 'GET' || isShown(request.path) ? request.path + searchOf(request) : paths.home()
    if (request.method === 'GET') return redirect(paths.signIn({ next, ...(isSignedOut ? { done: `ended-${ended?.because ?? 'here'}` } : {}) }))
    const typed = request.form.values()
    const isKept = ended !== undefined && await keepTyping(house, ended.personId, { to: request.path, fields: typed })
    return page(troubleOf({ kind: 'signed-out', typed, isKept, because: ended?.because, to: paths.signIn({ next }) }, request, anyone, await book.areas()), 403)
  }

  const closed = (request: WebRequest, viewer: Frame['viewer'], areas: readonly Area[]): Reply => {
    const frame = frameOf(request, viewer, areas)
    return page(closedPage({ frame, area: frame.area ?? areas.find(({ code }) => code === settings.ownArea) }), 503)
  }

  /** What was about to leave holds what must not go: counted, and given back to whoever typed it. */
  const stopped = async (stop: StoppedBeforeSending, request: WebRequest): Promise<Reply> => {
    const { viewer } = await seen(request)
    const stopId = await noteStop(house, viewer, stop)
    const { caseFile, findings } = stop
    const decides = caseFile.parts.includes('decision-maker')
    const duty = decides ? [] : await inTransaction({ house, viewer, page: request.path }, (tx) => listDuty(tx, caseFile.localAreaId))
    return page(stoppedPage({
      frame: frameOf(request, viewer, await book.areas()), area: caseFile.area, childName: `${caseFile.child.preferredName} ${caseFile.child.familyName}`, findings, decides,
      values: request.form.values(), sendTo: request.path + searchOf(request), backTo: isShown(request.path) ? request.path : paths.caseOverview(caseFile.key), hadFiles: request.form.files.length > 0,
      releasedBy: isOfTeam(caseFile.parts) ? duty.filter(({ role }) => role === 'decision-maker').map(({ name }) => name) : [],
      ...(isOfTeam(caseFile.parts) ? { stopUrl: paths.stop({ ...caseFile.key, stopId }) } : {}),
    }), 422)
  }

  /** Asked for too much at once: what was typed is given back, and when to go on. */
  const tooMuch = async (request: WebRequest, viewer: Frame['viewer'], seconds: number): Promise<Reply> =>
    ({ kind: 'page', status: 429, retryAfter: seconds, document: troubleOf({ kind: 'too-much', typed: request.form.values(), to: isShown(request.path) ? request.path : undefined }, request, viewer, await book.areas()) })

  /** A fault that passes by itself, or a form that came again from its page without its files: what was sent is given back to be sent once more. */
  const sendAgain = (request: WebRequest, viewer: Frame['viewer'], areas: readonly Area[], status: 503 | 422): Reply => {
    const frame = frameOf(request, viewer, areas)
    const sent = request.method === 'POST' ? sentFields(request.form, chooseAgain) : undefined
    const address = request.path + searchOf(request)
    const document = unavailablePage({
      frame, helpIn: frame.area ?? areas.find(({ code }) => code === settings.ownArea),
      ...(sent === undefined ? {} : { sent: { ...sent, to: address } }), ...(isShown(request.path) ? { to: address } : {}),
    })
    return { kind: 'page', status, document, ...(status === 503 ? { retryAfter: secondsUntilAgain } : {}) }
  }

  /** Runs a request and leaves its audit record. What could not be recorded is not answered. */
  const recorded = async (route: Route, request: WebRequest, run: (trail: Trail, asked: (asker: Asker) => void) => Promise<Reply>): Promise<Reply> => {
    const trail = openTrail(house, route, request)
    let asker: Asker = { viewer: anyone, token: undefined }
    const close = async (ending: Ending): Promise<void> => closeTrail(house, trail, route, request, asker, await book.areas(), ending)
    try {
      const reply = await run(trail, (known) => { asker = known })
      // Made here, so that a page that cannot be shown is on record as a fault, and a list by what it really showed.
      const answer = reply.kind === 'page' ? { ...reply, html: renderToString(reply.document) } : reply
      await close({ reply, ...('html' in answer ? { html: answer.html } : {}) })
      return answer
    } catch (thrown) {
      const isOutOfBounds = thrown instanceof NotFound || thrown instanceof NotAllowed || thrown instanceof FileHeld || thrown instanceof LockedWordsChanged
      if (trail.records === 0) {
        // When the database is what broke, the fault says so itself, and no page of anybody's has been shown.
        await close({ thrown }).catch((lost: unknown) => { if (isOutOfBounds) throw lost })
      }
      throw thrown
    }
  }

  /** A form with a wrong token reaches no page; that it was sent is on record. */
  const staleForm = async (request: WebRequest): Promise<Reply> => {
    const route = routes.find((one) => 'post' in one && asPattern(one.post).test(request.path))
    const answer = trouble('stale-form', 403)
    return route === undefined ? answer(request) : recorded(route, request, async (trail, asked) => {
      trail.outcome = 'stale-form'
      asked({ viewer: (await seen(request)).viewer, token: tokenIn(house, request.cookies) })
      return answer(request)
    })
  }

  /**
   * A form that comes again because its answer was lost meets a page that has moved on: "there is nothing left to decide" would say that it
   * failed. What it asked for is done, and the page says that. (Most pages come as far as the act, which gives the first answer again.)
   */
  const unlessDone = async (ask: Ask, begun: Instant, run: () => Promise<Reply>): Promise<Reply> => {
    const done = (): Reply => redirect(`${isShown(ask.path) ? ask.path : ask.params['caseId'] === undefined ? paths.home() : paths.caseOverview({ area: ask.params['area'] ?? '', caseId: ask.params['caseId'] })}?done=saved-before`)
    try {
      const reply = await run()
      return reply.kind === 'page' && reply.status === 422 && await wasActedOn(ask, begun) ? done() : reply
    } catch (thrown) {
      if (thrown instanceof NotFound && await wasActedOn(ask, begun)) return done()
      throw thrown
    }
  }

  const toWebRoute = (route: Route): WebRoute => {
    const method = 'get' in route ? 'GET' : 'POST'
    const pattern = 'get' in route ? route.get : route.post
    return {
      method, pattern,
      ...('post' in route && route.takesLongFiles === true ? { takesLongFiles: async (request) => mayCome(route.may, (await seen(request)).viewer) } : {}),
      fromServer: 'post' in route && route.fromServer === true,
      handle: (request) => recorded(route, request, async (trail, asked) => {
        const found = await seen(request)
        const { viewer, session } = found
        const token = tokenIn(house, request.cookies)
        asked({ viewer, token })
        const wait = await count?.({ address: request.address, ...(viewer.kind === 'person' ? { personId: viewer.personId } : {}), points: pointsOf(route) })
        if (wait !== undefined) {
          trail.isTurnedAway = true
          return tooMuch(request, viewer, wait)
        }
        if (!mayCome(route.may, viewer)) {
          return viewer.kind === 'person' ? trouble('not-allowed', 403)(request) : signInFirst(request, found)
        }
        if (await closedToFamily(house, viewer, pattern, areaAt(await book.areas(), request.path))) return closed(request, viewer, await book.areas())
        if (session?.isOutgrownBy !== undefined && token !== undefined && method === 'GET') {
          // More is open to them than when this token was made: it is made anew (session fixation), and the same page asked for again.
          const renewed = await renewToken(house, token, { kind: session.isOutgrownBy })
          return { kind: 'redirect', to: request.path + searchOf(request), cookies: [cookieWith(house, renewed)] }
        }
        if (filesMissing(request.form, chooseAgain).length > 0) return sendAgain(request, viewer, await book.areas(), 422)
        const now = house.clock.now()
        // A list is of the organisation and area that they work for just now; a case is opened as everything that they are.
        const looker = method === 'GET' && !pattern.includes(':') ? asWorkingFor(viewer) : viewer
        const once = request.form.raw('_once')
        const ask: Ask = {
          house, viewer: looker, page: request.path, may: route.may, method, path: request.path, params: request.params, query: request.query,
          form: await lookThrough(house, request.form), cookies: request.cookies, userAgent: request.userAgent, address: request.address, ...(session === undefined ? {} : { session }),
          frame: { ...frameOf(request, viewer, await book.areas(), session), ...await emergencyOf(request, viewer) }, ...(isMark(once) ? { once } : {}), trail, ...releaseIn(request),
        }
        const reply = await unlessDone(ask, now, () => route.page(ask))
        // What was typed before a session ended and is sent now: done, so it is kept no longer.
        const kept = request.form.raw('_kept')
        if (isMark(kept) && reply.kind === 'redirect' && viewer.kind === 'person') await forgetTyping(house, viewer.personId, kept)
        return reply
      }),
    }
  }

  return createServer({
    routes: routes.map(toWebRoute), assetsDir: settings.assetsDir, secret: settings.secret, isSecure: settings.isSecure, maxFileBytes, longFiles: { files: house.passing, mostBytes: maxLongFileBytes },
    ...(settings.trustedProxies === undefined ? {} : { trustedProxies: settings.trustedProxies }),
    notFound: trouble('not-found', 404),
    staleForm,
    unreadable: async (request, status) => page(troubleOf({ kind: 'unreadable' }, request, (await seen(request)).viewer, await book.areas()), status),
    thrown: async (error, request) => {
      // A request being written is open to anyone, and yet found only by whoever was signed in when it was begun.
      const isOutOfBounds = error instanceof NotFound || error instanceof NotAllowed
      const found = isOutOfBounds ? await seen(request) : undefined
      if (found?.isSignedOut === true) return signInFirst(request, found)
      if (error instanceof StoppedBeforeSending) return stopped(error, request)
      if (error instanceof PortalClosed) return closed(request, (await seen(request)).viewer, await book.areas())
      if (error instanceof NotFound) return trouble('not-found', 404)(request)
      if (error instanceof NotAllowed) return trouble('not-allowed', 403)(request)
      if (error instanceof LockedWordsChanged) return trouble(`words-locked-${error.at}`, 422)(request)
      if (error instanceof FileHeld) return trouble(`file-${error.why}`, error.why === 'waiting' ? 409 : 410)(request)
      settings.onFault(error, { method: request.method, route: patternServing(request) })
      if (isPassing(error)) return sendAgain(request, anyone, book.lastKnown(), 503)
      // The database may be what broke: this page is made without it.
      return page(troubleOf({ kind: 'fault', typed: request.form.values() }, request, anyone, book.lastKnown()), 500)
    },
  })
}

/** Seconds after which a browser or program may ask again (RFC 9110, 10.2.3): an embedded database is back within them. */
const secondsUntilAgain = 5

/** Points for the rate limits: what reads through many records, or makes a file, costs as much as several pages. */
const pointsOf = (route: Route): number => route.costs ?? 1

const asPattern = (pattern: string): RegExp => new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`)

/** Whether there is a page at this address, and not only a form sent to it. */
const isShown = (path: string): boolean => routes.some((route) => 'get' in route && asPattern(route.get).test(path))

/** What an open page asks by itself now and then keeps nobody signed in. */
const asksByItself = [paths.planPresence, paths.mySession, paths.keepTyping].map(({ pattern }) => asPattern(pattern))

/** The pattern in the routes table, so that nothing from an address gets into the log. */
function patternServing({ method, path }: WebRequest): DeclaredCode | 'other' {
  const found = routes.map((route) => ('get' in route ? { verb: 'GET', pattern: route.get } : { verb: 'POST', pattern: route.post }))
    .find(({ verb, pattern }) => verb === method && asPattern(pattern).test(path))
  return found === undefined ? 'other' : codeAmong([found.pattern], found.pattern)
}

const switcher = (viewer: Frame['viewer'], areas: readonly Area[]): Pick<Frame, 'workingFor'> => {
  const words = workingForWords(viewer, areas)
  return words === undefined ? {} : { workingFor: words }
}

const present = (area: Area | undefined): { area?: Area } => (area === undefined ? {} : { area })

/** What was asked for after the path, without the notice that followed an act: that is said once. */
function searchOf({ query }: WebRequest): string {
  const kept = Object.entries(query.values()).filter(([name]) => name !== 'done')
    .flatMap(([name, value]) => (value === undefined ? [] : [value].flat().map((one): [string, string] => [name, one])))
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`
}

/** What the page that stopped a form says when the form comes again. */
function releaseIn({ form }: WebRequest): { release?: Release } {
  const marks = form.all('_found')
  return marks.length === 0 ? {} : { release: { marks, belongsHere: form.all('_belongs').includes('yes'), falseAlarm: form.text('_falseAlarm') } }
}

const isMark = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text)
