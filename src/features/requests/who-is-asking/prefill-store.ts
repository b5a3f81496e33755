import type { Tx } from '../../../casebook/tx.ts'
import type { PersonId } from '../../../domain/ids.ts'

export async function findContact(tx: Tx, personId: PersonId): Promise<{ email: string | null; phone: string | null; profession: string | null }> {
  return tx.db.selectFrom('person').select(['email', 'phone', 'profession']).where('id', '=', personId).executeTakeFirstOrThrow()
}
