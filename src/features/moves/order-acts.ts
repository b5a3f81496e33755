// What the old council does about a move: that it is known, that the record goes, that it is called off, that a file was handed over.

import { act } from '../../casebook/act.ts'
import { recordFact } from '../../casebook/ledger.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { NotAllowed } from '../../casebook/out-of-bounds.ts'
import { enqueue } from '../../casebook/queue.ts'
import { checkBeforeSending } from '../../casebook/sending/check-before-sending.ts'
import { heldSending } from '../../casebook/sending/hold.ts'
import type { Tx } from '../../casebook/tx.ts'
import { listAreas } from '../../casebook/open-area.ts'
import { undoing } from '../../casebook/undoings.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { standingFacts } from '../../domain/case-file/facts.ts'
import type { LocalAreaId, PersonId } from '../../domain/ids.ts'
import type { Outcome } from '../../domain/outcome.ts'
import { ok, refused } from '../../domain/outcome.ts'
import { millisecondsOf } from '../../platform/clock/system-clock.ts'
import type { Move } from './move-store.ts'
import { backToKnown, callOffArrival, changeMove, getMove, insertMove, listMoves } from './move-store.ts'
import { textsToCheck } from './texts-store.ts'
import { whatGoes } from './what-goes-store.ts'

export const carryJob = 'carry-move'

const personOf = ({ viewer }: Tx): PersonId => {
  if (viewer.kind !== 'person') throw new NotAllowed('a person records a move')
  return viewer.personId
}

export interface KnownMove {
  /** When the council knew (SEND Regulations 2014, reg 15(2)). */
  readonly knownOn: PlainDate
  readonly movesOn: PlainDate
  readonly to: { readonly areaId: LocalAreaId } | { readonly name: string }
}

export type RecordRefusal = { readonly kind: 'known-already' } | { readonly kind: 'not-elsewhere' }

export const recordMove = act('record-move', async (tx, caseFile, { knownOn, movesOn, to }: KnownMove): Promise<Outcome<string, RecordRefusal>> => {
  const isOver = ({ state }: Move): boolean => state === 'called-off'
  if ((await listMoves(tx, caseFile)).some((move) => !isOver(move))) return refused({ kind: 'known-already' })
  const area = 'areaId' in to ? (await listAreas(tx)).find(({ id }) => id === to.areaId) : undefined
  if ('areaId' in to && (area === undefined || area.id === caseFile.localAreaId)) return refused({ kind: 'not-elsewhere' })
  const name = area?.councilName ?? ('name' in to ? to.name : '')
  const moveId = await insertMove(tx, caseFile, { knownOn, movesOn, to: name, ...(area === undefined ? {} : { toAreaId: area.id }) }, personOf(tx))
  await recordFact(tx, caseFile, { type: 'move-known', moveId, movesOn, to: name }, { happenedOn: knownOn })
  return ok(moveId)
})

export interface Order {
  readonly moveId: string
  readonly note: string
  /** Ids of reports and documents that were on the page, and of those that stay by a person's decision. */
  readonly goes: readonly string[]
  readonly leftOut: readonly string[]
}

export type OrderRefusal = { readonly kind: 'sent-already' } | { readonly kind: 'changed-meanwhile' }

/** The record goes: packed and signed by the worker when the time to take it back is over, and not before the day of the move. */
export const sendOnMove = act('send-on-move', async (tx, caseFile, { moveId, note, goes, leftOut }: Order): Promise<Outcome<string, OrderRefusal>> => {
  const move = await getMove(tx, caseFile, moveId, { lock: true })
  if (move.state !== 'known') return refused({ kind: 'sent-already' })
  const { papers } = await whatGoes(tx, caseFile)
  const known = new Set(papers.map(({ id }) => id))
  if (![...goes, ...leftOut].every((id) => known.has(id))) return refused({ kind: 'changed-meanwhile' })
  await checkBeforeSending(tx, caseFile, { what: 'moved-record', text: [note, ...await textsToCheck(tx, caseFile, goes)].join('\n\n'), typed: note })
  await recordFact(tx, caseFile, { type: 'transfer-ordered', moveId, to: move.to })
  const held = await heldSending(tx)
  await changeMove(tx, caseFile, moveId, { note, goes: [...goes], leftOut: [...leftOut], orderedBy: personOf(tx), orderedAt: tx.now, sendingId: held?.id ?? null })
  if (move.movesOn <= tx.today) {
    const wait = held === undefined ? 0 : Math.max(0, millisecondsOf(held.until) - millisecondsOf(tx.now))
    await enqueue(tx, carryJob, { area: caseFile.key.area, caseId: caseFile.id, moveId }, { key: `${carryJob} ${moveId}`, inMilliseconds: wait })
  }
  return ok(moveId)
})

