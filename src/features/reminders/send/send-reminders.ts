// Reminds everybody of one case who is due to be: one message to each, whatever it is about. The record of a reminder, its message
// in the outbox and the fact in the ledger are one transaction that holds the case, so that a second worker, a second run or a
// worker that was killed finds either all of it or nothing.

import { act } from '../../../casebook/act.ts'
import { wasAlertedToday } from '../../../casebook/limits/automatic-chases.ts'
import type { Job } from '../../../casebook/feature.ts'
import { inBatches } from '../../../casebook/in-batches.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { ok } from '../../../domain/outcome.ts'
import { isByDay } from '../../../domain/reminders/by-day.ts'
import { dueStep, passedStep, scheduleOf } from '../../../domain/reminders/schedule.ts'
import type { DueClock } from '../reminder-store.ts'
import { insertReminders, listDueCases, listDueClocks, listManagers, recipientId, remindedBefore, settleStep } from '../reminder-store.ts'
import type { DueReminder } from './one-message.ts'
import { queueOneMessage } from './one-message.ts'
import { recipientsOf } from './recipients.ts'

export const sendReminder = act('send-reminder', async (tx, caseFile, _nothing: null) => {
  const clocks = await listDueClocks(tx, caseFile)
  await tellManagers(tx, caseFile, clocks.filter(({ hasPassed }) => hasPassed))
  const ahead = clocks.filter(({ hasPassed }) => !hasPassed)
  const wasReminded = await remindedBefore(tx, caseFile)
  const byRecipient = new Map<string, DueReminder[]>()
  for (const clock of ahead) {
    for (const recipient of await recipientsOf(tx, caseFile, clock)) {
      const step = dueStep(recipient.steps, clock.dueOn, tx.today)
      if (step === undefined || wasReminded(clock, recipient.to, step)) continue
      const id = recipientId(caseFile, recipient.to)
      byRecipient.set(id, [...byRecipient.get(id) ?? [], { ...recipient, clock, step }])
    }
  }
  const waiting = new Set<DueClock>()
  let sent = 0
  for (const reminders of byRecipient.values()) {
    const done = await remind(tx, caseFile, reminders)
    if (done === 'tomorrow') for (const { clock } of reminders) waiting.add(clock)
    else if (done === 'sent') sent += 1
  }
  for (const clock of ahead) if (!waiting.has(clock)) await settleStep(tx, caseFile, clock, stepNow(clock, tx))
  return ok({ sent })
})

/** The step by which the clock was found, also where nobody was to be told at it. */
const stepNow = ({ clockId, dueOn }: DueClock, { today }: Tx): number => dueStep(scheduleOf(clockId)?.steps ?? [], dueOn, today) ?? 0

/** One message to one recipient. Who has had one about this child today gets this one tomorrow, by when it may be another step. */
async function remind(tx: Tx, caseFile: CaseFile, reminders: readonly DueReminder[]): Promise<'sent' | 'not-sent' | 'tomorrow'> {
  const [first] = reminders
  if (first === undefined) return 'not-sent'
  const { to } = first
  const isWanted = ({ kind }: DueReminder): boolean => !(to.kindsOff ?? []).includes(kind)
  const wanted = reminders.filter(isWanted)
  if (wanted.length > 0 && await wasAlertedToday(tx, caseFile, to)) return 'tomorrow'
  await insertReminders(tx, caseFile, reminders.filter((one) => !isWanted(one)).map(({ clock, step }) => ({ clock, to, step, notSentBecause: 'not-wanted' })))
  if (wanted.length === 0) return 'not-sent'
  const outgoingId = await queueOneMessage(tx, caseFile, wanted)
  await insertReminders(tx, caseFile, wanted.map(({ clock, step }) => ({ clock, to, step, ...(outgoingId === undefined ? { notSentBecause: 'no-way' } : { outgoingId }) })))
  if (outgoingId === undefined) return 'not-sent'
  const dueOn = wanted.map(({ clock }) => clock.dueOn).toSorted()[0] ?? tx.today
  await recordFact(tx, caseFile, { type: 'reminder-sent', to: to.name, clockIds: [...new Set(wanted.map(({ clock }) => clock.clockId))], dueOn, outgoingId })
  return 'sent'
}

/** Managers hear in their day's summary of a legal limit that passed without a recorded reason; the case says that they did. */
async function tellManagers(tx: Tx, caseFile: CaseFile, passed: readonly DueClock[]): Promise<void> {
  const managers = passed.length === 0 ? [] : await listManagers(tx, caseFile.localAreaId)
  for (const clock of passed) {
    await insertReminders(tx, caseFile, managers.map((personId) => ({ clock, to: { personId }, step: passedStep, notSentBecause: 'in-digest' as const })))
    await settleStep(tx, caseFile, clock, passedStep)
    if (managers.length > 0) await recordFact(tx, caseFile, { type: 'reminder-sent', to: 'The SEND managers', clockIds: [clock.clockId], dueOn: clock.dueOn })
  }
}

/** By day, each hour: what a killed run left is found again within the hour, and after a pause only the newest step of each clock goes. */
export const sendReminders: Job = {
  name: 'send-reminders',
  runsAt: '5 7-19 * * *',
  run: async (occasion) => {
    if (!isByDay(occasion.house.clock.now())) return
    await inBatches(occasion, listDueCases, ({ key }) => sendReminder(occasion, key, null))
  },
}
