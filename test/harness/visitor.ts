// One browser without the browser: keeps cookies and the page it is on, follows redirects, posts the form as it stands with
// what was filled in, all through `inject`.

import type { FastifyInstance } from 'fastify'
import type { HTMLElement } from 'node-html-parser'
import type { Downloaded, Filled, Handed, Press } from './page-reader.ts'
import { filesOf, PageReader, textOf } from './page-reader.ts'

/** One form as it is about to be posted, and what came of posting it. */
export interface Posting {
  readonly url: string
  readonly fields: string | Buffer
  readonly send: () => Promise<Answer>
}
export type Answer = Awaited<ReturnType<FastifyInstance['inject']>>
/** Posts a form in its own way, perhaps several times, and answers with what the visitor is to see. */
export type Rehearsal = (posting: Posting) => Promise<Answer>

export class Visitor extends PageReader {
  readonly #app: FastifyInstance
  readonly #faults: unknown[]
  readonly #rehearsal: Rehearsal | undefined
  readonly #cookies = new Map<string, string>()
  /** The name of every cookie that this browser was ever given. */
  readonly cookiesGiven = new Set<string>()

  constructor(app: FastifyInstance, faults: unknown[], rehearsal?: Rehearsal) {
    super()
    this.#app = app
    this.#faults = faults
    this.#rehearsal = rehearsal
  }

  /** A cookie of this browser. */
  cookie(name: string): string | undefined {
    return this.#cookies.get(name)
  }

  /** Puts a cookie into this browser: one that was stolen, or that another page would set. */
  keepCookie(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  /** As this browser would send it. */
  get cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async get(url: string): Promise<this> {
    return this.#go('GET', url)
  }

  async submit(filled: Filled = {}, { to, button }: Press = {}): Promise<this> {
    const fields = this.#filledForm(filled, this.form(to, button))
    const pressed = button === undefined ? undefined : this.form(to, button).querySelectorAll('button').find((one) => textOf(one) === button)
    if (button !== undefined && pressed === undefined) throw new Error(`no button "${button}" on ${this.url}`)
    const name = pressed?.getAttribute('name')
    if (name !== undefined) fields.set(name, [pressed?.getAttribute('value') ?? ''])
    const search = new URLSearchParams([...fields].flatMap(([key, values]) => values.map((value) => [key, value])))
    const form = this.form(to, button)
    const action = form.getAttribute('action') ?? this.url
    // A form that only asks puts its fields into the address.
    if (form.getAttribute('method') === 'get') return this.get(`${action.split('?')[0]}?${search.toString()}`)
    return this.#go('POST', action, search.toString(), 'application/x-www-form-urlencoded')
  }

  async submitFiles(files: Handed, filled: Filled = {}, { to, button }: Press = {}): Promise<this> {
    const data = new FormData()
    for (const [name, values] of this.#filledForm(filled, this.form(to, button))) for (const value of values) data.append(name, value)
    const pressed = button === undefined ? undefined : this.form(to, button).querySelectorAll('button').find((one) => textOf(one) === button)
    const buttonName = pressed?.getAttribute('name')
    if (buttonName !== undefined) data.set(buttonName, pressed?.getAttribute('value') ?? '')
    for (const [name, chosen] of Object.entries(files)) for (const file of filesOf(chosen)) data.append(name, new Blob([Buffer.from(file.bytes)]), file.name)
    const request = new Request('http://hub.test', { method: 'POST', body: data })
    const type = request.headers.get('content-type') ?? ''
    return this.#go('POST', this.form(to, button).getAttribute('action') ?? this.url, Buffer.from(await request.arrayBuffer()), type)
  }

  /** A file as this browser would download it. Stays on the page it is on. */
  async download(url: string): Promise<Downloaded & { status: number; type: string }> {
    const response = await this.#app.inject({ method: 'GET', url, headers: { cookie: this.cookieHeader } })
    const name = /filename\*=UTF-8''(.*)$/.exec(String(response.headers['content-disposition'] ?? ''))?.[1] ?? ''
    return { status: response.statusCode, type: String(response.headers['content-type']), name: decodeURIComponent(name), bytes: new Uint8Array(response.rawPayload) }
  }

  async downloadBy({ to, button }: Press): Promise<Downloaded> {
    const form = this.form(to, button)
    const search = new URLSearchParams([...this.fieldsOf(form)].flatMap(([key, values]) => values.map((value) => [key, value])))
    const response = await this.#app.inject({ method: 'POST', url: form.getAttribute('action') ?? this.url, headers: { cookie: this.cookieHeader, 'content-type': 'application/x-www-form-urlencoded' }, payload: search.toString() })
    const name = /filename\*=UTF-8''(.*)$/.exec(String(response.headers['content-disposition'] ?? ''))?.[1] ?? ''
    if (name === '') throw new Error(`no file came from ${this.url}: ${response.statusCode}`)
    return { name: decodeURIComponent(name), bytes: new Uint8Array(response.rawPayload) }
  }

  /** One request and no more: no redirect is followed, faults are answered as the hub answers them, and the visitor stays on the page. Forms carry its token. */
  async request(method: 'GET' | 'POST', url: string, fields: Readonly<Record<string, string>> = {}): Promise<number> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const csrf = this.root.querySelector('input[name=_csrf]')?.getAttribute('value') ?? ''
    const form = method === 'GET' ? {} : { payload: new URLSearchParams({ _csrf: csrf, ...fields }).toString() }
    const response = await this.#app.inject({ method, url, headers: { cookie, ...(method === 'GET' ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) }, ...form })
    return response.statusCode
  }

  #filledForm(filled: Filled, form: HTMLElement): Map<string, string[]> {
    const fields = this.fieldsOf(form)
    for (const [name, value] of Object.entries(filled)) fields.set(name, typeof value === 'string' ? [value] : [...value])
    return fields
  }

  async #go(method: 'GET' | 'POST', url: string, payload?: string | Buffer, type?: string): Promise<this> {
    const inject = (): Promise<Answer> => this.#app.inject({
      method, url, headers: { cookie: this.cookieHeader, ...(type === undefined ? {} : { 'content-type': type }) },
      ...(payload === undefined ? {} : { payload }),
    })
    const isRehearsed = this.#rehearsal !== undefined && method === 'POST' && payload !== undefined
    const faultsBefore = this.#faults.length
    const response = isRehearsed ? await this.#rehearsal({ url, fields: payload, send: inject }) : await inject()
    for (const { name, value, maxAge } of response.cookies) {
      this.cookiesGiven.add(name)
      if (maxAge === 0 || value === '') this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    // A fault is never what a test wants: show its cause, not the plain page.
    if (this.#faults.length > faultsBefore && !isRehearsed) throw this.#faults.at(-1)
    const to = String(response.headers.location)
    // Another server's page: the visitor stands there, and whoever has that server goes on.
    const isElsewhere = /^https?:/.test(to) && !to.startsWith('http://hub.test')
    if (response.statusCode === 303 && !isElsewhere) return this.#go('GET', to)
    if (response.statusCode === 303) {
      this.arrive(to, 200, '', response.headers)
      return this
    }
    this.arrive(url, response.statusCode, response.body, response.headers)
    return this
  }
}
