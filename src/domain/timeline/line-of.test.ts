import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { arbitraryHistory, lastDayIn } from '../../../test/arbitrary-case.ts'
import { calendarByRule } from '../../../test/calendar-by-rule.ts'
import { readingGrade, sentencesOf } from '../../../test/reading.ts'
import { addDays, plainDateOf as day, type PlainDate } from '../calendar/plain-date.ts'
import type { ClockEvent } from '../clocks/events.ts'
import { foldClocks, type FoldOptions } from '../clocks/fold-clocks.ts'
import type { ClockReading } from '../clocks/reading.ts'
import { lineOf, pressingStep, type Line } from './line-of.ts'
import { nextStepOf } from './next-step.ts'
import { allStepWords, stepNames, stepWords, type StepName } from './step-words.ts'

const calendar = calendarByRule()

function readingsOn(today: string, facts: readonly ClockEvent[], options: FoldOptions = {}): readonly ClockReading[] {
  const folded = foldClocks(facts, calendar, day(today), options)
  assert.ok(folded.ok, JSON.stringify(folded))
  return folded.value
}
const lineOn = (today: string, facts: readonly ClockEvent[], options?: FoldOptions): Line => lineOf(readingsOn(today, facts, options))
const stepIn = (line: Line, step: StepName) => [...line.steps, ...line.before].find((one) => one.step === step)
const statesIn = ({ steps }: Line) => Object.fromEntries(steps.map(({ step, state }) => [step ?? '', state]))

const requested: ClockEvent = { type: 'request-received', on: day('2027-01-11'), about: 'r' }
const assessed: ClockEvent = { type: 'assessment-decision-notified', on: day('2027-02-15'), outcome: 'assess', about: 'r' }
const asked = (about: string, on: string): ClockEvent => ({ type: 'advice-request-received', on: day(on), about })
const given = (about: string, on: string): ClockEvent => ({ type: 'advice-given', on: day(on), about })
const decided: ClockEvent = { type: 'plan-decision-notified', on: day('2027-04-06'), outcome: 'issue', about: 'r' }
const assessing = [requested, assessed, asked('ep', '2027-02-16')]
const drafting = [...assessing, given('ep', '2027-03-29'), decided]
const draftOut: ClockEvent[] = [...drafting, { type: 'draft-served', on: day('2027-04-20'), about: 'd' }]
const consulted: ClockEvent[] = [...draftOut, { type: 'consultation-received', on: day('2027-05-05'), about: 's' }]
const issued: ClockEvent[] = [...consulted, { type: 'consultation-answered', on: day('2027-05-11'), about: 's' }, { type: 'final-plan-sent', on: day('2027-05-14'), notice: 'f' }]
const held: ClockEvent[] = [...issued, { type: 'review-meeting-held', on: day('2028-03-01'), about: 'v' }]
const amending: ClockEvent[] = [
  ...held, { type: 'review-decision-notified', on: day('2028-03-20'), about: 'v', outcome: 'amend' },
  { type: 'amendment-notice-sent', on: day('2028-03-20'), about: 'v' }, { type: 'amendment-notice-served', on: day('2028-03-20'), about: 'v' },
]
const amended: ClockEvent[] = [...amending, { type: 'amended-plan-sent', on: day('2028-05-02'), about: 'v', notice: 'g' }]

