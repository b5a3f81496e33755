// How a person wants to be reminded (table reminder_choice).

import type { Tx } from '../../../casebook/tx.ts'
import type { PersonId } from '../../../domain/ids.ts'
import type { ChosenChannel } from '../../../domain/reminders/channel-for.ts'

export interface Choice {
  readonly channel: ChosenChannel
  readonly kindsOff: readonly string[]
}

export interface Reached extends Choice {
  readonly email?: string
  readonly phone?: string
  /** Ways to reach them that a council recorded as the only safe ones: they go before any choice. */
  readonly onlySafe: readonly string[]
}

/** What is on file, with the choice made or, before any, e-mail and every kind. */
export async function getReached(tx: Tx, personId: PersonId): Promise<Reached> {
  const person = await tx.db.selectFrom('person as n').leftJoin('reminderChoice as w', 'w.personId', 'n.id').select(['n.email', 'n.phone', 'w.channel', 'w.kindsOff'])
    .where('n.id', '=', personId).executeTakeFirstOrThrow()
  const safe = await tx.db.selectFrom('relationship').select('safeContact').distinct().where('personId', '=', personId).where('safeContact', '<>', 'any').orderBy('safeContact').execute()
  return {
    channel: (person.channel ?? 'email') as ChosenChannel, kindsOff: person.kindsOff ?? [], onlySafe: safe.map(({ safeContact }) => safeContact),
    ...(person.email === null ? {} : { email: person.email }), ...(person.phone === null ? {} : { phone: person.phone }),
  }
}

export async function saveChoice(tx: Tx, personId: PersonId, { channel, kindsOff }: Choice): Promise<void> {
  const chosen = { channel, kindsOff: [...kindsOff], chosenAt: tx.now }
  await tx.db.insertInto('reminderChoice').values({ personId, ...chosen }).onConflict((conflict) => conflict.column('personId').doUpdateSet(chosen)).execute()
}
