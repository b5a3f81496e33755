// A person with a browser, over real HTTP: keeps cookies and the page they are on, sends the forms that the pages really have. What
// does not come back at all is thrown as `NoAnswer`, as a browser would say that it cannot reach the site.

import type { HTMLElement } from 'node-html-parser'
import type { Downloaded, Filled, Handed, Press } from '../harness/page-reader.ts'
import { filesOf, PageReader, textOf } from '../harness/page-reader.ts'

export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
}

/** A form as it left the browser: pressing "reload" sends the same again. */
export interface Sent {
  readonly url: string
  readonly body: Buffer<ArrayBuffer> | string
  readonly type: string
}

export class HttpVisitor extends PageReader {
  readonly #base: string
  readonly #address: string
  readonly #cookies = new Map<string, string>()
  lastSent: Sent | undefined

  /** `address`: as which machine the hub sees this browser, which stands behind a proxy that it trusts. */
  constructor(base: string, address: string) {
    super()
    this.#base = base
    this.#address = address
  }

  async get(url: string): Promise<this> {
    return this.#go('GET', url)
  }

  /** What pressing the button would send, without sending it. */
  prepare(filled: Filled = {}, press: Press = {}): Sent {
    const form = this.form(press.to, press.button)
    const search = new URLSearchParams([...this.#filled(form, filled, press)].flatMap(([name, values]) => values.map((value) => [name, value])))
    return { url: form.getAttribute('action') ?? this.url, body: search.toString(), type: 'application/x-www-form-urlencoded' }
  }

  async prepareFiles(files: Handed, filled: Filled = {}, press: Press = {}): Promise<Sent> {
    const form = this.form(press.to, press.button)
    const data = new FormData()
    for (const [name, values] of this.#filled(form, filled, press)) for (const value of values) data.append(name, value)
    for (const [name, chosen] of Object.entries(files)) for (const file of filesOf(chosen)) data.append(name, new Blob([Buffer.from(file.bytes)]), file.name)
    const request = new Request('http://hub.test', { method: 'POST', body: data })
    return { url: form.getAttribute('action') ?? this.url, body: Buffer.from(await request.arrayBuffer()), type: request.headers.get('content-type') ?? '' }
  }

  /** Sends a form and stays where the answer leads: `status` is 303 when it was done, whatever became of the page after it. */
  async send(sent: Sent): Promise<this> {
    this.lastSent = sent
    return this.#go('POST', sent.url, sent)
  }

  async submit(filled: Filled = {}, press: Press = {}): Promise<this> {
    return this.#follow(await this.send(this.prepare(filled, press)))
  }

  async submitFiles(files: Handed, filled: Filled = {}, press: Press = {}): Promise<this> {
    return this.#follow(await this.send(await this.prepareFiles(files, filled, press)))
  }

  download(): Promise<Downloaded> {
    return Promise.reject(new Error('nothing is downloaded here'))
  }

  downloadBy(): Promise<Downloaded> {
    return Promise.reject(new Error('nothing is downloaded here'))
  }

  async #follow(answer: this): Promise<this> {
    return answer.status === 303 ? this.get(String(answer.headers['location'])) : answer
  }

  #filled(form: HTMLElement, filled: Filled, { button }: Press): Map<string, string[]> {
    const fields = this.fieldsOf(form)
    for (const [name, value] of Object.entries(filled)) fields.set(name, typeof value === 'string' ? [value] : [...value])
    const pressed = button === undefined ? undefined : form.querySelectorAll('button').find((one) => textOf(one) === button)
    if (button !== undefined && pressed === undefined) throw new Error(`no button "${button}" on ${this.url}: ${this.heading}`)
    const name = pressed?.getAttribute('name')
    if (name !== undefined) fields.set(name, [pressed?.getAttribute('value') ?? ''])
    return fields
  }

  async #go(method: 'GET' | 'POST', url: string, sent?: Sent): Promise<this> {
    const response = await this.#ask(method, url, sent)
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0/i.test(line)) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    if (response.status === 303 && method === 'GET') return this.#go('GET', String(response.headers.get('location')))
    this.arrive(url, response.status, response.text, Object.fromEntries(response.headers))
    return this
  }

  async #ask(method: 'GET' | 'POST', url: string, sent?: Sent): Promise<{ status: number; headers: Headers; text: string }> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    try {
      const response = await fetch(new URL(url, this.#base), {
        method, redirect: 'manual', headers: { cookie, 'x-forwarded-for': this.#address, ...(sent === undefined ? {} : { 'content-type': sent.type }) },
        ...(sent === undefined ? {} : { body: sent.body }),
      })
      return { status: response.status, headers: response.headers, text: await response.text() }
    } catch (cause) {
      throw new NoAnswer(`no answer from ${url}`, { cause })
    }
  }
}
