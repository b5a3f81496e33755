// The words of protected addresses: the one place that reads and writes `sealed_address` (a wall proves it). They are sealed with
// the area's key; pages, letters, lists and searches have only the row of child_address, which holds no word of them. Whoever
// must know one asks with a reason, and is shown it once. Texts are held against keyed marks, so that nothing is opened for that.

import type { ChildKey } from './family-rows.ts'
import type { CaseFile } from '../open-case-file.ts'
import { mustBeAbleToLook } from '../open-case-file.ts'
import { NotFound } from '../out-of-bounds.ts'
import type { Occasion, Tx } from '../tx.ts'
import { inTransaction } from '../tx.ts'
import { markedPassages, tellingWords } from '../../domain/family/address-words.ts'
import type { ChildId, LocalAreaId } from '../../domain/ids.ts'
import { isId } from '../../domain/ids.ts'
import { instantAfter } from '../../platform/clock/system-clock.ts'
import type { SealedFor } from '../../platform/seal/seal.ts'
import { z } from 'zod'

export interface AddressWords {
  readonly lines: readonly string[]
  readonly postcode?: string | undefined
}

export const openingReasons = ['visit', 'court', 'emergency', 'letter-by-hand', 'check', 'other'] as const
export type OpeningReason = (typeof openingReasons)[number]

/** An address that was asked for is shown within this time, and stands on the page for as long. */
export const shownForSeconds = 60

const addressShape = z.object({ lines: z.array(z.string()), postcode: z.string().optional() })

const sealedAs = (localAreaId: LocalAreaId, addressId: string): SealedFor => ({ purpose: 'address', of: localAreaId, about: addressId })

/** Keeps the words of a protected address sealed, beside the row that says that there is one. */
export async function keepSealed(tx: Tx, { localAreaId, childId }: ChildKey, addressId: string, words: AddressWords): Promise<void> {
  const sealed = tx.house.sealer.seal(JSON.stringify(words), sealedAs(localAreaId, addressId))
  await tx.db.insertInto('sealedAddress').values({ localAreaId, childId, addressId, sealed, sealedAt: tx.now }).execute()
}

/** The marks by which a text that holds words of this address is known. */
export const marksOf = (tx: Tx, localAreaId: LocalAreaId, words: AddressWords): string[] => 
  tellingWords(words).map((closedWords) => tx.house.sealer.mark(closedWords, { purpose: 'address', of: localAreaId }))

/** Passages of the texts that would give away a protected address of this child, past ones too. Opens no seal. */
export async function protectedPassages(tx: Tx, { localAreaId, child }: Pick<CaseFile, 'localAreaId' | 'child'>, texts: readonly string[]): Promise<string[]> {
  const rows = await tx.db.selectFrom('childAddress').select('marks').where('localAreaId', '=', localAreaId).where('childId', '=', child.id).where('isConfidential', '=', true).execute()
  const known = new Set(rows.flatMap(({ marks }) => marks ?? []))
  if (known.size === 0) return []
  const seen = new Map<string, boolean>()
  const isMarked = (closedWords: string): boolean => {
    const is = seen.get(closedWords) ?? tx.house.sealer.marks(closedWords, { purpose: 'address', of: localAreaId }).some((mark) => known.has(mark))
    seen.set(closedWords, is)
    return is
  }
  return [...new Set(texts.flatMap((text) => markedPassages(text, isMarked)))]
}

/** Writes down who asks for which address and why, in the act's transaction. Answers with the reading's id. */
export async function noteReading(tx: Tx, caseFile: CaseFile, { addressId, reason, words }: { addressId: string; reason: OpeningReason; words: string }): Promise<string> {
  mustBeAbleToLook(caseFile, 'sealed-address')
  if (tx.viewer.kind !== 'person') throw new NotFound('protected address')
  const id = tx.newId<string>()
  await tx.db.insertInto('sealedAddressReading').values({
    localAreaId: caseFile.localAreaId, id, childId: caseFile.child.id, caseId: caseFile.id, addressId, personId: tx.viewer.personId, reason, words: words === '' ? null : words, askedAt: tx.now,
  }).execute()
  return id
}

