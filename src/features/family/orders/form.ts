import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { effects, isOrder, restrictionKinds } from '../../../domain/family/restriction.ts'
import type { DocumentId, PersonId } from '../../../domain/ids.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { dateValues } from '../../../ui/read-date.ts'
import type { KnownMember } from '../family-store.ts'
import { fieldReader } from '../read-fields.ts'
import type { NewRestriction, RestrictionRow, Terms } from '../restriction-store.ts'

/** `nobody`: an order about the child alone, as a care order. */
export const nobody = 'nobody'

export function readOrder(form: FormBody, members: readonly KnownMember[], documentIds: readonly DocumentId[]): { value: NewRestriction } | { errors: FieldError[] } {
  const { errors, wrong, text, oneOf, day } = fieldReader(form)
  const kind = oneOf('kind', restrictionKinds, 'Select what kind of order or decision it is')
  const who = form.text('who')
  const person = members.find(({ personId }) => personId === who)
  if (person === undefined && who !== nobody) wrong('who', 'Select whom it binds')
  const chosen = effects.filter((one) => form.all('effects').includes(one))
  if (person !== undefined && chosen.length === 0) wrong('effects', 'Select what it does not allow, or what follows from it')
  if (who === nobody && chosen.length > 0) wrong('effects', 'Select whom it binds first, or select nothing here')
  const terms = readTerms(form, errors)
  const madeOn = day('made', 'The date of the order')
  const courtReference = text('reference', 'Court reference', 100)
  const evidence = text('evidence', 'Evidence')
  const document = documentIds.find((one) => one === form.text('document'))
  if (kind !== undefined && isOrder(kind) && evidence === '' && document === undefined) wrong('evidence', 'Enter what you saw and where it is kept, or choose the paper')
  const words = text('words', 'Note', 1000)
  const reviewOn = day('review', 'The day of review')
  if (errors.length > 0 || kind === undefined || terms === undefined) return { errors }
  return { value: {
    kind, effects: chosen, ...terms, ...(person === undefined ? {} : { personId: person.personId }), ...(madeOn === undefined ? {} : { madeOn }),
    ...(courtReference === '' ? {} : { courtReference }), ...(evidence === '' ? {} : { evidence }), ...(document === undefined ? {} : { evidenceDocumentId: document }),
    ...(words === '' ? {} : { words }), ...(reviewOn === undefined ? {} : { reviewOn }),
  } }
}

/** From when until when; undefined when a date is wrong, which is then on the list. */
function readTerms(form: FormBody, errors: FieldError[]): Pick<Terms, 'from' | 'to'> | undefined {
  const reader = fieldReader(form)
  const from = reader.neededDay('from', 'The day from which it holds')
  const to = reader.day('to', 'The last day on which it holds')
  if (from !== undefined && to !== undefined && to < from) reader.wrong('to', 'The last day must be after it began')
  errors.push(...reader.errors)
  return from === undefined || reader.errors.length > 0 ? undefined : { from, ...(to === undefined ? {} : { to }) }
}

export interface ChangeForm extends Terms {
  readonly reason: string
}

export function readChange(form: FormBody, before: RestrictionRow): { value: ChangeForm } | { errors: FieldError[] } {
  const { errors, wrong, needed } = fieldReader(form)
  const chosen = effects.filter((one) => form.all('effects').includes(one))
  const terms = readTerms(form, errors)
  const reason = needed('reason', 'Reason', 'Enter why, and what shows it', 1000)
  if (terms !== undefined && isSame(before, { effects: chosen, ...terms })) wrong('effects', 'Nothing is different. Change what it does, or its days')
  if (errors.length > 0 || terms === undefined) return { errors }
  return { value: { effects: chosen, ...terms, reason } }
}

const isSame = (a: Terms, b: Terms): boolean => a.from === b.from && a.to === b.to && [...a.effects].toSorted().join() === [...b.effects].toSorted().join()

export const termsValues = ({ effects: chosen, from, to }: Terms): Record<string, string | readonly string[]> =>
  ({ effects: chosen, ...dateValues('from', from), ...dateValues('to', to) })

/** A suspension's reason. */
export function readSuspension(form: FormBody, personId: PersonId, today: PlainDate): { value: NewRestriction } | { errors: FieldError[] } {
  const { errors, needed, day } = fieldReader(form)
  const words = needed('words', 'Reason', 'Enter why access is suspended', 1000)
  const reviewOn = day('review', 'The day of review', { earliest: today })
  if (errors.length > 0) return { errors }
  return { value: { kind: 'council-decision', personId, effects: ['may-not-see-record'], from: today, words, ...(reviewOn === undefined ? {} : { reviewOn }) } }
}
