// The one way on while a plan is reviewed or amended: from the report to the notice, and from the notice to the amended plan, stand on one
// page, and an officer should not look for it among all that is possible.

import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { noticeWindow } from '../../../casebook/plan/served.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import { dateWords } from '../../../domain/calendar/date-words.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { standingFacts } from '../../../domain/case-file/facts.ts'
import { needsNoNotice, openAmendmentOf, underWay } from '../../../domain/review/amendments.ts'
import { isWindowClosed } from '../../../domain/timeline/draft-window.ts'
import { paths } from '../../../paths.ts'

export interface WayOn {
  readonly href: string
  /** On the button. */
  readonly text: string
  readonly why: string
}

/** To the amendment that is open, else to the review; undefined where neither is, and for whoever is not of the council. */
export function wayOn(caseFile: Pick<CaseFile, 'facts' | 'key' | 'parts'>, today: PlainDate): WayOn | undefined {
  const standing = standingFacts(caseFile.facts)
  const open = openAmendmentOf(standing) ?? underWay(standing).find(({ isHeld }) => isHeld) ?? underWay(standing)[0]
  if (open === undefined || !isOfCouncil(caseFile.parts)) return undefined
  const on = { ...caseFile.key, reviewId: open.id }
  if (open.kind === 'amendment') {
    const window = noticeWindow(caseFile, open.id)
    if (open.notice === undefined && !needsNoNotice(open)) return { href: paths.amendment(on), text: 'Go on to the amendment notice', why: 'The plan is being changed. The family is still to be sent the words that would change.' }
    return window === undefined || isWindowClosed(window, today)
      ? { href: paths.amendment(on), text: 'Go on to the amended plan', why: 'What was said of the changes is answered, and the amended plan is issued.' }
      : { href: paths.amendment(on), text: 'Go on with the amendment', why: `The family has until ${dateWords(window.lastDay)} to say what they think of the changes. What they say is answered here.` }
  }
  const has = (type: 'review-report-sent' | 'review-meeting-arranged'): boolean => standing.some((fact) => fact.type === type && fact.reviewId === open.id)
  if (has('review-report-sent')) return { href: paths.amendment(on), text: 'Go from the report to the decision', why: 'The report of the review meeting is here. Answer what it proposes, and decide to keep, amend or cease the plan.' }
  const href = has('review-meeting-arranged') ? paths.review(on) : paths.caseReviews(caseFile.key)
  return open.isHeld
    ? { href, text: 'Go to the review', why: `The meeting was held on ${dateWords(open.since)}. Its report is still to come.` }
    : { href, text: 'Go to the review', why: `The meeting is arranged for ${dateWords(open.since)}.` }
}
