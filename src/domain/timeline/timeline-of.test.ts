import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { arbitraryDate } from '../../../test/arbitrary-dates.ts'
import { calendarByRule } from '../../../test/calendar-by-rule.ts'
import { addDays, plainDateOf, type PlainDate } from '../calendar/plain-date.ts'
import { stepNames, stepWords } from './step-words.ts'
import { timelineOf, type TimelineFacts } from './timeline-of.ts'

const day = plainDateOf
const calendar = calendarByRule()
const receivedOn = day('2027-01-11')

function stepsOn(today: string, facts: Omit<TimelineFacts, 'receivedOn'> = {}) {
  return Object.fromEntries(timelineOf({ receivedOn, ...facts }, day(today)).map((step) => [step.step, step]))
}

const statesOn = (today: string, facts?: Omit<TimelineFacts, 'receivedOn'>) =>
  Object.fromEntries(Object.entries(stepsOn(today, facts)).map(([name, step]) => [name, step.state]))

const assessing = { assessDecision: { outcome: 'assess', toldOn: day('2027-02-15') } } as const
const drafting = {
  ...assessing,
  adviceAskedOn: day('2027-02-16'),
  adviceLastDueOn: day('2027-03-30'),
  adviceAllInOn: day('2027-03-29'),
  planDecision: { outcome: 'plan', toldOn: day('2027-04-06') },
} as const
const draftOut = { ...drafting, draftServedOn: day('2027-04-20'), windowLastDay: day('2027-05-04') } as const
const issued = {
  ...draftOut,
  settingsConsultedOn: day('2027-04-26'),
  settingsSettledOn: day('2027-05-11'),
  finalIssuedOn: day('2027-05-14'),
} as const

describe('timelineOf', () => {
  it('starts with the council deciding', () => {
    assert.deepEqual(statesOn('2027-01-12'), {
      request: 'done', 'assess-decision': 'now', advice: 'next', 'plan-decision': 'next', draft: 'next',
      'views-on-draft': 'next', settings: 'next', 'final-plan': 'next',
    })
    assert.equal(stepsOn('2027-01-12')['assess-decision']?.dueOn, '2027-02-22')
    assert.equal(stepsOn('2027-01-12')['final-plan']?.dueOn, '2027-05-31')
  })

  it('is not late on the last day, and late on the day after', () => {
    assert.equal(statesOn('2027-02-22')['assess-decision'], 'now')
    assert.equal(statesOn('2027-02-23')['assess-decision'], 'late')
  })

  it('ends at a refusal to assess, with what the family can do', () => {
    const steps = stepsOn('2027-02-20', { assessDecision: { outcome: 'refuse', toldOn: day('2027-02-19') } })
    assert.equal(steps['advice']?.state, 'not-needed')
    assert.equal(steps['final-plan']?.state, 'not-needed')
    assert.equal(steps['final-plan']?.dueOn, undefined)
    assert.equal(steps['if-you-disagree']?.state, 'now')
    assert.equal(steps['if-you-disagree']?.dueOn, '2027-04-19')
    assert.equal(steps['if-you-disagree']?.whoHolds, 'family')
  })

  it('shows who holds the advice, and that it is late', () => {
    const asked = { ...assessing, adviceAskedOn: day('2027-02-16'), adviceLastDueOn: day('2027-03-30') }
    assert.equal(stepsOn('2027-02-15', assessing)['advice']?.whoHolds, 'council')
    assert.equal(stepsOn('2027-02-17', asked)['advice']?.whoHolds, 'advisers')
    assert.equal(statesOn('2027-03-31', asked)['advice'], 'late')
  })

  it('gives the family its window and closes it by itself', () => {
    assert.equal(statesOn('2027-05-04', draftOut)['views-on-draft'], 'now')
    assert.equal(stepsOn('2027-05-04', draftOut)['views-on-draft']?.dueOn, '2027-05-04')
    assert.equal(statesOn('2027-05-05', draftOut)['views-on-draft'], 'done')
  })

  it('then waits for the council to ask settings, and for settings to answer', () => {
    assert.equal(statesOn('2027-05-05', draftOut)['settings'], 'now')
    assert.equal(stepsOn('2027-05-05', draftOut)['settings']?.whoHolds, 'council')
    const asked = { ...draftOut, settingsConsultedOn: day('2027-05-05') }
    assert.equal(stepsOn('2027-05-06', asked)['settings']?.whoHolds, 'setting')
    assert.equal(stepsOn('2027-05-06', asked)['settings']?.dueOn, '2027-05-20')
    assert.equal(statesOn('2027-05-21', asked)['settings'], 'late')
    assert.equal(statesOn('2027-05-21', { ...asked, settingsSettledOn: day('2027-05-20') })['final-plan'], 'now')
  })

  it('does not call a decision to make a plan unlawfully late', () => {
    const late = { ...drafting, planDecision: { outcome: 'plan', toldOn: day('2027-05-10') } } as const
    assert.equal(stepsOn('2027-05-11', late)['plan-decision']?.dueBy, 'planning')
    const refusedLate = { ...drafting, planDecision: { outcome: 'refuse', toldOn: day('2027-05-10') } } as const
    assert.equal(stepsOn('2027-05-11', refusedLate)['plan-decision']?.dueBy, 'law')
    assert.equal(stepsOn('2027-05-11', refusedLate)['plan-decision']?.doneLate, true)
  })

  it('ends with the plan, the right to disagree and the first review', () => {
    assert.deepEqual(statesOn('2027-05-15', issued), {
      request: 'done', 'assess-decision': 'done', advice: 'done', 'plan-decision': 'done', draft: 'done',
      'views-on-draft': 'done', settings: 'done', 'final-plan': 'done', 'if-you-disagree': 'now', 'first-review': 'next',
    })
    assert.equal(stepsOn('2027-05-15', issued)['first-review']?.dueOn, '2028-05-13')
  })

  it('remembers that a plan came late', () => {
    const late = stepsOn('2027-07-01', { ...issued, finalIssuedOn: day('2027-06-01') })['final-plan']
    assert.equal(late?.state, 'done')
    assert.equal(late?.doneLate, true)
    assert.equal(stepsOn('2027-07-01', { ...issued, finalIssuedOn: day('2027-05-31') })['final-plan']?.doneLate, undefined)
  })
})

