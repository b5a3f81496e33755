// Somebody whose work is in several areas, or for several bodies, looks at one of them: by the address, so that it can be bookmarked.
// Nothing is ever added by it.

import type { AreaOfWork } from '../../../casebook/access/areas-of-work.ts'
import { listAreasOfWork } from '../../../casebook/access/areas-of-work.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { asWorkingFor, organisationsOfRoles } from '../../../casebook/signing-in/viewer.ts'
import { paths } from '../../../paths.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import { Button } from '../../../ui/govuk/button.tsx'
import { Select } from '../../../ui/govuk/select.tsx'

export interface Narrowed {
  readonly areas: readonly AreaOfWork[]
  readonly bodies: readonly { readonly id: string; readonly name: string }[]
  readonly area?: string
  readonly body?: string
}

/** The transaction as it looks narrowed by the address, and what could be chosen; what is not theirs narrows nothing. */
export async function narrow(tx: Tx, query: FormBody): Promise<{ tx: Tx; narrowed?: Narrowed }> {
  const { viewer } = tx
  if (viewer.kind !== 'person' || viewer.roles.length === 0) return { tx }
  const bodies = organisationsOfRoles(viewer.roles)
  const areas = viewer.worksInSeveralAreas === true && viewer.onlyArea === undefined ? await listAreasOfWork(tx) : []
  if (bodies.length < 2 && areas.length < 2) return { tx }
  const area = areas.find(({ id }) => id === query.text('area'))
  const body = bodies.find(({ id }) => id === query.text('body'))
  const workingFor = { ...(body === undefined ? {} : { organisationId: body.id }), ...(area === undefined ? {} : { localAreaId: area.id }) }
  const chosen = area === undefined && body === undefined ? tx : { ...tx, viewer: { ...asWorkingFor({ ...viewer, workingFor }), ...(area === undefined && viewer.onlyArea !== undefined ? { onlyArea: viewer.onlyArea } : {}) } }
  return { tx: chosen, narrowed: { areas, bodies: bodies.length < 2 ? [] : bodies, ...(area === undefined ? {} : { area: area.id }), ...(body === undefined ? {} : { body: body.id }) } }
}

export function NarrowForm({ narrowed: { areas, bodies, area, body } }: { narrowed: Narrowed }) {
  const all = (text: string) => ({ value: '', text })
  return (
    <form method="get" action={paths.home()} class="hub-inline-form" aria-label="Show the work of">
      {areas.length > 1 && <Select name="area" label="Council area" value={area ?? ''} items={[all(`All ${areas.length} areas`), ...areas.map(({ id, name }) => ({ value: id, text: name }))]} />}
      {bodies.length > 1 && <Select name="body" label="Organisation" value={body ?? ''} items={[all('All of them'), ...bodies.map(({ id, name }) => ({ value: id, text: name }))]} />}
      <Button variant="secondary">Show</Button>
      {(area ?? body) !== undefined && <p class="govuk-body"><a class="govuk-link" href={paths.home()}>Show everything</a></p>}
    </form>
  )
}
