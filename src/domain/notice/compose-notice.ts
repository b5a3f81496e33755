import { dateWords } from '../calendar/date-words.ts'
import { delayNotice } from './delay-notice.ts'
import {
  assessmentConsidered,
  draftPlan,
  finalPlan,
  refusePlan,
  refuseToAssess,
  willAssess,
  willIssuePlan,
} from './family-notices.ts'
import { missingFromNotice, type Notice, type NoticeParagraph } from './notice.ts'
import { contactWords, type NoticeParticulars } from './particulars.ts'
import { bodiesTold, consultation } from './professional-notices.ts'
import type { NoticeKind } from './required-content.ts'

const bodies: Record<NoticeKind, (particulars: NoticeParticulars) => readonly NoticeParagraph[]> = {
  'assessment-considered': assessmentConsidered,
  'bodies-told': bodiesTold,
  'will-assess': willAssess,
  'refuse-to-assess': refuseToAssess,
  'refuse-plan': refusePlan,
  'will-issue-plan': willIssuePlan,
  'draft-plan': draftPlan,
  'final-plan': finalPlan,
  consultation,
  delay: delayNotice,
}

export const noticeTitles: Record<NoticeKind, string> = {
  'assessment-considered': 'We are deciding if we will assess',
  'bodies-told': 'We are considering an EHC needs assessment',
  'will-assess': 'We will assess',
  'refuse-to-assess': 'We will not assess',
  'refuse-plan': 'We will not make a plan',
  'will-issue-plan': 'We will make a plan',
  'draft-plan': 'The draft plan',
  'final-plan': 'The final plan',
  consultation: 'We ask for your views on a placement',
  delay: 'There is a delay',
}

/** The notice in words, from what is known; whatever the law asks for and is not there yet is named in `missing`. */
export function composeNotice(kind: NoticeKind, particulars: NoticeParticulars): Notice {
  const { addressedTo, child, council, officer, sentOn } = particulars
  const subject = addressedTo.as === 'young-person' ? '' : ` About ${child.fullName}.`
  const contact = contactWords(officer)
  const paragraphs: readonly NoticeParagraph[] = [
    { text: `${council}. ${dateWords(sentOn)}.${addressedTo.as === 'professional' ? '' : subject}` },
    { text: `Dear ${addressedTo.names.join(' and ')},` },
    ...bodies[kind](particulars),
    // A letter about delay says it before the ways to complain.
    ...(contact === '' || kind === 'delay' ? [] : [{ heading: 'Who to talk to', text: `You can talk to us about this letter.\n${contact}` }]),
  ]
  return { kind, title: noticeTitles[kind], paragraphs, missing: missingFromNotice({ kind, paragraphs }) }
}
