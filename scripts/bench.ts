// `npm run bench [-- --areas borough,england-sample] [--rounds N] [--seconds N] [--on YYYY-MM-DD] [--only alone,load,deadline,returns,soak,upgrade]`: how quick the pages
// are on loaded data, with row security, audit and forged-form tokens on, the hub, its database and whoever asks on one machine. What is wanted
// is printed beside what was measured and nothing is asserted. A soak and an upgrade are only run when they are named. docs/how-to/measure-speed.md.

import { availableParallelism, loadavg } from 'node:os'
import { parse } from 'node-html-parser'
import { parsePlainDate } from '../src/domain/calendar/plain-date.ts'
import { paths } from '../src/paths.ts'
import { build } from './build.mjs'
import { players, type Player } from './bench/cast.ts'
import { ask, databaseOf, sizes, startBenchServer, type Size } from './bench/databases.ts'
import { limits, pages, type BenchPage, type Role } from './bench/limits.ts'
import { openLoop, percentile, type Asking, type Outcome } from './bench/open-loop.ts'
import { filled } from './bench/person.ts'
import { makeReturns } from './bench/returns.ts'
import { middleOf, soak, type Minute } from './bench/soak.ts'
import { bringUpToDate } from './bench/upgrade.ts'
import { startWeb, startWorker, type WebProcess } from './bench/web-process.ts'
import { WatchedHub } from './bench/watched-hub.ts'
import { weightOf } from './bench/weight.ts'

const parts = ['alone', 'load', 'deadline', 'returns', 'soak', 'upgrade'] as const
type Part = (typeof parts)[number]
interface Wanted { readonly areas: readonly Size[]; readonly rounds: number; readonly seconds: number; readonly on: string; readonly only: readonly Part[] }

function readWords(words: readonly string[]): Wanted | undefined {
  let wanted: Wanted = { areas: ['borough'], rounds: 40, seconds: 60, on: '2026-11-23', only: ['alone', 'load', 'deadline', 'returns'] }
  for (let at = 0; at < words.length; at += 2) {
    const given = words[at + 1] ?? ''
    const list = given.split(',')
    if (words[at] === '--areas' && list.every((one): one is Size => (sizes as readonly string[]).includes(one))) wanted = { ...wanted, areas: list as Size[] }
    else if (words[at] === '--rounds' && /^\d{1,4}$/.test(given)) wanted = { ...wanted, rounds: Number(given) }
    else if (words[at] === '--seconds' && /^\d{1,5}$/.test(given)) wanted = { ...wanted, seconds: Number(given) }
    else if (words[at] === '--on' && parsePlainDate(given) !== undefined) wanted = { ...wanted, on: given }
    else if (words[at] === '--only' && list.every((one): one is Part => (parts as readonly string[]).includes(one))) wanted = { ...wanted, only: list as Part[] }
    else return undefined
  }
  return wanted
}

const say = (text: string): boolean => process.stdout.write(`${text}\n`)
const ms = (value: number): string => value.toFixed(value < 10 ? 1 : 0)
const mark = (isWithin: boolean): string => (isWithin ? '' : ' !')
const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1)

/** A table for a page of words: columns under their heads, in Markdown. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): void {
  say(`| ${heads.join(' | ')} |\n|${heads.map((_, index) => (index === 0 ? '---|' : '---:|')).join('')}`)
  for (const row of rows) say(`| ${row.join(' | ')} |`)
  say('')
}

const casts: readonly (readonly [Role, number])[] = [['officer', 14], ['manager', 1], ['senco', 30], ['parent', 30]]
const firstOf = (of: readonly Player[], as: Role): Player => {
  const found = of.find((player) => player.as === as)
  if (found === undefined) throw new Error(`nobody is ${as}`)
  return found
}

/** Who has asked for the least so far: the first of a role has used up what one person may ask for in a minute. */
const lastOf = (of: readonly Player[], as: Role): Player => firstOf(of.toReversed(), as)

interface Place { readonly size: Size; readonly url: string; readonly web: WebProcess; readonly cast: readonly Player[] }

