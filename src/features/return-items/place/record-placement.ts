// Where the child really is. The school's part in the case follows it, and so do the facts from which reviews are arranged.

import { act } from '../../../casebook/act.ts'
import type { Placement } from '../../../casebook/family/child-settings.ts'
import { endElsewhere, endPlacementRow, insertPlacement, listPlacements, putPlacementRight } from '../../../casebook/family/child-settings.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { joinCase, leaveCase } from '../../../casebook/parties.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { DayRefusal } from '../../../domain/sen2/dated-items.ts'
import { dayRefusal } from '../../../domain/sen2/dated-items.ts'
import type { Place, PlacedCode } from '../../../domain/sen2/place.ts'
import { findSetting } from '../items-store.ts'
import { whereWords } from '../words.ts'
import type { PlaceForm } from './place-form.ts'

export interface PlacementInput extends PlaceForm<PlacedCode> {
  /** The row that is put right; a new placement without. */
  readonly id?: string
}
export type PlacementRefusal = { readonly kind: DayRefusal | 'no-such-setting' | 'gone' }

export const recordPlacement = act<PlacementInput, null, PlacementRefusal>('record-placement', async (tx, caseFile, { id, fromOn, toOn, place: typed }) => {
  const place = await withName(tx, typed)
  if (place === undefined) return refused({ kind: 'no-such-setting' })
  const rows = await listPlacements(tx, caseFile)
  if (id === undefined) {
    const sameRank = rows.filter(({ rank }) => rank === place.rank)
    const refusal = dayRefusal('change', fromOn, tx.today, sameRank)
    if (refusal !== undefined) return refused({ kind: refusal })
    for (const row of sameRank.filter(({ toOn: end }) => end === undefined)) await leave(tx, caseFile, row, fromOn)
    await insertPlacement(tx, { localAreaId: caseFile.localAreaId, childId: caseFile.child.id }, place, { fromOn })
    await attend(tx, caseFile, place, fromOn)
  } else {
    const was = rows.find((row) => row.id === id)
    if (was === undefined) return refused({ kind: 'gone' })
    await putPlacementRight(tx, caseFile, id, place, { fromOn, ...(toOn === undefined ? {} : { toOn }) })
    await followRight(tx, caseFile, was, place, { fromOn, toOn })
  }
  await recordFact(tx, caseFile, { type: 'placement-recorded', rank: place.rank, where: whereWords(place), ...(id === undefined ? {} : { isPutRight: true }) }, { happenedOn: fromOn })
  return ok(null)
})

export async function withName<Code extends PlacedCode>(tx: Tx, place: Place<Code>): Promise<Place<Code> | undefined> {
  if (!('organisationId' in place.where)) return place
  const found = await findSetting(tx, place.where.organisationId)
  return found === undefined ? undefined : { ...place, where: { organisationId: found.id, name: found.name } }
}

async function leave(tx: Tx, caseFile: CaseFile, row: Placement, since: PlainDate): Promise<void> {
  if (!('organisationId' in row.where)) {
    await endElsewhere(tx, caseFile, since, row.rank)
    return
  }
  await endPlacementRow(tx, caseFile, row.id, since)
  await leaveSetting(tx, caseFile, row, since)
}

/** With the place goes the setting's sight of the case, unless the child has another place there. */
async function leaveSetting(tx: Tx, caseFile: CaseFile, { where, rank }: Place, since: PlainDate): Promise<void> {
  if (!('organisationId' in where)) return
  const { organisationId, name } = where
  const staysThere = (await listPlacements(tx, caseFile)).some((row) => row.toOn === undefined && 'organisationId' in row.where && row.where.organisationId === organisationId)
  if (!staysThere) await leaveCase(tx, caseFile, { organisationId, part: 'school', name })
  if (rank === 1) await recordFact(tx, caseFile, { type: 'setting-ended', name }, { happenedOn: since })
}

/** What reviews are arranged by (SEND Regulations 2014, regs 20, 21): a setting, or one of the council's words for none. */
const arrangementOf: Partial<Record<PlacedCode, 'eotas' | 'elective-home' | 'awaiting-place'>> = { OLA: 'eotas', EHE: 'elective-home', NEET: 'awaiting-place', NIEC: 'awaiting-place', NIEO: 'awaiting-place' }

async function attend(tx: Tx, caseFile: CaseFile, { where, rank }: Place, since: PlainDate): Promise<void> {
  if ('organisationId' in where) {
    const { organisationId, name } = where
    await joinCase(tx, caseFile, { organisationId, part: 'school', basis: 'attends', name })
    if (rank === 1) await recordFact(tx, caseFile, { type: 'setting-began', organisationId, name }, { happenedOn: since })
    return
  }
  const arrangement = arrangementOf[where.code]
  if (rank === 1 && arrangement !== undefined) await recordFact(tx, caseFile, { type: 'educated-otherwise', arrangement }, { happenedOn: since })
}

/** A row that was put right and stands open, or stood so: parts and facts follow where it now says that the child is. */
async function followRight(tx: Tx, caseFile: CaseFile, was: Placement, is: Place, days: { readonly fromOn: PlainDate; readonly toOn: PlainDate | undefined }): Promise<void> {
  const [wasThere, isThere] = [was.toOn === undefined, days.toOn === undefined]
  const isSamePlace = whereWords(was) === whereWords(is) && was.rank === is.rank
  if (isSamePlace && wasThere === isThere) return
  if (wasThere) await leaveSetting(tx, caseFile, was, days.toOn ?? days.fromOn)
  if (isThere) await attend(tx, caseFile, is, days.fromOn)
}
