import type { Ask } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { RadiosField, TextField } from '../../../ui/fields.tsx'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import { listLikeChildren } from '../like-children-store.ts'
import { nameOnPlan, openOlderPlan, planKeyOf } from '../open-older-plan.ts'
import { refusalWords } from '../place/place-pieces.ts'
import { likenessWords } from '../words.ts'
import { keepAsEarlier, setAside } from './end-otherwise.ts'

const find = (ask: Ask) => read(ask, async (tx) => {
  const { area, plan } = await openOlderPlan(tx, planKeyOf(ask))
  return { area, plan, like: await listLikeChildren(tx, area.id, plan.facts) }
})
type Found = Awaited<ReturnType<typeof find>>

export async function show(ask: Ask): Promise<Reply> {
  return page(view(ask, await find(ask), [], {}))
}

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const key = planKeyOf(ask)
  const again = (error: FieldError): Reply => wrongForm(view(ask, found, [error], ask.form.values()))
  const n = Number(ask.form.text('n'))
  const what = ask.form.text('what')
  const reason = ask.form.text('reason')
  if (what === '') return again({ field: 'what', message: 'Select what becomes of this file' })
  if (what === 'aside' && reason === '') return again({ field: 'reason', message: 'Enter why it is set aside' })
  if (reason.length > 500) return again({ field: 'reason', message: 'Why it is set aside must be 500 characters or fewer' })
  const done = what === 'aside' ? await setAside(ask, { ...key, n, reason }) : await keepAsEarlier(ask, { ...key, n, caseId: what })
  if (done.ok) return redirect(paths.olderPlans({ area: key.area }, { done: 'older-plan-ended' }))
  return again(done.refusal.kind === 'another-child'
    ? { field: 'what', message: `The file and the record differ (${done.refusal.differences.map(({ inFile, onRecord }) => `${inFile}, ${onRecord}`).join('; ')}). It is not kept with this case` }
    : { field: 'what', message: refusalWords(done.refusal) })
}

function view(ask: Ask, { area, plan, like }: Found, errors: readonly FieldError[], values: FormValues) {
  const title = `Set aside the plan of ${nameOnPlan(plan)}`
  return (
    <HubPage frame={ask.frame} title={title} errors={errors} back={{ href: paths.olderPlan({ area: area.code, olderPlanId: plan.id }) }} councilName={area.councilName}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">The file is kept. It becomes no plan in force.</p>
        <Form tokens={ask.frame.tokens}>
          <input type="hidden" name="n" value={String(plan.n)} />
          <RadiosField
            name="what" legend="What becomes of this file?" fieldset={{ legendSize: 'm' }} errors={errors} values={values}
            items={[
              ...like.map(({ caseId, name, bornOn, reference, alike }) => ({ value: caseId, text: `An earlier plan of ${name}, born ${dateWords(bornOn)}, case ${reference}`, hint: `${likenessWords(alike)}. It is kept with the papers of the case` })),
              { value: 'aside', text: 'Set it aside: it is no plan that we keep, or not a child of ours' },
            ]}
          />
          <TextField name="reason" label="If it is set aside: why?" whoCanSee={[`the SEND team of ${area.councilName}`]} errors={errors} values={values} />
          <Button preventDoubleClick>Save</Button>
        </Form>
      </TwoThirds>
    </HubPage>
  )
}
