// What a fault of the return is about, in words, and the page on which it is put right: one table for the summary of a case, its officer's list
// and the register of the area.

import type { CaseKey } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'

/** The parts of the summary page. */
export const itemGroups = ['child', 'request', 'assessment', 'plan', 'named', 'budget', 'placements', 'needs', 'reviews'] as const
export type ItemGroup = (typeof itemGroups)[number]

export interface ItemWords {
  readonly words: string
  readonly group: ItemGroup
  readonly mendedAt: (key: CaseKey) => string
}

const item = (words: string, group: ItemGroup, mendedAt: (key: CaseKey) => string): ItemWords => ({ words, group, mendedAt })
/** Days and outcomes are folded from what is in the history: there a wrong day is corrected. */
const history = (key: CaseKey): string => paths.caseTimeline(key)
const disagreements = (key: CaseKey): string => paths.disagreements(key)
const summary = (key: CaseKey): string => paths.returnItems(key)
const reviews = (key: CaseKey): string => paths.caseReviews(key)

const ofElement: Readonly<Record<string, ItemWords>> = {
  'Person Surname': item('Family name', 'child', summary), 'Person Forename': item('First name', 'child', summary), 'Person PersonBirthDate': item('Date of birth', 'child', summary),
  'Person Sex': item('Sex', 'child', paths.returnDetails), 'Person Ethnicity': item('Ethnicity', 'child', paths.returnDetails), 'Person PostCode': item('Postcode', 'child', paths.caseAddress),
  'Person UPN': item('UPN', 'child', paths.returnNumbers), 'Person UniqueLearnerNumber': item('ULN', 'child', paths.returnNumbers), 'Person UPNunknown': item('Why no UPN or ULN is known', 'child', paths.returnNumbers),
  'Person Requests': item('Requests', 'request', history),
  'Requests ReceivedDate': item('Day of the request', 'request', history), 'Requests RequestSource': item('Who asked', 'request', history), 'Requests RYA': item('Youth accommodation', 'request', summary),
  'Requests RequestOutcome': item('Decision about the request', 'request', history), 'Requests RequestOutcomeDate': item('Day of the decision about the request', 'request', history),
  'Requests RequestMediation': item('Mediation about the request', 'request', disagreements), 'Requests RequestTribunal': item('Appeal about the request', 'request', disagreements), 'Requests Exported': item('Council moved to', 'request', paths.caseMove),
  'Requests Assessment': item('Assessment', 'assessment', history), 'Requests ActivePlans': item('Placements and needs', 'placements', summary),
  'Assessment AssessmentOutcome': item('Decision after the assessment', 'assessment', history), 'Assessment AssessmentOutcomeDate': item('Day of the decision after the assessment', 'assessment', history),
  'Assessment AssessmentMediation': item('Mediation about the plan', 'assessment', disagreements), 'Assessment AssessmentTribunal': item('Appeal about the plan', 'assessment', disagreements),
  'Assessment OtherMediation': item('Other mediation', 'assessment', disagreements), 'Assessment OtherTribunal': item('Other appeal', 'assessment', disagreements), 'Assessment Week20': item('Exception to the 20 weeks', 'assessment', paths.caseDelays),
  'Assessment NamedPlan': item('Plan', 'plan', history),
  'NamedPlan StartDate': item('Day of the plan', 'plan', history), 'NamedPlan CeaseDate': item('Day the plan ended', 'plan', paths.ceasing), 'NamedPlan CeaseReason': item('Why the plan ended', 'plan', paths.ceasing),
  'NamedPlan PB': item('Personal budget', 'budget', paths.returnBudget), 'NamedPlan OA': item('Organised arrangement', 'budget', paths.returnBudget), 'NamedPlan DP': item('Direct payments', 'budget', paths.returnBudget),
  'NamedPlan PlanRes': item('Residential place in section I', 'named', summary), 'NamedPlan PlanWBP': item('Work-based place in section I', 'named', summary), 'NamedPlan PlanDetail': item('What section I names', 'named', summary),
  'ActivePlans TransferLA': item('Council the plan came from', 'plan', paths.caseMove), 'ActivePlans SENneed': item('Main and second need', 'needs', paths.returnNeeds), 'ActivePlans PlacementDetail': item('Where the child is educated', 'placements', summary),
  'ActivePlans ReviewMeeting': item('Last review meeting', 'reviews', reviews), 'ActivePlans LastReview': item('Decision after the last review', 'reviews', reviews), 'ActivePlans ReviewOutcome': item('Outcome of the last review', 'reviews', reviews),
  'ActivePlans ReviewDraft': item('Draft amended plan', 'reviews', reviews), 'ActivePlans PhaseTransferDueDate': item('Day due before a move of phase', 'reviews', reviews), 'ActivePlans PhaseTransferFinalDate': item('Plan before a move of phase', 'reviews', reviews),
}

const ofPlace: Readonly<Record<string, string>> = {
  URN: 'School, nursery or college', UKPRN: 'Provider', SENSetting: 'Otherwise than at a setting', SENSettingOther: 'What “other” is', PlacementRank: 'Main or second place', SENunitIndicator: 'SEN unit', ResourcedProvisionIndicator: 'Resourced provision',
  EntryDate: 'First day there', LeavingDate: 'Last day there', Res: 'Residential', WBP: 'Work-based', SENtype: 'Type of need', SENtypeRank: 'Main or second need',
}

const ofBlock: Readonly<Record<string, ItemWords>> = {
  Person: item('The child', 'child', summary), Requests: item('The request', 'request', history), Assessment: item('The assessment', 'assessment', history), NamedPlan: item('The plan', 'plan', history),
  PlanDetail: item('What section I names', 'named', summary), ActivePlans: item('Placements and needs', 'placements', summary), PlacementDetail: item('Where the child is educated', 'placements', summary), SENneed: item('Main and second need', 'needs', paths.returnNeeds),
}

/** What the element of that block is called here; the block's words where the element has none of its own. */
export function itemWordsOf(block: string, element: string): ItemWords {
  const known = ofElement[`${block} ${element}`]
  if (known !== undefined) return known
  const of = ofBlock[block] ?? item('The case', 'child', summary)
  const part = ofPlace[element]
  return part === undefined ? of : { ...of, words: block === 'PlanDetail' ? `${part} (section I)` : part }
}
