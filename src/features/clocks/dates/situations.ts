// What may have happened, in plain words, with what must be asked to work out the dates that follow. Each becomes facts for
// the engine; no date is worked out here.

import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { plainDateOf } from '../../../domain/calendar/plain-date.ts'
import type { ClockEvent } from '../../../domain/clocks/events.ts'

/** What was given for a situation: days by name, and words or numbers that were chosen. */
export interface Given {
  /** A day that the form needs. */
  readonly day: (name: string) => PlainDate
  readonly dayIfGiven: (name: string) => PlainDate | undefined
  readonly chosen: (name: string) => string
  readonly today: PlainDate
}

export interface DateQuestion {
  readonly kind: 'date'
  readonly name: string
  readonly label: string
  /** What errors call it, when a form asks for several dates. */
  readonly what?: string
  readonly hint?: string
  readonly isOptional?: true
  /** It may be still to come. */
  readonly mayBeAhead?: true
}
export interface ChoiceQuestion {
  readonly kind: 'choice'
  readonly name: string
  readonly label: string
  readonly choices: readonly { readonly value: string; readonly text: string }[]
}
export type Question = DateQuestion | ChoiceQuestion

export interface Situation {
  readonly code: string
  readonly label: string
  readonly hint?: string
  readonly questions: readonly Question[]
  /** Clocks of earlier steps: what happened shows that they are behind, and whether they were kept was not asked. */
  readonly leavesOut?: readonly string[]
  readonly facts: (given: Given) => readonly ClockEvent[]
}

const when = (label: string, more: Partial<DateQuestion> = {}): DateQuestion => ({ kind: 'date', name: 'on', label, ...more })
const requested: DateQuestion = { kind: 'date', name: 'requested', label: 'When did the request reach the council?', what: 'The date of the request', hint: 'If you know it, the 20 weeks are worked out too', isOptional: true }
const request = (given: Given, name: string): readonly ClockEvent[] => {
  const on = given.dayIfGiven(name)
  return on === undefined ? [] : [{ type: 'request-received', on }]
}
const channels = [
  { value: 'post', text: 'By post' }, { value: 'email', text: 'By email' }, { value: 'online', text: 'Online, in a portal' }, { value: 'by-hand', text: 'By hand' },
]
const orders = [
  { value: 'assess', text: 'To assess' }, { value: 'reassess', text: 'To reassess' }, { value: 'make-plan', text: 'To make a plan' }, { value: 'reconsider', text: 'To think again about a decision not to make a plan' },
  { value: 'amend-contents', text: 'To change what the plan says' }, { value: 'amend-setting', text: 'To change only the school or college that the plan names' },
  { value: 'continue', text: 'To keep the plan' }, { value: 'continue-and-amend', text: 'To keep the plan and change it' }, { value: 'dismiss-cease', text: 'The appeal against ending the plan was dismissed' },
] as const
const phases = [
  { value: 'early-years-to-school', text: 'From nursery to school' }, { value: 'infant-to-junior', text: 'From infant to junior school' }, { value: 'primary-to-middle', text: 'From primary to middle school' },
  { value: 'primary-to-secondary', text: 'From primary to secondary school' }, { value: 'middle-to-secondary', text: 'From middle to secondary school' },
  { value: 'secondary-to-post-16', text: 'From secondary school to college, sixth form or training' }, { value: 'same-school-sixth-form', text: 'Into the sixth form of the same school' },
] as const

function oneOf<T extends string>(choices: readonly { readonly value: T }[], value: string): T {
  const found = choices.find((one) => one.value === value)
  if (found === undefined) throw new Error(`${value} is none of the choices`)
  return found.value
}

