import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { IssuedVersion } from '../../../domain/plan/freeze.ts'
import { paths } from '../../../paths.ts'
import { RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { PlanRead } from '../../../ui/plan-read.tsx'
import { dateTimeWords, dateWords, fileSizeWords, weekdayWords } from '../../../ui/words.ts'
import type { Consultation, Paper, Report } from '../consultation-store.ts'
import { remindedWords } from '../consult/consultation-table.tsx'
import { answerRows } from './answer-words.ts'
import { ReportRead } from './report-read.tsx'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly consultation: Consultation
  readonly version: IssuedVersion
  readonly reports: readonly Report[]
  readonly papers: readonly Paper[]
  readonly today: PlainDate
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view(props: Props) {
  const { frame, caseFile, consultation, version, reports, papers, today, errors } = props
  const title = `Can ${consultation.name} meet these needs?`
  const isAnswered = consultation.answers !== undefined
  const isLate = !isAnswered && consultation.dueOn < today
  const fileHref = (documentId: string): string => paths.consultationDocument({ ...caseFile.key, consultationId: consultation.id, documentId })
  const reportFiles = new Set(reports.map(({ documentId }) => documentId))
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.consultationInbox(), text: 'Consultations' }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          {caseFile.area.councilName} is {consultation.askedForByFamily ? 'asking because the family asked for your setting' : 'considering your setting'} to be named in this
          EHC plan. It sent you the plan on {dateWords(consultation.sentOn)}.
        </p>
        {isLate
          ? <WarningText>Your answer was due on {dateWords(consultation.dueOn)}. The council may go on without it. You can still answer until it closes the consultation.</WarningText>
          : !isAnswered && <InsetText>Please answer by <strong>{weekdayWords(consultation.dueOn)}</strong>. School holidays do not change it.</InsetText>}
        {!isAnswered && consultation.chasedAt.length > 0 && <p class="govuk-body">{remindedWords(consultation)}.</p>}
        <p class="govuk-body">
          What is here is for this question only. Share it only with those who need it to answer. When the consultation closes, you can no longer open it.
        </p>
        {consultation.answers !== undefined && (
          <>
            <h2 class="govuk-heading-m">Your answer</h2>
            <SummaryList rows={answerRows(consultation.answers)} />
            {consultation.answeredAt !== undefined && <p class="govuk-body">Sent by {consultation.answeredBy}, {dateTimeWords(consultation.answeredAt)}.</p>}
          </>
        )}
        {!isAnswered && <p class="govuk-body hub-no-print"><a class="govuk-link" href="#answer">Go to the five questions</a></p>}
        <h2 class="govuk-heading-m">The draft plan</h2>
        <Details summary={`Read version ${version.heading.versionNumber} of the draft`} open={!isAnswered}><PlanRead content={version.content} /></Details>
        {reports.length + papers.length > 0 && <h2 class="govuk-heading-m">Reports that go with it</h2>}
        {reports.map((report) => {
          const paper = papers.find(({ id }) => id === report.documentId)
          return <Details summary={`${report.title}: ${report.author}, ${report.role}`}><ReportRead report={report} {...(paper === undefined ? {} : { fileHref: fileHref(paper.id) })} /></Details>
        })}
        <ul class="govuk-list">
          {papers.filter(({ id }) => !reportFiles.has(id)).map((paper) => <li><a class="govuk-link" href={fileHref(paper.id)}>{paper.title}</a> ({fileSizeWords(paper.size)})</li>)}
        </ul>
        {!isAnswered && caseFile.open.includes('answer-consultation') && <Questions {...props} />}
      </TwoThirds>
    </CasePage>
  )
}

function Questions({ frame, caseFile, errors, values }: Props) {
  const box = (name: string, label: string) => (
    <TextAreaField name={name} label={label} rows={4} maxLength={5_000} whoCanSee={['your setting', `the ${caseFile.area.councilName} SEND team`]} errors={errors} values={values} />
  )
  return (
    <section aria-labelledby="answer">
      <h2 class="govuk-heading-m" id="answer">Five questions</h2>
      <Form tokens={frame.tokens}>
        <RadiosField
          name="canMeet" legend="1. Can you meet the needs in the draft plan?" errors={errors} values={values}
          items={[{ value: 'yes', text: 'Yes' }, { value: 'with-support', text: 'Yes, with more support' }, { value: 'no', text: 'No' }]}
        />
        {box('canMeetWhy', 'What support, or which needs and why not')}
        <RadiosField
          name="suitable" legend="2. Is your setting suitable for the child’s age, ability, aptitude and special educational needs?" errors={errors} values={values}
          items={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]}
        />
        {box('suitableWhy', 'If not, why')}
        <RadiosField
          name="harmsOthers" legend="3. Would it be incompatible with the efficient education of others?" errors={errors} values={values}
          items={[{ value: 'no', text: 'No' }, { value: 'yes', text: 'Yes' }]}
        />
        {box('harmsOthersWhy', 'If so, why, and which reasonable steps you considered')}
        <RadiosField
          name="harmsResources" legend="4. Would it be incompatible with the efficient use of resources?" errors={errors} values={values}
          items={[{ value: 'no', text: 'No' }, { value: 'yes', text: 'Yes' }]}
        />
        {box('harmsResourcesWhy', 'If so, why, with the figures')}
        <RadiosField
          name="place" legend="5. Do you have a place?" errors={errors} values={values}
          items={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]}
        />
        {box('placeWhen', 'From when, or what would be needed')}
        <Button preventDoubleClick>Send the answer</Button>
      </Form>
    </section>
  )
}
