import { mayBreakGlass } from '../../../casebook/access/broken-glass.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { listAreas } from '../../../casebook/open-area.ts'
import type { Area } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { readEmergency } from './form.ts'
import { endEmergency, openInEmergency } from './open-in-emergency.ts'
import { view } from './view.tsx'

/** Only those whose office it can be; for everybody else it is not there. */
async function areasFor(ask: Ask): Promise<readonly Area[]> {
  if (!mayBreakGlass(ask.viewer)) throw new NotFound('emergency')
  return read(ask, listAreas)
}

export async function show(ask: Ask): Promise<Reply> {
  return page(view({ frame: ask.frame, areas: await areasFor(ask), errors: [], values: {} }))
}

/**
 * Whether a child is known here is said only to who has given a reason, and each try is on record. A try that finds nobody says no
 * more than that, and several in an hour are told to the access officer.
 */
export async function submit(ask: Ask): Promise<Reply> {
  const areas = await areasFor(ask)
  const again = (errors: FieldError[], found?: 'nobody'): Reply => wrongForm(view({ frame: ask.frame, areas, errors, values: ask.form.values(), ...(found === undefined ? {} : { found }) }))
  const form = readEmergency(ask.form, areas.map(({ code }) => code), ask.house.clock.today())
  if ('errors' in form) return again(form.errors)
  const area = areas.find(({ code }) => code === form.value.area)
  const opened = await openInEmergency(ask, form.value)
  if (opened.ok) return redirect(paths.caseOverview(opened.value.key, opened.value.isTheirs ? undefined : { done: 'emergency-open' }))
  if (ask.trail !== undefined) Object.assign(ask.trail, { outcome: 'not-found', ...(area === undefined ? {} : { localAreaId: area.id }) })
  return again([{ field: 'givenName', message: `There is no record in ${area?.name ?? 'this area'} for this name and date of birth` }], 'nobody')
}

export async function end(ask: Ask): Promise<Reply> {
  await endEmergency(ask, param(ask, 'openingId'))
  return redirect(paths.home({ done: 'emergency-ended' }))
}
