// The whole hub over a database of its own, spoken to as a browser would: sign in as somebody, get pages, fill in the forms
// that the pages really have, read them by heading, label and link.

import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { parse } from 'node-html-parser'
import type { HTMLElement } from 'node-html-parser'
import { Logger, runOnce } from 'graphile-worker'
import { createApp } from '../../src/app.ts'
import type { House } from '../../src/casebook/house.ts'
import { demoPersonId, seedWorld } from '../../src/features/demo/seed-world.ts'
import type { Instant } from '../../src/domain/calendar/plain-date.ts'
import { plainDateOf } from '../../src/domain/calendar/plain-date.ts'
import type { Occasion } from '../../src/casebook/tx.ts'
import { jobsOf } from '../../src/casebook/jobs.ts'
import { features } from '../../src/features/index.ts'
import { openPool } from '../../src/platform/db/database.ts'
import { system, findViewer } from '../../src/casebook/viewer.ts'
import { freshDatabase } from './database.ts'
import type { FreshDatabase } from './database.ts'
import type { Carrier } from './house.ts'
import { aHouse } from './house.ts'

export interface Hub {
  readonly house: House
  readonly fresh: FreshDatabase
  readonly app: FastifyInstance
  /** A browser nobody has signed in with. */
  readonly visitor: () => Visitor
  /** Somebody of the demonstration world, signed in: 'hattie', 'shno'. */
  readonly as: (personKey: string) => Promise<Visitor>
  /** For calling acts directly as somebody. */
  readonly occasion: (personKey: string | 'system') => Promise<Occasion>
  /** What left the hub as e-mail or text, and whether it can leave at all. */
  readonly carrier: Carrier
  /** Runs the worker until nothing that is due is left. */
  readonly work: () => Promise<void>
  /** Moves the hub's clock: "2026-11-02T10:00:00.000Z". */
  readonly setNow: (instant: string) => void
  readonly close: () => Promise<void>
}

export async function aHub({ now = '2026-09-14T09:00:00.000Z' } = {}): Promise<Hub> {
  const fresh = await freshDatabase()
  const { house, carrier, setNow } = aHouse(fresh, now)
  await seedWorld(fresh.db, now as Instant)
  const faults: unknown[] = []
  const app = await createApp(house, {
    secret: 'a secret for tests only', isSecure: false, assetsDir: mkdtempSync(path.join(os.tmpdir(), 'hub-assets-')),
    assets: { stylesheet: '/assets/hub.css', script: '/assets/hub.js' },
    onFault: (error) => { faults.push(error) },
  })
  await app.ready()
  const visitor = (): Visitor => new Visitor(app, faults)
  return {
    house, fresh, app, visitor, carrier, setNow,
    work: () => runQueue(house, fresh),
    as: async (personKey) => {
      const someone = visitor()
      await someone.get('/sign-in')
      await someone.submit({ person: demoPersonId(personKey) })
      return someone
    },
    occasion: async (personKey) => {
      const viewer = personKey === 'system' ? system : await findViewer(fresh.db, demoPersonId(personKey), plainDateOf(now.slice(0, 10)))
      if (viewer === undefined) throw new Error(`nobody called ${personKey} in the demonstration world`)
      return { house, viewer, page: 'test' }
    },
    close: async () => {
      await app.close()
      await fresh.drop()
    },
  }
}

/** Every queued job that is due, as the worker door would run it. A job that fails stays queued for later. */
async function runQueue(house: House, fresh: FreshDatabase): Promise<void> {
  const pool = openPool(fresh.connectionString, { max: 2 })
  try {
    await runOnce({
      pgPool: pool, noHandleSignals: true, concurrency: 1, logger: new Logger(() => () => undefined),
      taskList: Object.fromEntries([...jobsOf(features)].map(([name, job]) => [name, async (payload: unknown) => {
        await job.run({ house, viewer: system, page: `job ${name}` }, payload)
      }])),
    })
  } finally {
    await pool.end()
  }
}

export type Filled = Readonly<Record<string, string | readonly string[]>>

/** One browser: keeps cookies and the page it is on, follows redirects, posts the form as it stands with what was filled in. */
export class Visitor {
  readonly #app: FastifyInstance
  readonly #faults: unknown[]
  readonly #cookies = new Map<string, string>()
  status = 0
  url = ''
  body = ''
  headers: Readonly<Record<string, unknown>> = {}
  root: HTMLElement = parse('')

  constructor(app: FastifyInstance, faults: unknown[]) {
    this.#app = app
    this.#faults = faults
  }

  async get(url: string): Promise<this> {
    return this.#go('GET', url)
  }

