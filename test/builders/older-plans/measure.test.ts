// What the rules make of plans whose truth is known. The bars are a little below what was measured (docs/how-to/bring-in-older-plans.md).

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { heldOutAgain } from './held-out-again.ts'
import { heldOutTemplates } from './held-out-templates.ts'
import { hubPlans } from './hub-plans.ts'
import { measure } from './measure.ts'
import { olderPlanTemplates } from './templates.ts'

describe('the words of an older plan', () => {
  for (const make of [...hubPlans, ...olderPlanTemplates, ...heldOutTemplates, ...heldOutAgain]) {
    it(`are put where they belong and none is lost: ${make.name === '' ? 'as the hub prints it' : make.name}`, async () => {
      const { words, right, wrong, strayed, lost, mistakes } = measure(await make())
      assert.ok(words > 1000)
      assert.equal(lost, 0)
      assert.ok(right / words >= 0.99, mistakes.join('\n'))
      assert.ok(wrong / words <= 0.005, mistakes.join('\n'))
      assert.ok(strayed <= 15, mistakes.join('\n'))
    })
  }
})
