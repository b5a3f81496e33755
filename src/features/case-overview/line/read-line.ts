// The line of a case as its reader may see it: the same engine and days for everybody, without what only the other parent did.

import { familySees, kindOfFact } from '../../../casebook/fact-sentences.ts'
import type { RefusedFact } from '../../../casebook/limits/keep-clocks.ts'
import { readClocks } from '../../../casebook/limits/keep-clocks.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { isOfCouncil, ofFamily } from '../../../domain/access/parts.ts'
import { delaysOf } from '../../../domain/case-file/delays.ts'
import type { RecordedFact } from '../../../domain/case-file/facts.ts'
import type { PersonId } from '../../../domain/ids.ts'
import type { Line } from '../../../domain/timeline/line-of.ts'
import { lineOf } from '../../../domain/timeline/line-of.ts'

export interface LineRead {
  readonly line: Line
  /** The facts that contradict each other, when the engine can tell no dates. */
  readonly refused: readonly RefusedFact[]
}

export const isFamilyOnly = ({ parts }: CaseFile): boolean => parts.every((part) => ofFamily.includes(part))

export async function readLine(tx: Tx, caseFile: CaseFile): Promise<LineRead> {
  const { localAreaId, id, key, child } = caseFile
  const viewerId = tx.viewer.kind === 'person' ? tx.viewer.personId : undefined
  const isCouncil = isOfCouncil(caseFile.parts)
  const facts = isCouncil ? caseFile.facts : caseFile.facts.filter((fact) => !isOthersDispute(fact, viewerId))
  // An explanation whose excuse fell is no longer true: the family is told anew, and until then nothing stands in its place.
  const explained = delaysOf(facts).filter(({ isExcuseWithdrawn }) => !isExcuseWithdrawn)
  const read = await readClocks(tx, { localAreaId, areaCode: key.area, id, bornOn: child.bornOn, facts })
  return read.ok ? { line: lineOf(read.value, explained), refused: [] } : { line: lineOf([]), refused: read.refusal }
}

/** Mediation is between the council and the one who asked for it: nobody else reads of it, nor a day that it moved. */
const isOthersDispute = (fact: RecordedFact, viewerId: PersonId | undefined): boolean =>
  kindOfFact(fact) === 'dispute' && familySees(fact) === 'own' && fact.recordedBy !== viewerId
