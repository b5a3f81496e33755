// The one message for everything of which somebody is reminded about one child: its words, and the channel by which it goes.

import type { Addressee } from '../../../casebook/sending/letters.ts'
import { queueAlert, target } from '../../../casebook/sending/letters.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { queueOutgoing } from '../../../casebook/sending/outgoing.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { channelFor } from '../../../domain/reminders/channel-for.ts'
import type { ReminderWords } from '../../../domain/reminders/reminder-words.ts'
import { reminderWords } from '../../../domain/reminders/reminder-words.ts'
import { paths } from '../../../paths.ts'
import type { DueClock } from '../reminder-store.ts'
import type { Recipient } from './recipients.ts'

export interface DueReminder extends Recipient {
  readonly clock: DueClock
  readonly step: number
}

/** Paper needs some days: a letter that comes after the day helps nobody. */
const leastDaysForPaper = 7

/** Answers with the item of the outbox; undefined when no channel is safe, or none would be in time. */
export async function queueOneMessage(tx: Tx, caseFile: CaseFile, reminders: readonly DueReminder[]): Promise<string | undefined> {
  const [first, ...rest] = reminders
  if (first === undefined) return undefined
  const { to } = first
  const said = ({ kind, clock: { dueOn } }: DueReminder) => ({ kind, dueOn })
  const words = reminderWords([said(first), ...rest.map(said)], tx.today)
  if (needsPaper(tx, to)) {
    const isInTime = reminders.every(({ step }) => step >= leastDaysForPaper)
    return isInTime && to.postal !== undefined ? queuePaper(tx, caseFile, to, to.postal, words) : undefined
  }
  const linkTo = rest.length === 0 ? first.linkTo : paths.home()
  // No case number and no service: who reads it over a shoulder learns that the council wrote, and by when.
  const body = `${words.email}\n\n${tx.house.baseUrl}${linkTo}\n\nTo be told in another way: ${tx.house.baseUrl}${paths.myReminders()}\n\n${caseFile.area.councilName}`
  return queueAlert(tx, caseFile, to, { alert: { subject: words.subject, words: words.email, textMessage: words.textMessage }, body, about: 'reminder' })
}

/** Neither an e-mail address that is safe nor an account. */
function needsPaper(tx: Tx, to: Addressee): boolean {
  if (channelFor(to, { texts: tx.house.sender.sendsTexts }).by !== 'post') return false
  return !(to.email !== undefined && ['any', 'email'].includes(to.safeContact)) && (to.safeContact === 'post' || !to.canSignIn)
}

async function queuePaper(tx: Tx, caseFile: CaseFile, to: Addressee, postal: readonly string[], { subject, email }: ReminderWords): Promise<string> {
  const { sendTeam } = caseFile.area.contacts
  const phone = caseFile.officer?.phone ?? sendTeam?.phone
  const body = [email.split(' Sign in')[0], phone === undefined ? undefined : `You can telephone us: ${phone}.`, caseFile.area.councilName].filter((part) => part !== undefined).join('\n\n')
  return queueOutgoing(tx, caseFile, { ...target(to), channel: 'letter', toAddress: [to.name, ...postal].join('\n'), about: 'reminder', subject, body })
}
