// Words of e-mails and texts about advice: what kind of thing and by when, never whose child.

import type { Alert } from '../../../casebook/sending/letters.ts'

export const adviceAlert: Alert = {
  subject: 'A request for advice is waiting for you',
  words: 'A council has asked you for advice. Please sign in, confirm that the request has arrived and see what is asked. The law gives six weeks from the day it arrives.',
}

export const viewsAlert: Alert = {
  subject: 'We would like to hear from you',
  words: 'We would like to know what you think. You can tell us online, by phone, or with an interpreter. Tell your case officer which you prefer.',
}

export const chaseAlert: Alert = {
  subject: 'A reminder about a request for advice',
  words: 'The council is waiting for advice that it asked you for. Please sign in to send it, or to say what stands in the way.',
}

export const withdrawnAlert: Alert = {
  subject: 'A request for advice has been withdrawn',
  words: 'The council does not need the advice that it asked you for any more. You do not need to do anything.',
}

export const returnedAlert: Alert = {
  subject: 'Your advice has been sent back with questions',
  words: 'The council has read your advice and asks you to add to it. Please sign in to see what is asked.',
}

export const answerAlert: Alert = {
  subject: 'A question that you asked has been answered',
  words: 'Somebody whom you asked about a report has answered. Please sign in to read it.',
}

export const givenAlert: Alert = {
  subject: 'Advice has arrived', words: 'Advice that you asked for has arrived.',
}
