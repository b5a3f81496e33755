import { isOpen } from '../../../domain/advice/advice-kinds.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateWords, numberWords } from '../../../ui/words.ts'
import type { InboxRow } from '../request-store.ts'
import { daysLate, lateWords, stateTags, titleOfKind } from '../words.ts'

interface InboxView {
  readonly frame: PageFrame
  readonly rows: readonly InboxRow[]
  readonly today: PlainDate
  readonly personId: PersonId | undefined
}

export function view({ frame, rows, today, personId }: InboxView) {
  const title = 'Advice you are asked for'
  const open = rows.filter(({ state }) => isOpen(state))
  const mine = open.filter((row) => row.personId === personId)
  const inbox = open.filter((row) => row.personId === undefined)
  const colleagues = open.filter((row) => row.personId !== undefined && row.personId !== personId)
  const done = rows.filter(({ state }) => !isOpen(state) && state !== 'withdrawn').toReversed()
  return (
    <HubPage frame={frame} title={title} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      {rows.length === 0 && <EmptyState title="Nothing is waiting for you."><p class="govuk-body">When a council asks you or your service for advice, it stands here.</p></EmptyState>}
      {open.length > 0 && <p class="govuk-body">{summaryOf(open, today)}</p>}
      <Rows heading="Yours" rows={mine} today={today} />
      <Rows heading="In your service’s inbox" rows={inbox} today={today} />
      <Rows heading="With your colleagues" rows={colleagues} today={today} isColleagues />
      {done.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Given</h2>
          <ul class="govuk-list govuk-list--spaced">
            {done.map((row) => (
              <li>
                {row.adviceId === undefined
                  ? <>{row.childName}: {titleOfKind(row.kind)}</>
                  : <a class="govuk-link" href={paths.advice({ ...row.key, adviceId: row.adviceId })}>{row.childName}: {titleOfKind(row.kind)}, and what became of it</a>}{' '}
                <Tag colour={stateTags[row.state].colour}>{stateTags[row.state].words}</Tag>
              </li>
            ))}
          </ul>
        </>
      )}
    </HubPage>
  )
}

/** How much is open, and what of it presses: "5 requests are open: 2 late (the oldest was due on …), 1 due within 7 days, 1 not taken on yet." */
function summaryOf(open: readonly InboxRow[], today: PlainDate): string {
  const late = open.filter((row) => daysLate(row, today) !== undefined)
  const soon = open.filter(({ dueOn }) => dueOn >= today && daysBetween(today, dueOn) <= 7)
  const free = open.filter(({ personId }) => personId === undefined)
  const oldest = late.map(({ dueOn }) => dueOn).toSorted()[0]
  const parts = [
    ...(oldest === undefined ? ['none late'] : [`${numberWords(late.length)} late (${late.length === 1 ? 'it' : 'the oldest'} was due on ${dateWords(oldest)})`]),
    ...(soon.length > 0 ? [`${numberWords(soon.length)} due within 7 days`] : []),
    ...(free.length > 0 ? [`${numberWords(free.length)} that nobody has taken on`] : []),
  ]
  return `${open.length === 1 ? '1 request is open' : `${numberWords(open.length)} requests are open`}: ${parts.join(', ')}.`
}

function Rows({ heading, rows, today, isColleagues = false }: { heading: string; rows: readonly InboxRow[]; today: PlainDate; isColleagues?: boolean }) {
  if (rows.length === 0) return null
  return (
    <Table
      caption={heading}
      captionSize="m"
      head={[{ content: 'Child' }, { content: 'Born' }, { content: 'Advice' }, { content: 'Council' }, { content: 'Due' }, { content: 'State' }, ...(isColleagues ? [{ content: 'With' }] : [])]}
      firstCellIsHeader
      rows={rows.map((row) => {
        const late = daysLate(row, today)
        return [
          { content: <a class="govuk-link" href={paths.adviceRequest({ ...row.key, adviceRequestId: row.id })}>{row.childName}</a> },
          { content: dateWords(row.bornOn) },
          { content: titleOfKind(row.kind) },
          { content: row.councilName },
          { content: <>{dateWords(row.dueOn)}{row.receivedOn === undefined && <><br /><span class="govuk-hint">counted from sending until you confirm receipt</span></>}</> },
          { content: <><Tag colour={stateTags[row.state].colour}>{stateTags[row.state].words}</Tag>{late !== undefined && <> <Tag colour="red">{lateWords(late)}</Tag></>}{row.hasDraft && <><br />draft saved</>}</> },
          ...(isColleagues ? [{ content: row.personName ?? '' }] : []),
        ]
      })}
    />
  )
}
