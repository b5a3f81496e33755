// Messages about an account. They can be read over a shoulder, on a shared telephone or by whoever shares the mailbox: no child,
// no school, no council and no service is named, nor that the matter has to do with a family (T8; the same rule as alert-words.ts).

import { dateWords } from '../calendar/date-words.ts'
import type { PlainDate } from '../calendar/plain-date.ts'

export type AccountMessage =
  | { readonly kind: 'invitation'; readonly link: string }
  | { readonly kind: 'way-back'; readonly link: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'confirm-email'; readonly code: string }
  | { readonly kind: 'changed'; readonly what: ChangedThing }
  | { readonly kind: 'codes-guessed' }
  | { readonly kind: 'review'; readonly link: string; readonly dueOn: PlainDate; readonly isLate: boolean }
  | { readonly kind: 'ends-unconfirmed'; readonly endsOn: PlainDate }
  | { readonly kind: 'ended-unconfirmed' | 'unused-closed' }
  | { readonly kind: 'unused-soon'; readonly closesOn: PlainDate }

export type ChangedThing = 'password' | 'email' | 'second-factor' | 'passkey-added' | 'passkey-removed' | 'recovery-codes' | 'account-opened-again'

export interface MessageWords {
  readonly subject: string
  readonly body: string
}

const changedWords: Record<ChangedThing, string> = {
  password: 'Your password was changed', email: 'The email address of your account was changed', 'second-factor': 'How you get your codes was changed',
  'passkey-added': 'A passkey was added to your account', 'passkey-removed': 'A passkey was removed from your account',
  'recovery-codes': 'New recovery codes were made for your account', 'account-opened-again': 'Your account was set up again',
}

const neverAsked = 'We never ask for your password or your codes by email, text or telephone.'

/** As an e-mail. `hub` is the address of the hub. */
export function emailOf(message: AccountMessage, hub: string): MessageWords {
  switch (message.kind) {
    case 'invitation':
      return { subject: 'Open your account', body: `You can now open an account. Use this link in the next 48 hours. It works once.\n\n${message.link}\n\nWe will first ask you for something that only you should know. If you did not expect this, you do not need to do anything.\n\n${neverAsked}` }
    case 'way-back':
      return { subject: 'Get back into your account', body: `Use this link in the next 30 minutes. It works once. You also need your code or a recovery code.\n\n${message.link}\n\nIf you did not ask for this, you do not need to do anything. Your account has not changed.\n\n${neverAsked}` }
    case 'code':
      return { subject: 'Your sign-in code', body: `Your code is ${message.code}. It works once, in the next 10 minutes.\n\nIf you are not signing in now, somebody has your password. Change it: ${hub}\n\n${neverAsked}` }
    case 'confirm-email':
      return { subject: 'Confirm your email address', body: `Your code is ${message.code}. It works once, in the next 10 minutes.\n\nIf you did not ask for this, you do not need to do anything.` }
    case 'changed':
      return { subject: changedWords[message.what], body: `${changedWords[message.what]} just now.\n\nIf this was not you, act at once: sign in and change your password, or ask the people who gave you the account for help. ${hub}\n\n${neverAsked}` }
    case 'review':
      return { subject: message.isLate ? 'Your review of access is late' : 'Review who has access', body: `Please say who still has to have access. It ${message.isLate ? 'was' : 'is'} due on ${dateWords(message.dueOn)}. It takes some minutes.\n\n${message.link}\n\nAccess that nobody confirms ends four weeks after that day.` }
    case 'ends-unconfirmed':
      return { subject: 'Your access will end soon', body: `Nobody has confirmed that you still need your access. It ends on ${dateWords(message.endsOn)} or up to a week later.\n\nIf you still need it, ask your administrator today to do the review. You do not need to do anything yourself.` }
    case 'ended-unconfirmed':
      return { subject: 'Your access has ended', body: 'Nobody confirmed that you still need your access. So it has ended.\n\nIf you still need it, ask your administrator. They can let you back in at once, and nothing of yours is lost.' }
    case 'unused-soon':
      return { subject: 'Your account will be closed', body: `You have not used your account for a long time. We will close it on ${dateWords(message.closesOn)}.\n\nTo keep it, sign in once before that day: ${hub}\n\nIf it is closed, nothing is lost. You can ask to be let in again.` }
    case 'unused-closed':
      return { subject: 'Your account is closed', body: 'You did not use your account for a long time. So we closed it. Nothing is lost.\n\nTo use it again, ask the people who gave you the account. They give you a new invitation.' }
    case 'codes-guessed':
      return { subject: 'Your password no longer works', body: `Somebody who knows your password typed wrong codes many times. So we switched your password off. Nobody got in.\n\nIf it was you, or if it was not: choose a new password here. ${hub}\n\n${neverAsked}` }
  }
}

/** As a text: one message of at most 160 letters. Only codes go by text. */
export const textOfCode = (code: string): string => `Your code is ${code}. It works once, in the next 10 minutes. Never tell it to anyone.`
