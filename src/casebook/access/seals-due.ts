// Seals whose day to be looked at again has come, for whoever decides in an area: the line on their own page.

import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { CaseId, LocalAreaId } from '../../domain/ids.ts'
import type { CaseKey } from '../open-case-file.ts'
import type { Tx } from '../tx.ts'

export interface SealsDue {
  readonly key: CaseKey
  readonly childName: string
  readonly count: number
  readonly since: PlainDate
}

/** The areas in which somebody decides: they see through every seal there (domain/access/policy.ts). */
const decidesIn = ({ viewer }: Pick<Tx, 'viewer'>): LocalAreaId[] => (viewer.kind !== 'person' ? []
  : viewer.roles.flatMap(({ role, localAreaId }) => (role === 'decision-maker' && localAreaId !== undefined && (viewer.onlyArea ?? localAreaId) === localAreaId ? [localAreaId] : [])))

/** One line for each case, the longest due first, at most ten. */
export async function listSealsDue(tx: Tx): Promise<SealsDue[]> {
  const areas = decidesIn(tx)
  if (areas.length === 0) return []
  const rows = await tx.db.selectFrom('itemSeal as s')
    .innerJoin('caseFile as c', (join) => join.onRef('c.localAreaId', '=', 's.localAreaId').onRef('c.id', '=', 's.caseId'))
    .innerJoin('child as k', (join) => join.onRef('k.localAreaId', '=', 'c.localAreaId').onRef('k.id', '=', 'c.childId'))
    .innerJoin('localArea as a', 'a.id', 'c.localAreaId')
    .select((eb) => ['a.code', 'c.id', 'k.givenName', 'k.familyName', eb.fn.countAll<string>().as('count'), eb.fn.min('s.reviewOn').as('since')])
    .where('s.localAreaId', 'in', areas).where('s.reviewOn', '<=', tx.today).where('s.endedAt', 'is', null)
    .groupBy(['a.code', 'c.id', 'k.givenName', 'k.familyName']).orderBy('since').orderBy('c.id').limit(10).execute()
  return rows.map(({ code, id, givenName, familyName, count, since }) => ({ key: { area: code, caseId: id satisfies CaseId }, childName: `${givenName} ${familyName}`, count: Number(count), since }))
}
