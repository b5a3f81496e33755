import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { freshSignIn, isFresh } from '../../../casebook/signing-in/fresh-sign-in.ts'
import { read } from '../../../casebook/tx.ts'
import { rolesAt } from '../../../domain/access/roles-at.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { newSpokenCode, spokenAs } from '../../../platform/second-factor/codes.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { invitedView } from '../add/view.tsx'
import { listStaffEvents } from '../change-store.ts'
import { bodyIdOf, freshMinutes, getSomebody, openBody } from '../open-body.ts'
import { changeRoles, inviteAgain, keepStaff } from '../staff-acts.ts'
import { refusalError } from '../words.ts'
import { view } from './view.tsx'

export const memberKeyOf = (ask: Ask) => ({ organisationId: bodyIdOf(ask), personId: param(ask, 'personId') })

async function shown(ask: Ask, errors: readonly FieldError[]) {
  const { organisationId, personId } = memberKeyOf(ask)
  return read(ask, async (tx) => {
    const at = await openBody(tx, organisationId)
    const somebody = await getSomebody(tx, at, personId)
    return view({
      frame: ask.frame, body: at.body, somebody, today: tx.today, providers: ask.house.providers, isOneself: somebody.id === at.administrator.personId,
      events: await listStaffEvents(tx, at.body.id, somebody.id), errors, values: errors.length > 0 ? ask.form.values() : { roles: [...somebody.now?.roles ?? []] },
    })
  })
}

/** Somebody who works there, or did until lately. */
export const show = async (ask: Ask): Promise<Reply> => page(await shown(ask, []))

export async function submit(ask: Ask): Promise<Reply> {
  const key = memberKeyOf(ask)
  const { at, somebody } = await read(ask, async (tx) => { const open = await openBody(tx, key.organisationId); return { at: open, somebody: await getSomebody(tx, open, key.personId) } })
  if (!isFresh(ask, freshMinutes)) return redirect(paths.signInAgain({ next: paths.staffMember(key) }))
  const offered = [...new Set([...rolesAt(at.body.kind), ...somebody.now?.roles ?? []])]
  const changed = await changeRoles(ask, { ...key, roles: offered.filter((role) => ask.form.all('roles').includes(role)) })
  return changed.ok ? redirect(paths.staffMember(key, { done: 'staff-changed' })) : wrongForm(await shown(ask, [refusalError('roles', changed.refusal.kind)]))
}

/** They stay after all. */
export async function stays(ask: Ask): Promise<Reply> {
  const key = memberKeyOf(ask)
  await keepStaff(ask, key)
  return redirect(paths.staffMember(key, { done: 'staff-stays' }))
}

/** Somebody who reloads the page with the code, or was sent to prove who they are. */
export const showInvite = (ask: Ask): Promise<Reply> => Promise.resolve(freshSignIn(ask, freshMinutes) ?? redirect(paths.staffMember(memberKeyOf(ask))))

export async function invites(ask: Ask): Promise<Reply> {
  const key = memberKeyOf(ask)
  const somebody = await read(ask, async (tx) => getSomebody(tx, await openBody(tx, key.organisationId), key.personId))
  if (!isFresh(ask, freshMinutes)) return redirect(paths.signInAgain({ next: paths.staffMember(key) }))
  const [id, code] = [ask.house.newId<string>(), newSpokenCode()]
  const invited = await inviteAgain(ask, { ...key, id, code })
  if (!invited.ok) return wrongForm(await shown(ask, [refusalError('roles', invited.refusal.kind)]))
  return page(invitedView({ frame: ask.frame, name: somebody.name, email: somebody.email ?? '', back: paths.staffOf(key), again: paths.staffMember(key), code: invited.value.invited === id ? spokenAs(code) : undefined }))
}
