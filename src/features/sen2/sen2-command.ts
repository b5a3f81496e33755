// `sen2 check FILE`: a return checked without a database. The file is read once from front to back, one person at a time.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { filesAt } from '../../casebook/return-files/files-at.ts'
import { returnPieces } from '../../casebook/return-files/return-pieces.ts'
import { UnreadableReturn } from '../../casebook/return-files/unreadable-return.ts'
import { ReturnCheck, wayToPersons, type FilePiece, type ReturnFault } from '../../domain/sen2/check-return.ts'
import { returnYearOf, returnYears, type ReturnYear } from '../../domain/sen2/return-years.ts'
import type { Sen2Person } from '../../domain/sen2/sen2-return.ts'
import { xsdOf } from '../../domain/sen2/xsd.ts'
import { rangedFile } from '../../platform/files/ranged-file.ts'
import { UnreadableText } from '../../platform/files/decode-utf8.ts'
import { readXml } from '../../platform/xml/read-xml.ts'
import { csvReport } from './csv-report.ts'
import { humanReport } from './human-report.ts'
import { jsonReport } from './json-report.ts'
import type { Report } from './report.ts'
import { ruleList } from './rule-list.ts'

export interface Doors {
  /** Answers when the reader is ready for more. */
  readonly out: (text: string) => Promise<unknown>
  readonly err: (text: string) => unknown
  readonly input: AsyncIterable<Uint8Array | string>
}

export const usage = `Usage: golden-thread sen2 check FILE [--json | --csv] [--year 2026] [--plans-last-year N] [--names]
       golden-thread sen2 read FILE --area CODE [--accept]
       golden-thread sen2 rules [--year 2026]
       golden-thread sen2 schema [--year 2026]

check   Checks a SEN2 return of ${returnYears.join(', ')}: its structure, each value, and the rules between values. FILE is XML, or the department's own
        export of nine CSV files: a folder of them, or a zip. Needs no database, sends and keeps nothing. "-" reads XML from standard input.
  --json               one fault a line as JSON, and a line with the sums at the end
  --csv                one fault a row
  --year YEAR          check it as the return of that year, whatever its header says
  --plans-last-year N  open plans on the survey day before: asks about a change of more than a fifth
  --names              say people's names beside their numbers; without it nobody is named
read    Reads a return of another system into the hub, and with --accept brings its caseload over (it needs the database).
rules   Lists the rules of a year.
schema  Prints the XML schema of a year.

The rules are this program's own. The department's rules decide whether a return is taken.

Exit status: 0 no errors (queries may remain); 1 errors remain; 2 the file or the command cannot be read.`

interface Options {
  readonly file: string
  readonly year: ReturnYear | undefined
  readonly form: 'human' | 'json' | 'csv'
  readonly hasNames: boolean
  readonly plansLastYear: number | undefined
}

export async function sen2Command(words: readonly string[], doors: Doors): Promise<0 | 1 | 2> {
  const [verb, ...rest] = words
  if (words.includes('--help') || words.includes('-h')) {
    await doors.out(`${usage}\n`)
    return 0
  }
  const options = readOptions(rest)
  if (verb !== 'check' && verb !== 'rules' && verb !== 'schema') return refuse(doors, verb === undefined ? usage : `There is no "sen2 ${verb}".\n\n${usage}`)
  if ('fault' in options) return refuse(doors, options.fault)
  if (verb === 'check') return options.file === '' ? refuse(doors, `Name a file.\n\n${usage}`) : checkReturn(options, doors)
  await doors.out(verb === 'schema' ? xsdOf(options.year ?? 2026) : ruleList(options.year))
  return 0
}

function refuse({ err }: Doors, why: string): 2 {
  err(`${why}\n`)
  return 2
}

