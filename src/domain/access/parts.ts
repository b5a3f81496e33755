// The part a person has in one child's case. Sight and acts are decided by part, never by job title alone.

export const parts = [
  'case-officer', 'plan-writer', 'decision-maker', 'school', 'adviser', 'health-lead', 'social-care-lead', 'consulted-setting',
  'parent', 'young-person', 'recipient',
] as const
export type Part = (typeof parts)[number]

/** Roles in a council's SEND team: they have their part in every case of their area. */
export const councilRoles = ['case-officer', 'plan-writer', 'decision-maker'] as const
export type CouncilRole = (typeof councilRoles)[number]

/** Dated roles a person may have in an organisation. */
export const roles = [...councilRoles, 'senco', 'setting-administrator', 'adviser', 'advice-coordinator', 'health-lead', 'social-care-lead'] as const
export type Role = (typeof roles)[number]

export const partWords: Record<Part, string> = {
  'case-officer': 'case officer',
  'plan-writer': 'plan writer',
  'decision-maker': 'SEND manager who decides',
  school: 'school, nursery or college',
  adviser: 'professional who gives advice',
  'health-lead': 'designated clinical officer',
  'social-care-lead': 'designated social care officer',
  'consulted-setting': 'setting asked about a place',
  parent: 'parent or carer',
  'young-person': 'young person',
  recipient: 'someone who delivers the plan',
}

export const family: readonly Part[] = ['parent', 'young-person']
export const councilTeam: readonly Part[] = ['case-officer', 'plan-writer', 'decision-maker']
export const professionals: readonly Part[] = ['school', 'adviser', 'health-lead', 'social-care-lead']
