// What the family is owed: the draft's notice, their time, an answer to what they said, a form they can read.

import { addDays } from '../../calendar/plain-date.ts'
import { alwaysSays, inPlan, isSaid, onlyDraft, onlyFinal, type Found, type PlanCheck } from './plan-check.ts'
import type { DraftNotice, PlanUnderCheck } from './plan-under-check.ts'

/** CFA 2014 s.38(2)(b) and reg 13(1): at least 15 days beginning with the day on which the draft is served. */
const windowDays = 15

function noticeFaults(notice: DraftNotice | undefined): Found[] {
  if (notice === undefined) return [inPlan('The draft has no notice to the family.', 'notice')]
  const { windowFrom, windowTo } = notice
  const window = windowFrom === undefined || windowTo === undefined
    ? ['The notice does not say from when and until when the family may answer.']
    : windowTo < addDays(windowFrom, windowDays - 1)
      ? [`The notice gives the family fewer than ${windowDays} days to answer, the day of service included.`]
      : []
  return [
    ...window.map((words) => inPlan(words, 'notice window')),
    ...(notice.saysRightToAskForSetting ? [] : [inPlan('The notice does not say that the family may ask for a setting to be named.', 'notice setting')]),
    ...(notice.saysWhereToFindSettings ? [] : [inPlan('The notice does not say where to find out about schools and colleges.', 'notice settings')]),
    ...(notice.offersMeeting ? [] : [inPlan('The notice does not offer a meeting with an officer.', 'notice meeting')]),
    ...(notice.saysAdviceService ? [] : [inPlan('The notice does not name the local information, advice and support service.', 'notice advice')]),
  ]
}

function windowStillOpen({ dates, today }: PlanUnderCheck): Found[] {
  const { windowClosesOn, familyFinishedOn } = dates
  if (familyFinishedOn !== undefined && familyFinishedOn <= today) return []
  if (windowClosesOn === undefined) return [inPlan('Nothing says until when the family may answer.', 'window')]
  return today <= windowClosesOn ? [inPlan('The family’s time to answer has not ended.', 'window')] : []
}

const heard = (format: string): string => format.trim().toLowerCase()

export const familyChecks: readonly PlanCheck[] = [
  {
    id: 'N.draft',
    asks: 'Does the draft’s notice tell the family all that it must?',
    citation: 'CFA 2014 s.38(2) to (4); SEND Regulations 2014, reg 13(1)',
    severity: onlyDraft,
    release: 'never',
    find: ({ draftNotice }) => noticeFaults(draftNotice),
  },
  {
    id: 'N.window',
    asks: 'Has the family had its time to answer?',
    citation: 'CFA 2014 s.38(2)(b); SEND Regulations 2014, regs 13(1) and 22(2)',
    severity: onlyFinal,
    release: 'never',
    find: windowStillOpen,
  },
  {
    id: 'PC-07',
    asks: 'Has everything that the family said had an answer?',
    citation: 'CFA 2014 ss.38 and 39; SEND Regulations 2014, regs 13 and 22',
    severity: onlyFinal,
    release: 'never',
    find: ({ representations }) =>
      representations.filter((each) => !each.isAnswered).map((each) =>
        inPlan('Something that the family said about the draft has no answer yet.', `representation ${each.id}`)),
  },
  {
    id: 'PC-08',
    asks: 'Is the plan offered in a form that the family can use?',
    citation: 'CFA 2014 s.19; Equality Act 2010 s.20',
    severity: alwaysSays,
    release: 'never',
    find: ({ formats }) => {
      const offered = new Set(formats.offered.map(heard))
      const missing = [...new Set(formats.needed.filter(isSaid).map(heard))].filter((format) => !offered.has(format))
      if (missing.length > 0) return missing.map((format) => inPlan(`The family needs this and it is not offered yet: ${format}.`, `format ${format}`))
      return formats.needed.length + formats.offered.length === 0 ? [inPlan('Nobody has recorded which form the family can use best.', 'format')] : []
    },
  },
]
