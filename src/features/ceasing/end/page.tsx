import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { endRefusal, keptUntil, openCeasing } from '../../../domain/ceasing/ceasing-of.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { CheckboxesField, DateField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import { CasePage, Continue, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateValues, readDate } from '../../../ui/read-date.ts'
import { dateWords } from '../../../ui/words.ts'
import { endPlan } from '../ceasing-acts.ts'
import { daysForWord } from '../end-plans.ts'
import { refusalWords } from '../words.ts'

const title = 'End the plan'

async function form(ask: Ask, errors: FormErrors, typed?: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const open = openCeasing(caseFile.facts)
    const until = open === undefined ? undefined : keptUntil(caseFile.facts, open)
    const wrong = open === undefined ? { kind: 'none-under-way' } as const : endRefusal(caseFile.facts, open, tx.today)
    const closed = !caseFile.open.includes('end-plan') ? refusalWords({ kind: 'not-at-this-stage', act: 'end-plan', stage: caseFile.stage }) : wrong === undefined ? undefined : refusalWords(wrong)
    const values = typed ?? dateValues('on', tx.today)
    const document = (
      <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.ceasing(caseFile.key) }}>
        <TwoThirds>
          <span class="govuk-caption-l">{childName(caseFile)}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          {closed !== undefined && errors.length === 0 ? <WarningText>{closed}.</WarningText> : (
            <Form tokens={ask.frame.tokens}>
              {until?.kind === 'time-to-appeal' && (
                <p class="govuk-body">The last day on which the Tribunal could get an appeal was {dateWords(until.lastDay)}. A council hears of an appeal some days later: without you, the hub ends the plan {daysForWord} days after that day.</p>
              )}
              <WarningText>When the plan has ended, the help in it is no longer owed, and the school and the professionals no longer see this case.</WarningText>
              <CheckboxesField name="asked" legend="Before you end it" errors={errors} values={values} items={[{ value: 'yes', text: until?.kind === 'determined' ? 'The appeal is finally decided or withdrawn, and the plan may end' : 'I asked the Tribunal and the mediation adviser, and there is no appeal and no certificate' }]} />
              <DateField name="on" legend="On which day does the plan end?" errors={errors} values={values} />
              <Continue>End the plan</Continue>
            </Form>
          )}
        </TwoThirds>
      </CasePage>
    )
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [])

export async function submit(ask: Ask): Promise<Reply> {
  const on = readDate(ask.form, 'on', { what: 'The day on which the plan ends' })
  const errors: FieldError[] = [
    ...(ask.form.text('asked') === 'yes' ? [] : [{ field: 'asked', message: 'Confirm that nobody can appeal any more' }]),
    ...('error' in on ? [on.error] : []),
  ]
  if (errors.length > 0 || 'error' in on) return form(ask, errors, ask.form.values())
  const done = await endPlan(ask, caseKeyOf(ask), { on: on.value })
  if (!done.ok) return form(ask, [{ field: 'on', message: refusalWords(done.refusal) }], ask.form.values())
  return redirect(paths.ceasing(caseKeyOf(ask), { done: 'recorded' }))
}
