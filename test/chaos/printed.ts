// What a run measured, as a table: printed, and put into docs/evidence/survival.md under its own heading, where the tables of the other
// runs stay as they were.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { dateWords } from '../../src/domain/calendar/date-words.ts'
import { plainDateOf } from '../../src/domain/calendar/plain-date.ts'
import type { Mood } from './carrier.ts'
import type { Broken } from './break-statements.ts'
import type { BrokenJourneys } from './break-journeys.ts'
import type { Cut } from './cut-power.ts'
import type { Killed } from './kill-processes.ts'
import { stepWords } from './kill-processes.ts'
import type { Restart } from './restart-database.ts'
import type { Restored } from './restore-to-second.ts'
import type { Found, Kills } from './run.ts'
import { faultsOf } from './run.ts'
import type { NoticesSent } from './send-notices.ts'
import type { Upgraded } from './upgrade-under-load.ts'

export interface Printed {
  /** Names its place in the evidence. */
  readonly name: string
  readonly title: string
  /** A table in Markdown. */
  readonly lines: readonly string[]
  readonly faults: readonly string[]
}

const count = (number: number): string => number.toLocaleString('en-GB')
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [`| ${head.join(' | ')} |`, `|${head.map((_, index) => (index === 0 ? '---' : '---:')).join('|')}|`, ...rows.map((row) => `| ${row.join(' | ')} |`)]
const at = (numbers: readonly number[], share: number): number => numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0
const spread = (milliseconds: readonly number[]): string => (milliseconds.length === 0 ? '' : `${seconds(at(milliseconds, 0.5))} / ${seconds(at(milliseconds, 1))}`)

function grouped<T>(items: readonly T[], by: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(by(item), [...groups.get(by(item)) ?? [], item])
  return [...groups]
}

/** What every run with people in it asks of the record. */
function held({ acknowledged, lost, halfDone, twice, sending, other, endedByItself, tally, leftovers }: Found): string[][] {
  const kinds = Object.entries(tally.done).map(([kind, n]) => `${kind} ${count(n)}`).join(', ')
  return [
    [`Acts acknowledged (${kinds})`, count(acknowledged)], ['Acknowledged and lost', count(lost.length)], ['Half done: fact, audit record, mark of the form or outbox row without the others', count(halfDone.length)],
    ['Done twice', count(twice.length)], ['Messages sent', count(sending.sent)], ['Taken twice by the carrier', count(sending.twice.length)], ['Said to be sent and never taken', count(sending.neverLeft.length)],
    ['Left waiting at the end', count(sending.waiting)], ['Forms answered with “try again”', count(tally.away)], ['of these with everything given back', count(tally.kept)],
    ['Forms and pages that got no answer, and were sent again', count(tally.unanswered)], ['Answers nobody should get', count(tally.unexpected.length)], ['Web or worker ended by itself', count(endedByItself.length)],
    ['Audit chain, folding and kept files: not as they must be', count(other.length)], ['Half-written files left lying, in nobody’s way', count(leftovers)],
  ]
}

export function ofKills(outcomes: Kills['outcomes'], found: Found): Printed {
  const all = outcomes.map(({ milliseconds }) => milliseconds)
  const whole = outcomes.filter(({ what }) => what === 'the whole server')
  const parts = grouped(outcomes.filter((one) => !whole.includes(one)), ({ what }) => what).map(([what, ofIt]) => `${what} ${ofIt.length}`)
  return {
    name: 'database', title: `${count(outcomes.length)} kills of the database while people work`, faults: faultsOf(found),
    lines: table(['What', 'Counted'], [
      ['Kills of the whole server (median / longest until the hub served again)', `${whole.length} (${spread(whole.map(({ milliseconds }) => milliseconds))})`],
      [`Kills of one of its processes (${parts.join(', ')})`, `${outcomes.length - whole.length}`], ['All kills: median / longest until the hub served again', spread(all)], ...held(found), ['The whole run', seconds(found.seconds * 1000)],
    ]),
  }
}