// The facts of a case that went some way along the road, each day after the one before it.
const arbitraryFacts: fc.Arbitrary<TimelineFacts> = fc
  .record({
    received: arbitraryDate,
    gaps: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 8, maxLength: 8 }),
    reached: fc.integer({ min: 0, max: 8 }),
    refusesToAssess: fc.boolean(),
    refusesPlan: fc.boolean(),
  })
  .map(({ received, gaps, reached, refusesToAssess, refusesPlan }) => {
    const days = gaps.reduce<PlainDate[]>((sofar, gap) => [...sofar, addDays(sofar.at(-1) ?? received, gap)], [])
    const at = (index: number): PlainDate => days[index] ?? received
    const facts: TimelineFacts = { receivedOn: received }
    if (reached < 1) return facts
    if (refusesToAssess) return { ...facts, assessDecision: { outcome: 'refuse', toldOn: at(0) } }
    const assess: TimelineFacts = { ...facts, assessDecision: { outcome: 'assess', toldOn: at(0) } }
    if (reached < 2) return assess
    const asked: TimelineFacts = { ...assess, adviceAskedOn: at(1), ...(reached > 2 ? { adviceAllInOn: at(2) } : {}) }
    if (reached < 4) return asked
    if (refusesPlan) return { ...asked, planDecision: { outcome: 'refuse', toldOn: at(3) } }
    const decided: TimelineFacts = { ...asked, planDecision: { outcome: 'plan', toldOn: at(3) } }
    if (reached < 5) return decided
    return {
      ...decided,
      draftServedOn: at(4),
      ...(reached > 5 ? { settingsConsultedOn: at(5) } : {}),
      ...(reached > 6 ? { settingsSettledOn: at(6) } : {}),
      ...(reached > 7 ? { finalIssuedOn: at(7) } : {}),
    }
  })

describe('timelineOf, always', () => {
  const today = fc.oneof(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 0, max: 900 }))

  it('keeps the order of the steps and says something in each', () => {
    fc.assert(
      fc.property(arbitraryFacts, today, (facts, later) => {
        const steps = timelineOf(facts, addDays(facts.receivedOn, later), calendar)
        const places = steps.map((step) => stepNames.indexOf(step.step))
        assert.deepEqual(places, places.toSorted((a, b) => a - b))
        for (const step of steps) assert.equal(step.words, stepWords[step.step][step.state])
      }),
    )
  })

  it('never leaves a family with nothing happening: some step is now or late until the case has ended', () => {
    fc.assert(
      fc.property(arbitraryFacts, today, (facts, later) => {
        const steps = timelineOf(facts, addDays(facts.receivedOn, later), calendar)
        const hasEnded =
          facts.finalIssuedOn !== undefined ||
          facts.assessDecision?.outcome === 'refuse' ||
          facts.planDecision?.outcome === 'refuse'
        assert.ok(hasEnded || steps.some((step) => step.state === 'now' || step.state === 'late'))
      }),
    )
  })

  it('says late exactly when an unfinished step of the council’s or of others is past its day', () => {
    fc.assert(
      fc.property(arbitraryFacts, today, (facts, later) => {
        const now = addDays(facts.receivedOn, later)
        for (const step of timelineOf(facts, now, calendar)) {
          const isPast = step.dueOn !== undefined && step.dueOn < now
          const mayBeLate = step.whoHolds !== 'family' && step.doneOn === undefined && step.state !== 'not-needed'
          assert.equal(step.state === 'late', isPast && mayBeLate)
          if (step.doneLate) assert.ok(step.doneOn !== undefined && step.dueOn !== undefined && step.doneOn > step.dueOn)
        }
      }),
    )
  })

  it('is the same however often it is asked, and lateness does not heal by waiting', () => {
    fc.assert(
      fc.property(arbitraryFacts, today, (facts, later) => {
        const now = addDays(facts.receivedOn, later)
        assert.deepEqual(timelineOf(facts, now, calendar), timelineOf(facts, now, calendar))
        const tomorrow = timelineOf(facts, addDays(now, 1), calendar)
        for (const [index, step] of timelineOf(facts, now, calendar).entries()) {
          if (step.state === 'late') assert.equal(tomorrow[index]?.state, 'late')
        }
      }),
    )
  })

  it('speaks in short sentences', () => {
    for (const states of Object.values(stepWords)) {
      for (const words of Object.values(states)) {
        for (const sentence of words.split('. ')) assert.ok(sentence.split(' ').length <= 20, sentence)
      }
    }
  })
})
