import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { endNamedSettings, insertNamedSetting, listNamedSettings, putNamedSettingRight } from '../../../casebook/plan/named-settings.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { DayRefusal } from '../../../domain/sen2/dated-items.ts'
import { dayRefusal } from '../../../domain/sen2/dated-items.ts'
import type { NamedCode } from '../../../domain/sen2/place.ts'
import { findPlanId } from '../items-store.ts'
import { whereWords } from '../words.ts'
import type { PlaceForm } from './place-form.ts'
import { withName } from './record-placement.ts'

export interface NamedInput extends PlaceForm<NamedCode> { readonly id?: string }
export type NamedRefusal = { readonly kind: DayRefusal | 'no-such-setting' | 'gone' | 'no-plan' }

/** What section I names, in the return's own terms. The words of section I are changed by issuing a plan and by nothing else. */
export const recordNamed = act<NamedInput, null, NamedRefusal>('record-placement', async (tx, caseFile, { id, fromOn, place: typed }) => {
  const planId = await findPlanId(tx, caseFile)
  if (planId === undefined) return refused({ kind: 'no-plan' })
  const key = { localAreaId: caseFile.localAreaId, planId }
  const place = await withName(tx, typed)
  if (place === undefined) return refused({ kind: 'no-such-setting' })
  const rows = await listNamedSettings(tx, key)
  if (id === undefined) {
    const refusal = dayRefusal('change', fromOn, tx.today, rows.filter(({ rank }) => rank === place.rank))
    if (refusal !== undefined) return refused({ kind: refusal })
    await endNamedSettings(tx, key, fromOn, place.rank)
    await insertNamedSetting(tx, key, place, { fromOn })
  } else {
    if (!rows.some((row) => row.id === id)) return refused({ kind: 'gone' })
    await putNamedSettingRight(tx, key, id, place, fromOn)
  }
  await recordFact(tx, caseFile, { type: 'named-setting-recorded', rank: place.rank, where: whereWords(place), ...(id === undefined ? {} : { isPutRight: true }) }, { happenedOn: fromOn })
  return ok(null)
})