export function ofProcesses(killed: readonly Killed[], found: Found): Printed {
  const groups = grouped(killed, ({ part, step }) => `The ${part}, ${step === undefined ? 'at any moment' : stepWords[step] ?? step}`)
  return {
    name: 'processes', title: `${count(killed.length)} kills of web and worker while people work`, faults: faultsOf(found),
    lines: table(['What', 'Counted'], [
      ...groups.map(([what, ofIt]) => [`${what} (median / longest until it served again)`, `${ofIt.length} (${spread(ofIt.map(({ milliseconds }) => milliseconds))})`]), ...held(found), ['The whole run', seconds(found.seconds * 1000)],
    ]),
  }
}

export function ofRestarts(restarts: readonly Restart[], found: Found): Printed {
  const groups = grouped(restarts, ({ manner }) => manner)
  return {
    name: 'restarts', title: `${count(restarts.length)} restarts of the database under load`, faults: faultsOf(found),
    lines: table(['What', 'Counted'], [
      ...groups.map(([manner, ofIt]) => [`${manner}: times (median / longest until the hub served, from the moment the database answered)`, `${ofIt.length} (${spread(ofIt.map(({ servedAfter }) => servedAfter))})`]),
      ...held(found), ['The whole run', seconds(found.seconds * 1000)],
    ]),
  }
}

export function ofStatements({ broken, untried }: BrokenJourneys): Printed {
  const writing = broken.filter(({ writes }) => writes)
  const sum = (of: (one: Broken) => number): number => writing.reduce((total, one) => total + of(one), 0)
  return {
    name: 'statements', title: 'Every statement of every act, broken once', faults: broken.flatMap(({ route, faults }) => faults.map((fault) => `${route}: ${fault}`)),
    lines: [
      ...table(['What', 'Counted'], [
        ['Routes that write', count(new Set(writing.map(({ route }) => route)).size)], ['Statements and file writes broken', count(sum(({ statements }) => statements))],
        ['After it as before', count(sum(({ before }) => before))], ['After it as when all goes well, only the answer lost', count(sum(({ after }) => after))], [`Routes of the journeys left untried for want of time${untried.length === 0 ? '' : ` (${untried.map((route) => `\`${route}\``).join(', ')})`}`, count(untried.length)], ['Anything between', count(broken.reduce((total, { faults }) => total + faults.length, 0))],
      ]), '',
      ...table(['Route', 'Broken', 'As before', 'As after'], writing.map(({ route, statements, before, after }) => [`\`${route}\``, count(statements), count(before), count(after)])),
    ],
  }
}

export function ofCuts(cuts: readonly Cut[], found: Found): Printed {
  const of = (where: Cut['where']): readonly Cut[] => cuts.filter((one) => one.where === where)
  return {
    name: 'power', title: `The power goes: ${count(cuts.length)} cuts of the log`, faults: [...cuts.flatMap(({ faults }) => faults), ...faultsOf(found)],
    lines: table(['What', 'Counted'], [
      ['Cut where the log was flushed, with nothing after it', count(of('flushed').length)], ['Cut at a byte later', count(of('later').length)], ['Acknowledged by then, at the first and the last cut', `${count(cuts[0]?.acknowledged ?? 0)} and ${count(cuts.at(-1)?.acknowledged ?? 0)}`],
      ['Lost, half done or damaged (amcheck of every table and index)', count(cuts.flatMap(({ faults }) => faults).length)], ['Median / longest until the database was open', spread(cuts.map(({ milliseconds }) => milliseconds))],
    ]),
  }
}

export function ofRestores(restored: readonly Restored[], found: Found): Printed {
  return {
    name: 'restore', title: 'Brought back to the second before a mistake', faults: [...restored.flatMap(({ faults }) => faults), ...found.tally.unexpected],
    lines: table(['Mistake', 'Acknowledged before it', 'Lost, different or damaged', 'Time until it was compared'], restored.map(({ mistake, acknowledged, faults, milliseconds }) => [mistake, count(acknowledged), count(faults.length), seconds(milliseconds)])),
  }
}

