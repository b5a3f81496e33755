// Checks the audit record from outside: records (from the database or an exported file), signed heads (files) and the public key. A
// program of its own that shares no line with the hub, so that a fault in the one is not in the other; it needs Node and `pg` alone.
// The format is specified in docs/how-to/check-the-audit-chain.md. Says for each chain the first place that does not fit.
//
//   node audit-verifier.js (--database URL | --records FILE) --heads DIR --public-key FILE
//
// Ends with 0 when everything fits, 1 when something does not, 2 when it could not look.

import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'

/** The fields of a record in the order in which they are written for its hash; each is text or null. */
const fields = [
  'chain', 'seq', 'at', 'request', 'actor', 'person', 'session', 'organisation', 'parts', 'kind', 'route', 'outcome', 'case', 'otherCases', 'draft', 'cases', 'act', 'facts', 'breakGlass',
  'previousHash',
] as const
export type AuditRow = Readonly<Record<(typeof fields)[number] | 'hash', string | null>>

export const auditQuery = `
  select local_area_id::text as chain, seq::text as seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, request_id::text as request, actor,
    person_id::text as person, session_mark::text as session, organisation_id::text as organisation, parts, kind, route, outcome, case_id::text as case,
    array_to_string(other_case_ids, ',') as "otherCases", draft_id::text as draft, cases::text as cases, act, array_to_string(fact_seqs, ',') as facts,
    break_glass_id::text as "breakGlass", encode(previous_hash, 'hex') as "previousHash", encode(hash, 'hex') as hash
  from audit_record r where (r.local_area_id, r.seq) > ($1::uuid, $2::bigint) order by r.local_area_id, r.seq limit 5000`

export interface Misfit {
  readonly chain: string
  /** The number of the record; of the head's record where a head does not fit. */
  readonly seq: number
  readonly what: string
}
export interface Verdict {
  readonly chains: readonly { readonly chain: string; readonly records: number; readonly heads: number; readonly afterLastHead: number }[]
  /** The first of each chain; none when everything fits. */
  readonly misfits: readonly Misfit[]
}

const noHash = '0'.repeat(64)
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
const written = (values: readonly (string | null)[]): string => values.map((value) => (value === null ? '-,' : `${Buffer.byteLength(value)}:${value},`)).join('')

/** The hash that a record must have. */
export const hashOf = (row: AuditRow): string => sha256(written(['golden-thread audit 1', ...fields.map((field) => row[field])]))

interface Chain { records: number; last: string; misfit?: Misfit; readonly heads: Map<number, string[]>; headLines: number; lastHead: number }

/** `heads`: the lines of each chain's file, oldest first. They are read before the records, so that none is newer than those. */
export async function verify(
  { records, heads, publicKey }: { records: AsyncIterable<AuditRow> | Iterable<AuditRow>; heads: ReadonlyMap<string, readonly string[]>; publicKey: KeyObject },
): Promise<Verdict> {
  const chains = new Map<string, Chain>()
  const chainOf = (name: string): Chain => {
    const chain = chains.get(name) ?? { records: 0, last: noHash, heads: new Map<number, string[]>(), headLines: 0, lastHead: 0 }
    chains.set(name, chain)
    return chain
  }
  const misfits = (chain: Chain, misfit: Misfit): void => { if (chain.misfit === undefined || misfit.seq < chain.misfit.seq) chain.misfit = misfit }

  const keyId = createHash('sha256').update(publicKey.export({ type: 'spki', format: 'der' })).digest('hex').slice(0, 16)
  for (const [name, lines] of heads) {
    const chain = chainOf(name)
    let before = noHash
    for (const line of lines) {
      const head = readHead(line)
      const seq = head?.seq ?? chain.lastHead
      const wrong = head === undefined ? 'a line of the heads cannot be read'
        : head.chain !== name ? 'a head belongs to another chain'
          : head.before !== before ? 'a head before this one is missing or another'
            : head.key !== keyId ? 'a head was signed with another key'
              : !verifySignature(null, Buffer.from(written(['golden-thread audit head 1', head.chain, String(head.seq), head.hash, head.at, head.before, head.key])), publicKey, Buffer.from(head.signature, 'base64')) ? 'a head’s signature is wrong'
                : seq < chain.lastHead ? 'a head says fewer records than the one before' : undefined
      if (wrong !== undefined) misfits(chain, { chain: name, seq, what: wrong })
      if (head !== undefined) chain.heads.set(seq, [...chain.heads.get(seq) ?? [], head.hash])
      chain.headLines += 1
      chain.lastHead = Math.max(chain.lastHead, seq)
      before = sha256(line)
    }
  }

  for await (const row of records) {
    const name = row.chain ?? ''
    const chain = chainOf(name)
    const seq = Number(row.seq)
    chain.records += 1
    // After the first break nothing later of the chain can say more; its heads still can, by an earlier place.
    if (chain.misfit !== undefined && chain.misfit.seq < chain.records) continue
    if (seq !== chain.records) misfits(chain, { chain: name, seq: Math.min(seq, chain.records), what: `record ${chain.records} is missing, or out of its order` })
    else if (hashOf(row) !== row.hash) misfits(chain, { chain: name, seq, what: `record ${seq} was changed` })
    else if (row.previousHash !== chain.last) misfits(chain, { chain: name, seq, what: `record ${seq} does not follow the one before it` })
    else if (chain.heads.get(seq)?.some((hash) => hash !== row.hash) === true) misfits(chain, { chain: name, seq, what: `record ${seq} is not the one whose head was signed: records up to here were written anew` })
    chain.last = row.hash ?? ''
  }
  for (const [name, chain] of chains) {
    if (chain.lastHead > chain.records) misfits(chain, { chain: name, seq: chain.records + 1, what: `records end at ${chain.records}, and a head was signed for ${chain.lastHead}` })
  }
  return {
    chains: [...chains].map(([chain, { records: count, headLines, lastHead }]) => ({ chain, records: count, heads: headLines, afterLastHead: Math.max(0, count - lastHead) })),
    misfits: [...chains.values()].flatMap(({ misfit }) => misfit ?? []),
  }
}

