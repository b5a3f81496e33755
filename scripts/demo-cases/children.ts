// Every child of the demonstration whose plan is in force, from the Word file to this week: who is walked, by whom, in which order.

import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import type { Hub } from '../../test/harness/hub.ts'
import type { Confirming } from './bring-in.ts'
import { bringInFolder, confirmPlan } from './bring-in.ts'
import { amendedPlan, arrivedChild, endingPlan, oldPlan, orderedPlan, planBeingAmended } from './in-force.ts'
import { jonty, kasimir, lucian, rhiannon, saffron, wren } from './plans-older.ts'
import { emrys, idris, nieve, persephone, tegan, zachary } from './plans-primary.ts'
import { councilReview, gatheredReview, reportedReview, yearNineReview } from './under-review.ts'
import type { PlanWords } from './word-plan.ts'

interface Child {
  readonly plan: PlanWords
  readonly confirmed: Omit<Confirming, 'url' | 'on'>
  readonly story: (hub: Hub, key: CaseKey) => Promise<unknown>
}

const mother = (person: string) => ({ person, relation: 'mother' })

export const children: readonly Child[] = [
  { plan: tegan, confirmed: { officer: 'hattie', lastReview: 'changed', decidedOn: '2025-11-07', family: [mother('delia')] }, story: amendedPlan },
  { plan: wren, confirmed: { officer: 'hattie', lastReview: 'changed', decidedOn: '2025-12-08', family: [mother('fenella')] }, story: councilReview },
  { plan: rhiannon, confirmed: { officer: 'leona', lastReview: 'changed', decidedOn: '2026-02-20', family: [mother('colette')] }, story: endingPlan },
  { plan: zachary, confirmed: { officer: 'hattie', lastReview: 'changed', decidedOn: '2022-06-24', family: [mother('joanna')] }, story: oldPlan },
  { plan: kasimir, confirmed: { officer: 'leona', lastReview: 'changed', decidedOn: '2025-11-24', family: [mother('bridie')] }, story: planBeingAmended },
  { plan: idris, confirmed: { officer: 'hattie', lastReview: 'changed', decidedOn: '2025-12-01', family: [mother('amara'), { person: 'chidi', relation: 'father' }] }, story: reportedReview },
  { plan: emrys, confirmed: { officer: 'hattie', lastReview: 'changed', decidedOn: '2026-02-09', family: [mother('sian')] }, story: orderedPlan },
  { plan: lucian, confirmed: { officer: 'leona', lastReview: 'changed', decidedOn: '2026-01-05', family: [mother('maeve')] }, story: yearNineReview },
  { plan: persephone, confirmed: { officer: 'hattie', lastReview: 'kept', decidedOn: '2026-01-08', family: [mother('rosalind')] }, story: gatheredReview },
]

/** All of them, the child who came from Tarn Valley, and two files that still wait. `tell` is told of each. */
export async function walkChildren(hub: Hub, tell: (name: string) => void): Promise<void> {
  const files = await bringInFolder(hub, { officer: 'hattie', on: '2026-09-07', plans: children.map(({ plan }) => plan) })
  const keys: CaseKey[] = []
  for (const [index, { confirmed }] of children.entries()) keys.push(await confirmPlan(hub, { ...confirmed, on: '2026-09-07', url: files[index] ?? '' }))
  for (const [index, { plan, story }] of children.entries()) {
    const key = keys[index]
    if (key !== undefined) await story(hub, key)
    tell(plan.givenName)
  }
  const [atTarn = ''] = await bringInFolder(hub, { area: 'tarn-valley', officer: 'aled', on: '2026-09-21', plans: [nieve] })
  await arrivedChild(hub, await confirmPlan(hub, { area: 'tarn-valley', officer: 'aled', on: '2026-09-21', url: atTarn, lastReview: 'changed', decidedOn: '2026-03-02', family: [mother('patience')] }))
  tell(nieve.givenName)
  await bringInFolder(hub, { officer: 'leona', on: '2026-11-19', plans: [jonty, saffron] })
  tell(`${jonty.givenName} and ${saffron.givenName}, in Word`)
}
