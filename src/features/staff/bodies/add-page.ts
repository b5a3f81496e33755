import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { freshSignIn, isFresh } from '../../../casebook/signing-in/fresh-sign-in.ts'
import { mustHoldInArea } from '../../../casebook/access/office.ts'
import { openArea } from '../../../casebook/open-area.ts'
import { read } from '../../../casebook/tx.ts'
import type { BodyKind } from '../../../domain/access/roles-at.ts'
import { rolesAt } from '../../../domain/access/roles-at.ts'
import { parseEmailAddress } from '../../../domain/identifiers/contact-details.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { newSpokenCode, spokenAs } from '../../../platform/second-factor/codes.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readPerson } from '../add/page.ts'
import { invitedView } from '../add/view.tsx'
import { freshMinutes } from '../open-body.ts'
import { listStaff } from '../staff-store.ts'
import { refusalError } from '../words.ts'
import { addView, kindChoices, oneView, settingTypes } from './add-view.tsx'
import type { NewBody } from './bodies-store.ts'
import { addBody, getBodyOf, inviteAdministrator } from './body-acts.ts'

const ownArea = async (ask: Ask) => {
  const area = await read(ask, (tx) => openArea(tx, param(ask, 'area')))
  mustHoldInArea(ask, 'add-body', area.id)
  return area
}

export async function show(ask: Ask): Promise<Reply> {
  const area = await ownArea(ask)
  return freshSignIn(ask, freshMinutes) ?? page(addView({ frame: ask.frame, area, errors: [], values: {} }))
}

function readBody(form: FormBody): { body?: NewBody; errors: readonly FieldError[] } {
  const [name, service, urn, odsCode, email] = ['name', 'service', 'urn', 'odsCode', 'email'].map((field) => form.text(field).replaceAll(/\s+/g, ' ')) as [string, string, string, string, string]
  const kind = kindChoices.find(({ value }) => value === form.text('kind'))?.value as BodyKind | undefined
  const settingType = settingTypes.find((one) => one === form.text('settingType'))
  const address = email === '' ? undefined : parseEmailAddress(email)
  const errors = [
    ...(kind === undefined ? [{ field: 'kind', message: 'Select what kind of organisation it is' }] : []),
    ...(name === '' ? [{ field: 'name', message: 'Enter its name' }] : name.length > 200 ? [{ field: 'name', message: 'The name must be 200 characters or fewer' }] : []),
    ...(service.length > 200 ? [{ field: 'service', message: 'The service must be 200 characters or fewer' }] : []),
    ...(urn === '' || /^\d{6}$/.test(urn) ? [] : [{ field: 'urn', message: 'A URN has 6 digits' }]),
    ...(odsCode === '' || /^[A-Z0-9]{3,6}$/i.test(odsCode) ? [] : [{ field: 'odsCode', message: 'An ODS code has 3 to 6 letters and digits' }]),
    ...(address === undefined || address.ok ? [] : [{ field: 'email', message: 'Enter an email address in the correct format, like name@example.com' }]),
  ]
  if (kind === undefined || errors.length > 0) return { errors }
  return { errors, body: {
    kind, name, ...(service === '' ? {} : { service }), ...(urn === '' || kind !== 'setting' ? {} : { urn }), ...(odsCode === '' ? {} : { odsCode: odsCode.toUpperCase() }),
    ...(settingType === undefined || kind !== 'setting' ? {} : { settingType }), ...(address?.ok === true ? { email: address.value } : {}),
  } }
}

export async function submit(ask: Ask): Promise<Reply> {
  const area = await ownArea(ask)
  if (!isFresh(ask, freshMinutes)) return redirect(paths.signInAgain({ next: paths.addOrganisation({ area: area.code }) }))
  const again = (errors: readonly FieldError[]): Reply => wrongForm(addView({ frame: ask.frame, area, errors, values: ask.form.values() }))
  const { body, errors } = readBody(ask.form)
  if (body === undefined) return again(errors)
  const added = await addBody(ask, { area: area.code, ...body })
  if (!added.ok) return again([{ field: 'name', message: 'There is an organisation of this name, or of this URN, already. Add a service to tell two apart' }])
  return redirect(paths.organisation({ area: area.code, organisationId: added.value.id }, { done: 'body-added' }))
}

async function find(ask: Ask) {
  const area = await ownArea(ask)
  return read(ask, async (tx) => {
    const { body } = await getBodyOf(tx, area.code, param(ask, 'organisationId'))
    return { area, body, administrators: (await listStaff(tx, body.id)).filter(({ roles }) => roles.includes('staff-administrator')) }
  })
}

/** One body: who looks after its people, and a way to invite somebody who will. */
export async function showOne(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  return freshSignIn(ask, freshMinutes) ?? page(oneView({ frame: ask.frame, ...found, providers: ask.house.providers, errors: [], values: {} }))
}

export async function submitAdministrator(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const { area, body } = found
  const key = { area: area.code, organisationId: body.id }
  if (!isFresh(ask, freshMinutes)) return redirect(paths.signInAgain({ next: paths.organisation(key) }))
  const again = (errors: readonly FieldError[]): Reply => wrongForm(oneView({ frame: ask.frame, ...found, providers: ask.house.providers, errors, values: ask.form.values() }))
  const { name, email, errors } = readPerson(ask.form, body.kind)
  const wrong = errors.filter(({ field }) => field !== 'roles')
  if (wrong.length > 0) return again(wrong)
  const roles = body.kind === 'council' ? [] : rolesAt(body.kind).filter((role) => role !== 'staff-administrator' && ask.form.all('also').includes(role))
  const [id, code] = [ask.house.newId<string>(), newSpokenCode()]
  const invited = await inviteAdministrator(ask, { ...key, name, email, roles, id, code })
  if (!invited.ok) return again([refusalError('email', invited.refusal.kind)])
  if (invited.value.invited === undefined) return redirect(paths.organisation(key, { done: 'staff-added' }))
  return page(invitedView({ frame: ask.frame, name, email, back: paths.organisation(key), again: paths.organisation(key), code: invited.value.invited === id ? spokenAs(code) : undefined }))
}
