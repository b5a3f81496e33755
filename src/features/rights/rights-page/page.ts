import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { read } from '../../../casebook/tx.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import { rightsToDo } from '../../../domain/rights/rights-to-do.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect } from '../../../platform/http/reply.ts'
import { giveRightsNotice, rightsLetterCards } from '../notice/give-rights-notice.ts'
import { mayPermit, sharingHolder } from '../permission/say-permission.ts'
import { findYoungPerson, listOwnHistory, listPermissions } from '../rights-store.ts'
import { parentView } from './parent-view.tsx'
import { listParents } from './parents-here.ts'
import { staffView } from './staff-view.tsx'
import { youngPersonView } from './young-person-view.tsx'

/** Who holds the rights and since when: staff see to it, the young person says who may help, a parent reads what is theirs. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'rights')
    const shared = { frame: ask.frame, caseFile, today: tx.today, holder: sharingHolder(tx, caseFile) }
    if (isOfCouncil(caseFile.parts)) return page(staffView({ ...shared, ...await forStaff(tx, caseFile), cannotTell: ask.query.text('untold') === 'yes' }))
    if (mayPermit(tx, caseFile) !== undefined || caseFile.parts.includes('young-person')) {
      return page(youngPersonView({ ...shared, parents: await listParents(tx, caseFile), isOwn: caseFile.parts.includes('young-person'), mayChoose: mayPermit(tx, caseFile) !== undefined,
        said: caseFile.parts.includes('young-person') ? await listPermissions(tx, caseFile) : new Map() }))
    }
    const personId = tx.viewer.kind === 'person' ? tx.viewer.personId : ''
    return page(parentView({ ...shared, personId, history: await listOwnHistory(tx, caseFile) }))
  })
}

async function forStaff(tx: Tx, caseFile: CaseFile) {
  const parents = await listParents(tx, caseFile)
  const youngPerson = await findYoungPerson(tx, caseFile)
  return {
    cards: caseFile.open.includes('give-rights-notice') ? await rightsLetterCards(tx, caseFile) : [],
    parents, said: await listPermissions(tx, caseFile), ...(youngPerson === undefined ? {} : { youngPerson }),
    toDo: rightsToDo(caseFile.rights, { hasYoungPerson: youngPerson?.isOnCase ?? false, parents }, tx.today),
  }
}

/** An officer's press where the morning's letters could not go. */
export async function tell(ask: Ask): Promise<Reply> {
  const told = await giveRightsNotice(ask, caseKeyOf(ask), undefined)
  return redirect(paths.caseRights(caseKeyOf(ask), told.ok ? { done: 'rights-told' } : { untold: 'yes' }))
}
