// By which ages an area calls content old, and how soon it answers what somebody says has changed: its own latest rule, or the usual one.

import { z } from 'zod'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { CurrencyRule } from '../../domain/currency/rule.ts'
import { refusalsOf, usualRule } from '../../domain/currency/rule.ts'
import type { LocalAreaId, PersonId } from '../../domain/ids.ts'
import type { Tx } from '../tx.ts'

const section = z.object({ amberAfter: z.number(), redAfter: z.number(), counts: z.boolean() })
const kept: z.ZodType<CurrencyRule> = z.object({
  sections: z.object({ B: section, C: section, D: section, E: section, F: section, G: section, H1: section, H2: section }),
  moveMakesRed: z.boolean(), monthsBeforeMove: z.number(), answerDays: z.number(),
})

/** The rule that holds in the area now. */
export async function currencyRuleOf(tx: Tx, localAreaId: LocalAreaId): Promise<CurrencyRule> {
  const row = await tx.db.selectFrom('currencyRule').select('rule').where('localAreaId', '=', localAreaId).orderBy('setAt', 'desc').orderBy('id').limit(1).executeTakeFirst()
  return row === undefined ? usualRule : kept.parse(row.rule)
}

export interface RuleChange {
  readonly rule: CurrencyRule
  readonly reason: string
  readonly by: string
  readonly setAt: Instant
}

/** Every rule that the area ever set, the latest first. */
export async function listRuleChanges(tx: Tx, localAreaId: LocalAreaId): Promise<RuleChange[]> {
  const rows = await tx.db.selectFrom('currencyRule as k').innerJoin('person as p', 'p.id', 'k.setBy').select(['k.rule', 'k.reason', 'k.setAt', 'p.fullName'])
    .where('k.localAreaId', '=', localAreaId).orderBy('k.setAt', 'desc').orderBy('k.id').execute()
  return rows.map(({ rule, reason, setAt, fullName }) => ({ rule: kept.parse(rule), reason, setAt, by: fullName }))
}

/** Throws for a rule that cannot hold: forms ask `refusalsOf` first. */
export async function saveCurrencyRule(tx: Tx, localAreaId: LocalAreaId, rule: CurrencyRule, { reason, by }: { reason: string; by: PersonId }): Promise<void> {
  if (refusalsOf(rule).length > 0) throw new Error('a rule that cannot hold')
  await tx.db.insertInto('currencyRule').values({ localAreaId, id: tx.newId<string>(), rule: JSON.stringify(rule), reason, setBy: by, setAt: tx.now }).execute()
}
