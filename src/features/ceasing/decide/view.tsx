import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { ceaseGrounds, cessationCodes, cessationWords, decidedCodes } from '../../../domain/ceasing/cease-codes.ts'
import type { Ceasing } from '../../../domain/ceasing/ceasing-of.ts'
import { legalTests } from '../../../domain/rights/legal-tests.ts'
import { paths } from '../../../paths.ts'
import { RadiosField, SelectField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, Continue, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { KeptCeasing } from '../ceasing-store.ts'
import { NotGrounds } from '../plan-ending/view.tsx'
import { groundWords } from '../words.ts'
import { longestReasons } from './form.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly ceasing?: Ceasing
  readonly kept?: KeptCeasing
  readonly isOver18: boolean
  /** Why it cannot be decided now. */
  readonly closed?: string
  readonly errors: FormErrors
  readonly values: FormValues
}

const yesNo = [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]
const codes = cessationCodes.filter((code) => ceaseGrounds.some((ground) => decidedCodes[ground].includes(code)))

export function view({ frame, caseFile, ceasing, kept, isOver18, closed, errors, values }: Props) {
  const title = 'Decide whether to end the plan'
  const { asks, notes, law } = legalTests.cease
  const question = (name: string, legend: string, hint?: string) => <RadiosField name={name} legend={legend} hint={hint} inline errors={errors} values={values} items={yesNo} />
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.ceasing(caseFile.key) }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {ceasing?.consulted === undefined && ceasing !== undefined && <WarningText>What the family and the setting said is not recorded. Until it is, the only decision that can be taken is to keep the plan.</WarningText>}
        {ceasing?.consulted !== undefined && (
          <SummaryList rows={[
            { key: 'The family said', value: <span class="hub-letter__text">{kept?.familySaid ?? 'No answer'}</span> },
            { key: 'The setting said', value: <span class="hub-letter__text">{kept?.settingSaid ?? (ceasing.consulted.setting === 'none' ? 'There is no setting' : 'No answer')}</span> },
          ]}
          />
        )}
        <InsetText>
          <p class="govuk-body">{asks}</p>
          <ul class="govuk-list govuk-list--bullet">{notes.map((note) => <li>{note}</li>)}</ul>
          <p class="govuk-body hub-quiet">{law.join('; ')}; SEND Regulations 2014, regs 29 to 31</p>
        </InsetText>
        <NotGrounds />
        {closed !== undefined && errors.length === 0 ? <WarningText>{closed}.</WarningText> : (
          <Form tokens={frame.tokens}>
            <RadiosField name="outcome" legend="What do you decide?" errors={errors} values={values} items={[
              { value: 'keep', text: 'The plan goes on', hint: 'The family is told, with your reasons' },
              {
                value: 'cease', text: 'The plan is to end', hint: 'It stays in force until nobody can appeal any more',
                conditional: (
                  <>
                    <RadiosField name="ground" legend="On which ground?" errors={errors} values={values} items={ceaseGrounds.map((value) => ({ value, text: groundWords[value].title, hint: groundWords[value].hint }))} />
                    {question('met', 'Does the evidence show that this is so?')}
                    {question('outOfEducation', 'Are they out of education and training now?')}
                    {isOver18 && question('outcomesWeighed', 'Were the outcomes for education and training in the plan weighed?', 'Over 18: whether they have been achieved (section 45(3))')}
                    {isOver18 && question('askedAtReview', 'Did a review find out whether they wish to return, and whether that is right for them?', 'Asked of anybody over 18 who has left education or training (regulation 30)')}
                    <SelectField name="code" label="Reason, for the national return (SEN2)" errors={errors} values={values} items={[{ value: '', text: 'Select a reason' }, ...codes.map((code) => ({ value: String(code), text: `${code}: ${cessationWords[code]}` }))]} />
                  </>
                ),
              },
            ]}
            />
            <TextAreaField
              name="reasons" label="Reasons for the decision" rows={8} maxLength={longestReasons} errors={errors} values={values}
              hint="In plain words, about this child. They go into the letter as you type them." whoCanSee={['the family', `the ${caseFile.area.councilName} SEND team`]}
            />
            <Continue>Read the letter before it goes</Continue>
          </Form>
        )}
      </TwoThirds>
    </CasePage>
  )
}
