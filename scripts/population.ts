// `npm run population -- compare [--areas borough|england-sample|england] [--seed N] [--on YYYY-MM-DD]`: makes the area or areas and compares
// them, row by row, with the published figures. Exits with 1 when a row is outside its tolerance, with 2 when it was not understood.
// `npm run population -- load [--areas demo|borough|england-sample|england] [--seed N] [--on YYYY-MM-DD] [--processes N]`: puts them into a
// database; exits with 1 where nothing may be put in.

import { ConfigFault } from '../src/config.ts'
import { parsePlainDate } from '../src/domain/calendar/plain-date.ts'
import { systemClock } from '../src/platform/clock/system-clock.ts'
import { boroughArea, englandsAreas, type Area } from '../src/population/areas.ts'
import { rowsOf, type Row } from '../src/population/compare.ts'
import { dateOf, dayOf } from '../src/population/days.ts'
import { makeChild } from '../src/population/make-child.ts'
import { Counts, countChild } from '../src/population/measure.ts'
import { worldOf } from '../src/population/world.ts'
import { load, NotHere } from './load-population/load.ts'

const sampleOf = { borough: 1, 'england-sample': 50, england: 1 } as const
type Compared = keyof typeof sampleOf

const usage = `npm run population -- compare [--areas borough|england-sample|england] [--seed N] [--on YYYY-MM-DD]
npm run population -- load [--areas demo|borough|england-sample|england] [--seed N] [--on YYYY-MM-DD] [--processes N]
`

interface Asked { readonly word: 'compare' | 'load'; readonly which: Compared | 'demo'; readonly seed: number; readonly today: number; readonly processes: number }

function readWords([word, ...words]: readonly string[]): Asked | undefined {
  if (word !== 'compare' && word !== 'load') return undefined
  // What is shown is shown as on the day; what is compared with figures of a January, as on a day of one.
  let [which, seed, on, processes]: [Compared | 'demo', number, string, number] = ['borough', 1, word === 'load' ? systemClock().today() : '2026-01-15', 2]
  for (let at = 0; at < words.length; at += 2) {
    const given = words[at + 1] ?? ''
    if (words[at] === '--areas' && (given in sampleOf || (given === 'demo' && word === 'load'))) which = given as Compared
    else if (words[at] === '--seed' && /^\d{1,15}$/.test(given)) seed = Number(given)
    else if (words[at] === '--on' && parsePlainDate(given) !== undefined) on = given
    else if (words[at] === '--processes' && word === 'load' && /^[1-9]$/.test(given)) processes = Number(given)
    else return undefined
  }
  return { word, which, seed, today: dayOf(on), processes }
}

async function main(): Promise<number> {
  const asked = readWords(process.argv.slice(2))
  if (asked === undefined) {
    process.stderr.write(usage)
    return 2
  }
  const { word, which, seed, today, processes } = asked
  if (word === 'compare') return which === 'demo' ? 2 : compare(which, seed, today)
  try {
    await load(which, seed, today, processes)
    return 0
  } catch (fault) {
    if (!(fault instanceof NotHere || fault instanceof ConfigFault)) throw fault
    process.stderr.write(`${fault.message}\n`)
    return 1
  }
}

function compare(which: Compared, seed: number, today: number): number {
  const areas: readonly Area[] = which === 'borough' ? [boroughArea] : englandsAreas(seed)
  const sampled = sampleOf[which]
  const counts = new Counts()
  const began = process.hrtime.bigint()
  let making = 0n
  for (const [index, area] of areas.entries()) {
    const world = worldOf(seed, area, today)
    for (let child = index % sampled; child < area.known; child += sampled) {
      const before = process.hrtime.bigint()
      const made = makeChild(world, child)
      making += process.hrtime.bigint() - before
      countChild(counts, world, made)
    }
  }
  const seconds = Number(process.hrtime.bigint() - began) / 1e9

  const shown = (value: number, { unit }: Row): string => (unit === 'children' || unit === 'plans' ? Math.round(value).toLocaleString('en-GB') : value.toFixed(1))
  const rows = rowsOf(counts, which === 'borough' ? 'london' : 'england', areas, sampled)
  const wide = Math.max(...rows.map(({ figure }) => figure.length)) + 2
  process.stdout.write(`Seed ${seed}, ${which}, as on ${dateOf(today)}. Published figures of ${which === 'borough' ? 'London' : 'England'}: src/population/published.\n\n`)
  process.stdout.write(`${'Figure'.padEnd(wide)}${'Unit'.padEnd(18)}${'Published'.padStart(10)}${'Made'.padStart(10)}${'Tolerance'.padStart(11)}  Within\n`)
  for (const row of rows) process.stdout.write(`${row.figure.padEnd(wide)}${row.unit.padEnd(18)}${shown(row.published, row).padStart(10)}${shown(row.made, row).padStart(10)}${shown(row.tolerance, row).padStart(11)}  ${row.isWithin ? 'yes' : 'NO'}\n`)

  const late = counts.under('late because/').toSorted((a, b) => b[1] - a[1])
  const allLate = late.reduce((sum, [, count]) => sum + count, 0)
  process.stdout.write(`\nWhy plans were late: ${late.map(([because, count]) => `${because} ${((100 * count) / allLate).toFixed(0)} %`).join(', ')}.\n`)
  const known = counts.of('known')
  process.stdout.write(`${known.toLocaleString('en-GB')} children with ${(counts.of('facts') / known).toFixed(1)} facts each in ${seconds.toFixed(1)} s; making 100,000 children takes ${((Number(making) / 1e9 / known) * 100_000).toFixed(1)} s.\n`)
  const outside = rows.filter(({ isWithin }) => !isWithin)
  process.stdout.write(outside.length === 0 ? `All ${rows.length} rows are within their tolerance.\n` : `${outside.length} of ${rows.length} rows are outside their tolerance.\n`)
  return outside.length === 0 ? 0 : 1
}

process.exitCode = await main()
