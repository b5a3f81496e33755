// The part a person has in one child's case. Sight and acts are decided by part, never by job title alone.

export const parts = [
  'case-officer', 'plan-writer', 'decision-maker', 'school', 'adviser', 'health-lead', 'social-care-lead', 'consulted-setting',
  'parent', 'young-person', 'recipient',
  // A deputy or attorney's row. Never held as such: parts-of-family.ts says what it gives on a day.
  'representative',
  // Not kept on a case but worked out for a day: a parent once the rights are the young person's, and what that parent may still do.
  'past-parent', 'parent-plan', 'parent-messages', 'parent-views', 'parent-draft',
  // Somebody who acts for a family member: 'proxy' is their row on the case, the others what they were given (parts-of-proxy.ts).
  'proxy', 'proxy-plan', 'proxy-messages', 'proxy-views',
] as const
export type Part = (typeof parts)[number]

/** Roles in a council's SEND team: they have their part in every case of their area. */
export const councilRoles = ['case-officer', 'plan-writer', 'decision-maker'] as const
export type CouncilRole = (typeof councilRoles)[number]

/**
 * Dated roles a person may have in an organisation. Two of them look after people and records and never open a child's case: who
 * adds and removes an organisation's staff, and who looks after the record of who looked (the council's information officer).
 */
export const roles = [
  ...councilRoles, 'senco', 'adviser', 'advice-coordinator', 'health-lead', 'social-care-lead', 'staff-administrator', 'access-officer',
] as const
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
  representative: 'deputy or attorney of a young person',
  'past-parent': 'parent or carer of a young person',
  'parent-plan': 'parent or carer whom the young person lets see the plan',
  'parent-messages': 'parent or carer whom the young person lets write to the council',
  'parent-views': 'parent or carer whom the young person lets give views',
  'parent-draft': 'whoever decides about a draft in a young person’s place',
  proxy: 'somebody who acts for a family member',
  'proxy-plan': 'somebody who may read the plan for a family member',
  'proxy-messages': 'somebody who may write to the council for a family member',
  'proxy-views': 'somebody who may give views for a family member',
}

export const family: readonly Part[] = ['parent', 'young-person']
/** Everybody who reads family words, whatever they may see: never taken for staff. Gives nobody anything. */
export const ofFamily: readonly Part[] = [
  ...family, 'past-parent', 'parent-plan', 'parent-messages', 'parent-views', 'parent-draft', 'proxy', 'proxy-plan', 'proxy-messages', 'proxy-views',
]
/** Whether what the young person says for themselves is theirs to help with: not a parent's who may give only their own views. */
export const mayHelpWithOwnViews = (held: readonly Part[]): boolean => !held.includes('past-parent') && !held.includes('proxy')
/** As whom somebody reads: what is kept from parents is kept from a young person's parent too, and from who acts for a parent. */
export const readingAs = (held: readonly Part[]): readonly Part[] => (held.includes('past-parent') || held.includes('proxy') ? [...held, 'parent'] : held)
export const councilTeam: readonly Part[] = ['case-officer', 'plan-writer', 'decision-maker']
export const professionals: readonly Part[] = ['school', 'adviser', 'health-lead', 'social-care-lead']
