// Check, issue, deliver: the last steps to the final plan.

import assert from 'node:assert/strict'
import type { CaseKey } from '../../../src/casebook/open-case-file.ts'
import { paths } from '../../../src/paths.ts'
import type { Filled, PageReader } from '../../harness/page-reader.ts'
import { textOf } from '../../harness/page-reader.ts'
import { dateIn } from './dates.ts'

export async function recordHealthAgreement(lead: PageReader, key: CaseKey, { by, on }: { by: string; on: string }): Promise<void> {
  await lead.get(paths.healthAgreement(key))
  await lead.submit({ agreedBy: by, ...dateIn('agreedOn', on), note: 'Agreed by the integrated care board, by letter.' })
  assert.deepEqual(lead.errors, [])
}

/** What the check of the final plan still holds, each in its own words. */
export async function heldBy(manager: PageReader, key: CaseKey): Promise<string[]> {
  await manager.get(paths.planCheck(key, { for: 'final' }))
  return manager.root.querySelectorAll('section[aria-labelledby="held"] .hub-finding').map((finding) => textOf(finding))
}

/** Releases in the manager's own name whatever may be released; answers with what was released. */
export async function releaseFindings({ manager, again }: { manager: PageReader; again: PageReader }, key: CaseKey, reasonFor: (finding: string) => string): Promise<string[]> {
  const released: string[] = []
  for (;;) {
    const releasing = released.length < 2 ? manager : again
    await releasing.get(paths.planCheck(key, { for: 'final' }))
    const finding = releasing.root.querySelectorAll('section[aria-labelledby="held"] .hub-finding').find((one) => one.querySelectorAll('a').some((link) => textOf(link).startsWith('release it')))
    if (finding === undefined) return released
    const words = textOf(finding.querySelector('p'))
    await releasing.get(finding.querySelectorAll('a').find((link) => textOf(link).startsWith('release it'))?.getAttribute('href') ?? '')
    await releasing.submit({ reason: reasonFor(words) })
    assert.deepEqual(releasing.errors, [])
    released.push(words)
  }
}

export async function issueFinal(manager: PageReader, key: CaseKey, placement: Filled): Promise<void> {
  await manager.get(paths.issueFinal(key))
  await manager.submit(placement, { button: 'Read everything before it goes' })
  assert.deepEqual(manager.errors, [])
  assert.equal(manager.heading, 'Read everything before the plan goes')
  const considered = manager.root.querySelector('[name="considered"]') === null ? {} : { considered: 'yes' }
  await manager.submit(considered, { to: '/plan/issue', button: 'Issue the final plan' })
  assert.deepEqual(manager.errors, [])
}

/** Opens the final plan from where plans come in, and says that it has arrived. */
export async function openAndAcknowledge(reader: PageReader, key: CaseKey): Promise<void> {
  await reader.get(paths.finalPlan(key))
  assert.equal(reader.status, 200)
  await reader.submit({}, { to: '/final/received', button: 'I have this plan' })
  assert.match(reader.text, /that you have it/)
}
