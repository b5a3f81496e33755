// Opening a record in an emergency, and ending it. No fact goes into the child's ledger: that is read by the whole family, and an
// access officer may have to keep an opening from them for a time. The audit record and its own row hold it.

import { actOutsideCase } from '../../../casebook/act.ts'
import { mayBreakGlass } from '../../../casebook/access/broken-glass.ts'
import { openArea } from '../../../casebook/open-area.ts'
import type { CaseKey } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { emergencyHours } from '../../../domain/access/emergency.ts'
import { glassRoles } from '../../../domain/access/parts.ts'
import type { BreakGlassId } from '../../../domain/ids.ts'
import { isId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { instantAfter } from '../../../platform/clock/system-clock.ts'
import { tellAccessOfficers } from '../tell-access-officers.ts'
import { endOpening, findCaseOf, findRunning, insertOpening, isOwnFamily, isInSight } from './emergency-store.ts'
import type { EmergencyForm } from './form.ts'

/** `no-record`: nobody of that name and birth has a record there, or not one alone, or it is the viewer's own family's. */
export interface NoRecord { readonly kind: 'no-record' }

export interface Opened {
  readonly key: CaseKey
  /** The record was theirs to open all along. */
  readonly isTheirs: boolean
}

export const openInEmergency = actOutsideCase('open-in-emergency', async (tx, input: EmergencyForm): Promise<Outcome<Opened, NoRecord>> => {
  const { viewer, now } = tx
  if (viewer.kind !== 'person' || !mayBreakGlass(viewer)) throw new NotAllowed('open-in-emergency')
  const area = await openArea(tx, input.area)
  const found = await findCaseOf(tx, area.id, input)
  if (found === undefined || await isOwnFamily(tx, area.id, found.childId)) return refused({ kind: 'no-record' })
  const key: CaseKey = { area: area.code, caseId: found.caseId }
  Object.assign(tx.doings, { caseId: found.caseId, localAreaId: area.id })
  if (await isInSight(tx, found.caseId)) return ok({ key, isTheirs: true })
  const running = await findRunning(tx, area.id, found.caseId, viewer.personId)
  const id = running ?? tx.newId<BreakGlassId>()
  tx.trail.opened.set(found.caseId, { localAreaId: area.id, caseId: found.caseId, parts: ['break-glass'], breakGlassId: id })
  if (running !== undefined) return ok({ key, isTheirs: false })
  const held = viewer.roles.find(({ role }) => glassRoles.includes(role))
  await insertOpening(tx, {
    localAreaId: area.id, id, caseId: found.caseId, personId: viewer.personId, role: held?.role ?? '', organisationId: held?.organisationId ?? null,
    openedAt: now, endsAt: instantAfter(now, emergencyHours * 60 * 60 * 1000), reasonCode: input.reason, words: input.words,
  })
  await tellAccessOfficers(tx, area, 'emergency')
  return ok({ key, isTheirs: false })
})

/** One ends one's own; what is over already stays over. */
export const endEmergency = actOutsideCase('end-emergency', async (tx, openingId: string) => {
  const { viewer } = tx
  const ended = viewer.kind === 'person' && isId(openingId) ? await endOpening(tx, openingId as BreakGlassId, viewer.personId) : undefined
  if (ended === undefined) throw new NotFound('opening')
  Object.assign(tx.doings, ended)
  return ok(null)
})
