import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { mayAct } from '../../../domain/access/policy.ts'
import { recommendationTos } from '../../../domain/disputes/dispute-words.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { RadiosField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import { recordRecommendation } from '../record-acts.ts'
import { StepPage } from '../step-page.tsx'
import { refusalWords } from '../words.ts'

const words = {
  title: 'A recommendation of the Tribunal', legend: 'On which day?', hint: 'The day on which the Tribunal sent it, or on which the answer was sent',
  law: 'Health bodies answer on health care and the council on social care, in writing within five weeks, with reasons for what will not be done (SI 2017/1306, regs 6 to 8).',
} as const

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const may = mayAct('record-recommendation', caseFile.parts, caseFile.stage)
    const fields = { errors, values }
    const document = (
      <StepPage frame={ask.frame} caseFile={caseFile} words={words} closed={may === 'yes' ? undefined : refusalWords({ kind: 'not-at-this-stage', act: 'record-recommendation', stage: caseFile.stage })} {...fields}>
        <RadiosField name="is" legend="What do you record?" {...fields} items={[{ value: 'received', text: 'The Tribunal recommended something' }, { value: 'answered', text: 'It was answered in writing' }]} />
        <RadiosField name="to" legend="What is it about?" {...fields} items={[{ value: 'health', text: 'Health care' }, { value: 'social-care', text: 'Social care' }]} />
      </StepPage>
    )
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const is = (['received', 'answered'] as const).find((one) => one === ask.form.text('is'))
  const to = recommendationTos.find((one) => one === ask.form.text('to'))
  const on = readDate(ask.form, 'on', { what: 'The day' })
  const errors: FieldError[] = [
    ...(is === undefined ? [{ field: 'is', message: 'Select what you record' }] : []), ...(to === undefined ? [{ field: 'to', message: 'Select what it is about' }] : []), ...('error' in on ? [on.error] : []),
  ]
  if (errors.length > 0 || is === undefined || to === undefined || 'error' in on) return form(ask, errors, ask.form.values())
  const done = await recordRecommendation(ask, caseKeyOf(ask), { is, to, on: on.value })
  if (!done.ok) return form(ask, [{ field: 'is', message: done.refusal.kind === 'nothing-to-follow' ? 'No recommendation about this is waiting for an answer' : refusalWords(done.refusal) }], ask.form.values())
  return redirect(paths.disagreements(caseKeyOf(ask), { done: 'recorded' }))
}
