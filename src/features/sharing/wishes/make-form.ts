import type { OrganisationId } from '../../../domain/ids.ts'
import { isId } from '../../../domain/ids.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { WishKind } from '../wish-store.ts'

export interface WishForm {
  readonly kind: WishKind
  readonly organisationId?: OrganisationId
  /** The setting's name, the format, or how and when to meet. */
  readonly words: string
  readonly because?: string
}

export const formats = [
  { value: 'easy read', text: 'Easy read', hint: 'Short sentences with pictures.' }, { value: 'large print', text: 'Large print' }, { value: 'braille', text: 'Braille' },
  { value: 'audio', text: 'Read aloud, as a recording' }, { value: 'British Sign Language', text: 'British Sign Language' },
  { value: 'paper', text: 'On paper, by post' }, { value: 'language', text: 'In another language' }, { value: 'other', text: 'Something else' },
] as const

export const meetingWays = [
  { value: 'in person', text: 'In person' }, { value: 'by video', text: 'By video' }, { value: 'by phone', text: 'By phone' },
] as const

const longest = 3_000

export function readWish(form: FormBody, kind: WishKind): { value: WishForm } | { errors: FieldError[] } {
  const because = form.text('because')
  const errors: FieldError[] = because.length > longest ? [{ field: 'because', message: `Use ${longest.toLocaleString('en-GB')} characters or fewer` }] : []
  const read = kind === 'setting' ? setting(form) : kind === 'meeting' ? meeting(form) : format(form)
  if ('error' in read) errors.push(read.error)
  else if (read.words.length > 500) errors.push({ field: kind === 'setting' ? 'otherName' : kind === 'meeting' ? 'when' : 'otherFormat', message: 'Use 500 characters or fewer' })
  if (errors.length > 0 || 'error' in read) return { errors }
  return { value: { kind, ...read, ...(because === '' ? {} : { because }) } }
}

type Read = { readonly words: string; readonly organisationId?: OrganisationId } | { readonly error: FieldError }

/** A setting of the list or, as the family knows it, by name. The store checks that a chosen one is on the list. */
function setting(form: FormBody): Read {
  const chosen = form.text('setting')
  const name = form.text('otherName')
  if (isId(chosen)) return { words: '', organisationId: chosen as OrganisationId }
  if (chosen === 'other' && name === '') return { error: { field: 'otherName', message: 'Enter the name of the school, nursery or college' } }
  return name === '' ? { error: { field: 'setting', message: 'Select a school, nursery or college, or write its name' } } : { words: name }
}

function meeting(form: FormBody): Read {
  const way = meetingWays.find(({ value }) => value === form.text('way'))
  if (way === undefined) return { error: { field: 'way', message: 'Select how you want to meet' } }
  const when = form.text('when')
  return { words: [way.text, ...(when === '' ? [] : [when])].join('. ') }
}

function format(form: FormBody): Read {
  const chosen = formats.find(({ value }) => value === form.text('format'))
  if (chosen === undefined) return { error: { field: 'format', message: 'Select a form or language' } }
  const language = form.text('language')
  const other = form.text('otherFormat')
  if (chosen.value === 'language') return language === '' ? { error: { field: 'language', message: 'Enter the language' } } : { words: `in ${language}` }
  if (chosen.value === 'other') return other === '' ? { error: { field: 'otherFormat', message: 'Enter what you need' } } : { words: other }
  return { words: chosen.value }
}
