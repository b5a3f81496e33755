// Goes on with a bulk sending: one child after the other, each by the ordinary act in its own transaction. A child's row marks the act, so that
// whoever goes on after a break, or presses twice, sends nothing twice.

import type { Ask } from '../../../casebook/ask.ts'
import { actOutsideCase } from '../../../casebook/act.ts'
import { actCode } from '../../../casebook/audit/trail.ts'
import { openAreaFor } from '../../../casebook/open-area.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { noteStop, StoppedBeforeSending } from '../../../casebook/sending/check-before-sending.ts'
import type { Occasion } from '../../../casebook/tx.ts'
import { inTransaction, read } from '../../../casebook/tx.ts'
import type { CaseId, LocalAreaId, OrganisationId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { consultSettings } from '../consult/consult-settings.ts'
import { refusalWords } from '../consult/page.ts'
import type { Bulk, BulkItem, NewItem, Settled } from './bulk-store.ts'
import { insertBulk, listCohortChildren, settleItem } from './bulk-store.ts'
import { prepareChild } from './prepare-many.ts'

/** So many children with one press: a page that answers while somebody waits. */
export const childrenAtOnce = 20
/** So many can be chosen. */
export const mostChildren = 100

export interface ManyWanted { readonly areaCode: string; readonly year: number; readonly caseIds: readonly CaseId[]; readonly settings: readonly OrganisationId[]; /** By child; a child who is not here takes no report along. */ readonly reports: ReadonlyMap<CaseId, readonly string[]> }

/** Writes down what will be sent, child by child; what is refused now is written down with its reason. Nothing leaves yet. */
export const beginMany = actOutsideCase('consult-setting', async (tx, { areaCode, year, caseIds, settings, reports }: ManyWanted): Promise<Outcome<string, 'nobody'>> => {
  const area = await openAreaFor(tx, areaCode, 'consult-setting')
  if (tx.viewer.kind !== 'person') throw new NotAllowed('consult-setting')
  const inCohort = new Set((await listCohortChildren(tx, area.id, year)).map(({ caseId }) => caseId))
  const items: NewItem[] = []
  for (const caseId of caseIds.filter((id) => inCohort.has(id)).slice(0, mostChildren)) {
    const prepared = await prepareChild(tx, areaCode, caseId, { settings, reports: reports.get(caseId) ?? [] })
    items.push('refusedBecause' in prepared
      ? { caseId, organisationIds: settings, adviceIds: [], refusedBecause: prepared.refusedBecause }
      : { caseId, organisationIds: prepared.asked.map(({ setting }) => setting.id), adviceIds: prepared.chosen })
  }
  return items.length === 0 ? refused('nobody') : ok(await insertBulk(tx, area.id, { year, organisationIds: settings, by: tx.viewer.personId, items }))
})

/** Sends for the next children that wait. */
export async function goOn(ask: Ask, localAreaId: LocalAreaId, { items }: Bulk): Promise<void> {
  for (const item of items.filter(({ state }) => state === 'waiting').slice(0, childrenAtOnce)) {
    const result = await sendOne(ask, item)
    await inTransaction(ask, async (tx) => {
      tx.doings.act = actCode('consult-setting')
      await settleItem(tx, localAreaId, item.id, result)
    })
  }
}

async function sendOne(ask: Ask, { id, key, organisationIds, adviceIds }: BulkItem): Promise<Settled> {
  const { house, viewer, page, may, trail } = ask
  const occasion: Occasion = { house, viewer, page, once: id, ...(may === undefined ? {} : { may }), ...(trail === undefined ? {} : { trail }) }
  try {
    const done = await consultSettings(occasion, key, { form: { settings: organisationIds, reports: adviceIds, documents: [] }, knowsKeptOut: false })
    if (done.ok) return { state: 'sent', consultationIds: done.value }
    const { refusal } = done
    return { state: 'refused', because: await read(ask, async (tx) => refusalWords(refusal, await openCaseFile(tx, key))) }
  } catch (thrown) {
    // One child that cannot be sent for does not stop the others; everything else is a fault, and stops.
    if (thrown instanceof StoppedBeforeSending) {
      await noteStop(ask.house, ask.viewer, thrown)
      return { state: 'refused', because: 'It was stopped before it left. Consult for this child from the case, where you see what was found' }
    }
    if (thrown instanceof NotFound || thrown instanceof NotAllowed) return { state: 'refused', because: 'The case is not open to you any more' }
    throw thrown
  }
}
