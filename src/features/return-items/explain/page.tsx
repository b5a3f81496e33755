// A query that is right as it stands is sent with an explanation: an officer writes it, and it stays while the same is asked.

import { act } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import type { OpenFault } from '../../../casebook/return/fault-rows.ts'
import { explainFault, listOpenFaults } from '../../../casebook/return/fault-rows.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { TextAreaField } from '../../../ui/fields.tsx'
import type { FieldError } from '../../../ui/form.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { mendSentence, ruleSentence } from '../fault-words.ts'
import type { ItemProps } from '../item-page.tsx'
import { ItemPage } from '../item-page.tsx'
import { readForReturn } from '../open-items.ts'

const longest = 500

export const explain = act<{ readonly faultId: string; readonly rule: string; readonly explanation: string }, null, { readonly kind: 'mended' }>('explain-return-fault', async (tx, caseFile, { faultId, rule, explanation }) => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('explain-return-fault')
  if (!await explainFault(tx, caseFile, faultId, explanation, tx.viewer.personId)) return refused({ kind: 'mended' })
  await recordFact(tx, caseFile, { type: 'return-fault-explained', rule })
  return ok(null)
})

const find = (ask: Ask) => readForReturn(ask, 'explain-return-fault', async (tx, caseFile) => {
  const fault = (await listOpenFaults(tx, caseFile)).find(({ id, severity }) => id === param(ask, 'faultId') && severity === 'query')
  if (fault === undefined) throw new NotFound('fault')
  return { fault }
})

export async function show(ask: Ask): Promise<Reply> {
  const { caseFile, fault } = await find(ask)
  return page(view({ frame: ask.frame, caseFile, fault, errors: [], values: { explanation: fault.explanation } }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const { caseFile, fault } = await find(ask)
  const explanation = ask.form.text('explanation')
  const again = (error: FieldError): Reply => wrongForm(view({ frame: ask.frame, caseFile, fault, errors: [error], values: ask.form.values() }))
  if (explanation === '') return again({ field: 'explanation', message: 'Enter why it is right as it is' })
  if (explanation.length > longest) return again({ field: 'explanation', message: `Why it is right must be ${longest} characters or fewer` })
  const done = await explain(ask, caseKeyOf(ask), { faultId: fault.id, rule: fault.rule, explanation })
  if (done.ok) return redirect(paths.returnItems(caseFile.key, { done: 'recorded' }))
  return again({ field: 'explanation', message: 'This is not asked any more. There is nothing to explain' })
}

function view(props: ItemProps & { readonly fault: OpenFault }) {
  const { fault, errors, values, caseFile } = props
  return (
    <ItemPage {...props} title="Why is this right as it is?">
      <InsetText>{ruleSentence(fault)}{fault.because !== undefined && <><br /><span class="hub-quiet">{fault.because}</span></>}</InsetText>
      <p class="govuk-body">{mendSentence(fault)} If nothing has to be put right, say why. It is sent with the return, so name nobody. It is kept while the same is asked.</p>
      <TextAreaField name="explanation" label="Why it is right as it is" rows={4} maxLength={longest} whoCanSee={[`the ${caseFile.area.councilName} SEND team`, 'the Department for Education, with the return']} errors={errors} values={values} />
    </ItemPage>
  )
}
