// `npm run proof:access`: who may see and do what, compared at three layers with a table that was written apart from the program
// (test/access/who-may.txt). Without options the whole matrix: for the night. `--sample N --seed S` draws N cells (and N / 100000
// standings over HTTP, at least one) for a commit. Prints what was compared; ends with 1 if anything differs.

import { parseArgs } from 'node:util'
import { cellCount, sizes } from '../test/access/cells.ts'
import { compareAll, compareCells, inWords, sampleOfCells } from '../test/access/compare.ts'
import { compareHttp } from '../test/access/compare-http.ts'
import { casesOfTheWorld, drawStandings, standings } from '../test/access/http-world.ts'
import { actNames, kinds, sections } from '../test/access/reference.ts'
import { listRoutes, routeLines, routesWrittenDown } from '../test/access/routes.ts'
import { stopDatabaseServer } from '../test/harness/database.ts'
import { aHub } from '../test/harness/hub.ts'
import { proveSql } from './proof-access-sql.ts'

const say = (line: string): void => { process.stdout.write(`${line}\n`) }
const number = (value: number): string => value.toLocaleString('en-GB')

const { values } = parseArgs({ options: { sample: { type: 'string' }, seed: { type: 'string' }, layer: { type: 'string' } } })
const sample = values.sample === undefined ? undefined : Number(values.sample)
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed)
if ((sample !== undefined && !(Number.isInteger(sample) && sample > 0)) || !Number.isInteger(seed)) throw new Error('--sample and --seed are whole numbers')
const wants = (layer: 'code' | 'sql' | 'http'): boolean => values.layer === undefined || values.layer === layer

let differing = 0
const found = (layer: string, differences: number, first: readonly string[]): void => {
  differing += differences
  say(`${layer}: ${number(differences)} differences`)
  for (const one of first.slice(0, 20)) say(`  ${one}`)
}

say(`${sizes.people} kinds of viewer × ${sizes.relations} relations to the case = ${sizes.standings} standings (the program, and whoever is not signed in, have one each)`)
say(`× ${sizes.wishes} wishes (${kinds.length} kinds of record, ${actNames.length} acts, ${sections.length} sections to write as asked for 3 kinds of advice)`)
say(`× ${sizes.stages} stages × ${sizes.flagSets} sets of 6 flags, each also as the author’s own and its agency’s where it is sealed or one agency’s (${sizes.marks})`)
say(`= ${number(cellCount)} decisions${sample === undefined ? '' : `; a sample, seed ${seed}`}`)

if (wants('code')) {
  const begun = performance.now()
  const { cells, byAnswer, differences, first } = sample === undefined ? compareAll() : compareCells(sampleOfCells(sample, seed))
  say(`code: ${number(cells)} compared in ${((performance.now() - begun) / 1000).toFixed(0)} s: ${Object.entries(byAnswer).map(([answer, count]) => `${answer} ${number(count)}`).join(', ')}`)
  found('code', differences, first.map(inWords))
}

if (wants('sql')) {
  const proof = await proveSql({ seed, ...(sample === undefined ? {} : { sample: Math.max(1, Math.round(sample / 100_000)) }) })
  if (proof === undefined) say('sql: the layer is not there: nothing was compared and nothing is shown')
  else {
    say(`sql: ${number(proof.compared)} of ${number(proof.of)} compared`)
    found('sql', proof.differences.length, proof.differences)
  }
}

if (wants('http')) {
  if (routeLines() !== routesWrittenDown()) found('routes', 1, ['the router is not as test/access/routes.txt has it: a route is new, or open to others than it was'])
  const hub = await aHub({ now: '2026-11-22T10:00:00.000Z' })
  const cases = await casesOfTheWorld(hub)
  const chosen = sample === undefined ? standings : drawStandings(Math.max(1, Math.round(sample / 100_000)), seed)
  const begun = performance.now()
  const { requests, cells, differences } = await compareHttp(hub, cases, chosen)
  say(`http: ${listRoutes().length} routes × ${chosen.length} of ${standings.length} standings × ${cases.length} cases: ${number(cells)} compared with ${number(requests)} requests in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  found('http', differences.length, differences)
  await hub.close()
  await stopDatabaseServer()
}

say(differing === 0 ? 'access: 0 differences' : `access: ${number(differing)} DIFFERENCES`)
process.exit(differing === 0 ? 0 : 1)
