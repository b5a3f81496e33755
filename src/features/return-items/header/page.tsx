// What the national return says of the area itself: the authority's number, and whether it has its three designated officers.

import { actOutsideCase } from '../../../casebook/act.ts'
import type { ReturnHeader } from '../../../casebook/area-rows.ts'
import { findReturnHeader, saveReturnHeader } from '../../../casebook/area-rows.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { keepsChildren } from '../../../casebook/house.ts'
import { openAreaFor } from '../../../casebook/open-area.ts'
import { read } from '../../../casebook/tx.ts'
import type { Area } from '../../../casebook/open-case-file.ts'
import type { KeepsChildren } from '../../../domain/identifiers/real-or-invented.ts'
import { ok } from '../../../domain/outcome.ts'
import { officerCodes } from '../../../domain/sen2/code-sets.ts'
import { localAuthorities } from '../../../domain/sen2/local-authorities.ts'
import type { OfficerCode } from '../../../domain/sen2/sen2-return.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { RadiosField, TextField } from '../../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { capital } from '../words.ts'

const setHeader = actOutsideCase('set-return-header', async (tx, { area, header }: { readonly area: string; readonly header: ReturnHeader }) => {
  const { id } = await openAreaFor(tx, area, 'set-return-header')
  await saveReturnHeader(tx, id, header)
  return ok(null)
})

const find = (ask: Ask) => read(ask, async (tx) => {
  const area = await openAreaFor(tx, param(ask, 'area'), 'set-return-header')
  return { area, header: await findReturnHeader(tx, area.id) }
})

export async function show(ask: Ask): Promise<Reply> {
  const { area, header: { authorityNumber, medicalOfficer, clinicalOfficer, socialCareOfficer } } = await find(ask)
  return page(view(ask, area, [], { authority: authorityNumber, medicalOfficer, clinicalOfficer, socialCareOfficer }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const { area } = await find(ask)
  const form = readHeader(ask.form, keepsChildren(ask.house))
  if ('errors' in form) return wrongForm(view(ask, area, form.errors, ask.form.values()))
  await setHeader(ask, { area: area.code, header: form.value })
  return redirect(paths.returnHeader({ area: area.code }, { done: 'saved' }))
}

const officers = [
  { field: 'medicalOfficer', legend: 'Designated medical officer', who: 'the designated medical officer' }, { field: 'clinicalOfficer', legend: 'Designated clinical officer', who: 'the designated clinical officer' },
  { field: 'socialCareOfficer', legend: 'Designated social care officer', who: 'the designated social care officer' },
] as const

function readHeader(form: FormBody, keeps: KeepsChildren): { readonly value: ReturnHeader } | { readonly errors: readonly FieldError[] } {
  const authority = form.text('authority')
  // An area that is made up has no number of its own; the check of its return says so.
  const said = officers.map(({ field, who }) => ({ field, who, code: (Object.keys(officerCodes) as OfficerCode[]).find((code) => code === form.text(field)) }))
  const errors: FieldError[] = [
    ...(/^\d{3}$/.test(authority) ? (keeps === 'invented' || Object.hasOwn(localAuthorities, authority) ? [] : [{ field: 'authority', message: 'There is no authority in England with this number' }]) : [{ field: 'authority', message: 'Enter the authority’s number of three digits, like 800' }]),
    ...said.flatMap(({ field, who, code }) => (code === undefined ? [{ field, message: `Select whether there is ${who.replace('the ', 'a ')}` }] : [])),
  ]
  const [medical, clinical, social] = said.map(({ code }) => code)
  if (errors.length > 0 || medical === undefined || clinical === undefined || social === undefined) return { errors }
  return { value: { authorityNumber: authority, medicalOfficer: medical, clinicalOfficer: clinical, socialCareOfficer: social } }
}

function view({ frame }: Ask, area: Area, errors: FormErrors, values: FormValues) {
  const title = 'The area in the national return'
  return (
    <HubPage frame={frame} title={title} errors={errors} councilName={area.councilName} back={{ href: paths.returnFaults({ area: area.code }), text: 'What the national return will find' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">The return (SEN2) begins with who sends it. Everybody in the SEND team of {area.councilName} can see this.</p>
        <Form tokens={frame.tokens}>
          <TextField name="authority" label="The authority’s number" hint="Three digits, as in all returns to the Department for Education" class="govuk-input--width-3" inputMode="numeric" whoCanSee="said above" errors={errors} values={values} />
          {officers.map(({ field, legend }) => (
            <RadiosField name={field} legend={legend} fieldset={{ legendSize: 's' }} errors={errors} values={values} items={Object.entries(officerCodes).map(([value, words]) => ({ value, text: capital(words) }))} />
          ))}
          <Button preventDoubleClick>Save</Button>
        </Form>
      </TwoThirds>
    </HubPage>
  )
}