describe('the line of a request', () => {
  it('starts with the council deciding, each step with the day of its clock', () => {
    const line = lineOn('2027-01-12', [requested])
    assert.deepEqual(statesIn(line), {
      request: 'done', 'assess-decision': 'now', advice: 'next', 'plan-decision': 'next', draft: 'next', 'views-on-draft': 'next', settings: 'next', 'final-plan': 'next',
    })
    assert.equal(stepIn(line, 'assess-decision')?.dueOn, '2027-02-22')
    assert.deepEqual([stepIn(line, 'draft')?.dueOn, stepIn(line, 'draft')?.dueBy], ['2027-05-16', 'planning'])
    assert.deepEqual([stepIn(line, 'final-plan')?.dueOn, stepIn(line, 'final-plan')?.dueBy], ['2027-05-31', 'law'])
    assert.equal(pressingStep(line)?.step, 'assess-decision')
  })

  it('is nothing before anybody asked', () => {
    assert.deepEqual(lineOf([]), { steps: [], before: [], beside: [] })
    assert.deepEqual(lineOn('2027-01-12', [{ type: 'born', on: day('2018-02-23') }]).steps, [])
    assert.equal(nextStepOf([]), undefined)
  })

  it('is not late on the last day; the day after it is, by a day', () => {
    assert.equal(stepIn(lineOn('2027-02-22', [requested]), 'assess-decision')?.state, 'now')
    const late = lineOn('2027-02-23', [requested])
    assert.deepEqual([stepIn(late, 'assess-decision')?.state, stepIn(late, 'assess-decision')?.daysLate], ['late', 1])
    assert.equal(pressingStep(late)?.step, 'assess-decision')
  })

  it('ends at a refusal to assess, with the day by which to appeal', () => {
    const line = lineOn('2027-02-20', [requested, { type: 'assessment-decision-notified', on: day('2027-02-19'), outcome: 'not-assess', about: 'r' }])
    assert.deepEqual(line.steps.map(({ step, state }) => `${step} ${state}`), ['request done', 'assess-decision done', 'if-you-disagree now'])
    assert.deepEqual([stepIn(line, 'if-you-disagree')?.dueOn, stepIn(line, 'if-you-disagree')?.whoHolds], ['2027-04-19', 'family'])
    assert.deepEqual(line.beside.map(({ words, dueOn }) => [words, dueOn]), [['You tell the mediation adviser if you want to appeal, and if you want mediation', '2027-04-19']])
    assert.equal(statesIn(lineOn('2027-04-20', [requested, { type: 'assessment-decision-notified', on: day('2027-02-19'), outcome: 'not-assess', about: 'r' }]))['if-you-disagree'], 'done')
  })

  it('waits for the advice that is due first, and says when some of it is late', () => {
    assert.equal(stepIn(lineOn('2027-02-15', [requested, assessed]), 'advice')?.whoHolds, 'council')
    const two = [...assessing, asked('nhs', '2027-03-01')]
    assert.deepEqual([stepIn(lineOn('2027-03-30', two), 'advice')?.dueOn, stepIn(lineOn('2027-03-30', two), 'advice')?.whoHolds], ['2027-03-30', 'advisers'])
    assert.deepEqual([stepIn(lineOn('2027-04-01', two), 'advice')?.state, stepIn(lineOn('2027-04-01', two), 'advice')?.daysLate], ['late', 2])
    const one = lineOn('2027-04-01', [...two, given('ep', '2027-03-30')])
    assert.deepEqual([stepIn(one, 'advice')?.state, stepIn(one, 'advice')?.dueOn], ['now', '2027-04-12'])
    const all = lineOn('2027-04-20', [...two, given('ep', '2027-03-30'), given('nhs', '2027-04-15')])
    assert.deepEqual([stepIn(all, 'advice')?.state, stepIn(all, 'advice')?.doneOn, stepIn(all, 'advice')?.daysLate], ['done', '2027-04-15', 3])
  })

  it('gives the family its window and closes it by itself; then settings are asked and answer', () => {
    assert.deepEqual([statesIn(lineOn('2027-05-04', draftOut))['views-on-draft'], stepIn(lineOn('2027-05-04', draftOut), 'views-on-draft')?.dueOn], ['now', '2027-05-04'])
    assert.equal(pressingStep(lineOn('2027-05-04', draftOut))?.step, 'views-on-draft')
    assert.equal(statesIn(lineOn('2027-05-05', draftOut))['views-on-draft'], 'done')
    assert.deepEqual([stepIn(lineOn('2027-05-05', draftOut), 'settings')?.state, stepIn(lineOn('2027-05-05', draftOut), 'settings')?.whoHolds], ['now', 'council'])
    const waiting = stepIn(lineOn('2027-05-06', consulted), 'settings')
    assert.deepEqual([waiting?.whoHolds, waiting?.dueOn, waiting?.dueBy], ['setting', '2027-05-20', 'guidance'])
    assert.equal(statesIn(lineOn('2027-05-21', consulted))['settings'], 'late')
  })

  it('does not call a decision to make a plan unlawfully late, and a refusal it does', () => {
    const told = (outcome: 'issue' | 'no-plan') => stepIn(lineOn('2027-05-11', [...assessing, given('ep', '2027-03-29'), { type: 'plan-decision-notified', on: day('2027-05-10'), outcome, about: 'r' }]), 'plan-decision')
    assert.deepEqual([told('issue')?.dueBy, told('issue')?.daysLate], ['planning', undefined])
    assert.deepEqual([told('no-plan')?.dueBy, told('no-plan')?.daysLate], ['law', 7])
  })

  it('tells what was excused and why, and does not call it late', () => {
    const excused: ClockEvent[] = [requested, { type: 'excuse-claimed', on: day('2027-02-20'), clock: 'ASMT-02', reason: 'D', from: day('2027-01-12'), to: day('2027-02-18') }]
    const step = stepIn(lineOn('2027-03-10', excused), 'assess-decision')
    assert.deepEqual([step?.state, step?.excuse, step?.daysLate], ['excused', 'D', undefined])
    assert.equal(step?.words, stepWords('assess-decision', 'now'))
    const refused: ClockEvent[] = [requested, { type: 'excuse-claimed', on: day('2027-02-20'), clock: 'ASMT-02', reason: 'D', from: day('2027-01-12'), to: day('2027-01-18') }]
    assert.deepEqual([stepIn(lineOn('2027-03-10', refused), 'assess-decision')?.state, stepIn(lineOn('2027-03-10', refused), 'assess-decision')?.excuse], ['late', undefined])
  })

  it('tells a council’s target and the legal day apart', () => {
    const step = stepIn(lineOn('2027-01-12', [requested], { targets: { 'ASMT-10': { kind: 'days-before', count: 14 } } }), 'final-plan')
    assert.deepEqual([step?.dueOn, step?.targetOn], ['2027-05-31', '2027-05-17'])
    // 22 February is a Monday and the target is the same day: nothing to tell apart.
    assert.equal(stepIn(lineOn('2027-01-12', [requested]), 'assess-decision')?.targetOn, undefined)
  })

  it('says what the council explained of a delay: of this clock, and only while it is owed', () => {
    const told = { clock: 'ASMT-02', about: 'r', toldOn: day('2027-02-23'), expectedOn: day('2027-03-15'), why: 'We do not have enough people.' }
    const late = lineOf(readingsOn('2027-03-01', [requested]), [{ ...told, clock: 'ASMT-10' }, told, { ...told, about: 'another', expectedOn: day('2027-09-01') }])
    assert.equal(stepIn(late, 'assess-decision')?.explained?.expectedOn, '2027-03-15')
    const done = lineOf(readingsOn('2027-03-20', [requested, { ...assessed, on: day('2027-03-16') }]), [told])
    assert.deepEqual([stepIn(done, 'assess-decision')?.explained, stepIn(done, 'assess-decision')?.daysLate], [undefined, 22])
  })

  it('keeps a breach that stood before a day was put right', () => {
    const corrected: ClockEvent[] = [{ ...requested, seq: 0 }, { ...assessed, on: day('2027-02-26'), seq: 1 }, { ...requested, on: day('2027-01-20'), seq: 2, corrects: 0, recordedOn: day('2027-04-01') }]
    assert.deepEqual([stepIn(lineOn('2027-06-01', corrected), 'assess-decision')?.wasLateBefore, stepIn(lineOn('2027-06-01', corrected), 'assess-decision')?.daysLate], [true, undefined])
  })

  it('counts anew for a child who moved in, and follows the newest request', () => {
    const moved: ClockEvent[] = [requested, { type: 'became-responsible-on-move', on: day('2027-03-01'), about: 'm' }]
    assert.equal(stepIn(lineOn('2027-03-02', moved), 'final-plan')?.dueOn, '2027-07-19')
    const again: ClockEvent[] = [requested, { type: 'assessment-decision-notified', on: day('2027-02-19'), outcome: 'not-assess', about: 'r' }, { ...requested, on: day('2027-09-01'), about: 'r2' }]
    assert.deepEqual(statesIn(lineOn('2027-09-02', again))['assess-decision'], 'now')
    assert.equal(stepIn(lineOn('2027-09-02', again), 'request')?.doneOn, '2027-09-01')
  })

  it('ends with a request that was taken back or a family that moved away: nothing is owed', () => {
    for (const end of [{ type: 'request-withdrawn', on: day('2027-02-01'), outcome: 'not-responsible' }, { type: 'moved-out', on: day('2027-02-01') }] as const) {
      assert.deepEqual(lineOn('2027-06-01', [requested, end]).steps.map(({ step }) => step), ['request'])
      assert.equal(nextStepOf(readingsOn('2027-06-01', [requested, end])), undefined)
    }
    const kept = readingsOn('2027-02-02', [requested, { type: 'request-withdrawn', on: day('2027-02-01'), outcome: 'still-responsible' }])
    assert.equal(nextStepOf(kept)?.step, 'assess-decision')
  })
})

