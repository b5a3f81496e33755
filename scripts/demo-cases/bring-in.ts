// From a Word file to a case with its plan in force, its officer and its family: by the acts of the product.

import assert from 'node:assert/strict'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { demoPeople } from '../../src/features/demo/world.ts'
import { paths } from '../../src/paths.ts'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import type { Hub, Visitor } from '../../test/harness/hub.ts'
import { textOf } from '../../test/harness/hub.ts'
import { zipOf } from '../../test/harness/zip-file.ts'
import { dateIn, morningOf } from '../../test/journeys/steps/dates.ts'
import type { PlanWords } from './word-plan.ts'
import { inventedUpn, wordPlanOf } from './word-plan.ts'

/** Somebody at a page, with nothing refused so far. */
export async function at(hub: Hub, who: string, url: string): Promise<Visitor> {
  const visitor = await (await hub.as(who)).get(url)
  assert.equal(visitor.status, 200, `${who} at ${url}: ${visitor.status} ${visitor.heading}`)
  return visitor
}

/** A form that must go through. Words of another child's plan never stand here, so that nothing is stopped for them. */
export async function send(visitor: Visitor, filled: Parameters<Visitor['submit']>[0] = {}, press: Parameters<Visitor['submit']>[1] = {}): Promise<Visitor> {
  await visitor.submit(filled, press)
  assert.deepEqual(visitor.errors, [], visitor.url)
  assert.notEqual(visitor.heading, 'This was not sent', visitor.text)
  return visitor
}

interface Coming {
  readonly area?: string
  readonly officer: string
  readonly on: string
  readonly plans: readonly PlanWords[]
}

let countedChildren = 0

/** A folder of Word files, brought in and read. Answers with the address of each plan in the order given. */
export async function bringInFolder(hub: Hub, { area = 'wendmere', officer, on, plans }: Coming): Promise<string[]> {
  hub.setNow(morningOf(on))
  const files = new Map<string, Uint8Array>()
  for (const plan of plans) {
    const { name, bytes } = await wordPlanOf(plan, inventedUpn(countedChildren += 1))
    files.set(`${name}.docx`, bytes)
  }
  const visitor = await at(hub, officer, paths.bringInPlans({ area }))
  await visitor.submitFiles({ files: { name: 'Plans from the shared drive.zip', bytes: zipOf(files) } }, {})
  assert.deepEqual(visitor.errors, [])
  await hub.work()
  await visitor.get(paths.olderPlans({ area }))
  return plans.map(({ givenName, familyName }) => visitor.link(`${givenName} ${familyName}`))
}

interface Family {
  readonly person: string
  readonly relation: string
}

export interface Confirming {
  readonly area?: string
  readonly officer: string
  readonly on: string
  readonly url: string
  readonly lastReview: 'none' | 'kept' | 'changed'
  readonly decidedOn?: string
  readonly family: readonly Family[]
}

/** A person goes through the file and confirms it; the case gets its officer and its family. */
export async function confirmPlan(hub: Hub, { area = 'wendmere', officer, on, url, lastReview, decidedOn, family }: Confirming): Promise<CaseKey> {
  hub.setNow(morningOf(on))
  const visitor = await at(hub, officer, url)
  await send(visitor, { do: 'claim' }, { button: 'Start on this plan' })
  if (visitor.root.querySelector('#tray') !== null) await send(visitor, { all: 'yes', reason: 'The front page of the form' }, { button: 'Leave it out' })
  await visitor.get(`${url}/confirm`)
  const isKnown = visitor.root.querySelector('input[name="givesSetting"]') !== null
  await send(visitor, { case: 'new', lastReview, ...(decidedOn === undefined ? {} : dateIn('decidedOn', decidedOn)), ...(isKnown ? { givesSetting: 'yes' } : {}) }, { button: 'Confirm the plan' })
  const [, , , caseId = ''] = visitor.url.split('/')
  const key = { area, caseId }
  await visitor.get(paths.caseAssignOfficer(key))
  await send(visitor, { [officerField(visitor)]: demoPersonId(officer) })
  for (const { person, relation } of family) await recordFamily(visitor, key, person, relation)
  return key
}

const officerField = (visitor: Visitor): string => [...visitor.fieldsOf(visitor.form()).keys(), 'officer'].find((field) => !field.startsWith('_')) ?? 'officer'

/** By the e-mail address of somebody of the demonstration, who is then that person. */
async function recordFamily(visitor: Visitor, key: CaseKey, person: string, relation: string): Promise<void> {
  const known = demoPeople.find((one) => one.key === person)
  assert.ok(known, person)
  await visitor.get(paths.caseAddFamily(key))
  await send(visitor, { fullName: known.name, relation, email: `${person}@example.org`, safeContact: 'any', livesWith: 'yes', responsibility: 'yes', basis: 'mother', seesCase: 'yes' })
}

/** What stands on the page as a line of the plan, by a part of its words: its id, as fields of forms name it. */
export function lineId(visitor: Visitor, words: string): string {
  const found = visitor.root.querySelectorAll('.hub-review-line').find((line) => textOf(line.querySelector('legend')).includes(words))
  assert.ok(found, `no line says "${words}" on ${visitor.url}`)
  return (found.getAttribute('id') ?? '').replace(/^line-/, '')
}
