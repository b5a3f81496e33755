// How the pages of reviews say things.

import type { NotAtThisStage } from '../../casebook/act.ts'
import type { NoticeChannel, ReviewOutcome } from '../../domain/case-file/facts.ts'
import { stageWords } from '../../domain/case-file/stage-words.ts'
import type { ReviewStep } from '../../domain/review/review-steps.ts'
import { dateWords } from '../../ui/words.ts'
import type { ReviewRefusal } from './record-review.ts'

export const outcomeWords: Record<ReviewOutcome, string> = { maintain: 'Keep the plan as it is', amend: 'Amend the plan', cease: 'Cease the plan' }

export const noticeChannelWords: Record<NoticeChannel, string> = { hub: 'Through the hub', email: 'By email', letter: 'By post', 'in-person': 'By hand' }

export interface StepWords {
  /** The page and the way to it. */
  readonly title: string
  /** What the day is called, beginning the sentence of each error. */
  readonly what: string
  readonly legend: string
  readonly hint?: string
  /** What the law asks. */
  readonly law: string
}

export const stepWords: Record<ReviewStep, StepWords> = {
  report: {
    title: 'Record the report', what: 'The day the report was sent', legend: 'When was the report sent to everybody who was invited?',
    law: 'The head or principal sends it within two weeks of the meeting; the council does when there is no setting (SEND Regulations 2014, regs 20(7) to (9), 21).',
  },
  adulthood: {
    title: 'Record that preparing for adulthood was considered', what: 'The day it was considered', legend: 'When was preparing for adulthood considered?', hint: 'Mostly the day of the meeting',
    law: 'Every review in or after Year 9 looks at it (SEND Regulations 2014, regs 20(6), 21).',
  },
  decision: {
    title: 'Record the decision', what: 'The day the family was told', legend: 'When was the family told?', hint: 'The day on which the letter was sent',
    law: 'The council decides and tells the family and the setting within four weeks of the meeting. A report that is late is no excuse (SEND Regulations 2014, reg 20(10)).',
  },
  notice: {
    title: 'Record the amendment notice', what: 'The day the notice was sent', legend: 'When was the amendment notice sent?',
    law: 'The notice goes within the same four weeks, with a copy of the plan, the changes in words and the evidence for them (SEND Regulations 2014, reg 22(1), (2)).',
  },
  'amended-final': {
    title: 'Record the amended final plan', what: 'The day the amended plan was sent', legend: 'When was the amended final plan sent to the family?',
    law: 'It goes within eight weeks of the notice (SEND Regulations 2014, reg 22(3)), and at the latest twelve weeks after the meeting.',
  },
  'not-amending': {
    title: 'Record that the plan will not be amended after all', what: 'The day the family was told', legend: 'When was the family told that the plan will not be amended?',
    law: 'Within eight weeks of the notice, with reasons and the right to appeal (SEND Regulations 2014, reg 22(4), (5)).',
  },
}

const beforeWords = { plan: 'the day the plan was made', meeting: 'the day of the meeting', decision: 'the day the family was told the decision', notice: 'the day the amendment notice was sent' } as const

/** Why a day or a step cannot stand, as the words beside its field. */
export function refusalWords(refusal: ReviewRefusal | NotAtThisStage, what: string): string {
  switch (refusal.kind) {
    case 'in-the-future': return `${what} must be today or in the past`
    case 'too-early': return `${what} must be ${dateWords(refusal.on)} or later: that was ${beforeWords[refusal.before]}`
    case 'same-meeting': return 'A meeting on that day is recorded already'
    case 'recorded-already': return 'This is recorded already. If its day is wrong, correct it from the list of reviews'
    case 'not-decided-to-amend': return 'First record that the council decided to amend the plan'
    case 'review-is-over': return 'This review has ended already: see the list of reviews'
    case 'not-at-this-stage': return `This can be recorded only while a plan is in force. The case is at: ${stageWords[refusal.stage].staff}`
  }
}
