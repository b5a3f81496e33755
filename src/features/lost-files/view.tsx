import type { Area } from '../../casebook/open-case-file.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import { paths } from '../../paths.ts'
import { RadiosField, TextAreaField } from '../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../ui/form.tsx'
import { Form } from '../../ui/form.tsx'
import { Button } from '../../ui/govuk/button.tsx'
import { SummaryList } from '../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../ui/hub-page.tsx'
import { HubPage } from '../../ui/hub-page.tsx'
import { TwoThirds } from '../../ui/layout.tsx'
import { dateTimeWords } from '../../ui/words.ts'
import type { Loss } from './loss-store.ts'

export const longestWords = 1000

interface Props {
  readonly frame: PageFrame
  readonly area: Pick<Area, 'code' | 'councilName'>
  readonly decides: boolean
  readonly now: Instant
  readonly losses: readonly Loss[]
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, area, decides, now, losses, errors, values }: Props) {
  const title = 'Files that cannot be found'
  return (
    <HubPage frame={frame} title={title} errors={errors}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">Each night every file that was handed in is opened and compared with what it was. Losing one is a breach. The Information Commissioner is told within 72 hours, unless there is no risk to anybody. The family is told without delay where the risk to them is high.</p>
        <p class="govuk-body">First ask whoever runs the hub to bring the file back from a backup. Then say here what was done.</p>
        {losses.length === 0 && <p class="govuk-body">Every kept file is there, as it was handed in.</p>}
        {losses.map((loss, index) => <One {...{ frame, area, decides, now, loss, errors, values }} place={index + 1} />)}
      </TwoThirds>
    </HubPage>
  )
}

function One({ frame, area, decides, now, loss, place, errors, values }: Omit<Props, 'losses'> & { readonly loss: Loss; readonly place: number }) {
  const { id, how, caseId, reference, title } = loss
  const heading = title ?? `File ${place}${reference === undefined ? '' : ` of case ${reference}`}`
  return (
    <section aria-labelledby={`loss-${id}`}>
      <h2 class="govuk-heading-m" id={`loss-${id}`}>{heading}</h2>
      <SummaryList
        rows={[
          { key: 'Case', value: caseId === undefined ? 'A request that was not sent yet' : decides ? <a class="govuk-link" href={paths.caseOverview({ area: area.code, caseId })}>{reference}</a> : reference ?? '' },
          { key: 'What happened', value: how === 'missing' ? 'Its content is not there' : 'Its content is not what was handed in' },
          { key: 'Noticed', value: dateTimeWords(loss.noticedAt) },
          { key: 'Report it by', value: <><strong>{dateTimeWords(loss.reportBy)}</strong>{loss.reportBy <= now && ': this time has passed. Report it now, and say why it is late'}</> },
          loss.foundAgainAt !== undefined && { key: 'There again', value: dateTimeWords(loss.foundAgainAt) },
        ]}
      />
      <Form tokens={frame.tokens}>
        <input type="hidden" name="loss" value={id} />
        <RadiosField name={`commissioner-${id}`} legend={`Was the Information Commissioner told of “${heading}”?`} fieldset={{ legendSize: 's' }} errors={errors} values={values} items={[{ value: 'reported', text: 'Yes' }, { value: 'no-risk', text: 'No: there is no risk to anybody' }]} />
        <RadiosField name={`family-${id}`} legend="Was the family told?" fieldset={{ legendSize: 's' }} errors={errors} values={values} items={[{ value: 'told', text: 'Yes' }, { value: 'not-needed', text: 'No: it is there again, and nobody else has had it' }]} />
        <TextAreaField name={`words-${id}`} label="What was done, and when?" whoCanSee={[`those who decide in ${area.councilName}`, 'its information officer']} rows={3} maxLength={longestWords} errors={errors} values={values} />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </section>
  )
}
