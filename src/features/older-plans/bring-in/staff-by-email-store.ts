import type { PersonId } from '../../../domain/ids.ts'
import type { Tx } from '../../../casebook/tx.ts'

/** Somebody of the council's team of this area, by the address that their account has. */
export async function findStaffByEmail(tx: Tx, email: string, area: string): Promise<PersonId | undefined> {
  const row = await tx.db.selectFrom('person as n').innerJoin('membership as m', 'm.personId', 'n.id').innerJoin('organisation as o', 'o.id', 'm.organisationId').innerJoin('localArea as a', 'a.id', 'o.localAreaId')
    .select('n.id').where((eb) => eb(eb.fn<string>('lower', ['n.email']), '=', email.toLowerCase())).where('a.code', '=', area).where('o.kind', '=', 'council')
    .where('m.role', 'in', ['case-officer', 'plan-writer', 'decision-maker']).where('m.fromOn', '<=', tx.today).where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', tx.today)])).executeTakeFirst()
  return row?.id
}