describe('the line of a plan', () => {
  it('begins with the plan: the way to it can be opened, and the year to the review goes on', () => {
    const line = lineOn('2027-05-15', issued)
    assert.deepEqual(line.steps.map(({ step, state }) => `${step} ${state}`), ['final-plan done', 'if-you-disagree now', 'first-review next'])
    assert.deepEqual(line.before.map(({ step }) => step), ['request', 'assess-decision', 'advice', 'plan-decision', 'draft', 'views-on-draft', 'settings'])
    assert.deepEqual([stepIn(line, 'first-review')?.dueOn, stepIn(line, 'first-review')?.targetOn], ['2028-05-13', '2028-04-15'])
    assert.equal(pressingStep(line)?.step, 'first-review')
  })

  it('remembers that the plan came late', () => {
    const late = lineOn('2027-07-01', [...consulted, { type: 'final-plan-sent', on: day('2027-06-03') }])
    assert.deepEqual([stepIn(late, 'final-plan')?.state, stepIn(late, 'final-plan')?.daysLate], ['done', 3])
  })

  it('shows a meeting that is arranged: papers two weeks before, the day, the year’s last day', () => {
    const line = lineOn('2028-02-01', [...issued, { type: 'review-meeting-scheduled', on: day('2028-01-20'), about: 'v', meetingOn: day('2028-03-01') }])
    assert.deepEqual(line.steps.slice(-3).map(({ step, dueOn, dueBy }) => [step, dueOn, dueBy]), [
      ['review-papers', '2028-02-16', 'law'], ['review-meeting', '2028-03-01', 'planning'], ['first-review', '2028-05-13', 'law'],
    ])
  })

  it('follows the review’s own steps, and the earlier of two limits on the changed plan', () => {
    const decision = lineOn('2028-03-02', held)
    assert.deepEqual(decision.steps.map(({ step, state }) => `${step} ${state}`), ['review-meeting done', 'review-report now', 'review-decision now'])
    assert.deepEqual([pressingStep(lineOn('2028-03-20', held))?.step, pressingStep(lineOn('2028-06-20', held))?.step], ['review-report', 'review-report'])
    assert.deepEqual([stepIn(decision, 'review-report')?.dueOn, stepIn(decision, 'review-decision')?.dueOn], ['2028-03-15', '2028-03-29'])
    const changing = lineOn('2028-03-25', amending)
    assert.deepEqual(changing.steps.map(({ step, state }) => `${step} ${state}`), ['amendment-notice done', 'views-on-changes now', 'amended-plan now', 'review next'])
    assert.deepEqual([stepIn(changing, 'views-on-changes')?.dueOn, stepIn(changing, 'amended-plan')?.dueOn, stepIn(changing, 'review')?.dueOn], ['2028-04-03', '2028-05-15', '2029-03-19'])
    assert.equal(pressingStep(changing)?.step, 'views-on-changes')
    const after = lineOn('2028-05-10', amended)
    assert.deepEqual(after.steps.map(({ step, state }) => `${step} ${state}`), ['amended-plan done', 'if-you-disagree now', 'review next'])
    assert.equal(stepIn(after, 'if-you-disagree')?.dueOn, '2028-07-03')
  })

  it('has what stands beside it by its own day and title', () => {
    const line = lineOn('2027-09-10', [...issued, { type: 'phase-transfer-due', on: day('2027-09-01'), kind: 'primary-to-secondary', year: 2028 }])
    assert.ok(line.beside.some(({ step, dueOn, dueBy }) => step === 'next-school' && dueOn === '2028-02-14' && dueBy === 'law'))
  })
})