const moodWords: Readonly<Record<Mood, string>> = {
  'takes': 'took it', 'busy': 'answered 500', 'too-many': 'answered 429', 'refused': 'refused it for good', 'unsaid': 'took it, and cut the line before its answer', 'silent': 'did not answer at all',
}

export function ofNotices({ notices, kills, atStep, moods, sent, failed, seconds: took, faults }: NoticesSent): Printed {
  return {
    name: 'notices', title: `${count(notices)} notices leave while the worker is killed ${count(kills)} times`, faults,
    lines: table(['What', 'Counted'], [
      ...grouped(Object.entries(moods), ([mood]) => moodWords[mood as Mood]).map(([what, ofIt]) => [`The carrier ${what}`, count(ofIt.reduce((sum, [, n]) => sum + n, 0))]),
      ['Kills at the moment that was named (before the commit; the commit sent; after it)', count(atStep)], ['Notices sent, and taken once', count(sent)], ['Refused for good, failed, and shown to their owner', count(failed)],
      ['Taken twice; said to be sent and never taken; taken and said to have failed; left waiting', count(faults.length)], ['The whole run', seconds(took * 1000)],
    ]),
  }
}

export function ofUpgrade(commit: string, { migrations, cuts, tooLate, phases, faults }: Upgraded, found: Found): Printed {
  const away = phases.reduce((sum, phase) => sum + phase.away, 0)
  return {
    name: 'upgrade', title: 'A new release is put in while people work', faults: [...faults, ...faultsOf(found)],
    lines: table(['What', 'Counted'], [
      [`Migrations between ${commit.slice(0, 7)} and this (${migrations[0]} to ${migrations.at(-1)})`, count(migrations.length)],
      [`Times that bringing the database up to date was cut off (${cuts.map(({ how, atStatement, applied }) => `${how} at statement ${atStatement}, ${applied} in`).join('; ')})`, count(cuts.length)],
      ...(tooLate === 0 ? [] : [['Cuts for which it had ended before', count(tooLate)]]),
      ...phases.map((phase) => [`${phase.what}: acts acknowledged / longest time in which none was${phase.away === 0 ? '' : ' / the web was not there'}`, `${count(phase.acknowledged)} / ${seconds(phase.longestWithout)}${phase.away === 0 ? '' : ` / ${seconds(phase.away)}`}`]),
      ['The web was not there, all replacements together', seconds(away)], ...held(found), ['The whole run', seconds(found.seconds * 1000)],
    ]),
  }
}

const page = path.resolve(import.meta.dirname, '..', '..', 'docs', 'evidence', 'survival.md')
const beginOf = (name: string): string => `<!-- ${name} -->`
const endOf = (name: string): string => `<!-- end of ${name} -->`

/** Puts each table between its marks, and leaves the others. */
export function writeEvidence(printed: readonly Printed[], { began, seed }: { began: Date; seed: string }): void {
  let text = existsSync(page) ? readFileSync(page, 'utf8') : '# What survives\n'
  for (const { name, title, lines, faults } of printed) {
    const section = [beginOf(name), `## ${title}`, '', `Printed on ${dateWords(plainDateOf(began.toISOString().slice(0, 10)))} by \`npm run chaos\`, seed ${seed}.${faults.length === 0 ? '' : ` **${faults.length} things did not hold.**`}`, '', ...lines, ...faults.map((fault) => `\n- BROKEN: ${fault}`), endOf(name)].join('\n')
    const [from, to] = [text.indexOf(beginOf(name)), text.indexOf(endOf(name))]
    text = from === -1 || to === -1 ? `${text.trimEnd()}\n\n${section}\n` : text.slice(0, from) + section + text.slice(to + endOf(name).length)
  }
  writeFileSync(page, text)
}
