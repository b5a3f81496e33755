// The worker makes the return: of every child of the area, as the system, and packs the file for whoever asked.

import { createGzip } from 'node:zlib'
import { once } from 'node:events'
import { z } from 'zod'
import { mustHoldInArea } from '../../casebook/access/office.ts'
import { actOutsideCase } from '../../casebook/act.ts'
import type { Job } from '../../casebook/feature.ts'
import { openArea } from '../../casebook/open-area.ts'
import { enqueue } from '../../casebook/queue.ts'
import { writeReturn } from '../../casebook/return/write-return.ts'
import type { Tx } from '../../casebook/tx.ts'
import { inTransaction, read } from '../../casebook/tx.ts'
import type { LocalAreaId } from '../../domain/ids.ts'
import { ok } from '../../domain/outcome.ts'
import { askedFor, type ReturnAsked } from '../../domain/sen2/from-record/record-for-return.ts'
import { newestReturnYear, surveyDayOf, type ReturnYear } from '../../domain/sen2/return-years.ts'
import { beginReturn, failReturn, finishReturn, getReturn, removeOldContents, type ReturnMade } from './return-store.ts'

/** A year of the list, or "today": as if today were survey day, by the newest specification. */
export type ReturnWanted = ReturnYear | 'today'

const askedOf = (tx: Pick<Tx, 'today'>, wanted: ReturnWanted): ReturnAsked => (wanted === 'today' ? askedFor(newestReturnYear, tx.today) : askedFor(wanted))
/** What a line in the list was made for. */
const askedOfMade = ({ year, surveyDay }: ReturnMade): ReturnAsked => (isTryOut({ year, surveyDay }) ? askedFor(year, surveyDay) : askedFor(year))
/** Made for another day than the survey day that was published: never to be sent. */
export const isTryOut = ({ year, surveyDay }: Pick<ReturnMade, 'year' | 'surveyDay'>): boolean => surveyDay !== surveyDayOf(year)

export const askForReturn = actOutsideCase('make-national-return', async (tx, { area: code, wanted }: { readonly area: string; readonly wanted: ReturnWanted }) => {
  const area = await openArea(tx, code)
  const { personId } = mustHoldInArea(tx, 'send-national-return', area.id)
  const { id } = await beginReturn(tx, area.id, askedOf(tx, wanted), personId)
  await enqueue(tx, makeReturnJob.name, { localAreaId: area.id, id })
  return ok(id)
})

const payloadOf = z.object({ localAreaId: z.string(), id: z.string() })

export const makeReturnJob: Job = {
  name: 'make-national-return',
  run: async (occasion, payload) => {
    const { localAreaId, id } = payloadOf.parse(payload)
    const area = localAreaId as LocalAreaId
    const begun = await read(occasion, (tx) => getReturn(tx, area, id))
    if (begun.state === 'made') return
    const packing = createGzip()
    const packed: Buffer[] = []
    packing.on('data', (piece: Buffer) => packed.push(piece))
    try {
      const written = await writeReturn(occasion, area, askedOfMade(begun), begun.serial, (text) => (packing.write(text) ? undefined : once(packing, 'drain')))
      packing.end()
      await once(packing, 'end')
      await inTransaction(occasion, (tx) => finishReturn(tx, area, id, written, Buffer.concat(packed)))
    } catch (fault) {
      await inTransaction(occasion, (tx) => failReturn(tx, area, id))
      throw fault
    }
  },
}

export const removeOldReturnsJob: Job = {
  name: 'remove-old-returns',
  runsAt: '40 3 * * *',
  run: (occasion) => inTransaction(occasion, removeOldContents),
}
