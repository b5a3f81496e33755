import { act } from '../../../casebook/act.ts'
import { beginElsewhere, beginSetting, endSetting, listAttendedSettings } from '../../../casebook/family/child-settings.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { findSetting } from '../register-store.ts'

export const educations = ['setting', 'elective-home', 'eotas', 'awaiting-place'] as const
export type Education = (typeof educations)[number]
export const isEducation = (text: string): text is Education => (educations as readonly string[]).includes(text)

export interface EducationForm {
  readonly how: Education
  readonly since: PlainDate
  /** Where they go, when it is to a setting. */
  readonly settingId?: string
}

export type EducationRefusal = { readonly kind: 'no-such-setting' } | { readonly kind: 'already-so' } | { readonly kind: 'in-the-future' }

/**
 * Where a child is educated from a day on. Settings that they leave lose their part at once; from the day on which there is none, the
 * reviews are the council's (SEND Regulations 2014, reg 21), by the same clock as before: nothing has to be planned anew.
 */
export const recordEducation = act<EducationForm, null, EducationRefusal>('record-education', async (tx, caseFile, { how, since, settingId }) => {
  if (since > tx.today) return refused({ kind: 'in-the-future' })
  const attended = await listAttendedSettings(tx, caseFile)
  const setting = how === 'setting' ? await findSetting(tx, settingId ?? '') : undefined
  if (how === 'setting' && setting === undefined) return refused({ kind: 'no-such-setting' })
  if (setting === undefined ? attended.length === 0 && caseFile.tracks.placement === how : attended.length === 1 && attended[0]?.organisationId === setting.organisationId && caseFile.tracks.placement === 'attending') return refused({ kind: 'already-so' })
  for (const left of attended.filter(({ organisationId }) => organisationId !== setting?.organisationId)) {
    await endSetting(tx, caseFile, left, since)
    await recordFact(tx, caseFile, { type: 'setting-ended', name: left.name }, { happenedOn: since })
  }
  if (setting === undefined) {
    if (how !== 'setting') {
      await beginElsewhere(tx, caseFile, how, since)
      await recordFact(tx, caseFile, { type: 'educated-otherwise', arrangement: how }, { happenedOn: since })
    }
    return ok(null)
  }
  if (!attended.some(({ organisationId }) => organisationId === setting.organisationId)) await beginSetting(tx, caseFile, setting, since)
  await recordFact(tx, caseFile, { type: 'setting-began', ...setting }, { happenedOn: since })
  return ok(null)
})
