import type { Ask } from '../../casebook/ask.ts'
import { param } from '../../casebook/ask.ts'
import { openAreaFor } from '../../casebook/open-area.ts'
import type { Area } from '../../casebook/open-case-file.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import type { Tx } from '../../casebook/tx.ts'
import { read } from '../../casebook/tx.ts'
import { getBatch, type BatchRow } from './batch-store.ts'
import type { BatchKey } from './person-store.ts'

export interface OpenReturn { readonly area: Area; readonly batch: BatchRow; readonly key: BatchKey }

/** The batch that the address names, for whoever may bring one in. */
export async function openReturn(tx: Tx, ask: Ask): Promise<OpenReturn> {
  const area = await openAreaFor(tx, param(ask, 'area'), 'bring-in-return')
  const batch = await getBatch(tx, area.id, param(ask, 'batchId'))
  return { area, batch, key: { localAreaId: area.id, batchId: batch.id } }
}

export const inReturn = <T extends object>(ask: Ask, more: (tx: Tx, open: OpenReturn) => Promise<T>): Promise<OpenReturn & T> =>
  read(ask, async (tx) => {
    const open = await openReturn(tx, ask)
    return { ...open, ...await more(tx, open) }
  })

export function personNoOf(ask: Ask): number {
  const no = Number(/^\d{1,8}$/.exec(param(ask, 'personNo'))?.[0] ?? Number.NaN)
  if (Number.isNaN(no)) throw new NotFound('person of a return')
  return no
}

export const pageNoOf = (ask: Ask): number => Math.min(100_000, Math.max(1, Number(/^\d{1,6}$/.exec(ask.query.text('page'))?.[0] ?? 1)))
