// A small area at work, made in an empty database: the demonstration's bodies and people, and children whose cases are where the people
// of a run want them. What staff send leaves at once, so that sending is part of what is tried.

import path from 'node:path'
import { makeHouse } from '../../src/make-house.ts'
import { readConfig } from '../../src/config.ts'
import { demoAreaId, seedWorld } from '../../src/features/demo/seed-world.ts'
import type { Instant } from '../../src/domain/calendar/plain-date.ts'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { prepareDatabase } from '../../src/prepare-database.ts'
import { aCase } from '../builders/a-case.ts'
import { aDraft } from '../builders/a-small-draft.ts'

export interface FilledHouse {
  /** Each parent's own child. */
  readonly ofParents: readonly { readonly parent: string; readonly key: CaseKey }[]
  /** Plans that are being written. */
  readonly drafts: readonly CaseKey[]
  /** Waiting for somebody to decide whether to assess: each is decided once. */
  readonly undecided: CaseKey[]
}

export const parents = ['shno', 'hoshang', 'sinead', 'tunde', 'kerry', 'daniel', 'amara', 'chidi'] as const

export async function fillHouse({ databaseUrl, environment }: { databaseUrl: string; environment: Readonly<Record<string, string>> }, { undecided = 30, drafts = 8, migrations = path.resolve(import.meta.dirname, '..', '..', 'migrations') } = {}): Promise<FilledHouse> {
  await prepareDatabase({ connectionString: databaseUrl, directory: migrations, shareOwnersPassword: true })
  const house = makeHouse(readConfig({ ...environment }), 'owner')
  await seedWorld(house.database, house.clock.now())
  await house.database.insertInto('areaSending').values({ localAreaId: demoAreaId('wendmere'), changedAt: '2020-01-01T00:00:00.000Z' as Instant, recallMinutes: 0, reason: 'so that sending is tried at once' }).execute()
  const made: FilledHouse = {
    ofParents: await inTurn(parents, async (parent, index) => ({ parent, key: await aCase({ house }, { givenName: 'Juniper', familyName: `Oakley-${index}`, parents: [parent], at: 'assessing' }) })),
    drafts: await inTurn(Array.from({ length: drafts }), (_, index) => aCase({ house }, { givenName: 'Linden', familyName: `Brook-${index}`, parents: [], at: 'drafting' })),
    undecided: await inTurn(Array.from({ length: undecided }), (_, index) => aCase({ house }, { givenName: 'Rowan', familyName: `Meadows-${index}`, parents: [parents[index % parents.length] ?? 'shno'] })),
  }
  for (const key of made.drafts) await aDraft({ house }, key)
  await house.database.destroy()
  return made
}

async function inTurn<T, U>(items: readonly T[], run: (item: T, index: number) => Promise<U>): Promise<U[]> {
  const made: U[] = []
  for (const [index, item] of items.entries()) made.push(await run(item, index))
  return made
}
