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
