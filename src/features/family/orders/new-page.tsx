import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import type { KeptDocument } from '../../../casebook/papers/documents.ts'
import { listDocuments } from '../../../casebook/papers/documents.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { restrictionKinds, restrictionKindWords } from '../../../domain/family/restriction.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { DateField, RadiosField, SelectField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { WhoCanSee } from '../../../ui/who-can-see.tsx'
import { dateValues } from '../../../ui/read-date.ts'
import type { KnownMember } from '../family-store.ts'
import { listFamily } from '../family-store.ts'
import { openCaseFor } from '../find-member.ts'
import { TermsFields } from './fields.tsx'
import { nobody, readOrder } from './form.ts'
import { recordRestriction } from './order-acts.ts'

interface Found { readonly caseFile: CaseFile; readonly members: readonly KnownMember[]; readonly documents: readonly KeptDocument[] }

const find = (ask: Ask): Promise<Found> => read(ask, async (tx) => {
  const caseFile = await openCaseFor(tx, ask, 'record-restriction')
  const members = (await listFamily(tx, caseFile)).filter(({ personId }) => personId !== caseFile.child.personId)
  return { caseFile, members, documents: await listDocuments(tx, caseFile) }
})

export async function show(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  return page(view(ask, found, [], { who: ask.query.text('of'), ...dateValues('from', ask.house.clock.today()) }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const again = (errors: FormErrors): Reply => wrongForm(view(ask, found, errors, ask.form.values()))
  const form = readOrder(ask.form, found.members, found.documents.map(({ id }) => id))
  if ('errors' in form) return again(form.errors)
  const recorded = await recordRestriction(ask, caseKeyOf(ask), form.value)
  return recorded.ok ? redirect(paths.caseFamily(found.caseFile.key, { done: 'restriction-recorded' })) : again([{ field: 'who', message: 'This person is no longer on record' }])
}

function view({ frame }: Ask, { caseFile, members, documents }: Found, errors: FormErrors, values: FormValues) {
  const title = 'Record a court order or a restriction'
  const choose = { errors, values }
  const of = { errors, values, whoCanSee: 'said above' } as const
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseFamily(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">It holds as soon as it is saved. Easing or lifting it later needs a second person.</p>
        <WhoCanSee audience={[`the ${caseFile.area.councilName} SEND team`, 'who works on the case reads only what may not be done']} />
        <Form tokens={frame.tokens}>
          <RadiosField {...choose} name="who" legend="Whom does it bind?" items={[...members.map(({ personId, fullName, relation }) => ({ value: personId, text: fullName, hint: relation })), { value: nobody, text: 'Nobody in particular: it is about the child', hint: 'Such as a care order' }]} />
          <RadiosField {...choose} name="kind" legend="What is it?" items={restrictionKinds.map((value) => ({ value, text: restrictionKindWords[value] }))} />
          <TermsFields errors={errors} values={values} />
          <DateField {...choose} name="made" legend="Date of the order (optional)" />
          <TextField {...of} name="reference" label="Court reference (optional)" class="govuk-input--width-20" />
          <TextField {...of} name="evidence" label="What did you see, and where is it kept?" hint="Such as “sealed order of Wendmere Family Court, in the social care file”" />
          {documents.length > 0 && <SelectField {...choose} name="document" label="Or choose the paper, if it is on this case (optional)" items={[{ value: '', text: 'None' }, ...documents.map(({ id, title: called }) => ({ value: id, text: called }))]} />}
          <TextAreaField {...of} name="words" label="What does it say that a colleague must know? (optional)" rows={4} maxLength={1000} />
          <DateField {...choose} name="review" legend="When will you look at it again? (optional)" />
          <Button>Save</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