/** One person asking at a time, the places in turn, so that a machine that is busy is busy for all of them. */
async function alone(places: readonly Place[], rounds: number): Promise<void> {
  const times = new Map<string, number[]>()
  const of = (page: BenchPage, { size }: Place): number[] => { const key = `${page.name}/${size}`; const known = times.get(key) ?? []; times.set(key, known); return known }
  for (const page of pages) {
    const turns = page.share === 0 ? Math.min(rounds, 8) : rounds
    for (let n = -3; n < turns; n += 1) {
      for (const place of places) {
        const { person, shown } = firstOf(place.cast, page.as)
        const { status, milliseconds } = await person.ask('GET', page.path(shown, n + 3))
        if (status === 429) { await new Promise((resolve) => { setTimeout(resolve, 20_000) }); continue }
        if (status !== 200) throw new Error(`${page.name} answered ${status} (${page.path(shown, n + 3)}) to ${place.size}`)
        if (n >= 0) of(page, place).push(milliseconds)
      }
    }
  }
  for (const [index, place] of places.entries()) {
    const first = places[0]
    if (first === undefined) continue
    say(`### One person at a time: ${inside(place.size)}, ${rounds} times each page\n`)
    const seen = await look(place)
    table(['Page', 'p50 ms', 'p95 ms', 'p99 ms', 'p95 wanted', 'Statements', 'Page / its SQL', ...(index === 0 ? [] : ['Grown']), 'First KB', 'Later KB', 'Large tables gone through'], pages.map((page) => {
      const mine = of(page, place)
      const [p95, grown] = [percentile(mine, 95), percentile(mine, 50) / percentile(of(page, first), 50)]
      const one = seen.get(page.name)
      return [
        page.name, ms(percentile(mine, 50)), `${ms(p95)}${mark(page.alone === undefined || p95 <= page.alone)}`, ms(percentile(mine, 99)), page.alone === undefined ? '' : String(page.alone),
        one === undefined ? '' : `${one.statements}${mark(one.statements <= limits.statements)}`, one === undefined || page.share === 0 ? '' : `${one.timesSql.toFixed(1)}${mark(one.timesSql <= limits.timesSql)}`,
        ...(index === 0 ? [] : [`${grown.toFixed(2)}${mark(grown <= limits.grown)}`]),
        one?.weight === undefined ? '' : `${kilobytes(one.weight.first)}${mark(one.weight.first <= limits.weight.first)}`, one?.weight === undefined ? '' : `${kilobytes(one.weight.later)}${mark(one.weight.later <= limits.weight.later)}`,
        one === undefined ? '' : one.scans.length === 0 ? 'none' : `${one.scans.join(', ')} !`,
      ]
    }))
    const weights = [...seen.values()].flatMap(({ weight }) => (weight === undefined ? [] : [weight]))
    say(`At most ${Math.max(...weights.map(({ requests }) => requests))} requests for a first visit (wanted: ${limits.weight.requests}), ${kilobytes(Math.max(...weights.map(({ script }) => script)))} KB of script (${kilobytes(limits.weight.script)}), ${Math.max(...weights.map(({ fonts }) => fonts))} fonts (${limits.weight.fonts}).`)
    say(`A save (a parent’s word that something has changed): ${await saves(place)}\n`)
  }
}

interface Looked { readonly statements: number; readonly timesSql: number; readonly scans: readonly string[]; readonly weight?: Awaited<ReturnType<typeof weightOf>> }

