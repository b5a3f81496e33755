// How the pages of disagreements say things: each step with what the law asks, and why one cannot be recorded now.

import type { NotAtThisStage } from '../../casebook/act.ts'
import { stageWords } from '../../domain/case-file/stage-words.ts'
import type { EventType } from '../../domain/clocks/event-kinds.ts'
import type { AppealRecord, MediationRecord, StepRefusal } from '../../domain/disputes/disputes-of.ts'
import { dateWords } from '../../ui/words.ts'
import type { LockRefusal } from './order-acts.ts'

export interface StepWords {
  readonly title: string
  readonly legend: string
  readonly hint?: string
  readonly law: string
}

export const mediationWords: Record<MediationRecord, StepWords> = {
  'adviser-contacted': { title: 'The family contacted the mediation adviser', legend: 'When did they contact the adviser?', law: 'Within two months of the letter (CFA 2014 s.55; SEND Regulations 2014, reg 33).' },
  'not-wanted': { title: 'The family does not want mediation', legend: 'When did the adviser hear that?', law: 'The adviser issues the certificate within three working days (reg 34(1)).' },
  wanted: { title: 'The family wants mediation', legend: 'When was the council told?', law: 'The council arranges it within thirty days and takes part (CFA 2014 ss.53, 54; regs 35, 36).' },
  'health-disputed': { title: 'Health provision is in dispute', legend: 'When was the council told?', law: 'The council tells each health body within three working days (reg 35).' },
  'health-told': { title: 'The health bodies were told', legend: 'When were they told?', law: 'Within three working days of hearing of it (reg 35).' },
  'not-arranged': { title: 'Mediation cannot be arranged in time', legend: 'When was the adviser told?', law: 'The adviser then issues the certificate within three working days (reg 36).' },
  held: { title: 'The mediation was held', legend: 'When was it held?', law: 'The adviser issues the certificate within three working days of its end (reg 39).' },
  certificate: { title: 'A certificate was issued', legend: 'Which day is on the certificate?', hint: 'The family can appeal within one month of this day, if that is later than two months from the letter', law: 'HESC Rules 2008 r.20(1)(c).' },
  agreed: { title: 'An agreement was reached', legend: 'On which day was it agreed?', law: 'What could have been appealed is done as if it were ordered; other things within two weeks; or by the day agreed in writing (reg 42).' },
  'agreement-done': { title: 'What was agreed was done', legend: 'On which day was it done?', law: 'SEND Regulations 2014, reg 42.' },
}

export const appealWords: Record<AppealRecord, StepWords> = {
  lodged: { title: 'An appeal was made', legend: 'When did the Tribunal receive it?', hint: 'The day on the Tribunal’s letter', law: 'Two months from the letter, or one month from the certificate if that is later (HESC Rules 2008 r.20). The Tribunal decides whether it is in time.' },
  received: { title: 'The council received the appeal', legend: 'When did the council receive it?', law: 'The response is due within thirty working days, or as the Tribunal directs (r.21).' },
  'response-sent': { title: 'The response was sent', legend: 'When was it sent?', law: 'With reasons and the child’s views (r.21).' },
  'hearing-listed': { title: 'The hearing was listed', legend: 'When was the council told?', law: 'The indexed bundle is usually due ten working days before the hearing, or as directed.' },
  'bundle-sent': { title: 'The bundle was sent', legend: 'When was it sent?', law: 'As the Tribunal directed. Its page limits are strict (Practice Direction of 21 May 2025).' },
  decided: { title: 'The Tribunal decided', legend: 'When was the decision sent?', hint: 'Then record its order: it has a day of its own', law: 'Permission to appeal to the Upper Tribunal can be asked for within 28 days (r.46).' },
  ended: { title: 'The appeal was withdrawn or struck out', legend: 'On which day did it end?', law: 'HESC Rules 2008 rr.8, 17.' },
  'permission-asked': { title: 'Permission was asked for', legend: 'When was it asked for?', hint: 'To appeal further, to appeal late, or without a certificate', law: 'HESC Rules 2008 rr.5, 19, 46.' },
}

/** What an appeal can be about. Section I alone needs no certificate (CFA 2014 s.55(2)). */
export const grounds = {
  refusal: 'A refusal to assess, to make a plan, or to assess again', b: 'Section B, needs', f: 'Section F, provision', i: 'Section I, the setting', cease: 'Ending the plan', amend: 'Not amending the plan', health: 'Health care (sections C and G)', social: 'Social care (sections D and H)',
} as const
export type Ground = keyof typeof grounds
export const groundNames = Object.keys(grounds) as Ground[]

/** What was sent that can be appealed, after "You can appeal". */
export const noticeWords: Partial<Record<EventType, { readonly staff: string; readonly family: string }>> = {
  'assessment-decision-notified': { staff: 'The decision not to assess', family: 'our decision not to assess' },
  'plan-decision-notified': { staff: 'The decision not to make a plan', family: 'our decision not to make a plan' },
  'final-plan-sent': { staff: 'The final plan', family: 'the plan that we sent you' },
  'amended-plan-sent': { staff: 'The amended final plan', family: 'the changed plan that we sent you' },
  'not-amending-notified': { staff: 'The decision not to amend', family: 'our decision not to change the plan' },
  'review-decision-notified': { staff: 'The decision after a review', family: 'what we decided after the review' },
  'reassessment-decision-notified': { staff: 'The decision not to assess again', family: 'our decision not to assess again' },
  'cease-notified': { staff: 'The decision to end the plan', family: 'our decision to end the plan' },
}

export function refusalWords(refusal: StepRefusal | LockRefusal | NotAtThisStage | { readonly kind: 'nothing-changed' }): string {
  switch (refusal.kind) {
    case 'nothing-to-follow': return 'What comes before this is not recorded'
    case 'recorded-already': return 'This is recorded already. If its day is wrong, correct it in the timeline'
    case 'appeal-is-open': return 'An appeal is open already'
    case 'in-the-future': return 'The day must be today or in the past'
    case 'too-early': return `The day must be ${dateWords(refusal.on)} or later`
    case 'locked-already': return 'Ordered words are locked in this line already'
    case 'amendment-is-over': return 'This amendment has ended: the amended plan is out'
    case 'no-lines-there': return 'No line can stand in this section'
    case 'nothing-changed': return 'These are the words that are locked already'
    case 'not-at-this-stage': return `This is not open now. The case is at: ${stageWords[refusal.stage].staff}`
  }
}
