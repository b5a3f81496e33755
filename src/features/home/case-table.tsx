// Cases in a table: the child first, as the link; the stage last, as a tag.

import type { ComponentChildren } from 'preact'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../domain/calendar/plain-date.ts'
import { stageWords } from '../../domain/case-file/stage-words.ts'
import type { Stage } from '../../domain/case-file/tracks.ts'
import { workWords } from '../../domain/timeline/next-step.ts'
import { paths } from '../../paths.ts'
import type { Cell } from '../../ui/govuk/table.tsx'
import { Tag } from '../../ui/govuk/tag.tsx'
import { ContextualDate } from '../../ui/moj/contextual-date.tsx'
import { dateWords } from '../../ui/words.ts'
import type { CaseRow } from './case-rows-store.ts'

export const stageColours: Record<Stage, 'blue' | 'purple' | 'teal' | 'yellow' | 'green' | 'grey'> = {
  'not-known': 'grey', considering: 'blue', assessing: 'purple', drafting: 'teal', 'draft-out': 'yellow', maintained: 'green', reviewing: 'purple', amending: 'teal',
  'not-assessed': 'grey', 'no-plan': 'grey', closed: 'grey', exported: 'grey',
}

export const StageTag = ({ stage }: { stage: Stage }) => <Tag colour={stageColours[stage]} class="hub-tag-on-one-line">{stageWords[stage].staff}</Tag>

/** The child's name as the way in, and what tells two children of one name apart. */
export function childCell(row: CaseRow, to = paths.caseOverview(row.key)): Cell {
  return {
    content: (
      <>
        <a class="govuk-link" href={to}>{row.name}</a>
        <br />
        <span class="hub-quiet">Born {dateWords(row.bornOn)}{row.setting === undefined ? '' : `, ${row.setting}`}</span>
      </>
    ),
  }
}

export function DueDate({ row, today }: { row: Pick<CaseRow, 'nextDueOn'>; today: PlainDate }) {
  return row.nextDueOn === undefined ? <>No day set</> : <ContextualDate due date={row.nextDueOn} daysAway={daysBetween(today, row.nextDueOn)} />
}

export const nextWords = ({ nextStep }: CaseRow): string => (nextStep === undefined ? 'Nothing is owed' : workWords[nextStep])

/** A heading with its list, or the one line that says that there is nothing. */
export function Section({ title, id, count, empty, children }: { title: string; id: string; count: number; empty: string; children: ComponentChildren }) {
  return (
    <section aria-labelledby={id} class="hub-section">
      <h2 class="govuk-heading-m" id={id}>{title}{count > 0 && <span class="hub-quiet"> ({count})</span>}</h2>
      {count === 0 ? <p class="govuk-body">{empty}</p> : children}
    </section>
  )
}
