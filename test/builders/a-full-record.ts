// A rich case with what was said about its plan since: a review with its report, changes, an order with locked words, a ceasing that was
// considered, a reassessment that was asked for, a move to the next phase, and a health body that changed.

import { insertHome } from '../../src/casebook/family/family-rows.ts'
import { recordFact } from '../../src/casebook/ledger.ts'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { openCaseFile } from '../../src/casebook/open-case-file.ts'
import { planIdOf } from '../../src/casebook/plan/plan-content.ts'
import { system } from '../../src/casebook/signing-in/viewer.ts'
import { inTransaction } from '../../src/casebook/tx.ts'
import { plainDateOf } from '../../src/domain/calendar/plain-date.ts'
import type { ReviewId } from '../../src/domain/ids.ts'
import { demoOrganisationId, demoPersonId } from '../../src/features/demo/seed-world.ts'
import type { Hub } from '../harness/hub.ts'
import { aRichCase } from './a-rich-case.ts'

export async function aFullRecord(hub: Hub): Promise<CaseKey> {
  const key = await aRichCase(hub)
  await inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
    const caseFile = await openCaseFile(tx, key, { lock: true })
    const { localAreaId, id: caseId } = caseFile
    const planId = await planIdOf(tx, caseFile)
    const [hattie, shno, debra] = [demoPersonId('hattie'), demoPersonId('shno'), demoPersonId('debra')]
    const reviewId = tx.newId<ReviewId>()
    await insertHome(tx, { localAreaId, childId: caseFile.child.id }, { lines: ['1 Mill Lane'], postcode: 'ZZ97 1AA', isConfidential: false, fromOn: tx.today })
    await tx.db.insertInto('childNeed').values({ localAreaId, id: tx.newId<never>(), childId: caseFile.child.id, need: 'SLCN', rank: 1, fromOn: tx.today, recordedBy: hattie, recordedAt: tx.now }).execute()
    await tx.db.insertInto('namedSetting').values({ localAreaId, id: tx.newId<never>(), planId, organisationId: demoOrganisationId('larkfell'), senUnit: true, resourced: false, fromOn: tx.today, recordedAt: tx.now }).execute()
    await tx.db.insertInto('personalBudget').values({ localAreaId, id: tx.newId<never>(), planId, isTakenUp: true, isOrganised: true, directPayment: 'E', fromOn: tx.today, recordedBy: hattie, recordedAt: tx.now }).execute()
    await tx.db.insertInto('restriction').values({ localAreaId, id: tx.newId<never>(), childId: caseFile.child.id, kind: 'prohibited-steps', madeOn: tx.today, courtReference: 'ZZ26P1', effects: [], fromOn: tx.today, reviewOn: plainDateOf('2028-01-01'), recordedBy: hattie, recordedAt: tx.now }).execute()
    const report = await tx.db.selectFrom('advice').select(['id', 'reportText']).where('caseId', '=', caseId).where('item', '=', 'f').executeTakeFirstOrThrow()
    const quote = report.reportText.slice(0, 8)
    await tx.db.insertInto('adviceLine').values({ localAreaId, id: tx.newId<never>(), adviceId: report.id, kind: 'need', section: 'B', position: 1, text: quote, fields: JSON.stringify({}), quote, quoteStart: 0, quoteEnd: 8, markedBy: hattie, markedAt: tx.now }).execute()
    const paper = await tx.db.selectFrom('document').select('id').where('caseId', '=', caseId).limit(1).executeTakeFirstOrThrow()
    await tx.db.insertInto('adviceFile').values({ localAreaId, adviceId: report.id, documentId: paper.id, addedAt: tx.now }).execute()
    const { id: versionId } = await tx.db.selectFrom('planVersion').select('id').where('planId', '=', planId).where('kind', '=', 'final').executeTakeFirstOrThrow()
    const { id: lineId } = await tx.db.selectFrom('planLine').select('id').where('planId', '=', planId).orderBy('id').limit(1).executeTakeFirstOrThrow()
    const [invitationId, changeId, orderId, transferId] = [tx.newId<string>(), tx.newId<string>(), tx.newId<string>(), tx.newId<string>()]
    await tx.db.insertInto('reviewArrangement').values({ localAreaId, reviewId, caseId, organisationId: demoOrganisationId('larkfell'), versionId, how: 'in-person', place: 'The library', starts: '2pm', arrangedBy: debra, arrangedAt: tx.now }).execute()
    await tx.db.insertInto('reviewInvitation').values({ localAreaId, id: invitationId, reviewId, caseId, part: 'parent', personId: shno, name: 'Shno Tahsin', lineIds: [lineId], sentAt: tx.now }).execute()
    const content = { lines: [{ lineId, is: 'still-right', words: '' }], more: 'He tells us about his day.' }
    await tx.db.insertInto('reviewContribution').values({ localAreaId, invitationId, reviewId, caseId, familyPersonId: shno, content: JSON.stringify(content), savedBy: shno, savedAt: tx.now, givenAt: tx.now, givenBy: shno, aside: JSON.stringify([]) }).execute()
    await tx.db.insertInto('reviewReport').values({ localAreaId, reviewId, caseId, savedBy: debra, savedAt: tx.now, note: JSON.stringify({ private: 'Ask about lunch' }), sent: JSON.stringify({ words: 'He has made a friend.' }), sha256: 'a'.repeat(64), sentAt: tx.now, sentBy: debra }).execute()
    await recordFact(tx, caseFile, { type: 'review-meeting-held', reviewId, noInstitution: false })
    await recordFact(tx, caseFile, { type: 'review-report-sent', reviewId })
    await tx.db.insertInto('changeSaid').values({ localAreaId, id: changeId, caseId, saidBy: shno, channel: 'hub', part: 'family', what: 'needs', words: 'He has new hearing aids.', asksForReview: false, saidAt: tx.now, answerBy: plainDateOf('2027-01-25') }).execute()
    await recordFact(tx, caseFile, { type: 'change-said', changeId, by: 'family', asksForReview: false })
    await recordFact(tx, caseFile, { type: 'appeal-lodged', appealId: 'SE100', about: 'Section F' })
    await recordFact(tx, caseFile, { type: 'order-made', orderId, appealId: 'SE100', kind: 'amend-contents', reviewId })
    await tx.db.insertInto('orderedChange').values({ localAreaId, id: orderId, caseId, reviewId, source: 'order', kind: 'amend-contents', madeOn: tx.today, words: 'Two hours a week.', recordedBy: hattie, recordedAt: tx.now }).execute()
    const lockId = tx.newId<string>()
    await tx.db.insertInto('lockedWording').values({ localAreaId, id: lockId, caseId, planId, reviewId, changeId: orderId, source: 'order', lineId, section: 'F', words: 'Two hours a week.', lockedBy: hattie, lockedAt: tx.now }).execute()
    await recordFact(tx, caseFile, { type: 'ordered-words-locked', lockId, reviewId, section: 'F' })
    const ceasingId = tx.newId<string>()
    await tx.db.insertInto('planCeasing').values({ localAreaId, id: ceasingId, caseId, why: 'Said to be met by the school.', consideredBy: hattie, consideredAt: tx.now }).execute()
    await recordFact(tx, caseFile, { type: 'ceasing-considered', ceasingId, ground: 'no-longer-necessary' })
    await recordFact(tx, caseFile, { type: 'ceasing-dropped', ceasingId, because: 'decided' })
    const reassessmentId = tx.newId<string>()
    await tx.db.insertInto('reassessment').values({ localAreaId, id: reassessmentId, caseId, askedBy: 'parent', askedByName: 'Shno Tahsin', why: 'He has changed.', recordedBy: hattie, recordedAt: tx.now }).execute()
    await recordFact(tx, caseFile, { type: 'reassessment-requested', reassessmentId, askedBy: 'parent', channel: 'hub' })
    await tx.db.insertInto('phaseTransfer').values({ localAreaId, id: transferId, caseId, year: 2028, standing: 'moves', kind: 'primary-to-secondary', because: 'Year 6', organisationId: demoOrganisationId('larkfell'), madeAt: tx.now }).execute()
    await recordFact(tx, caseFile, { type: 'phase-transfer-foreseen', transferId, kind: 'primary-to-secondary', year: 2028 })
    const final = caseFile.facts.findLast(({ type }) => type === 'final-issued')
    await recordFact(tx, caseFile, { type: 'next-placement-named', transferId, finalSeq: final?.seq ?? 0, how: 'type' })
    await recordFact(tx, caseFile, { type: 'health-body-change-known', changeId: tx.newId<string>(), to: 'NHS Tarn Valley' })
  })
  return key
}
