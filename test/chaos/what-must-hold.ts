// What must hold of the record whatever was killed: nothing acknowledged is lost, nothing is half done, nothing was done twice. Asked of
// the rows themselves, as the owner, in one moment of the database, so that people may go on working meanwhile.

import { generateKeyPairSync } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { Client } from 'pg'
import { inDatabase, verify } from '../../src/audit-verifier.ts'
import { rebuildCurrency } from '../../src/casebook/plan/keep-currency.ts'
import { rebuildTracks } from '../../src/casebook/rebuild-tracks.ts'
import { system } from '../../src/casebook/signing-in/viewer.ts'
import { readConfig } from '../../src/config.ts'
import { makeHouse } from '../../src/make-house.ts'
import { openFileStore } from '../../src/platform/files/file-store.ts'
import type { Intent } from './journal.ts'

export interface Held {
  readonly acknowledged: number
  /** Each one thing that does not hold, in words; none when all does. */
  readonly lost: readonly string[]
  readonly halfDone: readonly string[]
  readonly twice: readonly string[]
}

/** Where the words of each kind are found again; `once` more than once would be a thing done twice. */
const found: Readonly<Record<string, string>> = {
  message: `select body as token, id::text as id, sent_at as at from message`,
  paper: `select title as token, id::text as id, uploaded_at as at from document where kind = 'evidence'`,
  'new-line': `select text as token, line_id::text as id, at from plan_line_revision where how <> 'older'`,
  // Two who save one line at once: the second's words are kept beside, until a person settles it.
  line: `select text as token, line_id::text as id, at from plan_line_revision union all select text, id::text, kept_at from kept_text`,
  decision: `select reasons as token, d.id::text as id, n.composed_at as at from decision d join notice n on n.id = d.notice_id`,
}

/** Kinds that leave a fact, and that put something into the outbox. A line's save is its own record (save-line.ts). */
const leavesFact: ReadonlySet<string> = new Set(['message', 'paper', 'decision'])
const leavesOutbox: ReadonlySet<string> = new Set(['decision'])

/** Compares every intent and acknowledgement given with the record, its submission, audit record, fact and outbox row. */
export async function compareActs(databaseUrl: string, intents: readonly Intent[], acknowledged: ReadonlySet<number>): Promise<Held> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const lost: string[] = []
    const halfDone: string[] = []
    const twice: string[] = []
    await client.query('begin isolation level repeatable read')
    const marks = await client.query<{ once: string; audits: number; facts: number; outbox: number }>(`
      select s.once,
        -- One person at two machines may act twice in one millisecond: each has a record of its own.
        (select count(*)::int from audit_record a where a.at = s.at and a.act = s.act and a.person_id = s.person_id and a.outcome = 'done')
          - (select count(*)::int from submission o where o.at = s.at and o.act = s.act and o.person_id = s.person_id) + 1 as audits,
        (select count(*)::int from fact f join audit_record a on a.case_id = f.case_id and f.seq = any(a.fact_seqs) where f.recorded_at = s.at and a.at = s.at) as facts,
        (select count(*)::int from outgoing g where g.queued_at = s.at) as outbox
      from submission s where s.once = any($1)`, [intents.map(({ once }) => once)])
    const byMark = new Map(marks.rows.map((row) => [row.once, row]))
    for (const kind of Object.keys(found)) {
      const ofKind = intents.filter((intent) => intent.kind === kind)
      const { rows } = await client.query<{ token: string; n: number }>(`select token, count(distinct id || at::text)::int as n from (${found[kind]}) t where token = any($1) group by token`, [ofKind.map(({ token }) => token)])
      const counts = new Map(rows.map(({ token, n }) => [token, n]))
      for (const { n, token, once } of ofKind) {
        const count = counts.get(token) ?? 0
        const mark = byMark.get(once)
        const name = `${kind} ${n}`
        if (acknowledged.has(n) && (count === 0 || mark === undefined)) lost.push(`${name} was acknowledged and is not there`)
        if (count > 1) twice.push(`${name} stands ${count} times`)
        if ((count > 0) !== (mark !== undefined)) halfDone.push(`${name}: ${count} of it and ${mark === undefined ? 'no' : 'a'} mark of its form`)
        if (mark !== undefined && mark.audits !== 1) halfDone.push(`${name} has ${mark.audits} audit records`)
        if (mark !== undefined && leavesFact.has(kind) && mark.facts === 0) halfDone.push(`${name} has no fact that its audit record names`)
        if (mark !== undefined && leavesOutbox.has(kind) && mark.outbox === 0) halfDone.push(`${name} has nothing in the outbox`)
      }
    }
    return { acknowledged: intents.filter(({ n }) => acknowledged.has(n)).length, lost, halfDone, twice }
  } finally {
    await client.end()
  }
}

