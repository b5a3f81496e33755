// The boxes of a line's typed fields, by kind. The promise of a provision stands in one group, with what it comes to.

import type { ComponentChildren } from 'preact'
import type { LineFields, LineKind } from '../../../domain/plan/line.ts'
import { DateField, SelectField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { FieldName } from '../field-words.ts'
import { choiceWords, derivedAmounts, fieldLabels } from '../field-words.ts'
import { fieldsOfKind } from './form.ts'

interface Props {
  readonly kind: LineKind
  readonly errors: FormErrors
  readonly values: FormValues
  /** What stands now: the amounts are worked out from it. */
  readonly fields: LineFields
}

const hints: Partial<Record<FieldName, string>> = {
  minutes: 'Leave empty what the advice does not say. Ask its author; never guess.',
  groupSize: 'For example, one to one; a group of no more than 4',
  who: 'The role and the training it takes. For example, speech and language therapist',
  from: 'Leave empty if the advice does not say.',
  flexibleBecause: 'Only when an amount truly cannot be fixed for this child, and why.',
  by: 'For example, by the end of Year 5; by age 11',
  measure: 'What somebody who does not know the child would see.',
  howGathered: 'For example, talking with pictures; watching at play; a form filled in with a teaching assistant',
  source: 'The person or the advice that says that nothing was identified. For example, Dr Lindqvist, medical advice',
  amountPence: 'In pounds',
  whoseName: 'Needed when it is not the child’s own view.',
}
const narrow: Partial<Record<FieldName, string>> = {
  minutes: 'govuk-input--width-4', times: 'govuk-input--width-4', weeks: 'govuk-input--width-4', amountPence: 'govuk-input--width-10',
}
const dates: readonly FieldName[] = ['from', 'on', 'consentOn']

function Field({ name, errors, values }: { name: FieldName; errors: FormErrors; values: FormValues }): ComponentChildren {
  const hint = hints[name]
  const common = { name, errors, values, ...(hint === undefined ? {} : { hint }) }
  if (dates.includes(name)) return <DateField {...common} legend={fieldLabels[name]} />
  if (name in choiceWords) {
    const choices: Readonly<Record<string, string>> = choiceWords[name as keyof typeof choiceWords]
    return (
      <SelectField {...common} label={fieldLabels[name]} items={[{ value: '', text: 'Not said' }, ...Object.entries(choices).map(([value, text]) => ({ value, text }))]} />
    )
  }
  const width = narrow[name]
  return (
    <TextField {...common} label={fieldLabels[name]} whoCanSee="said above" {...(width === undefined ? {} : { class: width, inputmode: 'numeric' as const })} />
  )
}

export function LineFieldBoxes({ kind, errors, values, fields }: Props) {
  const names = fieldsOfKind[kind]
  if (kind !== 'provision') return <>{names.map((name) => <Field name={name} errors={errors} values={values} />)}</>
  const amounts = derivedAmounts(fields)
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m"><h2 class="govuk-fieldset__heading">The promise with numbers</h2></legend>
      {names.map((name) => (
        <>
          <Field name={name} errors={errors} values={values} />
          {name === 'weeks' && (
            <SummaryList
              class="govuk-summary-list--no-border hub-derived"
              rows={[{ key: 'Each week, as saved', value: amounts.week }, { key: 'Each year, as saved', value: amounts.year }]}
            />
          )}
        </>
      ))}
    </fieldset>
  )
}
