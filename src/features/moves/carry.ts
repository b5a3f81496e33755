// The worker's part of a move. Only the system crosses from one area to another, and only it holds the key that signs: it packs what an
// officer ordered, puts it among the arrivals of the other area, carries the receipt back, and chases what nobody opens.

import { z } from 'zod'
import type { Job } from '../../casebook/feature.ts'
import { recordFact } from '../../casebook/ledger.ts'
import type { CaseFile, CaseKey } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { listAreas } from '../../casebook/open-area.ts'
import { leaveCase } from '../../casebook/parties.ts'
import { enqueue } from '../../casebook/queue.ts'
import { queueOutgoing } from '../../casebook/sending/outgoing.ts'
import type { Occasion, Tx } from '../../casebook/tx.ts'
import { inTransaction, read } from '../../casebook/tx.ts'
import { isClosed } from '../../domain/access/standing.ts'
import type { Part } from '../../domain/access/parts.ts'
import { londonDateOf } from '../../domain/calendar/london-date.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import type { LocalAreaId } from '../../domain/ids.ts'
import { isTimeToChaseArrival } from '../../domain/moves/move-state.ts'
import { paths } from '../../paths.ts'
import { millisecondsOf } from '../../platform/clock/system-clock.ts'
import type { Arrival } from './arrival-store.ts'
import { changeArrival, getArrival, getReferenceOf, insertArrival, listReceivers, listWaitingArrivals } from './arrival-store.ts'
import { gather } from './gather.ts'
import type { Move } from './move-store.ts'
import { changeMove, findMovedCase, getMove, heldUntil, listDueMoves, listWorkingParties } from './move-store.ts'
import { carryJob, closeOldSide } from './order-acts.ts'
import type { MovePackage, SignedReceipt } from './package/format.ts'
import { signText } from './package/signature.ts'
import { writePackage } from './package/write-package.ts'

export const answerJob = 'answer-move'

const toCarry = z.object({ area: z.string(), caseId: z.string(), moveId: z.string() })

/** Packs one move, when its day has come and nobody took it back. Safe to run twice. */
export const carryMove: Job = {
  name: carryJob,
  run: async (occasion, payload) => {
    const { moveId, ...key } = toCarry.parse(payload)
    await carryOne(occasion, key, moveId)
  },
}

/** Whatever lost its job, or waited for the day of the move. */
export const carryDueMoves: Job = {
  name: 'carry-due-moves',
  runsAt: '10 * * * *',
  run: async (occasion) => {
    for (const { moveId, ...key } of await read(occasion, listDueMoves)) await carryOne(occasion, key, moveId)
  },
}

const carryOne = (occasion: Occasion, key: CaseKey, moveId: string): Promise<void> => inTransaction(occasion, async (tx) => {
  const caseFile = await openCaseFile(tx, key, { lock: true })
  const move = await getMove(tx, caseFile, moveId, { lock: true })
  if (move.state !== 'ordered' || move.movesOn > tx.today || isClosed(caseFile)) return
  const until = await heldUntil(tx, caseFile, move.sendingId)
  if (until !== undefined) {
    await enqueue(tx, carryJob, { ...key, moveId }, { key: `${carryJob} ${moveId}`, inMilliseconds: Math.max(0, millisecondsOf(until) - millisecondsOf(tx.now)) })
    return
  }
  const pack = await gather(tx, caseFile, { moveId, to: move.to, knownOn: move.knownOn, movesOn: move.movesOn, note: move.note, goes: move.goes, leftOut: move.leftOut })
  const bytes = writePackage(pack, (text) => signText(tx.house.auditHeads, 'golden-thread move 1', text))
  const { sha256, size } = await tx.house.files.keep(bytes)
  await changeMove(tx, caseFile, moveId, { packageSha256: sha256, packageSize: size, carriedAt: tx.now, withheld: JSON.stringify(pack.manifest.withheld) })
  if (move.toAreaId === undefined) return
  await closeOldSide(tx, caseFile, { moveId, to: move.to, sha256, on: tx.today })
  await bringTo(tx, { localAreaId: move.toAreaId, fromAreaId: caseFile.localAreaId, pack, sha256, size })
})

/** What of a package its row among the arrivals says. */
export function headOf({ manifest, record }: MovePackage): Pick<Arrival, 'moveId' | 'kind' | 'from' | 'childName' | 'bornOn' | 'movesOn' | 'transferredOn'> {
  const [child] = record.tables.child
  return {
    moveId: manifest.moveId, kind: manifest.kind, from: manifest.from.council, childName: `${String(child?.['givenName'])} ${String(child?.['familyName'])}`, bornOn: plainDateOf(String(child?.['bornOn'])),
    movesOn: plainDateOf(manifest.movesOn), transferredOn: plainDateOf(manifest.transferredOn),
  }
}

async function bringTo(tx: Tx, { localAreaId, fromAreaId, pack, sha256, size }: { localAreaId: LocalAreaId; fromAreaId: LocalAreaId; pack: MovePackage; sha256: string; size: number }): Promise<void> {
  await insertArrival(tx, { ...headOf(pack), localAreaId, fromAreaId, packageSha256: sha256, packageSize: size, publicKey: tx.house.auditHeads.publicKey() })
  await tellReceivers(tx, localAreaId, 'A record arrived from another council', 'Another council has sent you the record of a child who moves to your area. The law gives six weeks from the transfer to tell the family what happens with the plan.')
}

