import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import { act } from '../../../casebook/act.ts'
import { listFamilyOnCase } from '../../../casebook/sending/family-addressees.ts'
import type { NewServiceAddress } from '../../../casebook/family/family-rows.ts'
import { endServiceAddress, insertServiceAddress } from '../../../casebook/family/family-rows.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { addMonths } from '../../../domain/calendar/plain-date.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { DateField, RadiosField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateValues } from '../../../ui/read-date.ts'
import { askWhetherRight } from '../change-address/ask-whether-right.ts'
import { listFamily } from '../family-store.ts'
import { findMemberFor } from '../find-member.ts'
import { fieldReader } from '../read-fields.ts'
import { howKnownChoices } from '../words.ts'

type LettersInput = { readonly relationshipId: string; readonly to: Omit<NewServiceAddress, 'personId'> | 'child-home' }

/** Records where one family member's letters go: an address of their own, or the child's home again. Others' stay as they are. */
export const changeLettersTo = act('change-address', async (tx, caseFile, { relationshipId, to }: LettersInput): Promise<Outcome<string, { readonly kind: 'not-on-record' }>> => {
  const member = (await listFamily(tx, caseFile)).find((one) => one.relationshipId === relationshipId)
  if (member === undefined) return refused({ kind: 'not-on-record' })
  const child = { localAreaId: caseFile.localAreaId, childId: caseFile.child.id }
  const before = (await listFamilyOnCase(tx, caseFile)).filter((one) => one.to.personId === member.personId)
  if (to === 'child-home') await endServiceAddress(tx, child, member.personId, tx.today)
  else await insertServiceAddress(tx, child, { ...to, personId: member.personId })
  await recordFact(tx, caseFile, { type: 'address-changed', household: `letters to ${member.fullName}` })
  await askWhetherRight(tx, caseFile, before, { mayPost: to === 'child-home' || to.kind === 'home' })
  return ok(relationshipId)
})

const kinds = ['home', 'care-of', 'po-box', 'refuge-post'] as const
const choices = [
  { value: 'home', text: 'Their own home' }, { value: 'care-of', text: 'In care of somebody they trust' }, { value: 'po-box', text: 'A PO box' },
  { value: 'refuge-post', text: 'The post address of a refuge' }, { value: 'child-home', text: 'The child’s home, and no address of their own' },
] as const

type Found = Awaited<ReturnType<typeof findMemberFor>>

export async function show(ask: Ask): Promise<Reply> {
  return page(view(ask, await findMemberFor(ask, 'change-address'), [], dateValues('from', ask.house.clock.today())))
}

export async function submit(ask: Ask): Promise<Reply> {
  const found = await findMemberFor(ask, 'change-address')
  const again = (errors: FormErrors): Reply => wrongForm(view(ask, found, errors, ask.form.values()))
  const reader = fieldReader(ask.form)
  const kind = reader.oneOf('kind', [...kinds, 'child-home'] as const, 'Select where letters go')
  const isOwn = kind !== undefined && kind !== 'child-home'
  const address = isOwn ? reader.address('lines', 'postcode') : { lines: [] }
  const howKnown = isOwn ? reader.oneOf('howKnown', howKnownChoices.map(({ value }) => value), 'Select how we know') : undefined
  const fromOn = isOwn ? reader.neededDay('from', 'The day from which letters go there', { latest: addMonths(ask.house.clock.today(), 3) }) : undefined
  if (reader.errors.length > 0 || kind === undefined) return again(reader.errors)
  const to = kind === 'child-home' || howKnown === undefined || fromOn === undefined ? 'child-home' as const : { kind, ...address, howKnown, fromOn }
  const changed = await changeLettersTo(ask, caseKeyOf(ask), { relationshipId: param(ask, 'relationshipId'), to })
  if (!changed.ok && changed.refusal.kind === 'not-on-record') throw new NotFound('family member')
  return redirect(paths.caseFamily(found.caseFile.key, { done: 'recorded' }))
}

function view({ frame }: Ask, { caseFile, member }: Found, errors: FormErrors, values: FormValues) {
  const title = `Where do letters to ${member.fullName} go?`
  const of = { errors, values }
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseFamily(caseFile.key) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">No other family member sees this. {member.fullName} is asked whether it is right by a way that we knew before, and letters wait for a day. For an address that must stay secret, <a class="govuk-link" href={paths.caseAddress(caseFile.key)}>record a protected address</a> instead.</p>
        <Form tokens={frame.tokens}>
          <RadiosField {...of} name="kind" legend="What kind of address is it?" items={[...choices]} />
          <TextAreaField {...of} name="lines" label="Address" hint="One part on each line, without the postcode" rows={4} whoCanSee={[`the ${caseFile.area.councilName} SEND team`]} attributes={{ autocomplete: 'off' }} />
          <TextField {...of} name="postcode" label="Postcode (optional)" class="govuk-input--width-10" whoCanSee="said above" attributes={{ autocomplete: 'off' }} />
          <RadiosField {...of} name="howKnown" legend="How do we know?" items={[...howKnownChoices]} />
          <DateField {...of} name="from" legend="From which day?" />
          <Button>Save</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
