// The web server: one way in, one way out. Knows nothing of SEND: it is given routes, and words for what goes wrong.

import { isUtf8 } from 'node:buffer'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fastify from 'fastify'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import { renderToString } from 'preact-render-to-string'
import { FormBody } from './form-body.ts'
import { readMultipart, type ThroughDisk } from './multipart.ts'
import type { Reply } from './reply.ts'

/** One request as a handler sees it. */
export interface WebRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: FormBody
  readonly form: FormBody
  readonly cookies: Readonly<Record<string, string>>
  /** What the browser says of itself; decides nothing. */
  readonly userAgent: string
  /** To be put into every form as `_csrf`. */
  readonly csrfToken: string
  /** Marks the scripts and styles of this one answer as ours; everything else is refused by the browser. */
  readonly nonce: string
  /** Where it came from: the browser's own address, or what a trusted proxy says it is. */
  readonly address: string
}

export interface WebRoute {
  readonly method: 'GET' | 'POST'
  readonly pattern: string
  readonly handle: (request: WebRequest) => Promise<Reply>
  /** Its form's files are long: they pass through the disk, and only when this answers yes. Else the form is read as if nothing had been sent. */
  readonly takesLongFiles?: (request: WebRequest) => Promise<boolean>
  /** Sent by another server and not by a form of ours: it proves itself by what it sends, and has no form token. */
  readonly fromServer?: boolean
}

export interface ServerParts {
  readonly routes: readonly WebRoute[]
  /** Folder of built assets, served at /assets with long caching. */
  readonly assetsDir: string
  readonly secret: string
  /** Whether the hub is reached over https: cookies are then secure and bound to this host. */
  readonly isSecure: boolean
  readonly maxFileBytes: number
  /** Where the files of routes with `takesLongFiles` go. */
  readonly longFiles?: ThroughDisk
  /** Proxies in front of the hub, whose word for a browser's address is taken: addresses or networks. None when left out. */
  readonly trustedProxies?: readonly string[]
  /** Page when nothing is served at the address, when a form's token is wrong, when something broke. */
  readonly notFound: (request: WebRequest) => Promise<Reply>
  readonly staleForm: (request: WebRequest) => Promise<Reply>
  /** Page when what was sent cannot be read at all: no form, too big, broken off (400, 413, 415). */
  readonly unreadable: (request: WebRequest, status: number) => Promise<Reply>
  /** Maps what a handler threw; logging is done here too. */
  readonly thrown: (error: unknown, request: WebRequest) => Promise<Reply>
}

/** Nothing in the hub asks a browser for these; a script that got in could not either. */
const noDevices = ['camera', 'microphone', 'geolocation', 'display-capture', 'usb', 'serial', 'bluetooth', 'payment', 'browsing-topics'].map((name) => `${name}=()`).join(', ')

/** What a page's own browser may load: our scripts and styles, marked for this answer; nothing inline, nothing from elsewhere. */
const pagePolicy = (nonce: string): string => [
  `default-src 'none'`, `script-src 'nonce-${nonce}'`, `style-src 'nonce-${nonce}'`, `img-src 'self' data:`, `media-src 'self'`, `connect-src 'self'`,
  `manifest-src 'self'`, `form-action 'self'`, `base-uri 'none'`, `frame-ancestors 'none'`,
].join('; ')

const csrfCookie = (isSecure: boolean): string => (isSecure ? '__Host-hub-form' : 'hub-form')

