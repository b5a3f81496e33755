import type { Ask } from '../../../casebook/ask.ts'
import { freshSignIn, isFresh } from '../../../casebook/signing-in/fresh-sign-in.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { addDays } from '../../../domain/calendar/plain-date.ts'
import { otherAdministrators, whyNotRemoved } from '../../../domain/sign-in/staff-change.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readDate } from '../../../ui/read-date.ts'
import { memberKeyOf } from '../member/page.ts'
import { freshMinutes, openBody } from '../open-body.ts'
import { removeStaff } from '../staff-acts.ts'
import { countOpenWork } from '../staff-store.ts'
import { refusalError } from '../words.ts'
import { view } from './view.tsx'

/** What there is to say of somebody who leaves: their open work in numbers, and who could take it on. */
async function find(ask: Ask) {
  const { organisationId, personId } = memberKeyOf(ask)
  return read(ask, async (tx) => {
    const { body, staff } = await openBody(tx, organisationId)
    const leaver = staff.find(({ id }) => id === personId)
    if (leaver === undefined) throw new NotFound('member of staff')
    return {
      body, leaver, today: tx.today, work: await countOpenWork(tx, leaver.id, body.id),
      why: whyNotRemoved({ held: leaver.roles, otherAdministrators: otherAdministrators(staff, leaver.id) }),
      colleagues: staff.filter(({ id, roles, lastOn }) => id !== leaver.id && lastOn === undefined && roles.some((role) => role !== 'staff-administrator' && role !== 'access-officer')),
    }
  })
}

export async function show(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  return freshSignIn(ask, freshMinutes) ?? page(view({ frame: ask.frame, ...found, errors: [], values: {} }))
}

function readForm({ form }: Ask, today: PlainDate, hasWork: boolean): { lastOn?: PlainDate; handTo?: string; errors: readonly FieldError[] } {
  const when = form.text('when')
  const to = form.text('handTo')
  const day = when === 'later' ? readDate(form, 'lastOn', { what: 'The last day', earliest: today, latest: addDays(today, 366) }) : undefined
  return {
    ...(day !== undefined && 'value' in day ? { lastOn: day.value } : {}), ...(to !== '' && to !== 'inbox' ? { handTo: to } : {}),
    errors: [
      ...(when === 'now' || when === 'later' ? [] : [{ field: 'when', message: 'Select when their access ends' }]), ...(day !== undefined && 'error' in day ? [day.error] : []),
      ...(hasWork && to === '' ? [{ field: 'handTo', message: 'Select who takes on their work' }] : []),
    ],
  }
}

export async function submit(ask: Ask): Promise<Reply> {
  const found = await find(ask)
  const key = memberKeyOf(ask)
  if (!isFresh(ask, freshMinutes)) return redirect(paths.signInAgain({ next: paths.staffLeaves(key) }))
  const again = (errors: readonly FieldError[]): Reply => wrongForm(view({ frame: ask.frame, ...found, errors, values: ask.form.values() }))
  const { lastOn, handTo, errors } = readForm(ask, found.today, found.work.advice + found.work.cases > 0)
  if (errors.length > 0) return again(errors)
  const removed = await removeStaff(ask, { ...key, ...(lastOn === undefined ? {} : { lastOn }), ...(handTo === undefined ? {} : { handTo }) })
  if (!removed.ok) return again([refusalError(removed.refusal.kind === 'not-a-colleague' ? 'handTo' : 'when', removed.refusal.kind)])
  // Whoever removed themselves looks after nobody here any more.
  if (ask.viewer.kind === 'person' && ask.viewer.personId === found.leaver.id) return redirect(paths.home())
  return redirect(paths.staffOf(key, { done: lastOn === undefined ? 'staff-removed' : 'staff-leaves' }))
}
