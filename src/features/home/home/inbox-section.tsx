import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { ContextualDate } from '../../../ui/moj/contextual-date.tsx'
import { dateWords, daysAwayWords } from '../../../ui/words.ts'
import { Section, childCell } from '../case-table.tsx'
import type { InboxItem } from '../inbox-store.ts'

const whatWords = { advice: 'Give advice', consultation: 'Answer a consultation', plan: 'Open and confirm the final plan' } as const

function hrefOf({ row: { key }, what, aboutId }: InboxItem): string {
  if (what === 'advice') return paths.adviceRequest({ ...key, adviceRequestId: aboutId })
  return what === 'consultation' ? paths.consultation({ ...key, consultationId: aboutId }) : paths.finalPlan(key)
}

/** What was sent to the body and not to one person: whoever holds its role sees the same list. */
export function RoleInbox({ items, today }: { items: readonly InboxItem[]; today: PlainDate }) {
  return (
    <Section title="Inbox you share with your colleagues" id="inbox" count={items.length} empty="Nothing waits in an inbox that you share.">
      <Table
        caption="Sent to an organisation of yours, the oldest first"
        captionClass="govuk-visually-hidden"
        head={[{ content: 'Child' }, { content: 'What' }, { content: 'Sent to' }, { content: 'Area' }, { content: 'Since' }, { content: 'With' }, { content: 'Due' }]}
        rows={items.map((item) => [
          childCell(item.row, hrefOf(item)), { content: whatWords[item.what] }, { content: item.body }, { content: item.row.areaName },
          { content: <>{dateWords(item.since)}<br /><span class="hub-quiet">{daysAwayWords(-daysBetween(item.since, today))}</span></> },
          { content: item.with ?? <Tag colour="yellow">Nobody yet</Tag> },
          { content: item.dueOn === undefined ? 'No day set' : <ContextualDate due date={item.dueOn} daysAway={daysBetween(today, item.dueOn)} /> },
        ])}
      />
    </Section>
  )
}
