import type { CheckedUpload } from '../../../casebook/papers/documents.ts'
import { checkUpload, uploadRefusalWords } from '../../../casebook/papers/documents.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { addMonths } from '../../../domain/calendar/plain-date.ts'
import type { StandIn } from '../../../domain/case-file/facts.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { isRightsDecision } from '../../../domain/rights/decisions.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import type { CapacityInput } from './record-capacity.ts'

/** Who may be chosen as deputy or attorney: somebody recorded as family, or another by name. */
export interface Candidate { readonly personId: PersonId; readonly name: string; readonly relation: string }

const longest = 4000
/** No finding that somebody cannot decide stands for longer than this unlooked at. */
const mostMonthsToReview = 12

/** Reads an assessment. Only what was answered is taken: no box has an answer of its own. */
export function readCapacity(form: FormBody, today: PlainDate, candidates: readonly Candidate[]): { value: CapacityInput } | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const wrong = (field: string, message: string): undefined => { errors.push({ field, message }) }
  const needed = (field: string, message: string): string => {
    const value = form.text(field)
    if (value === '') wrong(field, message)
    else if (value.length > longest) wrong(field, `This must be ${longest.toLocaleString('en-GB')} characters or fewer`)
    return value
  }
  const date = (field: string, bounds: Parameters<typeof readDate>[2]): PlainDate | undefined => {
    const read = readDate(form, field, bounds)
    if ('error' in read) { errors.push(read.error); return undefined }
    return read.value
  }
  const decision = form.text('decision')
  if (!isRightsDecision(decision)) wrong('decision', 'Select which decision it was about')
  const about = needed('about', 'Enter the very decision, in words')
  const support = needed('support', 'Enter what was done to help them decide')
  const assessedBy = needed('assessedBy', 'Enter who assessed it')
  const assessorRole = needed('assessorRole', 'Enter their role')
  const assessedOn = date('assessedOn', { what: 'The day of the assessment', latest: today })
  const outcome = form.text('outcome')
  if (outcome !== 'can' && outcome !== 'cannot') wrong('outcome', 'Select what was found')
  const reasons = needed('reasons', 'Enter the reasons for the finding')
  const posted = form.files.find(({ field, fileName }) => field === 'file' && fileName !== '')
  const file = posted === undefined ? undefined : checkUpload(posted)
  if (file !== undefined && !file.ok) wrong('file', uploadRefusalWords(file.refusal))
  const evidence = form.text('evidence')
  if (file === undefined && evidence === '') wrong('evidence', 'Choose the assessment, or enter where it is kept')
  const reviewOn = outcome === 'cannot' && assessedOn !== undefined
    ? date('reviewOn', { what: 'The day of review', earliest: assessedOn, latest: addMonths(assessedOn, mostMonthsToReview) }) : undefined
  const standIn = outcome === 'cannot' ? readStandIn(form, { candidates, wrong, date }) : undefined
  if (errors.length > 0 || !isRightsDecision(decision) || assessedOn === undefined) return { errors: [...errors, ...chosenAgain(file)] }
  return { value: {
    decision, about, support, assessedBy, assessorRole, assessedOn, reasons, hasCapacity: outcome === 'can', ...(evidence === '' ? {} : { evidence }),
    ...(file?.ok === true ? { file: file.value } : {}), ...(reviewOn === undefined ? {} : { reviewOn }),
    ...(standIn === undefined ? {} : { standIn, appointmentEvidence: form.text('appointmentEvidence') }),
  } }
}

interface Reader {
  readonly candidates: readonly Candidate[]
  readonly wrong: (field: string, message: string) => undefined
  readonly date: (field: string, bounds: Parameters<typeof readDate>[2]) => PlainDate | undefined
}

/** Who decides in their place: a deputy or attorney with the paper that says so, or nobody, and then the law names the parents. */
function readStandIn(form: FormBody, { candidates, wrong, date }: Reader): StandIn | undefined {
  const as = form.text('standIn')
  if (as === 'parents') return undefined
  if (as !== 'deputy' && as !== 'attorney') return wrong('standIn', 'Select who decides in their place')
  const chosen = form.text('standInWho')
  const candidate = candidates.find(({ personId }) => personId === chosen)
  const name = candidate?.name ?? form.text('standInName')
  if (candidate === undefined && chosen !== 'other') wrong('standInWho', 'Select who is appointed')
  else if (name === '') wrong('standInName', 'Enter the name of who is appointed')
  if (form.text('appointmentEvidence') === '') wrong('appointmentEvidence', 'Enter what shows the appointment, and who saw it')
  const from = date('standInFrom', { what: 'The day of the appointment' })
  const ends = ['day', 'month', 'year'].some((part) => form.text(`standInTo-${part}`) !== '')
  const to = ends ? date('standInTo', { what: 'The last day of the appointment', ...(from === undefined ? {} : { earliest: from }) }) : undefined
  return { name, as, ...(candidate === undefined ? {} : { personId: candidate.personId }), ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

/** A browser does not send a file back into a form. */
const chosenAgain = (file: ReturnType<typeof checkUpload> | undefined): FieldError[] =>
  (file?.ok === true ? [{ field: 'file', message: `Choose “${(file.value satisfies CheckedUpload).fileName}” again` }] : [])
