// Words of these pages for what the rules and rows say.

import type { FieldError } from '../../ui/form.tsx'
import { dateTimeWords, dateWords, listWords, plural } from '../../ui/words.ts'
import { roleWords } from '../../domain/access/roles-at.ts'
import type { StaffEvent, StaffEventName } from './change-store.ts'
import type { OpenWork, StaffMember, Waiting, WayIn } from './staff-store.ts'

export const refusalWords = {
  'no-role': 'Select what they do here, or remove them if they do nothing here any more',
  'not-for-this-body': 'This organisation cannot give that role',
  'own-role': 'You cannot give a role to yourself. Ask another administrator, or the council',
  'last-administrator': 'They are the only administrator who stays here. Make somebody else an administrator first',
  'email-in-use': 'This address cannot be used with this name. Check both, or use another address',
  'works-here-already': 'They work here already. Change what they do on their own page',
  'not-a-colleague': 'Select somebody who works here, or the inbox',
  'not-here': 'They do not work here any more',
  'no-email': 'No email address is recorded for them',
} as const

export const refusalError = (field: string, kind: keyof typeof refusalWords): FieldError => ({ field, message: refusalWords[kind] })

const ways = { passkey: 'a passkey', app: 'a password and an app', text: 'a password and codes by text', email: 'a password and codes by email', other: 'an account here' } as const

/** How they come in, and with what second factor. `titles`: of the providers, by name. */
export function wayInWords({ account, elsewhere, canSignIn, invitedUntil }: WayIn, titles: ReadonlyMap<string, string>): string {
  const has = [...(account === undefined ? [] : [ways[account]]), ...elsewhere.map((name) => `${titles.get(name) ?? name}, with two steps`)]
  if (has.length > 0 && canSignIn) return listWords(has)
  if (invitedUntil !== undefined) return `Invited, the link works until ${dateTimeWords(invitedUntil)}`
  return canSignIn ? 'Demonstration' : 'Cannot sign in: invite them'
}

const eventWords: Record<StaffEventName, (event: StaffEvent) => string> = {
  added: () => 'Added',
  'role-given': ({ role }) => `Became ${nameOf(role)}`,
  'role-ended': ({ role }) => `Is no longer ${nameOf(role)}`,
  leaving: ({ lastOn }) => `Will leave: last day ${lastOn === null ? '' : dateWords(lastOn)}`,
  staying: () => 'Stays after all',
  left: () => 'Left: access ended, and open work was handed on',
  invited: () => 'Was sent an invitation to sign in',
  confirmed: () => 'Confirmed in a review',
  'ended-unconfirmed': () => 'Access ended because nobody confirmed it',
  'closed-unused': () => 'The account was closed because nobody used it',
}

const nameOf = (role: StaffEvent['role']): string => (role === null ? 'somebody here' : roleWords[role].name)

export const eventSentence = (event: StaffEvent): string => `${eventWords[event.what](event)}, ${dateTimeWords(event.at)}, by ${event.by ?? 'Golden Thread'}`

export function openWorkWords({ advice, cases }: OpenWork): string | undefined {
  const parts = [...(advice > 0 ? [plural(advice, 'request for advice', 'requests for advice')] : []), ...(cases > 0 ? [`${plural(cases, 'child', 'children')} whom they look after`] : [])]
  return parts.length === 0 ? undefined : listWords(parts)
}

const waitingNames = { advice: { one: 'request for advice', many: 'requests for advice' }, consultation: { one: 'consultation', many: 'consultations' }, plan: { one: 'final plan', many: 'final plans' } } as const

export const waitingWords = (waiting: readonly Waiting[]): string => listWords(waiting.map(({ kind, items }) => plural(items, waitingNames[kind].one, waitingNames[kind].many)))

export const lastUsedWords = ({ lastUsedAt }: Pick<StaffMember, 'lastUsedAt'>): string => (lastUsedAt === undefined ? 'Never' : dateTimeWords(lastUsedAt))
