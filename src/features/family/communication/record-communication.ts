import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { endNeed, insertNeed, listNeeds } from '../family-store.ts'

export type CommunicationInput = { readonly kind: string; readonly detail: string } | { readonly end: string }
export interface CommunicationRefusal {
  readonly kind: 'recorded-already' | 'ended-already'
}

/** Records one way in which the child takes part, or that it is no longer so. */
export const recordCommunication = act('record-communication', async (tx, caseFile, input: CommunicationInput): Promise<Outcome<string, CommunicationRefusal>> => {
  if ('end' in input) {
    const kind = await endNeed(tx, caseFile, input.end)
    if (kind === undefined) return refused({ kind: 'ended-already' })
    await recordFact(tx, caseFile, { type: 'communication-recorded', kind: `no longer: ${kind}` })
    return ok(kind)
  }
  const { kind, detail } = input
  if ((await listNeeds(tx, caseFile)).some((need) => need.kind === kind && (need.detail ?? '') === detail)) return refused({ kind: 'recorded-already' })
  await insertNeed(tx, caseFile, { kind, detail })
  await recordFact(tx, caseFile, { type: 'communication-recorded', kind })
  return ok(kind)
})
