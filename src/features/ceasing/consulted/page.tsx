import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { openCeasing } from '../../../domain/ceasing/ceasing-of.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { DateField, RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import { CasePage, Continue, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { readDate } from '../../../ui/read-date.ts'
import { recordConsultation } from '../ceasing-acts.ts'
import { refusalWords } from '../words.ts'

const title = 'Record what the family and the setting said'
const longest = 8000

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const open = openCeasing(caseFile.facts)
    const closed = !caseFile.open.includes('record-ceasing-consultation') ? refusalWords({ kind: 'not-at-this-stage', act: 'record-ceasing-consultation', stage: caseFile.stage })
      : open === undefined ? refusalWords({ kind: 'none-under-way' }) : open.consulted !== undefined ? refusalWords({ kind: 'recorded-already' }) : undefined
    const team = [`the ${caseFile.area.councilName} SEND team`]
    const document = (
      <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.ceasing(caseFile.key) }}>
        <TwoThirds>
          <span class="govuk-caption-l">{childName(caseFile)}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body">A decision to end the plan can be taken only after the family and the setting were consulted (SEND Regulations 2014, reg 31(1)). Write what they said as they said it.</p>
          {closed !== undefined && errors.length === 0 ? <WarningText>{closed}.</WarningText> : (
            <Form tokens={ask.frame.tokens}>
              <RadiosField
                name="family" legend="Did the family answer?" errors={errors} values={values}
                items={[{ value: 'yes', text: 'Yes', conditional: <TextAreaField name="familySaid" label="What the family said" rows={5} maxLength={longest} errors={errors} values={values} whoCanSee={team} /> }, { value: 'no', text: 'No, though it had time to' }]}
              />
              <RadiosField
                name="setting" legend="Did the school or college answer?" errors={errors} values={values}
                items={[
                  { value: 'yes', text: 'Yes', conditional: <TextAreaField name="settingSaid" label="What the school or college said" rows={5} maxLength={longest} errors={errors} values={values} whoCanSee={team} /> },
                  { value: 'no', text: 'No, though it had time to' }, { value: 'none', text: 'There is no setting' },
                ]}
              />
              <DateField name="on" legend="On which day were both consulted?" hint="The day of the last answer, or of the end of the time to answer" errors={errors} values={values} />
              <Continue>Record what they said</Continue>
            </Form>
          )}
        </TwoThirds>
      </CasePage>
    )
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const said = (name: string): string => ask.form.text(name)
  const on = readDate(ask.form, 'on', { what: 'The day on which both were consulted' })
  const errors: FieldError[] = [
    ...(['yes', 'no'].includes(said('family')) ? [] : [{ field: 'family', message: 'Say whether the family answered' }]),
    ...(said('family') === 'yes' && said('familySaid') === '' ? [{ field: 'familySaid', message: 'Enter what the family said' }] : []),
    ...(['yes', 'no', 'none'].includes(said('setting')) ? [] : [{ field: 'setting', message: 'Say whether the school or college answered' }]),
    ...(said('setting') === 'yes' && said('settingSaid') === '' ? [{ field: 'settingSaid', message: 'Enter what the school or college said' }] : []),
    ...['familySaid', 'settingSaid'].filter((name) => said(name).length > longest).map((field) => ({ field, message: `Must be ${longest.toLocaleString('en-GB')} characters or fewer` })),
    ...('error' in on ? [on.error] : []),
  ]
  if (errors.length > 0 || 'error' in on) return form(ask, errors, ask.form.values())
  const done = await recordConsultation(ask, caseKeyOf(ask), {
    on: on.value, hasSetting: said('setting') !== 'none', ...(said('family') === 'yes' ? { familySaid: said('familySaid') } : {}), ...(said('setting') === 'yes' ? { settingSaid: said('settingSaid') } : {}),
  })
  if (!done.ok) return form(ask, [{ field: 'on', message: refusalWords(done.refusal) }], ask.form.values())
  return redirect(paths.ceasing(caseKeyOf(ask), { done: 'recorded' }))
}
