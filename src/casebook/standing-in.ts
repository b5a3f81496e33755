// Where the viewer stands towards one case, read from rows: what the policy (domain/access) is asked with.

import { sql } from 'kysely'
import type { FamilyStanding } from '../domain/access/family-standing.ts'
import type { Standing } from '../domain/access/standing.ts'
import type { CaseId, ChildId, LocalAreaId, PersonId } from '../domain/ids.ts'
import { findLiveOpening } from './broken-glass.ts'
import { organisationsOf } from './sight.ts'
import type { Tx } from './tx.ts'

export interface CaseOfChild {
  readonly localAreaId: LocalAreaId
  readonly id: CaseId
  readonly childId: ChildId
}

/** The viewer's roles as they are today, their own rows of the case and their organisations', and what they are to the child. */
export async function standingIn(tx: Tx, caseRow: CaseOfChild): Promise<Standing> {
  const { viewer } = tx
  if (viewer.kind !== 'person') return { kind: viewer.kind }
  const rows = await tx.db.selectFrom('caseParty').select(['part', 'personId', 'organisationId', 'fromOn', 'toOn'])
    .where('localAreaId', '=', caseRow.localAreaId).where('caseId', '=', caseRow.id)
    .where((eb) => eb.or([eb('personId', '=', viewer.personId), eb('organisationId', '=', sql<never>`any(${organisationsOf(viewer)}::uuid[])`)])).execute()
  const family = await findFamilyStanding(tx, caseRow, viewer.personId)
  return {
    kind: 'person', personId: viewer.personId, roles: viewer.roles, hasBrokenGlass: await findLiveOpening(tx, caseRow) !== undefined,
    ...(family === undefined ? {} : { family }),
    rows: rows.map(({ part, personId, organisationId, fromOn, toOn }) => ({
      part, fromOn, ...(personId === null ? {} : { personId }), ...(organisationId === null ? {} : { organisationId }), ...(toOn === null ? {} : { toOn }),
    })),
  }
}

/**
 * What is on record of the person's standing towards the child. Responsibility that nobody has found yet says nothing either way;
 * one that ended says that it ended.
 */
async function findFamilyStanding(tx: Tx, { localAreaId, childId }: CaseOfChild, personId: PersonId): Promise<FamilyStanding | undefined> {
  const ties = await tx.db.selectFrom('relationship').select(['responsibilityFrom', 'responsibilityTo', 'livesWithChild'])
    .where('localAreaId', '=', localAreaId).where('childId', '=', childId).where('personId', '=', personId).where('hasParentalResponsibility', '=', true).execute()
  if (ties.length === 0) return undefined
  return {
    hasParentalResponsibility: ties.some(({ responsibilityFrom: from, responsibilityTo: to }) => (from === null || from <= tx.today) && (to === null || to >= tx.today)),
    hasCare: ties.some(({ livesWithChild }) => livesWithChild), mayNotSee: false,
  }
}
