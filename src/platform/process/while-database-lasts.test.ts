import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whileDatabaseLasts } from './while-database-lasts.ts'

const cut = Object.assign(new Error('cut'), { code: '57P01' })

/** Plays rounds that end as given, the last of them because all is over; answers with how often the database was said to be lost. */
async function play(ends: readonly ((seen: (fault: unknown) => void) => Promise<void>)[]): Promise<number> {
  let round = 0
  let lost = 0
  await whileDatabaseLasts({
    isOver: () => round >= ends.length,
    onLost: () => { lost += 1 },
    round: async (seen) => ends[round++]?.(seen),
  })
  return lost
}

test('begins anew after what passes, whether it is thrown or only told of', async () => {
  assert.equal(await play([
    () => Promise.reject(cut), async (seen) => { seen(cut) },
    // A runner that is stopped twice complains of that, and not of what ended it.
    async (seen) => { seen(cut); seen(new Error('already stopped')); throw new Error('already stopped') }, () => Promise.resolve(),
  ]), 3)
})

test('ends with what does not pass, and with a round that nobody gave a reason for', async () => {
  await assert.rejects(play([() => Promise.reject(new TypeError('ours')), () => Promise.resolve()]), /ours/)
  await assert.rejects(play([() => Promise.resolve(), () => Promise.resolve()]), /ended by itself/)
})
