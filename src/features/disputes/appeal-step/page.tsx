import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { mayAct } from '../../../domain/access/policy.ts'
import type { AppealRecord } from '../../../domain/disputes/disputes-of.ts'
import { appealRefusal, disputesOf, isAppealRecord } from '../../../domain/disputes/disputes-of.ts'
import { appealResults, appealResultWords } from '../../../domain/disputes/dispute-words.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { CheckboxesField, DateField, RadiosField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import { listWords } from '../../../ui/words.ts'
import { isTyped } from '../kind-field.tsx'
import type { AppealInput } from '../record-acts.ts'
import { recordAppeal } from '../record-acts.ts'
import { StepPage } from '../step-page.tsx'
import { appealWords, groundNames, grounds, refusalWords } from '../words.ts'

function stepIn(ask: Ask): AppealRecord {
  const step = param(ask, 'step')
  if (!isAppealRecord(step)) throw new NotFound('step')
  return step
}

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  const step = stepIn(ask)
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const may = mayAct('record-appeal', caseFile.parts, caseFile.stage)
    const wrong = may === 'not-at-this-stage' ? { kind: may, act: 'record-appeal', stage: caseFile.stage } as const : appealRefusal(step, disputesOf(caseFile.facts))
    const fields = { errors, values }
    const document = (
      <StepPage
        frame={ask.frame} caseFile={caseFile} words={appealWords[step]} closed={wrong === undefined ? undefined : refusalWords(wrong)} {...fields}
        more={(
          <>
            {step === 'received' && <DateField name="respond" legend="By when must the council answer? (optional)" hint="Where the Tribunal gave a day. Without it thirty working days are counted" {...fields} />}
            {step === 'hearing-listed' && <DateField name="hearing" legend="When is the hearing?" {...fields} />}
            {step === 'hearing-listed' && <DateField name="bundle" legend="By when is the bundle due? (optional)" hint="Where the Tribunal gave a day. Without it ten working days before the hearing are counted" {...fields} />}
          </>
        )}
      >
        {step === 'lodged' && <CheckboxesField name="about" legend="What is the appeal about?" hint="About section I alone no certificate is needed" {...fields} items={groundNames.map((value) => ({ value, text: grounds[value] }))} />}
        {step === 'decided' && <RadiosField name="result" legend="What did the Tribunal decide?" {...fields} items={appealResults.map((value) => ({ value, text: appealResultWords[value] }))} />}
      </StepPage>
    )
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

function readStep(given: FormBody, record: AppealRecord): { value: AppealInput } | { errors: FieldError[] } {
  const on = readDate(given, 'on', { what: 'The day' })
  const about = groundNames.filter((name) => given.all('about').includes(name))
  const result = appealResults.find((one) => one === given.text('result'))
  const respond = record === 'received' && isTyped(given, 'respond') ? readDate(given, 'respond', { what: 'The day of the answer' }) : undefined
  const hearing = record === 'hearing-listed' ? readDate(given, 'hearing', { what: 'The day of the hearing' }) : undefined
  const bundle = record === 'hearing-listed' && isTyped(given, 'bundle') ? readDate(given, 'bundle', { what: 'The day of the bundle' }) : undefined
  const errors: FieldError[] = [
    ...(record === 'lodged' && about.length === 0 ? [{ field: 'about', message: 'Select what the appeal is about' }] : []),
    ...(record === 'decided' && result === undefined ? [{ field: 'result', message: 'Select what the Tribunal decided' }] : []),
    ...[on, respond, hearing, bundle].flatMap((one) => (one !== undefined && 'error' in one ? [one.error] : [])),
  ]
  if (errors.length > 0 || 'error' in on) return { errors }
  return {
    value: {
      record, on: on.value, ...(record === 'lodged' ? { about: listWords(about.map((name) => grounds[name])), sectionIOnly: about.length === 1 && about[0] === 'i' } : {}), ...(result === undefined ? {} : { result }),
      ...(respond !== undefined && 'value' in respond ? { respondBy: respond.value } : {}), ...(hearing !== undefined && 'value' in hearing ? { hearingOn: hearing.value } : {}),
      ...(bundle !== undefined && 'value' in bundle ? { bundleBy: bundle.value } : {}),
    },
  }
}

export async function submit(ask: Ask): Promise<Reply> {
  const given = readStep(ask.form, stepIn(ask))
  if ('errors' in given) return form(ask, given.errors, ask.form.values())
  const done = await recordAppeal(ask, caseKeyOf(ask), given.value)
  if (!done.ok) return form(ask, [{ field: 'on', message: refusalWords(done.refusal) }], ask.form.values())
  return redirect(paths.disagreements(caseKeyOf(ask), { done: 'recorded' }))
}
