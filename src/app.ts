// Puts the rooms together: routes of every feature, the viewer of each request, and the pages for what goes wrong. Used by
// the web door and, through `inject`, by the tests.

import type { FastifyInstance } from 'fastify'
import { areaAt, areaOfViewer, openAreaBook } from './casebook/area-book.ts'
import type { Ask, Frame, Route } from './casebook/ask.ts'
import type { House } from './casebook/house.ts'
import { mayCome } from './casebook/may-come.ts'
import type { Area } from './casebook/open-case-file.ts'
import { FileHeld, NotAllowed, NotFound } from './casebook/out-of-bounds.ts'
import { sessionCookie, viewerOfToken } from './casebook/session.ts'
import { lookThrough } from './casebook/uploads.ts'
import { anyone } from './casebook/viewer.ts'
import { features } from './features/index.ts'
import { paths } from './paths.ts'
import type { Reply } from './platform/http/reply.ts'
import { page, redirect } from './platform/http/reply.ts'
import type { WebRequest, WebRoute } from './platform/http/server.ts'
import { createServer } from './platform/http/server.ts'
import type { DeclaredCode } from './platform/log/log.ts'
import { codeAmong } from './platform/log/log.ts'
import { troublePage } from './ui/trouble-page.tsx'

export interface AppSettings {
  readonly secret: string
  readonly isSecure: boolean
  readonly assetsDir: string
  /** Addresses of the built stylesheet and script. */
  readonly assets: { readonly stylesheet: string; readonly script: string }
  /** Code of the area that this installation is for: who helps on pages for what goes wrong that belong to no area. */
  readonly ownArea: string
  /** Told of every fault, with no words of anybody's in it. */
  readonly onFault: (error: unknown, where: { method: 'GET' | 'POST'; route: DeclaredCode | 'other' }) => void
}

/** 25 MB: a long report with pictures; the page says so. */
export const maxFileBytes = 25 * 1024 * 1024

export const routes: readonly Route[] = features.flatMap((feature) => feature.routes)

export async function createApp(house: House, settings: AppSettings): Promise<FastifyInstance> {
  const book = openAreaBook(house)
  const frameOf = (request: WebRequest, viewer: Frame['viewer'], areas: readonly Area[]): Frame => ({
    viewer, ...present(areaAt(areas, request.path) ?? areaOfViewer(areas, viewer)), path: request.path, isDemo: house.isDemo, assets: settings.assets, tokens: { csrf: request.csrfToken, once: house.newId() },
    ...(request.query.has('done') ? { notice: request.query.text('done') } : {}),
  })
  const seen = (request: WebRequest) => viewerOfToken(house, request.cookies[sessionCookie], { isAtWork: !asksByItself.test(request.path) })
  /** Whoever can help with a page: the council that it belongs to, else the one that this hub is for. */
  const troubleOf = (trouble: Omit<Parameters<typeof troublePage>[0], 'frame' | 'help'>, request: WebRequest, viewer: Frame['viewer'], areas: readonly Area[]) => {
    const frame = frameOf(request, viewer, areas)
    return troublePage({ ...trouble, frame, helpIn: frame.area ?? areas.find(({ code }) => code === settings.ownArea) })
  }
  const trouble = (kind: 'not-found' | 'not-allowed' | 'stale-form' | `file-${FileHeld['why']}`, status: number) =>
    async (request: WebRequest): Promise<Reply> => {
      const typed = kind === 'stale-form' ? { typed: request.form.values(), to: isShown(request.path) ? request.path : undefined } : {}
      return page(troubleOf({ kind, ...typed }, request, (await seen(request)).viewer, await book.areas()), status)
    }

  /** Somebody who is not signed in, or no longer: to the sign-in page and back. What was typed is given back first. */
  const signInFirst = async (request: WebRequest, isSignedOut: boolean): Promise<Reply> => {
    const next = request.method === 'GET' || isShown(request.path) ? request.path + searchOf(request) : paths.home()
    return request.method === 'POST'
      ? page(troubleOf({ kind: 'signed-out', typed: request.form.values(), to: paths.signIn({ next }) }, request, anyone, await book.areas()), 403)
      : redirect(paths.signIn({ next, ...(isSignedOut ? { done: 'timed-out' } : {}) }))
  }

  const toWebRoute = (route: Route): WebRoute => {
    const method = 'get' in route ? 'GET' : 'POST'
    const pattern = 'get' in route ? route.get : route.post
    return {
      method, pattern,
      handle: async (request) => {
        const { viewer, isSignedOut } = await seen(request)
        if (!mayCome(route.may, viewer)) {
          return viewer.kind === 'person' ? trouble('not-allowed', 403)(request) : signInFirst(request, isSignedOut)
        }
        const once = request.form.raw('_once')
        const ask: Ask = {
          house, viewer, page: request.path, method, path: request.path, params: request.params, query: request.query,
          form: await lookThrough(house, request.form), cookies: request.cookies, frame: frameOf(request, viewer, await book.areas()), ...(isMark(once) ? { once } : {}),
        }
        return route.page(ask)
      },
    }
  }

  return createServer({
    routes: routes.map(toWebRoute), assetsDir: settings.assetsDir, secret: settings.secret, isSecure: settings.isSecure, maxFileBytes,
    notFound: trouble('not-found', 404),
    staleForm: trouble('stale-form', 403),
    thrown: async (error, request) => {
      // A request being written is open to anyone, and yet found only by whoever was signed in when it was begun.
      const isOutOfBounds = error instanceof NotFound || error instanceof NotAllowed
      if (isOutOfBounds && (await seen(request)).isSignedOut) return signInFirst(request, true)
      if (error instanceof NotFound) return trouble('not-found', 404)(request)
      if (error instanceof NotAllowed) return trouble('not-allowed', 403)(request)
      if (error instanceof FileHeld) return trouble(`file-${error.why}`, error.why === 'waiting' ? 409 : 410)(request)
      settings.onFault(error, { method: request.method, route: patternServing(request) })
      // The database may be what broke: this page is made without it.
      return page(troubleOf({ kind: 'fault', typed: request.form.values() }, request, anyone, book.lastKnown()), 500)
    },
  })
}

const asPattern = (pattern: string): RegExp => new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`)

/** Whether there is a page at this address, and not only a form sent to it. */
const isShown = (path: string): boolean => routes.some((route) => 'get' in route && asPattern(route.get).test(path))

/** What an open page asks by itself now and then keeps nobody signed in. */
const asksByItself = asPattern(paths.planPresence.pattern)

/** The pattern in the routes table, so that nothing from an address gets into the log. */
function patternServing({ method, path }: WebRequest): DeclaredCode | 'other' {
  const found = routes.map((route) => ('get' in route ? { verb: 'GET', pattern: route.get } : { verb: 'POST', pattern: route.post }))
    .find(({ verb, pattern }) => verb === method && asPattern(pattern).test(path))
  return found === undefined ? 'other' : codeAmong([found.pattern], found.pattern)
}

const present = (area: Area | undefined): { area?: Area } => (area === undefined ? {} : { area })

/** What was asked for after the path, without the notice that followed an act: that is said once. */
function searchOf({ query }: WebRequest): string {
  const kept = Object.entries(query.values()).filter(([name]) => name !== 'done')
    .flatMap(([name, value]) => (value === undefined ? [] : [value].flat().map((one): [string, string] => [name, one])))
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`
}

const isMark = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text)
