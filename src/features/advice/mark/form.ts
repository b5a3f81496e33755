import type { MarkKind } from '../../../domain/advice/guess-mark.ts'
import { isMarkKind } from '../../../domain/advice/guess-mark.ts'
import type { SaidOfSentence } from '../../../domain/advice/mark-runs.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { Sentence } from '../../../platform/documents/sentences.ts'
import { findQuote } from '../../../platform/documents/find-quote.ts'
import type { FieldError } from '../../../ui/form.tsx'

export const kindField = (start: number): string => `k${start}`
export const joinField = (start: number): string => `j${start}`

/** A place in the report with what it is. */
export interface Pick {
  readonly start: number
  readonly end: number
  readonly kind: MarkKind
}

export interface MarkForm {
  readonly said: readonly SaidOfSentence[]
  /** Parts of sentences: selected with a script, or given as exact words. */
  readonly picks: readonly Pick[]
}

export interface Choice {
  readonly start: number
  readonly end: number
}

export type MarkReading = { readonly value: MarkForm } | { readonly errors: readonly FieldError[]; readonly choices: readonly Choice[] }

export function readMarks(form: FormBody, text: string, sentences: readonly Sentence[]): MarkReading {
  const said = sentences.map(({ start, end }): SaidOfSentence => {
    const kind = form.text(kindField(start))
    return { start, end, withBefore: form.text(joinField(start)) === 'yes', ...(isMarkKind(kind) ? { kind } : {}) }
  })
  const exact = readExactWords(form, text)
  if ('errors' in exact) return exact
  return { value: { said, picks: [...readPicks(form, text), ...exact.picks] } }
}

/** "120:180:need", put there by the script from what was selected. Anything else in the field is left aside. */
function readPicks(form: FormBody, text: string): Pick[] {
  return form.all('pick').flatMap((value) => {
    const [from = '', to = '', kind = ''] = value.split(':')
    const start = Number(from)
    const end = Number(to)
    const isPlace = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end <= text.length && start < end
    return isPlace && isMarkKind(kind) && text.slice(start, end).trim() !== '' ? [{ start, end, kind }] : []
  })
}

function readExactWords(form: FormBody, text: string): { picks: Pick[] } | { errors: FieldError[]; choices: readonly Choice[] } {
  const words = form.text('words')
  if (words === '') return { picks: [] }
  const kind = form.text('wordsKind')
  if (!isMarkKind(kind)) return { errors: [{ field: 'wordsKind', message: 'Select what these words are' }], choices: [] }
  const places = findQuote(text, words)
  const [only] = places
  if (only === undefined) return { errors: [{ field: 'words', message: 'These words are not in the report as you typed them. Copy them from the report' }], choices: [] }
  if (places.length === 1) return { picks: [{ ...only, kind }] }
  const chosen = places.find(({ start }) => String(start) === form.text('which'))
  return chosen === undefined
    ? { errors: [{ field: 'which', message: `These words stand ${places.length} times in the report. Select which place you mean` }], choices: places }
    : { picks: [{ ...chosen, kind }] }
}
