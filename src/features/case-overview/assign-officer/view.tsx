import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { RadiosField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { TeamMember } from '../case-overview-store.ts'

export interface AssignView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly officers: readonly TeamMember[]
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, caseFile, officers, errors, values }: AssignView) {
  const title = 'Who will look after this case?'
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseOverview(caseFile.key) }}>
      <TwoThirds>
        <Form tokens={frame.tokens}>
          <RadiosField
            name="officer"
            legend={title}
            fieldset={{ legendSize: 'l', isPageHeading: true }}
            hint="The family sees this name on every page of the case."
            errors={errors}
            values={values}
            items={officers.map(({ personId, name }) => ({ value: personId, text: name, ...(personId === caseFile.officer?.id ? { hint: 'Looks after it now' } : {}) }))}
          />
          <Button>Save</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
