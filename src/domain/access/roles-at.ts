// Which roles a body may give its people. Its own administrator gives them, so that a school can make nobody a council officer, nor a
// council a SENCO: a role opens what its body is there for and nothing else (UK GDPR Art 5(1)(c), need to know; CFA 2014 ss.24, 36, 42).

import type { Role } from './parts.ts'

/** The table organisation knows the same. */
export const bodyKinds = ['council', 'setting', 'nhs-trust', 'icb', 'voluntary', 'other'] as const
export type BodyKind = (typeof bodyKinds)[number]
export const isBodyKind = (kind: string): kind is BodyKind => (bodyKinds as readonly string[]).includes(kind)

const byKind: Record<BodyKind, readonly Role[]> = {
  // The council alone decides (CFA 2014 s.24), has the designated social care officer, and answers for who looked (UK GDPR Art 5(2)).
  council: ['case-officer', 'plan-writer', 'decision-maker', 'adviser', 'advice-coordinator', 'social-care-lead', 'staff-administrator', 'access-officer'],
  // A SENCO: CFA 2014 s.67; SEND Regulations 2014 reg 49.
  setting: ['senco', 'adviser', 'staff-administrator'],
  // The designated clinical officer works for the board or for a provider (SEND Code of Practice 3.45).
  'nhs-trust': ['adviser', 'advice-coordinator', 'health-lead', 'staff-administrator'],
  icb: ['health-lead', 'adviser', 'advice-coordinator', 'staff-administrator'],
  voluntary: ['adviser', 'advice-coordinator', 'staff-administrator'],
  other: ['adviser', 'advice-coordinator', 'staff-administrator'],
}

/** In the order in which a page offers them; none for a kind that nobody knows. */
export const rolesAt = (kind: string): readonly Role[] => (isBodyKind(kind) ? byKind[kind] : [])

export const roleWords: Record<Role, { readonly name: string; readonly does: string }> = {
  'case-officer': { name: 'Case officer', does: 'looks after children’s cases, from the request to the plan' },
  'plan-writer': { name: 'Plan writer', does: 'writes draft plans' },
  'decision-maker': { name: 'SEND manager who decides', does: 'decides whether to assess and to make a plan' },
  senco: { name: 'SENCO', does: 'sees the children of this setting, gives its advice and answers consultations' },
  adviser: { name: 'Professional who gives advice', does: 'sees children for whom they, or the service, are asked for advice' },
  'advice-coordinator': { name: 'Coordinates advice', does: 'sees what the service is asked for and who has it' },
  'health-lead': { name: 'Designated clinical officer', does: 'sees children for whom the health body is asked' },
  'social-care-lead': { name: 'Designated social care officer', does: 'sees children for whom social care is asked' },
  'staff-administrator': { name: 'Administrator', does: 'adds and removes people here, and sees no child' },
  'access-officer': { name: 'Access officer', does: 'looks after the record of who looked' },
}

export const roleNames = (roles: readonly Role[]): string => roles.map((role) => roleWords[role].name).join(', ')

/** Roles whose holders read what is sent to the body and to nobody by name: one inbox for all who hold one. */
export const inboxRoles: Record<BodyKind, readonly Role[]> = {
  council: ['case-officer', 'decision-maker', 'adviser', 'advice-coordinator', 'social-care-lead'],
  setting: ['senco'],
  'nhs-trust': ['adviser', 'advice-coordinator', 'health-lead'],
  icb: ['health-lead', 'adviser', 'advice-coordinator'],
  voluntary: ['adviser', 'advice-coordinator'],
  other: ['adviser', 'advice-coordinator'],
}
