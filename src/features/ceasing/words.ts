// How the pages about ending a plan say what stands in the way.

import type { NotAtThisStage } from '../../casebook/act.ts'
import { stageWords } from '../../domain/case-file/stage-words.ts'
import type { CeaseGround } from '../../domain/ceasing/cease-codes.ts'
import type { CeaseRefusal } from '../../domain/ceasing/cease-guards.ts'
import type { FieldError } from '../../ui/form.tsx'
import { dateWords, listWords } from '../../ui/words.ts'
import type { AtOnceRefusal, ConsultationRefusal, EndingRefusal, Unwritten } from './ceasing-acts.ts'

export const groundWords: Record<CeaseGround, { readonly title: string; readonly hint: string }> = {
  'no-longer-responsible': { title: 'The council is no longer responsible', hint: 'The child or young person is no longer in the area, and the plan is not transferred to another council' },
  'no-longer-necessary': { title: 'A plan is no longer necessary', hint: 'The provision in the plan is no longer required. Over 18, the outcomes for education and training are weighed' },
}

type Refusal = Unwritten | NotAtThisStage | EndingRefusal | ConsultationRefusal | AtOnceRefusal | { readonly kind: 'under-way-already' | 'not-ended' }

export function refusalWords(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'not-at-this-stage': return `This is open only while a plan is in force. The case is at: ${stageWords[refusal.stage].staff}`
    case 'nobody-to-tell': return 'Nobody of the family is on this case, so the letter cannot be sent. Record a family member first'
    case 'notice-incomplete': return `The letter cannot be sent yet. The law asks for: ${listWords(refusal.missing.map((element) => element.replaceAll('-', ' ')))}`
    case 'under-way-already': return 'Ending this plan is being considered already'
    case 'none-under-way': return 'Nobody is considering ending this plan now'
    case 'recorded-already': return 'What was said is recorded already'
    case 'before-asking': return `The day must be ${dateWords(refusal.on)} or later: that was when they were asked`
    case 'in-the-future': return 'The day must be today or in the past'
    case 'not-notified': return 'The family has not been told of a decision to end the plan'
    case 'appeal-open': return 'An appeal is with the Tribunal. The plan stays in force until it is finally decided'
    case 'mediation-open': return 'Mediation is under way. The plan stays in force: with a certificate the family has more time to appeal'
    case 'kept-by-tribunal': return 'The Tribunal’s decision keeps the plan in force'
    case 'too-early': return `The plan must be kept until the time to appeal is over. It may end on ${dateWords(refusal.mayEndFrom)} or later`
    case 'under-25': return `The young person is 25 on ${dateWords(refusal.birthday)}. The plan cannot end by age before`
    case 'before-birth': return 'The day must be after the day of birth'
    case 'not-ended': return 'This plan has not ended'
  }
}

/** Each thing that keeps a decision to end from standing, at the question that it answers. */
export function ceaseErrors(refusals: readonly CeaseRefusal[]): FieldError[] {
  return refusals.map((refusal): FieldError => {
    switch (refusal.kind) {
      case 'not-consulted': return { field: 'outcome', message: 'First record what the family and the setting said: they must be consulted before a decision to end the plan' }
      case 'already-notified': return { field: 'outcome', message: 'The family has been told already that the plan will end' }
      case 'ground-does-not-fit': return { field: 'met', message: refusal.ground === 'no-longer-responsible' ? 'Keep the plan: it may end on this ground only if the council is no longer responsible' : 'Keep the plan: it may end on this ground only if its provision is no longer required' }
      case 'code-does-not-fit': return { field: 'code', message: 'Select a reason that goes with the ground' }
      case 'under-18-code': return { field: 'code', message: 'Under 18, work or not wishing to go on is no reason to end a plan' }
      case 'under-18-out-of-education': return { field: 'outOfEducation', message: 'Under 18, being out of education or training is no reason to end a plan. Review it, and amend it so that they can return' }
      case 'outcomes-not-weighed': return { field: 'outcomesWeighed', message: 'Over 18, weigh first whether the outcomes for education and training have been achieved' }
      case 'return-not-asked': return { field: 'askedAtReview', message: 'First review the plan, to find out whether they wish to return to education or training and whether that is right for them' }
    }
  })
}
