// Which kind of order, and what it says: the same two boxes for an order, a concession and an agreement.

import type { OrderKind } from '../../domain/clocks/event-kinds.ts'
import { orderWords } from '../../domain/disputes/dispute-words.ts'
import type { FormBody } from '../../platform/http/form-body.ts'
import { RadiosField, TextAreaField } from '../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../ui/form.tsx'

interface Props { readonly errors: FormErrors; readonly values: FormValues }

export const KindField = ({ legend, kinds, errors, values }: Props & { legend: string; kinds: readonly OrderKind[] }) => (
  <RadiosField name="kind" legend={legend} errors={errors} values={values} items={kinds.map((value) => ({ value, text: orderWords[value].staff, hint: `SEND Regulations 2014, ${orderWords[value].law}` }))} />
)

const longestWords = 40_000

export const WordsField = ({ label, errors, values, council }: Props & { label: string; council: string }) => (
  <TextAreaField
    name="words" label={label} rows={8} errors={errors} values={values} hint="Copy them from the document. On the next page each ordered wording is put into its line of the plan and locked there."
    whoCanSee={[`the ${council} SEND team`]}
  />
)

export const readKind = (form: FormBody, kinds: readonly OrderKind[]): OrderKind | undefined => kinds.find((kind) => kind === form.text('kind'))

/** The operative words; absent where none were typed. */
export function readWords(form: FormBody): { words?: string; errors: FieldError[] } {
  const words = form.text('words')
  if (words.length > longestWords) return { errors: [{ field: 'words', message: `The words must be ${longestWords.toLocaleString('en-GB')} characters or fewer. Attach the document instead` }] }
  return words === '' ? { errors: [] } : { words, errors: [] }
}

/** A day that may be left out: undefined when nothing was typed. */
export const isTyped = (form: FormBody, name: string): boolean => ['day', 'month', 'year'].some((part) => form.text(`${name}-${part}`) !== '')
