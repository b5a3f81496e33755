import type { OverdueKind } from '../../../domain/stock/overdue-kinds.ts'
import { overdueKinds, overdueKindWords } from '../../../domain/stock/overdue-kinds.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError, FormValues } from '../../../ui/form.tsx'

export const mostExtra = 500

export const extraField = (kind: OverdueKind): string => `extra-${kind}`

export type Extra = Readonly<Record<OverdueKind, number>>

/** How many more would be finished each week, by kind; nothing typed is none. */
export function readExtra(query: FormBody): { readonly extra: Extra; readonly errors: readonly FieldError[]; readonly values: FormValues } {
  const read = overdueKinds.map((kind) => ({ kind, text: query.text(extraField(kind)) }))
  const isNumber = (text: string): boolean => /^\d{1,3}$/.test(text) && Number(text) <= mostExtra
  return {
    extra: Object.fromEntries(read.map(({ kind, text }) => [kind, isNumber(text) ? Number(text) : 0])) as Record<OverdueKind, number>,
    errors: read.filter(({ text }) => text !== '' && !isNumber(text)).map(({ kind }) => ({
      field: extraField(kind), message: `${overdueKindWords[kind]}: extra a week must be a whole number from 0 to ${mostExtra}`,
    })),
    values: Object.fromEntries(read.map(({ kind, text }) => [extraField(kind), text])),
  }
}
