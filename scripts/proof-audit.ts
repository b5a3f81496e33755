// `npm run proof:audit [-- TAMPERINGS [RECORDS [SEED]]]`: tampers with the audit record in every way of scripts/audit-tamperings.ts and
// prints how many the verifier found. Ends with 1 when one was missed, named in the wrong place, or an untouched record was accused.

import { randomInt } from 'node:crypto'
import { stopDatabaseServer } from '../test/harness/database.ts'
import { proveAudit } from './audit-tamperings.ts'

const [count = 1000, records = 3000, seed = randomInt(2 ** 31)] = process.argv.slice(2).map(Number)
const say = (line: string): void => { process.stdout.write(`${line}\n`) }
say(`Seed ${seed}: ${count} tamperings with ${records} records in 3 areas.`)
const proof = await proveAudit({ records, count, seed, say })
for (const [kind, { found, all }] of Object.entries(proof.byKind)) say(`  ${kind}: ${found} of ${all} found`)
const found = Object.values(proof.byKind).reduce((sum, one) => sum + one.found, 0)
say(`Audit: ${found} of ${count} tamperings found, each at its place; ${proof.falseAlarms} false alarms with ${proof.records} untouched records and ${proof.heads} signed heads.`)
for (const line of proof.missed) say(`  MISSED ${line}`)
await stopDatabaseServer()
process.exitCode = proof.missed.length + proof.falseAlarms === 0 ? 0 : 1
