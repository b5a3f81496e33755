import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import { slugOf } from '../../../domain/clocks/clock-slug.ts'
import { paths } from '../../../paths.ts'
import { Table } from '../../../ui/govuk/table.tsx'
import { ContextualDate } from '../../../ui/moj/contextual-date.tsx'
import { limitName, tellingWords } from '../limit-words.ts'
import type { Untold } from './counts-store.ts'

export function UntoldRows({ rows, today }: { rows: readonly Untold[]; today: PlainDate }) {
  return (
    <Table
      caption="The cases, the longest past their legal date first"
      captionSize="s"
      head={[{ content: 'Child' }, { content: 'What is late' }, { content: 'Legal date' }, { content: 'Why it is here' }, { content: 'Officer' }]}
      rows={rows.map(({ key, child, clock, about, dueOn, telling, officer }) => [
        { content: <a class="govuk-link" href={paths.explainDelay({ ...key, limit: slugOf(clock), about })}>{child}<span class="govuk-visually-hidden">: tell the family about {limitName(clock)}</span></a> },
        { content: limitName(clock) }, { content: <ContextualDate due date={dueOn} daysAway={daysBetween(today, dueOn)} /> }, { content: tellingWords[telling] }, { content: officer ?? 'Nobody yet' },
      ])}
    />
  )
}
