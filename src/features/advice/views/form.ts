import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { isId } from '../../../domain/ids.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { KeptText } from '../../../platform/documents/kept-text.ts'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { dateValues, readDate } from '../../../ui/read-date.ts'
import { listWords } from '../../../ui/words.ts'
import type { Advice, Answers } from '../advice-store.ts'
import type { HandedIn, HandedInViews } from '../handed-in.ts'
import type { FamilyMember } from '../recipient-store.ts'
import { reportOfAnswers } from '../report.ts'
import type { Method } from './questions.ts'
import { childQuestions, methods, parentQuestions, readingHeading, readingKey } from './questions.ts'
import type { ViewsInput } from './save-views.ts'

export type Whose = 'parent' | 'child'
const channels = ['phone', 'interpreter', 'in-person', 'letter'] as const
const methodNames = Object.keys(methods) as Method[]
export const methodField = 'methods'
export const takeOutField = 'takeOut'
export const fieldOf = (id: string): string => `v-${id}`

interface Reading {
  readonly whose: Whose
  readonly author: { readonly id?: PersonId; readonly name: string; readonly role: string }
  readonly isStaff: boolean
  readonly members: readonly FamilyMember[]
  readonly existing: Advice | undefined
  readonly files: HandedInViews
  readonly today: PlainDate
}

/** Reads the form. Nothing but how it reached staff is required to save; every question may stay empty. */
export function readViews(form: FormBody, { whose, author, isStaff, members, existing, files, today }: Reading): { value: ViewsInput } | { errors: FieldError[] } {
  const handedIn = files.report
  const errors: FieldError[] = []
  const isSent = form.text('next') === 'send'
  const questions = whose === 'parent' ? parentQuestions : childQuestions
  const answers: Answers = Object.fromEntries([
    ...questions.map(({ id }): [string, string] => [id, form.raw(fieldOf(id)).replaceAll('\r\n', '\n')]),
    ...(whose === 'child' ? [[readingKey, form.raw(fieldOf(readingKey)).replaceAll('\r\n', '\n')] as [string, string], ['_keepOut', form.text('keepOut')] as [string, string]] : []),
  ])
  const channel = channels.find((one) => one === form.text('channel'))
  if (isStaff && isSent && channel === undefined) errors.push({ field: 'channel', message: 'Select how they told you' })
  const chosen = methodNames.filter((method) => form.all(methodField).includes(method))
  if (whose === 'child' && isSent && chosen.length === 0) errors.push({ field: methodField, message: 'Select how the child was asked' })
  if (handedIn.kind === 'wrong') errors.push({ field: 'report', message: handedIn.message })
  const dated = readDate(form, 'dated', { what: 'The date', latest: today })
  const typedDate = ['day', 'month', 'year'].some((part) => form.text(`dated-${part}`) !== '')
  if (typedDate && 'error' in dated) errors.push(dated.error)
  if (errors.length > 0) return { errors }
  const report = reportOf(whose, answers, handedIn, existing)
  const supporter = form.text('supporter')
  const allowed = new Set<string>([...members.map(({ id }) => `person:${id}`), 'school'])
  const isFile = handedIn.kind === 'read' || existing?.way === 'file'
  return {
    value: {
      whose, version: Number(form.text('version')) || 0, isSent, ...(author.id === undefined ? {} : { authorId: author.id }),
      ...(handedIn.kind === 'read' ? { file: handedIn.file } : {}), kept: files.kept, removed: form.all(takeOutField).filter(isId), ...(isStaff && channel !== undefined ? { channel } : {}),
      keepOut: whose === 'child' ? form.text('keepOut').split('\n').map((one) => one.trim()).filter((one) => one !== '') : [],
      content: {
        authorName: author.name, authorRole: author.role, dated: typedDate && 'value' in dated ? dated.value : today, answers, way: isFile ? 'file' : 'type',
        reportText: report.text, blocks: report.blocks, notFor: whose === 'child' ? form.all('notFor').filter((one) => allowed.has(one)) : [],
        ...(existing?.documentId === undefined || handedIn.kind === 'read' ? {} : { documentId: existing.documentId }),
        ...(chosen.length === 0 ? {} : { method: listWords(chosen.map((one) => methods[one].toLowerCase())) }), ...(supporter === '' ? {} : { supporter }),
      },
    },
  }
}

/** Own words under the questions, the adults' reading after them and apart; then the report that was handed in, whole. */
function reportOf(whose: Whose, answers: Answers, handedIn: HandedIn, existing: Advice | undefined): KeptText {
  const questions = whose === 'parent' ? parentQuestions : childQuestions
  const typed = reportOfAnswers([...questions.map(({ id, question }) => ({ id, heading: question })), { id: readingKey, heading: readingHeading }], answers)
  if (handedIn.kind === 'read') return joined(typed, handedIn.report)
  // A file handed in before stays: its words are what is left when the typed words of then are taken off the front.
  if (existing?.way !== 'file') return typed
  const before = reportOfAnswers([...questions.map(({ id, question }) => ({ id, heading: question })), { id: readingKey, heading: readingHeading }], existing.answers)
  const from = before.text === '' ? 0 : before.text.length + gap.length
  return joined(typed, {
    text: existing.reportText.slice(from),
    blocks: existing.blocks.filter(({ start }) => start >= from).map((block) => ({ ...block, start: block.start - from, end: block.end - from })),
  })
}

const gap = '\n\n'

function joined(first: KeptText, second: KeptText): KeptText {
  if (first.text === '') return second
  const from = first.text.length + gap.length
  return { text: `${first.text}${gap}${second.text}`, blocks: [...first.blocks, ...second.blocks.map((block) => ({ ...block, start: block.start + from, end: block.end + from }))] }
}

export function valuesOf(advice: Advice): FormValues {
  const chosen = methodNames.filter((method) => (advice.method ?? '').split(/, | and /).includes(methods[method].toLowerCase()))
  return {
    ...Object.fromEntries(Object.entries(advice.answers).map(([id, text]) => [fieldOf(id), text])), keepOut: advice.answers['_keepOut'] ?? '',
    supporter: advice.supporter ?? '', channel: advice.channel ?? '', [methodField]: chosen, notFor: advice.notFor, ...dateValues('dated', advice.dated),
  }
}
