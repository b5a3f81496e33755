import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { londonDateOf } from '../../../domain/calendar/london-date.ts'
import { reassessmentAnswerBy } from '../../../domain/reassessment/reassessments-of.ts'
import type { ChangeOutcome } from '../../../domain/review/change-said.ts'
import { changeKindWords, changeOutcomes, changeOutcomeWords } from '../../../domain/review/change-said.ts'
import { paths } from '../../../paths.ts'
import { RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { ChangeSaid } from '../change-store.ts'
import { rowsOf } from '../list/view.tsx'

/** What "a new assessment" would be of this change: page.ts tells. */
export type AssessedAgain = 'joins' | 'asked' | 'own' | 'not-yours'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly today: PlainDate
  readonly change: ChangeSaid
  readonly again: AssessedAgain
  readonly errors: FormErrors
  readonly values: FormValues
}

export const answerTitle = 'What follows from the change?'
export const longestReasons = 5_000

export function view({ frame, caseFile, today, change, again, errors, values }: Props) {
  const { who, part, what, answer } = change
  const hint = (outcome: ChangeOutcome): string | undefined => (outcome === 'reassess' ? againWords(again, change) : hints[outcome])
  const reader = part === 'council' ? [] : [who.name]
  return (
    <CasePage frame={frame} caseFile={caseFile} title={answerTitle} errors={errors} back={{ href: paths.changes(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{answerTitle}</h1>
        <h2 class="govuk-heading-m">{changeKindWords[what].staff}</h2>
        <SummaryList rows={rowsOf(change, { caseFile, today, isCouncil: true })} />
        {answer === undefined && (
          <Form tokens={frame.tokens}>
            <RadiosField
              name="outcome" legend="What follows?" errors={errors} values={values}
              items={changeOutcomes.filter((outcome) => outcome !== 'reassess' || again !== 'not-yours').map((outcome) => ({ value: outcome, text: changeOutcomeWords[outcome].staff, hint: hint(outcome) }))}
            />
            <TextAreaField
              name="reasons" label="Why?" hint={part === 'council' ? undefined : `${who.name} reads this. Say what you looked at, and what happens next.`} rows={6} maxLength={longestReasons}
              whoCanSee={[...reader, ...(again === 'own' ? ['the family, where a new assessment begins'] : []), `the ${caseFile.area.councilName} SEND team`]} errors={errors} values={values}
            />
            {again === 'not-yours' && <p class="govuk-body">{who.name} cannot ask for a new assessment, so somebody with the power to decide would begin it: <a class="govuk-link" href={paths.reassessments(caseFile.key)}>Assessing again</a>.</p>}
            <Button preventDoubleClick>{part === 'council' ? 'Decide' : `Decide, and tell ${who.name}`}</Button>
          </Form>
        )}
      </TwoThirds>
    </CasePage>
  )
}

const hints: Partial<Record<ChangeOutcome, string>> = {
  'early-review': 'Arrange the meeting under Reviews next.',
  amend: 'The amendment begins now: fifteen days for the family from the notice, and eight weeks to the amended plan (SEND Regulations 2014, regulation 28).',
}

function againWords(again: AssessedAgain, { who, saidAt }: ChangeSaid): string {
  if (again === 'joins') return 'A new assessment is asked for or under way already. This goes with it.'
  if (again === 'own') return 'It begins now, and the family gets the letter with what you write below. The plan follows within fourteen weeks (CFA 2014 s.44(3); SEND Regulations 2014, regulations 26 and 27).'
  const on = londonDateOf(saidAt)
  return `${who.name} asked for one on ${dateWords(on)}: the family is told by ${dateWords(reassessmentAnswerBy(on))} whether there will be one. Decide that next (CFA 2014 s.44(2); SEND Regulations 2014, regulations 23 to 25).`
}
