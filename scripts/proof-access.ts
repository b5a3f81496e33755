// `npm run proof:access`: who may see and do what, compared at three layers with a table that was written apart from the program
// (test/access/who-may.txt). Without options the whole matrix: for the night. `--sample N --seed S` draws N cells (and N / 100000
// standings over HTTP, at least one) for a commit. `--layer code|sql|http` asks one layer; `--every` asks everybody for every route over
// HTTP, which takes hours. Prints what was compared, a line for each layer at the end, and ends with 1 if anything differs.

import { parseArgs } from 'node:util'
import { cellCount, sizes } from '../test/access/cells.ts'
import { compareAll, compareCells, inWords, sampleOfCells } from '../test/access/compare.ts'
import { actNames, kinds, sections } from '../test/access/reference.ts'
import { listRoutes, routeLines, routesWrittenDown } from '../test/access/routes.ts'
import { httpSize, proveHttp } from './proof-access-http.ts'
import { proveSql } from './proof-access-sql.ts'

const say = (line: string): void => { process.stdout.write(`${line}\n`) }
const number = (value: number): string => value.toLocaleString('en-GB')
const since = (begun: number): string => `${((performance.now() - begun) / 1000).toFixed(0)} s`

const { values } = parseArgs({ options: {
  sample: { type: 'string' }, seed: { type: 'string' }, layer: { type: 'string' }, processes: { type: 'string', default: '2' }, every: { type: 'boolean', default: false },
} })
const sample = values.sample === undefined ? undefined : Number(values.sample)
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed)
const processes = Number(values.processes)
if ((sample !== undefined && !(Number.isInteger(sample) && sample > 0)) || !Number.isInteger(seed) || !(processes > 0)) throw new Error('--sample, --seed and --processes are whole numbers')
const wants = (layer: 'code' | 'sql' | 'http'): boolean => values.layer === undefined || values.layer === layer
const drawn = sample === undefined ? undefined : Math.max(1, Math.round(sample / 100_000))

const lines: string[] = []
let differing = 0
function close(layer: string, of: string, differences: number, first: readonly string[]): void {
  differing += differences
  lines.push(`${layer}: ${of}: ${number(differences)} differences`)
  for (const one of first.slice(0, 40)) say(`  ${one}`)
}

say(`seed ${seed}`)
say(`${sizes.people} kinds of viewer × ${sizes.relations} relations to the case = ${sizes.standings} standings (the program, and whoever is not signed in, have one each)`)
say(`× ${sizes.wishes} wishes (${kinds.length} kinds of record, ${actNames.length} acts, ${sections.length} sections to write as asked for 3 kinds of advice)`)
say(`× ${sizes.stages} stages × ${sizes.flagSets} sets of 6 flags, each also as the author’s own and its agency’s where it is sealed or one agency’s (${sizes.marks})`)
say(`= ${number(cellCount)} decisions${sample === undefined ? '' : '; a sample'}`)

if (wants('code')) {
  const begun = performance.now()
  const { cells, byAnswer, differences, first } = sample === undefined ? compareAll() : compareCells(sampleOfCells(sample, seed))
  say(`code: ${Object.entries(byAnswer).map(([answer, count]) => `${answer} ${number(count)}`).join(', ')}, in ${since(begun)}`)
  close('code', `${number(cells)} of ${number(cellCount)} decisions`, differences, first.map(inWords))
}

if (wants('sql')) {
  const begun = performance.now()
  const proof = await proveSql({ seed, ...(drawn === undefined ? {} : { sample: drawn }) })
  say(`sql: in ${since(begun)}`)
  if (proof === undefined) lines.push('sql: the layer is not there: nothing was compared and nothing is shown')
  else close('sql', `${number(proof.compared)} of ${number(proof.of)} compared`, proof.differences.length, proof.differences)
}

if (wants('http')) {
  const begun = performance.now()
  if (routeLines() !== routesWrittenDown()) close('routes', 'the router against test/access/routes.txt', 1, ['a route is new, gone, or open to others than it was'])
  const { requests, cells, differences, asked, everyRoute, everything, classes } = await proveHttp({ seed, sample: drawn, every: values.every }, processes, say)
  say(`http: ${listRoutes().length} routes, ${httpSize.routes} of them of a case; ${number(asked)} of ${number(httpSize.standings)} standings in ${httpSize.cases} cases, ${number(everyRoute)} of them asked for every route, ${number(everything)} in every case${classes === undefined ? '' : ` (${classes} classes by the table)`}, in ${since(begun)}`)
  close('http', `${number(cells)} answers by ${number(requests)} requests of ${number(httpSize.routes * httpSize.standings * httpSize.cases)} routes × standings × cases`, differences.length, [])
}

for (const line of lines) say(line)
say(differing === 0 ? 'access: 0 differences' : `access: ${number(differing)} DIFFERENCES`)
process.exit(differing === 0 ? 0 : 1)
