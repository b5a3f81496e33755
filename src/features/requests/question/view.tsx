import { paths } from '../../../paths.ts'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { Continue } from '../../../ui/hub-page.tsx'
import { WhoCanSee } from '../../../ui/who-can-see.tsx'
import { DraftPage, audienceOf } from '../draft-page.tsx'
import type { Draft } from '../draft-store.ts'
import { voiceOf } from '../journey/journey.ts'
import { QuestionFields, asksInLabel } from '../journey/question-fields.tsx'
import type { Choice, Question } from '../journey/question.ts'
import { say } from '../journey/question.ts'

interface Props {
  readonly frame: PageFrame
  readonly draft: Draft
  readonly question: Question
  readonly found: Readonly<Record<string, readonly Choice[]>>
  readonly values: FormValues
  readonly errors: FormErrors
  readonly rows: number
  readonly isChange: boolean
}

export function view({ frame, draft, question, found, values, errors, rows, isChange }: Props) {
  const voice = voiceOf(draft)
  const title = say(question.title, voice)
  const audience = audienceOf(draft, question.isPrivate)
  const fields = <QuestionFields question={question} voice={voice} values={values} errors={errors} rows={rows} found={found} audience={audience} />
  const intro = (question.intro ?? []).map((words) => <p class="govuk-body">{say(words, voice)}</p>)
  return (
    <DraftPage frame={frame} draft={draft} title={title} errors={errors} {...(isChange ? { back: { href: paths.requestCheck(draft.key), text: 'Back to your answers' } } : {})}>
      <Form tokens={frame.tokens}>
        {!asksInLabel(question) && <><h1 class="govuk-heading-l">{title}</h1>{intro}<div class="govuk-!-margin-bottom-6"><WhoCanSee audience={audience} /></div></>}
        {fields}
        {asksInLabel(question) && intro}
        <Continue />
      </Form>
    </DraftPage>
  )
}
