// Who may read the final plan of a case that is in their sight. Having a part is not enough for somebody who was left out by
// a person's decision, or from whom a word of the plan is kept.

import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { mustBeAbleToLook } from '../../../casebook/open-case-file.ts'
import { versionOfRow } from '../../../casebook/plan/plan-content.ts'
import { findFinalBefore } from '../../../casebook/plan/plan-in-force.ts'
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
import { listFinalVersions } from '../version-store.ts'

export interface Readable {
  readonly version: FinalVersion
  /** The deliveries of it to the viewer or to a body of theirs. */
  readonly own: readonly Delivery[]
  /** Where it took the place of another: everything that changed, and the lines that are this viewer's to deliver or check. */
  readonly changed?: WhatChanged
  /** What the viewer did with each of these. */
  readonly receipts: readonly (Receipt | undefined)[]
  /** All final versions of the plan, the newest first, and who was ever sent one. */
  readonly versions: readonly FinalVersion[]
  readonly deliveries: readonly Delivery[]
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
  const versions = await listFinalVersions(tx, caseFile)
  const [version] = versions
  if (version === undefined) throw new NotFound('final plan')
  const deliveries = await listDeliveries(tx, caseFile)
  const own = deliveries.filter((delivery) => delivery.versionId === version.id && isOwn(delivery, tx))
  const receipts = own.map((delivery) => ownReceipt(delivery, tx))
  const readable = async (): Promise<Readable> => ({ version, own, receipts, versions, deliveries, ...await whatChanged(tx, caseFile, version, own, deliveries) })
  if (isCouncil(caseFile)) return readable()
  const { viewer } = tx
  if (viewer.kind !== 'person') throw new NotFound('final plan')
  const leftOut = (await listLeftOut(tx, caseFile, version.id)).some(({ personId, organisationId }) =>
    personId === viewer.personId || (caseFile.actsFor !== undefined && personId === caseFile.actsFor) || (personId === undefined && organisationId !== undefined && organisationsOf(viewer).includes(organisationId)))
  if (leftOut && own.length === 0) throw new NotFound('final plan')
  const frozen = thaw(version.content)
  if (!frozen.ok) throw new Error(`version ${version.id} cannot be read: ${frozen.refusal}`)
  const kept = keptFromReader(frozen.value.content, await listKeptTerms(tx, caseFile), { parts: caseFile.parts, personId: caseFile.actsFor ?? viewer.personId })
  if (kept.length > 0) throw new NotFound('final plan')
  return readable()
}

/** From the plan before: told to whoever may read this one; a line that they had before and have no more counts as theirs. */
async function whatChanged(tx: Tx, caseFile: CaseFile, version: FinalVersion, own: readonly Delivery[], deliveries: readonly Delivery[]): Promise<{ changed?: WhatChanged }> {
  const before = await findFinalBefore(tx, caseFile, version.no)
  if (before === undefined) return {}
  const now = versionOfRow(caseFile, version)
  const had = deliveries.filter((delivery) => delivery.versionId === before.id && isOwn(delivery, tx))
  const changes = changesBetween(before.version.content, now.content)
  return { changed: { changes, own: changesFor(changes, [...own, ...had].flatMap(({ lineIds }) => lineIds)), ...(before.issuedOn === undefined ? {} : { since: before.issuedOn }) } }
}
