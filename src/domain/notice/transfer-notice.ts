// The letter of a council to which a plan came when a child moved: SEND Regulations 2014, reg 15(4), within six weeks of the transfer.

import { dateWords } from '../calendar/date-words.ts'
import { serviceParagraphs } from './disagree-paragraphs.ts'
import { isBlank, type NoticeParagraph } from './notice.ts'
import type { NoticeParticulars } from './particulars.ts'

export function transferIn(p: NoticeParticulars): readonly NoticeParagraph[] {
  const { transfer, addressedTo, child, council } = p
  if (transfer === undefined) return serviceParagraphs(p)
  const whose = addressedTo.as === 'young-person' ? 'your' : `${child.firstName}’s`
  const who = addressedTo.as === 'young-person' ? 'you' : child.firstName
  return [
    {
      element: 'plan-transferred', heading: 'The plan is with us',
      text: `${transfer.from} has sent us ${whose} education, health and care plan. ${council} looks after it from now on. The plan stays as it is, and the help in it goes on.`,
    },
    {
      element: 'reassess-or-not', heading: 'Will we assess again?',
      text: transfer.willReassess ? `Yes. We plan to do a new assessment of ${whose} needs. We will write to tell you about it.` : `No. We do not plan to do a new assessment of ${whose} needs now. You can ask us for one at any time.`,
    },
    ...(transfer.reasons === undefined || isBlank(transfer.reasons) ? [] : [{ heading: 'Why', text: transfer.reasons, isTyped: true } as const]),
    { element: 'review-when', heading: 'When we look at the plan with you', text: `We will review the plan by ${dateWords(transfer.reviewOn)}. We will ask you to a meeting before then.` },
    { heading: 'School or college', text: `If ${who} cannot go to the school or college in the plan because of the move, tell us at once. We must find another place until the plan is changed.` },
    ...serviceParagraphs(p),
  ]
}
