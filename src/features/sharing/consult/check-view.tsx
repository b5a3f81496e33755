import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Notice } from '../../../domain/notice/notice.ts'
import { CheckboxesField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { choicesOf, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { Letter } from '../../../ui/letter.tsx'
import { PlanRead } from '../../../ui/plan-read.tsx'
import type { RecipientCard } from '../../../domain/sending/recipient-card.ts'
import { RecipientCards } from '../../../ui/recipient-card.tsx'
import { dateWords, listWords, plural } from '../../../ui/words.ts'
import { ReportRead } from '../consultation/report-read.tsx'
import type { Asked, Prepared } from './consult-settings.ts'
import { WideTable } from '../wide-table.tsx'
import { nameOfVersion } from './plan-to-consult-on.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly prepared: Prepared
  readonly letters: readonly { readonly asked: Asked; readonly notice: Notice }[]
  readonly cards: readonly RecipientCard[]
  readonly errors: FormErrors
  readonly values: FormValues
}

const carried = ['settings', 'reports', 'documents', 'q'] as const

export function checkView({ frame, caseFile, prepared, letters, cards, errors, values }: Props) {
  const { asked, version, reports, papers, keptOut } = prepared
  const title = 'Check what the settings will see'
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <WideTable
          name="Settings that will be asked"
          caption={`${plural(asked.length, 'setting')} will be asked, each apart from the others`}
          head={[{ content: 'Setting' }, { content: 'Has it on' }, { content: 'Answer due' }]}
          firstCellIsHeader
          rows={asked.map(({ setting, receivedOn, dueOn, byPost, familyAsked }) => [
            { content: <>{setting.name}{familyAsked && <><br /><span class="govuk-body-s">asked for by the family</span></>}</> },
            { content: `${dateWords(receivedOn)}${byPost ? ', by post' : ''}` }, { content: dateWords(dueOn) },
          ])}
        />
        {asked.some(({ byPost }) => byPost) && <WarningText>Print the plan and the chosen reports, and put them in with the letter of each setting that is written to by post.</WarningText>}
        {keptOut.map(({ term, why, where }) => <WarningText>“{term}” stands in {listWords([...where])}. It was to be kept out: {why}</WarningText>)}
        {papers.length > 0 && <p class="govuk-body">Files are not searched for words to keep out: {listWords(papers.map((paper) => paper.title))}. Read them before you send them.</p>}
        <h2 class="govuk-heading-m">What each will see</h2>
        <Details summary={nameOfVersion(caseFile, version)}><PlanRead content={version.content} /></Details>
        {reports.map((report) => <Details summary={`${report.title}: ${report.author}`}><ReportRead report={report} /></Details>)}
        {papers.length > 0 && <ul class="govuk-list govuk-list--bullet">{papers.map((paper) => <li>{paper.title} ({paper.fileName})</li>)}</ul>}
        {reports.length + papers.length === 0 && <p class="govuk-body">No reports or documents go with it.</p>}
        <p class="govuk-body">They do not see what the family or others said of the draft, other settings, or anything else of the case.</p>
        <h2 class="govuk-heading-m">The notice</h2>
        {letters.map(({ asked: { setting }, notice }, index) => <Details summary={`Notice to ${setting.name}`} open={index === 0}><Letter letter={notice} /></Details>)}
        <RecipientCards caseKey={caseFile.key} cards={cards} />
        <Form tokens={frame.tokens}>
          {carried.flatMap((name) => choicesOf(values, name).map((value) => <input type="hidden" name={name} value={value} />))}
          {keptOut.length > 0 && (
            <CheckboxesField
              name="keptOut" legend="Words that were to be kept out" errors={errors} values={values}
              items={[{ value: 'seen', text: 'I have read where they stand, and the settings may read them' }]}
            />
          )}
          <div class="govuk-button-group">
            <Button name="step" value="send" preventDoubleClick>Send to {plural(asked.length, 'setting')}</Button>
            <Button name="step" value="change" variant="secondary">Change something</Button>
          </div>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
