import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { isInForce } from '../../../domain/case-file/tracks.ts'
import { paths } from '../../../paths.ts'
import { Table } from '../../../ui/govuk/table.tsx'
import type { Task } from '../../../ui/govuk/task-list.tsx'
import { TaskList } from '../../../ui/govuk/task-list.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import type { CaseRow } from '../case-rows-store.ts'
import { DueDate, Section, StageTag, childCell, nextWords } from '../case-table.tsx'
import type { ToDoCounts } from '../home-store.ts'

/** Consultations to answer and plans to open: each has its own list, this says that there is something in it. */
export function ToDo({ counts, today }: { counts: ToDoCounts; today: PlainDate }) {
  const { consultations, consultationsDueOn, plansToOpen } = counts
  const isLate = consultationsDueOn !== undefined && consultationsDueOn < today
  const items: Task[] = [
    ...(consultations === 0 ? [] : [{
      title: `${plural(consultations, 'consultation')} to answer`, href: paths.consultationInbox(),
      ...(consultationsDueOn === undefined ? {} : { hint: `The first by ${dateWords(consultationsDueOn)}` }),
      ...(isLate ? { statusTag: { children: 'Late', colour: 'red' as const } } : {}),
    }]),
    ...(plansToOpen === 0 ? [] : [{ title: `${plural(plansToOpen, 'final plan')} to open and confirm`, href: paths.planInbox() }]),
  ]
  return items.length === 0 ? null : <TaskList items={items} idPrefix="to-do" />
}

export function Children({ rows, today }: { rows: readonly CaseRow[]; today: PlainDate }) {
  const areas = new Map(rows.filter(({ stage }) => isInForce(stage)).map(({ key, areaName }) => [key.area, areaName]))
  return (
    <Section title="Your children, in every area" id="children" count={rows.length} empty="No child of yours has a case yet.">
      <Table
        caption="Children at your setting with a case, whichever council keeps it"
        captionClass="govuk-visually-hidden"
        head={[{ content: 'Child' }, { content: 'Area' }, { content: 'What happens next' }, { content: 'Due' }, { content: 'Stage' }]}
        rows={rows.map((row) => [
          childCell(row), { content: row.areaName }, { content: nextWords(row) }, { content: <DueDate row={row} today={today} /> }, { content: <StageTag stage={row.stage} /> },
        ])}
      />
      {[...areas].map(([area, name]) => <p class="govuk-body"><a class="govuk-link" href={paths.currency({ area })}>How old your pupils’ plans are, {name}</a></p>)}
    </Section>
  )
}

export function Leads({ title, rows, today }: { title: string; rows: readonly CaseRow[]; today: PlainDate }) {
  return (
    <Section title={title} id="lead" count={rows.length} empty="You are on no case yet.">
      <Table
        caption={title}
        captionClass="govuk-visually-hidden"
        head={[{ content: 'Child' }, { content: 'Area' }, { content: 'What happens next' }, { content: 'Due' }, { content: 'Stage' }]}
        rows={rows.map((row) => [
          childCell(row), { content: row.areaName }, { content: nextWords(row) }, { content: <DueDate row={row} today={today} /> }, { content: <StageTag stage={row.stage} /> },
        ])}
      />
    </Section>
  )
}
