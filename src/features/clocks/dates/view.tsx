import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import { DateField, RadiosField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import { DateCard, UndatedDuties } from './date-card.tsx'
import type { Answers } from './form.ts'
import { situations, type Question, type Situation } from './situations.ts'

const title = 'Work out the dates'

export function whatHappened({ frame, errors }: { frame: PageFrame; errors: FormErrors }) {
  return (
    <HubPage frame={frame} title={title} errors={errors} back={{ href: paths.start() }}>
      <TwoThirds>
        <h1 class="govuk-heading-xl">{title}</h1>
        <p class="govuk-body-l">Find out by when things must be done for a child or young person with special educational needs, and where the law says so.</p>
        <p class="govuk-body">You do not need to sign in. We do not ask for names, and we keep nothing that you enter here.</p>
        <form method="get" action={paths.dates()} novalidate>
          <RadiosField
            name="what" legend="What happened?" errors={errors} fieldset={{ legendSize: 'm' }}
            items={situations.map(({ code, label, hint }) => ({ value: code, text: label, hint }))}
          />
          <input type="hidden" name="step" value="what" />
          <Button>Continue</Button>
        </form>
      </TwoThirds>
    </HubPage>
  )
}

function Field({ question, errors, values, isOnly }: { question: Question; errors: FormErrors; values: FormValues; isOnly: boolean }) {
  const fieldset = { legendSize: isOnly ? 'm' as const : 's' as const }
  if (question.kind === 'choice') {
    return <RadiosField name={question.name} legend={question.label} items={question.choices} errors={errors} values={values} fieldset={fieldset} />
  }
  const legend = question.isOptional ? `${question.label} (optional)` : question.label
  return <DateField name={question.name} legend={legend} hint={question.hint} errors={errors} values={values} fieldset={fieldset} />
}

export function askForDates({ frame, situation, values, errors }: { frame: PageFrame; situation: Situation; values: FormValues; errors: FormErrors }) {
  return (
    <HubPage frame={frame} title={situation.label} errors={errors} back={{ href: paths.dates(), text: 'Choose something else' }}>
      <TwoThirds>
        <span class="govuk-caption-l">{title}</span>
        <h1 class="govuk-heading-l">{situation.label}</h1>
        <form method="get" action={paths.dates()} novalidate>
          <input type="hidden" name="what" value={situation.code} />
          <input type="hidden" name="show" value="1" />
          {situation.questions.map((question) => <Field question={question} errors={errors} values={values} isOnly={situation.questions.length === 1} />)}
          <Button>Show the dates</Button>
        </form>
      </TwoThirds>
    </HubPage>
  )
}

export interface DatesShown {
  readonly frame: PageFrame
  readonly situation: Situation
  readonly answers: Answers
  readonly today: PlainDate
  readonly address: Readonly<Record<string, string>>
}

/** Dates of law first by day; what has none comes after. What the answers themselves show as done or past mattering is left out. */
export function showDates({ frame, situation, answers: { readings, given }, today, address }: DatesShown) {
  const standing = readings.filter(({ state }) => state !== 'overtaken')
  const dated = standing.filter(({ dueDay, dueOn }) => dueOn !== undefined && dueDay !== undefined).toSorted((a, b) => a.dueDay - b.dueDay)
  const undated = standing.filter(({ dueOn }) => dueOn === undefined)
  const isEmpty = dated.length === 0 && undated.length === 0
  return (
    <HubPage frame={frame} title={title} back={{ href: paths.dates({ ...address, change: '1' }), text: 'Change your answers' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <SummaryList
          rows={[
            { key: 'What happened', value: situation.label, actions: [{ href: paths.dates(), text: 'Change', visuallyHiddenText: 'what happened' }] },
            ...given.map(({ question, day, choice }) => ({
              key: question.label, value: day === undefined ? choice ?? '' : dateWords(day),
              actions: [{ href: paths.dates({ ...address, change: '1' }), text: 'Change', visuallyHiddenText: question.label }],
            })),
          ]}
        />
        {isEmpty && <p class="govuk-body">No date follows from this in the law that we know.</p>}
        {dated.length > 0 && (
          <>
            <h2 class="govuk-heading-m">The dates</h2>
            <p class="govuk-body">The <strong>legal date</strong> is the last day that the law allows. It does not move for weekends or holidays, except where the reasons say so. The <strong>target date</strong> is a day to aim for.</p>
            {dated.map((reading) => <DateCard reading={reading} />)}
          </>
        )}
        <UndatedDuties readings={undated} />
        <div class="hub-no-print">
          <h2 class="govuk-heading-m">Keep these dates</h2>
          {dated.length > 0 && <p class="govuk-body"><a class="govuk-link" href={paths.datesFile(address)}>Add them to your calendar (ics file)</a>. It holds no names.</p>}
          <p class="govuk-body">To print this page, use your browser’s print button. To keep it, save its address: it always shows the dates for these answers.</p>
        </div>
        <InsetText>
          These dates were worked out on {dateWords(today)} from what was entered. They explain the law in England and are not legal advice.
          In a few cases the law lets a council be later, such as when a school is closed for four weeks or a family is away for four weeks. Ask the council for its reason.
        </InsetText>
      </TwoThirds>
    </HubPage>
  )
}
