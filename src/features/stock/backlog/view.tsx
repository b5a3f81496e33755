import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { Clearing } from '../../../domain/stock/clearing.ts'
import { clearingOf, weeksOfPresentRate } from '../../../domain/stock/clearing.ts'
import type { OverdueKind } from '../../../domain/stock/overdue-kinds.ts'
import { overdueKinds, overdueKindWords } from '../../../domain/stock/overdue-kinds.ts'
import type { Period } from '../../../domain/stock/periods.ts'
import { paths } from '../../../paths.ts'
import { TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Fieldset } from '../../../ui/govuk/fieldset.tsx'
import type { Cell } from '../../../ui/govuk/table.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateWords, numberWords, plural, smallNumberWords } from '../../../ui/words.ts'
import type { Flow } from '../flow-store.ts'
import { periodWords } from '../period-words.ts'
import { StockNavigation } from '../stock-navigation.tsx'
import type { Extra } from './form.ts'
import { extraField } from './form.ts'

interface Props {
  readonly frame: PageFrame
  readonly today: PlainDate
  readonly months: readonly Period[]
  /** The weeks of the present rate. */
  readonly present: Period
  /** By kind: the months in order, then the weeks of the present rate. */
  readonly flows: Record<OverdueKind, readonly Flow[]>
  readonly extra: Extra
  readonly errors: FormErrors
  readonly values: FormValues
  readonly untold: number
}

const noFlow: Flow = { inflow: 0, outflow: 0, sizeAtEnd: 0 }
const numeric = (content: Cell['content']): Cell => ({ content, format: 'numeric' })
const presentOf = (flows: readonly Flow[]): Flow => flows.at(-1) ?? noFlow

export function view(props: Props) {
  const { frame, today, months, present, flows, extra, errors, untold } = props
  const title = 'When overdue work would be cleared'
  const isExtra = overdueKinds.some((kind) => extra[kind] > 0)
  return (
    <HubPage frame={frame} title={title} errors={errors} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      <StockNavigation here="backlog" />
      {untold > 0 && <WarningText>{plural(untold, 'case')} cannot be counted rightly: the record contradicts itself.</WarningText>}
      <Table
        caption={`Overdue now, and the last ${weeksOfPresentRate} weeks (from ${dateWords(present.firstDay)})`}
        captionSize="m"
        firstCellIsHeader
        head={[
          { content: 'What is waited for' }, numeric('Overdue now'), numeric('Became overdue'), numeric('Overdue and finished'), { content: 'Cleared, at this rate' },
          ...(isExtra ? [{ content: 'Cleared, with the extra work' }] : []),
        ]}
        rows={overdueKinds.map((kind) => {
          const { inflow, outflow, sizeAtEnd: size } = presentOf(flows[kind])
          return [
            { content: overdueKindWords[kind] }, numeric(numberWords(size)), numeric(numberWords(inflow)), numeric(numberWords(outflow)),
            { content: clearingWords(clearingOf({ size, inflow, outflow }, today)) },
            ...(isExtra ? [{ content: extra[kind] === 0 ? 'No extra work' : clearingWords(clearingOf({ size, inflow, outflow }, today, extra[kind])) }] : []),
          ]
        })}
      />
      <WhatIf {...props} />
      <h2 class="govuk-heading-m">What this rests on</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>As much becomes overdue, and as much overdue work is finished or ends another way, each week as on average in the last {weeksOfPresentRate} weeks. Holidays and new requests are not foreseen.</li>
        <li>All extra work goes to what is overdue, and none of it waits for anybody outside the council.</li>
        <li>“Overdue” is past the legal day, and not excused by the law. Plans to be amended count from the day after their legal day.</li>
        <li>It is an aid to planning, not a promise to any family: each family’s own date is on their child’s case.</li>
      </ul>
      {overdueKinds.map((kind) => <Year months={months} flows={flows[kind]} kind={kind} today={today} />)}
    </HubPage>
  )
}

/** The months of one kind, the newest first; a year in which nothing was overdue is a sentence. */
function Year({ kind, months, flows, today }: { kind: OverdueKind; months: readonly Period[]; flows: readonly Flow[]; today: PlainDate }) {
  const caption = `${overdueKindWords[kind]}: the last 12 months`
  const rows = months.map((month, index) => ({ month, ...flows[index] ?? noFlow }))
  if (rows.every(({ inflow, outflow, sizeAtEnd }) => inflow + outflow + sizeAtEnd === 0)) {
    return <><h2 class="govuk-heading-m">{caption}</h2><p class="govuk-body">None was overdue.</p></>
  }
  return (
    <Table
      caption={caption}
      captionSize="m"
      firstCellIsHeader
      head={[{ content: 'Month' }, numeric('Became overdue'), numeric('Overdue and finished'), numeric('Overdue at the end')]}
      rows={rows.map(({ month, inflow, outflow, sizeAtEnd }) =>
        [{ content: periodWords(month, today) }, numeric(numberWords(inflow)), numeric(numberWords(outflow)), numeric(numberWords(sizeAtEnd))]).toReversed()}
    />
  )
}

/** "24 November 2026, in 10 weeks"; and why not, when it would not be. */
function clearingWords(clearing: Clearing): string {
  switch (clearing.kind) {
    case 'clear': return 'Nothing is overdue'
    case 'clears': return `${dateWords(clearing.on)}, in ${plural(clearing.weeks, 'week')}`
    case 'not-clearing': return clearing.shortBy === 0
      ? 'Not clearing: as much becomes overdue as is finished'
      : `Not clearing: it grows by ${clearing.shortBy < 1 ? 'less than one' : `about ${smallNumberWords(Math.round(clearing.shortBy))}`} a week`
    case 'not-within-years': return `Not within ${clearing.years} years`
  }
}

/** A form that asks and changes nothing: its address can be sent to a colleague. */
function WhatIf({ errors, values }: Props) {
  return (
    <form method="get" action={paths.overdueBacklog()} novalidate>
      <Fieldset legend="What if more were finished each week?" legendSize="m">
        <p class="govuk-body">Say how many more overdue ones could be finished each week, for example with another officer.</p>
        <div class="hub-inline-form">
          {overdueKinds.map((kind) => (
            <TextField
              name={extraField(kind)} label={<>{overdueKindWords[kind]}<span class="govuk-visually-hidden">, extra a week</span></>} class="govuk-input--width-3" inputMode="numeric" whoCanSee="not kept"
              errors={errors} values={values}
            />
          ))}
        </div>
      </Fieldset>
      <Button variant="secondary">Work it out</Button>
    </form>
  )
}
