// Reads one question's posted form: generous in what it takes, plain in what it asks for. Empty answers are kept as empty:
// a draft may be saved half done, and only sending asks for what must be there.

import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { parsePlainDate, partsOf } from '../../../domain/calendar/plain-date.ts'
import { parseEmailAddress, parsePostcode, parseTelephone, telephoneWords } from '../../../domain/identifiers/contact-details.ts'
import type { KeepsChildren } from '../../../domain/identifiers/real-or-invented.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { dateValues, readDate } from '../../../ui/read-date.ts'
import { readNhsNumber, readUpn } from '../../../ui/read-identifier.ts'
import type { Check, Field, Question, Values } from './question.ts'
import { textIn } from './question.ts'

export const longestText = 200
export const longestWords = 20_000

type Read = { readonly value: string | readonly string[] } | { readonly error: FieldError }

/** The answer as kept, or the errors by field. Rows of a repeating question that were left empty are closed up. */
export function readQuestion(question: Question, form: FormBody, today: PlainDate, keeps: KeepsChildren): { values: Values } | { errors: FieldError[] } {
  const suffixes = question.repeats === undefined ? [''] : Array.from({ length: question.repeats.most }, (_, index) => `-${index + 1}`)
  const rows = suffixes.map((suffix) => question.fields.map((field) => ({ field, read: readField(field, `${field.name}${suffix}`, form, today, keeps) })))
  const errors = rows.flatMap((row) => row.flatMap(({ read }) => ('error' in read ? [read.error] : [])))
  if (errors.length > 0) return { errors }
  const given = rows.map((row) => Object.fromEntries(row.flatMap(({ field, read }) => ('value' in read ? [[field.name, read.value] as const] : []))))
  if (question.repeats === undefined) return { values: given[0] ?? {} }
  const filled = given.filter((row) => Object.values(row).some((value) => value.length > 0))
  return { values: Object.fromEntries(filled.flatMap((row, index) => Object.entries(row).map(([name, value]) => [`${name}-${index + 1}`, value]))) }
}

function readField(field: Field, name: string, form: FormBody, today: PlainDate, keeps: KeepsChildren): Read {
  const wrong = (message: string, part = ''): Read => ({ error: { field: `${name}${part}`, message } })
  switch (field.kind) {
    case 'birth-date': return readBirthDate(name, form, today, field.needed)
    case 'some-of': return { value: form.all(name).filter((value) => field.choices.some((choice) => choice.value === value)) }
    case 'one-of': {
      const value = form.text(name)
      // Choices that come from the database are checked by the page that knows them.
      const isKnown = field.choices.length === 0 || field.choices.some((choice) => choice.value === value)
      if (value === '' || !isKnown) return field.needed === undefined ? { value: '' } : wrong(field.needed)
      return { value }
    }
    case 'words': {
      const value = form.text(name)
      return value.length > longestWords ? wrong(`This must be ${longestWords.toLocaleString('en-GB')} characters or fewer`) : { value }
    }
    case 'text': {
      const value = form.text(name).replaceAll(/\s+/g, ' ')
      if (value === '') return field.needed === undefined ? { value } : wrong(field.needed)
      if (value.length > longestText) return wrong(`This must be ${longestText} characters or fewer`)
      return field.check === undefined ? { value } : checked(field.check, value, keeps, wrong)
    }
  }
}

function checked(check: Check, text: string, keeps: KeepsChildren, wrong: (message: string) => Read): Read {
  switch (check) {
    case 'postcode': {
      const read = parsePostcode(text)
      return read.ok ? { value: read.value } : wrong('Enter a full UK postcode, like ZZ97 6HL')
    }
    case 'email': {
      const read = parseEmailAddress(text)
      return read.ok ? { value: read.value } : wrong('Enter an email address in the correct format, like name@example.com')
    }
    case 'phone': {
      const read = parseTelephone(text)
      return read.ok ? { value: telephoneWords(read.value) } : wrong('Enter a phone number, like 01632 960 001 or +44 808 157 0192')
    }
    case 'upn': {
      const read = readUpn(text, keeps)
      return 'value' in read ? read : wrong(read.message)
    }
    case 'nhs-number': {
      const read = readNhsNumber(text, keeps)
      return 'value' in read ? read : wrong(read.message)
    }
  }
}

function readBirthDate(name: string, form: FormBody, today: PlainDate, needed: string | undefined): Read {
  const isEmpty = ['day', 'month', 'year'].every((part) => form.text(`${name}-${part}`) === '')
  if (isEmpty) return needed === undefined ? { value: '' } : { error: { field: name, message: needed } }
  const read = readDate(form, name, { what: 'Date of birth' })
  if ('error' in read) return read
  const wrong = (message: string): Read => ({ error: { field: name, message } })
  if (read.value > today) return wrong('Date of birth must be in the past')
  // A plan can last until 25 (CFA 2014 s.83(2)); a little more lets a slip of the year be seen and talked about.
  if (partsOf(today).year - partsOf(read.value).year > 26) return wrong('Date of birth must be less than 26 years ago. Check the year')
  return { value: read.value }
}

/** Values as form fields: dates go back into their three boxes. */
export function formValuesOf(question: Question, values: Values | undefined): FormValues {
  const dates = question.fields.filter(({ kind }) => kind === 'birth-date').map(({ name }) => dateValues(name, parsePlainDate(textIn(values, name))))
  return Object.assign({}, values, ...dates) as FormValues
}
