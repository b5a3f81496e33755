import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { holdsTerm } from '../../src/domain/plan/holds-term.ts'
import { folded, placesOf } from '../../src/domain/redaction/folded.ts'

const signs = String.raw`.*+?^${'$'}{}()|[]\/-,#&!=<>:`

describe('a pattern that is made of somebody’s words', () => {
  it('takes each of its signs as itself', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...signs, 'a', 'b'), { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')), (made) => {
      const words = `x${made}x`
      assert.ok(holdsTerm(`before ${words} after`, words), words)
      assert.ok(!holdsTerm('before xaaaabbbbx after', `x${made.replaceAll(/[ab]/g, '')}.*x`), words)
      assert.equal(placesOf(words, folded(`before ${words} after`)).length, 1, words)
    }))
  })

  it('is not slow for any words', () => {
    const long = 'a'.repeat(20_000)
    assert.equal(holdsTerm(long, '(a+)+$'), false)
    assert.deepEqual(placesOf('(a|aa)+ (a|aa)+', folded(long)), [])
  })
})
