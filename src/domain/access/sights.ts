// What may be looked at inside a case that is in one's sight, by part. (Who has sight of the case at all is decided in SQL
// from dated party rows.) Default is no. SEND Regulations 2014 reg 17; SEND Code of Practice 9.211 onwards.

import type { Part } from './parts.ts'
import { councilTeam, family, ofFamily, professionals } from './parts.ts'

// Once the rights are the young person's, a parent without their word has what came before that day, and own letters and messages:
// the pages of these sights leave out the rest (CaseFile.onlyBefore).
const parentAfter: readonly Part[] = ['past-parent', 'parent-plan']
// Who acts for a family member reads what that family member consented to (law: starting permissions, advisers: by consent).
const forFamily: readonly Part[] = ['proxy-plan']

// Reading in an emergency, for four hours: where the child is in the process, who is there to be rung, what the plan says. Nothing that
// one person wrote to another, no addresses, no notes (UK GDPR Art 6(1)(d), 9(2)(c): vital interests, and no more than they need).
const emergency: Part = 'break-glass'

export interface SightRow {
  readonly words: string
  readonly who: readonly Part[]
  /** Kept so close that it is shown to a person who asks, and never to the program at work by itself: no letter or file can reach it. */
  readonly toPersonsOnly?: true
}

export const sights = {
  overview: { words: 'Where the case is, its dates and who is on it', who: [...councilTeam, ...family, ...professionals, ...forFamily, emergency] },
  timeline: { words: 'What has happened, in sentences', who: [...councilTeam, ...family] },
  'people-on-case': { words: 'Who can see the case', who: [...councilTeam, ...family, ...professionals, emergency] },
  'family-details': { words: 'The family, addresses and relationships', who: councilTeam },
  request: { words: 'The request and its answers', who: [...councilTeam, ...family] },
  'advice-list': { words: 'Which advice was asked for and where it is', who: [...councilTeam, ...family, ...professionals, emergency] },
  'all-advice': { words: 'Every report', who: [...councilTeam, ...family, ...parentAfter, ...forFamily] },
  'own-advice': { words: 'One’s own report and what became of it', who: professionals },
  'working-draft': { words: 'The draft while it is being written', who: [...councilTeam, ...professionals, emergency] },
  'shared-draft': { words: 'The draft that was sent to the family', who: [...councilTeam, ...family, ...parentAfter, ...forFamily, ...professionals, emergency] },
  // SEND Regulations 2014 reg 22(2): whoever may answer proposed amendments reads them beside the plan in force, each with their own requests alone.
  'working-document': { words: 'The plan side by side with the one in force', who: [...councilTeam, ...family, ...professionals] },
  'final-plan': { words: 'The final plan', who: [...councilTeam, ...family, ...parentAfter, ...forFamily, ...professionals, 'recipient', emergency] },
  papers: { words: 'Papers that were handed in, each for its own readers', who: [...councilTeam, ...ofFamily, ...professionals, 'consulted-setting', 'recipient'] },
  letters: { words: 'Letters sent to the family', who: [...councilTeam, ...family, ...parentAfter, 'proxy-letters'] },
  messages: { words: 'Messages between the family and the council', who: [...councilTeam, ...family, ...parentAfter, 'proxy-messages'] },
  consultations: { words: 'Which settings were asked and what they said', who: councilTeam },
  'own-consultation': { words: 'A consultation sent to one’s own setting', who: ['consulted-setting'] },
  checks: { words: 'The check before issue', who: councilTeam },
  // Days alone, part by part; the lines with what confirmed them are the council's team's.
  'plan-currency': { words: 'How old each part of the plan is', who: [...councilTeam, ...family, 'parent-plan', ...forFamily, 'school'] },
  'own-changes': { words: 'What one said has changed, and what was decided', who: [...councilTeam, ...family, ...professionals] },
  // What of one each may read follows from their own invitation (features/reviews): a page shows nobody another's words before they went round.
  reviews: { words: 'Reviews of the plan: their dates, what one is asked, the papers and the report', who: [...councilTeam, ...family, ...professionals] },
  'review-register': { words: 'Which reviews are planned, who convenes them, and moves to the next phase', who: councilTeam },
  moves: { words: 'A move to or from another council, and what went with it', who: councilTeam },
  // The steps and days of a disagreement are the family's as much as the council's; each page leaves out what is the other's.
  disagreements: { words: 'Disagreements and appeals: what can be done, by when', who: [...councilTeam, ...family] },
  // Why the council decides as it does before it has decided, and orders as they were written down.
  'plan-endings': { words: 'Ending the plan, assessing again, orders: the council’s own work', who: councilTeam },
  deliveries: { words: 'Who has the final plan', who: [...councilTeam, ...family] },
  rights: { words: 'Who holds the rights, since when, and what a parent may do', who: [...councilTeam, ...family, ...parentAfter] },
  copies: { words: 'Copies with words removed, for whom and why (UK GDPR Art 5(1)(f))', who: councilTeam },
  // Each seal besides only to whoever may see what it is on (item-seals.ts).
  seals: { words: 'Seals on documents and reports, and why', who: [...councilTeam, 'social-care-lead'] },
  // Ethnicity, custody and what the council has not said yet, in one place: its own return (EA 1996 s.29(3)).
  'return-items': { words: 'What the national return says of the child, and what is missing', who: councilTeam },
  panel: { words: 'What the panel advised', who: councilTeam },
  // Who acts for whom in the family; one's own alone.
  helping: { words: 'Who acts for a family member, and what they may do', who: [...councilTeam, ...family, 'proxy'] },
  // Who looked at the record: the council answers for it and the family may know it (UK GDPR Art 15(1)(c)).
  'access-record': { words: 'Who looked at the case', who: [...councilTeam, ...family] },
  // An ordinary address. While a sealed one is in force nobody sees any, and it is asked for by its own name below.
  address: { words: 'Where the child and the family live', who: councilTeam },
  // Refuge or confidential: Family Law Act 1996 s.42 orders, refuges under Children Act 1989 s.51; ICO reprimands of 2022 to 2024.
  'sealed-address': { words: 'An address that is kept secret', who: ['case-officer', 'decision-maker', 'social-care-lead'], toPersonsOnly: true },
  // "Filtered" or "restricted" for everybody else: what they may know of it reaches them in advice (UK GDPR Art 5(1)(c); DPA 2018 Sch 3 para 21).
  'safeguarding-notes': { words: 'Notes about keeping the child safe', who: ['decision-maker', 'social-care-lead'], toPersonsOnly: true },
  // Legal professional privilege: DPA 2018 Sch 2 para 19.
  'legal-notes': { words: 'Legal advice to the council', who: ['decision-maker'], toPersonsOnly: true },
} as const satisfies Record<string, SightRow>

export type SightName = keyof typeof sights
export const sightRow = (sight: SightName): SightRow => sights[sight]
export const sightNames = Object.keys(sights) as SightName[]
