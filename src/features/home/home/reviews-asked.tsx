import { londonDateOf } from '../../../domain/calendar/london-date.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import { contributeBy } from '../../../domain/review/review-dates.ts'
import { paths } from '../../../paths.ts'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { ContextualDate } from '../../../ui/moj/contextual-date.tsx'
import { dateWords } from '../../../ui/words.ts'
import { Section, childCell } from '../case-table.tsx'
import type { ReviewAsked } from '../reviews-asked-store.ts'

/** The child's name leads to the part itself, and once that is sent to the review. */
export function ReviewsAsked({ rows, today }: { rows: readonly ReviewAsked[]; today: PlainDate }) {
  return (
    <Section title="Reviews you are asked about" id="reviews-asked" count={rows.length} empty="No review waits for you.">
      <Table
        caption="Reviews of plans, the first meeting first" captionClass="govuk-visually-hidden"
        head={[{ content: 'Child' }, { content: 'Area' }, { content: 'Asked of' }, { content: 'Your part' }, { content: 'Meeting' }]}
        rows={rows.map(({ row, reviewId, invitationId, body, meetingOn, starts, invitedAt, part }) => {
          const key = { ...row.key, reviewId }
          const due = contributeBy(meetingOn, londonDateOf(invitedAt))
          return [
            childCell(row, part === 'given' ? paths.review(key) : paths.reviewContribute({ ...key, invitationId })), { content: row.areaName }, { content: body ?? 'You' },
            { content: part === 'given' ? 'Sent' : <>{part === 'begun' && <><Tag colour="blue">Begun</Tag> </>}By <ContextualDate due date={due} daysAway={daysBetween(today, due)} /></> },
            { content: <a class="govuk-link" href={paths.review(key)}>{dateWords(meetingOn)}, {starts}</a> },
          ]
        })}
      />
    </Section>
  )
}
