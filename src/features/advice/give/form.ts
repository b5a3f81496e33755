import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { dateValues, readDate } from '../../../ui/read-date.ts'
import type { Advice, AdviceContent, Answers } from '../advice-store.ts'
import type { HandedIn } from '../handed-in.ts'
import { emptyReport, isWay, reportOfAnswers, reportOfPaste } from '../report.ts'
import { allQuestionsFor, questionsFor } from '../templates.ts'

/** A pasted text is kept among the answers too, so that trying another way first does not lose it. */
export const pasteKey = '_pasted'
export const answerField = (id: string): string => `q-${id}`

export interface GiveForm {
  readonly content: AdviceContent
  readonly errors: readonly FieldError[]
}

interface Reading {
  readonly kind: string
  readonly today: PlainDate
  readonly existing: AdviceContent | undefined
  readonly handedIn: HandedIn
  /** A save while writing takes what is there; going on asks for what must be there. */
  readonly isComplete: boolean
}

export function readGive(form: FormBody, { kind, today, existing, handedIn, isComplete }: Reading): GiveForm {
  const errors: FieldError[] = []
  const text = (field: string, message: string): string => {
    const value = form.text(field)
    if (value === '' && isComplete) errors.push({ field, message })
    return value
  }
  const day = (field: string, what: string, isNeeded: boolean): PlainDate | undefined => {
    const isEmpty = ['day', 'month', 'year'].every((part) => form.text(`${field}-${part}`) === '')
    if (isEmpty && !(isNeeded && isComplete)) return undefined
    const read = readDate(form, field, { what, latest: today })
    if ('value' in read) return read.value
    // A date half typed is no reason to lose a save.
    if (isComplete) errors.push(read.error)
    return undefined
  }
  const authorName = text('authorName', 'Enter the author’s name')
  const authorRole = text('authorRole', 'Enter the author’s role')
  const dated = day('dated', 'The date of the advice', true)
  const contactOn = day('contactOn', 'The date of the last contact', false)
  const isKnown = form.text('known')
  if (kind === 'social-care' && isComplete && isKnown === '') errors.push({ field: 'known', message: 'Select whether the child is known to social care' })
  const isNotKnown = kind === 'social-care' && isKnown === 'no'
  const pasted = form.raw('pasted').replaceAll('\r\n', '\n')
  const answers: Answers = {
    ...Object.fromEntries(allQuestionsFor(kind).map(({ id }) => [id, form.raw(answerField(id)).replaceAll('\r\n', '\n')])),
    [pasteKey]: pasted,
  }
  const chosen = form.text('way')
  const way = isWay(chosen) ? chosen : 'type'
  if (handedIn.kind === 'wrong') errors.push({ field: 'report', message: handedIn.message })
  const questions = questionsFor(kind, { isNotKnown })
  const report = way === 'type' ? reportOfAnswers(questions, answers)
    : way === 'paste' ? pasted.trim() === '' ? emptyReport : reportOfPaste(pasted)
      : handedIn.kind === 'read' ? handedIn.report
        : existing?.way === 'file' ? { text: existing.reportText, blocks: existing.blocks } : emptyReport
  if (isComplete) errors.push(...missingReport(way, report.text, questions, answers, handedIn))
  const documentId = way === 'file' && handedIn.kind !== 'read' ? existing?.documentId : undefined
  return {
    errors,
    content: {
      authorName, authorRole, answers, way, reportText: report.text, blocks: report.blocks, notFor: existing?.notFor ?? [],
      ...filled('registration', form), ...filled('organisationName', form), ...filled('contactMethod', form),
      ...(dated === undefined ? {} : { dated }), ...(contactOn === undefined ? {} : { contactOn }),
      ...(kind !== 'social-care' || isKnown === '' ? {} : { knownToService: isKnown === 'yes' }),
      ...(documentId === undefined ? {} : { documentId }),
    },
  }
}

function filled<F extends string>(field: F, form: FormBody): { [K in F]?: string } {
  const value = form.text(field)
  return (value === '' ? {} : { [field]: value }) as { [K in F]?: string }
}

function missingReport(
  way: string, text: string, questions: ReturnType<typeof questionsFor>, answers: Answers, handedIn: HandedIn,
): FieldError[] {
  if (way === 'paste') return text === '' ? [{ field: 'pasted', message: 'Paste the report' }] : []
  if (way === 'file') return text === '' && handedIn.kind === 'none' ? [{ field: 'report', message: 'Select the report' }] : []
  return questions.filter(({ id, isRequired }) => isRequired && (answers[id] ?? '').trim() === '')
    .map(({ id, heading }) => ({ field: answerField(id), message: `Fill in “${heading}”` }))
}

/** The fields of the page from advice that was saved. */
export function valuesOf(advice: Advice): Record<string, string> {
  const { answers } = advice
  return {
    authorName: advice.authorName, authorRole: advice.authorRole, registration: advice.registration ?? '', organisationName: advice.organisationName ?? '',
    contactMethod: advice.contactMethod ?? '', way: advice.way, pasted: answers[pasteKey] ?? '',
    known: advice.knownToService === undefined ? '' : advice.knownToService ? 'yes' : 'no',
    ...dateValues('dated', advice.dated), ...dateValues('contactOn', advice.contactOn),
    ...Object.fromEntries(Object.entries(answers).filter(([id]) => id !== pasteKey).map(([id, value]) => [answerField(id), value])),
  }
}
