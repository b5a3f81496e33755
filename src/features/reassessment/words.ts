import type { NotAtThisStage } from '../../casebook/act.ts'
import type { ReassessmentAsker } from '../../domain/case-file/ending-facts.ts'
import { stageWords } from '../../domain/case-file/stage-words.ts'
import { listWords } from '../../ui/words.ts'
import type { AskRefusal, DecideRefusal } from './reassessment-acts.ts'

export const askerWords: Record<ReassessmentAsker, string> = { parent: 'A parent', 'young-person': 'The young person', setting: 'The school or college', 'health-body': 'The health body' }

export function refusalWords(refusal: AskRefusal | DecideRefusal | NotAtThisStage): string {
  switch (refusal.kind) {
    case 'asked-already': return 'A new assessment was asked for already, and is being decided'
    case 'under-way': return 'A new assessment is under way already'
    case 'in-the-future': return 'The day must be today or in the past'
    case 'decided-already': return 'This request has been decided already'
    case 'must-reassess': return 'This request must be met: there was no assessment in the six months before it, and a further one is necessary'
    case 'nothing-to-refuse': return 'Nobody has asked for a new assessment'
    case 'nobody-to-tell': return 'Nobody of the family is on this case, so the letter cannot be sent. Record a family member first'
    case 'notice-incomplete': return `The letter cannot be sent yet. The law asks for: ${listWords(refusal.missing.map((element) => element.replaceAll('-', ' ')))}`
    case 'not-at-this-stage': return `A new assessment is of a plan in force. The case is at: ${stageWords[refusal.stage].staff}`
  }
}
