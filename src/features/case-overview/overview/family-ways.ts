// What a member of the family is asked to do now, and what else is open to them.

import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Served } from '../../../casebook/plan/served.ts'
import { findServed } from '../../../casebook/plan/served.ts'
import type { FactType } from '../../../domain/case-file/facts.ts'
import { standingFacts } from '../../../domain/case-file/facts.ts'
import type { ActName } from '../../../domain/case-file/open-acts.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { openReassessment } from '../../../domain/reassessment/reassessments-of.ts'
import { arrangedReviewsOf, isAskingForParts } from '../../../domain/review/arranged-reviews.ts'
import { underWay } from '../../../domain/review/amendments.ts'
import { paths } from '../../../paths.ts'
import { actWays, oncePerPage } from '../act-paths.ts'

export interface Way { readonly act: ActName; readonly title: string; readonly href: string; readonly isNeeded: boolean }

/** What is said of a draft or of proposed changes, while they are with the family. */
export const ofServed: readonly ActName[] = ['propose-change', 'make-wish', 'finish-commenting']

/** The fact that says that somebody of the family has done what was asked of them. */
const doneByFact: { readonly [A in ActName]?: FactType } = {
  'give-views': 'views-recorded', 'finish-commenting': 'family-finished-commenting', 'acknowledge-plan': 'plan-acknowledged',
  'contribute-to-review': 'review-contribution-given',
}

/** The draft, or the changes of an amendment that is open, that is with the family now: what was not sent is not theirs to read yet. */
export function servedNow(caseFile: CaseFile): Served | undefined {
  const served = findServed(caseFile)
  if (caseFile.stage === 'draft-out') return served
  return caseFile.stage === 'amending' && served?.reviewId !== undefined && underWay(standingFacts(caseFile.facts)).some(({ id }) => id === served.reviewId) ? served : undefined
}

export function waysOf(caseFile: CaseFile, viewerId: PersonId | undefined, isYoungPerson: boolean): { needed: readonly Way[]; others: readonly Way[] } {
  const { stage, facts, key } = caseFile
  const served = servedNow(caseFile)
  const reassessment = openReassessment(facts)
  const review = arrangedReviewsOf(facts).find(isAskingForParts)
  /** What was done counts from here on: a new draft, a new plan or a new assessment asks anew. */
  const since: { readonly [A in ActName]?: number | undefined } = {
    'finish-commenting': served?.seq, 'acknowledge-plan': facts.findLast(({ type }) => type === 'final-issued' || type === 'amended-final-issued')?.seq,
    'give-views': (reassessment?.begun ?? reassessment?.decided)?.seq,
  }
  const hasDone = (act: ActName): boolean => facts.some((fact) =>
    fact.type === doneByFact[act] && fact.recordedBy === viewerId && !(fact.type === 'views-recorded' && fact.whose === 'child') && fact.seq > (since[act] ?? 0)
    && (fact.type !== 'review-contribution-given' || fact.reviewId === review?.id))
  /** Views are asked for until the plan is written, and in a new assessment again; after that the draft is what they say something about. */
  const isAsked = (act: ActName): boolean =>
    (act === 'give-views' ? stage === 'considering' || stage === 'assessing' || reassessment !== undefined : act === 'contribute-to-review' ? review !== undefined
      : act === 'acknowledge-plan' || (ofServed.includes(act) && served !== undefined))
  const ways = oncePerPage(caseFile.open.flatMap((act): Way[] => {
    const { family, youngPerson, onChanges, to } = actWays[act]
    if (family === undefined || (act === 'propose-change' && served === undefined)) return []
    const title = served?.reviewId !== undefined && onChanges !== undefined ? onChanges : isYoungPerson ? youngPerson ?? family : family
    const ofReview = act === 'contribute-to-review' && review !== undefined ? paths.review({ ...key, reviewId: review.id }) : undefined
    return [{ act, title, href: ofReview ?? to({ ...key, stage }), isNeeded: isAsked(act) && !hasDone(act) }]
  }))
  return {
    needed: ways.filter(({ isNeeded }) => isNeeded),
    // What was done once and is over is not offered again; the rest stays there for whoever wants it. Messages have a place above.
    others: ways.filter(({ act, isNeeded }) => !isNeeded && act !== 'finish-commenting' && act !== 'acknowledge-plan' && act !== 'send-message'),
  }
}
