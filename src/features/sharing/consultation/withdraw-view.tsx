import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { londonDateOf } from '../../../domain/calendar/london-date.ts'
import { paths } from '../../../paths.ts'
import { TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { Consultation } from '../consultation-store.ts'

export const withdrawTitle = 'Close a consultation'

export function withdrawView({ frame, caseFile, consultation, errors, values }: {
  frame: PageFrame; caseFile: CaseFile; consultation: Consultation; errors: FormErrors; values: FormValues
}) {
  return (
    <CasePage frame={frame} caseFile={caseFile} title={withdrawTitle} errors={errors} back={{ href: paths.consultSettings(caseFile.key), text: 'Settings asked about a place' }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{withdrawTitle}</h1>
        {consultation.closedAt !== undefined ? (
          <InsetText id="reason">The consultation of {consultation.name} was closed on {dateWords(londonDateOf(consultation.closedAt))}: {consultation.closedBecause}</InsetText>
        ) : (
          <>
            <p class="govuk-body">
              {consultation.name} loses sight of the draft and the reports at once.{' '}
              {consultation.answers === undefined ? `It has not answered; its answer is due on ${dateWords(consultation.dueOn)}.` : 'Its answer stays with the case.'}
            </p>
            <Form tokens={frame.tokens}>
              <TextAreaField name="reason" label="Why is it closed?" rows={3} whoCanSee={[`the ${caseFile.area.councilName} SEND team`]} errors={errors} values={values} />
              <Button preventDoubleClick>Close the consultation</Button>
            </Form>
          </>
        )}
      </TwoThirds>
    </CasePage>
  )
}
