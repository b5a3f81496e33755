// How a planned review is said in a row, for the council and for a setting alike.

import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../domain/calendar/plain-date.ts'
import type { PlannedState } from '../../domain/review/planned.ts'
import { plannedKindWords, plannedStateWords } from '../../domain/review/planned.ts'
import { paths } from '../../paths.ts'
import { Tag } from '../../ui/govuk/tag.tsx'
import { dateWords, plural } from '../../ui/words.ts'
import type { PlannedRow } from './register-store.ts'

const colours: Record<PlannedState, 'red' | 'orange' | 'green' | 'blue' | 'grey'> = { untold: 'red', ending: 'grey', late: 'red', held: 'blue', 'day-passed': 'orange', 'to-arrange': 'orange', arranged: 'green', later: 'grey' }

export const kindList = ({ kinds }: Pick<PlannedRow, 'kinds'>): string => kinds.map((kind) => plannedKindWords[kind]).join(', ')

/** The last day of the decision; where there is none, why. */
export const decisionBy = ({ state, dueOn }: Pick<PlannedRow, 'state' | 'dueOn'>): string =>
  (dueOn !== undefined ? dateWords(dueOn) : state === 'ending' ? 'None' : 'The record contradicts itself')

/** What is planned, with its day; where nothing is, the way to arrange it for whoever may. */
export function Planned({ row: { key, name, state, meetingBy, meetingOn, heldOn, dueOn }, today, mayArrange }: { row: PlannedRow; today: PlainDate; mayArrange: boolean }) {
  return (
    <>
      <Tag colour={colours[state]}>{plannedStateWords[state]}</Tag>
      {state === 'late' && dueOn !== undefined && <><br /><span class="hub-quiet">{plural(daysBetween(dueOn, today), 'day')} past the last day</span></>}
      {heldOn !== undefined ? <><br /><span class="hub-quiet">Held {dateWords(heldOn)}</span></> : meetingOn !== undefined && <><br /><span class="hub-quiet">Meeting {dateWords(meetingOn)}{meetingBy !== undefined && meetingOn > meetingBy && ', later than it should be'}</span></>}
      {mayArrange && heldOn === undefined && meetingOn === undefined && state !== 'untold' && state !== 'ending' && <><br /><a class="govuk-link govuk-body-s" href={paths.reviewPlan(key)}>Arrange<span class="govuk-visually-hidden"> the review of {name}</span></a></>}
    </>
  )
}
