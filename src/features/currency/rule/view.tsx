import type { Area } from '../../../casebook/open-case-file.ts'
import type { RuleChange } from '../../../casebook/plan/currency-rule.ts'
import type { CurrencyRule } from '../../../domain/currency/rule.ts'
import { scoredSections } from '../../../domain/currency/rule.ts'
import { sectionTitles } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField, RadiosField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords, listWords, plural } from '../../../ui/words.ts'
import { amberField, longestReason, redField } from './form.ts'

interface Props {
  readonly frame: PageFrame
  readonly area: Area
  readonly changes: readonly RuleChange[]
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, area, changes, errors, values }: Props) {
  const title = 'What counts as old'
  const months = (name: string, label: string) => <TextField name={name} label={label} inputMode="numeric" suffix="months" class="govuk-input--width-3" whoCanSee="said above" errors={errors} values={values} />
  return (
    <HubPage frame={frame} title={title} errors={errors} councilName={area.councilName} back={{ href: paths.currency({ area: area.code }), text: 'How old plans are' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">This holds for every plan of {area.councilName} from the moment you save it. Everybody in the SEND team can see it. What was counted for earlier months stays as it was.</p>
        <Form tokens={frame.tokens}>
          <h2 class="govuk-heading-m">Months since a section’s oldest line was last confirmed</h2>
          {scoredSections.map((section) => (
            <fieldset class="govuk-fieldset govuk-!-margin-bottom-4">
              <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{section}: {sectionTitles[section]}</legend>
              <div class="hub-two-boxes">{months(amberField(section), 'Getting old after')}{months(redField(section), 'Out of date after')}</div>
            </fieldset>
          ))}
          <CheckboxesField
            name="counts" legend="Which sections count towards the plan’s own?" fieldset={{ legendSize: 'm' }} hint="A plan is as old as the worst of these." errors={errors} values={values}
            items={scoredSections.map((section) => ({ value: section, text: `${section}: ${sectionTitles[section]}` }))}
          />
          <RadiosField
            name="move" legend="When a child has moved into school, to secondary school or to post-16" fieldset={{ legendSize: 'm' }} errors={errors} values={values}
            items={[
              {
                value: 'red', text: 'What was last confirmed before the move is out of date',
                conditional: (
                  <TextField
                    name="monthsBeforeMove" label="Unless it was confirmed this long before the move" hint="0 for no exception. A plan must be reviewed and amended before the move (SEND Regulations 2014, regulation 18): 7 counts what was confirmed for it since February."
                    inputMode="numeric" suffix="months" class="govuk-input--width-3" whoCanSee="said above" errors={errors} values={values}
                  />
                ),
              },
              { value: 'ignored', text: 'A move changes nothing: only its age counts' },
            ]}
          />
          <h2 class="govuk-heading-m">When somebody says that something has changed</h2>
          <TextField name="answerDays" label="We decide within" hint="Counted from the day after it was said. No law sets this limit: it is yours." inputMode="numeric" suffix="days" class="govuk-input--width-3" whoCanSee="said above" errors={errors} values={values} />
          <TextAreaField name="reason" label="Why?" rows={3} maxLength={longestReason} whoCanSee={[`managers of the ${area.councilName} SEND team`]} errors={errors} values={values} />
          <Button preventDoubleClick>Save</Button>
        </Form>
      </TwoThirds>
      {changes.length > 0 && (
        <Table
          caption="What was set before, the latest first" captionSize="m"
          head={[{ content: 'When' }, { content: 'Rule' }, { content: 'Why' }, { content: 'By' }]}
          rows={changes.map(({ setAt, rule, reason, by }) => [{ content: dateTimeWords(setAt) }, { content: ruleWords(rule) }, { content: reason }, { content: by }])}
        />
      )}
    </HubPage>
  )
}

/** "B, C and E 12 and 24 months; …": sections with the same months are said together. */
function ruleWords({ sections, moveMakesRed, monthsBeforeMove, answerDays }: CurrencyRule): string {
  const months = [...new Set(scoredSections.map((section) => `${sections[section].amberAfter} and ${sections[section].redAfter} months`))]
  const said = months.map((words) => `${listWords(scoredSections.filter((section) => `${sections[section].amberAfter} and ${sections[section].redAfter} months` === words))}: ${words}`)
  return [
    ...said, `counting: ${listWords(scoredSections.filter((section) => sections[section].counts))}`,
    moveMakesRed ? `a move makes old${monthsBeforeMove === 0 ? '' : `, but not what was confirmed up to ${plural(monthsBeforeMove, 'month')} before`}` : 'a move changes nothing',
    `changes answered within ${plural(answerDays, 'day')}`,
  ].join('; ')
}
