import type { Area } from '../../../casebook/open-case-file.ts'
import type { SchoolTerm } from '../../../domain/calendar/school-terms.ts'
import { londonDateOf } from '../../../domain/calendar/london-date.ts'
import type { ClockReading } from '../../../domain/clocks/reading.ts'
import type { ListKind } from '../../../domain/review/planned.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import type { SentList } from '../list-store.ts'
import { ReviewNavigation } from '../review-navigation.tsx'

interface Props {
  readonly frame: PageFrame
  readonly area: Area
  readonly term: SchoolTerm
  readonly lists: readonly SentList[]
  readonly clock: ClockReading | undefined
  /** Bodies that have none yet. */
  readonly waiting: number
  readonly maySend: boolean
}

const kindWords: Record<ListKind, string> = { setting: 'School, nursery or college', health: 'Health body', 'social-care': 'Social care' }

export function view({ frame, area, term, lists, clock, waiting, maySend }: Props) {
  const title = 'Lists of reviews sent each term'
  const unread = lists.filter(({ isUnread }) => isUnread)
  const confirmed = lists.filter(({ receivedAt }) => receivedAt !== undefined).length
  return (
    <HubPage frame={frame} title={title} wide councilName={area.councilName}>
      <span class="govuk-caption-l">{area.name}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <ReviewNavigation area={area.code} here="lists" />
      <p class="govuk-body">
        {term.name}, from {dateWords(term.firstDay)}. Two weeks before a term each school, nursery and college, the health body and social care get the list of the reviews due in it, by themselves in the morning.
        {term.isCustomary && ' The terms of this area are not loaded, so the days are those usual in England.'}
      </p>
      <p class="govuk-body">
        {clock?.metOn === undefined ? 'No list of this term has been sent yet.' : `Sent from ${dateWords(clock.metOn)}${clock.state === 'met-late' ? ', after the term had begun' : ''}.`}{' '}
        {lists.length > 0 && `${confirmed} of ${plural(lists.length, 'body has', 'bodies have')} said that they have theirs.`}
      </p>
      {unread.length > 0 && <WarningText>Nobody can sign in and read the list at {plural(unread.length, 'body', 'bodies')}: {unread.map(({ body }) => body).join(', ')}. <a class="govuk-link" href={paths.organisations({ area: area.code })}>See to their staff</a></WarningText>}
      {waiting > 0 && maySend && (
        <Form tokens={frame.tokens}>
          <p class="govuk-body">{plural(waiting, 'body has', 'bodies have')} no list of this term yet. It leaves tomorrow morning by itself.</p>
          <Button variant="secondary" preventDoubleClick>Send now</Button>
        </Form>
      )}
      {lists.length === 0 ? <EmptyState title="No list has been sent for this term yet." /> : (
        <Table
          caption={`Who has the list of the ${term.name.toLowerCase()}`}
          captionSize="m"
          firstCellIsHeader
          head={[{ content: 'Body' }, { content: 'Kind' }, { content: 'Reviews', format: 'numeric' }, { content: 'Sent' }, { content: 'Has it' }]}
          rows={lists.map(({ body, kind, reviews, madeAt, receivedAt, receivedBy, isUnread }) => [
            { content: body }, { content: kindWords[kind] }, { content: String(reviews), format: 'numeric' }, { content: dateWords(londonDateOf(madeAt)) },
            { content: receivedAt !== undefined ? <>{dateWords(londonDateOf(receivedAt))}<br /><span class="hub-quiet">{receivedBy}</span></> : isUnread ? <Tag colour="red">Nobody to read it</Tag> : 'Not said yet' },
          ])}
        />
      )}
    </HubPage>
  )
}
