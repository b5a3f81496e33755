import assert from 'node:assert/strict'
import { it } from 'node:test'
import { plainDateOf, type Instant } from '../calendar/plain-date.ts'
import type { PersonId } from '../ids.ts'
import { inHandUntil, isInHand, mayTake, type Claim } from './in-hand.ts'

const [hattie, meera] = ['hattie' as PersonId, 'meera' as PersonId]
const claim: Claim = { by: hattie, name: 'Hattie', at: '2026-09-14T22:30:00.000Z' as Instant }
const team = new Set([hattie, meera])

it('an older plan is in hand for a week after it was last worked on, by the day in London', () => {
  assert.equal(inHandUntil(claim), '2026-09-21')
  assert.ok(isInHand(claim, { today: plainDateOf('2026-09-21'), team }))
  assert.ok(!isInHand(claim, { today: plainDateOf('2026-09-22'), team }))
})

it('nobody has it who has left the team', () => assert.ok(!isInHand(claim, { today: plainDateOf('2026-09-14'), team: new Set([meera]) })))

it('only a manager takes it from somebody', () => {
  assert.deepEqual([mayTake(undefined, meera, false), mayTake(claim, hattie, false), mayTake(claim, meera, false), mayTake(claim, meera, true)], [true, true, false, true])
})
