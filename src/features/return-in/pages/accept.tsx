import type { Ask } from '../../../casebook/ask.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { SelectField } from '../../../ui/fields.tsx'
import type { FieldError } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { plural } from '../../../ui/words.ts'
import { localAuthorities } from '../../../domain/sen2/local-authorities.ts'
import { listOfficers } from '../batch-store.ts'
import { inReturn } from '../open-return.ts'
import { countPeople } from '../person-store.ts'
import { acceptReturn } from '../return-acts.ts'

const find = (ask: Ask) => inReturn(ask, async (tx, { area, key }) => ({ officers: await listOfficers(tx, area.id), people: await countPeople(tx, key) }))

export const show = async (ask: Ask): Promise<Reply> => page(view(ask, await find(ask), []))

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const { area, batch } = found
  const officerId = ask.form.text('officer')
  const done = await acceptReturn(ask, { area: area.code, batchId: batch.id, ...(officerId === '' ? {} : { officerId }) })
  if (done.ok) return redirect(paths.returnBatch({ area: area.code, batchId: batch.id }, { done: 'return-accepted' }))
  return wrongForm(view(ask, found, [{ field: 'officer', message: done.refusal.kind === 'no-such-officer' ? 'Select a case officer of this council, or nobody yet' : 'This return is being worked on. Look at it again' }]))
}

function view(ask: Ask, { area, batch, officers, people }: Awaited<ReturnType<typeof find>>, errors: readonly FieldError[]) {
  const at = { area: area.code, batchId: batch.id }
  const title = 'Bring the caseload over'
  const authority = batch.authority === undefined ? undefined : localAuthorities[batch.authority] ?? batch.authority
  return (
    <HubPage frame={ask.frame} title={title} errors={errors} back={{ href: paths.returnBatch(at), text: 'This return' }} councilName={area.councilName}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{plural(people.ready, 'person', 'people')} of the return come over to {area.councilName}. {plural(people.all - people.ready, 'person is', 'people are')} left where they are, each with the reason.</p>
        {authority !== undefined && <WarningText>The file says that it is the return of {authority}. Make sure that this is the caseload you mean.</WarningText>}
        <ul class="govuk-list govuk-list--bullet">
          <li>Each child has a case with its days: requests, decisions, the plan, the last review, the next move.</li>
          <li>Plans have no words yet. Bring them in as plans from before.</li>
          <li>No family and no school is told, and none of them sees anything yet.</li>
          <li>While nobody has worked on the cases, all of it can be taken back.</li>
        </ul>
        <Form tokens={ask.frame.tokens}>
          <SelectField name="officer" label="Case officer for all of them" hint="You can give cases to others later." items={[{ value: '', text: 'Nobody yet: leave them in the team’s list' }, ...officers.map(({ id, name }) => ({ value: id, text: name }))]} errors={errors} values={ask.form.values()} />
          <Button preventDoubleClick>Bring the caseload over</Button>
        </Form>
      </TwoThirds>
    </HubPage>
  )
}
