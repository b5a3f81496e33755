import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { DateField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { findMemberFor } from '../find-member.ts'
import { readSuspension } from './form.ts'
import { recordRestriction } from './order-acts.ts'

type Found = Awaited<ReturnType<typeof findMemberFor>>

export async function show(ask: Ask): Promise<Reply> {
  return page(view(ask, await findMemberFor(ask, 'record-restriction'), [], {}))
}

/** Suspends one person's access at once. It is a restriction like any other: kept, reviewed, lifted by two people. */
export async function submit(ask: Ask): Promise<Reply> {
  const found = await findMemberFor(ask, 'record-restriction')
  const again = (errors: FormErrors): Reply => wrongForm(view(ask, found, errors, ask.form.values()))
  const form = readSuspension(ask.form, found.member.personId, ask.house.clock.today())
  if ('errors' in form) return again(form.errors)
  const done = await recordRestriction(ask, caseKeyOf(ask), form.value)
  return done.ok ? redirect(paths.caseFamily(found.caseFile.key, { done: 'suspended' })) : again([{ field: 'words', message: 'This person is no longer on record' }])
}

function view({ frame }: Ask, { caseFile, member }: Found, errors: FormErrors, values: FormValues) {
  const title = `Suspend ${member.fullName}’s access`
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseFamily(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">From now on {member.fullName} finds nothing of this case in the hub, and nothing about it is sent to them. Nobody else is told. Giving the access back needs a second person.</p>
        <Form tokens={frame.tokens}>
          <TextAreaField errors={errors} values={values} name="words" label="Why?" rows={4} maxLength={1000} whoCanSee={[`the ${caseFile.area.councilName} SEND team`]} />
          <DateField errors={errors} values={values} name="review" legend="When will you look at it again? (optional)" />
          <Button variant="warning">Suspend access now</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
