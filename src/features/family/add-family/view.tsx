import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField, DateField, RadiosField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { WhoCanSee } from '../../../ui/who-can-see.tsx'
import type { KnownMember } from '../family-store.ts'
import { safeContacts } from '../family-store.ts'
import { formatChoices, safeContactWords } from '../words.ts'

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
          <RadiosField {...choose} name="livesWith" legend="Do they live with the child?" items={yesNo} inline />
          <h2 class="govuk-heading-m">Parental responsibility</h2>
          <RadiosField {...choose} name="responsibility" legend="Do they have parental responsibility?" items={yesNo} inline />
          <TextField {...of} name="responsibilityEvidence" label="What shows it (optional)" hint="Such as the birth certificate seen, or a court order and its date" />
          <DateField {...choose} name="responsibilityFrom" legend="Since when (optional)" />
          <h2 class="govuk-heading-m">Restriction</h2>
          <TextField {...of} name="restriction" label="What a court or decision does not allow (optional)" hint="Such as “no contact”, or “must not be told the address”" />
          <TextField {...of} name="restrictionEvidence" label="What shows it" hint="The order and its date" />
          <DateField {...choose} name="restrictionFrom" legend="From (optional)" />
          <DateField {...choose} name="restrictionTo" legend="Until (optional)" />
          <h2 class="govuk-heading-m">How to reach them</h2>
          <TextField {...of} name="email" label="Email (optional)" type="email" attributes={{ autocomplete: 'off', spellcheck: 'false' }} />
          <TextField {...of} name="phone" label="Phone (optional)" type="tel" attributes={{ autocomplete: 'off' }} />
          <RadiosField {...choose} name="safeContact" legend="How is it safe to reach them?" hint="Nothing leaves the hub in any other way." items={safeContacts.map((value) => ({ value, text: safeContactWords[value] }))} />
          <TextField {...of} name="safeContactNote" label="Anything to know before reaching them (optional)" />
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
