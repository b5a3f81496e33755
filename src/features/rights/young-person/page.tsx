import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { parseEmailAddress, parseTelephone } from '../../../domain/identifiers/contact-details.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { RadiosField, TextField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { YoungPersonContact } from '../rights-store.ts'
import { findYoungPerson } from '../rights-store.ts'
import type { YoungPersonInput } from './record-young-person.ts'
import { recordYoungPerson } from './record-young-person.ts'

interface Found { readonly caseFile: CaseFile; readonly known: YoungPersonContact | undefined }

async function find(ask: Ask): Promise<Found> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    if (!caseFile.open.includes('record-young-person')) throw new NotAllowed('record-young-person')
    return { caseFile, known: await findYoungPerson(tx, caseFile) }
  })
}

export async function show(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const { known } = found
  const values = { email: known?.email ?? '', phone: known?.phone ?? '', safeContact: known?.tie?.safeContact ?? '', note: known?.tie?.safeContactNote ?? '', signIn: known === undefined ? '' : known.canSignIn ? 'yes' : 'no' }
  return page(view({ frame: ask.frame, ...found, errors: [], values }))
}

const safeContacts = { any: 'Any way', email: 'Email only', phone: 'Phone only', post: 'Post only', hub: 'In the hub only, nothing sent' } as const

function readYoungPerson(form: FormBody, known: YoungPersonContact | undefined): { value: YoungPersonInput } | { errors: FieldError[] } {
  const email = form.text('email') === '' ? undefined : parseEmailAddress(form.text('email'))
  const phone = form.text('phone') === '' ? undefined : parseTelephone(form.text('phone'))
  const safeContact = form.text('safeContact')
  const signIn = form.text('signIn')
  const note = form.text('note')
  const errors: FieldError[] = [
    ...(email !== undefined && !email.ok ? [{ field: 'email', message: 'Enter an email address in the correct format, like name@example.com' }] : []),
    ...(phone !== undefined && !phone.ok ? [{ field: 'phone', message: 'Enter a phone number, like 01632 960 001' }] : []),
    ...(!(safeContact in safeContacts) ? [{ field: 'safeContact', message: 'Select how it is safe to reach them' }] : []),
    ...(safeContact === 'email' && email === undefined ? [{ field: 'email', message: 'Enter an email address, because email is the only safe way' }] : []),
    ...(note.length > 300 ? [{ field: 'note', message: 'This must be 300 characters or fewer' }] : []),
    ...(signIn !== 'yes' && signIn !== 'no' ? [{ field: 'signIn', message: 'Select yes if they want a sign-in of their own' }] : []),
    ...(signIn === 'yes' && email === undefined ? [{ field: 'email', message: 'Enter an email address, because they sign in with it' }] : []),
    ...(signIn === 'no' && known?.canSignIn === true ? [{ field: 'signIn', message: 'They have a sign-in already, which cannot be taken away here' }] : []),
  ]
  if (errors.length > 0) return { errors: errors.filter(({ field }, index) => errors.findIndex((one) => one.field === field) === index) }
  return { value: { ...(email?.ok === true ? { email: email.value } : {}), ...(phone?.ok === true ? { phone: phone.value } : {}), safeContact, note, canSignIn: signIn === 'yes' } }
}

const refusalWords = {
  'too-early': { field: 'email', message: 'This can be recorded from a year before the day on which the rights pass' },
  'email-of-somebody-else': { field: 'email', message: 'This email address belongs to somebody else on record. Check it with the young person' },
  'not-at-this-stage': { field: 'email', message: 'This cannot be recorded now' },
} as const satisfies Record<string, FieldError>

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, ...found, errors, values: ask.form.values() }))
  const form = readYoungPerson(ask.form, found.known)
  if ('errors' in form) return again(form.errors)
  const recorded = await recordYoungPerson(ask, caseKeyOf(ask), form.value)
  return recorded.ok ? redirect(paths.caseRights(found.caseFile.key, { done: 'young-person-recorded' })) : again([refusalWords[recorded.refusal.kind]])
}

function view({ frame, caseFile, errors, values }: Found & { frame: PageFrame; errors: FormErrors; values: FormValues }) {
  const name = caseFile.child.preferredName
  const title = `How can ${name} be reached?`
  const audience = [`the ${caseFile.area.councilName} SEND team`, name]
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseRights(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">Ask {name}, not a parent: an address that a parent also reads is not a young person’s own.</p>
        <Form tokens={frame.tokens}>
          <TextField name="email" label="Email address (optional)" whoCanSee={audience} errors={errors} values={values} attributes={{ autocomplete: 'off' }} />
          <TextField name="phone" label="Phone (optional)" class="govuk-input--width-20" whoCanSee="said above" errors={errors} values={values} attributes={{ autocomplete: 'off' }} />
          <RadiosField name="safeContact" legend="How is it safe to reach them?" errors={errors} values={values} items={Object.entries(safeContacts).map(([value, text]) => ({ value, text }))} />
          <TextField name="note" label="Anything to know when reaching them (optional)" hint="Such as “text before calling”, or who should be with them" whoCanSee={[`the ${caseFile.area.councilName} SEND team`]} errors={errors} values={values} />
          <RadiosField
            name="signIn" legend={`Does ${name} want to sign in here themselves?`} hint={`${name} then sees the case from today, and says here what each parent can see and do. Without it letters go on paper.`}
            errors={errors} values={values} items={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]}
          />
          <Button>Save</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
