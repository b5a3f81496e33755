import type { Ask } from '../../../casebook/ask.ts'
import { param } from '../../../casebook/ask.ts'
import { openAreaFor } from '../../../casebook/open-area.ts'
import { currencyRuleOf, listRuleChanges } from '../../../casebook/plan/currency-rule.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import { readRule, valuesOf } from './form.ts'
import { setRule } from './set-rule.ts'
import { view } from './view.tsx'

const find = (ask: Ask) => read(ask, async (tx) => {
  const area = await openAreaFor(tx, param(ask, 'area'), 'set-currency-rule')
  return { area, rule: await currencyRuleOf(tx, area.id), changes: await listRuleChanges(tx, area.id) }
})

export async function show(ask: Ask): Promise<Reply> {
  const { rule, ...found } = await find(ask)
  return page(view({ frame: ask.frame, ...found, errors: [], values: valuesOf(rule) }))
}

export async function submit(ask: Ask): Promise<Reply> {
  const { area, changes } = await find(ask)
  const form = readRule(ask.form)
  if ('errors' in form) return wrongForm(view({ frame: ask.frame, area, changes, errors: form.errors, values: ask.form.values() }))
  await setRule(ask, { area: area.code, ...form.value })
  return redirect(paths.currencyRule({ area: area.code }, { done: 'currency-rule-set' }))
}
