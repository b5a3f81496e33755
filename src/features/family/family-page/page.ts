import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page } from '../../../platform/http/reply.ts'
import { listOpenDisputes, listServiceAddresses } from '../address-store.ts'
import { listFamily, listHomes, listNeeds } from '../family-store.ts'
import { listProxyRows } from '../proxy-store.ts'
import { listRestrictions } from '../restriction-store.ts'
import { view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'family-details')
    return page(view({
      frame: ask.frame, caseFile, today: tx.today, invites: ask.house.signIn.includes('local'), members: await listFamily(tx, caseFile), homes: await listHomes(tx, caseFile),
      needs: await listNeeds(tx, caseFile), orders: await listRestrictions(tx, caseFile), service: await listServiceAddresses(tx, caseFile), disputes: await listOpenDisputes(tx, caseFile),
      proxies: await listProxyRows(tx, caseFile, { ownOnly: false }), standing: caseFile.standing,
    }))
  })
}
