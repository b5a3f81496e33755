import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { isWindowClosed } from '../../../domain/timeline/draft-window.ts'
import { paths } from '../../../paths.ts'
import { TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { plural, weekdayWords } from '../../../ui/words.ts'
import type { Amendment } from '../open-amendment.ts'
import { keepsAfterReassessment } from '../open-amendment.ts'

interface Props {
  readonly frame: PageFrame
  readonly amendment: Amendment
  readonly today: PlainDate
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, amendment, today, errors, values }: Props) {
  const { caseFile, subject, window, open, changes, newAdvice } = amendment
  const keeps = keepsAfterReassessment(amendment)
  const title = keeps ? 'Keep the plan as it is after the new assessment' : 'Decide not to amend after all'
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.amendment({ ...caseFile.key, reviewId: subject.id }), text: 'Back to the amendment' }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {keeps && (
          <p class="govuk-body">
            The new assessment ends, and the plan in force stays as it is. The family is told why, and how to appeal (Children and Families Act 2014, section 51(2)(e); SEND Regulations 2014, regulations 26,
            27). The school or college is told that the plan is kept.
          </p>
        )}
        {keeps && newAdvice.length === 0 && <WarningText>No advice has come in since the new assessment began. It must be asked for before this is decided (regulation 26).</WarningText>}
        {keeps && changes.length > 0 && <WarningText>The working document differs from the plan in force in {plural(changes.length, 'line')}. Send the changes to the family, or <a class="govuk-link" href={paths.planWorking(caseFile.key, { show: 'changed' })}>put the lines back</a> first.</WarningText>}
        {!keeps && <p class="govuk-body">The plan stays as it is. The family is told why, and how to appeal (SEND Regulations 2014, regulation 22(4), (5)). The working document goes back to the words of the plan in force.</p>}
        {window !== undefined && !isWindowClosed(window, today) && <InsetText>The family has until the end of <strong>{weekdayWords(window.lastDay)}</strong> to answer. It can be decided after that.</InsetText>}
        {open.length > 0 && <WarningText>{plural(open.length, 'thing')} that was said has no answer yet. <a class="govuk-link" href={paths.amendment({ ...caseFile.key, reviewId: subject.id })}>Answer first</a>.</WarningText>}
        <Form tokens={frame.tokens}>
          <TextAreaField
            name="reasons" label={keeps ? 'Why does the plan stay as it is?' : 'Why is the plan not amended?'} hint="It goes into the letter as you type it." rows={6} maxLength={5_000} whoCanSee={['the family']} errors={errors} values={values}
          />
          <Button preventDoubleClick>Send the decision</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
