import type { Area } from '../../../casebook/open-case-file.ts'
import { londonDateOf } from '../../../domain/calendar/london-date.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import type { Unopened } from './unopened-store.ts'
import { mostListed } from './unopened-store.ts'

/** By body, the body with the oldest unopened plan first. */
export function byBody(unopened: readonly Unopened[]): readonly (readonly [body: string, rows: readonly Unopened[]])[] {
  const bodies = new Map<string, Unopened[]>()
  for (const one of unopened) bodies.set(one.body, [...(bodies.get(one.body) ?? []), one])
  return [...bodies]
}

export function view({ frame, area, unopened, today }: { frame: PageFrame; area: Area; unopened: readonly Unopened[]; today: PlainDate }) {
  const title = 'Plans that were not opened'
  return (
    <HubPage frame={frame} title={title}>
      <span class="govuk-caption-l">{area.councilName}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        Everybody who was sent a plan that is in force and has not opened it, the longest waiting first. Who has not opened a plan does not deliver it (Children and Families Act 2014, section 42).
        Copies that went by post are not here.
      </p>
      {unopened.length === 0 && <EmptyState title="Every plan in force was opened by everybody who was sent it" />}
      {unopened.length >= mostListed && <p class="govuk-body">These are the {mostListed} oldest.</p>}
      {byBody(unopened).map(([body, rows]) => (
        <div class="moj-scrollable-pane">
          <Table
            caption={`${body}: ${plural(rows.length, 'plan')}`} captionSize="m" firstCellIsHeader head={[{ content: 'Child' }, { content: 'Who was sent it' }, { content: 'Sent' }, { content: 'Asked again' }, { content: <span class="govuk-visually-hidden">What you can do</span> }]}
            rows={rows.map(({ deliveryId, key, reference, childName, name, role, sentAt, chased, isAmended }) => {
              const sentOn = londonDateOf(sentAt)
              return [
                { content: <><a class="govuk-link" href={paths.deliveries(key)}>{childName}</a><br /><span class="govuk-body-s">{reference}{isAmended && ', amended plan'}</span></> },
                { content: <>{name}<br /><span class="govuk-body-s">{role}</span></> },
                { content: `${dateWords(sentOn)}, ${sentOn >= today ? 'today' : `${plural(daysBetween(sentOn, today), 'day')} ago`}` },
                { content: chased === 0 ? 'Not yet' : plural(chased, 'time') },
                {
                  content: (
                    <Form tokens={frame.tokens} action={paths.deliveries(key)}>
                      <input type="hidden" name="deliveryId" value={deliveryId} />
                      <input type="hidden" name="backTo" value={paths.unopenedPlans({ area: area.code })} />
                      <Button variant="secondary" class="hub-small-button" preventDoubleClick>Ask again<span class="govuk-visually-hidden"> {name} about {childName}</span></Button>
                    </Form>
                  ),
                },
              ]
            })}
          />
        </div>
      ))}
    </HubPage>
  )
}
