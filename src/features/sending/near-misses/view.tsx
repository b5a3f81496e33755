import type { Area } from '../../../casebook/open-case-file.ts'
import { findingKinds, findingWords } from '../../../domain/sending/findings.ts'
import { paths } from '../../../paths.ts'
import { TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { numberWords, plural } from '../../../ui/words.ts'
import type { NearMisses } from '../sending-store.ts'

interface Props {
  readonly frame: PageFrame
  readonly area: Area
  readonly decides: boolean
  readonly counts: NearMisses
  readonly minutes: number
  readonly errors: FormErrors
  readonly values: FormValues
}

const minuteWords = (minutes: number): string => (minutes < 1 ? 'less than a minute' : plural(Math.round(minutes), 'minute'))

export function view({ frame, area, decides, counts, minutes, errors, values }: Props) {
  const title = 'Near misses'
  const tried = counts.sends + counts.stopped
  return (
    <HubPage frame={frame} title={title} errors={errors} councilName={area.councilName}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">What was stopped or taken back before it reached the wrong person, in {area.name} in the last 365 days. Counts alone: no child and no sender.</p>
        <SummaryList
          rows={[
            { key: 'Sent by staff', value: numberWords(counts.sends) },
            { key: 'Stopped', value: `${numberWords(counts.stopped)}${tried === 0 ? '' : `, ${((counts.stopped / tried) * 1000).toFixed(1)} of 1,000 sends`}` },
            { key: 'Of those a false alarm', value: numberWords(counts.falseAlarms) },
            { key: 'Taken back in time', value: `${numberWords(counts.takenBack)}${counts.sends === 0 ? '' : `, ${((counts.takenBack / counts.sends) * 1000).toFixed(1)} of 1,000 sends`}` },
            { key: 'Reports of somebody else’s information', value: numberWords(counts.reports) },
            { key: 'Families’ pages closed', value: `${plural(counts.locks, 'time')}${counts.longestToLock === undefined ? '' : `, at the latest ${minuteWords(counts.longestToLock)} after the report`}` },
            counts.longestClosed !== undefined && { key: 'Longest closed', value: minuteWords(counts.longestClosed) },
          ]}
        />
        {counts.byKind.length > 0 && (
          <Table
            caption="What was found in what was stopped" captionSize="m" head={[{ content: 'Found' }, { content: 'Times', format: 'numeric' }]}
            rows={counts.byKind.map(({ kind, count }) => [{ content: findingWords[findingKinds.find((one) => one === kind) ?? 'child-name'] }, { content: String(count), format: 'numeric' }])}
          />
        )}
        <p class="govuk-body"><a class="govuk-link" href={paths.portal({ area: area.code })}>When the families’ pages were closed</a></p>
        <h2 class="govuk-heading-m">How long what staff send waits</h2>
        <p class="govuk-body">{minutes === 0 ? 'Nothing waits: what staff send cannot be taken back.' : `${plural(minutes, 'minute')}. Until then whoever sent it, or anybody of the team, can take it back.`}</p>
        {decides && (
          <Form tokens={frame.tokens}>
            <TextField name="minutes" label="Minutes" hint="From 0 to 60. The usual is 10." class="govuk-input--width-3" whoCanSee={[`the ${area.councilName} SEND team`]} errors={errors} values={{ minutes: String(minutes), ...values }} />
            <TextField name="reason" label="Why?" whoCanSee={[`the ${area.councilName} SEND team`]} errors={errors} values={values} />
            <Button>Save</Button>
          </Form>
        )}
      </TwoThirds>
    </HubPage>
  )
}
