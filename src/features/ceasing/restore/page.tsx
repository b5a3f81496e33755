import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { latestOf, standingFacts } from '../../../domain/case-file/facts.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import { CasePage, Continue, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { RestoreCause } from '../ceasing-acts.ts'
import { restoreCauses, restorePlan } from '../ceasing-acts.ts'
import { refusalWords } from '../words.ts'

const title = 'Put the plan back in force'
const longestReason = 1000
const causeWords: Record<RestoreCause, string> = {
  'appeal-in-time': 'The Tribunal received an appeal in time', 'certificate-in-time': 'There is a mediation certificate that gives more time to appeal', slip: 'It was ended by a slip',
}

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const hasEnded = latestOf(standingFacts(caseFile.facts), 'plan-ceased') !== undefined
    const document = (
      <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.ceasing(caseFile.key) }}>
        <TwoThirds>
          <span class="govuk-caption-l">{childName(caseFile)}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          {!hasEnded && errors.length === 0 ? <WarningText>{refusalWords({ kind: 'not-ended' })}.</WarningText> : (
            <Form tokens={ask.frame.tokens}>
              <p class="govuk-body">The end is struck through in the record, and the plan counts as never having ended: everything in it is owed from now on, and for the days between. Then record the appeal or the certificate with its own day, and tell the family and the setting.</p>
              <RadiosField name="because" legend="Why should it not have ended?" errors={errors} values={values} items={restoreCauses.map((value) => ({ value, text: causeWords[value] }))} />
              <TextAreaField
                name="reason" label="What happened?" rows={4} maxLength={longestReason} errors={errors} values={values} hint="Do not name other family members: every family member on the case may read this."
                whoCanSee={[`the ${caseFile.area.councilName} SEND team`, 'the family members on this case']}
              />
              <Continue>Put the plan back in force</Continue>
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
  const because = restoreCauses.find((one) => one === ask.form.text('because'))
  const reason = ask.form.text('reason')
  const errors: FieldError[] = [
    ...(because === undefined ? [{ field: 'because', message: 'Select why it should not have ended' }] : []),
    ...(reason === '' ? [{ field: 'reason', message: 'Enter what happened' }] : []),
    ...(reason.length > longestReason ? [{ field: 'reason', message: `What happened must be ${longestReason.toLocaleString('en-GB')} characters or fewer` }] : []),
  ]
  if (errors.length > 0 || because === undefined) return form(ask, errors, ask.form.values())
  const done = await restorePlan(ask, caseKeyOf(ask), { because, reason })
  if (!done.ok) return form(ask, [{ field: 'because', message: refusalWords(done.refusal) }], ask.form.values())
  return redirect(paths.ceasing(caseKeyOf(ask), { done: 'recorded' }))
}
