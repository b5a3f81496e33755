// Taking back what waits: nothing of it leaves or is seen, and the facts that said that it had been given or decided are corrected by
// one that says that it was taken back. Their days no longer count: a letter that nobody was sent was not sent in time. What the
// law asks for is owed again, and the clocks say so at once.

import type { FactType } from '../../domain/case-file/facts.ts'
import { standingFacts } from '../../domain/case-file/facts.ts'
import { processMoves } from '../../domain/case-file/tracks.ts'
import type { Outcome } from '../../domain/outcome.ts'
import { ok, refused } from '../../domain/outcome.ts'
import { addDays } from '../../domain/calendar/plain-date.ts'
import { doesComeBack } from '../../domain/sending/what-comes-back.ts'
import { act } from '../act.ts'
import { recordFact } from '../ledger.ts'
import type { CaseFile } from '../open-case-file.ts'
import { NotFound } from '../out-of-bounds.ts'
import { cancelSending, letSendingGo } from './outgoing.ts'
import type { Tx } from '../tx.ts'

export type TakeBackRefusal = { readonly kind: 'left-already' } | { readonly kind: 'taken-back-already' }
  /** Something was sent after it that rests on it: that is taken back first. */
  | { readonly kind: 'followed' }

/** What the rest of a case rests on. */
const ofAPlanInForce: readonly FactType[] = ['review-decision-notified', 'amendment-notice-sent', 'amended-final-issued', 'not-amending-notified']
const isGround = (type: FactType): boolean => processMoves.some(({ fact }) => fact === type) || ofAPlanInForce.includes(type)
const restsOnIt = (type: FactType): boolean => isGround(type) || ['setting-consulted', 'advice-asked', 'plan-delivered'].includes(type)

async function findWaiting(tx: Tx, caseFile: CaseFile, sendingId: string) {
  const row = await tx.db.selectFrom('sending').selectAll().where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('id', '=', sendingId)
    .forUpdate().executeTakeFirst()
  if (row === undefined) throw new NotFound('sending')
  return row
}

export const takeBack = act('take-back', async (tx, caseFile, { sendingId, reason }: { sendingId: string; reason: string }): Promise<Outcome<string, TakeBackRefusal>> => {
  const row = await findWaiting(tx, caseFile, sendingId)
  if (row.takenBackAt !== null) return refused({ kind: 'taken-back-already' })
  if (row.heldUntil <= tx.now || tx.viewer.kind !== 'person') return refused({ kind: 'left-already' })
  const { localAreaId } = caseFile
  const standing = standingFacts(caseFile.facts)
  const undone = standing.filter(({ seq, type }) => seq >= row.firstSeq && seq <= row.lastSeq && doesComeBack(type))
  if (undone.some(({ type }) => isGround(type)) && standing.some(({ seq, type }) => seq > row.lastSeq && restsOnIt(type))) return refused({ kind: 'followed' })
  await tx.db.updateTable('sending').set({ takenBackAt: tx.now, takenBackBy: tx.viewer.personId, reason: reason === '' ? null : reason }).where('localAreaId', '=', localAreaId).where('id', '=', sendingId).execute()
  await cancelSending(tx, localAreaId, sendingId)
  await endParts(tx, caseFile, sendingId)
  const because = reason === '' ? 'It was taken back before it left' : reason
  for (const fact of undone) {
    await recordFact(tx, caseFile, { type: 'sending-taken-back', sendingId, act: row.act, of: fact.type }, { corrects: fact.seq, reason: because })
    for (const { of, undo } of tx.house.undoings) if (of === fact.type) await undo(tx, caseFile, fact)
  }
  if (undone.length === 0) await recordFact(tx, caseFile, { type: 'sending-taken-back', sendingId, act: row.act }, { reason: because })
  return ok(row.act)
})

/** Parts that the sending gave end before they began to be seen. */
async function endParts(tx: Tx, caseFile: CaseFile, sendingId: string): Promise<void> {
  const parts = await tx.db.selectFrom('sentThing').select('thingId').where('localAreaId', '=', caseFile.localAreaId).where('sendingId', '=', sendingId).where('kind', '=', 'part').execute()
  if (parts.length === 0) return
  await tx.db.updateTable('caseParty').set({ toOn: addDays(tx.today, -1) }).where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id)
    .where('id', 'in', parts.map(({ thingId }) => thingId)).execute()
}

/** What is urgent does not wait: whoever may take it back may let it go. */
export const letGo = act('let-go', async (tx, caseFile, { sendingId }: { sendingId: string }): Promise<Outcome<string, TakeBackRefusal>> => {
  const row = await findWaiting(tx, caseFile, sendingId)
  if (row.takenBackAt !== null) return refused({ kind: 'taken-back-already' })
  if (row.heldUntil <= tx.now || tx.viewer.kind !== 'person') return refused({ kind: 'left-already' })
  await tx.db.updateTable('sending').set({ heldUntil: tx.now, letGoAt: tx.now, letGoBy: tx.viewer.personId }).where('localAreaId', '=', caseFile.localAreaId).where('id', '=', sendingId).execute()
  await letSendingGo(tx, caseFile.localAreaId, sendingId)
  await recordFact(tx, caseFile, { type: 'sent-at-once', sendingId, act: row.act })
  return ok(row.act)
})
