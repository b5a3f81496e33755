// What is wrong with a case for the return this very moment, by the same check as the night's: what was put right a minute ago is gone. What a person
// said of a query stands in the night's row.

import { findReturnHeader } from '../../../casebook/area-rows.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { childForReturn } from '../../../casebook/return/children-for-return.ts'
import { listOpenFaults } from '../../../casebook/return/fault-rows.ts'
import { listCouncils } from '../../../casebook/return/write-return.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { PersonFault } from '../../../domain/sen2/check-persons.ts'
import { PersonsCheck } from '../../../domain/sen2/check-persons.ts'
import { returnOf } from '../../../domain/sen2/return-of.ts'
import { askedTonight } from '../nightly/asked-tonight.ts'

export interface CaseFault extends PersonFault {
  /** Of the night's row, once a night has found it. */
  readonly id?: string
  readonly explanation?: string
}
export interface CaseFaults { readonly isInReturn: boolean; readonly open: readonly CaseFault[] }

export async function readFaults(tx: Tx, caseFile: CaseFile): Promise<CaseFaults> {
  const { now } = askedTonight(tx.today, await listCouncils(tx))
  const told = returnOf(await childForReturn(tx, caseFile.localAreaId, caseFile.child.id), now)
  if (told === undefined || !told.because.some(({ caseId }) => caseId === caseFile.id)) return { isInReturn: false, open: [] }
  const { authorityNumber } = await findReturnHeader(tx, caseFile.localAreaId)
  const rows = await listOpenFaults(tx, caseFile)
  const faults = new PersonsCheck(now, authorityNumber).take(told.person).faults.filter(({ request }) => request === undefined || told.because[request]?.caseId === caseFile.id)
  return {
    isInReturn: true,
    open: faults.map((fault) => {
      const row = rows.find(({ rule, block, element }) => rule === fault.rule && block === fault.block && element === fault.element)
      return { ...fault, ...(row === undefined ? {} : { id: row.id, ...(row.explanation === undefined ? {} : { explanation: row.explanation }) }) }
    }),
  }
}
