import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField, DateField, RadiosField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { KnownMember } from '../family-store.ts'
import { howKnownChoices } from '../words.ts'

interface AddressView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly members: readonly KnownMember[]
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, caseFile, members, errors, values }: AddressView) {
  const audience = [`the ${caseFile.area.councilName} SEND team`]
  const of = { errors, values }
  const off = { autocomplete: 'off' }
  return (
    <CasePage frame={frame} caseFile={caseFile} title="Record an address" errors={errors} back={{ href: paths.caseFamily(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">Record an address</h1>
        <Form tokens={frame.tokens}>
          <RadiosField
            {...of}
            name="confidential"
            legend="Must the address be protected?"
            hint="For a refuge, or where somebody must not find the child."
            items={[
              { value: 'yes', text: 'Yes, seal it', hint: 'No page, letter or plan ever shows it. A case officer can see it once at a time, for a reason that is kept.', conditional: <LettersInstead {...of} audience={audience} /> },
              { value: 'no', text: 'No' },
            ]}
          />
          <TextAreaField {...of} name="lines" label="Address" hint="One part on each line, without the postcode" rows={4} whoCanSee={[...audience, 'and nobody without a reason that is kept, if it is protected']} attributes={off} />
          <TextField {...of} name="postcode" label="Postcode (optional)" class="govuk-input--width-10" whoCanSee="said above" attributes={off} />
          {members.length > 0 && <CheckboxesField {...of} name="residents" legend="Who lives there with the child?" hint="Letters to them go there. They are asked whether it is right, by a way that we knew before." items={members.map(({ personId, fullName, relation }) => ({ value: personId, text: fullName, hint: relation }))} />}
          <TextField {...of} name="household" label="Whose home is it?" hint="Such as home, mother’s home or father’s home. The address before it in the same household ends the day before." class="govuk-input--width-20" whoCanSee={audience} />
          <RadiosField {...of} name="howKnown" legend="How do we know?" items={[...howKnownChoices]} />
          <DateField {...of} name="from" legend="Since when?" />
          <Button>Save</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}

/** A protected address is never without a safe way for letters. */
function LettersInstead({ errors, values, audience }: { errors: FormErrors; values: FormValues; audience: readonly string[] }) {
  const of = { errors, values }
  const there = (
    <>
      <RadiosField
        {...of} name="letterKind" legend="What kind of address is it?"
        items={[{ value: 'refuge-post', text: 'The post address of the refuge' }, { value: 'care-of', text: 'In care of somebody they trust' }, { value: 'po-box', text: 'A PO box' }]}
      />
      <TextAreaField {...of} name="letterLines" label="Address that may stand on an envelope" hint="One part on each line, without the postcode" rows={3} whoCanSee={audience} attributes={{ autocomplete: 'off' }} />
      <TextField {...of} name="letterPostcode" label="Its postcode (optional)" class="govuk-input--width-10" whoCanSee="said above" attributes={{ autocomplete: 'off' }} />
    </>
  )
  return (
    <RadiosField
      {...of} name="lettersBy" legend="How do letters reach them safely?"
      items={[{ value: 'post', text: 'By post, to another address', conditional: there }, { value: 'hub', text: 'In the hub only' }, { value: 'email', text: 'By email only' }]}
    />
  )
}
