import type { SafeContact } from './family-store.ts'

export const safeContactWords: Record<SafeContact, string> = {
  any: 'Any way', email: 'Email only', phone: 'Phone only', post: 'Post only', hub: 'In the hub only, nothing sent', none: 'Do not contact',
}

export const formatChoices = ['Large print', 'Easy read', 'Braille', 'Audio', 'On paper'] as const

export const needKinds = [
  'Speech', 'Signs (Makaton or similar)', 'British Sign Language', 'Symbols or pictures', 'A communication aid', 'Easy read', 'Large print', 'An interpreter', 'Home language', 'Something else',
] as const