/** Builds the server; nothing listens yet. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: 4 * 1024 * 1024, routerOptions: { maxParamLength: 200 }, logger: false,
    // An address that cannot be read is one where nothing is: it takes the same way as any other, with the same headers.
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : unreadable),
    // Told to stop, it answers whoever has a connection already, and closes that: its own "503" would keep nothing of what they typed.
    return503OnClosing: false,
    trustProxy: parts.trustedProxies === undefined || parts.trustedProxies.length === 0 ? false : [...parts.trustedProxies],
  })
  await app.register(cookie)
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, new URLSearchParams(String(body)))
  })
  // A file over the limit is cut off and marked, not thrown: the page says so and keeps what else was typed.
  await app.register(multipart, { throwFileSizeLimit: false, limits: { fileSize: parts.maxFileBytes, files: 20, fields: 2000, fieldSize: 4 * 1024 * 1024 } })
  await app.register(compress, { threshold: 1024 })
  await app.register(helmet, {
    // What is no page needs nothing; a page says more, with a nonce of its own (pagePolicy).
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: [`'none'`], baseUri: [`'none'`], formAction: [`'none'`], frameAncestors: [`'none'`] } },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    strictTransportSecurity: parts.isSecure ? { maxAge: 2 * 365 * 24 * 60 * 60, includeSubDomains: true } : false,
  })
  app.addHook('onSend', (_request, response, _payload, done) => {
    response.header('permissions-policy', noDevices)
    done()
  })
  await app.register(fastifyStatic, { root: parts.assetsDir, prefix: '/assets/', preCompressed: true, immutable: true, maxAge: '365d', index: false, dotfiles: 'ignore' })
  for (const route of parts.routes) {
    app.route({ method: route.method, url: route.pattern, handler: (request, response) => serve(parts, route, request, response) })
  }
  app.setNotFoundHandler((request, response) => serve(parts, { handle: parts.notFound }, request, response))
  app.setErrorHandler(async (error, request, response) => {
    const fallback = toWebRequest(parts, request, response, new FormBody(new Map()))
    const status = statusOf(error)
    return send(parts, await inWords(parts, fallback, () => (status === undefined ? parts.thrown(error, fallback) : parts.unreadable(fallback, status))), response, fallback)
  })
  return app
}

async function serve(
  parts: ServerParts, { handle, fromServer = false, takesLongFiles }: Pick<WebRoute, 'handle' | 'fromServer' | 'takesLongFiles'>, request: FastifyRequest, response: FastifyReply,
): Promise<FastifyReply> {
  const form = request.method === 'POST' ? await formOf(request, takesLongFiles === undefined ? undefined : await throughDisk(parts, takesLongFiles, request, response)) : new FormBody(new Map())
  const web = toWebRequest(parts, request, response, form)
  try {
    const isForged = request.method === 'POST' && !fromServer && (isFromElsewhere(request) || !isSame(form.raw('_csrf'), web.csrfToken))
    return send(parts, await (isForged ? parts.staleForm(web) : handle(web)), response, web)
  } catch (error) {
    return send(parts, await inWords(parts, web, () => parts.thrown(error, web)), response, web)
  }
}

/** Putting a fault into words may need what is broken too: that is said instead, with the same form given back. */
async function inWords(parts: ServerParts, web: WebRequest, say: () => Promise<Reply>): Promise<Reply> {
  try {
    return await say()
  } catch (second) {
    return parts.thrown(second, web)
  }
}

/** Of what the framework itself could not read: the sender's mistake, not a fault of ours. */
function statusOf(error: unknown): number | undefined {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 0
  return status >= 400 && status < 500 ? status : undefined
}

const unreadable = '/unreadable-address'

function isReadable(url: string): boolean {
  try {
    // A zero byte is in no address of ours, and a database takes none.
    return !decodeURIComponent(url).includes('\u0000')
  } catch {
    return false
  }
}

/** Browsers say where a form was sent from (Fetch Metadata): another site's never counts, whatever token it carries. */
const isFromElsewhere = ({ headers }: FastifyRequest): boolean => ['cross-site', 'same-site'].includes(String(headers['sec-fetch-site']))

/** What was sent is no form, or broke off on the way. */
class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly statusCode = 400
}

/** Whoever may not come has nothing of what they send written down. */
async function throughDisk(parts: ServerParts, mayBegin: (request: WebRequest) => Promise<boolean>, request: FastifyRequest, response: FastifyReply): Promise<ThroughDisk | 'nothing'> {
  const isWelcome = parts.longFiles !== undefined && await mayBegin(toWebRequest(parts, request, response, new FormBody(new Map())))
  return isWelcome ? parts.longFiles : 'nothing'
}

async function formOf(request: FastifyRequest, through?: ThroughDisk | 'nothing'): Promise<FormBody> {
  if (through === 'nothing') {
    request.raw.resume()
    return new FormBody(new Map())
  }
  if (request.isMultipart()) return readMultipart(request, through).catch((cause: unknown) => { throw statusOf(cause) === undefined ? new Unreadable('form', { cause }) : cause })
  return request.body instanceof URLSearchParams ? fromSearch(request.body) : new FormBody(new Map())
}

