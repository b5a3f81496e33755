import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { mustHoldInArea } from '../../../casebook/access/office.ts'
import { openArea } from '../../../casebook/open-area.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors } from '../../../ui/form.tsx'
import { isLockedFile } from '../../../platform/seal/locked-file.ts'
import { bringArrival, keepLocked, lookInto } from '../arrival-acts.ts'
import { listArrivals } from '../arrival-store.ts'
import { bringWords } from '../bring-words.ts'
import { listLocked } from '../locked-store.ts'
import { view } from './view.tsx'

async function list(ask: Ask, errors: FormErrors): Promise<Reply> {
  return read(ask, async (tx) => {
    const area = await openArea(tx, param(ask, 'area'))
    mustHoldInArea(tx, 'receive-moves', area.id)
    const document = view({ frame: ask.frame, area, arrivals: await listArrivals(tx, area), locked: await listLocked(tx, area.id), today: tx.today, errors })
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => list(ask, [])

export async function submit(ask: Ask): Promise<Reply> {
  const given = ask.form.files.find(({ field }) => field === 'package')
  const refuse = (message: string): Promise<Reply> => list(ask, [{ field: 'package', message }])
  if (given === undefined) return refuse('Select a file')
  if (given.isTooBig) return refuse('The selected file must be smaller than 25 MB')
  const area = param(ask, 'area')
  if (isLockedFile(given.bytes)) {
    const kept = await keepLocked(ask, { area, fileName: given.fileName, bytes: given.bytes })
    return kept.ok ? redirect(paths.lockedPackage({ area, lockedId: kept.value }, { done: 'locked-kept' })) : refuse(bringWords(kept.refusal))
  }
  const looked = await lookInto(ask.house, given.bytes)
  if (!looked.ok) return refuse(bringWords(looked.refusal))
  const brought = await bringArrival(ask, { area, bytes: given.bytes, opened: looked.value })
  return brought.ok ? redirect(paths.arrival({ area, arrivalId: brought.value }, { done: 'arrival-kept' })) : refuse(bringWords(brought.refusal))
}
