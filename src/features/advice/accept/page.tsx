import { act } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import type { AdviceId } from '../../../domain/ids.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { CheckboxesField } from '../../../ui/fields.tsx'
import type { FieldError } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { changeAdviceState, getAdvice } from '../advice-store.ts'
import { changeRequest } from '../request-store.ts'
import { stageWords, titleOfKind } from '../words.ts'

/** Ten yes-or-no questions about advice. They go to the service's own lead as figures, never to the family. */
const rating = {
  dated: 'It is dated', author: 'The author is qualified to give it', seen: 'The author saw the child for it', strengths: 'It says what the child can do',
  impact: 'It says what each need means for learning', smart: 'Outcomes are specific, measurable and have a date', quantified: 'Provision has amounts',
  scope: 'It stays within the profession', plain: 'It is in plain words', adulthood: 'From Year 9, it prepares for adulthood (or the child is younger)',
} as const

interface AcceptInput {
  readonly adviceId: AdviceId
  readonly rating: Readonly<Record<string, boolean>>
}

export const acceptAdvice = act<AcceptInput, null, { readonly kind: 'not-given' }>('accept-advice', async (tx, caseFile, input) => {
  const advice = await getAdvice(tx, caseFile, input.adviceId)
  if (advice.state !== 'given' || advice.kind === 'parental' || advice.kind === 'child-views') return refused({ kind: 'not-given' })
  await changeAdviceState(tx, caseFile, advice.id, { state: 'accepted', rating: input.rating })
  if (advice.requestId !== undefined) await changeRequest(tx, caseFile, advice.requestId, { state: 'accepted' })
  await recordFact(tx, caseFile, { type: 'advice-accepted', adviceId: advice.id, by: advice.authorName })
  return ok(null)
})

async function answer(ask: Ask, errors: FieldError[]): Promise<Reply> {
  const { caseFile, advice } = await read(ask, async (tx) => {
    const opened = await openCaseFile(tx, caseKeyOf(ask))
    return { caseFile: opened, advice: await getAdvice(tx, opened, param(ask, 'adviceId')) }
  })
  const title = `Accept the advice of ${advice.authorName}`
  const document = (
    <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.advice({ ...caseFile.key, adviceId: advice.id }), text: 'Back to the report' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <Form tokens={ask.frame.tokens}>
          <CheckboxesField
            name="rating"
            legend={`Which of these are true of this ${titleOfKind(advice.kind).toLowerCase()}?`}
            hint="For the service’s own lead, as figures. It does not hold up the case."
            errors={errors}
            values={ask.form.values()}
            items={Object.entries(rating).map(([value, text]) => ({ value, text }))}
          />
          <Button preventDoubleClick>Accept the advice</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show = (ask: Ask): Promise<Reply> => answer(ask, [])

export async function submit(ask: Ask): Promise<Reply> {
  const adviceId = param(ask, 'adviceId') as AdviceId
  const ticked = ask.form.all('rating')
  const done = await acceptAdvice(ask, caseKeyOf(ask), { adviceId, rating: Object.fromEntries(Object.keys(rating).map((key) => [key, ticked.includes(key)])) })
  if (done.ok) return redirect(paths.advice({ ...caseKeyOf(ask), adviceId }, { done: 'advice-accepted' }))
  return answer(ask, [{ field: 'rating', message: done.refusal.kind === 'not-given' ? 'This advice is not with the council to accept' : stageWords(done.refusal) }])
}