async function look({ url, cast }: Place): Promise<Map<string, Looked>> {
  const watched = await WatchedHub.start(url, 4719, limits.scannedRows)
  const looked = new Map<string, Looked>()
  try {
    const inside = new Map<Role, Player>()
    for (const [role] of casts) inside.set(role, firstOf(await players(url, watched.base, role, 1, 900), role))
    for (const page of pages) {
      const player = inside.get(page.as)
      if (player === undefined) continue
      const path = (n: number): string => page.path(player.shown, n)
      const get = async (n: number): Promise<void> => { await player.person.ask('GET', path(n)) }
      for (let n = 0; n < 3; n += 1) await get(n)
      const ratios: number[] = []
      let statements = 0
      for (let n = 0; n < (page.share === 0 ? 2 : 9); n += 1) {
        const began = performance.now()
        const seen = await watched.during(() => get(n))
        ratios.push((performance.now() - began) / seen.sqlMilliseconds)
        statements = Math.max(statements, seen.statements)
      }
      const { scans, sent } = await watched.during(() => get(1), { explains: true })
      if (process.env['BENCH_SHOWS'] === page.name) for (const { text, milliseconds } of sent) say(`${ms(milliseconds)} ms ${text}\n`)
      looked.set(page.name, { statements, timesSql: percentile(ratios, 50), scans, ...(page.share === 0 ? {} : { weight: await weightOf(lastOf(cast, page.as).person, page.path(lastOf(cast, page.as).shown, 1)) }) })
    }
  } finally {
    await watched.stop()
  }
  return looked
}

async function sayChange({ person, shown }: Player, words: string): Promise<{ status: number; milliseconds: number }> {
  const path = paths.sayChange({ area: shown.area, caseId: shown.cases[0] ?? '' })
  const form = parse((await person.ask('GET', path)).body.toString('utf8')).querySelector('main form')
  return person.ask('POST', path, { form: filled(form, { what: 'other', words }) })
}

async function timeOrStatus(saving: Promise<{ status: number; milliseconds: number }>): Promise<number | string> {
  const { status, milliseconds } = await saving
  return status === 303 ? milliseconds : String(status)
}

async function saves({ cast }: Place): Promise<string> {
  const times: number[] = []
  for (const player of cast.filter(({ as }) => as === 'parent').slice(0, 20)) {
    const { status, milliseconds } = await sayChange(player, 'The taxi comes at eight now, and not at half past.')
    if (status === 303) times.push(milliseconds)
    else say(`  a save answered ${status}`)
  }
  const p95 = percentile(times, 95)
  return `p50 ${ms(percentile(times, 50))} ms, p95 ${ms(p95)} ms (wanted: ${limits.save})${mark(p95 <= limits.save)}`
}

/** Who asks for what, one asking after the other, in the shares of limits.ts. */
function mixOf(place: Place): () => Asking {
  const deck = pages.flatMap((page) => Array.from({ length: page.share }, () => page))
  const byRole = new Map(casts.map(([role]) => [role, place.cast.filter(({ as }) => as === role)]))
  let n = 0
  return () => {
    n += 1
    // 61 and the hundred pages have no common divisor: each page comes as often as it should, and never in a row.
    const page = deck[(n * 61) % deck.length] as BenchPage
    const own = byRole.get(page.as) ?? []
    const player = own[n % own.length] as Player
    return { player, name: page.name, path: page.path(player.shown, n) }
  }
}

const inside = (size: Size): string => (size === 'borough' ? 'the borough alone' : `the borough inside ${size}`)

/** The mixed pages at so many a second. */
async function load(place: Place, perSecond: number, seconds: number, wanted: { readonly p50?: number; readonly p95: number; readonly p99?: number }): Promise<void> {
  tell(`${perSecond} mixed pages a second for ${seconds} s, ${inside(place.size)}`, await openLoop(place.web.base, perSecond, seconds, mixOf(place)), wanted)
}

