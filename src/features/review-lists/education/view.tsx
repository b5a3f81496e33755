import type { AttendedSetting } from '../../../casebook/family/child-settings.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { otherwiseWords } from '../../../domain/review/planned.ts'
import { paths } from '../../../paths.ts'
import { DateField, RadiosField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName, Continue } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { listWords } from '../../../ui/words.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly attended: readonly AttendedSetting[]
  readonly found: readonly { readonly id: string; readonly name: string }[]
  readonly q: string
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, caseFile, attended, found, q, errors, values }: Props) {
  const title = 'Where the child is educated'
  const settings = [...attended.map(({ organisationId, name }) => ({ id: organisationId as string, name })), ...found.filter(({ id }) => !attended.some(({ organisationId }) => organisationId === id))]
  const now = caseFile.tracks.placement
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseReviews(caseFile.key) }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">On record now: {attended.length > 0 ? listWords(attended.map(({ name }) => name)) : now === 'eotas' || now === 'elective-home' || now === 'awaiting-place' ? otherwiseWords[now].toLowerCase() : 'no setting'}.</p>
        <Form tokens={frame.tokens}>
          <RadiosField
            name="how" legend="How is the child educated?" fieldset={{ legendSize: 'm' }} errors={errors} values={values}
            items={[
              { value: 'setting', text: 'At a school, nursery or college' },
              { value: 'elective-home', text: otherwiseWords['elective-home'] },
              { value: 'eotas', text: otherwiseWords.eotas, hint: 'The council arranges it under section 61, and no setting is named' },
              { value: 'awaiting-place', text: otherwiseWords['awaiting-place'], hint: 'The child has left a setting, or never had one, and none has begun' },
            ]}
          />
          <p class="govuk-body">Without a setting the council itself arranges the reviews. Whoever looks after the case convenes them until you name somebody else.</p>
          <TextField name="q" label="Find a school, nursery or college by name" hint="Only when the child goes to one" whoCanSee="not kept" errors={errors} values={{ q, ...values }} />
          <Button name="step" value="find" variant="secondary">Find</Button>
          {(settings.length > 0 || q !== '') && (settings.length === 0 ? <p class="govuk-body">No setting has that in its name.</p>
            : <RadiosField name="setting" legend="Which one?" errors={errors} values={values} items={settings.map(({ id, name }) => ({ value: id, text: name }))} />)}
          <DateField name="since" legend="Since when?" hint="The first day on which it was so" errors={errors} values={values} />
          <p class="govuk-body">A school that the child has left sees nothing of the case any more.</p>
          <Continue>Record</Continue>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
