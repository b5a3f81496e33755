import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import { Table } from '../../../ui/govuk/table.tsx'
import { ContextualDate } from '../../../ui/moj/contextual-date.tsx'
import { londonTimeOf } from '../../../domain/calendar/london-date.ts'
import { dateWords, plural } from '../../../ui/words.ts'
import { Section, childCell } from '../case-table.tsx'
import type { AskedRow, GivenRow } from '../home-store.ts'

export function AdviceAsked({ rows, today }: { rows: readonly AskedRow[]; today: PlainDate }) {
  return (
    <Section title="Advice you are asked for" id="advice" count={rows.length} empty="Nobody is waiting for advice from you.">
      <Table
        caption="Requests for advice, the earliest day first"
        captionClass="govuk-visually-hidden"
        head={[{ content: 'Child' }, { content: 'Area' }, { content: 'Asked of' }, { content: 'Chased' }, { content: 'Due' }]}
        rows={rows.map(({ row, adviceRequestId, askedOf, isMine, dueOn, chased }) => [
          childCell(row, paths.adviceRequest({ ...row.key, adviceRequestId })), { content: row.areaName }, { content: isMine ? 'You' : askedOf },
          { content: chased === 0 ? 'No' : plural(chased, 'time') },
          { content: dueOn === undefined ? 'No day set' : <ContextualDate due date={dueOn} daysAway={daysBetween(today, dueOn)} /> },
        ])}
      />
      <p class="govuk-body"><a class="govuk-link" href={paths.adviceInbox()}>All advice</a></p>
    </Section>
  )
}

export function AdviceGiven({ rows }: { rows: readonly GivenRow[] }) {
  return (
    <Section title="What became of your advice" id="given" count={rows.length} empty="">
      <Table
        caption="Advice that you gave, the latest first"
        captionClass="govuk-visually-hidden"
        head={[{ content: 'Child' }, { content: 'Given' }, { content: 'Recommendations', format: 'numeric' }, { content: 'In the plan', format: 'numeric' }, { content: 'Left out, with a reason', format: 'numeric' }]}
        rows={rows.map(({ row, adviceId, givenAt, lines, used, notUsed }) => [
          childCell(row, paths.advice({ ...row.key, adviceId })), { content: givenAt === undefined ? '' : dateWords(londonTimeOf(givenAt).date) },
          { content: lines, format: 'numeric' }, { content: used, format: 'numeric' }, { content: notUsed, format: 'numeric' },
        ])}
      />
    </Section>
  )
}
