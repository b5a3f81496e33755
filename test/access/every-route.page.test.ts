// Every route of the real app, asked by people of every kind of standing, answers as the reference table says: those who are most
// easily let in by mistake each time, others drawn by a seed. All of them: `npm run proof:access`.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { caseRoutes, compareStanding } from './compare-http.ts'
import type { HttpStanding } from './http-standings.ts'
import { drawStandings, inWords } from './http-standings.ts'
import type { World } from './http-world.ts'
import { theWorld } from './http-world.ts'
import { actNames, kinds, officeHolders } from './reference.ts'
import { listRoutes, routeLines, routesWrittenDown } from './routes.ts'

const seed = Number(process.env['PROPERTY_SEED'] ?? '20261122')

// The right role in the wrong place: an officer who is a parent in this case, a school's business manager, a court order against
// somebody with a job, whoever may write for a parent and no more, another council.
const mostLikely: readonly Pick<HttpStanding, 'who' | 'relation'>[] = [
  { who: 'case-officer', relation: 'own parent not-on-record' }, { who: 'staff-administrator', relation: 'body school' }, { who: 'senco', relation: 'body school barred' },
  { who: 'no-role', relation: 'helps messages for own young-person' }, { who: 'decision-maker', relation: 'council-elsewhere' }, { who: 'nobody', relation: 'stranger' },
]
const drawn = drawStandings(2, seed)
// Everybody else a little: where they stand at all, and a draw of the routes.
const once: readonly Pick<HttpStanding, 'who' | 'relation'>[] = [
  // A list has shown these what the policy does not give.
  { who: 'no-role', relation: 'own representative appointed' }, { who: 'no-role', relation: 'own representative not-appointed' }, { who: 'no-role', relation: 'helps all for ended own parent' },
  { who: 'no-role', relation: 'helps all for stranger' }, { who: 'health-lead', relation: 'glass' },
]
const glanced = [...once.map((one) => ({ ...one, noResponsibility: false })), ...drawStandings(20, seed + 1)]

describe('who may come to each route', () => {
  let world: World
  before(async () => { world = await theWorld() })
  after(() => world.hub.close())

  it('is as it was when somebody last looked', () => {
    assert.equal(routeLines(), routesWrittenDown(), 'when that is meant: node --import tsx test/access/routes.ts')
  })

  it('hangs on acts and kinds of record that the reference table names, and on nothing else', () => {
    const rules = listRoutes().filter(({ may }) => may !== 'anyone' && may !== 'signed-in').flatMap(({ may }) => {
      const [does = '', names = ''] = may.split(' ')
      return names.split('|').map((name) => ({ does, name }))
    })
    const named: Readonly<Record<string, readonly string[]>> = { look: kinds, act: actNames, office: [...officeHolders.keys()] }
    assert.deepEqual(rules.filter(({ does, name }) => named[does]?.includes(name) !== true), [], 'a route without a row in test/access/who-may.txt')
    assert.deepEqual(listRoutes().filter((route) => route.pattern.includes('/cases/:caseId') && !route.pattern.startsWith('/:area/access/') && !caseRoutes.some(({ method, pattern }) => method === route.method && pattern === route.pattern)), [], 'a page of a case that nobody compares')
  })

  for (const standing of [...mostLikely.map((one) => ({ ...one, noResponsibility: false })), ...drawn]) {
    it(`is as the table says for ${inWords(standing)}`, async () => {
      const { differences, cells } = await compareStanding(world, { standing, asks: 'everything' }, seed)
      assert.deepEqual(differences, [])
      assert.ok(cells > 100)
    })
  }

  it(`is as the table says for ${glanced.length} others, a little of each, seed ${seed}`, async (t) => {
    const differences: string[] = []
    for (const [index, standing] of glanced.entries()) differences.push(...(await compareStanding(world, { standing, asks: 6 }, seed + index)).differences)
    t.diagnostic(`seed ${seed}: ${[...drawn, ...glanced].map(inWords).join('; ')}`)
    assert.deepEqual(differences, [])
  })
})
