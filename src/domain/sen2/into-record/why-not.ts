// Which persons of a return can be brought in, and why others cannot: their values contradict each other, or are what no record can be without. What is
// only missing, and the hub can be told later, keeps nobody out.

import type { ReturnFault } from '../check-return.ts'
import type { Sen2Person } from '../sen2-return.ts'

/** Elements that a record can be without: an error about one of them is told, and asked for again by the hub's own check. */
const canComeLater: ReadonlySet<string> = new Set([
  'Sex', 'GenderCurrent', 'Ethnicity', 'PostCode', 'RequestSource', 'RYA', 'RequestMediation', 'RequestTribunal', 'AssessmentMediation', 'AssessmentTribunal', 'OtherMediation', 'OtherTribunal', 'Week20',
  'SENunitIndicator', 'ResourcedProvisionIndicator', 'SENSettingOther', 'PB', 'OA', 'DP', 'PlanRes', 'PlanWBP', 'Res', 'WBP', 'ReviewOutcome', 'ReviewDraft', 'PhaseTransferDueDate', 'PhaseTransferFinalDate', 'AttendancePattern',
])
/** Rules about the return as it is sent, which say nothing against the record: no UPN, ULN or reason; an element out of its place. */
const ofTheFileAlone: ReadonlySet<string> = new Set(['R-P06', 'R-P07', 'R-P03', 'S-02', 'S-05'])

export const keepsOut = ({ rule, element }: Pick<ReturnFault, 'rule' | 'element'>): boolean =>
  rule.severity === 'error' && !ofTheFileAlone.has(rule.id) && (element === undefined || !canComeLater.has(element))

/** What no record can be without, whatever the rules say. */
export function missingForRecord({ Surname, Forename, PersonBirthDate, Requests }: Sen2Person): string | undefined {
  if (Surname === undefined || Forename === undefined) return 'There is no name'
  if (PersonBirthDate === undefined) return 'There is no date of birth'
  if (Requests.length === 0) return 'There is no request and no plan'
  for (const { RequestOutcome, Assessment, ActivePlans } of Requests) {
    if (RequestOutcome === undefined) return 'It is not said what was decided about a request'
    if (ActivePlans !== undefined && Assessment?.NamedPlan === undefined) return 'There is a plan of which nothing is said'
    if (Assessment?.NamedPlan !== undefined && Assessment.NamedPlan.StartDate === undefined) return 'There is a plan without a start'
    if (ActivePlans?.PlacementDetail.some(({ EntryDate }) => EntryDate === undefined) === true) return 'There is a placement without a first day'
  }
  return undefined
}
