import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { readDate } from '../../../ui/read-date.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { PanelItem, Question } from '../decision-store.ts'

export const panelAdvice: Record<Question, readonly string[]> = { assess: ['assess', 'not-assess'], issue: ['issue', 'no-plan'] }

/** Reads what the panel advised. `today` bounds the date: a panel that has not met has advised nothing. */
export function readPanel(form: FormBody, question: Question, today: PlainDate): { value: Omit<PanelItem, 'id'> } | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const panelOn = readDate(form, 'panelOn', { what: 'The date of the panel', latest: today })
  if ('error' in panelOn) errors.push(panelOn.error)
  const members = form.text('members').split('\n').map((name) => name.trim()).filter((name) => name !== '')
  if (members.length === 0) errors.push({ field: 'members', message: 'Enter who was on the panel' })
  const advice = panelAdvice[question].find((one) => one === form.text('advice'))
  if (advice === undefined) errors.push({ field: 'advice', message: 'Select what the panel advised' })
  const reasons = form.text('reasons')
  if (reasons === '') errors.push({ field: 'reasons', message: 'Enter the panel’s reasons' })
  if (errors.length > 0 || 'error' in panelOn || advice === undefined) return { errors }
  const conflicts = form.text('conflicts')
  const conditions = form.text('conditions')
  return { value: {
    panelOn: panelOn.value, members, advice, reasons, ...(conflicts === '' ? {} : { conflicts }), ...(conditions === '' ? {} : { conditions }),
  } }
}