/** The same for long, with the worker beside it and people who hand things in: whether anything grows, or becomes slower. */
async function soaked(place: Place, seconds: number): Promise<void> {
  const { perSecond, secondsBetweenSaves, grown, slower, minutes: wantedMinutes } = limits.soak
  const minutes = Math.round(seconds / 60)
  const worker = startWorker(place.url, 4719)
  const parents = place.cast.filter(({ as }) => as === 'parent')
  const next = mixOf(place)
  try {
    const { first, last, errors } = await soak({
      minutes, url: place.url, pids: { web: place.web.pid, worker: worker.pid }, secondsBetweenSaves, say: (words) => { process.stderr.write(`${words}\n`) },
      loadMinute: () => openLoop(place.web.base, perSecond, 60, next),
      save: (n) => timeOrStatus(sayChange(parents[n % parents.length] as Player, `The taxi came late for the ${n}th time.`)),
    })
    say(`### ${perSecond} mixed pages a second and a save every ${secondsBetweenSaves} s for ${minutes} minutes, ${inside(place.size)} (wanted: ${wantedMinutes} minutes)\n`)
    const row = (what: string, of: (minute: Minute) => number, most?: number, digits = 0): string[] => {
      const [before, after] = [middleOf(first, of), middleOf(last, of)]
      return [what, before.toFixed(digits), after.toFixed(digits), (after / before).toFixed(2), most === undefined ? '' : `${most}${mark(after / before <= most)}`]
    }
    table(['Middle of ten minutes', 'First', 'Last', 'Ratio', 'At most'], [
      row('p95 of the pages, ms', ({ times }) => percentile(times, 95), slower), row('p95 of the saves, ms', ({ saves: own }) => percentile(own, 95)),
      row('Memory of the web, MB', ({ web }) => web.megabytes, grown), row('Handles of the web', ({ web }) => web.handles, grown),
      row('Memory of the worker, MB', ({ worker: own }) => own.megabytes, grown), row('Handles of the worker', ({ worker: own }) => own.handles, grown),
      row('Connections to the database', ({ connections }) => connections, grown), row('Dead rows of a thousand', ({ deadShare }) => deadShare * 1000, undefined, 2),
    ])
    say(`Errors: ${errors.size === 0 ? 'none' : [...errors].map(([what, count]) => `${what} (${count})`).join(', ')}.\n`)
  } finally {
    await worker.stop()
  }
}

function tell(title: string, { times, byPage, errors, asked, seconds }: Outcome, { p50, p95, p99 }: { readonly p50?: number; readonly p95: number; readonly p99?: number }): void {
  const [median, most, nearlyAll] = [percentile(times, 50), percentile(times, 95), percentile(times, 99)]
  say(`### ${title}\n`)
  say(`${times.length.toLocaleString('en-GB')} of ${asked.toLocaleString('en-GB')} answered in ${seconds.toFixed(0)} s (${(times.length / seconds).toFixed(0)} a second). p50 ${ms(median)} ms${p50 === undefined ? '' : ` (wanted: ${p50})${mark(median <= p50)}`}, p95 ${ms(most)} ms (wanted: ${p95})${mark(most <= p95)}, p99 ${ms(nearlyAll)} ms${p99 === undefined ? '' : ` (wanted: ${p99})${mark(nearlyAll <= p99)}`}. Errors: ${errors.size === 0 ? 'none' : [...errors].map(([what, count]) => `${what} (${count})`).join(', ')}.\n`)
  table(['Page', 'Asked', 'p50 ms', 'p95 ms', 'p99 ms'], [...byPage].toSorted((a, b) => percentile(b[1], 95) - percentile(a[1], 95)).map(([name, own]) => [name, String(own.length), ms(percentile(own, 50)), ms(percentile(own, 95)), ms(percentile(own, 99))]))
}

/** People who hand something in at the same moment. */
async function deadline({ url, web, size }: Place): Promise<void> {
  const { people, p95 } = limits.deadline
  const many = await players(url, web.base, 'senco', people, 500)
  const forms = await Promise.all(many.map(async (player) => {
    const path = paths.sayChange({ area: player.shown.area, caseId: player.shown.cases[0] ?? '' })
    return { player, path, form: filled(parse((await player.person.ask('GET', path)).body.toString('utf8')).querySelector('main form'), { what: 'needs', words: 'He reads by himself now.' }) }
  }))
  const answers = await Promise.all(forms.map(({ player, path, form }) => player.person.ask('POST', path, { form })))
  const wrong = answers.filter(({ status }) => status !== 303).length
  const most = percentile(answers.map(({ milliseconds }) => milliseconds), 95)
  say(`### ${many.length} SENCOs hand something in at the same moment, ${size}\n\np50 ${ms(percentile(answers.map(({ milliseconds }) => milliseconds), 50))} ms, p95 ${ms(most)} ms (wanted: ${p95})${mark(most <= p95)}, ${wrong} refused${mark(wrong === 0)}.\n`)
}

