import type { Addressee } from '../../../casebook/sending/letters.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Notice } from '../../../domain/notice/notice.ts'
import type { FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { Letter } from '../../../ui/letter.tsx'
import type { RecipientCard } from '../../../domain/sending/recipient-card.ts'
import { RecipientCards } from '../../../ui/recipient-card.tsx'
import { listWords, plural } from '../../../ui/words.ts'
import { outcomeWords } from '../outcome-words.ts'
import type { DecisionForm } from './form.ts'
import type { QuestionOfLaw } from './question.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly law: QuestionOfLaw
  readonly decision: DecisionForm
  readonly letters: readonly { readonly to: Addressee; readonly notice: Notice }[]
  readonly cards: readonly RecipientCard[]
  readonly values: FormValues
}

/** Everything typed, carried to the next step. */
export function Carried({ values }: { values: FormValues }) {
  return (
    <>
      {Object.entries(values).filter(([name]) => name !== 'step').flatMap(([name, value]) =>
        (value === undefined ? [] : [value].flat()).map((text) => <input type="hidden" name={name} value={text} />))}
    </>
  )
}

export function checkView({ frame, caseFile, law, decision, letters, cards, values }: Props) {
  const [first] = letters
  const missing = first?.notice.missing ?? []
  const needs = letters.flatMap(({ to }) => [
    ...(to.needsInterpreter ? [`${to.name} needs an interpreter${to.language === undefined ? '' : ` (${to.language})`}`] : []),
    ...to.formats.map((format) => `${to.name} asked for ${format}`),
  ])
  return (
    <CasePage frame={frame} caseFile={caseFile} title="Check the letter before you decide">
      <TwoThirds>
        <h1 class="govuk-heading-l">Check the letter before you decide</h1>
        <p class="govuk-body">
          Your answers to the legal test mean: <strong>{outcomeWords[decision.outcome]}</strong>.{' '}
          {letters.length === 0
            ? 'Nobody of the family is on this case, so there is nobody to send the letter to.'
            : `${plural(letters.length, 'copy', 'copies')} will go to ${listWords(letters.map(({ to }) => to.name))}, each their own.`}
        </p>
        {needs.map((need) => <WarningText>{need}. Plan how they will get this letter on the same day.</WarningText>)}
        {missing.length > 0 && (
          <WarningText>The letter cannot go yet. Still missing: {listWords(missing.map((element) => element.replaceAll('-', ' ')))}.</WarningText>
        )}
        {first !== undefined && <Letter letter={first.notice} />}
        <RecipientCards caseKey={caseFile.key} cards={cards} />
        <Form tokens={frame.tokens}>
          <Carried values={values} />
          <div class="govuk-button-group">
            <Button name="step" value="send" preventDoubleClick>Decide and send</Button>
            <Button name="step" value="change" variant="secondary">Change something</Button>
          </div>
        </Form>
        <p class="govuk-hint">{law.act === 'decide-assessment' ? 'The decision is recorded in your name.' : 'The decision is recorded in your name, and the draft can be started.'}</p>
      </TwoThirds>
    </CasePage>
  )
}
