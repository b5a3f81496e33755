import type { Ask } from '../../../casebook/ask.ts'
import { isFresh, freshSignIn } from '../../../casebook/signing-in/fresh-sign-in.ts'
import { bodiesHeld, holderOf, holdsInArea } from '../../../casebook/access/office.ts'
import { listAreas } from '../../../casebook/open-area.ts'
import { bindIdentity, findWaiting, forgetWaiting } from '../../../casebook/signing-in/outside-identity.ts'
import { inTransaction, read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors } from '../../../ui/form.tsx'
import { listStaff } from './staff-store.ts'
import { view } from './view.tsx'

const freshMinutes = 15

/** Somebody reads out a code: an administrator says which of their own staff it is. */
export async function show(ask: Ask): Promise<Reply> {
  return freshSignIn(ask, freshMinutes) ?? page(await shown(ask, []))
}

export async function submit(ask: Ask): Promise<Reply> {
  const { personId: by } = holderOf(ask)
  if (!isFresh(ask, freshMinutes)) return redirect(paths.signInAgain({ next: paths.waitingIdentities() }))
  const { house, form } = ask
  const code = form.text('identityCode')
  const now = house.clock.now()
  const waiting = await findWaiting(house.database, code, now)
  if (waiting === undefined) return wrongForm(await shown(ask, [{ field: 'identityCode', message: 'Check the code: nobody is waiting with this one. Codes last 3 days' }]))
  const staff = await read(ask, (tx) => listStaff(tx, organisations(ask)))
  const person = staff.find(({ id }) => id === form.text('person'))
  // First the code alone: the administrator sees whom the provider names before they say who it is.
  if (person === undefined) {
    return form.text('step') === 'who'
      ? wrongForm(await shown(ask, [{ field: 'person', message: 'Select who it is' }], waiting.toldName))
      : page(await shown(ask, [], waiting.toldName))
  }
  const isBound = await inTransaction(ask, (tx) => bindIdentity(tx.db, waiting, { personId: person.id, how: 'administrator', by, now }))
  await forgetWaiting(house.database, code)
  return isBound ? redirect(paths.waitingIdentities({ done: 'identity-bound' }))
    : wrongForm(await shown(ask, [{ field: 'identityCode', message: 'That account elsewhere belongs to somebody already' }]))
}

const organisations = (ask: Ask) => bodiesHeld(ask, 'look-after-staff')

/** The areas whose staff limit they may set too. */
async function areasOf(ask: Ask) {
  return (await read(ask, listAreas)).filter(({ id }) => holdsInArea(ask, 'set-sign-out', id))
}

async function shown(ask: Ask, errors: FormErrors, toldName?: string) {
  return view({ frame: ask.frame, areas: await areasOf(ask), errors, values: ask.form.values(), waiting: toldName === undefined ? undefined : { toldName, staff: await read(ask, (tx) => listStaff(tx, organisations(ask))) } })
}
