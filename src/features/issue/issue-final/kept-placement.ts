// Section I of the plan in force, as it can be kept when the plan is amended. A child with two settings keeps both.

import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { planIdOf, readPlanContent } from '../../../casebook/plan/plan-content.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { linesOfSection } from '../../../domain/plan/plan-order.ts'
import { listNameableSettings } from '../people-store.ts'
import type { Issuing } from './issuing.ts'
import type { KeptPlacement } from './placement-form.ts'

export async function keptPlacement(tx: Tx, caseFile: CaseFile, { reviewId }: Issuing): Promise<KeptPlacement | undefined> {
  if (reviewId === undefined) return undefined
  const lines = linesOfSection(await readPlanContent(tx, caseFile, await planIdOf(tx, caseFile)), 'I')
  const [first] = lines
  if (first === undefined) return undefined
  const setting = (await listNameableSettings(tx, caseFile)).find(({ name }) => name === first.fields.settingName)
  return { text: lines.map(({ text }) => text).join('; '), fields: first.fields, ...(setting === undefined ? {} : { settingId: setting.id }) }
}
