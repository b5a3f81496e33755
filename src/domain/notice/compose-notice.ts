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
import { transferIn } from './transfer-notice.ts'
import { bodiesTold, consultation } from './professional-notices.ts'
import { reviewCalledOff, reviewInvitation, reviewPapers, reviewReport } from './review-notices.ts'
import { amendedPlan, amendmentNotice, notAmending, planKept, reviewTold } from './amendment-notices.ts'
import { cease, ceasingAsked, consideringCeasing, notCeasing, refuseReassessment, willReassess } from './ending-notices.ts'
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
  'review-invitation': reviewInvitation,
  'review-papers': reviewPapers,
  'review-report': reviewReport,
  'review-called-off': reviewCalledOff,
  'not-ceasing': notCeasing,
  'amendment-notice': amendmentNotice,
  'amended-plan': amendedPlan,
  'not-amending': notAmending,
  'review-told': reviewTold,
  'transfer-in': transferIn,
  'considering-ceasing': consideringCeasing,
  'ceasing-asked': ceasingAsked,
  cease,
  'plan-kept': planKept,
  'will-reassess': willReassess,
  'refuse-reassessment': refuseReassessment,
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
  'review-invitation': 'A meeting about the plan',
  'review-papers': 'The papers for the meeting about the plan',
  'review-report': 'The report of the meeting about the plan',
  'review-called-off': 'The meeting about the plan is called off',
  'plan-kept': 'The plan stays as it is',
  'amendment-notice': 'We want to change the plan',
  'amended-plan': 'The changed final plan',
  'not-amending': 'We will not change the plan after all',
  'review-told': 'What was decided after the review',
  'transfer-in': 'Your plan is with us now',
  'considering-ceasing': 'We are thinking about ending the plan',
  'ceasing-asked': 'We ask for your views on ending a plan',
  cease: 'We have decided to end the plan',
  'not-ceasing': 'The plan goes on',
  'will-reassess': 'We will assess again',
  'refuse-reassessment': 'We will not assess again',
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
