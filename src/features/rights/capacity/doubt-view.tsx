import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { decisionWords, rightsDecisions } from '../../../domain/rights/decisions.ts'
import { paths } from '../../../paths.ts'
import { RadiosField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'

export function doubtView({ frame, caseFile, errors, values }: { frame: PageFrame; caseFile: CaseFile; errors: FormErrors; values: FormValues }) {
  const title = 'Does somebody doubt that a decision can be taken?'
  const name = caseFile.child.preferredName
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseRights(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">Note which decision, so that somebody looks at it before the day. A doubt changes nothing by itself: {name} is presumed to decide until an assessment of this decision says otherwise.</p>
        <Form tokens={frame.tokens}>
          <RadiosField name="decision" legend="Which decision is doubted?" errors={errors} values={values} items={rightsDecisions.map((value) => ({ value, text: `${decisionWords[value].staff.charAt(0).toUpperCase()}${decisionWords[value].staff.slice(1)}` }))} />
          <Button>Save</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
