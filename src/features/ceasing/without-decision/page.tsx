import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { causesWithoutDecision, isCauseWithoutDecision } from '../../../domain/ceasing/cease-codes.ts'
import type { CauseWithoutDecision } from '../../../domain/ceasing/cease-codes.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { DateField, RadiosField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import { CasePage, Continue, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { readDate } from '../../../ui/read-date.ts'
import { endWithoutDecision } from '../ceasing-acts.ts'
import { refusalWords } from '../words.ts'

const title = 'The plan ended without a decision'
const causeWords: Record<CauseWithoutDecision, { readonly text: string; readonly hint?: string }> = {
  died: { text: 'The child or young person died', hint: 'No letter goes by itself. Reminders and letters stop' },
  'left-england': { text: 'They left England', hint: 'Also to Wales, Scotland or Northern Ireland. A move to another council in England transfers the plan instead' },
  age: { text: 'The young person is 25', hint: 'The council may keep the plan to the end of that academic year (section 46). Record this on the day it ends' },
}

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const isOpen = caseFile.open.includes('end-plan-without-decision')
    const document = (
      <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.ceasing(caseFile.key) }}>
        <TwoThirds>
          <span class="govuk-caption-l">{childName(caseFile)}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body">In these three cases the plan ends by itself, and nobody has to be consulted. In every other case the council decides, and the family can appeal.</p>
          {!isOpen && errors.length === 0 ? <WarningText>{refusalWords({ kind: 'not-at-this-stage', act: 'end-plan-without-decision', stage: caseFile.stage })}.</WarningText> : (
            <Form tokens={ask.frame.tokens}>
              <RadiosField name="because" legend="What happened?" errors={errors} values={values} items={causesWithoutDecision.map((value) => ({ value, ...causeWords[value] }))} />
              <DateField name="on" legend="On which day did the plan end?" errors={errors} values={values} />
              <Continue>Record that the plan ended</Continue>
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
  const because = ask.form.text('because')
  const on = readDate(ask.form, 'on', { what: 'The day on which the plan ended' })
  const errors: FieldError[] = [
    ...(isCauseWithoutDecision(because) ? [] : [{ field: 'because', message: 'Select what happened' }]),
    ...('error' in on ? [on.error] : []),
  ]
  if (errors.length > 0 || 'error' in on || !isCauseWithoutDecision(because)) return form(ask, errors, ask.form.values())
  const done = await endWithoutDecision(ask, caseKeyOf(ask), { because, on: on.value })
  if (!done.ok) return form(ask, [{ field: 'on', message: refusalWords(done.refusal) }], ask.form.values())
  return redirect(paths.ceasing(caseKeyOf(ask), { done: 'recorded' }))
}
