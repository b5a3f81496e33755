// What somebody had typed when their session ended: sealed, kept for a week, and given back to nobody but them.

import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { PersonId } from '../../domain/ids.ts'
import { instantAfter } from '../../platform/clock/system-clock.ts'
import type { House } from '../house.ts'

/** A form as it was sent, or was about to be. */
export interface Typed {
  /** Where the form goes. */
  readonly to: string
  readonly fields: Readonly<Record<string, string | readonly string[] | undefined>>
}

export interface KeptTyping extends Typed {
  readonly id: string
  readonly keptAt: Instant
}

const week = 7 * 24 * 60 * 60 * 1000
/** More than this is no form of ours. */
const mostCharacters = 400_000

/** Never kept, whatever page they were typed on. */
const isSecret = (name: string): boolean => /^_|^code$|Code$|[pP]assword|[pP]asskey|[sS]ecret/.test(name)

/** Keeps a form for its person. One of the same page is replaced: it is the same form, further on. False when there was nothing to keep. */
export async function keepTyping(house: House, personId: PersonId, { to, fields }: Typed): Promise<boolean> {
  const kept = Object.fromEntries(Object.entries(fields).filter(([name]) => !isSecret(name)))
  const words = Object.values(kept).flatMap((value) => (value === undefined ? [] : [value].flat())).join('')
  const text = JSON.stringify(kept)
  if (words.trim() === '' || text.length > mostCharacters) return false
  const id = house.newId<string>()
  await house.database.deleteFrom('keptTyping').where('personId', '=', personId)
    .where((eb) => eb.or([eb('page', '=', to), eb('keptAt', '<', instantAfter(house.clock.now(), -week))])).execute()
  await house.database.insertInto('keptTyping').values({ personId, id, page: to, keptAt: house.clock.now(), sealed: house.sealer.seal(text, { purpose: 'kept-typing', of: personId, about: id }) }).execute()
  return true
}

export async function listKeptTyping(house: House, personId: PersonId): Promise<KeptTyping[]> {
  const rows = await house.database.selectFrom('keptTyping').selectAll().where('personId', '=', personId)
    .where('keptAt', '>', instantAfter(house.clock.now(), -week)).orderBy('keptAt', 'desc').execute()
  return rows.map(({ id, page, sealed, keptAt }) => ({ id, to: page, keptAt, fields: JSON.parse(house.sealer.open(sealed, { purpose: 'kept-typing', of: personId, about: id })) as Typed['fields'] }))
}

export async function hasKeptTyping(house: House, personId: PersonId): Promise<boolean> {
  const found = await house.database.selectFrom('keptTyping').select('id').where('personId', '=', personId)
    .where('keptAt', '>', instantAfter(house.clock.now(), -week)).executeTakeFirst()
  return found !== undefined
}

/** What nobody came back for within the week. */
export async function clearOldTyping(house: House): Promise<void> {
  await house.database.deleteFrom('keptTyping').where('keptAt', '<', instantAfter(house.clock.now(), -week)).execute()
}

/** When it was sent after all, or is not wanted. */
export async function forgetTyping(house: House, personId: PersonId, id: string): Promise<void> {
  await house.database.deleteFrom('keptTyping').where('personId', '=', personId).where('id', '=', id).execute()
}
