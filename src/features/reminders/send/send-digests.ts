// Each working morning officers and managers are told how much is on their list: counts, and nothing of any child.

import type { Job } from '../../../casebook/feature.ts'
import { inBatches } from '../../../casebook/in-batches.ts'
import { addresseeOf, queueAlert } from '../../../casebook/sending/letters.ts'
import { changeOutgoing } from '../../../casebook/sending/outgoing.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { inTransaction } from '../../../casebook/tx.ts'
import { londonTimeOf } from '../../../domain/calendar/london-date.ts'
import { isWorkingDay } from '../../../domain/calendar/working-days.ts'
import { isByDay } from '../../../domain/reminders/by-day.ts'
import type { DigestCounts } from '../../../domain/reminders/reminder-words.ts'
import { digestWords, isWorthSaying } from '../../../domain/reminders/reminder-words.ts'
import { paths } from '../../../paths.ts'
import type { DigestReader } from './digest-store.ts'
import { claimDigest, countsFor, listReaders, listStaleDigests, noteDigestSent } from './digest-store.ts'

/** A summary of the morning that comes after noon helps nobody. */
const lastHour = 11

async function sendDigest(tx: Tx, reader: DigestReader): Promise<void> {
  const counts = await countsFor(tx, reader)
  if (!await claimDigest(tx, reader, counts)) return
  for (const id of await listStaleDigests(tx, reader)) await changeOutgoing(tx, reader.localAreaId, id, { state: 'cancelled' })
  const to = await addresseeOf(tx, { personId: reader.personId })
  if (!isWorthSaying(counts) || (to.kindsOff ?? []).includes('digest')) return
  const { subject, email } = digestWords(counts, reader.isManager ? 'manager' : 'officer')
  const outgoingId = await queueAlert(tx, { localAreaId: reader.localAreaId }, to, {
    alert: { subject, words: email, textMessage: textOf(counts) }, about: 'digest', body: `${email}\n\n${tx.house.baseUrl}${paths.home()}\n\nTo be told in another way: ${tx.house.baseUrl}${paths.myReminders()}\n\n${reader.councilName}`,
  })
  if (outgoingId !== undefined) await noteDigestSent(tx, reader, outgoingId)
}

const textOf = ({ late, week, chase }: DigestCounts): string => `Your list today: ${late} late or last day, ${week} this week, ${chase} to chase. Sign in:`

/** Working mornings, each hour until noon: whoever has had theirs is not found again. */
export const sendDigests: Job = {
  name: 'send-digests',
  runsAt: '35 7-11 * * *',
  run: async (occasion) => {
    const { clock } = occasion.house
    const now = clock.now()
    if (!isByDay(now) || londonTimeOf(now).hour > lastHour || !isWorkingDay(clock.today())) return
    await inBatches(occasion, listReaders, (reader) => inTransaction(occasion, (tx) => sendDigest(tx, reader)))
  },
}