describe('what a case waits for next', () => {
  const cases: readonly (readonly [string, readonly ClockEvent[], StepName, string | undefined, string])[] = [
    ['a new request', [requested], 'assess-decision', '2027-02-22', 'council'],
    // Advice not asked for yet has no day of its own: it borrows the day of the decision behind it.
    ['assessing, nobody asked', [requested, assessed], 'advice', '2027-05-03', 'council'],
    ['assessing, advice asked', assessing, 'advice', '2027-03-30', 'advisers'],
    ['all advice in', [...assessing, given('ep', '2027-03-29')], 'plan-decision', '2027-05-03', 'council'],
    ['a draft to write', drafting, 'draft', '2027-05-16', 'council'],
    ['the draft with the family', draftOut, 'settings', '2027-05-31', 'council'],
    ['settings asked', consulted, 'settings', '2027-05-20', 'setting'],
    ['a plan in force', issued, 'first-review', '2028-05-13', 'council'],
    ['a meeting that was held', held, 'review-report', '2028-03-15', 'setting'],
    ['a plan that is being changed', amending, 'amended-plan', '2028-05-15', 'council'],
    ['a changed plan', amended, 'review', '2029-03-19', 'council'],
  ]
  for (const [name, facts, step, dueOn, whoHolds] of cases) {
    it(`${name}: ${step} by ${dueOn}`, () => assert.deepEqual(nextStepOf(readingsOn('2028-06-01', facts)), { step, dueOn, whoHolds }))
  }

  it('is nothing after a refusal: the family’s time to appeal is not the council’s debt', () => {
    assert.equal(nextStepOf(readingsOn('2027-02-20', [requested, { type: 'assessment-decision-notified', on: day('2027-02-19'), outcome: 'not-assess', about: 'r' }])), undefined)
  })

  it('stays what it is when its limit is excused, and borrows the next day that binds', () => {
    const excused: ClockEvent[] = [requested, { type: 'excuse-claimed', on: day('2027-02-20'), clock: 'ASMT-02', reason: 'D', from: day('2027-01-12'), to: day('2027-02-18') }]
    assert.deepEqual(nextStepOf(readingsOn('2027-03-01', excused)), { step: 'assess-decision', dueOn: '2027-05-03', whoHolds: 'council' })
  })
})

