// Children of the area who may be the one that an older plan is about, by number, name and day of birth.

import type { CaseId, LocalAreaId } from '../../domain/ids.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { LikenessKind } from '../../domain/case-file/duplicates.ts'
import { duplicateScore, namePartsOf, swappedDayAndMonth } from '../../domain/case-file/duplicates.ts'
import type { Stage } from '../../domain/case-file/tracks.ts'
import type { PlanFacts } from '../../domain/older-plans/plan-facts.ts'
import { caseInSight } from '../../casebook/access/sight.ts'
import type { Tx } from '../../casebook/tx.ts'

export interface LikeChild {
  readonly caseId: CaseId
  readonly reference: string
  readonly name: string
  readonly bornOn: PlainDate
  readonly stage: Stage
  readonly hasPlan: boolean
  readonly score: number
  readonly alike: readonly LikenessKind[]
}

/** The most alike first; at most ten, and only such as a person should look at. */
export async function listLikeChildren(tx: Tx, localAreaId: LocalAreaId, { givenName = '', familyName = '', bornOn, upn, nhsNumber }: PlanFacts): Promise<LikeChild[]> {
  const days = bornOn === undefined ? [] : [bornOn, swappedDayAndMonth(bornOn)].filter((day) => day !== undefined)
  const family = namePartsOf(familyName)
  const rows = await tx.db.selectFrom('child as k').innerJoin('caseFile as c', (join) => join.onRef('c.localAreaId', '=', 'k.localAreaId').onRef('c.childId', '=', 'k.id'))
    .leftJoin('plan as p', (join) => join.onRef('p.localAreaId', '=', 'c.localAreaId').onRef('p.caseId', '=', 'c.id'))
    .select(['c.id', 'c.reference', 'c.stage', 'k.givenName', 'k.familyName', 'k.bornOn', 'k.upn', 'k.nhsNumber', 'p.id as planId'])
    // Of a plan that came with a return the days are here, and its words are what is brought in.
    .select(({ exists, selectFrom, and, not }) => and([
      exists(selectFrom('fact as f').select('f.seq').whereRef('f.localAreaId', '=', 'c.localAreaId').whereRef('f.caseId', '=', 'c.id').where('f.type', '=', 'plan-shell-brought-in')),
      not(exists(selectFrom('planVersion as v').select('v.id').whereRef('v.localAreaId', '=', 'p.localAreaId').whereRef('v.planId', '=', 'p.id'))),
    ]).as('isShell'))
    .where('c.localAreaId', '=', localAreaId).where(caseInSight(tx, 'c'))
    .where((eb) => eb.or([
      ...(upn === undefined ? [] : [eb('k.upn', '=', upn)]), ...(nhsNumber === undefined ? [] : [eb('k.nhsNumber', '=', nhsNumber)]),
      ...(days.length === 0 ? [] : [eb('k.bornOn', 'in', days)]), ...(family.length === 0 ? [] : [eb(eb.fn<string>('lower', ['k.familyName']), '=', familyName.toLowerCase())]),
    ])).limit(500).execute()
  return rows.map((row) => {
    const likeness = duplicateScore(
      { givenName, familyName, bornOn: bornOn ?? row.bornOn, ...(upn === undefined ? {} : { upn }), ...(nhsNumber === undefined ? {} : { nhsNumber }) },
      { givenName: row.givenName, familyName: row.familyName, bornOn: row.bornOn, ...(row.upn === null ? {} : { upn: row.upn }), ...(row.nhsNumber === null ? {} : { nhsNumber: row.nhsNumber }) },
    )
    const isDayKnown = bornOn !== undefined
    return { caseId: row.id, reference: row.reference, name: `${row.givenName} ${row.familyName}`, bornOn: row.bornOn, stage: row.stage as Stage, hasPlan: row.planId !== null && row.isShell !== true, score: likeness.score - (isDayKnown ? 0 : 40), alike: likeness.alike.filter((kind) => isDayKnown || kind !== 'born-on') }
  }).filter(({ score }) => score >= 40).toSorted((a, b) => b.score - a.score || a.reference.localeCompare(b.reference)).slice(0, 10)
}

/** The setting of that name, where exactly one has it. */
export async function findSettingCalled(tx: Tx, name: string) {
  const rows = await tx.db.selectFrom('organisation').select(['id', 'name']).where('kind', '=', 'setting').where((eb) => eb(eb.fn<string>('lower', ['name']), '=', name.trim().toLowerCase())).limit(2).execute()
  return rows.length === 1 ? rows[0] : undefined
}
