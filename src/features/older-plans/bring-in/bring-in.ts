// The act: somebody of the council's team brings in plans from before the hub.

import { actOutsideCase } from '../../../casebook/act.ts'
import { openAreaFor } from '../../../casebook/open-area.ts'
import type { LookedAtOne } from '../../../casebook/papers/uploads.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { insertBatch, noteFile } from '../batch-store.ts'
import { takeFile } from './take-file.ts'

export interface BringIn {
  readonly area: string
  readonly files: readonly LookedAtOne[]
  /** Files that were refused before anybody looked into them: a zip that cannot be unpacked. */
  readonly refused: readonly { readonly fileName: string; readonly why: string }[]
}

export const bringIn = actOutsideCase('place-older-plan', async (tx, { area: code, files, refused: refusedFiles }: BringIn) => {
  const area = await openAreaFor(tx, code, 'place-older-plan')
  if (files.length + refusedFiles.length === 0) return refused({ kind: 'none-chosen' as const })
  const batchId = await insertBatch(tx, area.id, 'page')
  let no = 0
  for (const { fileName, why } of refusedFiles) await noteFile(tx, area.id, batchId, no += 1, { fileName, outcome: 'refused', why })
  for (const file of files) await takeFile(tx, { localAreaId: area.id, batchId, no: no += 1 }, file)
  return ok({ batchId })
})
