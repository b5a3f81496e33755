import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { DateField, RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { Wish } from '../wish-store.ts'
import { wishKindWords } from './wish-words.tsx'

export const answerWishTitle = 'Answer the family'

/** What is done about a setting that was asked for; the words begin the answer that the family reads. */
export const settingAnswers = [
  { value: 'will-ask', text: 'It will be consulted', words: 'We will ask it if it can meet the needs in the plan.', needsReason: false },
  { value: 'asked', text: 'It has been consulted', words: 'We have asked it if it can meet the needs in the plan.', needsReason: false },
  { value: 'which', text: 'We need to know which one is meant', words: 'We could not find it. Please tell us more about which one you mean.', needsReason: false },
  { value: 'cannot', text: 'It will not be consulted, with a reason', words: 'We will not ask it.', needsReason: true },
] as const

export function answerView({ frame, caseFile, wish, errors, values }: {
  frame: PageFrame; caseFile: CaseFile; wish: Wish; errors: FormErrors; values: FormValues
}) {
  return (
    <CasePage frame={frame} caseFile={caseFile} title={answerWishTitle} errors={errors} back={{ href: paths.wishes(caseFile.key), text: 'All that the family asked for' }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{answerWishTitle}</h1>
        <InsetText>
          <p class="govuk-body"><strong>{wish.who.name}</strong>: {wishKindWords[wish.kind].staff.toLowerCase()}: {wish.words}</p>
          {wish.because !== undefined && <p class="govuk-body">{wish.because}</p>}
        </InsetText>
        {wish.answer !== undefined ? <p class="govuk-body">{wish.answeredBy} has answered: {wish.answer}</p> : (
          <Form tokens={frame.tokens}>
            {wish.kind === 'setting' && (
              <RadiosField name="what" legend="What will you do?" errors={errors} values={values} items={settingAnswers.map(({ value, text, words }) => ({ value, text, hint: `They read: ${words}` }))} />
            )}
            {wish.kind === 'meeting' && <DateField name="on" legend="When is the meeting?" hint="A meeting that the family asks for must be given." errors={errors} values={values} />}
            <TextAreaField
              name="answer" label={wish.kind === 'setting' ? 'More to say' : 'Your answer'} rows={4} maxLength={5_000}
              hint={wish.kind === 'meeting' ? 'Say the time, the place or the link, and who will come.' : undefined}
              whoCanSee={[wish.who.name, `the ${caseFile.area.councilName} SEND team`]} errors={errors} values={values}
            />
            <Button preventDoubleClick>Send the answer</Button>
          </Form>
        )}
      </TwoThirds>
    </CasePage>
  )
}
