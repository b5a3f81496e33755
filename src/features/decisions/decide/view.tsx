import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { legalTests } from '../../../domain/rights/legal-tests.ts'
import { paths } from '../../../paths.ts'
import { RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, Continue, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords, listWords, weekdayWords } from '../../../ui/words.ts'
import type { Limit, OutstandingAdvice, PanelItem } from '../decision-store.ts'
import { outcomeWords } from '../outcome-words.ts'
import type { QuestionOfLaw } from './question.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly law: QuestionOfLaw
  readonly limit: Limit | undefined
  readonly panel: readonly PanelItem[]
  readonly outstanding: readonly OutstandingAdvice[]
  /** Why the decision cannot be made now, when it cannot. */
  readonly closed: string | undefined
  readonly errors: FormErrors
  readonly values: FormValues
}

function LegalTestWords({ law }: { law: QuestionOfLaw }) {
  const test = legalTests[law.legalTest]
  return (
    <InsetText>
      <p class="govuk-body">{test.asks}</p>
      <ul class="govuk-list govuk-list--bullet">{test.notes.map((note) => <li>{note}</li>)}</ul>
      <Details summary="The law">
        <ul class="govuk-list">{test.law.map((source) => <li>{source}</li>)}</ul>
        <p class="govuk-body">Local rules (years behind, cycles of support, a diagnosis) cannot take the place of this test.</p>
      </Details>
    </InsetText>
  )
}

function PanelAdvice({ caseFile, law, panel }: Pick<Props, 'caseFile' | 'law' | 'panel'>) {
  return (
    <>
      <h2 class="govuk-heading-m">What the panel advised</h2>
      {panel.map((item) => (
        <SummaryList
          card={{ title: `Panel of ${dateWords(item.panelOn)}` }}
          rows={[
            { key: 'Advice', value: outcomeWords[item.advice] ?? item.advice },
            { key: 'Reasons', value: item.reasons },
            ...(item.conditions === undefined ? [] : [{ key: 'Conditions', value: item.conditions }]),
            { key: 'Members', value: listWords([...item.members]) },
            ...(item.conflicts === undefined ? [] : [{ key: 'Conflicts of interest', value: item.conflicts }]),
          ]}
        />
      ))}
      {panel.length === 0 && <p class="govuk-body">No panel is recorded. A decision does not have to wait for one.</p>}
      <p class="govuk-body">
        <a class="govuk-link" href={paths.recordPanel({ ...caseFile.key, question: law.question })}>Record what a panel advised</a>
      </p>
    </>
  )
}

export function view({ frame, caseFile, law, limit, panel, outstanding, closed, errors, values }: Props) {
  return (
    <CasePage frame={frame} caseFile={caseFile} title={law.title} errors={errors}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{law.title}</h1>
        {limit !== undefined && !limit.isExcused && <p class="govuk-body">{law.dueWords} <strong>{weekdayWords(limit.dueOn)}</strong>.</p>}
        {limit?.isExcused === true && <p class="govuk-body">{law.dueWords} {weekdayWords(limit.dueOn)}, but an excuse of the law applies: it is due as soon as practicable.</p>}
        <PanelAdvice caseFile={caseFile} law={law} panel={panel} />
        {outstanding.length > 0 && (
          <WarningText>
            Advice is still outstanding from {listWords(outstanding.map(({ of }) => of))}. A plan cannot be refused until it is in or excused.
          </WarningText>
        )}
        <h2 class="govuk-heading-m">The legal test</h2>
        <LegalTestWords law={law} />
        {closed !== undefined && errors.length === 0 ? <WarningText>{closed}.</WarningText> : (
          <Form tokens={frame.tokens}>
            {law.parts.map(({ field, asks }) => (
              <RadiosField name={field} legend={asks} inline errors={errors} values={values} items={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]} />
            ))}
            {law.tellsOutcomeOfAssessment && (
              <TextAreaField
                name="outcomeOfAssessment" label="What the assessment found" rows={5} errors={errors} values={values}
                hint="In plain words. It goes into the letter as you type it." whoCanSee={['the family', 'the bodies told of the decision']}
              />
            )}
            <TextAreaField
              name="reasons" label="Reasons for the decision" rows={8} errors={errors} values={values}
              hint="In plain words, for this child. They go into the letter as you type them." whoCanSee={['the family', 'the bodies told of the decision']}
            />
            <Continue>Read the letter before it goes</Continue>
          </Form>
        )}
      </TwoThirds>
    </CasePage>
  )
}
