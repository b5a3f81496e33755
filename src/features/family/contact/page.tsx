import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { WhoCanSee } from '../../../ui/who-can-see.tsx'
import { findMemberFor } from '../find-member.ts'
import { ContactFields } from './fields.tsx'
import { contactValues, readContact } from './form.ts'
import { recordContact } from './record-contact.ts'

type Found = Awaited<ReturnType<typeof findMemberFor>>

export async function show(ask: Ask): Promise<Reply> {
  const found = await findMemberFor(ask, 'record-contact')
  return page(view(ask, found, [], contactValues(found.member)))
}

const refusalWords = {
  'not-on-record': { field: 'safeContact', message: 'This person is no longer on record' },
  'no-email': { field: 'safeContact', message: 'There is no email address on record. Record it first, or choose another way' },
  'not-at-this-stage': { field: 'safeContact', message: 'This cannot be recorded now' },
} as const satisfies Record<string, FieldError>

export async function submit(ask: Ask): Promise<Reply> {
  const found = await findMemberFor(ask, 'record-contact')
  const again = (errors: FormErrors): Reply => wrongForm(view(ask, found, errors, ask.form.values()))
  const form = readContact(ask.form, ask.house.clock.today())
  if ('errors' in form) return again(form.errors)
  const recorded = await recordContact(ask, caseKeyOf(ask), { relationshipId: param(ask, 'relationshipId'), contact: form.value })
  return recorded.ok ? redirect(paths.caseFamily(found.caseFile.key, { done: 'recorded' })) : again([refusalWords[recorded.refusal.kind]])
}

function view(ask: Ask, { caseFile, member }: Found, errors: FormErrors, values: FormValues) {
  const title = `How is it safe to reach ${member.fullName}?`
  return (
    <CasePage frame={ask.frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseFamily(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">Ask them, in private, before anything is sent. What they say holds for every letter, message and reminder.</p>
        <WhoCanSee audience={[`the ${caseFile.area.councilName} SEND team only`]} />
        <Form tokens={ask.frame.tokens}>
          <ContactFields errors={errors} values={values} />
          <Button>Save</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
