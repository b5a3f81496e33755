// The part a person has in one child's case. Sight and acts are decided by part, never by job title alone.

export const parts = [
  'case-officer', 'plan-writer', 'decision-maker', 'school', 'adviser', 'health-lead', 'social-care-lead', 'consulted-setting',
  'parent', 'young-person', 'recipient',
  // A deputy or attorney's row. Never held as such: parts-of-family.ts says what it gives on a day.
  'representative',
  // Not kept on a case but worked out for a day: a parent once the rights are the young person's, and what that parent may still do.
  'past-parent', 'parent-plan', 'parent-messages', 'parent-views', 'parent-draft',
  // Somebody who acts for a family member: 'proxy' is their row on the case, the others what they were given (parts-of-proxy.ts).
  'proxy', 'proxy-plan', 'proxy-letters', 'proxy-messages', 'proxy-views',
  // Not kept as a row either: four hours of reading after giving a reason, and the program at work by itself.
  'break-glass', 'program',
] as const
export type Part = (typeof parts)[number]

/** Parts that a row of `case_party` may give. A row that names any other part gives nothing: nobody is made council by a row. */
export const familyRowParts = ['parent', 'young-person', 'representative', 'proxy'] as const satisfies readonly Part[]
export const rowParts = [
  'school', 'adviser', 'health-lead', 'social-care-lead', 'consulted-setting', 'recipient', ...familyRowParts,
] as const satisfies readonly Part[]
export type RowPart = (typeof rowParts)[number]
export const isRowPart = (part: string): part is RowPart => (rowParts as readonly string[]).includes(part)
export const isFamilyRowPart = (part: string): boolean => (familyRowParts as readonly string[]).includes(part)

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
export const isCouncilRole = (role: string): role is CouncilRole => (councilRoles as readonly string[]).includes(role)

/**
 * The parts that a role in an organisation can ever bring to a case. An organisation's row gives its part to those who hold, in that
 * very organisation, a role that brings it: a school's business manager is not its SENCO (UK GDPR Art 5(1)(c), need to know).
 */
export const partsOfRole: Record<Role, readonly Part[]> = {
  'case-officer': ['case-officer'],
  'plan-writer': ['plan-writer'],
  'decision-maker': ['decision-maker'],
  senco: ['school', 'consulted-setting', 'recipient', 'adviser'],
  adviser: ['adviser', 'recipient'],
  'advice-coordinator': ['adviser', 'recipient'],
  'health-lead': ['health-lead', 'adviser', 'recipient'],
  'social-care-lead': ['social-care-lead', 'adviser', 'recipient'],
  'staff-administrator': [],
  'access-officer': [],
}

/** Roles whose holders may open a case that is not in their sight, with a reason, for four hours. Safeguarding is theirs to act on. */
export const glassRoles: readonly Role[] = ['social-care-lead', 'health-lead', 'decision-maker']

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
  'proxy-letters': 'somebody who gets copies of letters for a family member',
  'proxy-messages': 'somebody who may write to the council for a family member',
  'proxy-views': 'somebody who may give views for a family member',
  'break-glass': 'somebody who opened the case in an emergency',
  program: 'Golden Thread, at work by itself',
}

export const family: readonly Part[] = ['parent', 'young-person']
/** Everybody who reads family words, whatever they may see: never taken for staff. Gives nobody anything. */
export const ofFamily: readonly Part[] = [
  ...family, 'past-parent', 'parent-plan', 'parent-messages', 'parent-views', 'parent-draft', 'proxy', 'proxy-plan', 'proxy-letters', 'proxy-messages', 'proxy-views',
]
/** Whether what the young person says for themselves is theirs to help with: not a parent's who may give only their own views. */
export const mayHelpWithOwnViews = (held: readonly Part[]): boolean => !held.includes('past-parent') && !held.includes('proxy')
/** As whom somebody reads: what is kept from parents is kept from a young person's parent too, and from who acts for a parent. */
export const readingAs = (held: readonly Part[]): readonly Part[] => (held.includes('past-parent') || held.includes('proxy') ? [...held, 'parent'] : held)
/** As whom somebody may open what was kept for certain readers: who acts for a parent only where they may read the plan. */
export const openingAs = (held: readonly Part[]): readonly Part[] => (held.includes('proxy') && !held.includes('proxy-plan') ? held : readingAs(held))
export const councilTeam: readonly Part[] = ['case-officer', 'plan-writer', 'decision-maker']
export const professionals: readonly Part[] = ['school', 'adviser', 'health-lead', 'social-care-lead']

/** Whether somebody is of the council's SEND team in this case. */
export const isOfCouncil = (held: readonly Part[]): boolean => councilTeam.some((part) => held.includes(part))
/** Whether somebody reads as family here, whatever they may see. Gives nobody anything. */
export const isOfFamily = (held: readonly Part[]): boolean => ofFamily.some((part) => held.includes(part))
