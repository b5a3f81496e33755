// Moves between councils for tests, made through the pages; and what a case says of itself afterwards.

import assert from 'node:assert/strict'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { openCaseFile } from '../../src/casebook/open-case-file.ts'
import { system } from '../../src/casebook/signing-in/viewer.ts'
import type { Tx } from '../../src/casebook/tx.ts'
import { read } from '../../src/casebook/tx.ts'
import { demoAreaId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import type { Hub, Visitor } from '../harness/hub.ts'

/** A Monday: the day on which things move in these tests. */
export const now = '2027-01-11T10:00:00.000Z'
export const day = (name: string, date: string): Record<string, string> => {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-')
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year }
}
export const asSystem = <T>(hub: Hub, run: (tx: Tx) => Promise<T>): Promise<T> => read({ house: hub.house, viewer: system, page: 'test' }, run)
export const stageOf = (hub: Hub, key: CaseKey) => asSystem(hub, async (tx) => (await openCaseFile(tx, key)).stage)
export const dueOf = (hub: Hub, key: CaseKey) => asSystem(hub, async (tx) => Object.fromEntries((await tx.db.selectFrom('clock').select(['clockId', 'dueOn']).where('caseId', '=', key.caseId as never).where('isOpen', '=', true).execute()).map(({ clockId, dueOn }) => [clockId, dueOn])))

/** A move is on record. */
export async function known(hub: Hub, officer: string, key: CaseKey, { to = demoAreaId('tarn-valley') as string, movesOn = '2027-01-11', knownOn = '2027-01-08', name = '' } = {}): Promise<Visitor> {
  const page = await (await hub.as(officer)).get(paths.recordMove(key))
  await page.submit({ to, ...(name === '' ? {} : { name }), ...day('moves', movesOn), ...day('known', knownOn) })
  assert.deepEqual(page.errors, [])
  return page
}

/** An answer for each child on file who may be the same. */
export const alikeAnswers = (page: Pick<Visitor, 'root'>, answer: 'same-child' | 'different-children'): Record<string, string> =>
  Object.fromEntries(page.root.querySelectorAll('input[type=radio]').flatMap((input) => { const name = input.getAttribute('name') ?? ''; return name.startsWith('alike-') ? [[name, answer]] : [] }))

/** ...and the record is ordered to go. */
export async function sent(hub: Hub, officer: string, key: CaseKey, wishes: Parameters<typeof known>[3] = {}): Promise<Visitor> {
  const page = await known(hub, officer, key, wishes)
  await page.follow('Look at what goes, and send it')
  await page.submit({ looked: 'yes' })
  assert.deepEqual(page.errors, [], page.text)
  return page
}
