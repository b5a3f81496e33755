// Who may read the final plan of a case that is in their sight. Having a part is not enough for somebody who was left out by
// a person's decision, or from whom a word of the plan is kept.

import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { mustBeAbleToLook } from '../../../casebook/open-case-file.ts'
import { readVersion } from '../../../casebook/plan/plan-content.ts'
import { findPlanBefore } from '../../../casebook/plan/plan-in-force.ts'
import { listKeptTerms } from '../../../casebook/plan/kept-terms.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { organisationsOf } from '../../../casebook/access/sight.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { PlanChange } from '../../../domain/plan/changes.ts'
import { changesBetween, changesFor } from '../../../domain/plan/changes.ts'
import { thaw } from '../../../domain/plan/freeze.ts'
import { keptFromReader } from '../../../domain/plan/kept-from.ts'
import type { Delivery, Receipt } from '../delivery-store.ts'
import { isOwn, listDeliveries, listLeftOut, ownReceipt } from '../delivery-store.ts'
import type { FinalVersion } from '../version-store.ts'
import { findFinalVersion } from '../version-store.ts'

export interface Readable {
  readonly version: FinalVersion
  /** The deliveries of it to the viewer or to a body of theirs. */
  readonly own: readonly Delivery[]
  /** Where it took the place of another: everything that changed, and the lines that are this viewer's to deliver or check. */
  readonly changed?: WhatChanged
  /** What the viewer did with each of these. */
  readonly receipts: readonly (Receipt | undefined)[]
}

export interface WhatChanged {
  readonly changes: readonly PlanChange[]
  /** Of those, what touches lines that this viewer or a body of theirs delivers or checks, or did. */
  readonly own: readonly PlanChange[]
  readonly since?: PlainDate
}

export const isCouncil = ({ parts }: Pick<CaseFile, 'parts'>): boolean => isOfCouncil(parts)

/** The final plan in force, for this viewer; NotFound when there is none or it is not for them. */
export async function readFinalPlan(tx: Tx, caseFile: CaseFile): Promise<Readable> {
  mustBeAbleToLook(caseFile, 'final-plan')
  const version = await findFinalVersion(tx, caseFile)
  if (version === undefined) throw new NotFound('final plan')
  const own = (await listDeliveries(tx, caseFile, version.id)).filter((delivery) => isOwn(delivery, tx))
  const receipts = own.map((delivery) => ownReceipt(delivery, tx))
  if (isCouncil(caseFile)) return { version, own, receipts, ...await whatChanged(tx, caseFile, version, own) }
  const { viewer } = tx
  if (viewer.kind !== 'person') throw new NotFound('final plan')
  const leftOut = (await listLeftOut(tx, caseFile, version.id)).some(({ personId, organisationId }) =>
    personId === viewer.personId || (caseFile.actsFor !== undefined && personId === caseFile.actsFor) || (personId === undefined && organisationId !== undefined && organisationsOf(viewer).includes(organisationId)))
  if (leftOut && own.length === 0) throw new NotFound('final plan')
  const frozen = thaw(version.content)
  if (!frozen.ok) throw new Error(`version ${version.id} cannot be read: ${frozen.refusal}`)
  const kept = keptFromReader(frozen.value.content, await listKeptTerms(tx, caseFile), { parts: caseFile.parts, personId: caseFile.actsFor ?? viewer.personId })
  if (kept.length > 0) throw new NotFound('final plan')
  return { version, own, receipts, ...await whatChanged(tx, caseFile, version, own) }
}

/** From the plan before: told to whoever may read this one; a line that they had before and have no more counts as theirs. */
async function whatChanged(tx: Tx, caseFile: CaseFile, version: FinalVersion, own: readonly Delivery[]): Promise<{ changed?: WhatChanged }> {
  const before = await findPlanBefore(tx, caseFile, version.id)
  if (before === undefined) return {}
  const now = await readVersion(tx, caseFile, version.id)
  const had = (await listDeliveries(tx, caseFile, before.id)).filter((delivery) => isOwn(delivery, tx))
  const changes = changesBetween(before.version.content, now.content)
  return { changed: { changes, own: changesFor(changes, [...own, ...had].flatMap(({ lineIds }) => lineIds)), ...(before.issuedOn === undefined ? {} : { since: before.issuedOn }) } }
}
