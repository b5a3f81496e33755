import { responsibilityBases } from '../../../casebook/family/family-rows.ts'
import { CheckboxesField, DateField, RadiosField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { basisWords } from '../words.ts'

const yesNo = [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]

/** What somebody is to the child in law: for the page of its own and for recording somebody new. */
export function ResponsibilityFields({ errors, values }: { errors: FormErrors; values: FormValues }) {
  const choose = { errors, values }
  return (
    <>
      <RadiosField {...choose} name="livesWith" legend="Does the child live with them?" hint="Whoever has care of a child is a parent in education law, such as a foster carer or grandparent who brings the child up." items={yesNo} inline />
      <DateField {...choose} name="careFrom" legend="Since when (optional)" />
      <DateField {...choose} name="careTo" legend="Until when, if that is known (optional)" />
      <RadiosField {...choose} name="responsibility" legend="Do they have parental responsibility?" items={yesNo} inline />
      <RadiosField {...choose} name="basis" legend="By what? (optional)" items={responsibilityBases.map((value) => ({ value, text: basisWords[value] }))} />
      <TextField {...choose} whoCanSee="said above" name="responsibilityEvidence" label="What shows it (optional)" hint="Such as the birth certificate, or the order of which court" />
      <DateField {...choose} name="evidenceDated" legend="Date on that paper (optional)" />
      <CheckboxesField {...choose} name="evidenceSeen" legend="Has it been seen?" items={[{ value: 'yes', text: 'I have seen it myself' }]} />
      <DateField {...choose} name="seen" legend="On which day? (optional)" hint="Today, if you leave it empty" />
      <DateField {...choose} name="responsibilityFrom" legend="Parental responsibility since when (optional)" />
      <DateField {...choose} name="responsibilityTo" legend="Until when (optional)" />
    </>
  )
}
