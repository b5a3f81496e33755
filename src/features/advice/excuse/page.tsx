import { act } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { isOpen } from '../../../domain/advice/advice-kinds.ts'
import type { AdviceRequestId } from '../../../domain/ids.ts'
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
import { dateWords } from '../../../ui/words.ts'
import { askedInLedger } from '../request/request-acts.ts'
import { changeRequest, getRequest } from '../request-store.ts'
import { askedOf, itemInWords, stageWords } from '../words.ts'

/** A named manager takes the case on without advice that the law asks for, and says why. */
export const excuseAdvice = act('excuse-advice', async (tx, caseFile, input: { id: AdviceRequestId; reason: string }) => {
  const request = await getRequest(tx, caseFile, input.id)
  if (tx.viewer.kind !== 'person') throw new NotAllowed('excuse-advice')
  if (!isOpen(request.state)) return refused({ kind: 'not-open' as const })
  await changeRequest(tx, caseFile, request.id, { state: 'excused', excusedReason: input.reason, excusedBy: tx.viewer.personId })
  await recordFact(tx, caseFile, { type: 'advice-excused', adviceRequestId: request.id, of: askedInLedger(request) }, { reason: input.reason })
  return ok(null)
})

async function answer(ask: Ask, errors: FieldError[]): Promise<Reply> {
  const { caseFile, request } = await read(ask, async (tx) => {
    const opened = await openCaseFile(tx, caseKeyOf(ask))
    return { caseFile: opened, request: await getRequest(tx, opened, param(ask, 'adviceRequestId')) }
  })
  const title = 'Go on without this advice'
  const document = (
    <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.adviceRequest({ ...caseFile.key, adviceRequestId: request.id }), text: 'Back to the request' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{itemInWords(request.item)}, asked of {askedOf(request)} on {dateWords(request.sentOn)}. The law requires the council to seek it. Your name and your reason stand on the case, and the family can see that the case goes on without it.</p>
        <Form tokens={ask.frame.tokens}>
          <TextAreaField name="reason" label="Why does the case go on without it, and what was done to get it?" rows={5} whoCanSee={[`the ${caseFile.area.councilName} SEND team`, 'inspectors and the Tribunal']} errors={errors} values={ask.form.values()} />
          <Button variant="warning" preventDoubleClick>Record this</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show = (ask: Ask): Promise<Reply> => answer(ask, [])

export async function submit(ask: Ask): Promise<Reply> {
  const reason = ask.form.text('reason')
  if (reason.length < 10) return answer(ask, [{ field: 'reason', message: 'Enter the reason in a sentence or more' }])
  const outcome = await excuseAdvice(ask, caseKeyOf(ask), { id: param(ask, 'adviceRequestId') as AdviceRequestId, reason })
  if (outcome.ok) return redirect(paths.adviceList(caseKeyOf(ask), { done: 'advice-excused' }))
  return answer(ask, [{ field: 'reason', message: outcome.refusal.kind === 'not-open' ? 'Nothing is waited for on this request any more' : stageWords(outcome.refusal) }])
}
