import type { SafeContact } from './family-store.ts'

export const safeContactWords: Record<SafeContact, string> = {
  any: 'Any way', email: 'Email only', phone: 'Phone only', post: 'Post only', hub: 'In the hub only, nothing sent', none: 'Do not contact',
}

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
