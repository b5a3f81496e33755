// After a child was taken in: the family is told within six weeks, people get their part here by an officer's hand, and what the move
// changed for the setting and the health body is recorded. And the receipt of a council elsewhere, on the old side.

import { act } from '../../casebook/act.ts'
import { recordFact } from '../../casebook/ledger.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { joinCase } from '../../casebook/parties.ts'
import type { Addressee } from '../../casebook/sending/letters.ts'
import { listFamilyAddressees } from '../../casebook/sending/letters.ts'
import type { NoticeIncomplete } from '../../casebook/sending/notices.ts'
import { noticeFor, sendCaseNotice } from '../../casebook/sending/notices.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { RowPart } from '../../domain/access/parts.ts'
import { latestOf, standingFacts } from '../../domain/case-file/facts.ts'
import type { Notice } from '../../domain/notice/notice.ts'
import type { OrganisationId, PersonId } from '../../domain/ids.ts'
import type { Outcome } from '../../domain/outcome.ts'
import { ok, refused } from '../../domain/outcome.ts'
import { keepReceipt } from './carry.ts'
import { getMove } from './move-store.ts'
import { receiptShape, signedReceiptShape } from './package/format.ts'
import { isSignedBy } from './package/signature.ts'
import type { Proposed } from './proposed-people-store.ts'
import { listProposed } from './proposed-people-store.ts'

export const transferOf = ({ facts }: Pick<CaseFile, 'facts'>) => latestOf(standingFacts(facts), 'plan-transferred-in')

export interface Telling {
  readonly willReassess: boolean
  /** The day by which the council reviews the plan (reg 15(5)). */
  readonly reviewOn: PlainDate
  readonly reasons: string
}

export type TellRefusal = { readonly kind: 'told-already' } | { readonly kind: 'nobody-in-the-family' } | { readonly kind: 'no-transfer' } | NoticeIncomplete

/** Who can be written to: known to be safe. */
export const toldOf = async (tx: Tx, caseFile: CaseFile): Promise<Addressee[]> => (await listFamilyAddressees(tx, caseFile)).filter(({ safeContact }) => safeContact !== 'none')

const extraOf = (from: string, { willReassess, reviewOn, reasons }: Telling) => ({ transfer: { from, willReassess, reviewOn, ...(reasons === '' ? {} : { reasons }) } })

/** The letter as it would go to the first of the family; to a parent whose name nobody knows yet where there is none. */
export function letterOf(caseFile: CaseFile, to: Addressee, from: string, telling: Telling, today: PlainDate): Notice {
  return noticeFor(caseFile, 'transfer-in', to, today, extraOf(from, telling))
}

/** SEND Regulations 2014, reg 15(4): within six weeks of the transfer. */
export const tellOfTransfer = act('tell-of-transfer', async (tx, caseFile, telling: Telling): Promise<Outcome<null, TellRefusal>> => {
  const transfer = transferOf(caseFile)
  if (transfer === undefined) return refused({ kind: 'no-transfer' })
  if (standingFacts(caseFile.facts).some((fact) => fact.type === 'transfer-told' && fact.moveId === transfer.moveId)) return refused({ kind: 'told-already' })
  const to = await toldOf(tx, caseFile)
  if (to.length === 0) return refused({ kind: 'nobody-in-the-family' })
  const sent = await sendCaseNotice(tx, caseFile, { kind: 'transfer-in', to, extra: extraOf(transfer.from, telling) })
  if (!sent.ok) return sent
  await recordFact(tx, caseFile, { type: 'transfer-told', moveId: transfer.moveId, willReassess: telling.willReassess, reviewOn: telling.reviewOn })
  return ok(null)
})

/** Those whom the officer chose, among the people who came with the record, get their part here. */
export const inviteAfterMove = act('invite-after-move', async (tx, caseFile, { keys }: { readonly keys: readonly string[] }): Promise<Outcome<number, { readonly kind: 'not-proposed' }>> => {
  const proposed = await listProposed(tx, caseFile)
  const chosen = keys.map((key) => proposed.find((one) => one.key === key && one.isOnCase !== true))
  if (chosen.some((one) => one === undefined)) return refused({ kind: 'not-proposed' })
  for (const one of chosen) if (one !== undefined) await join(tx, caseFile, one)
  return ok(chosen.length)
})

