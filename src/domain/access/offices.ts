// What is done here about no child: who may come to a page is a role, and a case is never opened from one. The table beside sights and
// open acts; default is no. In which body or area, the page asks.

import type { Role } from './parts.ts'

export interface OfficeRow {
  readonly words: string
  readonly who: readonly Role[]
  readonly cites: string
}

export const offices = {
  'look-after-staff': { words: 'Add, change, confirm and remove the people of one’s own body, and let them in with an account elsewhere', who: ['staff-administrator'], cites: 'UK GDPR Art 32(1)(b), 32(4)' },
  'set-sign-out': { words: 'Say after how long a council’s staff are signed out', who: ['staff-administrator'], cites: 'UK GDPR Art 32(1)(b)' },
  'see-bodies': { words: 'See which bodies an area works with, and whether their access was reviewed', who: ['staff-administrator', 'access-officer'], cites: 'UK GDPR Art 5(2), 24(1)' },
  'add-body': { words: 'Add a school or service to an area, and invite its administrator', who: ['staff-administrator'], cites: 'UK GDPR Art 32(4)' },
  'answer-for-lost-files': { words: 'See that kept files of an area were lost, and say what was done', who: ['decision-maker', 'access-officer'], cites: 'UK GDPR Art 33, 34' },
  'receive-moves': { words: 'Open what another council sent when a child moved here, and take the child in', who: ['case-officer', 'decision-maker'], cites: 'CFA 2014 ss.24, 47; SEND Regs 2014 reg 15(2), (4)' },
  'send-national-return': { words: 'Make the national return of an area, see what its check found, and take the file away', who: ['decision-maker'], cites: 'Education Act 1996 s.29; UK GDPR Art 5(1)(c)' },
  'read-lost-names': { words: 'Read what a lost file was called', who: ['decision-maker'], cites: 'UK GDPR Art 5(1)(c)' },
} as const satisfies Record<string, OfficeRow>

export type OfficeName = keyof typeof offices
export const officeRow = (office: OfficeName): OfficeRow => offices[office]
export const officeNames = Object.keys(offices) as OfficeName[]

/** Whether somebody with these roles holds the office in any body at all. */
export const mayHold = (office: OfficeName, roles: readonly Role[]): boolean => officeRow(office).who.some((role) => roles.includes(role))
