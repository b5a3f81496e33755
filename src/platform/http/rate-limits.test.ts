import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openCounter, usualLimits } from './rate-limits.ts'

/** How many of so many asks were let through. */
async function letThrough(asks: readonly Parameters<ReturnType<typeof openCounter>>[0][]): Promise<number> {
  const count = openCounter(usualLimits)
  let passed = 0
  for (const asking of asks) if (await count(asking) === undefined) passed += 1
  return passed
}

const times = <T>(n: number, make: (index: number) => T): T[] => Array.from({ length: n }, (_, index) => make(index))

describe('rate limits', () => {
  it('let a school of forty teachers behind one address work', async () => {
    const morning = times(40, (teacher) => [
      // Each finds the sign-in page, signs in with a second step, and opens thirty pages in the same minute.
      ...times(6, () => ({ address: '192.0.2.7', points: 1 })),
      ...times(30, () => ({ address: '192.0.2.7', personId: `teacher ${teacher}`, points: 1 })),
    ]).flat()
    assert.equal(await letThrough(morning), morning.length)
  })

  it('stop a flood of sign-in tries from one address', async () => {
    const passed = await letThrough(times(10_000, () => ({ address: '192.0.2.8', points: 1 })))
    assert.equal(passed, usualLimits.perStranger)
  })

  it('stop one person’s script, wherever it runs, and nobody else', async () => {
    const passed = await letThrough(times(1_000, (index) => ({ address: `192.0.2.${index % 200}`, personId: 'scraper', points: 1 })))
    assert.equal(passed, usualLimits.perPerson)
    const count = openCounter(usualLimits)
    for (const asking of times(1_000, () => ({ address: '192.0.2.9', personId: 'scraper', points: 1 }))) await count(asking)
    assert.equal(await count({ address: '192.0.2.9', personId: 'teacher', points: 1 }), undefined)
  })

  it('say how long to wait, in whole seconds', async () => {
    const count = openCounter({ ...usualLimits, perPerson: 5 })
    assert.equal(await count({ address: '192.0.2.1', personId: 'one', points: 5 }), undefined)
    const wait = await count({ address: '192.0.2.1', personId: 'one', points: 5 })
    assert.ok(wait !== undefined && Number.isInteger(wait) && wait >= 1 && wait <= 60, `waits ${wait}`)
  })
})
