// The hub in this very process, with each statement seen as it leaves: how many a page is, how long they take by themselves, and through
// which large tables they go from end to end. The statement is explained on its own connection, as the very person who asks.

import { Client } from 'pg'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { makeHouse } from '../../src/make-house.ts'
import { statementIn, type Statement } from '../../test/harness/statements.ts'
import { ask } from './databases.ts'
import { settingsOf } from './web-process.ts'

export interface Seen {
  /** Without the beginning and the end of transactions. */
  readonly statements: number
  readonly sqlMilliseconds: number
  /** Large tables that a statement goes through from end to end: "clock (139,936 rows)". */
  readonly scans: readonly string[]
  readonly sent: readonly Sent[]
}

export interface Sent { readonly text: string; readonly milliseconds: number }

interface PlanNode { readonly 'Node Type': string; readonly 'Relation Name'?: string; readonly Plans?: readonly PlanNode[] }

// One person asks for everything here, and quicker than anybody could.
const noLimits = { perAddress: 1e9, perStranger: 1e9, perPerson: 1e9 }

const isFrame = (text: string): boolean => /^(begin|commit|rollback|savepoint|release)/i.test(text)
const mayExplain = (text: string): boolean => /^\s*(with|select|insert|update|delete)\b/i.test(text)

export class WatchedHub {
  readonly base: string
  readonly #close: () => Promise<void>
  readonly #large: ReadonlyMap<string, number>
  #sent: Sent[] = []
  #scans = new Set<string>()
  #milliseconds = 0
  #explains = false

  private constructor(base: string, large: ReadonlyMap<string, number>, close: () => Promise<void>) {
    this.base = base
    this.#large = large
    this.#close = close
  }

  static async start(databaseUrl: string, port: number, scannedRows: number): Promise<WatchedHub> {
    const large = new Map((await ask(databaseUrl, `select relname || ' ' || reltuples::bigint from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and reltuples > ${scannedRows}`)).map((row) => [row.split(' ')[0] ?? '', Number(row.split(' ')[1])]))
    const config = readConfig(settingsOf(databaseUrl, port))
    const house = makeHouse(config, 'web')
    const app = await createApp(house, {
      secret: config.sessionSecret, ownArea: config.area, isSecure: false, rateLimits: noLimits, trustedProxies: config.trustedProxies, assetsDir: import.meta.dirname, assets: { stylesheet: '/assets/hub.css', script: '/assets/hub.js' },
      onFault: (fault) => { throw fault instanceof Error ? fault : new Error(String(fault)) },
    })
    await app.listen({ port, host: '127.0.0.1' })
    const original = Client.prototype.query as (...given: unknown[]) => unknown
    const hub = new WatchedHub(`http://127.0.0.1:${port}`, large, async () => {
      Client.prototype.query = original as typeof Client.prototype.query
      await app.close()
      await house.database.destroy()
    })
    Client.prototype.query = function (this: Client, ...given: unknown[]) {
      const statement = statementIn(given)
      return statement === undefined ? original.apply(this, given) : hub.#watched(statement, () => original.apply(this, given), (...words) => original.apply(this, words))
    } as typeof Client.prototype.query
    return hub
  }

  async #watched({ text, values }: Statement, asGiven: () => unknown, query: (...given: unknown[]) => unknown): Promise<unknown> {
    if (this.#explains && mayExplain(text)) this.#look(await query(`explain (format json) ${text}`, values) as { rows: { 'QUERY PLAN': { Plan: PlanNode }[] }[] })
    const began = performance.now()
    const answer = await asGiven()
    const milliseconds = performance.now() - began
    this.#milliseconds += milliseconds
    if (!isFrame(text)) this.#sent.push({ text, milliseconds })
    return answer
  }

  #look({ rows: [row] }: { readonly rows: readonly { readonly 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }[] }): void {
    const visit = (node: PlanNode): void => {
      const rows = this.#large.get(node['Relation Name'] ?? '')
      if (node['Node Type'] === 'Seq Scan' && rows !== undefined) this.#scans.add(`${node['Relation Name']} (${rows.toLocaleString('en-GB')} rows)`)
      for (const inner of node.Plans ?? []) visit(inner)
    }
    for (const { Plan } of row?.['QUERY PLAN'] ?? []) visit(Plan)
  }

  /** What one asking sends to the database. */
  async during(run: () => Promise<unknown>, { explains = false } = {}): Promise<Seen> {
    this.#sent = []
    this.#scans = new Set()
    this.#milliseconds = 0
    this.#explains = explains
    await run()
    this.#explains = false
    return { statements: this.#sent.length, sqlMilliseconds: this.#milliseconds, scans: [...this.#scans], sent: this.#sent }
  }

  stop(): Promise<void> {
    return this.#close()
  }
}
