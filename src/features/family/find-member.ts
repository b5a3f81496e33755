// A page about one family member: the case in sight, the act open to the viewer, the member on record.

import type { Ask } from '../../casebook/ask.ts'
import { caseKeyOf, param } from '../../casebook/ask.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { NotAllowed } from '../../casebook/out-of-bounds.ts'
import type { Tx } from '../../casebook/tx.ts'
import { read } from '../../casebook/tx.ts'
import type { ActName } from '../../domain/case-file/open-acts.ts'
import type { KnownMember } from './family-store.ts'
import { getMember } from './family-store.ts'

export async function openCaseFor(tx: Tx, ask: Ask, act: ActName): Promise<CaseFile> {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  if (!caseFile.open.includes(act)) throw new NotAllowed(act)
  return caseFile
}

export async function findMemberFor(ask: Ask, act: ActName): Promise<{ caseFile: CaseFile; member: KnownMember }> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFor(tx, ask, act)
    return { caseFile, member: await getMember(tx, caseFile, param(ask, 'relationshipId')) }
  })
}
