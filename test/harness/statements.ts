// The statements that the program sends to the database, and how the database would run them: for tests that a list goes by its
// index and through no table of the country.

import { Client } from 'pg'
import { sql } from 'kysely'
import type { Hub } from './hub.ts'

export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** What a connection is given to send: words and values one after the other, or in one piece with a name (platform/db/remembering-client.ts). */
export function statementIn([first, second]: readonly unknown[]): Statement | undefined {
  const { text, values } = typeof first === 'string' ? { text: first, values: second } : (first ?? {}) as { readonly text?: unknown; readonly values?: unknown }
  return typeof text === 'string' ? { text, values: Array.isArray(values) ? values : [] } : undefined
}

/** Every statement that is sent while something runs. */
export async function statementsOf(run: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = []
  const original = Client.prototype.query as (...given: unknown[]) => unknown
  Client.prototype.query = function (this: Client, ...given: unknown[]) {
    const statement = statementIn(given)
    if (statement !== undefined) sent.push(statement)
    return original.apply(this, given)
  } as typeof Client.prototype.query
  try {
    await run()
  } finally {
    Client.prototype.query = original as typeof Client.prototype.query
  }
  return sent
}

/** How the statement runs in this database; printed too with SHOW_PLAN=yes. */
export async function explain(hub: Hub, { text, values }: Statement): Promise<string> {
  const client = new Client({ connectionString: hub.fresh.connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, costs off, timing off) ${text}`, [...values])
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    if (process.env['SHOW_PLAN'] === 'yes') process.stdout.write(`${plan}\n\n`)
    return plan
  } finally {
    await client.end()
  }
}

/** Cases of an area with an open limit each, as rows: thousands in a second. Their last days are spread over so many days from one. */
export async function manyOpenClocks(hub: Hub, localAreaId: string, { cases, clockId, from, days }: { cases: number; clockId: string; from: string; days: number }): Promise<void> {
  await sql`
    with made as (select n, gen_random_uuid() as child_id, gen_random_uuid() as case_id from generate_series(1, ${cases}::int) n),
      children as (insert into child (local_area_id, id, given_name, family_name, born_on) select ${localAreaId}::uuid, child_id, 'Child', 'No' || n, '2017-05-04' from made),
      files as (insert into case_file (local_area_id, id, child_id, reference, opened_at, stage, received_on, clocks_seq)
        select ${localAreaId}::uuid, case_id, child_id, 'N-' || n, now(), 'assessing', '2026-06-01', 0 from made)
    insert into clock (local_area_id, case_id, clock_id, about, scope, nature, standing, owed_by, started_on, started_by, due_on)
      select ${localAreaId}::uuid, case_id, ${clockId}, 'request 1', 'request', 'limit', 'guidance', 'advisers', '2026-06-01', 1, ${from}::date + (n % ${days}::int) from made`.execute(hub.fresh.db)
}
