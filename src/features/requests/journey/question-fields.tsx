import { CheckboxesField, DateField, RadiosField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import type { Audience } from '../../../ui/who-can-see.tsx'
import { AddAnother } from '../../../ui/moj/add-another.tsx'
import { longestWords } from './read-question.ts'
import type { Choice, Field, Question, Voice } from './question.ts'
import { say } from './question.ts'

interface Props {
  readonly question: Question
  readonly voice: Voice
  readonly values: FormValues
  readonly errors: FormErrors
  /** Said under the box of a question that has one alone; above all of them otherwise. */
  readonly audience: readonly string[]
  /** How many rows to show, in a question that repeats. */
  readonly rows: number
  /** Choices that come from the database, by field name. */
  readonly found: Readonly<Record<string, readonly Choice[]>>
}

/** A question with one field asks it in the field's own label; one with several has a heading of its own. */
export const asksInLabel = (question: Question): boolean => question.fields.length === 1 && question.repeats === undefined

export function QuestionFields(props: Props) {
  const { question, rows } = props
  if (question.repeats === undefined) return <>{question.fields.map((field) => <OneField {...props} field={field} name={field.name} />)}</>
  return (
    <AddAnother
      itemLabel={question.repeats.label}
      name="change"
      atMost={question.repeats.most}
      items={Array.from({ length: rows }, (_, index) => question.fields.map((field) => <OneField {...props} field={field} name={`${field.name}-${index + 1}`} />))}
    />
  )
}

function OneField({ question, field, name, voice, values, errors, found, audience }: Props & { field: Field; name: string }) {
  const isHeading = asksInLabel(question)
  const whoCanSee: Audience = isHeading ? audience : 'said above'
  const label = isHeading ? say(question.title, voice) : say(field.label, voice)
  const hint = field.hint === undefined ? undefined : say(field.hint, voice)
  const inForm = { name, hint, errors, values }
  const asLabel = isHeading ? { labelOptions: { size: 'l', isPageHeading: true } as const } : {}
  const asLegend = { fieldset: isHeading ? { legendSize: 'l', isPageHeading: true } as const : { legendSize: 's' } as const }
  switch (field.kind) {
    case 'text':
      return (
        <TextField
          {...inForm} {...asLabel} label={label} whoCanSee={whoCanSee} autocomplete={field.autocomplete}
          type={field.check === 'email' ? 'email' : field.check === 'phone' ? 'tel' : 'text'}
          spellcheck={field.check === undefined ? undefined : false}
          class={field.width === undefined ? undefined : `govuk-input--width-${field.width}`}
        />
      )
    case 'words':
      return <TextAreaField {...inForm} {...asLabel} label={label} whoCanSee={whoCanSee} rows={field.rows ?? 6} maxLength={longestWords} threshold={75} />
    case 'one-of':
      return <RadiosField {...inForm} {...asLegend} legend={label} items={[...(found[field.name] ?? field.choices)]} />
    case 'some-of':
      return <CheckboxesField {...inForm} {...asLegend} legend={label} items={[...field.choices]} />
    case 'birth-date':
      return <DateField {...inForm} {...asLegend} legend={label} />
  }
}
