// The letters after a review of a plan, and when a plan is amended without one (SEND Regulations 2014, regs 20, 22, 28).

import { dateWords } from '../calendar/date-words.ts'
import { appealParagraphs, recommendationsParagraph, serviceParagraphs } from './disagree-paragraphs.ts'
import { isBlank, type NoticeParagraph } from './notice.ts'
import { contactWords, type NoticeParticulars } from './particulars.ts'
import type { Element } from './required-content.ts'

type Paragraphs = (particulars: NoticeParticulars) => readonly NoticeParagraph[]

const whose = ({ addressedTo, child }: NoticeParticulars): string => (addressedTo.as === 'young-person' ? 'your' : `${child.firstName}’s`)
const about = ({ addressedTo, child }: NoticeParticulars): string => (addressedTo.as === 'young-person' ? 'you' : child.firstName)
const afterMeeting = ({ afterReview }: NoticeParticulars): string => (afterReview?.metOn === undefined ? '' : ` after the meeting on ${dateWords(afterReview.metOn)}`)

const lookedAgain = (p: NoticeParticulars): string => (p.reassessedFrom === undefined
  ? `We looked at ${whose(p)} education, health and care (EHC) plan again${afterMeeting(p)}.`
  : `We have assessed ${about(p)} again. The new assessment began on ${dateWords(p.reassessedFrom)}. We looked at what it says, and at ${whose(p)} education, health and care (EHC) plan.`)

const typed = (element: Element, heading: string, text: string | undefined): readonly NoticeParagraph[] =>
  (text === undefined || isBlank(text) ? [] : [{ element, heading, text, isTyped: true }])

const listed = (element: Element, heading: string, words: string, items: readonly string[] | undefined): readonly NoticeParagraph[] => {
  const lines = (items ?? []).filter((item) => !isBlank(item))
  return lines.length === 0 ? [] : [{ element, heading, text: [words, ...lines].join('\n') }]
}

/** What this reader asked for themselves, each with its answer; nobody else's words. */
const answers = ({ answers: given = [] }: NoticeParticulars): readonly NoticeParagraph[] =>
  (given.length === 0 ? [] : [{ heading: 'What you asked for', text: given.join('\n\n'), isTyped: true }])

/** The plan’s own words, before and after: set as they are. */
const changes = ({ changes: given = [] }: NoticeParticulars): readonly NoticeParagraph[] =>
  given.filter((text) => !isBlank(text)).map((text) => ({ element: 'proposed-changes', text, isTyped: true, isOfPlan: true }))

export const planKept: Paragraphs = (p) => [
  { element: 'decision', text: `${lookedAgain(p)} We have decided to keep it as it is.` },
  { text: 'The help in the plan must go on.' },
  ...typed('reasons', 'Why we decided this', p.reasons),
  ...answers(p),
  ...appealParagraphs(p, 'our decision not to change the plan'),
  recommendationsParagraph,
  ...serviceParagraphs(p),
]

export const amendmentNotice: Paragraphs = (p) => [
  { element: 'decision', text: `We want to change ${whose(p)} education, health and care (EHC) plan${afterMeeting(p)}. Nothing has changed yet. We want to hear from you first.` },
  { heading: 'The changes', text: 'These are all the changes that we want to make. All else stays as it is.' },
  ...changes(p),
  ...typed('reasons', 'Why we want to change it', p.reasons),
  ...(p.currentPlanOn === undefined ? [] : [{
    element: 'current-plan' as const, heading: 'The plan as it is now',
    text: `With this letter comes the plan of ${dateWords(p.currentPlanOn)}. It stays in force until we send you a new one.`,
  }]),
  ...listed('evidence', 'What the changes rest on', 'These come with this letter too:', p.evidence),
  ...answers(p),
  {
    element: 'right-to-give-views', heading: 'Tell us what you think',
    text: 'You have a right to tell us what you think of the changes. You can ask us to change, add or take out anything.',
  },
  ...(p.window === undefined ? [] : [{
    element: 'window' as const,
    text: `Please tell us by the end of ${dateWords(p.window.lastDay)}. Your time starts on ${dateWords(p.window.firstDay)}. We will not change the plan before ${dateWords(p.window.mayFinaliseFrom)}.`,
  }]),
  {
    element: 'right-to-ask-for-setting', heading: 'Ask for a school or college',
    text: 'You have a right to ask us to name a school or college in the plan. Tell us which one. Use the same dates.',
  },
  ...(contactWords(p.services.settingInformation) === '' ? [] : [{
    element: 'setting-information' as const, text: `You can find out about schools and colleges here.\n${contactWords(p.services.settingInformation)}`,
  }]),
  { element: 'meeting-offer', heading: 'Meet us', text: 'You can ask to meet us to talk about the changes. If you ask, we must set up a meeting.' },
  ...serviceParagraphs(p),
]

export const amendedPlan: Paragraphs = (p) => [
  { element: 'plan-enclosed', text: `Here is the changed education, health and care (EHC) plan for ${about(p)}. It is final. It takes the place of the plan that you had before.` },
  { text: 'We must make sure that the help in section F of the plan happens. It starts now.' },
  ...typed('reasons', 'What you asked for that is not in the plan, and why', p.reasons),
  ...answers(p),
  ...listed('section-k-list', 'What comes with the plan', 'These reports are part of section K of the plan:', p.sectionK),
  ...appealParagraphs(p, 'sections B, F and I of the plan'),
  recommendationsParagraph,
  ...serviceParagraphs(p),
  ...listed('copies-to', 'Who else we have told', 'We have told these people too:', p.copiesTo),
]

export const notAmending: Paragraphs = (p) => [
  { element: 'decision', text: `We told you that we wanted to change ${whose(p)} education, health and care (EHC) plan. We have decided not to change it. The plan stays as it is.` },
  ...typed('reasons', 'Why we decided this', p.reasons),
  ...answers(p),
  ...appealParagraphs(p, 'our decision not to change the plan'),
  recommendationsParagraph,
  ...serviceParagraphs(p),
]

const decided = {
  keep: 'The council has decided to keep the education, health and care plan as it is.',
  amend: 'The council has decided to amend the education, health and care plan. The family has been sent the proposed changes. The plan in force stays in force until an amended one is sent to you.',
  cease: 'The council has decided to cease the education, health and care plan. It goes on until the time to appeal has ended.',
} as const

export const reviewTold: Paragraphs = ({ child, afterReview }) => [
  { element: 'who-it-is-about', text: `This is about ${child.fullName}, born ${dateWords(child.dateOfBirth)}.` },
  ...(afterReview === undefined ? [] : [{ element: 'decision' as const, text: `${afterReview.metOn === undefined ? '' : `The plan was reviewed at the meeting on ${dateWords(afterReview.metOn)}. `}${decided[afterReview.decision]}` }]),
]
