import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { addDays } from '../../../domain/calendar/plain-date.ts'
import type { Convening } from '../../../domain/review/convenor.ts'
import { latestMeetingFor } from '../../../domain/review/review-dates.ts'
import { paths } from '../../../paths.ts'
import { DateField, RadiosField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import { howWords } from '../one-review-words.ts'
import { meetingHows } from '../review-store.ts'

export interface ArrangeProps {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly today: PlainDate
  readonly yearEndsOn?: PlainDate
  /** Of a review that is moved. */
  readonly moving?: { readonly reviewId: string }
  readonly setting?: { readonly name: string }
  readonly convening: Convening
  /** An officer may say that the council holds it itself. */
  readonly mayChoose: boolean
  readonly closed?: string
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view(props: ArrangeProps) {
  const { frame, caseFile, moving, closed, errors, values } = props
  const title = moving === undefined ? 'Arrange a review' : 'Move the review meeting'
  const back = moving === undefined ? { href: paths.caseReviews(caseFile.key) } : { href: paths.review({ ...caseFile.key, reviewId: moving.reviewId }) }
  const audience = ['everybody who is invited', `the ${caseFile.area.councilName} SEND team`]
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={back}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {closed !== undefined && errors.length === 0 ? <WarningText>{closed}.</WarningText> : (
          <>
            <Dates {...props} />
            <Form tokens={frame.tokens}>
              {moving === undefined && <WhoConvenes {...props} />}
              <DateField name="on" legend="When is the meeting?" hint="Everybody is invited at least two weeks before" errors={errors} values={values} />
              <TextField name="starts" label="What time does it start?" hint="For example, 2pm" class="govuk-input--width-10" whoCanSee={audience} errors={errors} values={values} />
              <RadiosField name="how" legend="How do you meet?" errors={errors} values={values} items={meetingHows.map((value) => ({ value, text: howWords[value] }))} />
              <TextAreaField name="place" label="Where is it, or how do people join?" rows={3} whoCanSee={audience} errors={errors} values={values} />
              <TextAreaField name="note" label="Is there anything people should know? You do not have to say" hint="For example: step-free, a quiet room to wait in" rows={2} whoCanSee={audience} errors={errors} values={values} />
              <Button preventDoubleClick>{moving === undefined ? 'Arrange the meeting' : 'Move the meeting'}</Button>
            </Form>
          </>
        )}
      </TwoThirds>
    </CasePage>
  )
}

/** The law's last days, beside what is being chosen. */
function Dates({ yearEndsOn, today }: ArrangeProps) {
  return (
    <SummaryList rows={[
      { key: 'First day with two weeks’ notice', value: dateWords(addDays(today, 14)) },
      ...(yearEndsOn === undefined ? [] : [
        { key: 'Review due, with its decision', value: dateWords(yearEndsOn) },
        { key: 'Last meeting that leaves four weeks to decide', value: latestMeetingFor(yearEndsOn) < today ? `${dateWords(latestMeetingFor(yearEndsOn))}, which has passed: meet as soon as you can` : dateWords(latestMeetingFor(yearEndsOn)) },
      ]),
    ]} />
  )
}

function WhoConvenes({ caseFile, setting, convening, mayChoose, errors, values }: ArrangeProps) {
  if (setting === undefined || convening === 'council') {
    return <InsetText>{caseFile.area.councilName} arranges, holds and reports this review itself, because there is no school, nursery or college to do it (SEND Regulations 2014, reg 21).</InsetText>
  }
  if (!mayChoose) return <InsetText>{setting.name} arranges, holds and reports this review.</InsetText>
  return (
    <RadiosField
      name="convenor" legend="Who arranges and holds it?" errors={errors} values={{ convenor: 'setting', ...values }}
      hint={convening === 'required' ? 'The council can require this setting to do it (SEND Regulations 2014, reg 20(1), (12)).' : 'The council can ask this setting, and cannot require it (SEND Regulations 2014, reg 20(12)). If it will not, the council does it.'}
      items={[{ value: 'setting', text: setting.name }, { value: 'council', text: caseFile.area.councilName }]}
    />
  )
}