/** An index of the largest table is made while twenty parents hand something in, again and again. */
async function upgrade({ url, cast, size }: Place): Promise<void> {
  const parents = cast.filter(({ as }) => as === 'parent').slice(0, 20)
  const brought = await bringUpToDate(url, parents.length, (hand) => timeOrStatus(sayChange(parents[hand] as Player, 'The taxi comes at nine now, and not at eight.')))
  say(`### An index over every fact is made while ${parents.length} parents hand things in, ${size}\n`)
  table(['Way', 'Seconds', 'Cut off', 'Saves', 'Refused', 'p50 ms', 'p95 ms', 'Longest s', 'Wanted'], brought.map(({ way, seconds, cuts, saves: own, refused }) => [
    way, seconds.toFixed(1), String(cuts), String(own.length), `${refused}${mark(refused === 0)}`, ms(percentile(own, 50)), ms(percentile(own, 95)), `${(Math.max(...own) / 1000).toFixed(2)}${mark(Math.max(...own) <= limits.upgrade * 1000)}`, String(limits.upgrade),
  ]))
}

/** The national return of the largest area alone, and of all. */
async function returns({ url, size }: Place): Promise<void> {
  const { largest, all, seconds } = await makeReturns(url, limits.returns.year)
  const people = all.reduce((sum, made) => sum + made.people, 0)
  const megabytes = (made: readonly { readonly bytes: number }[]): string => (made.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(0)
  say(`### The national return of ${limits.returns.year}, ${size}\n`)
  table(['Of', 'People', 'MB', 'Seconds', 'Wanted'], [
    [`the largest area (${largest.area})`, largest.people.toLocaleString('en-GB'), megabytes([largest]), `${largest.seconds.toFixed(1)}${mark(largest.seconds <= limits.returns.county)}`, String(limits.returns.county)],
    [`all ${all.length} areas, two at a time`, people.toLocaleString('en-GB'), megabytes(all), `${seconds.toFixed(0)}${mark(seconds <= limits.returns.country)}`, String(limits.returns.country)],
  ])
}

async function main(): Promise<number> {
  const wanted = readWords(process.argv.slice(2))
  if (wanted === undefined) {
    process.stderr.write('npm run bench [-- --areas borough,england-sample,england] [--rounds N] [--seconds N] [--on YYYY-MM-DD] [--only alone,load,deadline,returns,soak,upgrade]\n')
    return 2
  }
  await build()
  const server = await startBenchServer()
  const places: Place[] = []
  try {
    for (const [index, size] of wanted.areas.entries()) {
      const url = await databaseOf(server, size, wanted.on)
      const web = await startWeb(url, 4720 + index)
      const cast: Player[] = []
      places.push({ size, url, web, cast })
      for (const [role, count] of casts) cast.push(...await players(url, web.base, role, count, cast.length))
    }
    say(`${server.version}; ${availableParallelism()} cores, of which others had ${loadavg()[1]?.toFixed(1)} on average in the last five minutes. A figure that is not as wanted is marked with !.\n`)
    for (const { size, url } of places) {
      const [held] = await ask(url, `select (select reltuples::bigint from pg_class where relname = 'case_file' and relnamespace = 'public'::regnamespace) || ' cases, ' || (select reltuples::bigint from pg_class where relname = 'fact' and relnamespace = 'public'::regnamespace) || ' facts, ' || pg_size_pretty(pg_database_size(current_database()))`)
      say(`${size}: ${held}.`)
    }
    say('')
    if (wanted.only.includes('alone')) await alone(places, wanted.rounds)
    const last = places.at(-1)
    if (last !== undefined && wanted.only.includes('load')) {
      await load(last, limits.mixed.perSecond, wanted.seconds, limits.mixed)
      await load(last, limits.county.perSecond, wanted.seconds, limits.county)
    }
    if (last !== undefined && wanted.only.includes('deadline')) await deadline(last)
    if (last !== undefined && wanted.only.includes('returns')) await returns(last)
    if (last !== undefined && wanted.only.includes('soak')) await soaked(last, wanted.seconds)
    if (last !== undefined && wanted.only.includes('upgrade')) await upgrade(last)
    return 0
  } finally {
    for (const { web } of places) await web.stop()
    await server.stop()
  }
}

process.exit(await main())
