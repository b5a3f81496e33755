import { act } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { addresseeOf, alertAddressee } from '../../../casebook/sending/letters.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import type { AdviceId } from '../../../domain/ids.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { TextAreaField } from '../../../ui/fields.tsx'
import type { FieldError } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { changeAdviceState, getAdvice } from '../advice-store.ts'
import { returnedAlert } from '../ask/alerts.ts'
import { changeRequest } from '../request-store.ts'
import { stageWords, titleOfKind } from '../words.ts'

export type ReturnRefusal = { readonly kind: 'returned-before'; readonly reasons: string } | { readonly kind: 'not-given' }

/** Poor advice goes back to its author once, with reasons. After that the council uses what it has, or asks somebody else. */
export const returnAdvice = act<{ readonly adviceId: AdviceId; readonly reasons: string }, null, ReturnRefusal>('return-advice', async (tx, caseFile, input) => {
  const advice = await getAdvice(tx, caseFile, input.adviceId)
  if (advice.returnedAt !== undefined) return refused({ kind: 'returned-before', reasons: advice.returnReasons ?? '' })
  if (advice.state !== 'given' || advice.kind === 'parental' || advice.kind === 'child-views') return refused({ kind: 'not-given' })
  await changeAdviceState(tx, caseFile, advice.id, { state: 'returned', returnedAt: tx.now, returnReasons: input.reasons })
  if (advice.requestId !== undefined) {
    await changeRequest(tx, caseFile, advice.requestId, { state: 'returned' })
    const { askedPersonId, askedOrganisationId } = advice.sight
    const to = askedPersonId !== undefined && advice.authorId !== undefined ? await addresseeOf(tx, { personId: advice.authorId })
      : askedOrganisationId !== undefined && advice.organisationId !== undefined ? await addresseeOf(tx, { organisationId: advice.organisationId }) : undefined
    if (to !== undefined) await alertAddressee(tx, caseFile, to, returnedAlert, { about: 'advice-returned', linkTo: paths.adviceRequest({ ...caseFile.key, adviceRequestId: advice.requestId }) })
  }
  await recordFact(tx, caseFile, { type: 'advice-returned', adviceId: advice.id, to: advice.authorName }, { reason: input.reasons })
  return ok(null)
})

async function answer(ask: Ask, errors: FieldError[]): Promise<Reply> {
  const { caseFile, advice } = await read(ask, async (tx) => {
    const opened = await openCaseFile(tx, caseKeyOf(ask))
    return { caseFile: opened, advice: await getAdvice(tx, opened, param(ask, 'adviceId')) }
  })
  const title = `Send this advice back to ${advice.authorName}`
  const document = (
    <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.advice({ ...caseFile.key, adviceId: advice.id }), text: 'Back to the report' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{titleOfKind(advice.kind)}. Advice goes back once. Say what is missing, and for which need or provision. Ask for amounts; do not suggest them.</p>
        <Form tokens={ask.frame.tokens}>
          <TextAreaField name="reasons" label="What is missing or unclear?" rows={8} whoCanSee={[advice.authorName, 'their service', `the ${caseFile.area.councilName} SEND team`]} errors={errors} values={ask.form.values()} />
          <Button preventDoubleClick>Send it back</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show = (ask: Ask): Promise<Reply> => answer(ask, [])

export async function submit(ask: Ask): Promise<Reply> {
  const reasons = ask.form.text('reasons')
  if (reasons === '') return answer(ask, [{ field: 'reasons', message: 'Enter the reasons' }])
  const adviceId = param(ask, 'adviceId') as AdviceId
  const done = await returnAdvice(ask, caseKeyOf(ask), { adviceId, reasons })
  if (done.ok) return redirect(paths.advice({ ...caseKeyOf(ask), adviceId }, { done: 'advice-returned' }))
  switch (done.refusal.kind) {
    case 'returned-before': return answer(ask, [{ field: 'reasons', message: `This advice was sent back once already, with these reasons: ${done.refusal.reasons}` }])
    case 'not-given': return answer(ask, [{ field: 'reasons', message: 'This advice is not with the council to send back' }])
    case 'not-at-this-stage': return answer(ask, [{ field: 'reasons', message: stageWords(done.refusal) }])
  }
}