  /**
   * Submits the page's own form (the one whose action ends with `to`, else the first in main), with its hidden and already
   * filled fields, as changed by `filled`. `button` presses the button with that text. Files go through `submitFiles`.
   */
  async submit(filled: Filled = {}, { to, button }: { to?: string; button?: string } = {}): Promise<this> {
    const fields = this.fieldsOf(this.form(to))
    for (const [name, value] of Object.entries(filled)) fields.set(name, typeof value === 'string' ? [value] : [...value])
    const pressed = button === undefined ? undefined : this.form(to).querySelectorAll('button').find((one) => textOf(one) === button)
    if (button !== undefined && pressed === undefined) throw new Error(`no button "${button}" on ${this.url}`)
    const name = pressed?.getAttribute('name')
    if (name !== undefined) fields.set(name, [pressed?.getAttribute('value') ?? ''])
    const search = new URLSearchParams([...fields].flatMap(([key, values]) => values.map((value) => [key, value])))
    return this.#go('POST', this.form(to).getAttribute('action') ?? this.url, search.toString(), 'application/x-www-form-urlencoded')
  }

  /** Submits a form with files: field name to file name and bytes. */
  async submitFiles(
    files: Readonly<Record<string, { name: string; bytes: Uint8Array }>>, filled: Filled = {}, { to }: { to?: string } = {},
  ): Promise<this> {
    const fields = this.fieldsOf(this.form(to))
    for (const [name, value] of Object.entries(filled)) fields.set(name, typeof value === 'string' ? [value] : [...value])
    const data = new FormData()
    for (const [name, values] of fields) for (const value of values) data.append(name, value)
    for (const [name, file] of Object.entries(files)) data.append(name, new Blob([Buffer.from(file.bytes)]), file.name)
    const request = new Request('http://hub.test', { method: 'POST', body: data })
    return this.#go('POST', this.form(to).getAttribute('action') ?? this.url, Buffer.from(await request.arrayBuffer()), request.headers.get('content-type') ?? '')
  }

  form(to?: string): HTMLElement {
    const forms = this.root.querySelectorAll('form')
    const found = to === undefined ? this.root.querySelector('main form') : forms.find((form) => (form.getAttribute('action') ?? '').endsWith(to))
    if (found === null || found === undefined) throw new Error(`no form${to === undefined ? '' : ` to ${to}`} on ${this.url}: ${this.heading}`)
    return found
  }

  /** What the form would post if nothing were changed. */
  fieldsOf(form: HTMLElement): Map<string, string[]> {
    const fields = new Map<string, string[]>()
    const add = (name: string | undefined, value: string): void => {
      if (name !== undefined && name !== '') fields.set(name, [...(fields.get(name) ?? []), value])
    }
    for (const input of form.querySelectorAll('input')) {
      const type = input.getAttribute('type') ?? 'text'
      if (type === 'file' || type === 'submit') continue
      if ((type === 'radio' || type === 'checkbox') && !input.hasAttribute('checked')) continue
      add(input.getAttribute('name'), input.getAttribute('value') ?? '')
    }
    for (const area of form.querySelectorAll('textarea')) add(area.getAttribute('name'), area.textContent.replace(/^\n/, ''))
    for (const select of form.querySelectorAll('select')) {
      const chosen = select.querySelectorAll('option').find((option) => option.hasAttribute('selected')) ?? select.querySelector('option')
      add(select.getAttribute('name'), chosen?.getAttribute('value') ?? '')
    }
    return fields
  }

  get heading(): string {
    return textOf(this.root.querySelector('h1'))
  }

  get title(): string {
    return textOf(this.root.querySelector('title'))
  }

  /** Words of the main part of the page, white space folded. */
  get text(): string {
    return textOf(this.root.querySelector('main'))
  }

  /** The same words with a space wherever a new block begins: "Stage Considering", for reading across cells and rows. */
  get words(): string {
    return (this.root.querySelector('main')?.structuredText ?? '').replaceAll(/\s+/g, ' ').trim()
  }

  /** The errors in the summary at the top. */
  get errors(): string[] {
    return this.root.querySelectorAll('.govuk-error-summary__list li').map(textOf)
  }

  /** The address of the link with this text. */
  link(text: string): string {
    const found = this.root.querySelectorAll('a').find((anchor) => textOf(anchor) === text)
    if (found === undefined) throw new Error(`no link "${text}" on ${this.url}`)
    return found.getAttribute('href') ?? ''
  }

  hasLink(text: string): boolean {
    return this.root.querySelectorAll('a').some((anchor) => textOf(anchor) === text)
  }

  async follow(text: string): Promise<this> {
    return this.get(this.link(text))
  }

  async #go(method: 'GET' | 'POST', url: string, payload?: string | Buffer, type?: string): Promise<this> {
    const faultsBefore = this.#faults.length
    const response = await this.#app.inject({
      method, url, headers: { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...(type === undefined ? {} : { 'content-type': type }) },
      ...(payload === undefined ? {} : { payload }),
    })
    for (const { name, value, maxAge } of response.cookies) {
      if (maxAge === 0 || value === '') this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    // A fault is never what a test wants: show its cause, not the plain page.
    if (this.#faults.length > faultsBefore) throw this.#faults.at(-1)
    if (response.statusCode === 303) return this.#go('GET', String(response.headers.location))
    this.status = response.statusCode
    this.url = url
    this.body = response.body
    this.headers = response.headers
    this.root = parse(response.body)
    return this
  }
}

export const textOf = (element: HTMLElement | null | undefined): string => (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
