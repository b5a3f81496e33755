import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import { paths } from '../../../paths.ts'
import { DateField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { When } from '../../../ui/when.tsx'
import type { HealthAgreement } from '../check-store.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly lines: readonly { readonly number: string; readonly text: string }[]
  readonly agreements: readonly HealthAgreement[]
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, caseFile, lines, agreements, errors, values }: Props) {
  const title = 'Record the health body’s agreement'
  const whoCanSee = [`the ${caseFile.area.councilName} SEND team`, 'the designated clinical officer']
  const isCouncil = isOfCouncil(caseFile.parts)
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: isCouncil ? paths.planCheck(caseFile.key) : paths.caseOverview(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          Health provision in section G must be agreed by the integrated care board before the plan is final (SEND Regulations 2014, regulation 12(2)).
        </p>
        <h2 class="govuk-heading-m">Section G as it stands</h2>
        {lines.length === 0 && <p class="govuk-body">Section G has no lines yet.</p>}
        <ul class="govuk-list govuk-list--spaced">{lines.map(({ number, text }) => <li><strong>{number}</strong> {text}</li>)}</ul>
        {agreements.length > 0 && (
          <>
            <h2 class="govuk-heading-m">Agreed so far</h2>
            <ul class="govuk-list govuk-list--bullet">
              {agreements.map(({ agreedBy, agreedOn, note }) => <li>{agreedBy}, <When when={agreedOn} />{note !== undefined && <>: {note}</>}</li>)}
            </ul>
          </>
        )}
        <h2 class="govuk-heading-m">{agreements.length === 0 ? 'Record the agreement' : 'Record another agreement'}</h2>
        <Form tokens={frame.tokens}>
          <TextField name="agreedBy" label="Who agreed?" hint="Name and role, at the integrated care board" whoCanSee={whoCanSee} errors={errors} values={values} />
          <DateField name="agreedOn" legend="When did they agree?" errors={errors} values={values} />
          <TextAreaField name="note" label="Note (optional)" hint="For example where the agreement is kept" rows={3} whoCanSee={whoCanSee} errors={errors} values={values} />
          <Button preventDoubleClick>Record the agreement</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
