import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { findPassages } from '../../../domain/redaction/find-passages.ts'
import { insertRedaction, replacePassages } from '../redaction-store.ts'
import { knownFor, listReaders, listThings, sourceOf } from '../sources-store.ts'

export interface DemandRefusal { readonly kind: 'not-there' | 'kept-from-reader' | 'there-is-one' }

/** From this on the reader has nothing of the report or document but the copy, once somebody else has released it. */
export const demandCopy = act('demand-copy', async (tx, caseFile, { thing: thingValue, reader: readerValue, why }: { thing: string; reader: string; why: string }): Promise<Outcome<string, DemandRefusal>> => {
  const thing = (await listThings(tx, caseFile)).find(({ value }) => value === thingValue)
  const reader = (await listReaders(tx, caseFile)).find(({ value }) => value === readerValue)
  if (thing === undefined || reader === undefined || tx.viewer.kind !== 'person') return refused({ kind: 'not-there' })
  // Its author's or the family's word goes further than a copy: that reader does not get it at all (advice.not_for).
  if (thing.keptFrom.includes(reader.value) || (reader.part !== undefined && thing.keptFrom.includes(reader.part))) return refused({ kind: 'kept-from-reader' })
  const source = await sourceOf(tx, caseFile, thing) ?? { text: '', blocks: [] }
  const { adviceId, documentId, title } = thing
  const id = await insertRedaction(tx, caseFile, {
    ...(adviceId === undefined ? {} : { adviceId }), ...(documentId === undefined ? {} : { documentId }), reader: reader.value, readerName: reader.name, why, title, source,
  }, tx.viewer.personId)
  if (id === undefined) return refused({ kind: 'there-is-one' })
  await replacePassages(tx, caseFile, id, findPassages(source.text, await knownFor(tx, caseFile, reader)), tx.viewer.personId)
  await recordFact(tx, caseFile, { type: 'copy-demanded', redactionId: id, title, reader: reader.name })
  return ok(id)
})