async function tellReceivers(tx: Tx, localAreaId: LocalAreaId, subject: string, words: string): Promise<void> {
  const area = (await listAreas(tx)).find(({ id }) => id === localAreaId)
  if (area === undefined) return
  for (const { id, email } of await listReceivers(tx, localAreaId)) {
    await queueOutgoing(tx, { localAreaId }, {
      channel: email === null ? 'hub' : 'email', toPersonId: id, ...(email === null ? {} : { toAddress: email }), about: 'arrival', subject,
      body: `${words}\n\nSign in to see it: ${tx.house.baseUrl}${paths.arrivals({ area: area.code })}`,
    })
  }
}

const toAnswer = z.object({ localAreaId: z.string(), arrivalId: z.string() })

/** Tells the old side what became of it, and signs the receipt. Safe to run twice. */
export const answerMove: Job = {
  name: answerJob,
  run: async (occasion, payload) => {
    const { localAreaId, arrivalId } = toAnswer.parse(payload)
    await inTransaction(occasion, async (tx) => {
      const arrival = await getArrival(tx, localAreaId as LocalAreaId, arrivalId, { lock: true })
      const receipt = await receiptFor(tx, arrival)
      if (arrival.fromAreaId !== undefined) await answerTo(tx, arrival, arrival.fromAreaId, receipt)
    })
  },
}

/** The receipt, made and kept once the child is taken in. */
async function receiptFor(tx: Tx, arrival: Arrival): Promise<SignedReceipt | undefined> {
  if (arrival.takenInAt === undefined || arrival.receipt !== undefined) return arrival.receipt
  const area = (await listAreas(tx)).find(({ id }) => id === arrival.localAreaId)
  const receipt = JSON.stringify({
    format: 'golden-thread-move-receipt', version: 1, moveId: arrival.moveId, package: arrival.packageSha256, takenInBy: area?.councilName ?? '', takenInOn: londonDateOf(arrival.takenInAt),
    caseReference: await getReferenceOf(tx, arrival),
  })
  const signed: SignedReceipt = { receipt, signature: signText(tx.house.auditHeads, 'golden-thread move receipt 1', receipt) }
  await changeArrival(tx, arrival, { receipt: JSON.stringify(signed) })
  return signed
}

async function answerTo(tx: Tx, arrival: Arrival, oldAreaId: LocalAreaId, receipt: SignedReceipt | undefined): Promise<void> {
  const key = await findMovedCase(tx, oldAreaId, arrival.moveId)
  if (key === undefined) return
  const caseFile = await openCaseFile(tx, key, { lock: true })
  const move = await getMove(tx, caseFile, arrival.moveId, { lock: true })
  // It was taken back meanwhile, and perhaps sent anew: then this is about another package.
  if (move.packageSha256 !== arrival.packageSha256) return
  await changeMove(tx, caseFile, move.id, {
    ...(arrival.openedAt === undefined ? {} : { openedAt: arrival.openedAt }),
    ...(arrival.returnedAt === undefined ? {} : { returnedAt: arrival.returnedAt, returnedBecause: arrival.returnedBecause ?? null }),
  })
  if (receipt !== undefined && arrival.takenInAt !== undefined) await keepReceipt(tx, caseFile, move, receipt, arrival.takenInAt)
}

/** The receipt is on the old file, and whoever worked on it has no part in it any more. */
export async function keepReceipt(tx: Tx, caseFile: CaseFile, move: Move, receipt: SignedReceipt, takenInAt: string): Promise<void> {
  if (move.receipt !== undefined) return
  await changeMove(tx, caseFile, move.id, { receipt: JSON.stringify(receipt), takenInAt: takenInAt as Arrival['arrivedAt'] })
  await recordFact(tx, caseFile, { type: 'transfer-receipted', moveId: move.id, by: move.to })
  for (const { part, personId, organisationId, fullName, name } of await listWorkingParties(tx, caseFile)) {
    await leaveCase(tx, caseFile, { part: part as Part, name: fullName ?? name ?? '', ...(personId === null ? {} : { personId }), ...(organisationId === null ? {} : { organisationId }) })
  }
}

/** What nobody opened or took in is told again, every two working days, until somebody does. */
export const chaseArrivals: Job = {
  name: 'chase-arrivals',
  runsAt: '40 7 * * 1-5',
  run: async (occasion) => {
    for (const waiting of await read(occasion, listWaitingArrivals)) {
      await inTransaction(occasion, async (tx) => {
        if (!isTimeToChaseArrival(londonDateOf(waiting.chasedAt ?? waiting.arrivedAt), tx.today)) return
        await changeArrival(tx, waiting, { chasedAt: tx.now })
        await tellReceivers(tx, waiting.localAreaId, 'A record from another council waits', `The record of a child who moved to your area came on ${londonDateOf(waiting.arrivedAt)} and nobody has taken the child in.`)
      })
    }
  },
}
