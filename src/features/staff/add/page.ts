import type { Ask } from '../../../casebook/ask.ts'
import { freshSignIn, isFresh } from '../../../casebook/signing-in/fresh-sign-in.ts'
import { read } from '../../../casebook/tx.ts'
import type { Role } from '../../../domain/access/parts.ts'
import { rolesAt } from '../../../domain/access/roles-at.ts'
import { parseEmailAddress } from '../../../domain/identifiers/contact-details.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { newSpokenCode, spokenAs } from '../../../platform/second-factor/codes.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { bodyIdOf, freshMinutes, openBody } from '../open-body.ts'
import { addStaff } from '../staff-acts.ts'
import { refusalError } from '../words.ts'
import { invitedView, view } from './view.tsx'

export async function show(ask: Ask): Promise<Reply> {
  const { body } = await read(ask, (tx) => openBody(tx, bodyIdOf(ask)))
  return freshSignIn(ask, freshMinutes) ?? page(view({ frame: ask.frame, body, errors: [], values: {} }))
}

/** Name, address and roles as typed; what is wrong beside its field. */
export function readPerson(form: FormBody, kind: string): { name: string; email: string; roles: readonly Role[]; errors: readonly FieldError[] } {
  const name = form.text('fullName').replaceAll(/\s+/g, ' ')
  const email = parseEmailAddress(form.text('email'))
  const roles = rolesAt(kind).filter((role) => form.all('roles').includes(role))
  return {
    name, email: email.ok ? email.value : '', roles,
    errors: [
      ...(name === '' ? [{ field: 'fullName', message: 'Enter their full name' }] : name.length > 200 ? [{ field: 'fullName', message: 'The name must be 200 characters or fewer' }] : []),
      ...(email.ok ? [] : [{ field: 'email', message: 'Enter an email address in the correct format, like name@example.com' }]),
      ...(roles.length > 0 ? [] : [{ field: 'roles', message: 'Select what they do here' }]),
    ],
  }
}

export async function submit(ask: Ask): Promise<Reply> {
  const organisationId = bodyIdOf(ask)
  const { body } = await read(ask, (tx) => openBody(tx, organisationId))
  if (!isFresh(ask, freshMinutes)) return redirect(paths.signInAgain({ next: paths.addStaff({ organisationId }) }))
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, body, errors, values: ask.form.values() }))
  const { name, email, roles, errors } = readPerson(ask.form, body.kind)
  if (errors.length > 0) return again(errors)
  const [id, code] = [ask.house.newId<string>(), newSpokenCode()]
  const added = await addStaff(ask, { organisationId, name, email, roles, id, code })
  if (!added.ok) return again([refusalError(added.refusal.kind === 'email-in-use' || added.refusal.kind === 'works-here-already' ? 'email' : 'roles', added.refusal.kind)])
  const { invited, personId } = added.value
  if (invited === undefined) return redirect(paths.staffMember({ organisationId, personId }, { done: 'staff-added' }))
  return page(invitedView({ frame: ask.frame, name, email, back: paths.staffOf({ organisationId }), again: paths.staffMember({ organisationId, personId }), code: invited === id ? spokenAs(code) : undefined }))
}
