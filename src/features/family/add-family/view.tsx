import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField, RadiosField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { WhoCanSee } from '../../../ui/who-can-see.tsx'
import { ContactFields } from '../contact/fields.tsx'
import type { KnownMember } from '../family-store.ts'
import { ResponsibilityFields } from '../responsibility/fields.tsx'
import { formatChoices } from '../words.ts'

export interface AddFamilyView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly known: KnownMember | undefined
  readonly errors: FormErrors
  readonly values: FormValues
}

const yesNo = [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]

export function view({ frame, caseFile, known, errors, values }: AddFamilyView) {
  const title = known === undefined ? 'Record a family member' : `Change what is recorded of ${known.fullName}`
  const of = { errors, values, whoCanSee: 'said above' } as const
  const choose = { errors, values }
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseFamily(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <WhoCanSee audience={[`the ${caseFile.area.councilName} SEND team only`]} />
        <Form tokens={frame.tokens} action={paths.caseAddFamily(caseFile.key)}>
          {known !== undefined && <input type="hidden" name="of" value={known.relationshipId} />}
          <h2 class="govuk-heading-m govuk-!-margin-top-6">Who they are</h2>
          <TextField {...of} name="fullName" label="Full name" attributes={{ autocomplete: 'off' }} />
          <TextField {...of} name="relation" label="How they are related to the child" hint="Such as mother, father, grandparent, foster carer" />
          <TextField {...of} name="email" label="Email (optional)" type="email" attributes={{ autocomplete: 'off', spellcheck: 'false' }} />
          <TextField {...of} name="phone" label="Phone (optional)" type="tel" attributes={{ autocomplete: 'off' }} />
          {known === undefined && (
            <>
              <h2 class="govuk-heading-m">How to reach them</h2>
              <ContactFields errors={errors} values={values} />
              <h2 class="govuk-heading-m">What they are to the child in law</h2>
              <ResponsibilityFields errors={errors} values={values} />
            </>
          )}
          <h2 class="govuk-heading-m">Language and formats</h2>
          <TextField {...of} name="language" label="Language they read and speak best (optional)" />
          <CheckboxesField {...choose} name="interpreter" legend="Interpreter" items={[{ value: 'yes', text: 'They need an interpreter' }]} />
          <CheckboxesField {...choose} name="formats" legend="Formats they asked for" items={formatChoices.map((value) => ({ value, text: value }))} />
          <h2 class="govuk-heading-m">The case</h2>
          <RadiosField {...choose} name="seesCase" legend="May they sign in and see the case?" hint="They get letters and can send messages. They do not see other family members’ letters, messages or address." items={yesNo} inline />
          <Button>Save</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
