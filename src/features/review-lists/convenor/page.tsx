import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { RadiosField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { CasePage, childName, Continue } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { listTeam } from '../register-store.ts'
import { nameConvenor } from './name-convenor.ts'

async function form(ask: Ask, errors: FormErrors, values: FormValues): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    const team = await listTeam(tx, caseFile.localAreaId)
    const title = 'Who convenes the reviews for the council?'
    const document = (
      <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.educatedOtherwise({ area: caseFile.key.area }) }}>
        <TwoThirds>
          <span class="govuk-caption-l">{childName(caseFile)}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body">They arrange and chair the meeting where no school or college can, and write its report. The family reads their name in the case.</p>
          <Form tokens={ask.frame.tokens}>
            <RadiosField name="person" legend="Name" errors={errors} values={values} items={team.map(({ id, name }) => ({ value: id as string, text: name, ...(id === caseFile.officer?.id ? { hint: 'Looks after the case' } : {}) }))} />
            <Continue>Save</Continue>
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
  const done = await nameConvenor(ask, key, ask.form.text('person'))
  if (done.ok) return redirect(paths.educatedOtherwise({ area: key.area }, { done: 'saved' }))
  return form(ask, [{ field: 'person', message: done.refusal.kind === 'not-of-the-team' ? 'Select somebody of the team' : 'The plan is not in force' }], ask.form.values())
}
