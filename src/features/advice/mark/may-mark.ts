import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import type { Advice } from '../advice-store.ts'
import { isMine } from '../advice-store.ts'

/** Its author until it is sent; then the council's plan writers and officers. */
export function mayMark(tx: Tx, caseFile: CaseFile, advice: Advice): boolean {
  if (advice.state === 'working' || advice.state === 'returned') return isMine(tx, caseFile, advice)
  return isOfCouncil(caseFile.parts)
}