describe('the line, always', () => {
  const later = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 900 }))
  const readings = (facts: readonly ClockEvent[], today: PlainDate): readonly ClockReading[] => readingsOn(today, facts)
  const all = (line: Line) => [...line.before, ...line.steps, ...line.beside]

  it('has no day that is not the engine’s, and is late exactly where the engine says so', () => {
    fc.assert(fc.property(arbitraryHistory, later, (facts, days) => {
      for (const step of all(lineOf(readings(facts, addDays(lastDayIn(facts), days))))) {
        const { reading } = step
        if (reading === undefined) continue
        assert.equal(step.dueOn, reading.dueOn)
        if (step.state === 'late') assert.equal(reading.state, 'breached')
        if (step.state === 'now' || step.state === 'next') assert.ok(reading.state === 'running', `${reading.id} ${reading.state}`)
        if (step.daysLate !== undefined) assert.equal(step.daysLate, reading.daysLate)
        assert.equal(step.excuse, reading.state === 'excused' ? reading.excuse?.reason : undefined)
      }
    }))
  })

  it('keeps the order of the steps and says something in each', () => {
    fc.assert(fc.property(arbitraryHistory, later, (facts, days) => {
      const { before, steps } = lineOf(readings(facts, addDays(lastDayIn(facts), days)))
      for (const step of [...before, ...steps]) assert.equal(step.words, step.step === undefined ? '' : stepWords(step.step, step.state))
      const isDone = steps.findLastIndex(({ state }) => state === 'done')
      assert.ok(steps.slice(0, isDone).every(({ state }) => state !== 'next'), 'nothing done comes after what is still to come')
    }))
  })

  it('never leaves a family with nothing happening: until the case has ended something is now, late, excused or to come', () => {
    fc.assert(fc.property(arbitraryHistory, later, (facts, days) => {
      const now = readings(facts, addDays(lastDayIn(facts), days))
      const hasRefusal = facts.some((fact) => 'outcome' in fact && (fact.outcome === 'not-assess' || fact.outcome === 'no-plan'))
      assert.equal(pressingStep(lineOf(now)) === undefined, hasRefusal && !lineOf(now).steps.some(({ state }) => state === 'now'))
    }))
  })

  it('the next step does not depend on today', () => {
    fc.assert(fc.property(arbitraryHistory, later, (facts, days) => {
      const last = lastDayIn(facts)
      assert.deepEqual(nextStepOf(readings(facts, last)), nextStepOf(readings(facts, addDays(last, days))))
    }))
  })

  it('lateness does not heal by waiting', () => {
    fc.assert(fc.property(arbitraryHistory, later, (facts, days) => {
      const today = addDays(lastDayIn(facts), days)
      const tomorrow = all(lineOf(readings(facts, addDays(today, 1))))
      for (const step of all(lineOf(readings(facts, today))).filter(({ state }) => state === 'late')) {
        assert.ok(tomorrow.some((one) => one.step === step.step && one.state === 'late' && (one.daysLate ?? 0) === (step.daysLate ?? 0) + 1 || one.step === 'review-meeting'))
      }
    }))
  })

  it('speaks in short, plain sentences', () => {
    for (const words of allStepWords) for (const sentence of sentencesOf(words)) assert.ok(sentence.split(' ').length <= 20, sentence)
    assert.ok(readingGrade(allStepWords.map((words) => `${words}.`).join('\n')) <= 5)
    assert.equal(new Set(stepNames).size, stepNames.length)
  })
})