/**
 * Opens the address that this viewer asked for less than a minute ago: once. Undefined when it was shown already, or too late;
 * NotFound when somebody else asked. Throws SealBroken when the key of the area is another one.
 */
export async function showSealedAddress(tx: Tx, caseFile: CaseFile, readingId: string): Promise<AddressWords | undefined> {
  mustBeAbleToLook(caseFile, 'sealed-address')
  const { viewer } = tx
  if (viewer.kind !== 'person' || !isId(readingId)) throw new NotFound('protected address')
  const reading = await tx.db.selectFrom('sealedAddressReading').select(['addressId', 'askedAt', 'shownAt'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', readingId).where('personId', '=', viewer.personId).forUpdate().executeTakeFirst()
  if (reading === undefined) throw new NotFound('protected address')
  if (reading.shownAt !== null || instantAfter(reading.askedAt, shownForSeconds * 1000) < tx.now) return undefined
  const row = await tx.db.selectFrom('sealedAddress').select('sealed').where('localAreaId', '=', caseFile.localAreaId).where('childId', '=', caseFile.child.id)
    .where('addressId', '=', reading.addressId).executeTakeFirst()
  if (row === undefined) throw new NotFound('protected address')
  await tx.db.updateTable('sealedAddressReading').set({ shownAt: tx.now }).where('localAreaId', '=', caseFile.localAreaId).where('id', '=', readingId).execute()
  return addressShape.parse(JSON.parse(tx.house.sealer.open(row.sealed, sealedAs(caseFile.localAreaId, reading.addressId))))
}

/**
 * Seals every protected address that is still in plain words, from before there was a seal: run by `migrate` and `seal-addresses`.
 * Answers with how many there were.
 */
export async function sealWhatIsOpen(occasion: Occasion): Promise<number> {
  return inTransaction(occasion, async (tx) => {
    const rows = await tx.db.selectFrom('childAddress').select(['localAreaId', 'childId', 'id', 'lines', 'postcode']).where('isConfidential', '=', true)
      .where((eb) => eb.or([eb('postcode', 'is not', null), eb(eb.fn<number>('cardinality', ['lines']), '>', 0)])).forUpdate().execute()
    for (const { localAreaId, childId, id, lines, postcode } of rows) {
      const words = { lines, ...(postcode === null ? {} : { postcode }) }
      await keepSealed(tx, { localAreaId, childId: childId as ChildId }, id, words)
      await tx.db.updateTable('childAddress').set({ lines: [], postcode: null, marks: marksOf(tx, localAreaId, words) }).where('localAreaId', '=', localAreaId).where('id', '=', id).execute()
    }
    return rows.length
  })
}

/** Seals and marks every protected address anew with the key of today. Answers with how many there are. */
export async function sealAddressesAnew(tx: Tx): Promise<number> {
  const { sealer } = tx.house
  const rows = await tx.db.selectFrom('sealedAddress').select(['localAreaId', 'addressId', 'sealed']).forUpdate().execute()
  for (const { localAreaId, addressId, sealed } of rows) {
    const words = addressShape.parse(JSON.parse(sealer.open(sealed, sealedAs(localAreaId, addressId))))
    await tx.db.updateTable('sealedAddress').set({ sealed: sealer.sealAnew(sealed, sealedAs(localAreaId, addressId)) }).where('localAreaId', '=', localAreaId).where('addressId', '=', addressId).execute()
    await tx.db.updateTable('childAddress').set({ marks: marksOf(tx, localAreaId, words) }).where('localAreaId', '=', localAreaId).where('id', '=', addressId).execute()
  }
  return rows.length
}
