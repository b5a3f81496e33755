import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import { inboxRoles, isBodyKind, roleNames, roleWords } from '../../../domain/access/roles-at.ts'
import { endsUnconfirmedOn, isReviewOverdue } from '../../../domain/sign-in/access-review.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords, dateWords, daysAwayWords, listWords, plural } from '../../../ui/words.ts'
import type { PastReview } from '../change-store.ts'
import type { Body, StaffMember, Waiting } from '../staff-store.ts'
import { lastUsedWords, waitingWords, wayInWords } from '../words.ts'

interface Props {
  readonly frame: PageFrame
  readonly body: Body
  readonly staff: readonly StaffMember[]
  readonly today: PlainDate
  readonly providers: readonly { readonly name: string; readonly title: string }[]
  readonly former: readonly { readonly id: string; readonly name: string; readonly lastOn: PlainDate; readonly isStopped: boolean }[]
  readonly waiting: readonly Waiting[]
  readonly reviews: readonly PastReview[]
  /** Areas whose schools and services they look after too. */
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}

export function view(props: Props) {
  const { frame, body, staff, today, providers, former, reviews, areas } = props
  const title = `People at ${body.name}`
  const titles = new Map(providers.map(({ name, title: words }) => [name, words]))
  return (
    <HubPage frame={frame} title={title} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      <ReviewNotice {...props} />
      <InboxNotice {...props} />
      <div class="govuk-button-group">
        <Button href={paths.addStaff({ organisationId: body.id })}>Add a person</Button>
        <Button href={paths.reviewStaff({ organisationId: body.id })} variant="secondary">Review everybody’s access</Button>
      </div>
      <Table
        caption={plural(staff.length, 'person', 'people')}
        captionSize="s"
        firstCellIsHeader
        head={[{ content: 'Name' }, { content: 'What they do here' }, { content: 'Since' }, { content: 'Last used' }, { content: 'How they sign in' }, { content: 'Review due' }]}
        rows={staff.map((one) => [
          { content: <><a class="govuk-link" href={paths.staffMember({ organisationId: body.id, personId: one.id })}>{one.name}</a>{one.email !== undefined && <><br /><span class="hub-quiet hub-break govuk-!-font-weight-regular">{one.email}</span></>}</> },
          { content: <>{roleNames(one.roles)}{one.lastOn !== undefined && <><br /><Tag colour="yellow">Last day {dateWords(one.lastOn)}</Tag></>}</> },
          { content: dateWords(one.since) }, { content: lastUsedWords(one) }, { content: wayInWords(one.wayIn, titles) }, { content: <ReviewDue dueOn={one.reviewDueOn} today={today} /> },
        ])}
      />
      {former.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Not here any more</h2>
          <ul class="govuk-list">
            {former.map(({ id, name, lastOn, isStopped }) => (
              <li><a class="govuk-link" href={paths.staffMember({ organisationId: body.id, personId: id })}>{name}</a>, last day {dateWords(lastOn)}{isStopped && ': ended because nobody confirmed it'}</li>
            ))}
          </ul>
        </>
      )}
      <h2 class="govuk-heading-m">Reviews so far</h2>
      {reviews.length === 0 ? <p class="govuk-body">None yet.</p> : (
        <ul class="govuk-list">
          {reviews.map(({ at, by, kept, changed, removed }) => <li>{dateTimeWords(at)}, by {by}: {kept} kept, {changed} to change, {removed} removed</li>)}
        </ul>
      )}
      <p class="govuk-body"><a class="govuk-link" href={paths.waitingIdentities()}>Let somebody in with the account they already have elsewhere</a></p>
      {areas.map(({ code, name }) => (
        <p class="govuk-body"><a class="govuk-link" href={paths.organisations({ area: code })}>Schools and services of {name}</a>, <a class="govuk-link" href={paths.sessionLimit({ area: code })}>when {name} signs staff out</a></p>
      ))}
    </HubPage>
  )
}

function ReviewDue({ dueOn, today }: { dueOn: PlainDate; today: PlainDate }) {
  if (dueOn > today) return <>{dateWords(dueOn)}</>
  return <>{dateWords(dueOn)}<br /><Tag colour={isReviewOverdue(dueOn, today) ? 'red' : 'orange'}>{dueOn === today ? 'Due today' : `Due ${daysAwayWords(-daysBetween(dueOn, today))}`}</Tag></>
}

/** From the day a review is due on, on every visit. */
function ReviewNotice({ staff, today }: Props) {
  const [first] = staff.map(({ reviewDueOn }) => reviewDueOn).toSorted()
  if (first === undefined || first > today) return null
  return (
    <WarningText>
      Look at who works here: the review was due on {dateWords(first)}. Access that nobody confirms ends on {dateWords(endsUnconfirmedOn(first))}.{isReviewOverdue(first, today) && ' The council has been told.'}
    </WarningText>
  )
}

/** Nobody holds a role that reads what is sent here: it waits, and the sender does not know. */
function InboxNotice({ body, staff, waiting }: Props) {
  const readers = isBodyKind(body.kind) ? inboxRoles[body.kind] : []
  if (staff.some(({ roles, wayIn }) => wayIn.canSignIn && roles.some((role) => readers.includes(role)))) return null
  const [since] = waiting.flatMap((one) => (one.since === null ? [] : [one.since])).toSorted()
  return (
    <WarningText>
      Nobody here can read what is sent to {body.name}. Add {listWords(readers.map((role) => roleWords[role].name), 'or')}.{waiting.length > 0 && ` ${waitingWords(waiting)} ${waiting.length === 1 && waiting[0]?.items === 1 ? 'waits' : 'wait'}${since === undefined ? '' : `, since ${dateWords(since)}`}.`}
    </WarningText>
  )
}

export function bodiesView({ frame, bodies }: { frame: PageFrame; bodies: readonly Body[] }) {
  const title = 'Whose people do you look after?'
  return (
    <HubPage frame={frame} title={title} back={{ href: paths.home() }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {bodies.length === 0 ? <EmptyState title="Nobody’s" /> : (
          <ul class="govuk-list govuk-list--spaced">{bodies.map(({ id, name }) => <li><a class="govuk-link" href={paths.staffOf({ organisationId: id })}>{name}</a></li>)}</ul>
        )}
      </TwoThirds>
    </HubPage>
  )
}
