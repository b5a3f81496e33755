import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { listLocks } from '../../../casebook/plan/locked-wordings.ts'
import { planIdOf } from '../../../casebook/plan/plan-content.ts'
import { read } from '../../../casebook/tx.ts'
import { lockWords } from '../../../domain/plan/locked-wording.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { CasePage, Continue, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import { getOrderedChange } from '../dispute-store.ts'
import { changeLock } from '../order-acts.ts'
import { refusalWords } from '../words.ts'

const title = 'Put locked words right'
const longestReason = 1000

async function form(ask: Ask, errors: FormErrors, typed?: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const change = await getOrderedChange(tx, caseFile, param(ask, 'reviewId'))
    const lock = (await listLocks(tx, caseFile, await planIdOf(tx, caseFile), { reviewId: change.reviewId })).find(({ id }) => id === param(ask, 'lockId'))
    if (lock === undefined) throw new NotFound('lock')
    const values = typed ?? { words: lock.words ?? '' }
    const fields = { errors, values }
    const document = (
      <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.orderedWords({ ...caseFile.key, reviewId: change.reviewId }) }}>
        <TwoThirds>
          <span class="govuk-caption-l">{childName(caseFile)}. {lockWords[change.source]}, {dateWords(change.madeOn)}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body">Only for words that were copied wrongly, or that the Tribunal itself has put right. What was locked stays on record with your reason.</p>
          <Form tokens={ask.frame.tokens}>
            <RadiosField name="how" legend="What is right?" {...fields} items={[
              { value: 'words', text: 'Other words were ordered', conditional: <TextAreaField name="words" label="The words, exactly as they were ordered or agreed" rows={7} {...fields} whoCanSee={['everybody who reads the plan']} /> },
              { value: 'free', text: 'Nothing was ordered of this line', hint: 'Its words stay as they are, and anybody who writes in the plan may change them again' },
            ]}
            />
            <TextAreaField name="reason" label="Why were they wrong?" rows={3} maxLength={longestReason} {...fields} whoCanSee={[`the ${caseFile.area.councilName} SEND team`]} />
            <Continue>Put them right</Continue>
          </Form>
        </TwoThirds>
      </CasePage>
    )
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [])

export async function submit(ask: Ask): Promise<Reply> {
  const [how, words, reason] = [ask.form.text('how'), ask.form.text('words'), ask.form.text('reason')]
  const errors: FieldError[] = [
    ...(how === 'words' || how === 'free' ? [] : [{ field: 'how', message: 'Select what is right' }]),
    ...(how === 'words' && words === '' ? [{ field: 'words', message: 'Enter the words exactly as they were ordered or agreed' }] : []),
    ...(reason === '' ? [{ field: 'reason', message: 'Enter why they were wrong' }] : []),
    ...(reason.length > longestReason ? [{ field: 'reason', message: `Why must be ${longestReason.toLocaleString('en-GB')} characters or fewer` }] : []),
  ]
  if (errors.length > 0) return form(ask, errors, ask.form.values())
  const reviewId = param(ask, 'reviewId')
  const done = await changeLock(ask, caseKeyOf(ask), { reviewId, lockId: param(ask, 'lockId'), reason, ...(how === 'words' ? { words } : {}) })
  if (!done.ok) return form(ask, [{ field: 'how', message: refusalWords(done.refusal) }], ask.form.values())
  return redirect(paths.orderedWords({ ...caseKeyOf(ask), reviewId }, { done: 'saved' }))
}