interface SignedHead { readonly chain: string; readonly seq: number; readonly hash: string; readonly at: string; readonly before: string; readonly key: string; readonly signature: string }

function readHead(line: string): SignedHead | undefined {
  try {
    const head = JSON.parse(line) as Partial<Record<keyof SignedHead, unknown>>
    const isWhole = Number.isSafeInteger(head.seq) && (['chain', 'hash', 'at', 'before', 'key', 'signature'] as const).every((name) => typeof head[name] === 'string')
    return isWhole ? head as SignedHead : undefined
  } catch {
    return undefined
  }
}

/** Every record in the order of chains and numbers. Within one transaction, so that it is of one moment. */
export async function* recordsIn(client: Pick<Client, 'query'>): AsyncGenerator<AuditRow> {
  let after: [string, string] = ['00000000-0000-0000-0000-000000000000', '0']
  for (;;) {
    const { rows } = await client.query<AuditRow>(auditQuery, after)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < 5000) return
    after = [last.chain ?? '', last.seq ?? '']
  }
}

/** An exported file: one record a line, as JSON. */
export async function* recordsOf(file: string): AsyncGenerator<AuditRow> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) if (line.trim() !== '') yield JSON.parse(line) as AuditRow
}

export function headsIn(dir: string): Map<string, string[]> {
  const files = existsSync(dir) ? readdirSync(dir).filter((name) => name.endsWith('.heads')) : []
  return new Map(files.map((name) => [name.slice(0, -'.heads'.length), readFileSync(path.join(dir, name), 'utf8').split('\n').filter((line) => line !== '')]))
}

/** What the command line asks for. `say` gets one line at a time. */
export async function verifyAudit(words: readonly string[], say: (line: string) => void): Promise<number> {
  const given = (name: string): string | undefined => { const at = words.indexOf(`--${name}`); return at < 0 ? undefined : words[at + 1] }
  const [database, file, dir, key] = ['database', 'records', 'heads', 'public-key'].map(given)
  if ((database === undefined) === (file === undefined) || dir === undefined || key === undefined) {
    say('Usage: audit-verifier (--database URL | --records FILE) --heads DIR --public-key FILE')
    return 2
  }
  const heads = headsIn(dir)
  const publicKey = createPublicKey(readFileSync(key))
  const check = (records: AsyncIterable<AuditRow>): Promise<Verdict> => verify({ records, heads, publicKey })
  const verdict = file === undefined ? await inDatabase(database ?? '', check) : await check(recordsOf(file))
  for (const { chain, records, heads: lines, afterLastHead } of verdict.chains) say(`${chain}: ${records} records, ${lines} heads, ${afterLastHead} records since the last head`)
  for (const { chain, seq, what } of verdict.misfits) say(`DOES NOT FIT ${chain} at ${seq}: ${what}`)
  say(verdict.misfits.length === 0 ? 'Everything fits.' : `${verdict.misfits.length} of ${verdict.chains.length} chains do not fit.`)
  return verdict.misfits.length === 0 ? 0 : 1
}

/** Checks what is in a database as of one moment. */
export async function inDatabase<T>(connectionString: string, check: (records: AsyncIterable<AuditRow>) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    return await check(recordsIn(client))
  } finally {
    await client.end()
  }
}

if (/^audit-verifier\.(ts|js)$/.test(path.basename(process.argv[1] ?? ''))) {
  // Not awaited: the restore command imports this file, and a module that waits at its top holds up whoever does.
  void (async () => { process.exitCode = await verifyAudit(process.argv.slice(2), (line) => { process.stdout.write(`${line}\n`) }) })()
}
