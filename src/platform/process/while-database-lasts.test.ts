import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
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

/** Of a process of its own: the test runner would hear of the fault too. */
const strayIn = (fault: string): { readonly status: number | null; readonly out: string } => {
  const program = `import { whileDatabaseLasts } from './src/platform/process/while-database-lasts.ts'
    let rounds = 0
    await whileDatabaseLasts({ isOver: () => rounds === 2, onLost: (fault) => console.log('lost', fault.code), round: async () => {
      rounds += 1
      void Promise.reject(${fault})
      await new Promise((resolve) => { setTimeout(resolve, 50) })
      throw Object.assign(new Error('gone'), { code: '57P01' })
    } })`
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], { cwd: path.resolve(import.meta.dirname, '..', '..', '..'), encoding: 'utf8' })
  return { status, out: stdout }
}

test('a fault that nobody waits for ends the process only when it does not pass', () => {
  const passing = strayIn(`Object.assign(new Error('not there'), { code: 'ECONNREFUSED' })`)
  assert.equal(passing.status, 0)
  assert.match(passing.out, /lost ECONNREFUSED/)
  assert.notEqual(strayIn(`new Error('a mistake of ours')`).status, 0)
})
