import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { LineKind } from '../../../domain/plan/line.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readFields, readText } from '../line-fields/form.ts'
import { readSaid } from '../line-source/form.ts'
import type { NewLine } from './add-line.ts'

/** A new line as typed. Its words must come from somewhere: who said it and when, unless the line says that in its fields. */
export function readNewLine(form: FormBody, section: Section, kind: LineKind, today: PlainDate): { value: NewLine } | { errors: FieldError[] } {
  const text = readText(form)
  const { fields, errors: wrong } = readFields(form, kind, today)
  const saysItself = kind === 'none-identified'
  const said = saysItself ? { value: undefined } : readSaid(form, today)
  const errors: FieldError[] = [
    ...('error' in text ? [text.error] : []), ...wrong, ...('errors' in said ? said.errors : []),
    ...(saysItself && fields.source === undefined ? [{ field: 'source', message: 'Enter who says that nothing was identified' }] : []),
    ...(saysItself && fields.on === undefined && !wrong.some(({ field }) => field.startsWith('on')) ? [{ field: 'on', message: 'Enter the date on which they said so' }] : []),
    ...(kind === 'view' && fields.whose === undefined ? [{ field: 'whose', message: 'Select whose view it is' }] : []),
  ]
  if (errors.length > 0 || 'error' in text || 'errors' in said) return { errors }
  return { value: { kind, section, text: text.value, fields, sources: said.value === undefined ? [] : [said.value] } }
}
