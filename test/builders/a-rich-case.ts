// A case with something in every place that a move must carry: an issued plan with a later wording, documents, proposals, a confirmation,
// notes of safety, words to be kept out, and a review that is arranged.

import { keepDocument } from '../../src/casebook/papers/documents.ts'
import { insertHome } from '../../src/casebook/family/family-rows.ts'
import { recordFact } from '../../src/casebook/ledger.ts'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { openCaseFile } from '../../src/casebook/open-case-file.ts'
import { planIdOf } from '../../src/casebook/plan/plan-content.ts'
import { system } from '../../src/casebook/signing-in/viewer.ts'
import type { Tx } from '../../src/casebook/tx.ts'
import { inTransaction } from '../../src/casebook/tx.ts'
import { plainDateOf } from '../../src/domain/calendar/plain-date.ts'
import type { DocumentId, ReviewId } from '../../src/domain/ids.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import type { Hub } from '../harness/hub.ts'
import { anIssuedPlan } from './an-issued-plan.ts'

const asSystem = <T>(hub: Hub, run: (tx: Tx) => Promise<T>): Promise<T> => inTransaction({ house: hub.house, viewer: system, page: 'test' }, run)

export async function aRichCase(hub: Hub): Promise<CaseKey> {
  const key = await anIssuedPlan(hub, { morePairs: 3 })
  await asSystem(hub, async (tx) => {
    const caseFile = await openCaseFile(tx, key, { lock: true })
    const { localAreaId, id: caseId, child } = caseFile
    const planId = await planIdOf(tx, caseFile)
    const by = demoPersonId('hattie')
    for (const [title, text] of [['Letter from the nursery', 'Rewan — “likes” trains.\r\n'], ['Swimming certificate', 'Ten metres\u00a0✓\n']] as const) {
      const document = await keepDocument(tx, { localAreaId, caseId }, { fileName: `${title}.txt`, contentType: 'text/plain', bytes: Buffer.from(text), scannedBy: 'test' }, { kind: 'evidence', title, audience: ['parent'] })
      await recordFact(tx, caseFile, { type: 'evidence-added', documentId: document.id satisfies DocumentId, title })
    }
    await tx.db.updateTable('advice').set({ reportText: 'The secret report of what was said.' }).where('localAreaId', '=', localAreaId).where('caseId', '=', caseId).where('item', '=', 'e').execute()
    const line = await tx.db.selectFrom('planLine as l').innerJoin('planLineRevision as r', (join) => join.onRef('r.localAreaId', '=', 'l.localAreaId').onRef('r.lineId', '=', 'l.id').onRef('r.n', '=', 'l.latest'))
      .selectAll('r').select('l.latest').where('l.localAreaId', '=', localAreaId).where('l.planId', '=', planId).where('r.section', '=', 'B').orderBy('r.position').limit(1).executeTakeFirstOrThrow()
    // A wording that is not in force: of the working document.
    await tx.db.insertInto('planLineRevision').values({ ...line, fields: JSON.stringify(line.fields), latest: undefined, n: 2, baseN: 1, text: `${line.text} He uses “more” & signs <3.`, at: tx.now, authorId: by } as never).execute()
    await tx.db.updateTable('planLine').set({ latest: 2 }).where('localAreaId', '=', localAreaId).where('id', '=', line.lineId).execute()
    for (const [kind, text] of [['comment', 'We do not see this at home.'], ['change', 'Rewan understands three key words.']] as const) {
      await tx.db.insertInto('proposal').values({ localAreaId, id: tx.newId<never>(), planId, lineId: line.lineId, onRevision: 1, section: 'B', kind, text, authorId: demoPersonId('shno'), madeAt: tx.now }).execute()
    }
    await tx.db.insertInto('lineConfirmation').values({ localAreaId, id: tx.newId<never>(), planId, lineId: line.lineId, revision: 1, confirmedOn: tx.today, how: 'still-right', recordedBy: by, recordedAt: tx.now }).execute()
    await tx.db.updateTable('relationship').set({ safeContact: 'phone', safeContactNote: 'Not before nine.' }).where('localAreaId', '=', localAreaId).where('childId', '=', child.id).where('personId', '=', demoPersonId('hoshang')).execute()
    await tx.db.insertInto('communicationNeed').values({ localAreaId, id: tx.newId<never>(), childId: child.id, kind: 'symbols', detail: 'Choice boards', fromOn: plainDateOf('2026-01-05') }).execute()
    await tx.db.insertInto('termToKeepOut').values({ localAreaId, id: tx.newId<never>(), caseId, term: 'Uncle Zed', kind: 'name', why: 'A friend of one parent', keepFrom: [`parent:${demoPersonId('shno')}`], notedBy: by, notedAt: tx.now }).execute()
    await recordFact(tx, caseFile, { type: 'review-meeting-arranged', reviewId: tx.newId<ReviewId>(), meetingOn: plainDateOf('2027-03-15'), noInstitution: false })
  })
  return key
}

/** A protected address comes into force. */
export async function aProtectedHome(hub: Hub, key: CaseKey): Promise<void> {
  await asSystem(hub, async (tx) => {
    const { localAreaId, child } = await openCaseFile(tx, key)
    await insertHome(tx, { localAreaId, childId: child.id }, { lines: ['7 Hidden Lane'], postcode: 'ZZ97 7ZZ', isConfidential: true, fromOn: tx.today })
  })
}
