import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { RecordedFact } from '../../../domain/case-file/facts.ts'
import { paths } from '../../../paths.ts'
import { DateField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords, dateWords } from '../../../ui/words.ts'
import { longestReason } from './form.ts'

export interface CorrectView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly fact: RecordedFact
  readonly sentence: string
  readonly isCorrected: boolean
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, caseFile, fact, sentence, isCorrected, errors, values }: CorrectView) {
  return (
    <CasePage frame={frame} caseFile={caseFile} title="Correct the record" errors={errors} back={{ href: paths.caseTimeline(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">Correct the record</h1>
        <SummaryList
          rows={[
            { key: 'What it says', value: sentence },
            { key: 'Day it happened', value: dateWords(fact.happenedOn) },
            { key: 'Recorded', value: dateTimeWords(fact.recordedAt) },
            fact.reason !== undefined && { key: 'Reason given', value: fact.reason },
          ]}
        />
        {isCorrected
          ? <InsetText>This entry has been corrected already. If the newer one is wrong too, correct that one.</InsetText>
          : (
            <Form tokens={frame.tokens}>
              <p class="govuk-body">What it says now stays in the record, struck through, with your reason. The dates of the case are worked out again.</p>
              <DateField name="happened" legend="What day did it really happen?" errors={errors} values={values} />
              <TextAreaField
                name="reason"
                label="Why is it being corrected?"
                hint="If only the reason was wrong, leave the day and write the right reason. Do not name other family members: every family member on the case may read this."
                whoCanSee={[`the ${caseFile.area.councilName} SEND team`, 'the family members on this case']}
                maxLength={longestReason}
                rows={4}
                errors={errors}
                values={values}
              />
              <Button>Correct the record</Button>
            </Form>
          )}
      </TwoThirds>
    </CasePage>
  )
}