export const situations: readonly Situation[] = [
  {
    code: 'request', label: 'Someone asked for an EHC needs assessment', questions: [when('When did the request reach the council?', { hint: 'It counts from the day it arrived, in any form, also on a weekend' })],
    facts: ({ day }) => [{ type: 'request-received', on: day('on') }],
  },
  {
    code: 'assessing', label: 'The council said that it will assess', questions: [when('When were you told?', { what: 'The date you were told' }), { ...requested, hint: 'All the dates count from this day' }],
    facts: (given) => [...request(given, 'requested'), { type: 'assessment-decision-notified', on: given.day('on'), outcome: 'assess' }],
  },
  {
    code: 'notice', label: 'A letter came with a decision that can be appealed',
    hint: 'No assessment, no plan, a final or changed plan, no change after a review, or the end of a plan',
    questions: [when('What is the date on the letter?', { what: 'The date of the letter', hint: 'The day it was sent' }), { kind: 'date', name: 'certificate', label: 'What is the date on the mediation certificate?', what: 'The date of the certificate', hint: 'If you have one', isOptional: true }],
    facts: ({ day, dayIfGiven }) => {
      const certificate = dayIfGiven('certificate')
      return [{ type: 'decision-notice-sent', on: day('on') }, ...(certificate === undefined ? [] : [{ type: 'certificate-issued' as const, on: certificate }])]
    },
  },
  {
    code: 'mediation', label: 'You told the council that you want mediation', questions: [when('When was the council told?')],
    facts: ({ day }) => [{ type: 'council-told-mediation-wanted', on: day('on') }],
  },
  {
    code: 'advice', label: 'Somebody was asked for advice for the assessment', hint: 'Such as the NHS, a psychologist or a school', questions: [when('When did they get the council’s request?')],
    facts: ({ day }) => [{ type: 'advice-request-received', on: day('on') }],
  },
  {
    code: 'draft', leavesOut: ['ASMT-01', 'ASMT-02', 'ASMT-03', 'ASMT-06'], label: 'The draft plan was sent', questions: [when('When was it sent?', { what: 'The date of the draft' }), { kind: 'choice', name: 'how', label: 'How was it sent?', choices: channels }, requested],
    facts: (given) => [
      ...request(given, 'requested'), { type: 'draft-sent', on: given.day('on'), channel: oneOf([{ value: 'post' }, { value: 'email' }, { value: 'online' }, { value: 'by-hand' }] as const, given.chosen('how')) },
    ],
  },
  {
    code: 'consultation', label: 'A school or college was asked if it can take the child', questions: [when('When did it get the draft plan from the council?')],
    facts: ({ day }) => [{ type: 'consultation-received', on: day('on') }],
  },
  {
    code: 'final', leavesOut: ['ASMT-01', 'ASMT-02', 'ASMT-03', 'ASMT-06', 'ASMT-07'], label: 'The final plan was sent', questions: [when('When was it sent?', { what: 'The date of the plan' }), requested],
    facts: (given) => [...request(given, 'requested'), { type: 'final-plan-sent', on: given.day('on') }],
  },
  {
    code: 'review-planned', label: 'A review meeting is planned', questions: [when('When is the meeting?', { mayBeAhead: true })],
    facts: ({ day, today }) => [{ type: 'review-meeting-scheduled', on: today, meetingOn: day('on') }],
  },
  {
    code: 'review', label: 'A review meeting was held',
    questions: [when('When was the meeting?', { what: 'The date of the meeting' }), { kind: 'date', name: 'decided', label: 'When were you told that the plan will be changed?', what: 'The date you were told', hint: 'If you were', isOptional: true }],
    facts: ({ day, dayIfGiven }) => {
      const decided = dayIfGiven('decided')
      return [{ type: 'review-meeting-held', on: day('on') }, ...(decided === undefined ? [] : [{ type: 'review-decision-notified' as const, on: decided, outcome: 'amend' as const }])]
    },
  },
  {
    code: 'amendment', label: 'A notice came with proposed changes to a plan', hint: 'It is called an amendment notice',
    questions: [
      when('When was it sent?', { what: 'The date it was sent' }), { kind: 'date', name: 'reached', label: 'When did it reach you?', what: 'The date it reached you', hint: 'An email reaches you on the day it is sent' },
      { kind: 'date', name: 'meeting', label: 'When was the review meeting?', what: 'The date of the meeting', hint: 'If the changes follow a review', isOptional: true },
    ],
    facts: ({ day, dayIfGiven }) => {
      const meeting = dayIfGiven('meeting')
      const without = meeting === undefined ? { withoutReview: true } : {}
      return [
        ...(meeting === undefined ? [] : [{ type: 'review-meeting-held' as const, on: meeting }]),
        { type: 'amendment-notice-sent', on: day('on'), ...without }, { type: 'amendment-notice-served', on: day('reached'), ...without },
      ]
    },
  },
  {
    code: 'phase', label: 'A child with a plan moves up to the next school or to college',
    questions: [{ kind: 'choice', name: 'move', label: 'Which move is it?', choices: phases }, { kind: 'date', name: 'on', label: 'When does the new place start?', hint: 'Mostly 1 September', mayBeAhead: true }],
    facts: ({ day, chosen, today }) => [{ type: 'phase-transfer-due', on: today, kind: oneOf(phases, chosen('move')), year: Number(day('on').slice(0, 4)) }],
  },
  {
    code: 'college', label: 'A young person moves from one college or training to another', questions: [when('When does the new place start?', { mayBeAhead: true })],
    facts: ({ day, today }) => [{ type: 'phase-transfer-due', on: today, kind: 'post-16-to-post-16', transferOn: day('on') }],
  },
  {
    code: 'reassessment', label: 'Someone asked for a new assessment of a child with a plan', questions: [when('When did the request reach the council?')],
    facts: ({ day }) => [{ type: 'reassessment-requested', on: day('on') }],
  },
  {
    code: 'move', label: 'A child with a plan moves to another council’s area',
    questions: [when('When did the old council get to know of it?', { what: 'The date the council knew' }), { kind: 'date', name: 'moves', label: 'When is the move?', what: 'The date of the move', mayBeAhead: true }],
    facts: ({ day, today }) => {
      const moves = day('moves')
      return [{ type: 'move-known', on: day('on'), movesOn: moves }, ...(moves <= today && moves >= day('on') ? [{ type: 'plan-transferred' as const, on: moves }] : [])]
    },
  },
  {
    code: 'cease', label: 'The council wrote that it will end a plan', questions: [when('What is the date on the letter?')],
    facts: ({ day }) => [{ type: 'cease-notified', on: day('on') }],
  },
  {
    code: 'order', label: 'The SEND Tribunal made an order', questions: [when('What is the date on the order?'), { kind: 'choice', name: 'order', label: 'What did it order?', choices: orders }],
    facts: ({ day, chosen }) => [{ type: 'order-made', on: day('on'), kind: oneOf(orders, chosen('order')) }],
  },
  {
    code: 'rights', label: 'When a young person takes over the rights from their parents', questions: [when('When was the young person born?')],
    facts: ({ day }) => [{ type: 'born', on: day('on') }],
  },
  {
    code: 'data', label: 'You asked for a copy of what is kept about you or your child', questions: [when('When did they get your request?')],
    facts: ({ day }) => [{ type: 'subject-access-requested', on: day('on') }],
  },
]

export const situationOf = (code: string): Situation | undefined => situations.find((one) => one.code === code)

/** No day of a case that anybody still asks about is earlier. */
export const earliestDay = plainDateOf('1990-01-01')
