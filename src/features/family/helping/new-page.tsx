import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { latestEnd, proxyKinds, proxyKindWords } from '../../../domain/access/parts-of-proxy.ts'
import { helpParts } from '../../../domain/case-file/facts.ts'
import { parseEmailAddress } from '../../../domain/identifiers/contact-details.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { CheckboxesField, DateField, RadiosField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { WhoCanSee } from '../../../ui/who-can-see.tsx'
import { listFamilyParties } from '../family-store.ts'
import type { FamilyParty } from '../family-store.ts'
import { openCaseFor } from '../find-member.ts'
import { fieldReader } from '../read-fields.ts'
import { scopeWords } from '../words.ts'
import type { ProxyInput, ProxyRefusal } from './helping-acts.ts'
import { isCouncil, nameProxy } from './helping-acts.ts'

interface Found { readonly caseFile: CaseFile; readonly family: readonly FamilyParty[]; readonly viewerId: PersonId | undefined; readonly today: PlainDate }

const find = (ask: Ask): Promise<Found> => read(ask, async (tx) => {
  const caseFile = await openCaseFor(tx, ask, 'name-proxy')
  return { caseFile, family: isCouncil(caseFile) ? await listFamilyParties(tx, caseFile) : [], viewerId: tx.viewer.kind === 'person' ? tx.viewer.personId : undefined, today: tx.today }
})

export async function show(ask: Ask): Promise<Reply> {
  return page(view(ask, await find(ask), [], { for: ask.query.text('for') }))
}

const refusalWords: Record<ProxyRefusal['kind'] | 'not-at-this-stage', FieldError> = {
  'not-on-case': { field: 'for', message: 'This family member has no part in the case now' },
  'email-of-somebody-else': { field: 'email', message: 'This email address belongs to somebody else on record. Check it with them' },
  'is-family': { field: 'email', message: 'They are a family member in this case already. Each family member has their own part' },
  'is-council': { field: 'email', message: 'They work for the council, so they cannot act for a family here' },
  'kept-out': { field: 'email', message: 'They cannot be named in this case' },
  'named-already': { field: 'email', message: 'They act for a family member in this case already. End that first' },
  'not-at-this-stage': { field: 'name', message: 'This cannot be recorded now' },
}

/** What the council knows of somebody (kept out, acting for the other parent) is not told to whoever names them. */
const familyRefusal = (words: FieldError, kind: string): FieldError => (kind === 'named-already' || kind === 'kept-out' ? refusalWords['kept-out'] : words)

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const again = (errors: FormErrors): Reply => wrongForm(view(ask, found, errors, ask.form.values()))
  const form = readProxy(ask.form, found)
  if ('errors' in form) return again(form.errors)
  const named = await nameProxy(ask, caseKeyOf(ask), form.value)
  if (!named.ok) return again([isCouncil(found.caseFile) ? refusalWords[named.refusal.kind] : familyRefusal(refusalWords[named.refusal.kind], named.refusal.kind)])
  return redirect(paths.helping(found.caseFile.key, { done: isCouncil(found.caseFile) ? 'helper-recorded' : 'helper-added' }))
}

function readProxy(form: FormBody, { caseFile, family, viewerId, today }: Found): { value: ProxyInput } | { errors: FieldError[] } {
  const { errors, wrong, needed, oneOf, text, neededDay } = fieldReader(form)
  const isStaff = isCouncil(caseFile)
  const forPersonId = isStaff ? oneOf('for', family.map(({ personId }) => personId), 'Select whom they act for') : viewerId
  const name = needed('name', 'Name', 'Enter their full name')
  const email = parseEmailAddress(form.text('email'))
  if (!email.ok) wrong('email', 'Enter their email address, like name@example.com')
  const kind = oneOf('kind', proxyKinds, 'Select who they are')
  const organisation = text('organisation', 'Organisation', 150)
  const scopes = helpParts.filter((one) => form.all('scopes').includes(one))
  if (scopes.length === 0) wrong('scopes', 'Select at least one thing')
  const consent = isStaff ? needed('consent', 'Consent', 'Enter how the family member consented, and when', 500) : 'Given by the family member in the hub'
  const to = neededDay('to', 'The last day', { earliest: today, latest: latestEnd(today) })
  if (errors.length > 0 || forPersonId === undefined || kind === undefined || !email.ok || to === undefined) return { errors }
  return { value: { forPersonId, name, email: email.value, kind, scopes, consent, to, ...(organisation === '' ? {} : { organisation }) } }
}

function view({ frame }: Ask, { caseFile, family }: Found, errors: FormErrors, values: FormValues) {
  const isStaff = isCouncil(caseFile)
  const title = isStaff ? 'Record who acts for a family member' : 'Let somebody help you'
  const of = { errors, values }
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.helping(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{isStaff ? 'Only with the family member’s own consent. They can end it themselves at any time.' : 'Choose somebody you trust. They see and do only what you select. You can stop it at any time.'}</p>
        <WhoCanSee audience={isStaff ? [`the ${caseFile.area.councilName} SEND team`, 'the family member', 'the person named'] : ['you', 'the person you name', `the ${caseFile.area.councilName} SEND team`]} />
        <Form tokens={frame.tokens}>
          {isStaff && <RadiosField {...of} name="for" legend="Whom do they act for?" items={family.map(({ personId, name, part }) => ({ value: personId, text: name, hint: part === 'young-person' ? 'young person' : 'parent or carer' }))} />}
          <TextField {...of} whoCanSee="said above" name="name" label="Full name of the person who helps" attributes={{ autocomplete: 'off' }} />
          <TextField {...of} whoCanSee="said above" name="email" label="Their email address" hint={isStaff ? 'They sign in with it.' : 'We write to them there, so that they can sign in.'} type="email" attributes={{ autocomplete: 'off', spellcheck: 'false' }} />
          <RadiosField {...of} name="kind" legend="Who are they?" items={proxyKinds.map((value) => ({ value, text: capital(proxyKindWords[value]) }))} />
          <TextField {...of} whoCanSee="said above" name="organisation" label="Where do they work? (optional)" hint="Such as the advice service or the law firm" />
          <CheckboxesField {...of} name="scopes" legend={isStaff ? 'What may they do?' : 'What can they do?'} hint="Select all that apply" items={helpParts.map((value) => ({ value, text: capital(scopeWords[value]) }))} />
          <DateField {...of} name="to" legend="Until which day?" hint="A year from today at the latest. It ends by itself." />
          {isStaff && <TextAreaField {...of} whoCanSee="said above" name="consent" label="How did the family member consent, and when?" hint="Such as “signed form of 3 March 2026, on file”" rows={2} maxLength={500} />}
          <Button>{isStaff ? 'Save' : 'Let them help me'}</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
