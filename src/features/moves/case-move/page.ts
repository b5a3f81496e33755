import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { findArrivalOfCase } from '../arrival-store.ts'
import { heldUntil, listMoves, openMoveDays } from '../move-store.ts'
import { view } from './view.tsx'

const open = async (tx: Tx, ask: Ask): Promise<CaseFile> => {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  mustBeAbleToLook(caseFile, 'moves')
  return caseFile
}

export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await open(tx, ask)
    const arrival = await findArrivalOfCase(tx, caseFile.localAreaId, caseFile.id)
    const moves = await Promise.all((await listMoves(tx, caseFile)).map(async (move) => ({ ...move, heldUntil: await heldUntil(tx, caseFile, move.sendingId) })))
    return page(view({ frame: ask.frame, caseFile, moves, due: await openMoveDays(tx, caseFile), today: tx.today, ...(arrival === undefined ? {} : { arrival }) }))
  })
}
