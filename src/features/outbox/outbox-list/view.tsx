import { outgoingChannels, outgoingStates } from '../../../casebook/sending/outgoing.ts'
import type { Instant } from '../../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Pagination } from '../../../ui/govuk/pagination.tsx'
import { Select } from '../../../ui/govuk/select.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { UnreadBody } from '../../../casebook/sending/unread-bodies.ts'
import type { OverdueOutgoing } from '../../../casebook/sending/overdue-outgoing.ts'
import { CheckboxesField } from '../../../ui/fields.tsx'
import type { FormErrors } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { londonTimeOf } from '../../../domain/calendar/london-date.ts'
import { dateTimeWords, dateWords, daysAwayWords, plural } from '../../../ui/words.ts'
import type { OutboxWanted, OutgoingRow } from '../outbox-store.ts'
import { StateTag, channelWords, stateWords } from '../state-tag.tsx'
import { pageSize } from './page-size.ts'

interface Props {
  readonly frame: PageFrame
  readonly now: Instant
  readonly rows: readonly OutgoingRow[]
  readonly total: number
  readonly number: number
  readonly wanted: OutboxWanted
  readonly errors: FormErrors
  /** Letters that were marked before another stood in the way. */
  readonly done: number
  readonly overdue: OverdueOutgoing
  /** Bodies at which nobody reads what was sent there. */
  readonly unread: readonly UnreadBody[]
  readonly waiting: { readonly failed: number; readonly toPost: number }
}

export function view({ frame, now, rows, total, number, wanted, errors, done, overdue, unread, waiting }: Props) {
  const any = { value: '', text: 'Any' }
  const toPost = rows.filter(({ state, channel, heldUntil, of }) => state === 'queued' && channel === 'letter' && heldUntil === undefined && of !== undefined)
  const pageAt = (at: number): string => paths.outbox({ ...wanted, page: at > 1 ? at : undefined })
  return (
    <HubPage frame={frame} title="Outbox" errors={errors} wide>
      <h1 class="govuk-heading-l">Outbox</h1>
      <p class="govuk-body"><a class="govuk-link" href={paths.reminders()}>Reminders and chases</a>{decidesIn(frame) !== undefined && <>, <a class="govuk-link" href={paths.nearMisses({ area: decidesIn(frame) ?? '' })}>near misses</a></>}</p>
      {done > 0 && <p class="govuk-body">{plural(done, 'letter')} marked as posted.</p>}
      {overdue.all > 0 && <WarningText>{plural(overdue.all, 'item')} {overdue.all === 1 ? 'has' : 'have'} waited too long{overdue.mine > 0 ? `, ${overdue.mine === overdue.all ? 'all' : overdue.mine} of them yours` : ''}. A letter is posted within one working day.</WarningText>}
      {unread.map(({ name, items, since }) => <WarningText>Nobody at {name} can read what is sent there: {plural(items, 'thing')} {items === 1 ? 'waits' : 'wait'}, since {dateWords(since)}. Ring them, and ask who should have access.</WarningText>)}
      {waiting.failed > 0 && <WarningText>{plural(waiting.failed, 'item')} could not be sent. Somebody has to look at {waiting.failed === 1 ? 'it' : 'them'}.</WarningText>}
      {waiting.toPost > 0 && <p class="govuk-body"><a class="govuk-link" href={paths.outbox({ state: 'queued', channel: 'letter' })}>{plural(waiting.toPost, 'letter')} to print and post</a></p>}
      <form method="get" action={paths.outbox()} class="hub-inline-form">
        <Select name="state" label="State" value={wanted.state ?? ''} items={[any, ...outgoingStates.map((value) => ({ value, text: stateWords[value] }))]} />
        <Select name="owner" label="Owner" value={wanted.owner ?? ''} items={[any, { value: 'me', text: 'Mine' }]} />
        <Select name="about" label="What" value={wanted.about ?? ''} items={[any, { value: 'reminders', text: 'Reminders and chases' }]} />
        <Select name="channel" label="How" value={wanted.channel ?? ''} items={[any, ...outgoingChannels.map((value) => ({ value, text: channelWords[value] }))]} />
        <Button variant="secondary">Show</Button>
      </form>
      {rows.length === 0
        ? <EmptyState title="Nothing is here">{(wanted.state ?? wanted.channel ?? wanted.about ?? wanted.owner) !== undefined && <a class="govuk-link" href={paths.outbox()}>Show everything</a>}</EmptyState>
        : (
          <Table
            caption={plural(total, 'item')}
            captionSize="s"
            head={[{ content: 'What' }, { content: 'About' }, { content: 'To' }, { content: 'How' }, { content: 'In the outbox since' }, { content: 'Owner' }, { content: 'State' }]}
            rows={rows.map((row) => [
              { content: row.of === undefined ? row.subject : <a class="govuk-link" href={paths.outgoing({ ...row.of.key, outgoingId: row.id })}>{row.subject}<span class="govuk-visually-hidden"> to {row.to}</span></a> },
              { content: row.of === undefined ? 'No child' : <><a class="govuk-link" href={paths.caseOverview(row.of.key)}>{row.of.child}</a><br /><span class="hub-quiet">{row.of.reference}</span></> },
              { content: row.to }, { content: channelWords[row.channel] }, { content: <Age row={row} now={now} /> }, { content: row.owner },
              { content: <><StateTag item={row} />{row.failure !== undefined && <><br /><span class="hub-quiet">{row.failure}, tried {plural(row.attempts, 'time')}</span></>}</> },
            ])}
          />
        )}
      {toPost.length > 1 && (
        <Form tokens={frame.tokens} action={paths.outbox()}>
          <h2 class="govuk-heading-m">Mark several letters as posted</h2>
          <CheckboxesField name="posted" legend="Letters that you have printed and posted" small errors={errors} values={{}} items={toPost.map(({ id, subject, to }) => ({ value: id, text: `${to}: ${subject}` }))} />
          <CheckboxesField name="compared" legend="The envelopes" errors={errors} values={{}} items={[{ value: 'yes', text: 'In each window stand the name and address of that letter, and nothing else is in the envelope' }]} />
          <Button>Mark as posted</Button>
        </Form>
      )}
      {total > pageSize && (
        <Pagination
          {...(number > 1 ? { previous: { href: pageAt(number - 1) } } : {})}
          {...(number * pageSize < total ? { next: { href: pageAt(number + 1) } } : {})}
        />
      )}
    </HubPage>
  )
}

/** The area's code, for somebody who decides in it: the counts of what was stopped are theirs to read. */
const decidesIn = ({ viewer, area }: PageFrame): string | undefined => (viewer.kind === 'person' && viewer.roles.some(({ role }) => role === 'decision-maker') ? area?.code : undefined)

function Age({ row, now }: { row: OutgoingRow; now: Instant }) {
  const days = daysBetween(londonTimeOf(row.queuedAt).date, londonTimeOf(now).date)
  return <>{dateTimeWords(row.queuedAt)}{row.state !== 'sent' && days > 0 && <><br /><strong>{daysAwayWords(-days)}</strong></>}</>
}
