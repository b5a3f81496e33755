// "Read the letter before it goes": the first copy as it will be read, who gets one, and the button that decides. What was typed is
// carried along, so that one step back loses nothing.

import type { ComponentChildren } from 'preact'
import type { RecipientCard } from '../domain/sending/recipient-card.ts'
import type { FormValues } from './form.tsx'
import { Form } from './form.tsx'
import { Button } from './govuk/button.tsx'
import { WarningText } from './govuk/warning-text.tsx'
import type { CaseHead, PageFrame } from './hub-page.tsx'
import { CasePage } from './hub-page.tsx'
import { TwoThirds } from './layout.tsx'
import type { LetterWords } from './letter.tsx'
import { Letter } from './letter.tsx'
import { RecipientCards } from './recipient-card.tsx'
import { listWords, plural } from './words.ts'

export interface LetterToCheck {
  readonly to: { readonly name: string; readonly needsInterpreter: boolean; readonly language?: string; readonly formats: readonly string[] }
  readonly notice: LetterWords & { readonly missing: readonly string[] }
}

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseHead
  readonly title: string
  readonly lead: ComponentChildren
  readonly letters: readonly LetterToCheck[]
  /** A second kind of letter that goes with the first: to the setting. */
  readonly others?: readonly LetterToCheck[]
  readonly cards: readonly RecipientCard[]
  readonly values: FormValues
  readonly button: string
}

/** Everything typed, carried to the next step. */
const Carried = ({ values }: { values: FormValues }) => (
  <>{Object.entries(values).filter(([name]) => name !== 'step').flatMap(([name, value]) => (value === undefined ? [] : [value].flat()).map((text) => <input type="hidden" name={name} value={text} />))}</>
)

export function CheckLetters({ frame, caseFile, title, lead, letters, others = [], cards, values, button }: Props) {
  const [first] = letters
  const [other] = others
  const missing = [...new Set([...letters, ...others].flatMap(({ notice }) => notice.missing))]
  const needs = letters.flatMap(({ to }) => [
    ...(to.needsInterpreter ? [`${to.name} needs an interpreter${to.language === undefined ? '' : ` (${to.language})`}`] : []),
    ...to.formats.map((format) => `${to.name} asked for ${format}`),
  ])
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          {lead}{' '}
          {letters.length === 0 ? 'Nobody of the family is on this case, so there is nobody to send the letter to.'
            : `${plural(letters.length, 'copy', 'copies')} will go to ${listWords(letters.map(({ to }) => to.name))}, each their own.`}
          {others.length > 0 && ` Another letter goes to ${listWords(others.map(({ to }) => to.name))}.`}
        </p>
        {needs.map((need) => <WarningText>{need}. Plan how they will get this letter on the same day.</WarningText>)}
        {missing.length > 0 && <WarningText>The letter cannot go yet. Still missing: {listWords(missing.map((element) => element.replaceAll('-', ' ')))}.</WarningText>}
        {first !== undefined && <Letter letter={first.notice} />}
        {other !== undefined && <Letter letter={other.notice} />}
        <RecipientCards caseKey={caseFile.key} cards={cards} />
        <Form tokens={frame.tokens}>
          <Carried values={values} />
          <div class="govuk-button-group">
            <Button name="step" value="send" preventDoubleClick>{button}</Button>
            <Button name="step" value="change" variant="secondary">Change something</Button>
          </div>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
