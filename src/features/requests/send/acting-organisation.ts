import type { Viewer } from '../../../casebook/signing-in/viewer.ts'
import type { Requester } from '../../../domain/case-file/facts.ts'
import { journeyOf } from '../../../domain/case-file/request-gateway.ts'
import type { OrganisationId } from '../../../domain/ids.ts'

const settings: readonly Requester[] = ['school', 'post-16', 'early-years']

/** The organisation that a signed-in professional asks for: their setting when a setting asks, else their first body. */
export function actingRoleOf(viewer: Viewer, madeBy: Requester) {
  if (viewer.kind !== 'person' || journeyOf(madeBy) === 'family') return undefined
  return settings.includes(madeBy) ? viewer.roles.find(({ organisationKind }) => organisationKind === 'setting') : viewer.roles.find(({ organisationKind }) => organisationKind !== 'setting')
}

/** Nobody's, when council staff write down what somebody else asked. */
export const actingOrganisationOf = (viewer: Viewer, draft: { readonly madeBy: Requester; readonly isWrittenDown: boolean }): OrganisationId | undefined =>
  draft.isWrittenDown ? undefined : actingRoleOf(viewer, draft.madeBy)?.organisationId
