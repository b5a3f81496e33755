// What happened in a disagreement, in ending a plan or in assessing again, in a sentence: these rows of the one table (fact-sentences.ts).

import type { EndingFact } from '../domain/case-file/ending-facts.ts'
import { cessationClause } from '../domain/ceasing/cease-codes.ts'
import { dateWords } from '../domain/calendar/date-words.ts'
import { appealResultWords, orderWords } from '../domain/disputes/dispute-words.ts'
import type { FactRow } from './fact-sentences.ts'
import { channelWords } from './channel-words.ts'

type EndingTable = { readonly [T in EndingFact['type']]: FactRow<Extract<EndingFact, { type: T }>> }

const recommendationWords = { health: 'health care', 'social-care': 'social care' } as const
const mediationStepWords = {
  'adviser-contacted': { staff: 'The family contacted the mediation adviser', family: 'You contacted the mediation adviser' },
  'not-wanted': { staff: 'The family told the adviser that it does not want mediation', family: 'You told the adviser that you do not want mediation' },
  'health-disputed': { staff: 'The council was told that health provision is in dispute', family: 'You told us that you do not agree with the health care' },
  'health-told': { staff: 'The health bodies were told what is in dispute', family: 'We told the NHS what you do not agree with' },
  'not-arranged': { staff: 'The adviser was told that mediation cannot be arranged in time', family: 'We told the adviser that we cannot set up mediation in time' },
  held: { staff: 'The mediation was held', family: 'The mediation meeting took place' },
} as const
type StepDays = Extract<EndingFact, { type: 'appeal-step' }>
const appealStepWords = {
  received: { staff: ({ respondBy }: StepDays) => `The council received the appeal${respondBy === undefined ? '' : `, to be answered by ${dateWords(respondBy)}`}`, family: () => 'We were told of the appeal' },
  'response-sent': { staff: () => 'The council’s response to the appeal was sent', family: () => 'We sent our answer to the Tribunal' },
  'hearing-listed': { staff: ({ hearingOn }: StepDays) => `The hearing was listed${hearingOn === undefined ? '' : ` for ${dateWords(hearingOn)}`}`, family: ({ hearingOn }: StepDays) => `The Tribunal set the day of the hearing${hearingOn === undefined ? '' : `: ${dateWords(hearingOn)}`}` },
  'bundle-sent': { staff: () => 'The bundle for the hearing was sent', family: () => 'We sent the papers for the hearing' },
  ended: { staff: () => 'The appeal was withdrawn or struck out', family: () => 'The appeal has ended without a decision' },
  'permission-asked': { staff: () => 'Permission to appeal further, or late, was asked for', family: () => 'The Tribunal was asked for permission' },
} as const
const ceaseGroundWords = {
  'no-longer-responsible': { staff: 'it is no longer responsible' }, 'no-longer-necessary': { staff: 'the plan is no longer necessary' },
} as const
const droppedWords = {
  decided: { staff: 'the council decided so', family: 'we decided not to end it' }, order: { staff: 'the Tribunal ordered it', family: 'the Tribunal said so' },
  concession: { staff: 'the council does not oppose the appeal', family: 'we agreed with the appeal' }, mediation: { staff: 'it was agreed in mediation', family: 'we agreed on it in mediation' },
} as const
const ceaseCauseWords = {
  decision: { staff: 'by decision, with nobody able to appeal any more', family: 'The plan ended. The time to appeal was over' },
  tribunal: { staff: 'the Tribunal dismissed the appeal', family: 'The plan ended, because the Tribunal said so' },
  died: { staff: 'the child or young person died', family: 'We closed the plan' },
  'left-england': { staff: 'the child or young person left England', family: 'The plan ended, because of the move out of England' },
  age: { staff: 'the young person is 25', family: 'The plan ended, because a plan cannot go on after 25' },
} as const
const restoredWords = {
  'appeal-in-time': 'an appeal reached the Tribunal in time', 'certificate-in-time': 'a mediation certificate gives more time to appeal', slip: 'it was ended by a slip',
} as const
const askerWords = {
  parent: { staff: 'a parent', family: 'A parent' }, 'young-person': { staff: 'the young person', family: 'The young person' },
  setting: { staff: 'the school or college', family: 'The school or college' }, 'health-body': { staff: 'the health body', family: 'The NHS' },
} as const