function readOptions(words: readonly string[]): Options | { readonly fault: string } {
  let [year, plansLastYear]: [ReturnYear | undefined, number | undefined] = [undefined, undefined]
  let form: Options['form'] = 'human'
  let hasNames = false
  const files: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', joined] = (words[at] ?? '').split(/=(.*)/s)
    const value = (): string => joined ?? words[at += 1] ?? ''
    if (word === '--json' || word === '--csv') form = word === '--json' ? 'json' : 'csv'
    else if (word === '--names') hasNames = true
    else if (word === '--year') {
      const text = value()
      year = returnYearOf(text)
      if (year === undefined) return { fault: `--year ${text}: the returns of ${returnYears.join(', ')} are known.` }
    } else if (word === '--plans-last-year') {
      const text = value()
      if (!/^\d{1,9}$/.test(text)) return { fault: `--plans-last-year ${text}: give a whole number.` }
      plansLastYear = Number(text)
    } else if (word.startsWith('-') && word !== '-') return { fault: `Unknown option ${word}.\n\n${usage}` }
    else files.push(words[at] ?? '')
  }
  if (files.length > 1) return { fault: `Name one file, not ${files.length}.` }
  return { file: files[0] ?? '', year, form, hasNames, plansLastYear }
}

const reports = { human: humanReport, json: jsonReport, csv: csvReport }

async function checkReturn(options: Options, doors: Doors): Promise<0 | 1 | 2> {
  const { file, year, plansLastYear, form, hasNames } = options
  const check = new ReturnCheck({ ...(year === undefined ? {} : { year }), ...(plansLastYear === undefined ? {} : { plansLastYear }) })
  const report = reports[form]({ file: file === '-' ? 'standard input' : file, hasNames, check })
  const held = { text: report.beginning }
  let errors = 0
  const tell = (faults: readonly ReturnFault[], person?: Sen2Person): void => {
    for (const fault of faults) {
      if (fault.rule.severity === 'error') errors += 1
      held.text += report.fault(fault, person)
    }
  }
  const heaps = await mkdtemp(path.join(tmpdir(), 'sen2-'))
  try {
    let isFirst = true
    for await (const piece of piecesOf(options, doors, heaps)) {
      if (isFirst && piece.element.name !== 'Message') return refuse(doors, `${file}: this is no SEN2 return: its outermost element is ${piece.element.name.slice(0, 40)}, not Message.`)
      isFirst = false
      const { faults, checked } = check.take(piece)
      if (year === undefined && isStrangeYear(check)) return refuse(doors, `${file}: the header says year ${String(check.yearSaid?.slice(0, 20))}; the returns of ${returnYears.join(', ')} are known. Use --year to check it as one of them.`)
      tell(faults)
      if (checked !== undefined) tell(checked.faults, checked.person)
      if (held.text.length > 65_536) {
        await doors.out(held.text)
        held.text = ''
      }
    }
    tell(check.end())
    await doors.out(held.text + report.end())
    return errors > 0 ? 1 : 0
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EPIPE') return errors > 0 ? 1 : 0
    if (fault instanceof UnreadableText || fault instanceof UnreadableReturn) return stopped(fault, options, held.text, report, doors)
    if (fault instanceof Error && 'code' in fault) return refuse(doors, `${file}: cannot be read: ${fault.message}`)
    throw fault
  } finally {
    await rm(heaps, { recursive: true, force: true })
  }
}

async function* piecesOf({ file, year }: Options, { input }: Doors, heaps: string): AsyncGenerator<FilePiece> {
  if (file === '-') return yield* readXml(input, wayToPersons)
  yield* returnPieces(await Promise.all((await filesAt(file)).map((name) => rangedFile(name))), { heaps, ...(year === undefined ? {} : { year }) })
}

const isStrangeYear = (check: ReturnCheck): boolean => check.yearSaid !== undefined && /^\d{4}$/.test(check.yearSaid) && returnYearOf(check.yearSaid) === undefined

/** What was found up to there is told too: with a file that is cut off it may be all that there is. */
async function stopped(fault: UnreadableText | UnreadableReturn, { file }: Options, text: string, report: Report, doors: Doors): Promise<2> {
  await doors.out(text + report.end(fault))
  return refuse(doors, `${file}: cannot be read further: ${'file' in fault && fault.file !== undefined ? `${fault.file}: ` : ''}line ${fault.line}, column ${fault.column}: ${fault.why}.`)
}
