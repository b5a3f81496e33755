// The case, for whoever looks at what the national return says of its child; and for whoever may put something right there.

import type { Ask } from '../../casebook/ask.ts'
import { caseKeyOf } from '../../casebook/ask.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { mustBeAbleToLook, openCaseFile } from '../../casebook/open-case-file.ts'
import { NotAllowed } from '../../casebook/out-of-bounds.ts'
import type { Tx } from '../../casebook/tx.ts'
import { read } from '../../casebook/tx.ts'
import type { ActName } from '../../domain/case-file/open-acts.ts'

export const openForReturn = async (tx: Tx, ask: Ask, act?: ActName): Promise<CaseFile> => {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  mustBeAbleToLook(caseFile, 'return-items')
  if (act !== undefined && !caseFile.open.includes(act)) throw new NotAllowed(act)
  return caseFile
}

export const readForReturn = <T>(ask: Ask, act: ActName, find: (tx: Tx, caseFile: CaseFile) => Promise<T>): Promise<T & { readonly caseFile: CaseFile }> =>
  read(ask, async (tx) => {
    const caseFile = await openForReturn(tx, ask, act)
    return { caseFile, ...await find(tx, caseFile) }
  })

export const childKeyOf = ({ localAreaId, child }: CaseFile) => ({ localAreaId, childId: child.id })
