// "I can see someone else's information": one step, nothing that must be filled in. Whoever is signed in closes the families' pages of
// the area by it; a stranger is told whom to phone, because a stranger's word must not close anything.

import type { Ask } from '../../../casebook/ask.ts'
import { actOutsideCase } from '../../../casebook/act.ts'
import type { ReportAnswer } from '../../../casebook/access/portal-lock.ts'
import { reportOtherInformation } from '../../../casebook/access/portal-lock.ts'
import { read } from '../../../casebook/tx.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, wrongForm } from '../../../platform/http/reply.ts'
import { RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { listAreasOf } from '../sending-store.ts'

const title = 'I can see someone else’s information'
const longest = 2000

type Areas = Awaited<ReturnType<typeof listAreasOf>>

const report = actOutsideCase('report-other-information', async (tx, { area, words }: { area: string; words: string }): Promise<Outcome<ReportAnswer, { kind: 'not-theirs' }>> => {
  const found = (await listAreasOf(tx)).find(({ code }) => code === area)
  if (found === undefined || tx.viewer.kind !== 'person') return refused({ kind: 'not-theirs' })
  return ok(await reportOtherInformation(tx, { localAreaId: found.id, areaCode: found.code, by: tx.viewer.personId, words }))
})

/** The area of the page on which they saw it, else their only one. */
const areaOf = (areas: Areas, from: string): string | undefined => (areas.find(({ code }) => from.startsWith(`/${code}/`)) ?? (areas.length === 1 ? areas[0] : undefined))?.code

export async function show(ask: Ask): Promise<Reply> {
  if (ask.viewer.kind !== 'person') return page(strangerView(ask))
  const areas = await read(ask, listAreasOf)
  return page(view({ ask, areas, from: ask.query.text('from'), errors: [], values: {} }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const areas = await read(ask, listAreasOf)
  const from = ask.form.text('from')
  const area = ask.form.text('area') || areaOf(areas, from)
  const words = ask.form.text('words').slice(0, longest)
  if (area === undefined) return wrongForm(view({ ask, areas, from, errors: [{ field: 'area', message: 'Select the council whose pages you were on' }], values: ask.form.values() }))
  const done = await report(ask, { area, words })
  if (!done.ok) return wrongForm(view({ ask, areas, from, errors: [{ field: 'area', message: 'Select the council whose pages you were on' }], values: ask.form.values() }))
  return page(thanksView(ask, done.value))
}

function view({ ask, areas, from, errors, values }: { ask: Ask; areas: Areas; from: string; errors: readonly FieldError[]; values: FormValues }) {
  const chosen = areaOf(areas, from)
  return (
    <HubPage frame={ask.frame} title={title} errors={errors}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">Thank you for telling us. Do not copy it, print it or pass it on.</p>
        <p class="govuk-body">When you press the button, we close the families’ pages at once and people look at what happened. You are not in trouble.</p>
        <Form tokens={ask.frame.tokens} action={paths.otherInformation()}>
          <input type="hidden" name="from" value={from} />
          {chosen === undefined && areas.length > 1 && (
            <RadiosField name="area" legend="Which council’s pages were you on?" errors={errors} values={values} items={areas.map(({ code, name }) => ({ value: code, text: name }))} />
          )}
          <TextAreaField name="words" label="What did you see, and where? (you can leave this empty)" rows={4} maxLength={longest} whoCanSee={['the people at the council who look after this']} errors={errors} values={values} />
          <Button variant="warning" preventDoubleClick>Tell the council now</Button>
        </Form>
      </TwoThirds>
    </HubPage>
  )
}

const thanks: Record<ReportAnswer, string> = {
  locked: 'We have closed the families’ pages. The people who look after this have been told.',
  'was-locked': 'The families’ pages are closed already. The people who look after this have been told again.',
  told: 'The people who look after this have been told and look at it now.',
}

function thanksView(ask: Ask, answer: ReportAnswer) {
  return (
    <HubPage frame={ask.frame} title="Thank you for telling us">
      <TwoThirds>
        <h1 class="govuk-heading-l">Thank you for telling us</h1>
        <p class="govuk-body">{thanks[answer]}</p>
        <p class="govuk-body">Close the page on which you saw it. If you printed or saved it, keep it safe until we ask you for it.</p>
        {ask.frame.area?.contacts.sendTeam?.phone !== undefined && <p class="govuk-body">You can also phone us on {ask.frame.area.contacts.sendTeam.phone}.</p>}
      </TwoThirds>
    </HubPage>
  )
}

function strangerView(ask: Ask) {
  const team = ask.frame.area?.contacts.sendTeam
  return (
    <HubPage frame={ask.frame} title={title}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">Do not copy it, print it or pass it on.</p>
        {team?.phone === undefined
          ? <p class="govuk-body">Phone the council whose letter or page it is, and ask for the SEND team.</p>
          : <p class="govuk-body">Phone {team.name} on {team.phone}{team.email === undefined ? '' : `, or write to ${team.email}`}. Say that you have something that is not yours.</p>}
        <p class="govuk-body">If you use this hub, <a class="govuk-link" href={paths.signIn({ next: paths.otherInformation() })}>sign in and tell us here</a>: then we can close the pages at once.</p>
      </TwoThirds>
    </HubPage>
  )
}
