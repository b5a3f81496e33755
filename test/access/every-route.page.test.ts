// Every route of the real app, asked by people of every kind of standing, answers as the reference table says: those who are most
// easily let in by mistake each time, others drawn by a seed. All of them: `npm run proof:access`.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Hub } from '../harness/hub.ts'
import { aHub } from '../harness/hub.ts'
import { compareHttp } from './compare-http.ts'
import type { WorldCase } from './http-world.ts'
import { casesOfTheWorld, drawStandings } from './http-world.ts'
import { routeLines, routesWrittenDown } from './routes.ts'

const seed = Number(process.env['PROPERTY_SEED'] ?? '20261122')

// The right role in the wrong place: an officer who is a parent in this case, a school's business manager, another council.
const mostLikely = [['case-officer', 'own parent not-on-record'], ['staff-administrator', 'body school'], ['decision-maker', 'council-elsewhere'], ['nobody', 'stranger']] as const

describe('who may come to each route', () => {
  let hub: Hub
  let cases: readonly WorldCase[]
  before(async () => {
    hub = await aHub({ now: '2026-11-22T10:00:00.000Z' })
    cases = await casesOfTheWorld(hub)
  })
  after(() => hub.close())

  it('is as it was when somebody last looked', () => {
    assert.equal(routeLines(), routesWrittenDown(), 'when that is meant: node --import tsx test/access/routes.ts')
  })

  for (const [who, relation] of [...mostLikely, ...drawStandings(1, seed)]) {
    it(`is as the table says for ${who}, ${relation}`, async () => {
      const { differences, cells } = await compareHttp(hub, cases, [[who, relation]])
      assert.deepEqual(differences, [])
      assert.ok(cells > 100)
    })
  }
})
