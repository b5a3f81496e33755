import type { LineId } from '../../../domain/ids.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { LineAnswer, LineToConfirm } from './lines-store.ts'

export const answerField = (lineId: LineId): string => `line-${lineId}`
export const wordsField = (lineId: LineId): string => `words-${lineId}`
export const revisionField = (lineId: LineId): string => `revision-${lineId}`
export const longestWords = 2_000

/** The lines that were answered; those that were left alone are asked again another time. */
export function readAnswers(form: FormBody, lines: readonly LineToConfirm[]): { value: LineAnswer[] } | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const value = lines.flatMap(({ line: { id } }): LineAnswer[] => {
    const said = form.text(answerField(id))
    const revision = Number(form.text(revisionField(id)))
    if (said === 'right') return [{ lineId: id, revision, answer: 'right' }]
    if (said !== 'change') return []
    const words = form.text(wordsField(id))
    if (words === '') errors.push({ field: wordsField(id), message: 'Enter what needs changing in this line' })
    if (words.length > longestWords) errors.push({ field: wordsField(id), message: `What needs changing must be ${longestWords.toLocaleString('en-GB')} characters or fewer` })
    return [{ lineId: id, revision, answer: 'change', words }]
  })
  const first = lines.find(({ isDone }) => !isDone) ?? lines[0]
  if (value.length === 0 && first !== undefined) errors.push({ field: answerField(first.line.id), message: 'Select an answer for at least one line' })
  return errors.length > 0 ? { errors } : { value }
}
