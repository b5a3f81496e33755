// A line of the plan with what a review asks of it. The same in a part for the review and in the report.

import type { ComponentChildren } from 'preact'
import type { PlanLine } from '../../domain/plan/line.ts'
import { periods } from '../../domain/plan/line.ts'
import { sectionTitles } from '../../domain/plan/sections.ts'
import { sectionsToAddTo } from '../../domain/review/contribution.ts'
import type { LineAnswer } from '../../domain/review/line-questions.ts'
import { answersTo, questionOf } from '../../domain/review/line-questions.ts'
import { RadiosField, SelectField, TextAreaField, TextField } from '../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../ui/form.tsx'
import { Details } from '../../ui/govuk/details.tsx'
import { fieldWords } from '../../ui/plan-read.tsx'
import { additions, answerField, longestWords, textField, wordsField } from './line-form.ts'
import { answerWords } from './one-review-words.ts'

interface Props {
  readonly line: PlanLine
  readonly number: string
  readonly errors: FormErrors
  readonly values: FormValues
  /** What others said of it, where this is the report. */
  readonly children?: ComponentChildren
}

const hints: Partial<Record<LineAnswer, string>> = {
  ceased: 'We propose to take it out of the plan', 'not-delivered': 'Say why below', met: 'What should come next?',
}

export function LineFields({ line, number, errors, values, children }: Props) {
  const facts = fieldWords(line)
  return (
    <div class="hub-review-line" id={`line-${line.id}`}>
      <RadiosField
        name={answerField(line.id)} small errors={errors} values={values}
        legend={<><span class="hub-review-line__number">{number}</span> {line.text}</>}
        {...(facts.length === 0 ? {} : { hint: facts.join('. ') })}
        items={answersTo[questionOf(line.kind)].map((value) => ({
          value, text: answerWords[value], ...(hints[value] === undefined ? {} : { hint: hints[value] }),
          ...(value === 'changed' || value === 'met' ? { conditional: <NewWords line={line} number={number} errors={errors} values={values} /> } : {}),
        }))}
      />
      {children}
      <TextAreaField name={wordsField(line.id)} label={<>Say more<span class="govuk-visually-hidden"> about {number}</span></>} rows={2} maxLength={longestWords} threshold={75} whoCanSee="said above" errors={errors} values={values} />
    </div>
  )
}

function NewWords({ line, number, errors, values }: Props) {
  const { id, fields } = line
  const filled = { [textField(id)]: line.text, [`minutes-${id}`]: text(fields.minutes), [`times-${id}`]: text(fields.times), [`per-${id}`]: fields.per ?? '', ...values }
  return (
    <>
      <TextAreaField name={textField(id)} label={<>What should the plan say now?<span class="govuk-visually-hidden"> {number}</span></>} rows={4} whoCanSee="said above" errors={errors} values={filled} hint="The words are filled in. Change what is not right" />
      {line.kind === 'provision' && (
        <div class="hub-review-amounts">
          <TextField name={`minutes-${id}`} label={<>Minutes each time<span class="govuk-visually-hidden">, {number}</span></>} inputMode="numeric" class="govuk-input--width-4" whoCanSee="said above" errors={errors} values={filled} />
          <TextField name={`times-${id}`} label={<>How many times<span class="govuk-visually-hidden">, {number}</span></>} inputMode="numeric" class="govuk-input--width-4" whoCanSee="said above" errors={errors} values={filled} />
          <SelectField name={`per-${id}`} label={<>In each<span class="govuk-visually-hidden">, {number}</span></>} errors={errors} values={filled} items={[{ value: '', text: 'Not said' }, ...periods.map((value) => ({ value, text: value.replace('-', ' ') }))]} />
        </div>
      )}
    </>
  )
}

const text = (value: number | undefined): string => (value === undefined ? '' : String(value))

export function AddFields({ errors, values }: { errors: FormErrors; values: FormValues }) {
  const isOpen = Array.from({ length: additions }, (_, n) => `add-text-${n}`).some((name) => (values[name] ?? '') !== '')
  return (
    <Details summary="Something is missing from the plan" open={isOpen}>
      {Array.from({ length: additions }, (_, n) => (
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{n === 0 ? 'What should be added' : 'Another addition'}</legend>
          <SelectField name={`add-section-${n}`} label="Which part of the plan?" errors={errors} values={values} items={[{ value: '', text: 'Choose' }, ...sectionsToAddTo.map((value) => ({ value, text: `${value}: ${sectionTitles[value]}` }))]} />
          <TextAreaField name={`add-text-${n}`} label="What should it say?" rows={3} whoCanSee="said above" errors={errors} values={values} />
          <TextAreaField name={`add-because-${n}`} label="Why?" rows={2} whoCanSee="said above" errors={errors} values={values} />
        </fieldset>
      ))}
    </Details>
  )
}
