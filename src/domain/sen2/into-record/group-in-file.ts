// What a request of a file is about, by the groups of the specification (section 1.3).

import type { ReturnGroup } from '../from-record/courses.ts'
import type { Sen2Request } from '../sen2-return.ts'

export function groupInFile({ RequestOutcome, Exported, Assessment }: Sen2Request): ReturnGroup {
  if (Assessment?.NamedPlan !== undefined) return Assessment.NamedPlan.CeaseDate === undefined ? 'active' : 'ceased'
  if (Exported !== undefined) return 'moved-away'
  if (RequestOutcome === 'W' || Assessment?.AssessmentOutcome === 'W') return 'withdrawn'
  if (Assessment?.AssessmentOutcome === 'N') return 'not-issued'
  if (RequestOutcome === 'N') return 'not-assessed'
  if (Assessment?.AssessmentOutcome === 'Y') return 'issuing'
  return RequestOutcome === 'A' ? 'requested' : 'assessing'
}

/** In words, after a number: "2,140 plans in force". */
export const returnGroupWords: Readonly<Record<ReturnGroup, string>> = {
  active: 'Plans in force', ceased: 'Plans that ended', 'not-issued': 'Assessed, and no plan', 'not-assessed': 'Not assessed', issuing: 'A plan is to be issued', assessing: 'Being assessed', requested: 'Waiting for a decision',
  withdrawn: 'Withdrawn', 'moved-away': 'Moved to another council',
}
