// The page of one duty: its record in words, and what the engine says of worked cases.

import { dateWords } from '../src/domain/calendar/date-words.ts'
import { keyOf, type Clock, type Target, type Trigger } from '../src/domain/clocks/clock.ts'
import { eventKinds } from '../src/domain/clocks/event-kinds.ts'
import { excuseWords } from '../src/domain/clocks/excuses.ts'
import { periodWords } from '../src/domain/clocks/explain.ts'
import { childrenAndFamiliesAct2014 as regime } from '../src/domain/clocks/regimes.ts'
import { natureWords, owedByWords, standingWords } from '../src/features/clocks/clock-words.ts'
import { examplesFor } from './law-examples.ts'
import { recordFileOf } from './record-file.ts'

// The pages written by hand that say what a record cannot: how we read the words, and what a letter must hold.
const readings: Readonly<Record<string, readonly string[]>> = {
  'ASMT-01': ['notices'], 'ASMT-02': ['assess-decision', 'legal-tests'], 'ASMT-03': ['notices'], 'ASMT-04': ['advisers'], 'ASMT-05': ['advice'], 'ASMT-06': ['no-plan-decision', 'legal-tests'],
  'ASMT-07': ['draft-window'], 'ASMT-08': ['draft-window'], 'ASMT-09': ['consultation'], 'ASMT-10': ['final-plan'], 'ASMT-13': ['advisers'], 'MED-01': ['mediation-adviser'],
  'APP-01': ['appeal'], 'REV-01': ['first-review'], 'RTS-01': ['rights-holder'],
}

const made = '<!-- Made by npm run docs:law from src/domain/clocks/records. Do not edit: change the record. -->'
const row = (name: string, value: string | undefined): readonly string[] => (value === undefined || value === '' ? [] : [`| ${name} | ${value.replaceAll('|', '\\|')} |`])
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** The name of every page, with its text. */
export function clockPages(): ReadonlyMap<string, string> {
  const byId = new Map<string, Clock[]>()
  for (const clock of regime.clocks) byId.set(clock.id, [...(byId.get(clock.id) ?? []), clock])
  const pages = new Map<string, string>()
  for (const [id, clocks] of byId) pages.set(`${id}.md`, pageOf(id, clocks))
  pages.set('README.md', indexOf(byId))
  return pages
}

function indexOf(byId: ReadonlyMap<string, readonly Clock[]>): string {
  return [
    '# Every clock of the law', '', made, '',
    `The records of ${regime.title}, in force here from ${dateWords(regime.from)}: ${byId.size} clocks. How periods are counted is on the [calendar page](../calendar.md).`, '',
    '| Clock | What | How long | Who owes it |', '|---|---|---|---|',
    ...[...byId].map(([id, clocks]) => {
      const first = clocks[0]
      if (first === undefined) return ''
      const periods = [...new Set(clocks.map(({ period }) => periodWords(period)))]
      return `| [${id}](${id}.md) | ${clocks.length === 1 ? first.title : clocks.map(({ title }) => title).filter((one, at, all) => all.indexOf(one) === at).join('; ')} | ${periods.join('; ')} | ${[...new Set(clocks.map(({ owedBy }) => owedByWords[owedBy]))].join('; ')} |`
    }),
    '',
  ].join('\n')
}

function pageOf(id: string, clocks: readonly Clock[]): string {
  const [only] = clocks
  const isOne = clocks.length === 1 && only !== undefined
  const hand = readings[id] ?? []
  return [
    `# ${id}${isOne ? `: ${only.title}` : ''}`, '', made, '',
    ...clocks.flatMap((clock) => [...(isOne ? [] : [`## ${clock.step === undefined ? '' : `${clock.step}: `}${clock.title}`, '']), ...recordOf(clock), '', ...examplesOf(clock)]),
    `**Record.** [\`${recordFileOf(id)}\`](../../../${recordFileOf(id)}).${hand.length === 0 ? '' : ` **Our reading.** ${hand.map((name) => `[${name}](../${name}.md)`).join(', ')}.`}`,
    '',
  ].join('\n')
}

function recordOf(clock: Clock): readonly string[] {
  return [
    '| | |', '|---|---|',
    ...row('Counts from', eventsOf(clock.starts)),
    ...row('How long', capital(periodWords(clock.period))),
    ...row('What that means', natureWords[clock.nature]),
    ...row('Who owes it', capital(owedByWords[clock.owedBy])),
    ...row(clock.nature === 'floor' ? 'Not before then' : 'Done when', eventsOf(clock.metBy)),
    ...row('No longer matters when', eventsOf(clock.overtakenBy)),
    ...row('Its last day also reckons with', eventsOf(clock.alsoReads)),
    ...row('The earlier day binds', clock.boundBy === undefined ? undefined : `with ${clock.boundBy.join(', ')}`),
    ...row('What can excuse it', clock.excuses.length === 0 ? (clock.nature === 'limit' ? 'Nothing' : undefined) : clock.excuses.map((one) => `${one}: ${excuseWords[one]}`).join('<br>')),
    ...row('Usual target', targetWords(clock)),
    ...row('Standing', standingWords[clock.standing]),
    ...row('Where it is written', clock.law.join('; ')),
    ...row('In force', `from ${dateWords(clock.since)}${clock.until === undefined ? '' : ` to ${dateWords(clock.until)}`}`),
    ...row('If it is missed', clock.consequence),
    ...row('To be checked', clock.toVerify),
  ]
}

function eventsOf(triggers: readonly Trigger[]): string {
  const [always, sometimes] = [triggers.filter(({ when }) => when === undefined), triggers.filter(({ when }) => when !== undefined)]
  const words = (some: readonly Trigger[]): string => [...new Set(some.map(({ event }) => eventKinds[event].says))].join('; ')
  return [words(always), sometimes.length === 0 ? '' : `in the cases that the record names: ${words(sometimes)}`].filter((text) => text !== '').join('; ')
}

function targetWords({ target, nature, period }: Clock): string | undefined {
  if (nature !== 'limit' || period.kind === 'no-period') return undefined
  const given: Target = target ?? { kind: 'working-day' }
  switch (given.kind) {
    case 'days-before': return `${given.count} days before the legal date`
    case 'days-after-start': return `${given.count} days after it starts`
    case 'one-year-from-meeting': return 'a year from the meeting'
    case 'working-day': return 'the last working day on which the legal date can still be kept'
  }
}

function examplesOf(clock: Clock): readonly string[] {
  const examples = examplesFor(clock)
  if (examples.length === 0) throw new Error(`${keyOf(clock)} has no worked example: add one to scripts/law-examples.ts`)
  return examples.flatMap(({ name, facts, sentences }) => [
    `**Example${name === undefined ? '' : ` ${name}`}.** ${facts}`, '', ...sentences.flatMap((sentence) => [`> ${sentence}`, '']),
  ])
}
