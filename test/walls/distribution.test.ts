// Whether the database could be shared out by local area (docs/decisions/0038-*): each table of a child has its area first in its primary key
// and in what it points to by, so that one child's rows lie together and no statement about a child leaves its area. What stands outside areas
// stands here by name with the reason; it would be in every part.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSource } from './sources.ts'

const people = 'people and how they sign in belong to no area'
const bodies = 'a body works for several areas'
const ofTheHub = 'of the hub itself'

const outsideAreas: Readonly<Record<string, string>> = {
  person: people, account: people, account_message: people, passkey: people, recovery_code: people, known_device: people, outside_identity: people, waiting_identity: people, session: people, sign_in_step: people, kept_typing: people,
  reminder_choice: people, unused_warning: people, used_challenge: people, slow_down: people, logout_token_seen: people,
  organisation: bodies, membership: bodies, access_review: bodies, staff_event: bodies, leaving: bodies,
  invitation: 'found by what its letter holds, before it is known whose it is; it names the area and the case beside it',
  local_area: 'the areas themselves', access_rule: ofTheHub, part_of_role: ofTheHub, migration: ofTheHub, staff_notice: ofTheHub, submission: 'a form that was sent twice is known by its own mark alone',
  case_founding: 'of one transaction, and empty between two',
}
/** What anybody may point to without an area: it would be in every part. */
const everywhere = new Set(['person', 'organisation', 'local_area'])

interface Table { readonly name: string; readonly primaryKey: readonly string[]; readonly columns: readonly string[]; readonly pointsTo: readonly { readonly by: readonly string[]; readonly table: string }[] }

const names = (list: string): string[] => list.split(',').map((one) => one.trim())
const tables = readSource('migrations/schema.txt').split('\n\n').flatMap((block): Table[] => {
  const name = /^([a-z_\d]+)(?: --|\n)/.exec(block)?.[1]
  const key = /PRIMARY KEY \(([^)]*)\)/.exec(block)?.[1]
  if (name === undefined || key === undefined) return []
  return [{
    name, primaryKey: names(key), columns: [...block.matchAll(/^ {2}([a-z_\d]+): /gm)].map(([, column = '']) => column),
    pointsTo: [...block.matchAll(/FOREIGN KEY \(([^)]*)\) REFERENCES ([a-z_\d]+)\(/g)].map(([, by = '', table = '']) => ({ by: names(by), table })),
  }]
})
const ofAreas = tables.filter(({ name }) => !(name in outsideAreas))

describe('the tables', () => {
  it('are all there', () => {
    assert.ok(tables.length > 130, `only ${tables.length} were read`)
    assert.ok(ofAreas.length > 100, `only ${ofAreas.length} are of areas`)
  })
  it('have their area first in their key, or are named with the reason why not', () => {
    assert.deepEqual(ofAreas.filter(({ primaryKey }) => primaryKey[0] !== 'local_area_id').map(({ name }) => name), [])
  })
  it('point to what is of an area by that area', () => {
    const wrong = ofAreas.flatMap(({ name, pointsTo }) => pointsTo.filter(({ by, table }) => !everywhere.has(table) && by[0] !== 'local_area_id').map(({ table }) => `${name} to ${table}`))
    assert.deepEqual(wrong, [])
  })
  it('that stand outside areas are there and have a reason', () => {
    const known = new Map(tables.map((table) => [table.name, table]))
    for (const [name, reason] of Object.entries(outsideAreas)) {
      const table = known.get(name)
      assert.ok(table !== undefined, `${name} is no table`)
      assert.ok(table.primaryKey[0] !== 'local_area_id', `${name} has its area first: take it off the list`)
      assert.ok(reason.length > 10)
    }
  })
})