/** Each a thing that is never there without the other. What was made before the run (`since`) was made otherwise. */
const orphans: Readonly<Record<string, string>> = {
  'facts without an audit record that names them': `select from fact f where f.recorded_at >= $1 and not exists (select from audit_record a where a.case_id = f.case_id and f.seq = any(a.fact_seqs))`,
  'audit records that name a fact that is not there': `select from audit_record a cross join unnest(a.fact_seqs) as named (n) where a.at >= $1 and not exists (select from fact f where f.case_id = a.case_id and f.seq = named.n)`,
  'items of the outbox without the act that put them there': `select from outgoing g where g.queued_at >= $1 and g.case_id is not null and not exists (select from audit_record a where a.at = g.queued_at and a.case_id = g.case_id)`,
  'letters without their fact': `select from notice n where n.composed_at >= $1 and not exists (select from fact f where f.case_id = n.case_id and f.type = 'letter-sent' and f.data ->> 'noticeId' = n.id::text)`,
  'messages without their fact': `select from message m where m.sent_at >= $1 and not exists (select from fact f where f.case_id = m.case_id and f.type = 'message-sent' and f.data ->> 'messageId' = m.id::text)`,
  'papers without their fact': `select from document d where d.uploaded_at >= $1 and d.kind = 'evidence' and d.case_id is not null and not exists (select from fact f where f.case_id = d.case_id and f.data ->> 'documentId' = d.id::text)`,
  'facts of a letter without the letter': `select from fact f where f.recorded_at >= $1 and f.type = 'letter-sent' and not exists (select from notice n where n.case_id = f.case_id and n.id::text = f.data ->> 'noticeId')`,
  'marks of forms without an audit record': `select from submission s where s.at >= $1 and not exists (select from audit_record a where a.at = s.at and a.act = s.act)`,
}

export async function listOrphans(databaseUrl: string, since: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read')
    const said: string[] = []
    for (const [what, query] of Object.entries(orphans)) {
      const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from (${query}) t`, [since])
      if ((rows[0]?.n ?? 0) > 0) said.push(`${rows[0]?.n} ${what}`)
    }
    return said
  } finally {
    await client.end()
  }
}

/** What left: nothing twice, nothing said to be sent that the carrier never had. `waiting`: still to leave. */
export async function compareSending(databaseUrl: string, taken: ReadonlyMap<string, number>): Promise<{ sent: number; waiting: number; failed: number; twice: string[]; neverLeft: string[] }> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string; state: string }>(`select id, state from outgoing where channel in ('email', 'text')`)
    const of = (state: string): string[] => rows.filter((row) => row.state === state).map(({ id }) => id)
    return {
      sent: of('sent').length, waiting: of('queued').length, failed: of('failed').length,
      twice: [...taken].filter(([, n]) => n > 1).map(([reference, n]) => `${reference} was taken ${n} times`), neverLeft: of('sent').filter((id) => !taken.has(id)).map((id) => `${id} is said to be sent`),
    }
  } finally {
    await client.end()
  }
}

/** What is slower to ask, at the end: the audit chain, everything folded anew, every file read. */
export async function lookThroughAll(databaseUrl: string, environment: Readonly<Record<string, string>>, filesDir: string): Promise<string[]> {
  const verdict = await inDatabase(databaseUrl, (records) => verify({ records, heads: new Map(), publicKey: generateKeyPairSync('ed25519').publicKey }))
  const house = makeHouse(readConfig({ ...environment, DATABASE_URL: databaseUrl }), 'owner')
  try {
    const occasion = { house, viewer: system, page: 'after the run' }
    const tracks = await rebuildTracks(occasion, { repair: false })
    const currency = await rebuildCurrency(occasion, { repair: false })
    const files = openFileStore(filesDir)
    const missing: string[] = []
    for (const { sha256 } of await house.database.selectFrom('document').select('sha256').distinct().execute()) {
      await files.open(sha256).catch((error: unknown) => missing.push(`a kept file: ${String(error)}`))
    }
    return [
      ...verdict.misfits.map(({ chain, seq, what }) => `audit chain ${chain} at ${seq}: ${what}`), ...tracks.different.map((one) => `folds otherwise: ${JSON.stringify(one)}`),
      ...currency.different.map((one) => `age of content folds otherwise: ${JSON.stringify(one)}`), ...missing,
    ]
  } finally {
    await house.database.destroy()
  }
}

/** Drafts of files that a killed process left: they are in nobody's way, and counted. */
export const leftovers = (filesDir: string): number => readdirSync(filesDir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.part')).length
