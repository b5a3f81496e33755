// Takes the claim of an excuse back, as a correction that strikes it out: the limit binds again, and the family is told again.

import { act } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { reasonWords } from '../../../domain/case-file/delay-reasons.ts'
import { excuseClaimsOf, type ExcuseClaim } from '../../../domain/case-file/delays.ts'
import { slugOf } from '../../../domain/clocks/clock-slug.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { TextAreaField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import { limitName } from '../limit-words.ts'

const longestReason = 1000

export const withdrawExcuse = act('withdraw-excuse', async (tx, caseFile, { claimId, reason }: { claimId: string; reason: string }) => {
  const claim = excuseClaimsOf(caseFile.facts).find(({ id }) => id === claimId)
  if (claim === undefined || claim.withdrawnOn !== undefined) return refused({ kind: 'withdrawn-already' as const })
  await recordFact(tx, caseFile, { type: 'excuse-withdrawn', claimId }, { reason, corrects: claim.seq })
  return ok({ clock: claim.clock, about: claim.about })
})

async function find(ask: Ask): Promise<{ caseFile: CaseFile; claim: ExcuseClaim }> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    if (!caseFile.open.includes('withdraw-excuse')) throw new NotAllowed('withdraw-excuse')
    const claim = excuseClaimsOf(caseFile.facts).find(({ id }) => id === param(ask, 'claimId'))
    if (claim === undefined) throw new NotFound('claim')
    return { caseFile, claim }
  })
}

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, ...await find(ask), errors: [], values: {} }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const { caseFile, claim } = found
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, ...found, errors, values: ask.form.values() }))
  const reason = ask.form.text('reason')
  if (reason === '') return again([{ field: 'reason', message: 'Enter why the claim is withdrawn' }])
  if (reason.length > longestReason) return again([{ field: 'reason', message: 'Reason must be 1,000 characters or fewer' }])
  const done = await withdrawExcuse(ask, caseKeyOf(ask), { claimId: claim.id, reason })
  if (!done.ok) return again([{ field: 'reason', message: 'The claim was withdrawn already' }])
  return redirect(paths.explainDelay({ ...caseFile.key, limit: slugOf(claim.clock), about: claim.about }, { done: 'excuse-withdrawn' }))
}

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly claim: ExcuseClaim
  readonly errors: FormErrors
  readonly values: FormValues
}

function view({ frame, caseFile, claim, errors, values }: Props) {
  const title = 'Withdraw or correct the claim of an excuse'
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseDelays(caseFile.key), text: 'Delays' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <SummaryList rows={[{ key: 'For', value: limitName(claim.clock) }, { key: 'Excuse', value: reasonWords(claim.excuse) }, { key: 'Claimed on', value: dateWords(claim.claimedOn) }, ...factRows(claim)]} />
        {claim.withdrawnOn === undefined
          ? (
            <Form tokens={frame.tokens}>
              <p class="govuk-body">The legal date binds again, and if it has passed it is a breach. The claim stays in the record, struck through. Next you tell the family what is true; a corrected excuse can be claimed there.</p>
              <TextAreaField name="reason" label="Why is it withdrawn?" whoCanSee={[`the ${caseFile.area.councilName} SEND team`]} rows={4} maxLength={longestReason} errors={errors} values={values} />
              <Button preventDoubleClick>Withdraw the claim</Button>
            </Form>
          )
          : <InsetText>This claim was withdrawn on {dateWords(claim.withdrawnOn)}.</InsetText>}
      </TwoThirds>
    </CasePage>
  )
}

function factRows({ facts }: ExcuseClaim): { key: string; value: string }[] {
  const row = (key: string, value: string | undefined): { key: string; value: string }[] => (value === undefined ? [] : [{ key, value }])
  const { institution, closedFrom, reopens, askedOn, firstAskedOn, from, to, appointmentOn } = facts
  const day = (on: typeof from): string | undefined => (on === undefined ? undefined : dateWords(on))
  return [
    ...row('Setting', institution), ...row('Closed from', day(closedFrom)), ...row('Opened again', day(reopens)), ...row('Asked on', day(askedOn)), ...row('First asked on', day(firstAskedOn)),
    ...row('From', day(from)), ...row('To', day(to)), ...row('Appointment', day(appointmentOn)),
  ]
}