export const endingSentences: EndingTable = {
  'mediation-asked-for': { kind: 'dispute', familySees: 'own', staff: ({ healthOnly }) => `The family asked for mediation${healthOnly === true ? ' about health care alone' : ''}`, family: () => 'You asked for mediation' },
  'mediation-step': { kind: 'dispute', familySees: 'own', staff: ({ step }) => mediationStepWords[step].staff, family: ({ step }) => mediationStepWords[step].family },
  'mediation-certificate-issued': { kind: 'dispute', familySees: 'own', staff: () => 'A mediation certificate was issued', family: () => 'You were given a mediation certificate' },
  'mediation-agreed': { kind: 'dispute', familySees: 'all', staff: ({ issues }) => `An agreement was reached in mediation${issues === 'appealable' ? ', to be done as if it were ordered' : ''}`, family: () => 'We agreed on something in mediation' },
  'agreement-done': { kind: 'dispute', familySees: 'all', staff: () => 'What was agreed in mediation was done', family: () => 'We did what we agreed in mediation' },
  'appeal-lodged': { kind: 'dispute', familySees: 'all', staff: ({ sectionIOnly }) => `An appeal was made to the Tribunal${sectionIOnly === true ? ', about section I alone' : ''}`, family: () => 'An appeal was made to the Tribunal' },
  'appeal-step': { kind: 'dispute', familySees: 'all', staff: (fact) => appealStepWords[fact.step].staff(fact), family: (fact) => appealStepWords[fact.step].family(fact) },
  'appeal-conceded': { kind: 'dispute', familySees: 'all', staff: ({ kind }) => `The council told the Tribunal that it does not oppose the appeal${kind === undefined ? '' : `: ${orderWords[kind].staff.toLowerCase()}`}`, family: ({ kind }) => `We told the Tribunal that we agree with the appeal${kind === undefined ? '' : `. We will ${orderWords[kind].family}`}` },
  'appeal-decided': { kind: 'dispute', familySees: 'all', staff: ({ result }) => `The Tribunal decided the appeal: ${appealResultWords[result].toLowerCase()}`, family: () => 'The Tribunal decided the appeal' },
  'order-made': { kind: 'dispute', familySees: 'all', staff: ({ kind }) => `The Tribunal made an order: ${orderWords[kind].staff.toLowerCase()}`, family: ({ kind }) => `The Tribunal told us to ${orderWords[kind].family}` },
  'ordered-words-locked': { kind: 'dispute', familySees: 'none', staff: ({ section }) => `Ordered or agreed words were locked in section ${section} of the working document` },
  'ordered-words-changed': { kind: 'dispute', familySees: 'none', staff: ({ section }) => `Locked words in section ${section} were put right: they had not been copied as they were ordered` },
  'recommendation-received': { kind: 'dispute', familySees: 'all', staff: ({ to }) => `The Tribunal recommended something about ${recommendationWords[to]}`, family: ({ to }) => `The Tribunal gave advice about ${recommendationWords[to]}` },
  'recommendation-answered': { kind: 'dispute', familySees: 'all', staff: ({ to }) => `The Tribunal’s recommendation about ${recommendationWords[to]} was answered`, family: ({ to }) => `The Tribunal’s advice about ${recommendationWords[to]} was answered` },
  'ceasing-considered': { kind: 'decision', familySees: 'all', staff: ({ ground }) => `The council began to consider ending the plan: ${ceaseGroundWords[ground].staff}`, family: () => 'We told you that we are thinking about ending the plan, and asked what you think' },
  'ceasing-consulted': { kind: 'decision', familySees: 'all', staff: ({ family, setting }) => `The family and the setting were consulted about ending the plan: the family ${family === 'answered' ? 'answered' : 'did not answer'}, ${setting === 'none' ? 'there is no setting' : `the setting ${setting === 'answered' ? 'answered' : 'did not answer'}`}`, family: () => 'We wrote down what you and the school or college said about ending the plan' },
  'ceasing-dropped': { kind: 'decision', familySees: 'all', staff: ({ because }) => `The plan is kept: ${droppedWords[because].staff}`, family: ({ because }) => `The plan goes on: ${droppedWords[because].family}` },
  'cease-notified': { kind: 'decision', familySees: 'all', staff: ({ ground, code }) => `The council decided to end the plan: ${ceaseGroundWords[ground].staff} (${cessationClause(code)}). It stays in force until nobody can appeal any more`, family: () => 'We decided to end the plan. It stays in force for now. Your letter says why and what you can do' },
  'plan-ceased': { kind: 'plan', familySees: 'all', staff: ({ because, code }) => `The plan ended: ${ceaseCauseWords[because].staff} (SEN2 code ${code}, ${cessationClause(code)})`, family: ({ because }) => ceaseCauseWords[because].family },
  'plan-restored': { kind: 'plan', familySees: 'all', staff: ({ because }) => `The plan is in force again, as if it had never ended: ${restoredWords[because]}`, family: () => 'The plan is in force again. It never ended' },
  'reassessment-requested': { kind: 'request', familySees: 'all', staff: ({ askedBy, channel }) => `A reassessment was asked for by ${askerWords[askedBy].staff}, ${channelWords[channel]}`, family: ({ askedBy }) => `${askerWords[askedBy].family} asked us to assess again` },
  'reassessment-decided': { kind: 'decision', familySees: 'all', staff: ({ outcome }) => (outcome === 'reassess' ? 'The council decided to reassess' : 'The council decided not to reassess'), family: ({ outcome }) => (outcome === 'reassess' ? 'We decided to assess again' : 'We decided not to assess again. Your letter says why and what you can do') },
  'reassessment-begun': { kind: 'decision', familySees: 'all', staff: () => 'The council decided by itself to reassess', family: () => 'We decided to assess again' },
}
