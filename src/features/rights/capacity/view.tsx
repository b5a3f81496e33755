import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { decisionWords, rightsDecisions } from '../../../domain/rights/decisions.ts'
import { paths } from '../../../paths.ts'
import { DateField, FileField, RadiosField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { Candidate } from './form.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly candidates: readonly Candidate[]
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, caseFile, candidates, errors, values }: Props) {
  const title = 'Record an assessment of capacity'
  const { preferredName } = caseFile.child
  const audience = [`the ${caseFile.area.councilName} SEND team`]
  const field = { errors, values } as const
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseRights(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">The law presumes that {preferredName} can decide. Record here only an assessment that was made of one decision, at one time, after all that could be done to help. An unwise choice is no sign of a lack of capacity (Mental Capacity Act 2005, ss.1 to 3).</p>
        <Form tokens={frame.tokens} upload>
          <RadiosField name="decision" legend={`Which decision of ${preferredName}’s was it about?`} fieldset={{ legendSize: 'm' }} {...field} items={rightsDecisions.map((value) => ({ value, text: capital(decisionWords[value].staff), hint: decisionWords[value].law }))} />
          <TextAreaField name="about" label="The very decision, in words" hint="Such as “whether his mother may read his plan and get his letters”" rows={2} maxLength={4000} whoCanSee={audience} {...field} />
          <TextAreaField name="support" label="What was done to help them decide?" hint="Where, when, with whom; signs, pictures, easy words; waiting for a better day (s.1(3))" rows={4} maxLength={4000} whoCanSee={audience} {...field} />
          <h2 class="govuk-heading-m">The assessment</h2>
          <TextField name="assessedBy" label="Who assessed it?" whoCanSee={audience} {...field} />
          <TextField name="assessorRole" label="Their role" hint="Such as social worker, or speech and language therapist" whoCanSee="said above" {...field} />
          <DateField name="assessedOn" legend="On what day?" {...field} />
          <TextAreaField name="reasons" label="What was found, and why?" hint="Could they understand, keep, and weigh what matters, and tell their choice? If not, because of what in mind or brain? (ss.2, 3)" rows={5} maxLength={4000} whoCanSee={audience} {...field} />
          <FileField name="file" label="The assessment (optional)" hint="A PDF, Word file or picture, up to 25MB" whoCanSee={audience} errors={errors} />
          <TextField name="evidence" label="Where else is it kept? (optional if you add the file)" whoCanSee={audience} {...field} />
          <RadiosField
            name="outcome" legend={`Can ${preferredName} take this decision?`} fieldset={{ legendSize: 'm' }} {...field}
            items={[
              { value: 'can', text: `Yes, ${preferredName} decides` },
              { value: 'cannot', text: 'No, not this decision at this time', conditional: <Cannot candidates={candidates} audience={audience} {...field} /> },
            ]}
          />
          <Button>Record the assessment</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

function Cannot({ candidates, audience, errors, values }: { candidates: readonly Candidate[]; audience: readonly string[]; errors: FormErrors; values: FormValues }) {
  const field = { errors, values } as const
  return (
    <>
      <DateField name="reviewOn" legend="When must it be looked at again?" hint="Within 12 months. From that day the young person is presumed to decide again." {...field} />
      <RadiosField
        name="standIn" legend="Who decides in their place?" hint="Children and Families Act 2014, s.80; SEND Regulations 2014, reg 64" {...field}
        items={[
          { value: 'deputy', text: 'A deputy appointed by the Court of Protection' }, { value: 'attorney', text: 'An attorney under a registered lasting power of attorney' },
          { value: 'parents', text: 'Neither is appointed: the parents, as the law says' },
        ]}
      />
      <RadiosField
        name="standInWho" legend="If one is appointed, who?" {...field}
        items={[...candidates.map(({ personId, name, relation }) => ({ value: personId, text: name, hint: relation })), { value: 'other', text: 'Somebody who is not recorded as family', hint: 'To let them sign in here, record them under “Family” first' }]}
      />
      <TextField name="standInName" label="Their name, if they are not recorded" whoCanSee={audience} {...field} />
      <TextField name="appointmentEvidence" label="What shows the appointment?" hint="Such as “order of the Court of Protection of 3 March 2026, seen by H. Greaves”" whoCanSee={audience} {...field} />
      <DateField name="standInFrom" legend="Appointed from" {...field} />
      <DateField name="standInTo" legend="Until (if it ends)" {...field} />
    </>
  )
}
