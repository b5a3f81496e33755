// Whose register it is: the council's team see every plan of their area, a SENCO those of their own pupils. Not there for anybody else.

import type { Ask } from '../../casebook/ask.ts'
import { param } from '../../casebook/ask.ts'
import { councilAreasOf } from '../../casebook/access/sight.ts'
import { openArea } from '../../casebook/open-area.ts'
import type { Area } from '../../casebook/open-case-file.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import { currencyRuleOf } from '../../casebook/plan/currency-rule.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { CurrencyRule } from '../../domain/currency/rule.ts'
import { ownSettings } from './scored-plans-store.ts'

export interface Register {
  readonly area: Area
  readonly rule: CurrencyRule
  /** Of the council's team, who see all of it. */
  readonly isCouncil: boolean
}

export async function openRegister(tx: Tx, ask: Ask, { forCouncil = false } = {}): Promise<Register> {
  const area = await openArea(tx, param(ask, 'area'))
  const isCouncil = councilAreasOf(tx.viewer).includes(area.id)
  if (!isCouncil && (forCouncil || ownSettings(tx).length === 0)) throw new NotFound('register')
  return { area, rule: await currencyRuleOf(tx, area.id), isCouncil }
}
