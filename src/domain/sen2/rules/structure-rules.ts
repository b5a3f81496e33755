// The rules that the table of the year itself holds. Where a rule of the content is about the same element (a surname that is missing is R-P01), the fault has that
// rule's number, so that one thing is told once.

import type { StructureFault, StructureFaultKind } from '../structure.ts'
import type { RuleText } from './rule.ts'

const structure = (id: string, says: string, mends: string): RuleText => ({ id, severity: 'error', reads: [], says, mends })

export const structureRules: Readonly<Record<StructureFaultKind, RuleText>> = {
  unknown: structure('S-01', 'An element is not in the return of this year.', 'Take it out, or spell it as the return does.'),
  order: structure('S-02', 'An element stands in the wrong place.', 'Put the elements in the order of the year’s return.'),
  missing: structure('S-03', 'An element that must be there is missing.', 'Give it.'),
  repeated: structure('S-04', 'An element stands more often than it may.', 'Take out the one too many.'),
  empty: structure('S-05', 'An element is empty.', 'Leave out an element that has no value.'),
  value: structure('S-06', 'A value is not of the format or not one of the codes of the return.', 'Give the value as the return wants it.'),
  mixed: structure('S-07', 'There are words between elements, or elements inside a value.', 'Take out what does not belong there.'),
  attribute: structure('S-08', 'An element has an attribute; the return has none.', 'Take it out.'),
}

/** Rule of what is missing, rule of a value that cannot be read; "-" is the structure's own. By block and element. */
const owners: Readonly<Record<string, string>> = {
  'CollectionDetails Collection': 'R-H01 R-H01', 'CollectionDetails Year': 'R-H02 -', 'CollectionDetails ReferenceDate': 'R-H02 -',
  'Source SourceLevel': 'R-H01 R-H01', 'Source LEA': 'R-H03 -', 'Source SoftwareCode': 'R-H04 -', 'Source Release': 'R-H04 -', 'Source SerialNo': 'R-H04 R-H04', 'Source DateTime': 'R-H04 R-H04',
  'Source DMO': 'R-H05 R-H05', 'Source DCO': 'R-H05 R-H05', 'Source DSCO': 'R-H05 R-H05',
  'Person Surname': 'R-P01 -', 'Person Forename': 'R-P01 -', 'Person PersonBirthDate': 'R-P01 R-P02', 'Person GenderCurrent': 'R-P01 R-P05', 'Person Sex': 'R-P01 R-P05', 'Person Ethnicity': 'R-P01 R-P05',
  'Person UPN': '- R-P08', 'Person UniqueLearnerNumber': '- R-P10', 'Person Requests': 'R-P16 -',
  'Requests RequestOutcome': 'R-R01 R-R01', 'Requests RequestSource': '- R-R04',
  'Assessment AssessmentOutcome': 'R-A01 R-A01',
  'NamedPlan StartDate': 'R-N01 R-N01', 'NamedPlan PlanDetail': 'R-N05 -',
  'PlanDetail PlacementRank': 'R-N05 R-N05', 'PlanDetail SENSetting': '- R-N08', 'PlanDetail SENunitIndicator': 'R-N10 -', 'PlanDetail ResourcedProvisionIndicator': 'R-N10 -',
  'ActivePlans PlacementDetail': 'R-V02 -', 'ActivePlans SENneed': 'R-V03 -', 'PlacementDetail EntryDate': 'R-V06 R-V06',
  'SENneed SENtype': 'R-V03 R-V04', 'SENneed SENtypeRank': 'R-V03 R-V03',
}

/** Under which rule's number a fault of the structure is told. R-R04 holds from 2026, and its code set before too. */
export function ruleOf({ kind, block, element }: Pick<StructureFault, 'kind' | 'block' | 'element'>): string {
  const [missing = '-', value = '-'] = (owners[`${block} ${element}`] ?? '').split(' ')
  const owner = kind === 'missing' || kind === 'empty' ? missing : kind === 'value' ? value : '-'
  return owner === '-' || owner === '' ? structureRules[kind].id : owner
}
