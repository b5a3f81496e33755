// Reading the fields that several forms about a family share; each wrong one is put on the list that is given.

import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { parsePostcode } from '../../domain/identifiers/contact-details.ts'
import type { FormBody } from '../../platform/http/form-body.ts'
import type { FieldError } from '../../ui/form.tsx'
import { readDate } from '../../ui/read-date.ts'

export interface FieldReader {
  readonly errors: FieldError[]
  readonly wrong: (field: string, message: string) => undefined
  /** What was typed; on the list when it is too long. */
  readonly text: (name: string, what: string, longest?: number) => string
  /** What was typed, on the list when it is empty. */
  readonly needed: (name: string, what: string, message: string, longest?: number) => string
  /** One of several; on the list when none was chosen. */
  readonly oneOf: <T extends string>(name: string, choices: readonly T[], message: string) => T | undefined
  readonly yes: (name: string, message: string) => boolean
  /** A date that may be left out. */
  readonly day: (name: string, what: string, bounds?: { earliest?: PlainDate; latest?: PlainDate }) => PlainDate | undefined
  readonly neededDay: (name: string, what: string, bounds?: { earliest?: PlainDate; latest?: PlainDate }) => PlainDate | undefined
  /** Address lines of a box, one on each line, and the postcode beside it. */
  readonly address: (lines: string, postcode: string) => { lines: string[]; postcode?: string }
}

export function fieldReader(form: FormBody): FieldReader {
  const errors: FieldError[] = []
  const wrong = (field: string, message: string): undefined => { errors.push({ field, message }) }
  const text = (name: string, what: string, longest = 300): string => {
    const value = form.text(name)
    if (value.length > longest) wrong(name, `${what} must be ${longest.toLocaleString('en-GB')} characters or fewer`)
    return value
  }
  const neededDay: FieldReader['neededDay'] = (name, what, bounds = {}) => {
    const read = readDate(form, name, { what, ...bounds })
    if ('error' in read) { errors.push(read.error); return undefined }
    return read.value
  }
  return {
    errors, wrong, text, neededDay,
    needed: (name, what, message, longest) => {
      const value = text(name, what, longest)
      if (value === '') wrong(name, message)
      return value
    },
    oneOf: (name, choices, message) => choices.find((one) => one === form.text(name)) ?? wrong(name, message),
    yes: (name, message) => {
      if (!['yes', 'no'].includes(form.text(name))) wrong(name, message)
      return form.text(name) === 'yes'
    },
    day: (name, what, bounds) => (['day', 'month', 'year'].every((part) => form.text(`${name}-${part}`) === '') ? undefined : neededDay(name, what, bounds)),
    address: (linesName, postcodeName) => {
      const lines = form.text(linesName).split('\n').map((line) => line.trim()).filter((line) => line !== '')
      const postcode = form.text(postcodeName) === '' ? undefined : parsePostcode(form.text(postcodeName))
      if (lines.length === 0) wrong(linesName, 'Enter the address')
      if (lines.length > 6 || lines.some((line) => line.length > 100)) wrong(linesName, 'Address must be 6 lines or fewer, each 100 characters or fewer')
      if (postcode !== undefined && !postcode.ok) wrong(postcodeName, 'Enter a full UK postcode, or leave it empty')
      return { lines, ...(postcode?.ok === true ? { postcode: postcode.value } : {}) }
    },
  }
}
