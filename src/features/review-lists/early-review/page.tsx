import { act } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { ok } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { CasePage, childName, Continue } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'

/** A review of a plan of a child under five was thought about, three to six months after the last (Code of Practice, chapter 9), and none is needed now. */
export const considerEarlyReview = act<string, null>('consider-early-review', async (tx, caseFile, reason) => {
  await recordFact(tx, caseFile, { type: 'early-review-considered' }, { reason })
  return ok(null)
})

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const title = 'Consider an early review'
    const document = (
      <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.reviewRegister({ area: caseFile.key.area }) }}>
        <TwoThirds>
          <span class="govuk-caption-l">{childName(caseFile)}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body">The plan of a child under five should be looked at every three to six months, so that it stays right as the child grows. That is guidance: the review of each year is the duty.</p>
          <p class="govuk-body">If a review is needed, <a class="govuk-link" href={paths.caseReviews(caseFile.key)}>arrange it</a>. If none is needed now, say why.</p>
          <Form tokens={ask.frame.tokens}>
            <TextAreaField name="reason" label="Why no early review is needed now" maxLength={500} whoCanSee={['the council’s team']} errors={errors} values={values} />
            <Continue>Record that it was considered</Continue>
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
  const reason = ask.form.text('reason')
  const wrong = reason === '' ? 'Enter why no early review is needed now' : reason.length > 500 ? 'The reason must be 500 characters or fewer' : undefined
  if (wrong !== undefined) return form(ask, [{ field: 'reason', message: wrong }], ask.form.values())
  const done = await considerEarlyReview(ask, key, reason)
  return done.ok ? redirect(paths.reviewRegister({ area: key.area }, { done: 'recorded' })) : form(ask, [{ field: 'reason', message: 'The plan is not in force' }], ask.form.values())
}
