import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import { proposalsBefore, wishesBefore } from './answers-before.ts'
import type { Proposal } from '../../casebook/plan/proposals.ts'
import type { Wish } from './wish-store.ts'

const at = (day: string): Instant => `${day}T10:00:00.000Z` as Instant
const made = (madeAt: string, decidedAt?: string) => ({ id: `${madeAt}${decidedAt ?? ''}`, madeAt: at(madeAt), ...(decidedAt === undefined ? {} : { decision: 'accepted', decisionReason: 'why', decidedAt: at(decidedAt), resultingRevision: 3 }) }) as unknown as Proposal
const asked = (madeAt: string, answeredAt?: string) => ({ id: madeAt, madeAt: at(madeAt), ...(answeredAt === undefined ? {} : { answer: 'yes', answeredAt: at(answeredAt) }) }) as unknown as Wish
const day = plainDateOf('2027-06-26')

test('own words of before the day stay, and answers of before it; nothing of the day or later', () => {
  const all = [made('2027-06-20'), made('2027-06-20', '2027-06-25'), made('2027-06-25', '2027-06-26'), made('2027-06-26')]
  assert.deepEqual(proposalsBefore(all, day).map(({ madeAt, decision }) => [madeAt.slice(0, 10), decision]), [['2027-06-20', undefined], ['2027-06-20', 'accepted'], ['2027-06-25', undefined]])
  assert.deepEqual(proposalsBefore(all, undefined), all)
  assert.deepEqual(wishesBefore([asked('2027-06-01', '2027-07-01'), asked('2027-07-01')], day).map(({ answer }) => answer), [undefined])
})
