// How old the lines of a plan are, as lists read it: folded from the plan's record by the one rule (domain/currency) and kept as a row,
// once at the end of the transaction that issued, took back or confirmed something. Whoever writes those tables asks for it here, so
// that no feature has to remember. What depends on today is never kept.

import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { confirmedLines } from '../../domain/currency/confirmed.ts'
import type { PlanDays } from '../../domain/currency/plan-days.ts'
import { planDays } from '../../domain/currency/plan-days.ts'
import type { ScoredSection } from '../../domain/currency/rule.ts'
import type { PlanVersionId } from '../../domain/ids.ts'
import { isSameValue } from '../../domain/plan/same-value.ts'
import type { Occasion, Tx } from '../tx.ts'
import { inTransaction } from '../tx.ts'
import type { PlanInForce, PlanPlace } from './plan-record.ts'
import { readPlanInForce } from './plan-record.ts'

/** The column of each scored section. */
export const sectionColumns = { B: 'bOn', C: 'cOn', D: 'dOn', E: 'eOn', F: 'fOn', G: 'gOn', H1: 'h1On', H2: 'h2On' } as const satisfies Record<ScoredSection, string>
type SectionColumn = (typeof sectionColumns)[ScoredSection]

type CurrencyColumns = Readonly<Record<SectionColumn, PlainDate | null>> & {
  readonly versionId: PlanVersionId
  readonly issuedOn: PlainDate
  readonly oldestOn: PlainDate | null
  readonly halfOn: PlainDate | null
  readonly lineDays: PlainDate[]
  readonly needAreas: string[]
}

/** Folds the plan of this case when the transaction ends, however many of its acts ask for it. */
export function currencyAtEnd(tx: Tx, { localAreaId, id }: PlanPlace): void {
  tx.atEnd.set(`currency of ${id}`, async () => { await keepCurrency(tx, { localAreaId, id }) })
}

/** Folds the plan of a case and puts its row right where it differs; answers with the columns that did. `write: false` only compares. */
export async function keepCurrency(tx: Tx, place: PlanPlace, { write = true } = {}): Promise<readonly string[]> {
  const { localAreaId, id: caseId } = place
  const kept = await tx.db.selectFrom('planCurrency').selectAll().where('localAreaId', '=', localAreaId).where('caseId', '=', caseId).executeTakeFirst()
  const inForce = await readPlanInForce(tx, place)
  if (inForce === undefined) {
    if (write && kept !== undefined) await tx.db.deleteFrom('planCurrency').where('localAreaId', '=', localAreaId).where('planId', '=', kept.planId).execute()
    return kept === undefined ? [] : ['row']
  }
  const now = currencyAsKept(inForce)
  if (kept === undefined) {
    if (write) await tx.db.insertInto('planCurrency').values({ localAreaId, planId: inForce.planId, caseId, ...now }).execute()
    return ['row']
  }
  const different = (Object.keys(now) as (keyof CurrencyColumns)[]).filter((column) => !isSameValue(kept[column], now[column]))
  if (write && different.length > 0) await tx.db.updateTable('planCurrency').set(now).where('localAreaId', '=', localAreaId).where('planId', '=', inForce.planId).execute()
  return different
}

/** The columns that are kept for a plan: of its record and nothing else. The loader of a population writes them, and `rebuild-currency` compares with them. */
export const currencyAsKept = ({ versionId, issuedOn, record }: Omit<PlanInForce, 'planId'>): CurrencyColumns => ({ versionId, issuedOn, ...columnsOf(planDays(confirmedLines(record))) })

function columnsOf({ oldest, oldestOn, halfOn, lineDays, needs }: PlanDays): Omit<CurrencyColumns, 'versionId' | 'issuedOn'> {
  const bySection = Object.fromEntries((Object.keys(sectionColumns) as ScoredSection[]).map((section) => [sectionColumns[section], oldest[section] ?? null])) as Record<SectionColumn, PlainDate | null>
  return { ...bySection, oldestOn: oldestOn ?? null, halfOn: halfOn ?? null, lineDays: [...lineDays], needAreas: [...needs] }
}

export interface RebuiltCurrency {
  readonly plans: number
  readonly different: readonly { readonly reference: string; readonly columns: readonly string[] }[]
}

/** Folds every plan again, or those that have an issued version and no row, and says where the rows differ; puts them right when `repair` is said. One case in one transaction. */
export async function rebuildCurrency(occasion: Occasion, { repair, which = 'all' }: { repair: boolean; which?: 'all' | 'missing' }): Promise<RebuiltCurrency> {
  const cases = await inTransaction(occasion, (tx) => listPlans(tx, which))
  const different: { reference: string; columns: readonly string[] }[] = []
  for (const { reference, ...place } of cases) {
    const columns = await inTransaction(occasion, async (tx) => {
      await tx.db.selectFrom('caseFile').select('id').where('localAreaId', '=', place.localAreaId).where('id', '=', place.id).forUpdate().executeTakeFirst()
      return keepCurrency(tx, place, { write: repair })
    })
    if (columns.length > 0) different.push({ reference, columns })
  }
  return { plans: cases.length, different }
}

function listPlans(tx: Tx, which: 'all' | 'missing') {
  const plans = tx.db.selectFrom('plan as p').innerJoin('caseFile as c', (join) => join.onRef('c.localAreaId', '=', 'p.localAreaId').onRef('c.id', '=', 'p.caseId'))
    .select(['c.localAreaId', 'c.id', 'c.reference']).orderBy('c.reference')
  if (which === 'all') return plans.execute()
  return plans
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('planCurrency as k').select('k.planId').whereRef('k.localAreaId', '=', 'p.localAreaId').whereRef('k.planId', '=', 'p.id'))))
    .where(({ exists, selectFrom }) => exists(selectFrom('planVersion as v').select('v.id').whereRef('v.localAreaId', '=', 'p.localAreaId').whereRef('v.planId', '=', 'p.id').where('v.kind', '=', 'final').where('v.supersededOn', 'is', null)))
    .execute()
}
