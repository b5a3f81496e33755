import { listAreasOfWork } from '../../../casebook/access/areas-of-work.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { chooseWorkingFor } from '../../../casebook/signing-in/session.ts'
import { read } from '../../../casebook/tx.ts'
import { organisationsOfRoles } from '../../../casebook/signing-in/viewer.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { view } from './view.tsx'

/** For which organisation, and in which area, one works just now. */
export async function show(ask: Ask): Promise<Reply> {
  const { workingFor } = ask.session === undefined ? {} : full(ask)
  return page(await shown(ask, [], { organisation: workingFor?.organisationId ?? 'all', area: workingFor?.localAreaId ?? 'all' }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const viewer = full(ask)
  const areas = await read({ ...ask, viewer }, listAreasOfWork)
  const organisation = organisationsOfRoles(viewer.roles).find(({ id }) => id === ask.form.text('organisation'))
  const area = areas.find(({ id }) => id === ask.form.text('area'))
  const wrong = (field: string, found: unknown): boolean => ask.form.has(field) && ask.form.text(field) !== 'all' && found === undefined
  if (wrong('organisation', organisation) || wrong('area', area)) {
    return wrongForm(await shown(ask, [{ field: wrong('area', area) ? 'area' : 'organisation', message: 'Select one of those shown, or all' }], ask.form.values()))
  }
  if (viewer.sessionId === undefined) throw new NotAllowed('no session')
  await chooseWorkingFor(ask.house.database, viewer.sessionId, { ...(organisation === undefined ? {} : { organisationId: organisation.id }), ...(area === undefined ? {} : { localAreaId: area.id }) })
  return redirect(paths.home({ done: 'working-for-chosen' }))
}

async function shown(ask: Ask, errors: FormErrors, values: FormValues) {
  const viewer = full(ask)
  return view({ frame: ask.frame, organisations: organisationsOfRoles(viewer.roles), areas: await read({ ...ask, viewer }, listAreasOfWork), errors, values })
}

/** All that they are, whatever they chose before. */
function full({ viewer }: Ask) {
  if (viewer.kind !== 'person' || viewer.roles.length === 0) throw new NotFound('works for nobody')
  return viewer
}
