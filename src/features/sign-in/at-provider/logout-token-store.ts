import type { Tx } from '../../../casebook/tx.ts'
import { instantAfter } from '../../../platform/clock/system-clock.ts'

const hour = 60 * 60 * 1000

/** True the first time that a token is shown; those of more than an hour ago are refused by their time already and forgotten. */
export async function takeOnce(tx: Tx, { issuer, tokenId }: { readonly issuer: string; readonly tokenId: string }): Promise<boolean> {
  await tx.db.deleteFrom('logoutTokenSeen').where('seenAt', '<', instantAfter(tx.now, -hour)).execute()
  const taken = await tx.db.insertInto('logoutTokenSeen').values({ issuer, tokenId, seenAt: tx.now }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  return Number(taken.numInsertedOrUpdatedRows) === 1
}
