import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { stageWords } from '../words.ts'
import { answerQuestion, getAsked } from './answer-question.ts'

const title = 'Answer a question about your report'
const longest = 3_000

const placeOf = (ask: Ask) => ({ adviceId: param(ask, 'adviceId'), lineId: param(ask, 'adviceLineId') })

async function shown(ask: Ask, errors: FormErrors): Promise<Reply> {
  const { caseFile, advice, line, question, answer } = await read(ask, async (tx) => {
    const opened = await openCaseFile(tx, caseKeyOf(ask))
    return { caseFile: opened, ...await getAsked(tx, opened, placeOf(ask)) }
  })
  const isOpen = answer === undefined && caseFile.open.includes('answer-author-question')
  const document = (
    <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.advice({ ...caseFile.key, adviceId: advice.id }), text: 'Back to your report' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <h2 class="govuk-heading-s">Your words</h2>
        <InsetText>{line.quote}</InsetText>
        <h2 class="govuk-heading-s">What the plan writer asks</h2>
        <p class="govuk-body">{question}</p>
        {answer !== undefined && <><h2 class="govuk-heading-s">Your answer</h2><p class="govuk-body">{answer}</p></>}
        {answer === undefined && !isOpen && <p class="govuk-body">The case has moved on, so this question is closed.</p>}
        {isOpen && (
          <Form tokens={ask.frame.tokens}>
            <TextAreaField
              name="answer" label="Your answer" hint="For example, how often, for how long and by whom. Your report itself stays as you sent it." rows={6} maxLength={longest} threshold={75}
              whoCanSee={['your service', `the ${caseFile.area.councilName} SEND team`]} errors={errors} values={ask.form.values()}
            />
            <Button preventDoubleClick>Send your answer</Button>
          </Form>
        )}
      </TwoThirds>
    </CasePage>
  )
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show = (ask: Ask): Promise<Reply> => shown(ask, [])

export async function submit(ask: Ask): Promise<Reply> {
  const answer = ask.form.text('answer')
  if (answer === '') return shown(ask, [{ field: 'answer', message: 'Enter your answer' }])
  if (answer.length > longest) return shown(ask, [{ field: 'answer', message: `Use ${longest.toLocaleString('en-GB')} characters or fewer` }])
  const done = await answerQuestion(ask, caseKeyOf(ask), { ...placeOf(ask), answer })
  if (done.ok) return redirect(paths.advice({ ...caseKeyOf(ask), adviceId: done.value }, { done: 'question-answered' }))
  return shown(ask, [{
    field: 'main-content', message: done.refusal.kind === 'answered-already' ? 'Somebody of your service has answered this meanwhile: their answer stands and is below' : stageWords(done.refusal),
  }])
}
