import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { letGo, takeBack } from '../../../casebook/sending/take-back.ts'
import { read } from '../../../casebook/tx.ts'
import { heldWords } from '../../../domain/sending/what-comes-back.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect } from '../../../platform/http/reply.ts'
import { TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords, timeWords } from '../../../ui/words.ts'
import type { Sending } from '../sending-store.ts'
import { findSending } from '../sending-store.ts'

async function find(ask: Ask): Promise<{ caseFile: CaseFile; sending: Sending }> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    if (!caseFile.open.includes('take-back')) throw new NotAllowed('take-back')
    const sending = await findSending(tx, caseFile, param(ask, 'sendingId'))
    if (sending === undefined) throw new NotFound('sending')
    return { caseFile, sending }
  })
}

/** What one act sent, to whom, and until when it waits. */
export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, ...await find(ask) }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const { caseFile, sending } = await find(ask)
  const isBack = ask.form.text('step') !== 'now'
  const done = isBack
    ? await takeBack(ask, caseFile.key, { sendingId: sending.id, reason: ask.form.text('reason').slice(0, 500) })
    : await letGo(ask, caseFile.key, { sendingId: sending.id })
  if (!done.ok) return redirect(paths.held({ ...caseFile.key, sendingId: sending.id }, { done: done.refusal.kind === 'taken-back-already' ? 'taken-back' : done.refusal.kind === 'followed' ? 'take-back-first' : 'left-already' }))
  return redirect(paths.held({ ...caseFile.key, sendingId: sending.id }, { done: isBack ? 'taken-back' : 'let-go' }))
}

function view({ frame, caseFile, sending }: { frame: PageFrame; caseFile: CaseFile; sending: Sending }) {
  const title = heldWords[sending.act]
  return (
    <CasePage frame={frame} caseFile={{ ...caseFile, held: [] }} title={title} back={{ href: paths.caseOverview(caseFile.key), text: 'The case' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <SummaryList
          rows={[
            { key: 'Sent', value: `${dateTimeWords(sending.sentAt)}, by ${sending.by}` },
            sending.isWaiting && { key: 'Waits until', value: `${timeWords(sending.until)}: nobody outside the team sees it before then` },
            sending.takenBack !== undefined && { key: 'Taken back', value: `${dateTimeWords(sending.takenBack.at)}, by ${sending.takenBack.by}${sending.takenBack.reason === undefined ? '' : `: ${sending.takenBack.reason}`}` },
            sending.letGoBy !== undefined && { key: 'Sent without waiting', value: `By ${sending.letGoBy}` },
            { key: 'To', value: sending.to.length === 0 ? 'Nobody by e-mail, text or letter' : <ul class="govuk-list govuk-!-margin-bottom-0">{sending.to.map((name) => <li>{name}</li>)}</ul> },
          ]}
        />
        {sending.isWaiting
          ? (
            <>
              <p class="govuk-body">It counts as sent on the day when you sent it. If you take it back, it was never sent: what the law asks for is owed again, and the dates of the case say so.</p>
              <Form tokens={frame.tokens}>
                <TextField name="reason" label="Why do you take it back? (optional)" whoCanSee={[`the ${caseFile.area.councilName} SEND team`]} errors={[]} values={{}} />
                <div class="govuk-button-group">
                  <Button name="step" value="back" preventDoubleClick>Take it back</Button>
                  <Button name="step" value="now" variant="secondary" preventDoubleClick>Send it now: it is urgent</Button>
                </div>
              </Form>
            </>
          )
          : sending.takenBack === undefined && <p class="govuk-body">It has left and cannot be taken back. If it went to somebody who should not have it, <a class="govuk-link" href={paths.otherInformation({ from: paths.caseOverview(caseFile.key) })}>say so at once</a>.</p>}
      </TwoThirds>
    </CasePage>
  )
}
