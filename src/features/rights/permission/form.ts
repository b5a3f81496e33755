import type { CheckedUpload } from '../../../casebook/papers/documents.ts'
import { checkUpload, uploadRefusalWords } from '../../../casebook/papers/documents.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { HelpPart } from '../../../domain/case-file/facts.ts'
import { helpParts } from '../../../domain/case-file/facts.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import type { SaidToOfficer } from './say-permission.ts'

/** What is ticked, or the one box that says nothing: an empty form is not taken for a no. */
export function readParts(form: FormBody): { value: readonly HelpPart[] } | { errors: FieldError[] } {
  const chosen = form.all('parts')
  const parts = helpParts.filter((one) => chosen.includes(one))
  if (chosen.includes('none') && parts.length > 0) return { errors: [{ field: 'parts', message: 'Select what they can do, or “Nothing new”, not both' }] }
  return chosen.includes('none') || parts.length > 0 ? { value: parts } : { errors: [{ field: 'parts', message: 'Select what they can do, or “Nothing new”' }] }
}

export const waysSaid = ['in-person', 'phone', 'email', 'letter', 'interpreter'] as const

/** What an officer writes down of the young person's word: on what day, how they were asked, what shows it. */
export function readSaid(form: FormBody, { earliest, latest }: { earliest: PlainDate; latest: PlainDate }): { value: Omit<SaidToOfficer, 'parentId'> } | { errors: FieldError[]; fileToChooseAgain?: string } {
  const parts = readParts(form)
  const saidOn = readDate(form, 'saidOn', { what: 'The day the young person said it', earliest, latest })
  const how = waysSaid.find((one) => one === form.text('how'))
  const words = form.text('words')
  const posted = form.files.find(({ field, fileName }) => field === 'file' && fileName !== '')
  const file = posted === undefined ? undefined : checkUpload(posted)
  const errors: FieldError[] = [
    ...('errors' in parts ? parts.errors : []), ...('error' in saidOn ? [saidOn.error] : []),
    ...(how === undefined ? [{ field: 'how', message: 'Select how they said it' }] : []),
    ...(words === '' ? [{ field: 'words', message: 'Enter how they were asked and helped to answer' }] : words.length > 2000 ? [{ field: 'words', message: 'This must be 2,000 characters or fewer' }] : []),
    ...(file !== undefined && !file.ok ? [{ field: 'file', message: uploadRefusalWords(file.refusal) }] : []),
  ]
  if (errors.length > 0 || 'errors' in parts || 'error' in saidOn || how === undefined) return { errors, ...chosenAgain(file) }
  return { value: { parts: parts.value, saidOn: saidOn.value, how, words, ...(file?.ok === true ? { file: file.value } : {}) } }
}

const chosenAgain = (file: ReturnType<typeof checkUpload> | undefined): { fileToChooseAgain?: string } => (file?.ok === true ? { fileToChooseAgain: (file.value satisfies CheckedUpload).fileName } : {})
