// When a plan is sent that names another setting than the one that the child leaves, it names the next placement: nobody has to say so.

import { openCaseFile } from '../../../casebook/open-case-file.ts'
import type { CaseKey } from '../../../casebook/open-case-file.ts'
import type { Occasion } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import type { RecordedFact } from '../../../domain/case-file/facts.ts'
import { isInForce } from '../../../domain/case-file/tracks.ts'
import { nameNextPlacement } from './name-next-placement.ts'
import { openTransferOf } from './settle-transfer.ts'

export async function nameByFinal(occasion: Occasion, key: CaseKey, fact: RecordedFact): Promise<void> {
  if (fact.type !== 'final-issued' && fact.type !== 'amended-final-issued') return
  const name = fact.settingName
  if (name === undefined) return
  const transfer = await read(occasion, async (tx) => {
    const caseFile = await openCaseFile(tx, key)
    return isInForce(caseFile.stage) ? openTransferOf(tx, caseFile) : undefined
  })
  if (transfer === undefined || transfer.settingName === undefined || transfer.settingName === name) return
  // Refused when somebody has said it already, or it was taken back in the meantime: then nothing is left to say.
  await nameNextPlacement(occasion, key, { transferId: transfer.id, finalSeq: fact.seq, how: 'setting', name })
}
