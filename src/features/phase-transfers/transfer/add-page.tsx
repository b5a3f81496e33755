import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { cohortYearOn } from '../../../domain/transfer/foresee.ts'
import { isTransferKind } from '../../../domain/transfer/phases.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { RadiosField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { CasePage, childName, Continue } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { readDate } from '../../../ui/read-date.ts'
import { settleRefusalError } from './refusal-words.ts'
import { addTransfer } from './settle-transfer.ts'
import { longestReason, TransferFields } from './transfer-fields.tsx'

/** Of these years one can be put into a cohort: somebody who moved in late, or a move that is known early. */
const yearsOn = (today: string): number[] => [0, 1, 2].map((more) => Number(today.slice(0, 4)) + more)

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const title = 'Put a child into a phase transfer'
    const document = (
      <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseReviews(caseFile.key) }}>
        <TwoThirds>
          <span class="govuk-caption-l">{childName(caseFile)}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          <Form tokens={ask.frame.tokens}>
            <RadiosField name="year" legend="In which year do they move?" fieldset={{ legendSize: 's' }} errors={errors} values={{ year: String(cohortYearOn(tx.today)), ...values }} items={yearsOn(tx.today).map((year) => ({ value: String(year), text: String(year) }))} />
            <TransferFields legend="How do they move?" errors={errors} values={values} />
            <Continue>Put into the cohort</Continue>
          </Form>
        </TwoThirds>
      </CasePage>
    )
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const key = caseKeyOf(ask)
  const [kind, reason, year] = [ask.form.text('as'), ask.form.text('reason'), Number(ask.form.text('year'))]
  const on = kind === 'post-16-to-post-16' ? readDate(ask.form, 'on', { what: 'The day of the move' }) : undefined
  const errors: FieldError[] = [
    ...(yearsOn(ask.house.clock.today()).includes(year) ? [] : [{ field: 'year', message: 'Select the year' }]), ...(isTransferKind(kind) ? [] : [{ field: 'as', message: 'Select how they move' }]),
    ...(reason === '' ? [{ field: 'reason', message: 'Enter why' }] : reason.length > longestReason ? [{ field: 'reason', message: `The reason must be ${longestReason} characters or fewer` }] : []),
    ...(on !== undefined && 'error' in on ? [on.error] : []),
  ]
  if (errors.length > 0 || !isTransferKind(kind)) return form(ask, errors, ask.form.values())
  const done = await addTransfer(ask, key, { kind, year, reason, ...(on !== undefined && 'value' in on ? { transferOn: on.value } : {}) })
  return done.ok ? redirect(paths.transfer({ ...key, transferId: done.value }, { done: 'recorded' })) : form(ask, [settleRefusalError(done.refusal)], ask.form.values())
}