const join = (tx: Tx, caseFile: CaseFile, { personId, organisationId, part, name }: Proposed): Promise<void> => joinCase(tx, caseFile, {
  part: part satisfies RowPart, basis: 'came with the plan from another council', name,
  ...(personId === undefined ? {} : { personId: personId satisfies PersonId }), ...(organisationId === undefined ? {} : { organisationId: organisationId satisfies OrganisationId }),
})

export type AfterMove =
  | { readonly what: 'attendance-impracticable' | 'alternative-arranged'; readonly name: string; readonly on: PlainDate }
  | { readonly what: 'health-body-change-known'; readonly name: string; readonly on: PlainDate; readonly changesOn?: PlainDate }
  | { readonly what: 'new-health-body-told' | 'health-body-cannot-arrange'; readonly name: string; readonly on: PlainDate }
  | { readonly what: 'health-body-asked-council'; readonly name: string; readonly on: PlainDate; readonly asksFor: 'assessment' | 'review' }

/** SEND Regulations 2014, regs 15(6), 16; Code of Practice 9.157 to 9.161. */
export const recordAfterMove = act('record-after-move', async (tx, caseFile, after: AfterMove): Promise<Outcome<null, { readonly kind: 'nothing-known' | 'can-arrange' }>> => {
  const standing = standingFacts(caseFile.facts)
  if (after.what === 'health-body-cannot-arrange') {
    const changeId = latestOf(standing, 'health-body-change-known')?.changeId ?? tx.newId<string>()
    await recordFact(tx, caseFile, { type: after.what, changeId, body: after.name }, { happenedOn: after.on })
  } else if (after.what === 'health-body-asked-council') {
    const cannot = latestOf(standing, 'health-body-cannot-arrange')
    if (cannot === undefined) return refused({ kind: 'can-arrange' })
    await recordFact(tx, caseFile, { type: after.what, changeId: cannot.changeId, body: after.name, asksFor: after.asksFor }, { happenedOn: after.on })
  } else if (after.what === 'health-body-change-known') {
    await recordFact(tx, caseFile, { type: after.what, changeId: tx.newId<string>(), to: after.name, ...(after.changesOn === undefined ? {} : { changesOn: after.changesOn }) }, { happenedOn: after.on })
  } else if (after.what === 'new-health-body-told') {
    const known = latestOf(standing, 'health-body-change-known')
    if (known === undefined) return refused({ kind: 'nothing-known' })
    await recordFact(tx, caseFile, { type: after.what, changeId: known.changeId, to: after.name }, { happenedOn: after.on })
  } else await recordFact(tx, caseFile, { type: after.what, name: after.name }, { happenedOn: after.on })
  return ok(null)
})

export type ReceiptRefusal = { readonly kind: 'no-receipt' } | { readonly kind: 'not-signed' } | { readonly kind: 'another-package' } | { readonly kind: 'kept-already' }

/** The receipt of a council elsewhere, as the file that it gave back. */
export const bringReceipt = act('confirm-move', async (tx, caseFile, { moveId, text }: { readonly moveId: string; readonly text: string }): Promise<Outcome<null, ReceiptRefusal>> => {
  const move = await getMove(tx, caseFile, moveId, { lock: true })
  if (move.receipt !== undefined) return refused({ kind: 'kept-already' })
  const signed = signedReceiptShape.safeParse(parsed(text))
  const receipt = signed.success ? receiptShape.safeParse(parsed(signed.data.receipt)) : undefined
  if (!signed.success || receipt?.success !== true) return refused({ kind: 'no-receipt' })
  if (!isSignedBy(signed.data.signature, 'golden-thread move receipt 1', signed.data.receipt)) return refused({ kind: 'not-signed' })
  if (receipt.data.moveId !== move.id || receipt.data.package !== move.packageSha256) return refused({ kind: 'another-package' })
  await keepReceipt(tx, caseFile, move, signed.data, tx.now)
  return ok(null)
})

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
