import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { endNeed, insertNeed, listNeeds } from '../family-store.ts'

export interface Way {
  readonly kind: string
  readonly detail: string
}
export type CommunicationInput = { readonly ways: readonly Way[] } | { readonly end: string }
export interface CommunicationRefusal {
  readonly kind: 'recorded-already' | 'ended-already'
}

/** Records the ways in which the child takes part, or that one is no longer so. What is recorded already stays as it is. */
export const recordCommunication = act('record-communication', async (tx, caseFile, input: CommunicationInput): Promise<Outcome<string, CommunicationRefusal>> => {
  if ('end' in input) {
    const kind = await endNeed(tx, caseFile, input.end)
    if (kind === undefined) return refused({ kind: 'ended-already' })
    await recordFact(tx, caseFile, { type: 'communication-recorded', kind: `no longer: ${kind}` })
    return ok(kind)
  }
  const known = await listNeeds(tx, caseFile)
  const added = input.ways.filter(({ kind, detail }) => !known.some((need) => need.kind === kind && (need.detail ?? '') === detail))
  if (added.length === 0) return refused({ kind: 'recorded-already' })
  for (const way of added) {
    await insertNeed(tx, caseFile, way)
    await recordFact(tx, caseFile, { type: 'communication-recorded', kind: way.kind })
  }
  return ok(added.map(({ kind }) => kind).join(', '))
})
