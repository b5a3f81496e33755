// What may be looked at inside a case that is in one's sight, by part. (Who has sight of the case at all is decided in SQL
// from dated party rows.) Default is no. SEND Regulations 2014 reg 17; SEND Code of Practice 9.211 onwards.

import type { Part } from './parts.ts'
import { councilTeam, family, professionals } from './parts.ts'

// Once the rights are the young person's, a parent without their word has what came before that day, and own letters and messages:
// the pages of these sights leave out the rest (CaseFile.onlyBefore).
const parentAfter: readonly Part[] = ['past-parent', 'parent-plan']

export interface SightRow {
  readonly words: string
  readonly who: readonly Part[]
}

export const sights = {
  overview: { words: 'Where the case is, its dates and who is on it', who: [...councilTeam, ...family, ...professionals] },
  timeline: { words: 'What has happened, in sentences', who: [...councilTeam, ...family] },
  'people-on-case': { words: 'Who can see the case', who: [...councilTeam, ...family, ...professionals] },
  'family-details': { words: 'The family, addresses and relationships', who: councilTeam },
  request: { words: 'The request and its answers', who: [...councilTeam, ...family] },
  'advice-list': { words: 'Which advice was asked for and where it is', who: [...councilTeam, ...family, ...professionals] },
  'all-advice': { words: 'Every report', who: [...councilTeam, ...family, ...parentAfter] },
  'own-advice': { words: 'One’s own report and what became of it', who: professionals },
  'working-draft': { words: 'The draft while it is being written', who: [...councilTeam, ...professionals] },
  'shared-draft': { words: 'The draft that was sent to the family', who: [...councilTeam, ...family, ...parentAfter, ...professionals] },
  'final-plan': { words: 'The final plan', who: [...councilTeam, ...family, ...parentAfter, ...professionals, 'recipient'] },
  letters: { words: 'Letters sent to the family', who: [...councilTeam, ...family, ...parentAfter] },
  messages: { words: 'Messages between the family and the council', who: [...councilTeam, ...family, ...parentAfter] },
  consultations: { words: 'Which settings were asked and what they said', who: councilTeam },
  'own-consultation': { words: 'A consultation sent to one’s own setting', who: ['consulted-setting'] },
  checks: { words: 'The check before issue', who: councilTeam },
  reviews: { words: 'Reviews of the plan and their dates', who: councilTeam },
  deliveries: { words: 'Who has the final plan', who: [...councilTeam, ...family] },
  rights: { words: 'Who holds the rights, since when, and what a parent may do', who: [...councilTeam, ...family, ...parentAfter] },
  copies: { words: 'Copies with words removed, for whom and why (UK GDPR Art 5(1)(f))', who: councilTeam },
  panel: { words: 'What the panel advised', who: councilTeam },
} as const satisfies Record<string, SightRow>

export type SightName = keyof typeof sights
export const sightRow = (sight: SightName): SightRow => sights[sight]
export const mayLook = (sight: SightName, held: readonly Part[]): boolean => sightRow(sight).who.some((part) => held.includes(part))
