import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { englandsCalendar } from '../calendar/england.ts'
import type { Instant } from '../calendar/plain-date.ts'
import { plainDateOf } from '../calendar/plain-date.ts'
import { clockEventsOf } from '../case-file/clock-events.ts'
import type { Fact, RecordedFact } from '../case-file/facts.ts'
import { foldTracks } from '../case-file/tracks.ts'
import { foldClocks } from '../clocks/fold-clocks.ts'
import type { ReviewId } from '../ids.ts'
import { ceaseRefusals } from './cease-guards.ts'
import { endRefusal, keptUntil, openCeasing } from './ceasing-of.ts'

const day = plainDateOf
type Happened = readonly [fact: Fact, on: string, corrects?: number]
const ledgerOf = (...facts: readonly Happened[]): RecordedFact[] =>
  facts.map(([fact, on, corrects], index) => ({ ...fact, seq: index + 1, happenedOn: day(on), recordedAt: `${on}T10:00:00.000Z` as Instant, ...(corrects === undefined ? {} : { corrects }) }))

const plan: readonly Happened[] = [
  [{ type: 'request-received', requestId: 'r' as never, madeBy: 'parent', channel: 'hub' }, '2025-01-06'], [{ type: 'assessment-decided', outcome: 'assess', noticeId: 'n1' }, '2025-01-20'],
  [{ type: 'plan-decided', outcome: 'issue', noticeId: 'n2' }, '2025-03-03'], [{ type: 'draft-served', versionId: 'v' as never, channel: 'hub', windowLastDay: day('2025-03-24') }, '2025-03-10'],
  [{ type: 'final-issued', versionId: 'v' as never, sha256: '0' }, '2025-04-01'],
]
const ceasing = (on: string): readonly Happened[] => [
  [{ type: 'ceasing-considered', ceasingId: 'c', ground: 'no-longer-necessary' }, '2026-01-05'], [{ type: 'ceasing-consulted', ceasingId: 'c', family: 'answered', setting: 'answered' }, '2026-01-26'],
  [{ type: 'cease-notified', ceasingId: 'c', ground: 'no-longer-necessary', code: 2, noticeId: 'n3' }, on],
]

describe('a plan that is to end', () => {
  const lastDays: readonly (readonly [what: string, notifiedOn: string, more: readonly Happened[], lastDay: string])[] = [
    // TT: two months after the day of sending, not in August, and on a working day (HESC Rules r.12).
    ['goes on for two months', '2026-03-02', [], '2026-05-05'],
    ['goes on past August', '2026-06-10', [], '2026-09-01'],
    ['goes on past Christmas', '2026-10-28', [], '2027-01-04'],
    ['goes on for a month from the certificate, if that is later', '2026-02-02', [[{ type: 'mediation-asked-for' }, '2026-03-01'], [{ type: 'mediation-certificate-issued' }, '2026-03-30']], '2026-04-30'],
    ['gets nothing from an early certificate', '2026-02-02', [[{ type: 'mediation-certificate-issued' }, '2026-02-09']], '2026-04-02'],
  ]
  for (const [what, notifiedOn, more, lastDay] of lastDays) {
    it(`${what}, as the engine counts it`, () => {
      const ledger = ledgerOf(...plan, ...ceasing(notifiedOn), ...more)
      const open = openCeasing(ledger)
      assert.ok(open !== undefined)
      const until = keptUntil(ledger, open)
      assert.equal(until?.kind === 'time-to-appeal' ? until.lastDay : until?.kind, lastDay)
      const clocks = foldClocks(clockEventsOf(ledger, day('2012-05-01')), englandsCalendar, day('2027-02-01'), {})
      assert.ok(clocks.ok, JSON.stringify(clocks))
      assert.equal(clocks.value.find(({ id }) => id === 'CE-02')?.dueOn, lastDay)
      assert.deepEqual(endRefusal(ledger, open, day(lastDay))?.kind, 'too-early')
      assert.equal(endRefusal(ledger, open, until?.kind === 'time-to-appeal' ? until.mayEndFrom : day('2027-02-01')), undefined)
    })
  }

  it('does not end while an appeal or mediation is open, nor where the Tribunal keeps it', () => {
    const at = (...more: readonly Happened[]) => {
      const ledger = ledgerOf(...plan, ...ceasing('2026-02-02'), ...more)
      const open = openCeasing(ledger)
      return open === undefined ? 'dropped' : endRefusal(ledger, open, day('2027-06-01'))?.kind ?? 'may'
    }
    const lodged = [{ type: 'appeal-lodged', about: 'Ending the plan', appealId: 'a' }, '2026-03-20'] as const
    assert.equal(at(lodged), 'appeal-open')
    assert.equal(at([{ type: 'mediation-asked-for' }, '2026-03-01']), 'mediation-open')
    assert.equal(at(lodged, [{ type: 'appeal-step', appealId: 'a', step: 'ended' }, '2026-04-20']), 'may')
    assert.equal(at(lodged, [{ type: 'appeal-decided', result: 'dismissed', appealId: 'a' }, '2026-08-20']), 'may')
    assert.equal(at(lodged, [{ type: 'appeal-decided', result: 'allowed', appealId: 'a' }, '2026-08-20']), 'kept-by-tribunal')
    assert.equal(at(lodged, [{ type: 'appeal-decided', result: 'allowed-in-part', appealId: 'a' }, '2026-08-20'], [{ type: 'order-made', orderId: 'o', kind: 'continue-and-amend' }, '2026-08-20']), 'kept-by-tribunal')
    assert.equal(at(lodged, [{ type: 'ceasing-dropped', ceasingId: 'c', because: 'order' }, '2026-08-20']), 'dropped')
  })

  it('closes the case, and a plan that had not ended is in force again', () => {
    const ended = ledgerOf(...plan, ...ceasing('2026-02-02'), [{ type: 'plan-ceased', ceasingId: 'c', because: 'decision', code: 2 }, '2026-04-30'])
    assert.equal(foldTracks(ended).process, 'closed')
    assert.equal(openCeasing(ended), undefined)
    const back = ledgerOf(...plan, ...ceasing('2026-02-02'), [{ type: 'plan-ceased', ceasingId: 'c', because: 'decision', code: 2 }, '2026-04-30'], [{ type: 'plan-restored', because: 'appeal-in-time' }, '2026-05-02', 9])
    assert.equal(foldTracks(back).process, 'maintained')
    assert.equal(openCeasing(back)?.id, 'c')
    const clocks = foldClocks(clockEventsOf(back, day('2012-05-01')), englandsCalendar, day('2026-05-03'), {})
    assert.ok(clocks.ok, JSON.stringify(clocks))
    assert.equal(clocks.value.find(({ id }) => id === 'CE-02')?.metOn, undefined)
  })

  it('is not ended by a letter after a review alone', () => {
    const ledger = ledgerOf(...plan, [{ type: 'review-meeting-held', reviewId: 'm' as ReviewId, noInstitution: false }, '2026-03-01'], [{ type: 'review-decision-notified', reviewId: 'm' as ReviewId, outcome: 'cease' }, '2026-03-20'])
    assert.equal(foldTracks(ledger).process, 'maintained')
    assert.equal(openCeasing(ledger), undefined)
  })
})

