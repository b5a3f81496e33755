// `check-wording FILE…`: runs the wording rules over labelled lines and says how well they do and whether the bar holds.

import { readFile } from 'node:fs/promises'
import type { MissingPart } from '../../domain/wording/parts-said.ts'
import {
  outcomeBars, percent, provisionBars, scoreOutcomes, scoreProvisions,
  type Bar, type OutcomeScore, type PartScore, type ProvisionScore, type Share,
} from '../../domain/wording/score-wording.ts'
import { readWordingFile } from './wording-file.ts'

export interface Output {
  readonly out: (line: string) => unknown
  readonly err: (line: string) => unknown
}

const usage = `Usage: npm run check:wording -- [--verbose] FILE…

Runs the wording rules over labelled lines (one JSON object a line) and says how often they agree with the labels.
  --verbose  list every line on which the rules and the labels disagree`

/** 0: every bar holds for every file. 1: a bar does not hold. 2: a file or an option cannot be read. */
export const checkWording = async (args: readonly string[], { out, err }: Output): Promise<0 | 1 | 2> => {
  if (args.includes('--help') || args.includes('-h')) {
    out(usage)
    return 0
  }
  const unknown = args.find((arg) => arg.startsWith('-') && arg !== '--verbose' && arg !== '--')
  const files = args.filter((arg) => !arg.startsWith('-'))
  if (unknown !== undefined || files.length === 0) {
    err(unknown === undefined ? 'Name at least one file.' : `Unknown option ${unknown}.`)
    err(usage)
    return 2
  }
  const verbose = args.includes('--verbose')
  let allHold = true
  for (const file of files) {
    const contents = await contentsOf(file)
    if (contents.fault !== undefined) {
      err(`${file}: cannot be read: ${contents.fault}`)
      return 2
    }
    const read = readWordingFile(contents.text)
    if (!read.ok) {
      err(`${file}${read.refusal.line > 0 ? `:${read.refusal.line}` : ''}: ${read.refusal.why}`)
      return 2
    }
    const { report, bars } = read.value.holds === 'provision'
      ? aboutProvisions(scoreProvisions(read.value.lines), verbose)
      : aboutOutcomes(scoreOutcomes(read.value.lines), verbose)
    out(file)
    for (const line of report) out(`  ${line}`)
    for (const bar of bars) out(`  ${bar.holds ? 'holds' : 'FAILS'}: ${bar.says} (${shown(bar.value)})`)
    const holds = bars.every((bar) => bar.holds)
    out(`  ${file}: ${holds ? 'the bar holds' : 'THE BAR DOES NOT HOLD'}`)
    out('')
    allHold &&= holds
  }
  return allHold ? 0 : 1
}

type Contents = { readonly text: string; readonly fault?: undefined } | { readonly fault: string }

const contentsOf = async (file: string): Promise<Contents> => {
  try {
    return { text: await readFile(file, 'utf8') }
  } catch (fault) {
    return { fault: fault instanceof Error ? fault.message : String(fault) }
  }
}

interface Report { readonly report: readonly string[]; readonly bars: readonly Bar[] }

const shown = (value: number | undefined): string => (value === undefined ? 'none to measure' : `${value.toFixed(1)}%`)
const figure = (says: string, share: Share): string =>
  `${says.padEnd(58)} ${shown(percent(share)).padStart(6)}  (${share.right} of ${share.of})`

const aboutProvisions = (score: ProvisionScore, verbose: boolean): Report => ({
  bars: provisionBars(score),
  report: [
    `provision lines: ${score.lines}`,
    figure('vague and partly lines flagged', score.weakFlagged),
    figure('specific lines flagged', score.specificFlagged),
    figure('verdict right of three', score.verdictRight),
    figure('missing parts of the labels that are named', score.partsFound),
    figure('missing parts named that the labels name too', score.partsTrue),
    'for information, bound to no bar:',
    figure('  exact set of parts, all lines', score.exact),
    figure('  exact set of parts, lines that are not specific', score.exactWeak),
    figure('  exact set of who, what, how much, how often; all lines', score.exactCore),
    figure('weak phrases of the labels marked, at least in part', score.phrasesMarked),
    'part        precision  recall  (named by both, by the rules alone, by the label alone)',
    ...score.parts.map(partLine),
    ...(verbose ? disagreementsOf(score) : []),
  ],
})

const partLine = ({ part, both, onlyNamed, onlyLabelled }: PartScore): string => {
  const precision = shown(percent({ right: both, of: both + onlyNamed }))
  const recall = shown(percent({ right: both, of: both + onlyLabelled }))
  return `${part.padEnd(10)} ${precision.padStart(10)} ${recall.padStart(7)}  (${both}, ${onlyNamed}, ${onlyLabelled})`
}

const disagreementsOf = (score: ProvisionScore): string[] => [
  '', `disagreements: ${score.disagreements.length}`,
  ...score.disagreements.map(({ line, check, onlyNamed, onlyLabelled }) => {
    const verdict = check.verdict === line.verdict ? check.verdict : `${line.verdict} read as ${check.verdict}`
    const parts = [...onlyNamed.map((part: MissingPart) => `+${part}`), ...onlyLabelled.map((part: MissingPart) => `-${part}`)]
    return `${line.id} | ${verdict} | ${parts.join(' ')} | ${line.text}`
  }),
]

const aboutOutcomes = (score: OutcomeScore, verbose: boolean): Report => ({
  bars: outcomeBars(score),
  report: [
    `outcome lines: ${score.lines}`,
    figure('outcomes that are not SMART flagged', score.notSmartFlagged),
    figure('SMART outcomes flagged', score.smartFlagged),
    ...score.parts.map(({ part, share }) => figure(`  ${part} right`, share)),
    figure('provision in disguise right', score.disguise),
    ...(verbose ? outcomeDisagreements(score) : []),
  ],
})

const outcomeDisagreements = (score: OutcomeScore): string[] => [
  '', `disagreements: ${score.disagreements.length}`,
  ...score.disagreements.map(({ line, check, parts }) => {
    const said = parts.map((part) => `${check[part] ? '+' : '-'}${part}`)
    const disguise = check.isProvisionInDisguise === line.isProvisionInDisguise
      ? [] : [`${check.isProvisionInDisguise ? '+' : '-'}provision in disguise`]
    return `${line.id} | ${[...said, ...disguise].join(' ')} | ${line.text}`
  }),
]
