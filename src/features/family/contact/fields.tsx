import { RadiosField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { safeContacts } from '../family-store.ts'
import { safeContactWords } from '../words.ts'

/** How it is safe to reach somebody: asked before anything is sent. */
export function ContactFields({ errors, values }: { errors: FormErrors; values: FormValues }) {
  const of = { errors, values, whoCanSee: 'said above' } as const
  return (
    <>
      <RadiosField errors={errors} values={values} name="safeContact" legend="How is it safe to reach them?" hint="Nothing leaves the hub in any other way." items={safeContacts.map((value) => ({ value, text: safeContactWords[value] }))} />
      <TextField {...of} name="safeTimes" label="When is it safe? (optional)" hint="Such as “weekdays 9:30 to 14:30”" />
      <RadiosField errors={errors} values={values} name="voicemail" legend="May we leave a voice message?" hint="If nobody has asked them, leave none." items={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]} inline />
      <TextField {...of} name="contactAs" label="Who do we say is calling? (optional)" hint="If it is not safe to say “the council”" />
      <TextField {...of} name="safeContactNote" label="Anything to know before reaching them (optional)" />
    </>
  )
}
