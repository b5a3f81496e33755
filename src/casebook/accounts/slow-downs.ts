// Wrong tries are counted before they are looked at, and given back when they were right: so that a hundred at the same moment
// cannot all be looked at as the first.

import type { SlowDownKind } from '../../domain/sign-in/slow-down.ts'
import { stillCounted, stillToWait } from '../../domain/sign-in/slow-down.ts'
import { millisecondsOf } from '../../platform/clock/system-clock.ts'
import { hashOfToken } from '../../platform/second-factor/codes.ts'
import type { Tx } from '../tx.ts'

export interface Counter {
  readonly kind: SlowDownKind
  /** What is counted by: an address, a browser's token. Only a hash of it is kept. */
  readonly of: string
}

const keyOf = ({ kind, of }: Counter): string => hashOfToken(of, kind)

/** Counts one try by each. When one of them must wait, none is counted, and the answer is how many whole seconds. */
export async function countTry(tx: Tx, counters: readonly Counter[]): Promise<number> {
  const held: { counter: Counter; wrong: number; wait: number }[] = []
  // Always in one order, so that two tries never wait for each other.
  for (const counter of counters.toSorted((a, b) => (a.kind < b.kind ? -1 : 1))) {
    const where = { kind: counter.kind, keyHash: keyOf(counter) }
    await tx.db.insertInto('slowDown').values({ ...where, wrong: 0, lastWrongAt: tx.now }).onConflict((conflict) => conflict.columns(['kind', 'keyHash']).doNothing()).execute()
    const row = await tx.db.selectFrom('slowDown').select(['wrong', 'lastWrongAt']).where('kind', '=', where.kind).where('keyHash', '=', where.keyHash).forUpdate().executeTakeFirstOrThrow()
    const seconds = Math.max(0, (millisecondsOf(tx.now) - millisecondsOf(row.lastWrongAt)) / 1000)
    held.push({ counter, wrong: stillCounted(counter.kind, row.wrong, seconds), wait: Math.ceil(stillToWait(counter.kind, row.wrong, seconds)) })
  }
  const wait = Math.max(0, ...held.map((one) => one.wait))
  if (wait > 0) return wait
  for (const { counter, wrong } of held) {
    await tx.db.updateTable('slowDown').set({ wrong: wrong + 1, lastWrongAt: tx.now }).where('kind', '=', counter.kind).where('keyHash', '=', keyOf(counter)).execute()
  }
  return 0
}

/** The try was right: it is given back, and what belongs to the account alone is forgotten. */
export async function giveBack(tx: Tx, counters: readonly Counter[]): Promise<void> {
  for (const counter of counters) {
    await tx.db.updateTable('slowDown').set(({ eb, fn, val }) => ({ wrong: counter.kind === 'address' ? fn<number>('greatest', [val(0), eb('wrong', '-', 1)]) : val(0) }))
      .where('kind', '=', counter.kind).where('keyHash', '=', keyOf(counter)).execute()
  }
}

/** One network of a house or school: of a long (IPv6) address the first half, which is what a line is given. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address.replace('::ffff:', '')
  const [head = '', tail = ''] = address.split('::')
  const front = head.split(':').filter((part) => part !== '')
  const back = tail.split(':').filter((part) => part !== '')
  const full = address.includes('::') ? [...front, ...Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0'), ...back] : front
  return full.slice(0, 4).map((part) => part.replace(/^0+(?=.)/, '')).join(':')
}

/** What has been forgotten by its own rule anyway need not be kept. */
export async function clearOldTries(tx: Tx, before: Tx['now']): Promise<void> {
  await tx.db.deleteFrom('slowDown').where('lastWrongAt', '<', before).execute()
}
