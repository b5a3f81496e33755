// The notices about ending a plan and about assessing again: SEND Regulations 2014, regs 25 and 31.

import { dateWords } from '../calendar/date-words.ts'
import type { CeaseGround } from '../ceasing/cease-codes.ts'
import { appealBy } from '../timeline/appeal-by.ts'
import { appealParagraphs, recommendationsParagraph, serviceParagraphs } from './disagree-paragraphs.ts'
import type { Paragraphs } from './family-notices.ts'
import { about, copies, typed, whose } from './family-notices.ts'
import type { NoticeParagraph } from './notice.ts'
import type { NoticeParticulars } from './particulars.ts'
import { whoItIsAbout } from './professional-notices.ts'

const groundWords: Record<CeaseGround, string> = {
  'no-longer-responsible': 'we are no longer the council that is responsible', 'no-longer-necessary': 'a plan is no longer needed',
}
/** What is thought, said or decided of the ground: none while nobody has chosen one. */
const ofGround = ({ ending }: NoticeParticulars, sentence: (ground: string) => string): readonly NoticeParagraph[] =>
  (ending === undefined ? [] : [{ element: 'decision', text: sentence(groundWords[ending.ground]) }])
const askedFor = ({ ending }: NoticeParticulars, sentence: (by: string) => string): readonly NoticeParagraph[] =>
  (ending?.answerBy === undefined ? [] : [{ element: 'right-to-give-views', heading: 'Tell us what you think', text: sentence(dateWords(ending.answerBy)) }])

export const consideringCeasing: Paragraphs = (p) => [
  ...ofGround(p, (ground) => `We are thinking about ending the education, health and care (EHC) plan for ${about(p)}. We have not decided. The law lets us end a plan if ${ground}.`),
  ...typed('reasons', 'Why we are thinking about it', p.reasons),
  ...askedFor(p, (by) => `We will not decide before we have heard from you. Please tell us what you think by ${by}. You can write to us, call us or meet us. We are asking the school or college too.`),
  { element: 'plan-goes-on', heading: 'The plan goes on', text: 'Nothing changes now. All the help in the plan must still be given.' },
  ...serviceParagraphs(p),
]

export const ceasingAsked: Paragraphs = (p) => [
  ...whoItIsAbout(p),
  ...ofGround(p, (ground) => `${p.council} is considering whether to cease to maintain the EHC plan, on the ground that ${ground.replace('we are', 'it is')}. Nothing is decided. Regulation 31(1) asks us to consult you as the setting that the plan names.`),
  ...typed('reasons', 'Why we are considering it', p.reasons),
  ...askedFor(p, (by) => `Please tell us what you think by ${by}: whether the provision in the plan is still needed, and whether its outcomes have been achieved.`),
  { element: 'plan-goes-on', heading: 'The plan is in force', text: 'All the provision in the plan must still be made. It would have to be even after a decision, until nobody can appeal any more (Children and Families Act 2014, s.45(4)).' },
]

export const cease: Paragraphs = (p) => [
  ...ofGround(p, (ground) => `We have decided to end the EHC plan for ${about(p)}, because ${ground}.`),
  ...typed('reasons', 'Why we decided this', p.reasons),
  {
    element: 'plan-goes-on',
    heading: 'The plan goes on for now',
    text:
      'The plan does not end today. All the help in it must still be given. By our count the plan goes on at least until the end of ' +
      `${dateWords(appealBy(p.sentOn).receivedBy)}. If you appeal in time, it goes on until the Tribunal has decided. If you get a mediation certificate, it may go on for longer too.`,
  },
  ...appealParagraphs(p, 'our decision to end the plan'),
  recommendationsParagraph,
  ...serviceParagraphs(p),
  ...copies(p),
]

export const notCeasing: Paragraphs = (p) => [
  { element: 'decision', text: `We thought about ending the EHC plan for ${about(p)}. We have decided to keep it. All the help in it goes on.` },
  ...typed('reasons', 'Why we decided this', p.reasons),
  ...serviceParagraphs(p),
]

export const willReassess: Paragraphs = (p) => [
  { element: 'decision', text: `We will assess ${whose(p)} needs again.` },
  ...typed('reasons', 'Why we decided this', p.reasons),
  {
    heading: 'What happens next',
    text:
      'We will ask you, and the people who know what help is needed, for advice again. The plan that there is goes on meanwhile. ' +
      (p.reassessedPlanBy === undefined ? '' : `We must send you the final plan by ${dateWords(p.reassessedPlanBy)}.`),
  },
  ...serviceParagraphs(p),
]

export const refuseReassessment: Paragraphs = (p) => [
  { element: 'decision', text: `We have decided not to assess ${whose(p)} needs again. The plan that there is goes on.` },
  ...typed('reasons', 'Why we decided this', p.reasons),
  ...appealParagraphs(p, 'our decision not to assess again'),
  recommendationsParagraph,
  ...serviceParagraphs(p),
]
