import type { Area } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { Clock } from '../../../domain/clocks/clock.ts'
import { keyOf } from '../../../domain/clocks/clock.ts'
import { paths } from '../../../paths.ts'
import { DateField, RadiosField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords, dateWords } from '../../../ui/words.ts'
import type { SetTarget, TargetChange } from '../target-store.ts'
import { targetWords, usualTarget } from '../target-words.ts'
import { countField } from './form.ts'

interface Props {
  readonly frame: PageFrame
  readonly area: Area
  readonly clock: Clock
  readonly today: PlainDate
  readonly now: SetTarget | undefined
  readonly changes: readonly TargetChange[]
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, area, clock, today, now, changes, errors, values }: Props) {
  const title = `Our target: ${clock.title.charAt(0).toLowerCase()}${clock.title.slice(1)}`
  const days = (name: string) => <TextField name={name} label="How many days" inputMode="numeric" class="govuk-input--width-4" whoCanSee="said above" errors={errors} values={values} />
  return (
    <HubPage frame={frame} title={title} errors={errors} councilName={area.councilName} back={{ href: paths.targets({ area: area.code }), text: 'Our own targets' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <SummaryList
          rows={[
            { key: 'Clock', value: keyOf(clock) },
            { key: 'By law', value: clock.law.join('; ') },
            { key: 'Our target now', value: now === undefined ? targetWords(clock.target ?? usualTarget) : `${targetWords(now.target)}, since ${dateWords(now.fromOn)}` },
          ]}
        />
        <Form tokens={frame.tokens}>
          <RadiosField
            name="kind" legend="What do we aim at?" fieldset={{ legendSize: 'm' }} hint="The date of the law stays as it is. Everybody in the SEND team can see the target." errors={errors} values={values}
            items={[
              { value: 'days-before', text: 'A number of days before the legal date', hint: '0 for the legal date itself', conditional: days(countField['days-before']) },
              { value: 'working-day', text: targetWords({ kind: 'working-day' }) },
              { value: 'days-after-start', text: 'A number of days after it starts', conditional: days(countField['days-after-start']) },
            ]}
          />
          <DateField name="from" legend="From which day does it hold?" fieldset={{ legendSize: 'm' }} hint={`For clocks that start on that day or later. ${dateWords(today)} is today`} errors={errors} values={values} />
          <TextAreaField name="reason" label="Why?" rows={3} maxLength={500} whoCanSee={[`managers of the ${area.councilName} SEND team`]} errors={errors} values={values} />
          <Button preventDoubleClick>Save</Button>
        </Form>
      </TwoThirds>
      {changes.length > 0 && (
        <Table
          caption="What was set before, the latest first" captionSize="m"
          head={[{ content: 'When' }, { content: 'Target' }, { content: 'From' }, { content: 'Why' }, { content: 'By' }]}
          rows={changes.map(({ recordedAt, target, fromOn, reason, by }) => [
            { content: dateTimeWords(recordedAt) }, { content: targetWords(target) }, { content: dateWords(fromOn) }, { content: reason }, { content: by },
          ])}
        />
      )}
    </HubPage>
  )
}
