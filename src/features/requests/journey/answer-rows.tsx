// Answers as rows of a summary list: for "check your answers" and for the read view of a request as received.

import { parsePlainDate } from '../../../domain/calendar/plain-date.ts'
import type { Content } from '../../../ui/govuk/attributes.ts'
import { dateWords } from '../../../ui/words.ts'
import type { Choice, Field, Question, Values, Voice } from './question.ts'
import { choicesIn, rowsIn, say, textIn } from './question.ts'

/** What was given to a field, as people read it; empty when nothing was. */
export function fieldWords(field: Field, values: Values, found: readonly Choice[] = []): string {
  const text = textIn(values, field.name)
  switch (field.kind) {
    case 'birth-date': {
      const date = parsePlainDate(text)
      return date === undefined ? '' : dateWords(date)
    }
    case 'one-of': return [...field.choices, ...found].find(({ value }) => value === text)?.text ?? text
    case 'some-of': return choicesIn(values, field.name).map((chosen) => field.choices.find(({ value }) => value === chosen)?.text ?? chosen).join(', ')
    default: return text
  }
}

const Lines = ({ text }: { text: string }) => <>{text.split('\n').map((line, index) => <>{index > 0 && <br />}{line}</>)}</>

function FieldsGiven({ question, values, voice, found }: { question: Question; values: Values; voice: Voice; found: readonly Choice[] }) {
  const given = question.fields.map((field) => ({ field, words: fieldWords(field, values, found) })).filter(({ words }) => words !== '')
  if (question.readAs === 'line') return <p class="govuk-body govuk-!-margin-bottom-1">{nameLine(given.map(({ words }) => words))}</p>
  const isBare = question.fields.length === 1 || question.readAs === 'lines'
  return (
    <>
      {given.map(({ field, words }) => (
        <p class="govuk-body govuk-!-margin-bottom-1">
          {!isBare && <>{field.short ?? say(field.label, voice).replace(/ \(optional\)$/, '').replace(/\?$/, '')}: </>}
          <Lines text={words} />
        </p>
      ))}
    </>
  )
}

/** First name, last name, and in brackets what they like to be called. */
const nameLine = ([given, family, preferred]: readonly string[]): string =>
  [given, family, preferred === undefined ? '' : `(${preferred})`].filter(Boolean).join(' ')

/** The whole answer to a question, or undefined when nothing was given. */
export function answerContent(question: Question, values: Values | undefined, voice: Voice, found: readonly Choice[] = []): Content | undefined {
  if (values === undefined) return undefined
  if (question.repeats !== undefined) {
    const rows = rowsIn(question, values)
    if (rows.length === 0) return undefined
    return <ol class="govuk-list govuk-list--number govuk-list--spaced">{rows.map((row) => <li><FieldsGiven question={question} values={row} voice={voice} found={found} /></li>)}</ol>
  }
  if (question.fields.every((field) => fieldWords(field, values) === '')) return undefined
  return <FieldsGiven question={question} values={values} voice={voice} found={found} />
}
