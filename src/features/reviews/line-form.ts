// Reads the answers to a plan's lines from a form: of a part for the review, and of the report. What says no more than the plan says
// already is no change.

import type { Period, PlanLine } from '../../domain/plan/line.ts'
import { periods } from '../../domain/plan/line.ts'
import { isSection } from '../../domain/plan/sections.ts'
import type { Addition, LineReply } from '../../domain/review/contribution.ts'
import { sectionsToAddTo } from '../../domain/review/contribution.ts'
import { answerIn, questionOf } from '../../domain/review/line-questions.ts'
import type { FormBody } from '../../platform/http/form-body.ts'
import type { FieldError } from '../../ui/form.tsx'

export const longestWords = 2_000
export const additions = 2

export const answerField = (lineId: string): string => `answer-${lineId}`
export const wordsField = (lineId: string): string => `words-${lineId}`
export const textField = (lineId: string): string => `text-${lineId}`

type Answers = { readonly lines: Record<string, LineReply>; readonly errors: FieldError[] }

export function readLines(form: FormBody, lines: readonly PlanLine[]): Answers {
  const found: Record<string, LineReply> = {}
  const errors: FieldError[] = []
  for (const line of lines) {
    const answer = answerIn(questionOf(line.kind), form.text(answerField(line.id)))
    const words = form.text(wordsField(line.id))
    const text = form.text(textField(line.id))
    const isNew = answer === 'changed' || answer === 'met'
    const amounts = isNew && line.kind === 'provision' ? readAmounts(form, line, errors) : {}
    if (words.length > longestWords) errors.push({ field: wordsField(line.id), message: `Use ${longestWords.toLocaleString('en-GB')} characters or fewer` })
    if (text.length > 5_000) errors.push({ field: textField(line.id), message: 'Use 5,000 characters or fewer' })
    const reply: LineReply = {
      ...(answer === undefined ? {} : { answer }), ...(words === '' ? {} : { words }),
      ...(isNew && text !== '' && text !== line.text.replaceAll('\r\n', '\n').trim() ? { text } : {}), ...amounts,
    }
    if (Object.keys(reply).length > 0) found[line.id] = reply
  }
  return { lines: found, errors }
}

function readAmounts(form: FormBody, { id, fields }: PlanLine, errors: FieldError[]): Pick<LineReply, 'minutes' | 'times' | 'per'> {
  const number = (name: 'minutes' | 'times'): number | undefined => {
    const typed = form.text(`${name}-${id}`)
    if (typed === '') return undefined
    const value = Number(typed)
    if (Number.isFinite(value) && value > 0 && value < 100_000) return value
    errors.push({ field: `${name}-${id}`, message: name === 'minutes' ? 'Enter the minutes as a number, like 45' : 'Enter how often as a number, like 2' })
    return undefined
  }
  const [minutes, times] = [number('minutes'), number('times')]
  const per = periods.find((one): one is Period => one === form.text(`per-${id}`))
  return {
    ...(minutes === undefined || minutes === fields.minutes ? {} : { minutes }), ...(times === undefined || times === fields.times ? {} : { times }),
    ...(per === undefined || per === fields.per ? {} : { per }),
  }
}

export function readAdditions(form: FormBody): { added: Addition[]; errors: FieldError[] } {
  const errors: FieldError[] = []
  const added = Array.from({ length: additions }, (_, n) => n).flatMap((n): Addition[] => {
    const [section, text, because] = [form.text(`add-section-${n}`), form.text(`add-text-${n}`), form.text(`add-because-${n}`)]
    if (text === '') return []
    if (text.length > 5_000) errors.push({ field: `add-text-${n}`, message: 'Use 5,000 characters or fewer' })
    if (!isSection(section) || !sectionsToAddTo.includes(section)) {
      errors.push({ field: `add-section-${n}`, message: 'Choose the part of the plan it belongs to' })
      return []
    }
    return [{ section, text, ...(because === '' ? {} : { because }) }]
  })
  return { added, errors }
}

/** The boxes of answers that are known already. */
export function lineValues(lines: Readonly<Record<string, LineReply>>, added: readonly Addition[]): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [id, { answer, words, text, minutes, times, per }] of Object.entries(lines)) {
    for (const [field, value] of [[answerField(id), answer], [wordsField(id), words], [textField(id), text], [`minutes-${id}`, minutes], [`times-${id}`, times], [`per-${id}`, per]] as const) {
      if (value !== undefined) values[field] = String(value)
    }
  }
  for (const [n, { section, text, because }] of added.entries()) Object.assign(values, { [`add-section-${n}`]: section, [`add-text-${n}`]: text, ...(because === undefined ? {} : { [`add-because-${n}`]: because }) })
  return values
}