export const moveUndoings = [undoing('transfer-ordered', async (tx, caseFile, { moveId }) => { await backToKnown(tx, caseFile, moveId) })]

export interface CallingOff {
  readonly moveId: string
  /** Whether the child moves at all; if so the record may be sent again. */
  readonly isMoving: boolean
  readonly because: string
}

export type CallOffRefusal = { readonly kind: 'taken-in' } | { readonly kind: 'over-already' } | { readonly kind: 'nothing-sent' }

/** Takes back what the new council has not taken in; and where nobody moves, the move itself. The old file is open again. */
export const callOffMove = act('call-off-move', async (tx, caseFile, { moveId, isMoving, because }: CallingOff): Promise<Outcome<string, CallOffRefusal>> => {
  const move = await getMove(tx, caseFile, moveId, { lock: true })
  if (move.state === 'called-off') return refused({ kind: 'over-already' })
  if (move.state === 'taken-in') return refused({ kind: 'taken-in' })
  if (isMoving && move.state === 'known') return refused({ kind: 'nothing-sent' })
  if (move.toAreaId !== undefined && move.carriedAt !== undefined && await callOffArrival(tx, moveId) === 'taken-in') return refused({ kind: 'taken-in' })
  await strikeOut(tx, caseFile, move, because)
  if (isMoving) await backToKnown(tx, caseFile, moveId)
  else {
    const known = standingFacts(caseFile.facts).find((fact) => fact.type === 'move-known' && fact.moveId === moveId)
    await recordFact(tx, caseFile, { type: 'move-called-off', moveId, to: move.to }, { reason: because, ...(known === undefined ? {} : { corrects: known.seq }) })
    await changeMove(tx, caseFile, moveId, { calledOffAt: tx.now, calledOffBy: personOf(tx), calledOffBecause: because })
  }
  return ok(moveId)
})

/** What said that the record had gone no longer stands: the days of the law run again as if it had not. */
async function strikeOut(tx: Tx, caseFile: CaseFile, { id: moveId, to, orderedAt }: Move, because: string): Promise<void> {
  const standing = standingFacts(caseFile.facts)
  const sent = standing.findIndex((fact) => fact.type === 'plan-transferred' && fact.moveId === moveId)
  const wrong = standing.filter((fact, index) => index === sent || (fact.type === 'moved-out-of-area' && sent >= 0 && index > sent))
  if (orderedAt !== undefined && wrong.length === 0) await recordFact(tx, caseFile, { type: 'transfer-taken-back', moveId, to }, { reason: because })
  for (const fact of wrong) await recordFact(tx, caseFile, { type: 'transfer-taken-back', moveId, to }, { corrects: fact.seq, reason: because })
}

/** A council elsewhere was given the file: from this day the plan is transferred (SEND Regulations 2014, reg 15(2), (3)). */
export const handOver = act('confirm-move', async (tx, caseFile, { moveId, on }: { moveId: string; on: PlainDate }): Promise<Outcome<string, { readonly kind: 'no-package' }>> => {
  const move = await getMove(tx, caseFile, moveId, { lock: true })
  if (move.state !== 'to-hand-over' || move.packageSha256 === undefined) return refused({ kind: 'no-package' })
  await closeOldSide(tx, caseFile, { moveId, to: move.to, sha256: move.packageSha256, on })
  await changeMove(tx, caseFile, moveId, { handedOverOn: on })
  return ok(moveId)
})

/** The record has gone: the new council is responsible, and this file is kept and worked on no more. */
export async function closeOldSide(tx: Tx, caseFile: CaseFile, { on, ...sent }: { readonly moveId: string; readonly to: string; readonly sha256: string; readonly on: PlainDate }): Promise<void> {
  await recordFact(tx, caseFile, { type: 'plan-transferred', ...sent }, { happenedOn: on })
  await recordFact(tx, caseFile, { type: 'moved-out-of-area', to: sent.to }, { happenedOn: on })
}
