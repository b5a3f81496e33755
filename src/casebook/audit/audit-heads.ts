// The last record of each chain, signed and kept outside the database: by the worker every ten minutes, and by whoever makes a backup
// right before it. Signs nothing that does not go on from what was signed before.

import { sql } from 'kysely'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import { noArea } from './audit-record.ts'
import type { Occasion } from '../tx.ts'
import { read } from '../tx.ts'

/** Some record that was signed for is not there any more, or is another. */
export class AuditBroken extends Error {
  override readonly name = 'AuditBroken'
}

/** Signs what has come since the last time. Answers with how many heads were signed; throws AuditBroken for a chain that was changed. */
export async function signAuditHeads(occasion: Occasion): Promise<number> {
  const { auditHeads, clock } = occasion.house
  const chains = await read(occasion, async ({ db }) => {
    const { rows } = await sql<{ chain: string; seq: number; hash: string }>`
      select a.id as chain, r.seq, encode(r.hash, 'hex') as hash from (select id from local_area union all select ${noArea}::uuid) a
        join lateral (select seq, hash from audit_record where local_area_id = a.id order by seq desc limit 1) r on true`.execute(db)
    return rows
  })
  let signed = 0
  const broken: string[] = []
  for (const { chain, seq, hash } of chains) {
    const last = auditHeads.last(chain)
    if (last !== undefined && await hashAt(occasion, chain, last.seq) !== last.hash) broken.push(chain)
    else if (last?.seq !== seq) {
      await auditHeads.add({ chain, seq, hash, at: clock.now() satisfies Instant })
      signed += 1
    }
  }
  if (broken.length > 0) throw new AuditBroken(`the audit chain of ${broken.join(', ')} is not what was signed: golden-thread verify-audit says where`)
  return signed
}

const hashAt = (occasion: Occasion, chain: string, seq: number): Promise<string | undefined> => read(occasion, async ({ db }) => {
  const { rows: [row] } = await sql<{ hash: string }>`select encode(hash, 'hex') as hash from audit_record where local_area_id = ${chain}::uuid and seq = ${seq}`.execute(db)
  return row?.hash
})
