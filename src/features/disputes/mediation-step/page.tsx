import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { mayAct } from '../../../domain/access/policy.ts'
import type { MediationRecord } from '../../../domain/disputes/disputes-of.ts'
import { disputesOf, isMediationRecord, mediationRefusal } from '../../../domain/disputes/disputes-of.ts'
import { agreementIssues, agreementWords, concedableKinds } from '../../../domain/disputes/dispute-words.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { CheckboxesField, DateField, RadiosField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import { KindField, WordsField, isTyped, readKind, readWords } from '../kind-field.tsx'
import type { MediationInput } from '../record-acts.ts'
import { recordMediation } from '../record-acts.ts'
import { StepPage } from '../step-page.tsx'
import { mediationWords, refusalWords } from '../words.ts'

function stepIn(ask: Ask): MediationRecord {
  const step = param(ask, 'step')
  if (!isMediationRecord(step)) throw new NotFound('step')
  return step
}

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  const step = stepIn(ask)
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const may = mayAct('record-mediation', caseFile.parts, caseFile.stage)
    const wrong = may === 'not-at-this-stage' ? { kind: may, act: 'record-mediation', stage: caseFile.stage } as const : mediationRefusal(step, disputesOf(caseFile.facts))
    const fields = { errors, values }
    const document = (
      <StepPage
        frame={ask.frame} caseFile={caseFile} words={mediationWords[step]} closed={wrong === undefined ? undefined : refusalWords(wrong)} {...fields}
        more={step !== 'agreed' ? undefined : (
          <>
            <DateField name="other" legend="Another day agreed in writing (optional)" hint="It takes the place of the periods of the law (reg 42(5))" {...fields} />
            <WordsField label="What was agreed, word for word (optional)" council={caseFile.area.councilName} {...fields} />
          </>
        )}
      >
        {step === 'wanted' && <CheckboxesField name="health" legend="What is it about?" {...fields} items={[{ value: 'only', text: 'Health care alone: the health body arranges it' }]} />}
        {step === 'agreed' && (
          <RadiosField name="issues" legend="What is the agreement about?" {...fields} items={agreementIssues.map((value) => ({
            value, text: agreementWords[value], ...(value === 'appealable' ? { conditional: <KindField legend="What is to be done?" kinds={concedableKinds} {...fields} /> } : {}),
          }))}
          />
        )}
      </StepPage>
    )
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

function readStep(given: FormBody, record: MediationRecord): { value: MediationInput } | { errors: FieldError[] } {
  const on = readDate(given, 'on', { what: 'The day' })
  const dayErrors = 'error' in on ? [on.error] : []
  if (record !== 'agreed') return 'error' in on ? { errors: dayErrors } : { value: { record, on: on.value, ...(record === 'wanted' && given.all('health').includes('only') ? { healthOnly: true } : {}) } }
  const issues = agreementIssues.find((one) => one === given.text('issues'))
  const kind = issues === 'appealable' ? readKind(given, concedableKinds) : undefined
  const other = isTyped(given, 'other') ? readDate(given, 'other', { what: 'The other day', ...('error' in on ? {} : { earliest: on.value }) }) : undefined
  const { words, errors: wordsErrors } = readWords(given)
  const errors: FieldError[] = [
    ...(issues === undefined ? [{ field: 'issues', message: 'Select what the agreement is about' }] : []),
    ...(issues === 'appealable' && kind === undefined ? [{ field: 'kind', message: 'Select what is to be done' }] : []),
    ...dayErrors, ...(other !== undefined && 'error' in other ? [other.error] : []), ...wordsErrors,
  ]
  if (errors.length > 0 || issues === undefined || 'error' in on) return { errors }
  return { value: { record, on: on.value, issues, ...(kind === undefined ? {} : { kind }), ...(other !== undefined && 'value' in other ? { otherDay: other.value } : {}), ...(words === undefined ? {} : { words }) } }
}

export async function submit(ask: Ask): Promise<Reply> {
  const given = readStep(ask.form, stepIn(ask))
  if ('errors' in given) return form(ask, given.errors, ask.form.values())
  const done = await recordMediation(ask, caseKeyOf(ask), given.value)
  if (!done.ok) return form(ask, [{ field: 'on', message: refusalWords(done.refusal) }], ask.form.values())
  return redirect(paths.disagreements(caseKeyOf(ask), { done: 'recorded' }))
}
