// Item 2.3 of the national return: whether the child was in relevant youth accommodation when the assessment was asked for (CFA 2014 s.70).

import { act } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { RadiosField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import { WhoCanSee } from '../../../ui/who-can-see.tsx'
import { findYouthAccommodation, saveYouthAccommodation } from '../request-store.ts'

const recordYouthAccommodation = act<{ readonly requestId: string; readonly isThere: boolean }, null, { readonly kind: 'no-such-request' }>('record-return-items', async (tx, caseFile, { requestId, isThere }) => {
  if (!await saveYouthAccommodation(tx, caseFile, requestId, isThere)) return refused({ kind: 'no-such-request' })
  await recordFact(tx, caseFile, { type: 'return-items-recorded', items: ['youth-accommodation'] })
  return ok(null)
})

const find = (ask: Ask) => read(ask, async (tx) => {
  const caseFile = await openCaseFile(tx, caseKeyOf(ask))
  mustBeAbleToLook(caseFile, 'return-items')
  const request = await findYouthAccommodation(tx, caseFile, param(ask, 'requestId'))
  if (request === undefined) throw new NotFound('request')
  return { caseFile, ...request }
})

export async function show(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  return page(view(ask, found, [], { there: found.isThere === undefined ? undefined : found.isThere ? 'yes' : 'no' }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const there = ask.form.text('there')
  if (there !== 'yes' && there !== 'no') return wrongForm(view(ask, found, [{ field: 'there', message: 'Select whether the child was in youth accommodation' }], ask.form.values()))
  await recordYouthAccommodation(ask, found.caseFile.key, { requestId: param(ask, 'requestId'), isThere: there === 'yes' })
  return redirect(paths.returnItems(found.caseFile.key, { done: 'recorded' }))
}

function view({ frame }: Ask, { caseFile, receivedOn }: Awaited<ReturnType<typeof find>>, errors: FormErrors, values: FormValues) {
  const title = 'Was the child in youth accommodation when the assessment was asked for?'
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.returnItems(caseFile.key), text: 'For the national return' }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">The request was received on {dateWords(receivedOn)}. Youth accommodation is a young offender institution, a secure training centre, a secure children’s home or a secure school, by order of a court.</p>
        <div class="govuk-!-margin-bottom-5"><WhoCanSee audience={[`the ${caseFile.area.councilName} SEND team`]} /></div>
        <Form tokens={frame.tokens}>
          <RadiosField name="there" legend="In youth accommodation on that day" fieldset={{ legendSize: 's' }} errors={errors} values={values} items={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]} />
          <Button preventDoubleClick>Save</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
