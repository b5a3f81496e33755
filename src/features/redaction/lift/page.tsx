// Gives a reader the whole again. It shows more, so somebody else than who held it back decides it, with a reason.

import { act } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { TextAreaField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { Redaction } from '../redaction-store.ts'
import { changeRedaction, getRedaction } from '../redaction-store.ts'

const longestReason = 1000

export const liftCopy = act('lift-copy', async (tx, caseFile, { redactionId, reason }: { redactionId: string; reason: string }) => {
  const redaction = await getRedaction(tx, caseFile, redactionId)
  if (tx.viewer.kind !== 'person' || redaction.demandedBy === tx.viewer.personId) return refused({ kind: 'own-demand' as const })
  await changeRedaction(tx, caseFile, redactionId, { to: 'withdrawn' })
  await recordFact(tx, caseFile, { type: 'copy-lifted', redactionId, reader: redaction.readerName }, { reason })
  return ok(null)
})

const find = (ask: Ask) => read(ask, async (tx) => {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  if (!caseFile.open.includes('lift-copy')) throw new NotAllowed('lift-copy')
  return { caseFile, redaction: await getRedaction(tx, caseFile, param(ask, 'redactionId')) }
})

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, ...await find(ask), errors: [], values: {} }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, ...found, errors, values: ask.form.values() }))
  const reason = ask.form.text('reason')
  if (reason === '') return again([{ field: 'reason', message: 'Enter why they may have the whole' }])
  if (reason.length > longestReason) return again([{ field: 'reason', message: 'Reason must be 1,000 characters or fewer' }])
  const done = await liftCopy(ask, caseKeyOf(ask), { redactionId: found.redaction.id, reason })
  if (!done.ok) return again([{ field: 'reason', message: done.refusal.kind === 'own-demand' ? 'You held it back yourself, so another SEND manager must decide this' : 'The case is closed' }])
  return redirect(paths.caseCopies(found.caseFile.key, { done: 'copy-lifted' }))
}

function view({ frame, caseFile, redaction, errors, values }: { frame: PageFrame; caseFile: CaseFile; redaction: Redaction; errors: FormErrors; values: FormValues }) {
  const title = 'Let them have the whole'
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseCopies(caseFile.key), text: 'Copies' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <SummaryList rows={[{ key: 'Report or document', value: redaction.title }, { key: 'Reader', value: redaction.readerName }, { key: 'Why it was held back', value: redaction.why }]} />
        <WarningText>If you go on, {redaction.readerName} can open it with nothing removed, as far as they may open it at all.</WarningText>
        <Form tokens={frame.tokens}>
          <TextAreaField name="reason" label="Why may they have the whole?" whoCanSee={[`the ${caseFile.area.councilName} SEND team`]} rows={3} maxLength={longestReason} errors={errors} values={values} />
          <Button variant="warning" preventDoubleClick>Let them have the whole</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
