import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { OrganisationId, PlanVersionId } from '../../../domain/ids.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords, fileSizeWords, plural } from '../../../ui/words.ts'
import type { Consultation, Paper, Report } from '../consultation-store.ts'
import type { Setting, Wish } from '../wish-store.ts'
import { isAskedOf } from './consult-settings.ts'
import { ConsultationTable } from './consultation-table.tsx'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly today: PlainDate
  /** The version that a setting would be asked about; absent before the family has one. */
  readonly versionId: PlanVersionId | undefined
  readonly consultations: readonly Consultation[]
  readonly wishes: readonly Wish[]
  /** Settings of the list that the family asked for: first, and marked. */
  readonly wished: readonly Setting[]
  readonly others: readonly Setting[]
  readonly attended: readonly OrganisationId[]
  readonly reports: readonly Report[]
  readonly papers: readonly Paper[]
  readonly search: string
  readonly hasMore: boolean
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view(props: Props) {
  const { frame, caseFile, consultations, today, errors, versionId } = props
  const isServed = versionId !== undefined
  const title = 'Settings asked about a place'
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors}>
      <span class="govuk-caption-l">{childName(caseFile)}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <ConsultationTable caseFile={caseFile} consultations={consultations} today={today} tokens={frame.tokens} />
      {caseFile.open.includes('consult-setting') && isServed && <AskMore {...props} />}
      {!isServed && <InsetText>Settings are asked about the draft that the family has. It has not been sent yet.</InsetText>}
    </CasePage>
  )
}

function AskMore({ frame, caseFile, wishes, wished, others, attended, reports, papers, consultations, search, hasMore, versionId, errors, values }: Props) {
  const isBefore = ({ id }: Setting): boolean => consultations.some(({ organisationId, closedAt }) => organisationId === id && closedAt === undefined)
  const unlisted = wishes.filter(({ organisationId }) => organisationId === undefined)
  const hintOf = (setting: Setting): string => {
    const { id, settingType } = setting
    return [settingType, attended.includes(id) ? 'attended now' : undefined, isBefore(setting) ? 'asked before, about an earlier plan: that consultation closes' : undefined, ...wishes.filter(({ organisationId }) => organisationId === id).map(({ who }) => `asked for by ${who.name}`)]
      .filter((words) => words !== undefined).join(', ')
  }
  const item = (setting: Setting) => ({ value: setting.id, text: setting.name, hint: hintOf(setting) })
  const mayBeAsked = (settings: readonly Setting[]) => settings.filter(({ id }) => !isAskedOf(consultations, id, versionId))
  const first = mayBeAsked(wished)
  const rest = mayBeAsked(others)
  return (
    <TwoThirds>
      <h2 class="govuk-heading-m">Ask more settings</h2>
      {unlisted.map(({ who, words }) => (
        <InsetText>{who.name} asked for “{words}”, which is not on the list. Find it below, or <a class="govuk-link" href={paths.wishes(caseFile.key)}>ask which one is meant</a>.</InsetText>
      ))}
      <Form tokens={frame.tokens}>
        <CheckboxesField
          name="settings" legend="Which settings?" hint="A setting that is being asked about this plan is not offered again." errors={errors} values={values}
          items={[
            ...(first.length === 0 ? [] : [{ divider: 'Asked for by the family' }, ...first.map(item)]),
            ...(first.length === 0 || rest.length === 0 ? [] : [{ divider: 'Others' }]), ...rest.map(item),
          ]}
        />
        {hasMore && <p class="govuk-hint">{search === '' ? 'This is only a part of the list.' : `There are more for “${search}”.`} Search by name or kind.</p>}
        <TextField name="q" label="Search settings by name or kind" whoCanSee="not kept" values={values} />
        <Button name="step" value="search" variant="secondary">Search</Button>
        <CheckboxesField
          name="reports" legend="Which reports go with the plan?" hint="Only what the setting needs to answer. It reads these and no others." errors={errors} values={values}
          items={reports.map((report) => ({
            value: report.id, text: `${report.title}: ${report.author}, ${report.role}`,
            hint: [
              report.dated === undefined ? undefined : dateWords(report.dated), plural(report.text.split(/\s+/u).filter(Boolean).length, 'word'),
              report.lines === 0 ? undefined : `${plural(report.lines, 'marked line')}`,
              report.documentId === undefined ? undefined : 'with the file as received',
              report.isFamilyViews ? 'The family’s own words: choose only if the setting needs them' : undefined,
            ].filter((words) => words !== undefined).join(', '),
          }))}
        />
        {reports.length === 0 && <p class="govuk-body">No report has been given yet that settings may read.</p>}
        {papers.length > 0 && (
          <CheckboxesField
            name="documents" legend="Which other documents?" errors={errors} values={values}
            items={papers.map(({ id, title: name, size, isCouncilOnly }) => ({ value: id, text: name, hint: `${fileSizeWords(size)}${isCouncilOnly ? ', so far for the council’s team only' : ''}` }))}
          />
        )}
        <div class="govuk-button-group"><Button name="step" value="check">Continue</Button></div>
        <p class="govuk-hint">You read what each setting will see before anything is sent.</p>
      </Form>
    </TwoThirds>
  )
}
