// npm run docs:law
// Writes docs/law/clocks: a page for each clock of the law, from the records that the engine runs, with worked examples and the
// engine's own sentences; and the tables of docs/how-to/work-out-the-dates.md. Nobody edits these by hand.

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { commonFieldsMarkdown, factListMarkdown } from '../src/features/clocks/fact-list.ts'
import { outputKeys } from '../src/features/clocks/clock-output.ts'
import { clockPages } from './law-page.ts'

const root = path.resolve(import.meta.dirname, '..')
const howTo = 'docs/how-to/work-out-the-dates.md'
export const pagesFolder = 'docs/law/clocks'

const outputMarkdown = (): string => ['| Key | What it says |', '|---|---|', ...Object.entries(outputKeys).map(([key, says]) => `| \`${key}\` | ${says} |`)].join('\n')

/** The text with what stands between the marks of this name made anew. */
function withTable(text: string, name: string, table: string): string {
  const [start, end] = [`<!-- ${name}: made by npm run docs:law -->`, `<!-- end of ${name} -->`]
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from === -1 || to < from) throw new Error(`${howTo} has no marks for ${name}`)
  return `${text.slice(0, from + start.length)}\n\n${table}\n\n${text.slice(to)}`
}

/** Every file that the script makes, by its path from the root, with its text. */
export function lawPages(): ReadonlyMap<string, string> {
  const before = readFileSync(path.join(root, howTo), 'utf8')
  const tables = [['common fields', commonFieldsMarkdown()], ['facts', factListMarkdown()], ['answer', outputMarkdown()]] as const
  return new Map([
    ...[...clockPages()].map(([name, text]) => [`${pagesFolder}/${name}`, text] as const),
    [howTo, tables.reduce((text, [name, table]) => withTable(text, name, table), before)],
  ])
}

/** What stands in the folder now, made or not. */
export const pagesThere = (): readonly string[] => readdirSync(path.join(root, pagesFolder)).map((name) => `${pagesFolder}/${name}`)

function write(): void {
  const pages = lawPages()
  mkdirSync(path.join(root, pagesFolder), { recursive: true })
  for (const stray of pagesThere().filter((name) => !pages.has(name))) rmSync(path.join(root, stray))
  for (const [name, text] of pages) writeFileSync(path.join(root, name), text)
  process.stdout.write(`Wrote ${pages.size} pages.\n`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) write()
