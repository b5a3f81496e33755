// What a person confirms of an older plan: whose it is, its days, and where.

import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { KeepsChildren } from '../../../domain/identifiers/real-or-invented.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import { readNhsNumber, readUpn } from '../../../ui/read-identifier.ts'

export const lastReviews = ['none', 'kept', 'changed', 'open'] as const
/** none: there was no review yet. kept, changed: what was decided after the last one. open: its decision is still to come. */
export type LastReview = (typeof lastReviews)[number]

export interface ConfirmForm {
  /** The case chosen; absent: a new one is opened. */
  readonly caseId?: string
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: PlainDate
  readonly upn?: string
  readonly nhsNumber?: string
  readonly firstMadeOn: PlainDate
  readonly issuedOn: PlainDate
  readonly lastReview: LastReview
  readonly reviewedOn?: PlainDate
  readonly decidedOn?: PlainDate
  readonly settingName?: string
  /** The setting that section I names is given a part in the case. */
  readonly givesSetting: boolean
  /** Why words that seem to be of other children may stand. */
  readonly othersReason: string
  /** The person has looked at where the file and the record differ. */
  readonly isSameChild: boolean
}

export function readConfirm(form: FormBody, today: PlainDate, keeps: KeepsChildren): { readonly value: ConfirmForm } | { readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = []
  const need = <T>(read: { value: T } | { error: FieldError }): T | undefined => {
    if ('value' in read) return read.value
    errors.push(read.error)
    return undefined
  }
  const chosen = form.text('case')
  if (chosen === '') errors.push({ field: 'case', message: 'Select whose plan this is' })
  const [givenName, familyName] = [form.text('givenName'), form.text('familyName')]
  if (givenName === '') errors.push({ field: 'givenName', message: 'Enter the child’s first name' })
  if (familyName === '') errors.push({ field: 'familyName', message: 'Enter the child’s last name' })
  const bornOn = need(readDate(form, 'bornOn', { what: 'The date of birth', latest: today }))
  const upn = form.text('upn') === '' ? undefined : readUpn(form.text('upn'), keeps)
  if (upn !== undefined && 'message' in upn) errors.push({ field: 'upn', message: upn.message })
  const nhs = form.text('nhsNumber') === '' ? undefined : readNhsNumber(form.text('nhsNumber'), keeps)
  if (nhs !== undefined && 'message' in nhs) errors.push({ field: 'nhsNumber', message: nhs.message })
  const firstMadeOn = need(readDate(form, 'firstMadeOn', { what: 'The day the plan was first made', latest: today }))
  const issuedOn = need(readDate(form, 'issuedOn', { what: 'The day this version was sent', latest: today }))
  if (firstMadeOn !== undefined && issuedOn !== undefined && issuedOn < firstMadeOn) errors.push({ field: 'issuedOn', message: 'The day this version was sent must be the day the plan was first made, or later' })
  if (firstMadeOn !== undefined && bornOn !== undefined && firstMadeOn < bornOn) errors.push({ field: 'firstMadeOn', message: 'The day the plan was first made must be after the date of birth' })
  const lastReview = lastReviews.find((one) => one === form.text('lastReview'))
  if (lastReview === undefined) errors.push({ field: 'lastReview', message: 'Select what came of the last review' })
  const had = lastReview !== undefined && lastReview !== 'none'
  const reviewedOn = had ? need(readDate(form, 'reviewedOn', { what: 'The day of the last review meeting', latest: today, ...(firstMadeOn === undefined ? {} : { earliest: firstMadeOn }) })) : undefined
  const decidedOn = lastReview === 'kept' || lastReview === 'changed' ? need(readDate(form, 'decidedOn', { what: 'The day the family was told', latest: today, ...(reviewedOn === undefined ? {} : { earliest: reviewedOn }) })) : undefined
  if (lastReview === 'changed' && decidedOn !== undefined && issuedOn !== undefined && issuedOn < decidedOn) errors.push({ field: 'lastReview', message: 'This version was sent before the decision. If the plan was changed after it, bring in the changed plan' })
  if (errors.length > 0 || bornOn === undefined || firstMadeOn === undefined || issuedOn === undefined || lastReview === undefined) return { errors }
  return { value: {
    givenName, familyName, bornOn, firstMadeOn, issuedOn, lastReview, othersReason: form.text('othersReason'), isSameChild: form.text('isSameChild') === 'yes', givesSetting: form.text('givesSetting') === 'yes',
    ...(chosen === 'new' ? {} : { caseId: chosen }), ...(upn !== undefined && 'value' in upn ? { upn: upn.value } : {}), ...(nhs !== undefined && 'value' in nhs ? { nhsNumber: nhs.value } : {}),
    ...(reviewedOn === undefined ? {} : { reviewedOn }), ...(decidedOn === undefined ? {} : { decidedOn }), ...(form.text('settingName') === '' ? {} : { settingName: form.text('settingName') }),
  } }
}
