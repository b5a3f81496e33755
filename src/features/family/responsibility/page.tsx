import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { WhoCanSee } from '../../../ui/who-can-see.tsx'
import type { KnownMember } from '../family-store.ts'
import { findMemberFor } from '../find-member.ts'
import { ResponsibilityFields } from './fields.tsx'
import { readResponsibility, responsibilityValues } from './form.ts'
import { recordResponsibility } from './record-responsibility.ts'

export async function show(ask: Ask): Promise<Reply> {
  const { caseFile, member } = await findMemberFor(ask, 'record-responsibility')
  return page(view({ frame: ask.frame, caseFile, member, errors: [], values: responsibilityValues(member) }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const { caseFile, member } = await findMemberFor(ask, 'record-responsibility')
  const again = (errors: FormErrors): Reply => wrongForm(view({ frame: ask.frame, caseFile, member, errors, values: ask.form.values() }))
  const form = readResponsibility(ask.form, ask.house.clock.today(), ask.viewer.kind === 'person' ? ask.viewer.personId : undefined)
  if ('errors' in form) return again(form.errors)
  const recorded = await recordResponsibility(ask, caseKeyOf(ask), { relationshipId: param(ask, 'relationshipId'), inLaw: form.value })
  return recorded.ok ? redirect(paths.caseFamily(caseFile.key, { done: 'recorded' })) : again([{ field: 'livesWith', message: 'This person is no longer on record' }])
}

function view({ frame, caseFile, member, errors, values }: { frame: PageFrame; caseFile: CaseFile; member: KnownMember; errors: FormErrors; values: FormValues }) {
  const title = `What is ${member.fullName} to ${caseFile.child.preferredName} in law?`
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseFamily(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">A parent in education law has parental responsibility, or the child lives with them. Somebody with neither can be written down and reached, and sees nothing here.</p>
        <WhoCanSee audience={[`the ${caseFile.area.councilName} SEND team only`]} />
        <Form tokens={frame.tokens}>
          <ResponsibilityFields errors={errors} values={values} />
          <Button>Save</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
