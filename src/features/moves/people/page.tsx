import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { partWords } from '../../../domain/access/parts.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { CheckboxesField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { inviteAfterMove } from '../after-acts.ts'
import { listProposed } from '../proposed-people-store.ts'

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const proposed = await listProposed(tx, caseFile)
    const waiting = proposed.filter(({ isOnCase }) => isOnCase !== true)
    const title = 'Give people their part here'
    const document = (
      <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseMove(caseFile.key) }}>
        <TwoThirds>
          <span class="govuk-caption-l">{childName(caseFile)}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body">These people came with the record. None of them sees anything of this case yet. Read <a class="govuk-link" href={paths.caseFamily(caseFile.key)}>the family’s page</a> first: orders and what is safe came with the record too. Whoever has no account is <a class="govuk-link" href={paths.caseFamily(caseFile.key)}>invited there</a>.</p>
          {proposed.some(({ isOnCase }) => isOnCase === true) && <p class="govuk-body">Here already: {proposed.filter(({ isOnCase }) => isOnCase === true).map(({ name }) => name).join(', ')}.</p>}
          {waiting.length === 0 ? <p class="govuk-body">Nobody is left to choose.</p> : (
            <Form tokens={ask.frame.tokens}>
              <CheckboxesField
                name="who" legend="Who has a part in this case from now on?" errors={errors} values={values}
                items={waiting.map(({ key, name, part, why, beware }) => ({ value: key, text: `${name}: ${partWords[part]}`, hint: beware === undefined ? why : <>{why}. <strong>{beware}</strong></> }))}
              />
              <Button preventDoubleClick>Give them their part</Button>
            </Form>
          )}
        </TwoThirds>
      </CasePage>
    )
    return errors.length > 0 ? wrongForm(document) : page(document)
  })
}

export const show = (ask: Ask): Promise<Reply> => form(ask, [], {})

export async function submit(ask: Ask): Promise<Reply> {
  const keys = ask.form.all('who')
  if (keys.length === 0) return form(ask, [{ field: 'who', message: 'Select who has a part in this case from now on' }], ask.form.values())
  const done = await inviteAfterMove(ask, caseKeyOf(ask), { keys })
  if (done.ok) return redirect(paths.caseMove(caseKeyOf(ask), { done: 'people-joined' }))
  return form(ask, [{ field: 'who', message: done.refusal.kind === 'not-proposed' ? 'Somebody on this list has a part already, or can have none. Look at it again' : 'This cannot be done at this stage of the case' }], ask.form.values())
}
