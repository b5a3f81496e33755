// The notices that go to families, paragraph by paragraph.

import { dateWords } from '../calendar/date-words.ts'
import { adviceDueOn } from '../timeline/advice-due-on.ts'
import { assessDecisionDueOn } from '../timeline/assess-decision-due-on.ts'
import { finalPlanDueOn } from '../timeline/final-plan-due-on.ts'
import { noPlanDecisionDueOn } from '../timeline/no-plan-decision-due-on.ts'
import { appealParagraphs, recommendationsParagraph, serviceParagraphs } from './disagree-paragraphs.ts'
import { isBlank, type NoticeParagraph } from './notice.ts'
import { contactWords, type NoticeParticulars } from './particulars.ts'
import type { Element } from './required-content.ts'

export type Paragraphs = (particulars: NoticeParticulars) => readonly NoticeParagraph[]

/** "Beth" to a parent, "you" to a young person. */
export const about = ({ addressedTo, child }: NoticeParticulars): string =>
  addressedTo.as === 'young-person' ? 'you' : child.firstName
export const whose = ({ addressedTo, child }: NoticeParticulars): string =>
  addressedTo.as === 'young-person' ? 'your' : `${child.firstName}’s`

export const typed = (element: Element, heading: string, text: string | undefined): readonly NoticeParagraph[] =>
  text === undefined || isBlank(text) ? [] : [{ element, heading, text, isTyped: true }]

const list = (items: readonly string[] | undefined): string =>
  (items ?? []).filter((item) => !isBlank(item)).join('\n')

function listed(element: Element, heading: string, words: string, items: readonly string[] | undefined) {
  const lines = list(items)
  return lines === '' ? [] : [{ element, heading, text: `${words}\n${lines}` }]
}

export const copies = ({ copiesTo }: NoticeParticulars): readonly NoticeParagraph[] =>
  listed('copies-to', 'Who else we have told', 'We have told these people too:', copiesTo)

const whatAssessmentIs =
  'It is called an education, health and care (EHC) needs assessment. It finds out what help is needed to learn.'

export const assessmentConsidered: Paragraphs = (p) => [
  {
    element: 'decision',
    text:
      `We got a request to assess ${whose(p)} needs on ${dateWords(p.receivedOn)}. ${whatAssessmentIs} ` +
      `We are thinking about whether to do one. We will tell you by ${dateWords(assessDecisionDueOn(p.receivedOn))}.`,
  },
  {
    element: 'right-to-give-views',
    heading: 'Tell us what you think',
    text: 'You have a right to tell us what you think. You can write to us, call us or meet us.',
  },
  {
    element: 'right-to-give-evidence',
    heading: 'Send us what you have',
    text: 'You have a right to send us evidence. This can be reports, letters, notes or anything else that helps us to see.',
  },
  ...serviceParagraphs(p),
]

export const willAssess: Paragraphs = (p) => [
  { element: 'decision', text: `We will assess ${whose(p)} needs. ${whatAssessmentIs}` },
  {
    heading: 'What happens next',
    text:
      `We will ask you, and people who know ${about(p)} or can help, for advice. They have six weeks to answer. ` +
      `If we ask today, the advice is due by ${dateWords(adviceDueOn(p.sentOn))}. ` +
      `If we decide not to make a plan, we will tell you by ${dateWords(noPlanDecisionDueOn(p.receivedOn))}. ` +
      `If we make a plan, it must be final by ${dateWords(finalPlanDueOn(p.receivedOn))}.`,
  },
  { text: 'You can ask us to get advice from someone you choose. Tell us who, and why.' },
  ...serviceParagraphs(p),
  ...copies(p),
]

export const refuseToAssess: Paragraphs = (p) => [
  { element: 'decision', text: `We have decided not to assess ${whose(p)} needs.` },
  ...typed('reasons', 'Why we decided this', p.reasons),
  ...appealParagraphs(p, 'our decision not to assess'),
  ...serviceParagraphs(p),
  ...copies(p),
]

export const refusePlan: Paragraphs = (p) => [
  ...typed('outcome-of-assessment', 'What we found out', p.outcomeOfAssessment),
  {
    element: 'decision',
    heading: 'What we decided',
    text: `We have decided not to make an education, health and care (EHC) plan for ${about(p)}.`,
  },
  ...typed('reasons', 'Why we decided this', p.reasons),
  ...appealParagraphs(p, 'our decision not to make a plan'),
  recommendationsParagraph,
  ...serviceParagraphs(p),
  ...copies(p),
]

export const willIssuePlan: Paragraphs = (p) => [
  ...typed('outcome-of-assessment', 'What we found out', p.outcomeOfAssessment),
  {
    element: 'decision',
    heading: 'What we decided',
    text: `We will make an education, health and care (EHC) plan for ${about(p)}.`,
  },
  ...typed('reasons', 'Why we decided this', p.reasons),
  {
    heading: 'What happens next',
    text:
      'We will write a draft plan and send it to you. You will have at least 15 days to tell us what you think. ' +
      `The plan must be final by ${dateWords(finalPlanDueOn(p.receivedOn))}.`,
  },
  ...serviceParagraphs(p),
]

export const draftPlan: Paragraphs = (p) => [
  { element: 'draft-plan-enclosed', text: `Here is the draft plan for ${about(p)}. It is not final. We want to get it right with you.` },
  {
    element: 'right-to-give-views',
    heading: 'Tell us what you think',
    text: 'You have a right to tell us what you think of the draft. You can ask us to change, add or take out anything.',
  },
  ...(p.window
    ? [
        {
          element: 'window' as const,
          text:
            `Please tell us by the end of ${dateWords(p.window.lastDay)}. Your time starts on ` +
            `${dateWords(p.window.firstDay)}. We will not make the plan final before ${dateWords(p.window.mayFinaliseFrom)}.`,
        },
      ]
    : []),
  {
    element: 'right-to-ask-for-setting',
    heading: 'Ask for a school or college',
    text: 'You have a right to ask us to name a school or college in the plan. Tell us which one. Use the same dates.',
  },
  ...(p.draftNamesNoSetting === true
    ? [
        {
          element: 'no-setting-named' as const,
          text: 'The draft does not name a school or college, or a type of one. We have not chosen. We want to hear from you first.',
        },
      ]
    : []),
  ...(contactWords(p.services.settingInformation) === ''
    ? []
    : [
        {
          element: 'setting-information' as const,
          text: `You can find out about schools and colleges here.\n${contactWords(p.services.settingInformation)}`,
        },
      ]),
  {
    element: 'meeting-offer',
    heading: 'Meet us',
    text: 'You can ask to meet us to talk about the draft. If you ask, we must set up a meeting.',
  },
  ...serviceParagraphs(p),
]

export const finalPlan: Paragraphs = (p) => [
  { element: 'plan-enclosed', text: `Here is the final education, health and care (EHC) plan for ${about(p)}.` },
  { text: 'We must make sure that the help in section F of the plan happens. It starts now.' },
  ...typed('reasons', 'What you asked for that is not in the plan, and why', p.reasons),
  ...listed('section-k-list', 'What comes with the plan', 'These reports are part of section K of the plan:', p.sectionK),
  ...appealParagraphs(p, 'sections B, F and I of the plan'),
  recommendationsParagraph,
  ...serviceParagraphs(p),
  ...copies(p),
]
