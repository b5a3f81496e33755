import type { Ask } from '../../../casebook/ask.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { TextAreaField } from '../../../ui/fields.tsx'
import type { FieldError } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { plural } from '../../../ui/words.ts'
import { inReturn } from '../open-return.ts'
import { countPeople } from '../person-store.ts'
import { takeReturnBack } from '../return-acts.ts'

const longest = 1000
const find = (ask: Ask) => inReturn(ask, async (tx, { key }) => ({ people: await countPeople(tx, key) }))

export const show = async (ask: Ask): Promise<Reply> => page(view(ask, await find(ask), []))

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const { area, batch } = found
  const why = ask.form.text('why')
  if (why === '' || why.length > longest) return wrongForm(view(ask, found, [{ field: 'why', message: why === '' ? 'Enter why it is taken back' : `Why it is taken back must be ${longest} characters or fewer` }]))
  const done = await takeReturnBack(ask, { area: area.code, batchId: batch.id, why })
  if (!done.ok) return wrongForm(view(ask, found, [{ field: 'why', message: 'Only a return that has been brought over can be taken back' }]))
  return redirect(paths.returnBatch({ area: area.code, batchId: batch.id }, { done: 'return-taking-back' }))
}

function view(ask: Ask, { area, batch, people }: Awaited<ReturnType<typeof find>>, errors: readonly FieldError[]) {
  const title = 'Take the caseload back'
  return (
    <HubPage frame={ask.frame} title={title} errors={errors} back={{ href: paths.returnBatch({ area: area.code, batchId: batch.id }), text: 'This return' }} councilName={area.councilName}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{plural(people.in, 'person', 'people')} came over with this return. Each case that nobody has worked on since is removed with its child, for good. The audit record keeps that it was.</p>
        <p class="govuk-body">Cases that somebody has worked on stay, and are listed.</p>
        <Form tokens={ask.frame.tokens}>
          <TextAreaField name="why" label="Why is it taken back?" whoCanSee={[`SEND managers of ${area.councilName}`]} maxLength={longest} errors={errors} values={ask.form.values()} />
          <Button variant="warning" preventDoubleClick>Take it back</Button>
        </Form>
      </TwoThirds>
    </HubPage>
  )
}