describe('a decision to end a plan', () => {
  const [fact] = ledgerOf([{ type: 'ceasing-consulted', ceasingId: 'c', family: 'answered', setting: 'none' }, '2026-05-20'])
  const consulted = { consulted: fact as never }
  const child = { bornOn: day('2012-05-01'), today: day('2026-09-14') }
  const adult = { bornOn: day('2007-05-01'), today: day('2026-09-14') }
  const needed = { ground: 'no-longer-necessary', code: 2, notRequired: true, outOfEducation: false } as const
  const cases: readonly (readonly [what: string, answers: Parameters<typeof ceaseRefusals>[1], who: typeof child, refused: readonly string[]])[] = [
    ['stands for a child whose provision is no longer required', needed, child, []],
    ['falls where the test is not met', { ...needed, notRequired: false }, child, ['ground-does-not-fit']],
    ['falls for a child who is out of education', { ...needed, outOfEducation: true }, child, ['under-18-out-of-education']],
    ['falls for a child who works or will not go on', { ...needed, code: 6 }, child, ['under-18-code']],
    ['falls with a reason of another ground', { ...needed, code: 7 }, child, ['code-does-not-fit']],
    ['falls over 18 until outcomes are weighed', needed, adult, ['outcomes-not-weighed']],
    ['stands over 18 with outcomes weighed', { ...needed, outcomesWeighed: true }, adult, []],
    ['falls for somebody over 18 who left and was not asked', { ...needed, outcomesWeighed: true, outOfEducation: true }, adult, ['return-not-asked']],
    ['stands for them once a review asked', { ...needed, outcomesWeighed: true, outOfEducation: true, askedAtReview: true, code: 4 }, adult, []],
    ['stands where the council is no longer responsible', { ground: 'no-longer-responsible', code: 9, notResponsible: true }, child, []],
  ]
  for (const [what, answers, who, refused] of cases) it(what, () => { assert.deepEqual(ceaseRefusals(consulted, answers, who).map(({ kind }) => kind), refused) })
  it('falls before anybody was consulted, and a second time', () => {
    assert.deepEqual(ceaseRefusals({}, needed, child).map(({ kind }) => kind), ['not-consulted'])
    assert.deepEqual(ceaseRefusals({ ...consulted, notified: fact as never }, needed, child).map(({ kind }) => kind), ['already-notified'])
  })
})
