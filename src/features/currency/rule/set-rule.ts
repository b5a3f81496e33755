import { actOutsideCase } from '../../../casebook/act.ts'
import { openAreaFor } from '../../../casebook/open-area.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { saveCurrencyRule } from '../../../casebook/plan/currency-rule.ts'
import { ok } from '../../../domain/outcome.ts'
import type { RuleForm } from './form.ts'

/** A manager says what is old in their area. It holds from now on, for every plan; what was counted for earlier months stays. */
export const setRule = actOutsideCase('set-currency-rule', async (tx, { area, rule, reason }: RuleForm & { area: string }) => {
  const { id } = await openAreaFor(tx, area, 'set-currency-rule')
  if (tx.viewer.kind !== 'person') throw new NotAllowed('set-currency-rule')
  await saveCurrencyRule(tx, id, rule, { reason, by: tx.viewer.personId })
  return ok(null)
})
