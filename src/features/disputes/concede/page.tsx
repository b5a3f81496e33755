import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { mayAct } from '../../../domain/access/policy.ts'
import { openAppeal } from '../../../domain/disputes/disputes-of.ts'
import { concedableKinds } from '../../../domain/disputes/dispute-words.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import { KindField, WordsField, readKind, readWords } from '../kind-field.tsx'
import { concedeAppeal } from '../order-acts.ts'
import { StepPage } from '../step-page.tsx'
import { refusalWords } from '../words.ts'

const words = {
  title: 'The council does not oppose the appeal', legend: 'When did the council tell the Tribunal?', hint: 'The periods count from this day',
  law: 'The appeal then counts as decided for the family, and the council does what it asked: contents in five weeks, the setting alone in two (SEND Regulations 2014, reg 45(3) to (6)).',
} as const

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const may = mayAct('concede-appeal', caseFile.parts, caseFile.stage)
    const closed = may === 'not-at-this-stage' ? refusalWords({ kind: may, act: 'concede-appeal', stage: caseFile.stage }) : openAppeal(caseFile.facts) === undefined ? refusalWords({ kind: 'nothing-to-follow' }) : undefined
    const fields = { errors, values }
    const document = (
      <StepPage frame={ask.frame} caseFile={caseFile} words={words} closed={closed} {...fields} more={<WordsField label="The words that the council gives way to (optional)" council={caseFile.area.councilName} {...fields} />}>
        <KindField legend="What did the appeal ask for?" kinds={concedableKinds} {...fields} />
      </StepPage>
    )
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const kind = readKind(ask.form, concedableKinds)
  const on = readDate(ask.form, 'on', { what: 'The day' })
  const typed = readWords(ask.form)
  const errors: FieldError[] = [...(kind === undefined ? [{ field: 'kind', message: 'Select what the appeal asked for' }] : []), ...('error' in on ? [on.error] : []), ...typed.errors]
  if (errors.length > 0 || kind === undefined || 'error' in on) return form(ask, errors, ask.form.values())
  const done = await concedeAppeal(ask, caseKeyOf(ask), { kind, on: on.value, ...(typed.words === undefined ? {} : { words: typed.words }) })
  if (!done.ok) return form(ask, [{ field: 'on', message: refusalWords(done.refusal) }], ask.form.values())
  const { reviewId } = done.value
  return redirect(reviewId === undefined ? paths.disagreements(caseKeyOf(ask), { done: 'recorded' }) : paths.orderedWords({ ...caseKeyOf(ask), reviewId }, { done: 'recorded' }))
}
