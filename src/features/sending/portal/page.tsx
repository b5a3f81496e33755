// When the families' pages were closed, by whose report, and the two people who open them again. For whoever decides in the area and
// whoever looks after access.

import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { actOutsideCase } from '../../../casebook/act.ts'
import { openArea } from '../../../casebook/open-area.ts'
import type { Area } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import type { Duty, PortalLock, ReleaseRefusal } from '../../../casebook/access/portal-lock.ts'
import { listDuty, listLocks, releaseLock } from '../../../casebook/access/portal-lock.ts'
import { read } from '../../../casebook/tx.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords } from '../../../ui/words.ts'

interface Found { readonly area: Area; readonly locks: readonly PortalLock[]; readonly duty: readonly Duty[] }

const find = (ask: Ask): Promise<Found> => read(ask, async (tx) => {
  const area = await openArea(tx, param(ask, 'area'))
  const duty = await listDuty(tx, area.id)
  if (tx.viewer.kind !== 'person' || !duty.some(({ personId }) => ask.viewer.kind === 'person' && personId === ask.viewer.personId)) throw new NotFound('portal')
  return { area, locks: await listLocks(tx, area.id), duty }
})

const release = actOutsideCase('release-portal', async (tx, { area, verdict, reason }: { area: string; verdict: string; reason: string }): Promise<Outcome<'first' | 'released', ReleaseRefusal>> => {
  const opened = await openArea(tx, area)
  const done = await releaseLock(tx, opened.id, { verdict, reason })
  return done === 'first' || done === 'released' ? ok(done) : refused({ kind: done })
})

const refusalWords: Record<ReleaseRefusal['kind'], FieldError> = {
  'not-closed': { field: 'reason', message: 'The families’ pages are open already' }, 'not-on-duty': { field: 'reason', message: 'Only a SEND manager and the information officer can open the pages' },
  'needs-the-other': { field: 'agree', message: 'Somebody else, in the other role, has to agree' }, 'no-reason': { field: 'reason', message: 'Say what was found, and why it is safe to open the pages' },
}

export const show = async (ask: Ask): Promise<Reply> => page(view({ ask, found: await find(ask), errors: [], values: {} }))

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const done = await release(ask, { area: found.area.code, verdict: ask.form.text('verdict'), reason: ask.form.text('reason').slice(0, 2000) })
  if (!done.ok) return wrongForm(view({ ask, found, errors: [refusalWords[done.refusal.kind]], values: ask.form.values() }))
  return redirect(paths.portal({ area: found.area.code }, { done: done.value === 'first' ? 'release-asked' : 'portal-open' }))
}

const verdictWords: Readonly<Record<string, string>> = { 'somebody-saw': 'Somebody saw another’s information', 'nobody-saw': 'Nobody saw another’s information' }
const roleWords: Readonly<Record<string, string>> = { 'decision-maker': 'SEND manager', 'access-officer': 'information officer' }

function view({ ask, found: { area, locks, duty }, errors, values }: { ask: Ask; found: Found; errors: readonly FieldError[]; values: FormValues }) {
  const live = locks.find(({ released }) => released === undefined)
  const isFirst = live?.first !== undefined && ask.viewer.kind === 'person' && live.first.byId === ask.viewer.personId
  const title = live === undefined ? 'The families’ pages are open' : 'The families’ pages are closed'
  return (
    <HubPage frame={ask.frame} title={title} errors={errors} councilName={area.councilName}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {live !== undefined && (
          <>
            <WarningText>Closed since {dateTimeWords(live.lockedAt)}, on the report of {live.lockedBy}. Staff pages go on.</WarningText>
            {live.reports.map(({ at, by, words }) => <InsetText><strong>{by}, {dateTimeWords(at)}</strong><br />{words ?? 'Did not say what they saw.'}</InsetText>)}
            <h2 class="govuk-heading-m">Open them again</h2>
            {live.first === undefined
              ? (
                <Form tokens={ask.frame.tokens}>
                  <RadiosField name="verdict" legend="What was found?" errors={errors} values={values} items={Object.entries(verdictWords).map(([value, text]) => ({ value, text }))} />
                  <TextAreaField name="reason" label="What happened, and why is it safe to open the pages?" rows={4} whoCanSee={['SEND managers and information officers of the council']} errors={errors} values={values} />
                  <Button>Ask for the pages to be opened</Button>
                </Form>
              )
              : (
                <>
                  <p class="govuk-body">{live.first.by} ({roleWords[live.first.role]}) asked for it on {dateTimeWords(live.first.at)}. {verdictWords[live.first.verdict]}: {live.first.reason}</p>
                  {isFirst
                    ? <p class="govuk-body" id="agree">Somebody in the other role has to agree: {duty.filter(({ role }) => role !== live.first?.role).map(({ name }) => name).join(', ') || 'nobody is in that role. Ask for somebody to be given it'}.</p>
                    : <Form tokens={ask.frame.tokens}><Button id="agree">I agree: open the families’ pages</Button></Form>}
                </>
              )}
          </>
        )}
        {locks.some(({ released }) => released !== undefined) && (
          <Table
            caption="When they were closed before" captionSize="m" head={[{ content: 'Closed' }, { content: 'Open again' }, { content: 'What was found' }]}
            rows={locks.filter(({ released }) => released !== undefined).map(({ lockedAt, lockedBy, first, released }) => [
              { content: `${dateTimeWords(lockedAt)}, on the report of ${lockedBy}` }, { content: released === undefined ? '' : `${dateTimeWords(released.at)}, by ${first?.by} and ${released.by}` },
              { content: first === undefined ? '' : `${verdictWords[first.verdict]}: ${first.reason}` },
            ])}
          />
        )}
        <p class="govuk-body"><a class="govuk-link" href={paths.nearMisses({ area: area.code })}>Near misses</a></p>
      </TwoThirds>
    </HubPage>
  )
}
