// A browser of the proof: keeps its cookies and the token that its forms carry; stays where it is sent, so that a redirect is seen as one.

import type { FastifyInstance } from 'fastify'
import { sessionCookieName } from '../../src/casebook/signing-in/session.ts'

export interface Answered {
  readonly status: number
  readonly body: string
  readonly location?: string
  /** What stands in its head and could tell something: what kind of thing it is, what it is called, when it changed, which cookies it leaves. */
  readonly head: string
}

const telling = ['content-type', 'content-disposition', 'content-language', 'etag', 'last-modified', 'cache-control', 'location', 'retry-after'] as const


export interface Browsing {
  /** `fields` are posted beside the token. */
  readonly ask: (method: 'GET' | 'POST', url: string, fields?: Readonly<Record<string, string>>) => Promise<Answered>
}

export class Browser implements Browsing {
  readonly #app: FastifyInstance
  readonly #cookies = new Map<string, string>()
  #token = ''

  constructor(app: FastifyInstance) { this.#app = app }

  async signIn(session: string): Promise<void> {
    this.#cookies.set(sessionCookieName({ baseUrl: 'http://hub.test' }), session)
    const { body } = await this.ask('GET', '/me/sessions')
    this.#token = /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? ''
    if (this.#token === '') throw new Error('nobody was signed in')
  }

  ask: Browsing['ask'] = async (method, url, fields) => {
    const response = await this.#app.inject({
      method, url, headers: {
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(method === 'POST' ? { payload: new URLSearchParams({ ...fields, _csrf: this.#token }).toString() } : {}),
    })
    for (const { name, value } of response.cookies) this.#cookies.set(name, value)
    const { location } = response.headers
    const head = [...telling.map((name) => `${name}: ${String(response.headers[name] ?? '')}`), ...response.cookies.map(({ name }) => `cookie: ${name}`)].join('\n')
    return { status: response.statusCode, body: response.body, head, ...(typeof location === 'string' ? { location } : {}) }
  }
}
