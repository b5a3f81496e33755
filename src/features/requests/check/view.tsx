import type { KeptDocument } from '../../../casebook/papers/documents.ts'
import { parsePlainDate } from '../../../domain/calendar/plain-date.ts'
import { requestRightOf } from '../../../domain/case-file/request-right.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { ErrorMessage } from '../../../ui/govuk/error-message.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { DraftPage } from '../draft-page.tsx'
import type { Draft } from '../draft-store.ts'
import { answerContent } from '../journey/answer-rows.tsx'
import { questionsIn, tasksOf, voiceOf } from '../journey/journey.ts'
import type { Choice, Question, Voice } from '../journey/question.ts'
import { say, textIn } from '../journey/question.ts'

interface Props {
  readonly frame: PageFrame
  readonly draft: Draft
  readonly files: readonly KeptDocument[]
  readonly found: readonly Choice[]
  readonly errors: FormErrors
  readonly values: FormValues
}

/** Said before sending, so that nobody learns afterwards by which road their request goes. It is never a reason to stop. */
function roadWords(draft: Draft): string | undefined {
  const bornOn = parsePlainDate(textIn(draft.answers['born-on'], 'bornOn'))
  const receivedOn = draft.recording?.receivedOn
  if (bornOn === undefined || requestRightOf(draft.madeBy, bornOn, receivedOn ?? parsePlainDate(draft.savedAt.slice(0, 10)) ?? bornOn) === 'request') return undefined
  const same = 'The council must do the same things in the same time. Nobody has to apply again.'
  if (draft.madeBy === 'parent') return `From the end of Year 11 the right to ask is the young person’s own. The council will treat this as bringing them to its attention, and will talk to them. ${same}`
  if (draft.madeBy === 'young-person') return `Until the end of Year 11 the right to ask is your parents’. The council will treat this as bringing you to its attention, and will talk to you and them. ${same}`
  return `This brings the child to the council’s attention (Children and Families Act 2014, section 24). ${same}`
}

export function view({ frame, draft, files, found, errors, values }: Props) {
  const voice = voiceOf(draft)
  const title = draft.isWrittenDown ? 'Check what you have written down' : 'Check your answers before you send'
  const road = roadWords(draft)
  return (
    <DraftPage frame={frame} draft={draft} title={title} errors={errors}>
      <h1 class="govuk-heading-l">{title}</h1>
      {tasksOf(draft).map((task) => (
        <>
          <h2 class="govuk-heading-m">{say(task.title, voice)}</h2>
          <SummaryList rows={questionsIn(task, draft.answers).filter((question) => isWorthShowing(question, draft)).map((question) => rowOf(question, draft, voice, found, errors))} />
        </>
      ))}
      <h2 class="govuk-heading-m">Letters, reports and photos</h2>
      <SummaryList rows={[{
        key: 'Files', value: files.length === 0 ? 'None' : <ul class="govuk-list">{files.map((file) => <li>{file.title}</li>)}</ul>,
        actions: [{ href: paths.requestEvidence(draft.key), text: files.length === 0 ? 'Add' : 'Change', visuallyHiddenText: 'files' }],
      }]} />
      {road !== undefined && <InsetText>{road}</InsetText>}
      <Form tokens={frame.tokens}>
        <CheckboxesField
          name="declared" legend={draft.isWrittenDown ? 'What was said or written' : 'Ask for the assessment'} fieldset={{ legendSize: 'm' }} errors={errors} values={values}
          items={[{ value: 'yes', text: declaration(draft, voice) }]}
        />
        <Button>{draft.isWrittenDown ? 'Record the request' : 'Send my request'}</Button>
      </Form>
    </DraftPage>
  )
}

const declaration = (draft: Draft, voice: Voice): string =>
  draft.isWrittenDown
    ? 'This is what was said or written to the council, as far as I know'
    : `I ask ${draft.area.councilName} for an EHC needs assessment${voice.isOwn ? '' : ` of ${voice.child}`}. What I have written is right as far as I know.`

/** The choice among settings is no question of its own to whoever never saw it. */
const isWorthShowing = (question: Question, draft: Draft): boolean => question.id !== 'which-setting' || draft.answers['which-setting'] !== undefined

function rowOf(question: Question, draft: Draft, voice: Voice, found: readonly Choice[], errors: FormErrors) {
  const content = answerContent(question, draft.answers[question.id], voice, question.id === 'which-setting' ? [...found, { value: 'none', text: 'None on our list' }] : [])
  const own = errors.filter(({ field }) => field === question.id)
  const [first] = own
  return {
    key: <span id={first === undefined ? undefined : question.id} tabindex={first === undefined ? undefined : -1}>{question.short}</span>,
    value: <>{own.map(({ message }) => <ErrorMessage>{message}</ErrorMessage>)}{content ?? (own.length > 0 ? '' : 'Not given')}</>,
    actions: [{ href: paths.requestQuestion({ ...draft.key, question: question.id }, { from: 'check' }), text: content === undefined ? 'Add' : 'Change', visuallyHiddenText: question.short.toLowerCase() }],
  }
}
