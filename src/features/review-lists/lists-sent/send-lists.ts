// The lists of the reviews due in a term: to the head of each school and college, to the health body and to social care (SEND Code of
// Practice, chapter 9; REV-04). The message that goes out names no child: the list waits in the hub.

import { actOutsideCase } from '../../../casebook/act.ts'
import { actCode } from '../../../casebook/audit/trail.ts'
import type { Job } from '../../../casebook/feature.ts'
import { listAreas, openAreaFor } from '../../../casebook/open-area.ts'
import type { Area } from '../../../casebook/open-case-file.ts'
import { addresseeOf, queueAlert } from '../../../casebook/sending/letters.ts'
import type { Occasion, Tx } from '../../../casebook/tx.ts'
import { inTransaction, read } from '../../../casebook/tx.ts'
import type { SchoolTerm } from '../../../domain/calendar/school-terms.ts'
import { termToList } from '../../../domain/calendar/school-terms.ts'
import { ok } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'
import type { ListToMake } from '../list-store.ts'
import { insertList, listBodiesWithout, noteListSent } from '../list-store.ts'

/** Makes one body's list and tells it; false when it was there already. */
async function sendList(tx: Tx, area: Area, term: SchoolTerm, body: ListToMake): Promise<boolean> {
  const made = await insertList(tx, area, term, body)
  if (made === undefined) return false
  const words = `The list of reviews of education, health and care plans that are due in the ${term.name.toLowerCase()} is ready in the hub.`
  const outgoingId = await queueAlert(tx, { localAreaId: area.id }, await addresseeOf(tx, { organisationId: body.organisationId }), {
    alert: { subject: `Reviews due in the ${term.name.toLowerCase()}`, words }, about: 'review-list', body: `${words}\n\nSign in to see it: ${tx.house.baseUrl}${paths.reviewsDue()}\n\n${area.councilName}`,
  })
  await noteListSent(tx, area.id, made.id, { reviews: made.reviews, outgoingId })
  return true
}

/** By itself each morning: whoever has a list of the term is not found again, so that a school whose first child is due later gets one then. */
export const sendListsOfTerm: Job = {
  name: 'send-review-lists',
  runsAt: '15 8 * * *',
  run: async (occasion) => {
    const faults: unknown[] = []
    for (const area of await read(occasion, listAreas)) {
      const term = termToList(area.code, occasion.house.clock.today())
      for (const body of await read(occasion, (tx) => listBodiesWithout(tx, area, term))) await sendInOwn(occasion, area, term, body).catch((fault: unknown) => faults.push(fault))
    }
    if (faults.length > 0) throw faults[0]
  },
}

const sendInOwn = (occasion: Occasion, area: Area, term: SchoolTerm, body: ListToMake): Promise<boolean> => inTransaction(occasion, async (tx) => {
  tx.doings.act = actCode('send-review-lists')
  return sendList(tx, area, term, body)
})

/** By hand, for whoever does not want to wait for the morning. Answers with how many left. */
export const sendListsNow = actOutsideCase('send-review-lists', async (tx, areaCode: string) => {
  const area = await openAreaFor(tx, areaCode, 'send-review-lists')
  const term = termToList(area.code, tx.today)
  let sent = 0
  for (const body of await listBodiesWithout(tx, area, term)) if (await sendList(tx, area, term, body)) sent += 1
  return ok(sent)
})
