// One clock as a card: the legal date and the target date told apart, whose duty, what one can do, and why.

import { keyOf } from '../../../domain/clocks/clock.ts'
import { explainDate, otherDateWords } from '../../../domain/clocks/explain.ts'
import type { ClockReading } from '../../../domain/clocks/reading.ts'
import { SummaryList, type SummaryRow } from '../../../ui/govuk/summary-list.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { dateWords, plural, weekdayWords } from '../../../ui/words.ts'
import { owedByWords } from '../clock-words.ts'
import { whatYouCanDo } from './what-you-can-do.ts'

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** What the answers alone can say: a date that has passed may have been kept, if nobody has told us. */
function StateTag({ reading }: { reading: ClockReading }) {
  const { state, daysLeft, daysLate, clock } = reading
  switch (state) {
    case 'met': return <Tag colour="green">Done in time</Tag>
    case 'met-late': return <Tag colour="red">Done {plural(daysLate ?? 0, 'day')} late</Tag>
    case 'breached': return clock.nature === 'floor'
      ? <Tag colour="red">Done {plural(daysLate ?? 0, 'day')} too early</Tag>
      : <Tag colour="orange">Passed</Tag>
    case 'running': return <Tag colour="blue">{daysLeft === 0 ? 'Today' : `${plural(daysLeft ?? 0, 'day')} left`}</Tag>
    default: return null
  }
}

const nameOfDate = { law: 'Legal date', guidance: 'Date in guidance', planning: 'Planning date' } as const

export function DateCard({ reading }: { reading: ClockReading }) {
  const { clock, dueOn, targetOn, mayActFrom, state, metOn } = reading
  if (dueOn === undefined) return null
  const isDone = state === 'met' || state === 'met-late'
  const rows: SummaryRow[] = mayActFrom === undefined
    ? [
      {
        key: nameOfDate[clock.standing],
        value: <><strong>{weekdayWords(dueOn)}</strong> <StateTag reading={reading} /></>,
      },
      ...(isDone || state === 'breached' || targetOn === undefined ? [] : [{ key: 'Target date', value: targetOn === dueOn ? 'The same day' : weekdayWords(targetOn) }]),
    ]
    : [
      { key: 'Time to the end of', value: <><strong>{weekdayWords(dueOn)}</strong> <StateTag reading={reading} /></> },
      { key: 'May go on from', value: weekdayWords(mayActFrom) },
    ]
  return (
    <SummaryList
      class="hub-dates"
      attributes={{ 'data-clock': keyOf(clock) }}
      card={{ title: clock.title, headingLevel: 3 }}
      rows={[
        ...rows,
        ...(metOn === undefined ? [] : [{ key: 'Done on', value: dateWords(metOn) }]),
        { key: clock.nature === 'window' ? 'Who may act' : 'Whose duty', value: capital(owedByWords[reading.owedBy]) },
        { key: 'Why', value: explainDate(reading) },
        ...(reading.otherDates.length === 0 ? [] : [{ key: 'Other dates', value: reading.otherDates.map(({ what, on }) => `${capital(otherDateWords[what])}: ${dateWords(on)}`).join('; ') }]),
        ...(isDone ? [] : [{ key: 'What you can do', value: whatYouCanDo(reading) }]),
        { key: 'What follows', value: clock.consequence },
      ]}
    />
  )
}

/** What has no day of its own. */
export function UndatedDuties({ readings }: { readings: readonly ClockReading[] }) {
  if (readings.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">What must also be done, with no set date</h2>
      <ul class="govuk-list govuk-list--bullet">
        {readings.map((reading) => (
          <li>{reading.clock.title} ({owedByWords[reading.owedBy]}; {reading.clock.period.kind === 'no-period' ? reading.clock.period.words : 'as long as it lasts'}; {reading.clock.law.join('; ')})</li>
        ))}
      </ul>
    </>
  )
}
