// Somebody at a browser: signs in by the page that is there, keeps cookies, reads forms and hands them in.

import { request as httpRequest } from 'node:http'
import { parse, type HTMLElement } from 'node-html-parser'
import { paths } from '../../src/paths.ts'

export interface Answer { readonly status: number; readonly body: Buffer; readonly headers: Readonly<Record<string, string | string[] | undefined>>; readonly milliseconds: number }

export class Person {
  readonly base: string
  readonly address: string
  readonly #cookies = new Map<string, string>()

  constructor(base: string, n: number) {
    this.base = base
    this.address = `10.${Math.floor(n / 62_500)}.${Math.floor(n / 250) % 250}.${1 + (n % 250)}`
  }

  get headers(): Record<string, string> {
    return { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '), 'x-forwarded-for': this.address }
  }

  /** One request, with what came as it was sent: compressed where `encoding` says so. */
  ask(method: 'GET' | 'POST', path: string, { form, encoding }: { form?: URLSearchParams; encoding?: string } = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const began = performance.now()
      const asking = httpRequest(new URL(path, this.base), {
        method, agent: false, headers: { ...this.headers, ...(encoding === undefined ? {} : { 'accept-encoding': encoding }), ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) },
      }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => {
          for (const cookie of answer.headers['set-cookie'] ?? []) {
            const [pair = ''] = cookie.split(';')
            this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
          }
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks), headers: answer.headers, milliseconds: performance.now() - began })
        })
        answer.on('error', reject)
      })
      asking.on('error', reject)
      asking.end(form?.toString())
    })
  }

  async signIn(personId: string): Promise<this> {
    const page = await this.ask('GET', paths.signInDemo())
    const form = parse(page.body.toString('utf8')).querySelector('main form')
    const answer = await this.ask('POST', paths.signInDemo(), { form: filled(form, { person: personId }) })
    if (answer.status !== 303) throw new Error(`${personId} could not sign in: ${answer.status}`)
    return this
  }
}

/** The fields of a form as it stands, with what is filled in. */
export function filled(form: HTMLElement | null, values: Readonly<Record<string, string>>): URLSearchParams {
  const fields = new URLSearchParams()
  for (const input of form?.querySelectorAll('input[type=hidden], textarea, input[type=text]') ?? []) fields.set(input.getAttribute('name') ?? '', input.getAttribute('value') ?? '')
  for (const [name, value] of Object.entries(values)) fields.set(name, value)
  return fields
}
