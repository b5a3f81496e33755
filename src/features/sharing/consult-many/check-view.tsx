import type { Area } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import type { FormValues } from '../../../ui/form.tsx'
import { choicesOf, Form } from '../../../ui/form.tsx'
import { CheckboxesField } from '../../../ui/fields.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { dateWords, listWords, plural } from '../../../ui/words.ts'
import { WideTable } from '../wide-table.tsx'
import type { Setting } from '../wish-store.ts'
import type { CohortChild } from './bulk-store.ts'
import type { PreparedChild } from './prepare-many.ts'

interface Props {
  readonly frame: PageFrame
  readonly area: Area
  readonly year: number
  readonly children: readonly CohortChild[]
  readonly prepared: readonly PreparedChild[]
  readonly settings: readonly Setting[]
  readonly withReports: boolean
  readonly values: FormValues
}

const carried = ['children', 'settings', 'q', 'year', 'kind', 'withReports'] as const

/** The field with the reports that go along for one child. */
export const reportsOf = (caseId: string): string => `reports-${caseId}`

export function checkView({ frame, area, year, children, prepared, settings, withReports, values }: Props) {
  const title = 'Check what will be sent'
  const ready = prepared.flatMap((one) => ('asked' in one ? [one] : []))
  const notices = ready.reduce((all, { asked }) => all + asked.length, 0)
  const byPost = [...new Set(ready.flatMap(({ asked }) => asked.filter((one) => one.byPost).map(({ setting }) => setting.name)))]
  return (
    <HubPage frame={frame} title={title} back={{ href: paths.consultMany({ area: area.code }, { year }) }} wide councilName={area.councilName}>
      <span class="govuk-caption-l">Consult settings for several children</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{plural(notices, 'notice')} for {plural(ready.length, 'child', 'children')}, to {listWords(settings.map(({ name }) => name))}. Each setting sees the plan{withReports && ' and the chosen reports'} of the child that it is asked about and nothing else of the case. It has fifteen days to answer.</p>
      {byPost.length > 0 && <WarningText>{listWords(byPost)} {byPost.length === 1 ? 'is' : 'are'} written to by post: print the plan{withReports && ' and the chosen reports'} and put them in with each letter.</WarningText>}
      {prepared.length > ready.length && <WarningText>Nothing will be sent for {plural(prepared.length - ready.length, 'child', 'children')}. The reason stands beside each.</WarningText>}
      <Form tokens={frame.tokens}>
      <WideTable
        name="What will be sent for each child"
        caption={`${plural(children.length, 'child', 'children')} chosen`}
        head={['Child', 'Settings that will be asked', 'What they see', 'Answer due'].map((content) => ({ content }))}
        firstCellIsHeader
        rows={children.map((child) => {
          const one = prepared.find(({ caseId }) => caseId === child.caseId)
          const name = { content: <>{child.name}<br /><span class="govuk-body-s">{child.reference}, born {dateWords(child.bornOn)}</span></> }
          return one === undefined || 'refusedBecause' in one
            ? [name, { content: <strong>Not sent</strong> }, { content: one?.refusedBecause ?? '' }, { content: '' }]
            : [name, { content: listWords(one.asked.map(({ setting }) => setting.name)) }, { content: <>{one.plan}{withReports && <Reports child={child} one={one} />}</> }, { content: [...new Set(one.asked.map(({ dueOn }) => dateWords(dueOn)))].join(', ') }]
        })}
      />
        {carried.flatMap((name) => choicesOf(values, name).map((value) => <input type="hidden" name={name} value={value} />))}
        <div class="govuk-button-group">
          {ready.length > 0 && <Button name="step" value="send" preventDoubleClick>Send {plural(notices, 'notice')}</Button>}
          <Button name="step" value="change" variant="secondary">Change something</Button>
        </div>
      </Form>
    </HubPage>
  )
}

function Reports({ child, one }: { child: CohortChild; one: Extract<PreparedChild, { asked: unknown }> }) {
  if (one.reports.length === 0) return <p class="govuk-body-s">No report that settings may read.</p>
  const name = reportsOf(child.caseId)
  return (
    <CheckboxesField
      name={name} legend={<>Reports<span class="govuk-visually-hidden"> about {child.name}</span></>} small errors={[]} values={{ [name]: [...one.chosen] }}
      items={one.reports.map((report) => ({ value: report.id, text: `${report.title}: ${report.author}${report.dated === undefined ? '' : `, ${dateWords(report.dated)}`}` }))}
    />
  )
}
