import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import type { SlowDownKind } from './slow-down.ts'
import { stillCounted, stillToWait, waitAfter, wrongCodesThatVoidThePassword } from './slow-down.ts'

const kinds: readonly SlowDownKind[] = ['account', 'device', 'address', 'message', 'code']
const day = 24 * 3600

/** Wrong tries at these seconds: how many are looked at and not turned away to wait. As casebook/accounts/slow-downs.ts counts. */
function lookedAt(kind: SlowDownKind, tries: Iterable<number>): number {
  let looked = 0
  let state = { wrong: 0, at: 0 }
  for (const at of tries) {
    const since = at - state.at
    if (stillToWait(kind, state.wrong, since) > 0) continue
    state = { wrong: stillCounted(kind, state.wrong, since) + 1, at }
    looked += 1
  }
  return looked
}

function* every(seconds: number, count: number): Iterable<number> {
  for (let index = 0; index < count; index += 1) yield index * seconds
}

/**
 * The chance of a stranger, by assumptions that are said out loud: a guess at a password that passed our rules is right once in a
 * million, and three codes of six digits are right at any time. Once the password is known, ten wrong codes make it void.
 */
const chanceOf = (guesses: number): number => Math.min(1, guesses / 1e6) * wrongCodesThatVoidThePassword * 3e-6

describe('slowing down', () => {
  it('never grows backwards, has an end, and lets people mistype', () => {
    for (const kind of kinds) {
      fc.assert(fc.property(fc.nat(500), (wrong) => {
        assert.ok(waitAfter(kind, wrong + 1) >= waitAfter(kind, wrong))
        assert.ok(waitAfter(kind, wrong) <= 3600)
      }))
      assert.equal(waitAfter(kind, 1), 0)
      assert.equal(stillToWait(kind, 1000, 2 * day), 0, 'nobody is locked out for good')
    }
    assert.deepEqual([4, 5, 6, 7, 12, 13, 40].map((wrong) => waitAfter('account', wrong)), [0, 15, 30, 60, 1920, 3600, 3600])
  })

  for (const [what, seconds] of [['in a day, twelve a second', 1 / 12], ['in eleven days, one a second', 1], ['in a year, one in half a minute', 31.5]] as const) {
    it(`leaves a million guesses ${what} less than one chance in a hundred thousand`, (test) => {
      const looked = lookedAt('account', every(seconds, 1_000_000))
      test.diagnostic(`${looked} of 1,000,000 looked at: chance ${chanceOf(looked).toExponential(1)}`)
      assert.ok(chanceOf(looked) < 1e-5, `${looked} looked at`)
    })
  }

  it('lets through few of ten thousand tries from one address', (test) => {
    const looked = lookedAt('address', every(0.1, 10_000))
    test.diagnostic(`${looked} of 10,000 looked at in 17 minutes`)
    assert.ok(looked < 160, `${looked} looked at`)
  })

  it('does not notice a school: forty people who each mistype, twice over, in five minutes', () => {
    // Right tries are given back; each of forty mistypes once within the first minutes of a Monday.
    assert.equal(lookedAt('address', every(7.5, 40)), 40)
    // And twice each: the last few wait some seconds, nobody minutes.
    let state = { wrong: 0, at: 0 }
    let longest = 0
    for (const at of every(7.5, 80)) {
      const since = at - state.at
      longest = Math.max(longest, stillToWait('address', state.wrong, since))
      state = { wrong: stillCounted('address', state.wrong, since) + 1, at }
    }
    assert.ok(longest <= 4, `somebody waited ${longest} seconds`)
  })

  it('waits in one browser for what was tried there alone', () => {
    // The counters are apart: a stranger’s thousand tries at the account leave the browser of its owner at none.
    assert.equal(stillToWait('account', 1000, 1) > 0, true)
    assert.equal(stillToWait('device', 0, 1), 0)
  })
})
