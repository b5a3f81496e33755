// What is sent around the review of a plan: the invitation with two weeks' notice, word that the papers have gone round, and the report
// (SEND Regulations 2014, regs 20(2) to (4), (7) to (9), 21).

import { dateWords } from '../calendar/date-words.ts'
import { serviceParagraphs } from './disagree-paragraphs.ts'
import type { NoticeParagraph } from './notice.ts'
import type { NoticeParticulars, ReviewParticulars } from './particulars.ts'

const isOfStaff = ({ addressedTo }: NoticeParticulars): boolean => addressedTo.as === 'professional'
const whose = ({ addressedTo, child }: NoticeParticulars): string => (addressedTo.as === 'young-person' ? 'your' : `${child.firstName}’s`)

const about = (p: NoticeParticulars): readonly NoticeParagraph[] =>
  (isOfStaff(p) ? [{ element: 'who-it-is-about', text: `This is about ${p.child.fullName}, born on ${dateWords(p.child.dateOfBirth)}.` }] : [])

const howWords = { 'in-person': 'We meet in one room.', online: 'We meet online.', both: 'You can come to the room or join online.' } as const

const whenAndWhere = ({ meetingOn, starts, place, how, arrangedBy }: ReviewParticulars): NoticeParagraph => ({
  element: 'meeting-day', heading: 'When and where',
  text: `The meeting is on ${dateWords(meetingOn)}, at ${starts}.\n${place}\n${howWords[how]} ${arrangedBy} arranges the meeting.`,
})

export function reviewInvitation(p: NoticeParticulars): readonly NoticeParagraph[] {
  const { review } = p
  if (review === undefined) return about(p)
  if (isOfStaff(p)) {
    return [
      ...about(p),
      { text: 'Their education, health and care plan is reviewed. You are invited to the meeting.' },
      whenAndWhere(review),
      {
        element: 'give-part-by', heading: 'What is asked of you',
        text: `Please give your advice and information by ${dateWords(review.contributeBy)}, so that it can go to everybody who is invited two weeks before the meeting. You are asked only about the lines of the plan that concern you.`,
      },
      { text: 'Say whether you come. If you cannot, what you give is read at the meeting all the same.' },
    ]
  }
  return [
    { text: `It is time to look at ${whose(p)} plan again. We do this at a meeting at least once a year. We would like you to be there.` },
    whenAndWhere(review),
    {
      element: 'give-part-by', heading: 'Tell us what you think',
      text: `Please tell us what you think by ${dateWords(review.contributeBy)}. What goes well? What does not? What should change? Everyone who is asked to the meeting gets to read it first. You do not have to come to be heard.`,
    },
    { element: 'take-part', heading: 'Help to take part', text: 'Do you need an interpreter, another day, or another way to take part? Tell us. You can bring somebody with you.' },
    ...serviceParagraphs(p),
  ]
}

export function reviewPapers(p: NoticeParticulars): readonly NoticeParagraph[] {
  const { review } = p
  if (review === undefined) return about(p)
  return [
    ...about(p),
    { element: 'papers-enclosed', text: isOfStaff(p) ? 'The advice and information gathered for the review is there to read.' : `You can now read what people wrote for the meeting about ${whose(p)} plan.` },
    whenAndWhere(review),
  ]
}

export function reviewCalledOff(p: NoticeParticulars): readonly NoticeParagraph[] {
  const { review } = p
  if (review === undefined) return about(p)
  return [
    ...about(p),
    { element: 'meeting-day', text: `The meeting about ${whose(p)} plan on ${dateWords(review.meetingOn)} is called off. You will be told when there is a new day.` },
    ...(isOfStaff(p) ? [] : [{ text: 'The plan stays as it is, and the help in it goes on.' }]),
  ]
}

export function reviewReport(p: NoticeParticulars): readonly NoticeParagraph[] {
  const { review } = p
  if (review === undefined) return about(p)
  return [
    ...about(p),
    { element: 'report-enclosed', text: isOfStaff(p) ? `The report of the review meeting of ${dateWords(review.meetingOn)} is there to read.` : `Here is the report of the meeting about ${whose(p)} plan on ${dateWords(review.meetingOn)}.` },
    {
      element: 'what-next', heading: 'What happens next',
      text: isOfStaff(p)
        ? `${p.council} decides by ${dateWords(review.decideBy)} whether to keep the plan as it is, amend it or cease it.`
        : `We will tell you by ${dateWords(review.decideBy)} if we will keep the plan as it is, change it or end it. If something in the report is not right, tell us now.`,
    },
    ...(isOfStaff(p) ? [] : serviceParagraphs(p)),
  ]
}
