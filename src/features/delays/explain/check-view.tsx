import type { Addressee } from '../../../casebook/sending/letters.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { reasonWords } from '../../../domain/case-file/delay-reasons.ts'
import type { Notice } from '../../../domain/notice/notice.ts'
import { paths } from '../../../paths.ts'
import { TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { Letter } from '../../../ui/letter.tsx'
import type { RecipientCard } from '../../../domain/sending/recipient-card.ts'
import { RecipientCards } from '../../../ui/recipient-card.tsx'
import { dateWords, listWords, plural } from '../../../ui/words.ts'
import { limitName } from '../limit-words.ts'
import type { OpenLimit } from '../open-limits.ts'
import type { ClaimAnswer } from './claim.ts'
import { carried, longestMeanwhile, longestWhy, type Explanation } from './form.ts'

export interface CheckProps {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly limit: OpenLimit
  readonly explanation: Explanation
  readonly claim?: ClaimAnswer
  readonly letters: readonly { readonly to: Addressee; readonly notice: Notice }[]
  readonly cards: readonly RecipientCard[]
  readonly errors: FormErrors
  readonly values: FormValues
}

/** The letter before it goes: its words, what the engine says of the claim, and the copies. */
export function checkView({ frame, caseFile, limit, explanation, claim, letters, cards, errors, values }: CheckProps) {
  const [first] = letters
  const missing = (first?.notice.missing ?? []).filter((element) => element !== 'reasons' && element !== 'meanwhile')
  const seenBy = ['every family member who gets this letter', `the ${caseFile.area.councilName} SEND team`]
  return (
    <CasePage frame={frame} caseFile={caseFile} title="Check the letter to the family" errors={errors} back={{ href: paths.caseDelays(caseFile.key), text: 'Delays' }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">Check the letter to the family</h1>
        <SummaryList
          rows={[
            { key: 'What is late', value: limitName(limit.clock) },
            { key: 'Legal date', value: dateWords(limit.dueOn) },
            { key: 'Reason', value: reasonWords(explanation.because) },
            { key: 'The date we now expect', value: dateWords(explanation.expectedOn) },
          ]}
        />
        {claim === undefined
          ? <p class="govuk-body">A plain reason does not excuse the legal date. It stays, and the delay is counted as late.</p>
          : (
            <InsetText>
              <p class="govuk-body"><strong>The claim stands.</strong> {claim.why} ({claim.law}.)</p>
              <p class="govuk-body">The legal date does not bind. No new legal date takes its place: it must be done as soon as practicable.</p>
            </InsetText>
          )}
        {needsOf(letters).map((need) => <WarningText>{need}. Plan how they will get this letter on the same day.</WarningText>)}
        {missing.length > 0 && <WarningText>The letter cannot go yet. It still needs: {listWords(missing.map((element) => element.replaceAll('-', ' ')))}.</WarningText>}
        <RecipientCards caseKey={caseFile.key} cards={cards} />
        <Form tokens={frame.tokens}>
          {Object.entries(carried(values)).flatMap(([name, value]) => (value === undefined ? [] : [value].flat()).map((text) => <input type="hidden" name={name} value={text} />))}
          <TextAreaField
            name="why" label="Why it is late, in plain words" rows={5} maxLength={longestWhy} errors={errors} values={values} whoCanSee={seenBy}
            hint="Short words and sentences. Say nothing of one family member that another should not know."
          />
          <TextAreaField
            name="meanwhile" label="What happens until then" rows={4} maxLength={longestMeanwhile} errors={errors} values={values} whoCanSee={seenBy}
            hint="What you are doing, what help goes on, and whether the family needs to do anything."
          />
          <div class="govuk-button-group">
            <Button name="step" value="letter" variant="secondary">Show the letter with these words</Button>
          </div>
          <h2 class="govuk-heading-m">The letter as it will go</h2>
          <p class="govuk-body">
            {letters.length === 0 ? 'Nobody of the family is on this case, so there is nobody to send the letter to.'
              : `${plural(letters.length, 'copy', 'copies')}, today, to ${listWords(letters.map(({ to }) => to.name))}, each their own. They are told by the channel they chose that a letter is ready, and nothing about the child.`}
          </p>
          {first !== undefined && <div class="hub-letter-preview"><Letter letter={first.notice} level={2} /></div>}
          <div class="govuk-button-group">
            <Button name="step" value="send" preventDoubleClick>Send the letter today</Button>
            <Button name="step" value="change" variant="secondary">Change the reason or the date</Button>
          </div>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}

const needsOf = (letters: CheckProps['letters']): string[] => letters.flatMap(({ to }) => [
  ...(to.needsInterpreter ? [`${to.name} needs an interpreter${to.language === undefined ? '' : ` (${to.language})`}`] : []),
  ...to.formats.map((format) => `${to.name} asked for ${format}`),
])
