import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { listSeals } from '../../../casebook/access/seal-rows.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { NewSeal } from '../../../casebook/access/seal-rows.ts'
import { insertSeal } from '../../../casebook/access/seal-rows.ts'
import type { ThingKind } from '../things-store.ts'
import { listBodies, listReaders, listThings } from '../things-store.ts'

export interface SealRefusal { readonly kind: 'not-there' | 'sealed-already' | 'not-on-case' }

/** Takes a report or document out of sight for all but some, from this moment. Who is named must be on the case now. */
export const sealItem = act('seal-item', async (tx, caseFile, { thing: kind, thingId, ...seal }: NewSeal & { thing: ThingKind; thingId: string }): Promise<Outcome<string, SealRefusal>> => {
  const thing = (await listThings(tx, caseFile)).find((one) => one.kind === kind && one.id === thingId)
  if (thing === undefined || tx.viewer.kind !== 'person') return refused({ kind: 'not-there' })
  if ((await listSeals(tx, caseFile)).some((one) => one.thingId === thingId)) return refused({ kind: 'sealed-already' })
  const known = new Set((await listReaders(tx, caseFile)).map(({ id }) => id))
  const isKnownBody = seal.organisationId === undefined || (await listBodies(tx, caseFile)).some(({ id }) => id === seal.organisationId)
  if (!isKnownBody || seal.readerIds.some((id) => !known.has(id))) return refused({ kind: 'not-on-case' })
  const sealId = await insertSeal(tx, caseFile, thing, seal, tx.viewer.personId)
  await recordFact(tx, caseFile, { type: 'item-sealed', sealId, thing: kind })
  return ok(sealId)
})
