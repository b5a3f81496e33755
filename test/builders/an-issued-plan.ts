import assert from 'node:assert/strict'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { demoOrganisationId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import type { Hub } from '../harness/hub.ts'
import type { PlanWishes } from './a-plan-to-issue.ts'
import { aPlanToIssue } from './a-plan-to-issue.ts'

/** A case with its final plan issued through the real pages, naming the setting that the child attends: Larkfell, unless another is wished for. */
export async function anIssuedPlan(hub: Hub, wishes: PlanWishes = {}): Promise<CaseKey> {
  const { key } = await aPlanToIssue(hub, wishes)
  const manager = await (await hub.as('meera')).get(paths.issueFinal(key))
  await manager.submit({ placement: 'setting', settingId: demoOrganisationId(wishes.setting ?? 'larkfell') })
  await manager.submit({ considered: 'yes' }, { button: 'Issue the final plan' })
  assert.equal(manager.heading, 'Who has the final plan', manager.errors.join())
  return key
}
