// Who of the family is told of a delay: whoever holds the rights of Part 3 (CFA 2014 ss.19, 80, 83(2)). Once that is the young
// person, the letter is theirs, with a copy for a parent whom they let have their letters.

import type { Addressee } from '../../casebook/letters.ts'
import { listFamilyAddressees } from '../../casebook/letters.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'

export const listWhomToTell = (tx: Tx, caseFile: CaseFile): Promise<Addressee[]> => listFamilyAddressees(tx, caseFile)
