import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { OrganisationId, PersonId } from '../../../domain/ids.ts'
import { groundOf, groundRow, reviewDaysOf, sealKindOf } from '../../../domain/seals/item-seal.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import type { NewSeal } from '../../../casebook/access/seal-rows.ts'
import type { Body, Reader } from '../things-store.ts'

export const longestReason = 1000
const longestName = 150

/** What was typed, or the errors beside their fields. */
export function readSeal(form: FormBody, { readers, bodies, today }: { readers: readonly Reader[]; bodies: readonly Body[]; today: PlainDate }): { value: NewSeal } | { errors: FieldError[] } {
  const kind = sealKindOf(form.text('kind'))
  const ground = groundOf(form.text('ground'))
  const readerIds = kind === 'named' ? readers.map(({ id }) => id).filter((id) => form.all('readers').includes(id)) : []
  const organisationId = kind === 'agency' ? bodies.find(({ id }) => id === form.text('body'))?.id : undefined
  const opinion = form.text('opinion')
  const wantsOpinion = ground !== undefined && groundRow(ground).opinion !== undefined
  const reason = form.text('reason')
  const decidedBy = form.text('decidedBy')
  const review = readDate(form, 'review', { what: 'The day to look at it again', ...reviewDaysOf(ground ?? 'third-party', today) })
  const errors: FieldError[] = [
    ...(kind === undefined ? [{ field: 'kind', message: 'Select who may go on seeing it' }] : []),
    ...(kind === 'agency' && organisationId === undefined ? [{ field: 'body', message: 'Select whose staff may see it' }] : []),
    ...(ground === undefined ? [{ field: 'ground', message: 'Select the ground in law' }]
      : kind !== undefined && !groundRow(ground).kinds.includes(kind) ? [{ field: 'ground', message: 'This ground does not allow that choice of who may see it' }] : []),
    ...(wantsOpinion && opinion === '' ? [{ field: 'opinion', message: 'Enter whose opinion was asked, and when' }] : tooLong(opinion, 'opinion', longestName)),
    ...(reason === '' ? [{ field: 'reason', message: 'Enter why it is sealed' }] : tooLong(reason, 'reason', longestReason)),
    ...(decidedBy === '' ? [{ field: 'decidedBy', message: 'Enter who decided it' }] : tooLong(decidedBy, 'decidedBy', longestName)),
    ...('error' in review ? [review.error] : []),
  ]
  if (errors.length > 0 || kind === undefined || ground === undefined || 'error' in review) return { errors }
  return { value: sealOf({ kind, ground, readerIds, reason, decidedBy, reviewOn: review.value }, organisationId, wantsOpinion ? opinion : undefined) }
}

const sealOf = (seal: NewSeal & { readonly readerIds: readonly PersonId[] }, organisationId: OrganisationId | undefined, opinion: string | undefined): NewSeal =>
  ({ ...seal, ...(organisationId === undefined ? {} : { organisationId }), ...(opinion === undefined ? {} : { opinion }) })

const tooLong = (text: string, field: string, most: number): FieldError[] =>
  (text.length > most ? [{ field, message: `This must be ${most.toLocaleString('en-GB')} characters or fewer` }] : [])
