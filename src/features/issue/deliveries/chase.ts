// Chasing a plan that nobody opened. Who does not open a plan does not deliver it (CFA 2014 s.42), so the worker asks again
// after five days, and every five days after that; an officer may ask at any time.

import { act } from '../../../casebook/act.ts'
import { wasAlertedToday } from '../../../casebook/limits/automatic-chases.ts'
import type { Job } from '../../../casebook/feature.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { Addressee } from '../../../casebook/sending/letters.ts'
import { addresseeOf, alertAddressee, listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import { londonDateOf } from '../../../domain/calendar/london-date.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'
import type { Delivery } from '../delivery-store.ts'
import { listCasesWithUnopened, listDeliveries, markChased } from '../delivery-store.ts'
import { findFinalVersion } from '../version-store.ts'

/** Days that a plan may lie unopened before it is chased, and between one chase and the next. */
export const chaseAfterDays = 5

/** Nobody has opened it: not its person, not anybody of its service. */
export const isUnopened = ({ receipts, byPost }: Delivery): boolean => receipts.length === 0 && !byPost

export function isChaseDue(delivery: Delivery, today: PlainDate): boolean {
  const last = delivery.chasedAt.at(-1) ?? delivery.sentAt
  return isUnopened(delivery) && daysBetween(londonDateOf(last), today) >= chaseAfterDays
}

/** One delivery by its id, or, for the worker, all that are due. */
export interface ChaseInput {
  readonly which: { readonly deliveryId: string } | 'due'
}

export const chaseDelivery = act('chase-delivery', async (tx, caseFile, { which }: ChaseInput) => {
  const version = await findFinalVersion(tx, caseFile)
  const deliveries = version === undefined ? [] : await listDeliveries(tx, caseFile, version.id)
  const chased = which === 'due'
    ? deliveries.filter((delivery) => isChaseDue(delivery, tx.today))
    : deliveries.filter((delivery) => delivery.id === which.deliveryId && isUnopened(delivery))
  if (which !== 'due' && chased.length === 0) return refused({ kind: 'nothing-to-chase' as const })
  for (const delivery of chased) await chaseOne(tx, caseFile, delivery)
  return ok({ chased: chased.length })
})

const words = { subject: 'A document is waiting for you: sign in to read it', words: 'A document that was sent to you has not been opened yet. Sign in to read it and to say that you have it.' }

async function chaseOne(tx: Tx, caseFile: CaseFile, delivery: Delivery): Promise<void> {
  const to = await whoGetsIt(tx, caseFile, delivery)
  // One message a day from the program about one child: this one waits until tomorrow.
  if (tx.viewer.kind === 'system' && to !== undefined && await wasAlertedToday(tx, caseFile, to)) return
  await markChased(tx, caseFile, delivery)
  if (to !== undefined) await alertAddressee(tx, caseFile, to, words, { about: 'plan-unopened', linkTo: paths.finalPlan(caseFile.key) })
  await recordFact(tx, caseFile, { type: 'delivery-chased', versionId: delivery.versionId, of: delivery.name })
}

/** Family are reached by the way that is safe for them; undefined when they are on the case no more. */
async function whoGetsIt(tx: Tx, caseFile: CaseFile, { personId, organisationId, role }: Delivery): Promise<Addressee | undefined> {
  if (personId === undefined) return organisationId === undefined ? undefined : addresseeOf(tx, { organisationId })
  const family = (await listFamilyAddressees(tx, caseFile)).find((one) => one.personId === personId)
  if (family !== undefined) return family
  return role === 'parent or carer' || role === 'young person' ? undefined : addresseeOf(tx, { personId })
}

/** Runs each morning. Run twice on one day it chases once: each case is looked at again while its row is held. */
export const chaseUnopenedPlans: Job = {
  name: 'chase-unopened-plans',
  runsAt: '0 7 * * *',
  run: async (occasion) => {
    for (const { key, due } of await read(occasion, casesDue)) if (due) await chaseDelivery(occasion, key, { which: 'due' })
  },
}

async function casesDue(tx: Tx) {
  const cases = await listCasesWithUnopened(tx)
  return cases.map(({ key, waitingSince }) => ({ key, due: daysBetween(londonDateOf(waitingSince), tx.today) >= chaseAfterDays }))
}