function fromSearch(search: URLSearchParams): FormBody {
  return new FormBody(new Map([...new Set(search.keys())].map((name) => [name, search.getAll(name)])))
}

function toWebRequest(parts: ServerParts, request: FastifyRequest, response: FastifyReply, form: FormBody): WebRequest {
  const name = csrfCookie(parts.isSecure)
  let seed = request.cookies[name]
  if (seed === undefined || seed.length < 20) {
    seed = randomBytes(24).toString('base64url')
    response.setCookie(name, seed, { path: '/', httpOnly: true, sameSite: 'lax', secure: parts.isSecure })
  }
  const [path = '/', search = ''] = request.url.split('?', 2)
  return {
    method: request.method === 'POST' ? 'POST' : 'GET', path, params: request.params as Record<string, string>,
    query: fromSearch(new URLSearchParams(search)), form,
    cookies: Object.fromEntries(Object.entries(request.cookies).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))),
    userAgent: String(request.headers['user-agent'] ?? '').slice(0, 400),
    csrfToken: createHmac('sha256', parts.secret).update(seed).digest('base64url'),
    nonce: randomBytes(16).toString('base64url'), address: request.ip,
  }
}

function isSame(given: string, expected: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}

function send(parts: ServerParts, reply: Reply, response: FastifyReply, { nonce }: WebRequest): FastifyReply {
  response.header('cache-control', 'no-store')
  if (reply.kind === 'page' || reply.kind === 'redirect') {
    for (const { name, value, maxAge } of reply.cookies ?? []) {
      response.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure: parts.isSecure, ...(maxAge === undefined ? {} : { maxAge }) })
    }
    if (reply.clearSiteData) response.header('clear-site-data', '"cache", "storage"')
  }
  switch (reply.kind) {
    case 'page':
      response.header('content-security-policy', pagePolicy(nonce))
      if (reply.retryAfter !== undefined) response.header('retry-after', String(reply.retryAfter))
      return response.code(reply.status).type('text/html; charset=utf-8').send(`<!DOCTYPE html>${reply.html ?? renderToString(reply.document)}`)
    case 'redirect':
      return response.redirect(reply.to, 303)
    case 'json':
      return response.code(reply.status).type('application/json; charset=utf-8').send(JSON.stringify(reply.body))
    case 'file':
      return sendFile(reply, response)
  }
}

function sendFile(reply: Reply & { kind: 'file' }, response: FastifyReply): FastifyReply {
  const bytes = Buffer.from(reply.bytes)
  // What somebody handed in may be a page with scripts in it: the browser gives it no origin, no script and no frame.
  response.header('content-disposition', `${reply.inline === true ? 'inline' : 'attachment'}; filename*=UTF-8''${extendedValue(reply.fileName)}`)
    .header('content-security-policy', `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox`).type(withLetters(reply.contentType, bytes))
  if (!/^(audio|video)\//.test(reply.contentType)) return response.send(bytes)
  // Players on phones ask for the first two bytes, and play nothing unless they get just those (RFC 9110, 14.2).
  const range = rangeIn(response.request.headers.range, bytes.length)
  response.header('accept-ranges', 'bytes')
  if (range === undefined) return response.send(bytes)
  return response.code(206).header('content-range', `bytes ${range.first}-${range.last}/${bytes.length}`).send(bytes.subarray(range.first, range.last + 1))
}

/** RFC 8187, 3.2.1: what `encodeURIComponent` leaves and a header's value may not hold. */
const extendedValue = (text: string): string => encodeURIComponent(text).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** Text says in what letters it is written, or a browser guesses: UTF-8, or else what old programs saved. */
function withLetters(contentType: string, bytes: Buffer): string {
  if (!contentType.startsWith('text/') || contentType.includes('charset=')) return contentType
  return `${contentType}; charset=${isUtf8(bytes) ? 'utf-8' : 'windows-1252'}`
}

/** One range of bytes as asked for; anything else is answered with the whole. */
function rangeIn(header: string | undefined, length: number): { first: number; last: number } | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return undefined
  const first = from === '' ? Math.max(0, length - Number(to)) : Number(from)
  const last = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1)
  return first <= last ? { first, last } : undefined
}
