import type { ResponsibilityBasis } from '../../casebook/family/family-rows.ts'
import type { OpeningReason } from '../../casebook/family/sealed-addresses.ts'
import type { HelpPart } from '../../domain/case-file/facts.ts'
import type { SafeContact } from './family-store.ts'

export const safeContactWords: Record<SafeContact, string> = {
  any: 'Any way', email: 'Email only', phone: 'Phone only', post: 'Post only', hub: 'In the hub only, nothing sent', none: 'Do not contact',
}

export const basisWords: Record<ResponsibilityBasis, string> = {
  mother: 'Mother, by birth', 'father-on-certificate': 'Father or second parent on the birth certificate', order: 'By an order of a court', agreement: 'By an agreement with the mother',
  adoption: 'By adoption', 'special-guardian': 'Special guardian', 'local-authority': 'The local authority, under a care order',
}

export const openingReasonWords: Record<OpeningReason, string> = {
  visit: 'To arrange a visit or transport', court: 'A court or the Tribunal asked for it', emergency: 'A child or an adult is in danger now', 'letter-by-hand': 'To deliver something by hand',
  check: 'To check that it is right, with the family member', other: 'Another reason',
}

/** What a family member may let somebody do for them. */
export const scopeWords: Record<HelpPart, string> = {
  plan: 'read the plan, the reports and the dates', letters: 'get a copy of letters', messages: 'write to the council', views: 'give views',
}

/** Who told us of an address. */
export const howKnownChoices = [
  { value: 'themselves', text: 'They told us themselves, in person or by phone on a number we had already' },
  { value: 'hub', text: 'They wrote to us in the hub' },
  { value: 'document', text: 'We saw a paper that shows it' },
  { value: 'social-care', text: 'Social care or the police told us' },
  { value: 'school', text: 'The school or nursery told us' },
  { value: 'other-family', text: 'Another family member told us' },
] as const

export const formatChoices = ['Large print', 'Easy read', 'Braille', 'Audio', 'On paper'] as const

/** A child may have several at once: signs and symbols, and an interpreter for the parents. */
export const needKinds = [
  'Speech', 'Signs (Makaton or similar)', 'British Sign Language', 'Symbols or pictures', 'A communication aid', 'Easy read', 'Large print', 'An interpreter', 'Home language', 'Something else',
] as const
export type NeedKind = (typeof needKinds)[number]

/** What is asked about a way, for those that can be told more exactly; `isNeeded` where it says nothing without. */
export const needDetails: { readonly [K in NeedKind]?: { readonly label: string; readonly isNeeded?: string } } = {
  'Signs (Makaton or similar)': { label: 'Which signs? (optional)' }, 'Symbols or pictures': { label: 'Which symbols or pictures? (optional)' },
  'A communication aid': { label: 'What is the aid called? (optional)' }, 'An interpreter': { label: 'For which language?', isNeeded: 'Enter the language of the interpreter' },
  'Home language': { label: 'Which language?', isNeeded: 'Enter the home language' }, 'Something else': { label: 'What helps?', isNeeded: 'Enter what helps' },
}

/** The name of the box for it. */
export const detailField = (kind: NeedKind): string => `detail-${needKinds.indexOf(kind)}`
