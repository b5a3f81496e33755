import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { daysBetween } from '../../../domain/calendar/plain-date.ts'
import type { NextPlacement } from '../../../domain/case-file/facts.ts'
import { transferDays } from '../../../domain/transfer/transfer-days.ts'
import { paths } from '../../../paths.ts'
import { RadiosField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { ContextualDate } from '../../../ui/moj/contextual-date.tsx'
import { dateWords } from '../../../ui/words.ts'
import { becauseWords, kindOrNone } from '../because-words.ts'
import type { Transfer } from '../cohort-store.ts'
import type { Final } from './finals.ts'
import { TransferFields } from './transfer-fields.tsx'

export { longestReason } from './transfer-fields.tsx'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly transfer: Transfer
  readonly today: PlainDate
  readonly finals: readonly Final[]
  readonly named: { readonly final: Final; readonly how: NextPlacement; readonly name?: string } | undefined
  readonly errors: FormErrors
  readonly values: FormValues
}

const finalWords: Record<Final['what'], string> = { final: 'Final plan', amended: 'Amended final plan', 'not-amending': 'Letter that the plan is not amended' }

export function view(props: Props) {
  const { frame, caseFile, transfer, errors, values } = props
  const title = `Phase transfer in ${transfer.year}`
  const mayChange = caseFile.open.includes('foresee-transfer') && transfer.standing !== 'out'
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} breadcrumbs={[{ text: 'Phase transfers', href: paths.transfers({ area: caseFile.key.area }, { year: transfer.year }) }]}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {transfer.standing === 'out' && <WarningText>Taken out of the cohort{transfer.settledBy === undefined ? '' : ` by ${transfer.settledBy}`}: {transfer.reason}</WarningText>}
        <Facts {...props} />
        <p class="govuk-body"><a class="govuk-link" href={paths.caseReviews(caseFile.key)}>Reviews of this plan</a></p>
        <Named {...props} />
        {mayChange && (
          <>
            <h2 class="govuk-heading-m">Change this</h2>
            <Form tokens={frame.tokens}>
              <TransferFields legend="What is right?" but={transfer.kind} mayBeOut errors={errors} values={values} />
              <Button name="step" value="settle" variant="secondary" preventDoubleClick>Save</Button>
            </Form>
          </>
        )}
      </TwoThirds>
    </CasePage>
  )
}

function Facts({ transfer, today }: Props) {
  const { kind, year, transferOn, standing, reason, settledBy } = transfer
  const days = kind === undefined ? undefined : transferDays(kind, { year, ...(transferOn === undefined ? {} : { transferOn }) })
  return (
    <SummaryList
      rows={[
        { key: 'Kind', value: standing === 'to-look-at' ? 'Not known: say what is right below' : kindOrNone(kind) },
        { key: 'Why', value: becauseWords(transfer) },
        ...(reason === undefined || standing === 'out' ? [] : [{ key: 'Reason', value: `${reason}${settledBy === undefined ? '' : ` (${settledBy})`}` }]),
        ...(transferOn === undefined ? [] : [{ key: 'Moves on', value: dateWords(transferOn) }]),
        ...(days === undefined ? [] : [
          { key: 'Last lawful day', value: <><ContextualDate due date={days.strictLastDay} daysAway={daysBetween(today, days.strictLastDay)} />{days.publishedDay !== days.strictLastDay && <><br /><span class="hub-quiet">The regulation says before {dateWords(days.publishedDay)}; guidance says by {dateWords(days.publishedDay)}</span></>}</> },
          { key: 'Review meeting by', value: <>{dateWords(days.latestMeetingOn)}<br /><span class="hub-quiet">Leaves the whole twelve weeks. Last working day: {dateWords(days.latestMeetingWorkingDay)}</span></> },
        ]),
      ]}
    />
  )
}

function Named({ frame, caseFile, transfer, finals, named, errors, values }: Props) {
  if (transfer.kind === undefined || transfer.standing === 'out') return null
  if (named !== undefined) {
    return <p class="govuk-body"><strong>{finalWords[named.final.what]} of {dateWords(named.final.on)}</strong> says where next{named.name === undefined ? '' : `: ${named.name}`}{named.how === 'type' ? ', a type of setting' : named.how === 'same' ? ', as before' : ''}.</p>
  }
  if (finals.length === 0 || !caseFile.open.includes('name-next-placement')) return null
  return (
    <>
      <h2 class="govuk-heading-m">The plan names the next placement</h2>
      <p class="govuk-body">A plan that is sent and names another setting than {transfer.settingName ?? 'the one attended'} is recorded by itself. Use this where it names a type of setting, or where it was decided that nothing changes. A draft does not count.</p>
      <Form tokens={frame.tokens}>
        <RadiosField name="final" legend="Which plan?" fieldset={{ legendSize: 's' }} errors={errors} values={values} items={finals.map(({ seq, on, what, settingName }) => ({ value: String(seq), text: `${finalWords[what]} of ${dateWords(on)}`, ...(settingName === undefined ? {} : { hint: `Names ${settingName}` }) }))} />
        <RadiosField name="how" legend="What does it say?" fieldset={{ legendSize: 's' }} errors={errors} values={values} items={[{ value: 'setting', text: 'A setting by name' }, { value: 'type', text: 'Only a type of setting' }, { value: 'same', text: 'By a decision about the next phase, nothing changes' }]} />
        <TextField name="name" label="The setting, or its type, as the plan has it" whoCanSee={['the council’s team', 'the family']} errors={errors} values={values} />
        <Button name="step" value="name" preventDoubleClick>Record</Button>
      </Form>
    </>
  )
}
