import type { FormBody } from '../../../platform/http/form-body.ts'
import type { DocumentId } from '../../../domain/ids.ts'
import { isAdviceKind } from '../../../domain/advice/advice-kinds.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { FamilyPapers } from '../recipient-store.ts'
import type { FamilyAnswer } from '../request-store.ts'
import type { AskInput, AskOne } from './ask-for-advice.ts'
import type { AskContext, AskRow } from './rows.ts'
import { recipientOf } from './rows.ts'

/** Further recipients on the page: of the council's choice (f) and of the family's (h). */
export const extraKeys = ['f1', 'f2', 'f3'] as const
export const familyKeys = ['h1', 'h2'] as const
export const longestNote = 3000

const noteOf = (form: FormBody, key: string): { note?: string } => (form.text(`note-${key}`) === '' ? {} : { note: form.text(`note-${key}`) })

/** Reads the posted form against what the page offered; the errors name the fields they belong to. */
export function readAsk(form: FormBody, rows: readonly AskRow[], context: AskContext, papers: FamilyPapers): { value: AskInput } | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const ticked = new Set(form.all('ask'))
  const required = rows.filter(({ key }) => ticked.has(key)).flatMap((row): AskOne[] => {
    const recipient = row.fixed ?? recipientOf(form.text(`to-${row.key}`), context.services)
    if (recipient === undefined) errors.push({ field: `to-${row.key}`, message: `Choose who to ask: ${row.ask[0] ?? ''}` })
    return recipient === undefined ? [] : [{ item: row.item, kind: row.kind, recipient, ...noteOf(form, row.key) }]
  })
  const extras = extraKeys.flatMap((key): AskOne[] => readExtra(form, key, 'f', context, errors))
  const answers: FamilyAnswer[] = []
  const asked = familyKeys.flatMap((key): AskOne[] => {
    const answer = readFamilyAnswer(form, key, errors)
    if (answer === undefined) return []
    answers.push(answer)
    return answer.isReasonable ? readExtra(form, key, 'h', context, errors, true) : []
  })
  for (const key of [...rows.map((row) => row.key), ...extraKeys, ...familyKeys]) {
    if (form.text(`note-${key}`).length > longestNote) errors.push({ field: `note-${key}`, message: `Note must be ${longestNote.toLocaleString('en-GB')} characters or fewer` })
  }
  const chosen = new Set(form.all('documents'))
  const documentIds = papers.documents.filter(({ id }) => chosen.has(id)).map(({ id }): DocumentId => id)
  const isLeftOut = papers.documents.some(({ id, isFamilys }) => isFamilys && !chosen.has(id))
  const leftOut = form.text('leftOut')
  // Reg 6(3): the family's representations and the evidence they gave go with every request.
  if (isLeftOut && leftOut === '') errors.push({ field: 'leftOut', message: 'Say why something that the family gave is left out, or tick it again' })
  const requests = [...required, ...extras, ...asked]
  if (requests.length === 0 && answers.length === 0 && errors.length === 0) errors.push({ field: 'ask', message: 'Tick at least one request to send' })
  return errors.length > 0 ? { errors } : { value: { requests, answers, documentIds, ...(isLeftOut ? { leftOut } : {}) } }
}

function readExtra(form: FormBody, key: string, item: 'f' | 'h', context: AskContext, errors: FieldError[], isAsked = false): AskOne[] {
  const kind = form.text(`kind-${key}`)
  const to = form.text(`to-${key}`)
  if (kind === '' && to === '' && !isAsked) return []
  const recipient = recipientOf(to, context.services)
  if (recipient === undefined) errors.push({ field: `to-${key}`, message: 'Choose who to ask' })
  if (!isAdviceKind(kind)) errors.push({ field: `kind-${key}`, message: 'Choose what kind of advice' })
  return recipient === undefined || !isAdviceKind(kind) ? [] : [{ item, kind, recipient, ...noteOf(form, key) }]
}

function readFamilyAnswer(form: FormBody, key: string, errors: FieldError[]): FamilyAnswer | undefined {
  const who = form.text(`who-${key}`)
  const answer = form.text(`answer-${key}`)
  const reasons = form.text(`reasons-${key}`)
  if (who === '' && answer === '' && reasons === '') return undefined
  if (who === '') errors.push({ field: `who-${key}`, message: 'Enter whom the family asked for' })
  if (answer !== 'yes' && answer !== 'no') errors.push({ field: `answer-${key}`, message: 'Select whether it is reasonable to ask them' })
  if (reasons === '') errors.push({ field: `reasons-${key}`, message: 'Enter the reasons for the answer' })
  return { who, isReasonable: answer === 'yes', reasons }
}
