// The web server: one way in, one way out. Knows nothing of SEND: it is given routes, and words for what goes wrong.

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
import { readMultipart } from './multipart.ts'
import type { Cookie, Reply } from './reply.ts'

/** One request as a handler sees it. */
export interface WebRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: FormBody
  readonly form: FormBody
  readonly cookies: Readonly<Record<string, string>>
  /** The network address that it came from. */
  readonly address: string
  /** To be put into every form as `_csrf`. */
  readonly csrfToken: string
}

export interface WebRoute {
  readonly method: 'GET' | 'POST'
  readonly pattern: string
  readonly handle: (request: WebRequest) => Promise<Reply>
}

export interface ServerParts {
  readonly routes: readonly WebRoute[]
  /** Folder of built assets, served at /assets with long caching. */
  readonly assetsDir: string
  readonly secret: string
  /** Whether the hub is reached over https: cookies are then secure and bound to this host. */
  readonly isSecure: boolean
  readonly maxFileBytes: number
  /** So many proxies of our own stand before the server; 0 when not said. */
  readonly proxyHops?: number
  /** Page when nothing is served at the address, when a form's token is wrong, when something broke. */
  readonly notFound: (request: WebRequest) => Promise<Reply>
  readonly staleForm: (request: WebRequest) => Promise<Reply>
  /** Maps what a handler threw; logging is done here too. */
  readonly thrown: (error: unknown, request: WebRequest) => Promise<Reply>
}

const csrfCookie = (isSecure: boolean): string => (isSecure ? '__Host-hub-form' : 'hub-form')

/** Builds the server; nothing listens yet. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = fastify({ bodyLimit: 4 * 1024 * 1024, routerOptions: { maxParamLength: 200 }, logger: false, trustProxy: (_address, hop) => hop < (parts.proxyHops ?? 0) })
  await app.register(cookie)
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, new URLSearchParams(String(body)))
  })
  // A file over the limit is cut off and marked, not thrown: the page says so and keeps what else was typed.
  await app.register(multipart, { throwFileSizeLimit: false, limits: { fileSize: parts.maxFileBytes, files: 20, fields: 2000, fieldSize: 4 * 1024 * 1024 } })
  await app.register(compress, { threshold: 1024 })
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: {
      defaultSrc: [`'none'`], scriptSrc: [`'self'`], styleSrc: [`'self'`], imgSrc: [`'self'`, 'data:'], mediaSrc: [`'self'`], connectSrc: [`'self'`],
      formAction: [`'self'`], baseUri: [`'none'`], frameAncestors: [`'none'`], manifestSrc: [`'self'`],
    } },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: parts.isSecure,
  })
  await app.register(fastifyStatic, { root: parts.assetsDir, prefix: '/assets/', preCompressed: true, immutable: true, maxAge: '365d', index: false })
  for (const route of parts.routes) {
    app.route({ method: route.method, url: route.pattern, handler: (request, response) => serve(parts, route.handle, request, response) })
  }
  app.setNotFoundHandler((request, response) => serve(parts, parts.notFound, request, response))
  app.setErrorHandler((error, request, response) => {
    const fallback = toWebRequest(parts, request, response, new FormBody(new Map()))
    return parts.thrown(error, fallback).then((reply) => send(parts, reply, response))
  })
  return app
}

async function serve(
  parts: ServerParts, handle: (request: WebRequest) => Promise<Reply>, request: FastifyRequest, response: FastifyReply,
): Promise<FastifyReply> {
  const form = request.method === 'POST' ? await formOf(request) : new FormBody(new Map())
  const web = toWebRequest(parts, request, response, form)
  try {
    const isForged = request.method === 'POST' && !isSame(form.raw('_csrf'), web.csrfToken)
    return send(parts, await (isForged ? parts.staleForm(web) : handle(web)), response)
  } catch (error) {
    return send(parts, await parts.thrown(error, web), response)
  }
}

async function formOf(request: FastifyRequest): Promise<FormBody> {
  if (request.isMultipart()) return readMultipart(request)
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
    address: request.ip,
    csrfToken: createHmac('sha256', parts.secret).update(seed).digest('base64url'),
  }
}

function isSame(given: string, expected: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}

function send(parts: ServerParts, reply: Reply, response: FastifyReply): FastifyReply {
  response.header('cache-control', 'no-store')
  switch (reply.kind) {
    case 'page':
      setCookies(parts, reply.cookies, response)
      if (reply.retryAfter !== undefined) response.header('retry-after', String(reply.retryAfter))
      return response.code(reply.status).type('text/html; charset=utf-8').send(`<!DOCTYPE html>${renderToString(reply.document)}`)
    case 'redirect':
      setCookies(parts, reply.cookies, response)
      if (reply.clearSiteData) response.header('clear-site-data', '"cache", "storage"')
      return response.redirect(reply.to, 303)
    case 'json':
      return response.code(reply.status).type('application/json; charset=utf-8').send(JSON.stringify(reply.body))
    case 'file':
      return sendFile(reply, response)
  }
}

function setCookies(parts: ServerParts, cookies: readonly Cookie[] = [], response: FastifyReply): void {
  for (const { name, value, maxAge } of cookies) {
    response.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure: parts.isSecure, ...(maxAge === undefined ? {} : { maxAge }) })
  }
}

function sendFile(reply: Reply & { kind: 'file' }, response: FastifyReply): FastifyReply {
  const bytes = Buffer.from(reply.bytes)
  response.header('content-disposition', `${reply.inline === true ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(reply.fileName)}`)
    .header('content-security-policy', `default-src 'none'; style-src 'unsafe-inline'; sandbox`).type(reply.contentType)
  if (!/^(audio|video)\//.test(reply.contentType)) return response.send(bytes)
  // Players on phones ask for the first two bytes, and play nothing unless they get just those (RFC 9110, 14.2).
  const range = rangeIn(response.request.headers.range, bytes.length)
  response.header('accept-ranges', 'bytes')
  if (range === undefined) return response.send(bytes)
  return response.code(206).header('content-range', `bytes ${range.first}-${range.last}/${bytes.length}`).send(bytes.subarray(range.first, range.last + 1))
}

/** One range of bytes as asked for; anything else is answered with the whole. */
function rangeIn(header: string | undefined, length: number): { first: number; last: number } | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return undefined
  const first = from === '' ? Math.max(0, length - Number(to)) : Number(from)
  const last = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1)
  return first <= last ? { first, last } : undefined
}
