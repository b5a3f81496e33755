import { act } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { isOfFamily } from '../../../domain/access/parts.ts'
import { isForParts } from '../../../domain/access/policy.ts'
import { ok } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { TermKind } from '../keep-out-store.ts'
import { insertTerm, listTerms, termKinds } from '../keep-out-store.ts'
import { listFamily } from '../recipient-store.ts'
import { stageWords } from '../words.ts'
import { view } from './view.tsx'

export interface TermInput {
  readonly terms: readonly string[]
  readonly kind: TermKind
  readonly why: string
  readonly keepFrom: readonly string[]
}

/** Notes words that must not reach the plan, or one reader's copy. Only what people say; the program suggests none. */
export const keepOutTerm = act<TermInput, number>('keep-out-term', async (tx, caseFile, { terms, ...rest }) => {
  for (const term of terms) await insertTerm(tx, caseFile, { term, ...rest })
  await recordFact(tx, caseFile, { type: 'term-kept-out', kind: rest.kind })
  return ok(terms.length)
})

const longestTerm = 300
/** Copies that can be kept apart: parts on the case. */
export const readers = ['parent', 'school', 'adviser', 'consulted-setting'] as const

function readTerm(form: FormBody, people: readonly string[]): { value: TermInput } | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const terms = form.text('term').split('\n').map((one) => one.trim()).filter((one) => one !== '')
  const kind = termKinds.find((one) => one === form.text('kind'))
  const why = form.text('why')
  if (terms.length === 0) errors.push({ field: 'term', message: 'Enter the name or words' })
  if (terms.some((one) => one.length < 2 || one.length > longestTerm)) errors.push({ field: 'term', message: `Each name must be between 2 and ${longestTerm} characters` })
  if (kind === undefined) errors.push({ field: 'kind', message: 'Select what kind of words they are' })
  if (why === '') errors.push({ field: 'why', message: 'Enter why they must be kept out' })
  const keepFrom = form.text('from') === 'some' ? form.all('keepFrom').filter((one) => (readers as readonly string[]).includes(one) || people.includes(one)) : []
  if (form.text('from') === 'some' && keepFrom.length === 0) errors.push({ field: 'keepFrom', message: 'Select whose copy they must be kept out of' })
  return kind === undefined || errors.length > 0 ? { errors } : { value: { terms, kind, why, keepFrom } }
}

async function gather(ask: Ask) {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    if (!isForParts('keep-out-term', caseFile.parts)) throw new NotAllowed('keep-out-term')
    const isFamily = isOfFamily(caseFile.parts)
    // A family member is not told who else is on the case; the council chooses between them.
    return { caseFile, terms: await listTerms(tx, caseFile), members: isFamily ? [] : await listFamily(tx, caseFile), isFamily }
  })
}

async function answer(ask: Ask, errors: FieldError[]): Promise<Reply> {
  const document = view({ frame: ask.frame, ...await gather(ask), errors, values: ask.form.values() })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show = (ask: Ask): Promise<Reply> => answer(ask, [])

export async function submit(ask: Ask): Promise<Reply> {
  const { members } = await gather(ask)
  const form = readTerm(ask.form, members.map(({ id }) => `person:${id}`))
  if ('errors' in form) return answer(ask, form.errors)
  const done = await keepOutTerm(ask, caseKeyOf(ask), form.value)
  return done.ok ? redirect(paths.keepOut(caseKeyOf(ask), { done: 'term-kept' })) : answer(ask, [{ field: 'term', message: stageWords(done.refusal) }])
}
