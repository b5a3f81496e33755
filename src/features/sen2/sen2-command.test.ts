// The command as its users meet it: what it prints, what it does not print, and how it ends.

import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { after, before, describe, it } from 'node:test'
import { aSen2Header, aSen2Person, inventedUpn, manySen2Persons } from '../../../test/builders/a-sen2-return.ts'
import { exportFileName, nineFileTexts } from '../../../test/builders/nine-files.ts'
import { zipOf } from '../../../test/harness/zip-file.ts'
import type { ReturnYear } from '../../domain/sen2/return-years.ts'
import type { Sen2Person } from '../../domain/sen2/sen2-return.ts'
import { returnText } from '../../domain/sen2/write-return.ts'
import { sen2Command } from './sen2-command.ts'

async function run(words: readonly string[], input = ''): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
  let [out, err] = ['', '']
  const status = await sen2Command(words, { out: (text) => { out += text; return Promise.resolve() }, err: (text) => { err += text }, input: Readable.from([Buffer.from(input)]) })
  return { status, out, err }
}

const textOf = (persons: Iterable<Sen2Person>, year: ReturnYear = 2026): string => [...returnText({ header: aSen2Header(year), persons }, year)].join('')
const checked = (text: string, ...words: readonly string[]) => run(['check', '-', ...words], text)
type Line = Readonly<Record<string, unknown>>
const linesOf = (out: string): readonly Line[] => out.trim().split('\n').map((line) => JSON.parse(line) as Line)

const good = textOf(manySen2Persons(100))
const spoilt = textOf([aSen2Person(2026, { PostCode: '=cmd|1', UPN: `B${inventedUpn(1).slice(1)}` }), aSen2Person(2026, { Forename: 'Lucian', UPN: inventedUpn(2) })])

describe('golden-thread sen2 check', () => {
  it('finds nothing wrong with a good return of any year', async () => {
    for (const year of [2023, 2024, 2025, 2026] as const) {
      const { status, out } = await checked(textOf(manySen2Persons(100, year), year))
      assert.equal(status, 0)
      assert.match(out, new RegExp(`as that of ${year}; authority 330 Birmingham; 100 people\n0 errors, 0 queries`))
    }
  })

  it('says what is wrong, what mends it and where, and nobody’s name', async () => {
    const { status, out } = await checked(spoilt)
    assert.equal(status, 1)
    assert.match(out, /R-P08 +1 {2}The UPN cannot be right\.\n +Look the UPN up again/)
    assert.match(out, /line 29, column 7: person 1, UPN B001000000001: UPN \(1\.7a\): its first letter/)
    assert.match(out, /R-P15 +1 /)
    for (const form of [[], ['--json'], ['--csv']]) assert.doesNotMatch((await checked(spoilt, ...form)).out, /Ashdown|Persephone|2017/)
    for (const form of [[], ['--json'], ['--csv']]) assert.match((await checked(spoilt, '--names', ...form)).out, /Persephone Ashdown/)
  })

  it('gives each fault a line of JSON, and the sums at the end', async () => {
    const lines = linesOf((await checked(spoilt, '--json')).out)
    assert.deepEqual(lines.slice(0, -1).map(({ rule, severity, person, item }) => [rule, severity, person, item]), [['R-P08', 'error', 1, '1.7a'], ['R-P15', 'query', 1, '1.6'], ['R-L01', 'query', undefined, undefined]])
    assert.deepEqual(lines.at(-1)?.['summary'], {
      year: 2026, yearInHeader: '2026', authority: '330', persons: 2, requestsInPeriod: 2, requestsWithSource: 2, requestsFromOthers: 0, newPlans: 2, openPlans: 2, ceasedPlans: 0, ceasedForOther: 0,
      withoutPlacement: 0, withoutMainNeed: 0, errors: 1, queries: 2,
    })
  })

  it('gives each fault a row for a spreadsheet', async () => {
    const rows = (await checked(spoilt, '--csv')).out.split('\r\n')
    assert.match(rows[0] ?? '', /^\ufeff"Rule","Severity","File","Line"/)
    assert.match(rows[1] ?? '', /^"R-P08","error",,29,7,1,"B001000000001","Person","UPN","1\.7a"/)
    assert.equal(rows.length, 5)
  })

  it('tells the structure with its place, once for each thing', async () => {
    const text = good.replace('<Surname>Ashdown-0</Surname>\n', '').replace('<Sex>M</Sex>', '<Sex></Sex>').replace('<LEA>330</LEA>', '<Lea>330</Lea>')
    const lines = linesOf((await checked(text, '--json')).out).slice(0, -1)
    assert.deepEqual(lines.map(({ rule, element }) => [rule, element]), [['S-01', 'Lea'], ['R-H03', 'LEA'], ['R-P01', 'Surname'], ['R-P01', 'Sex']])
  })

  it('goes by the year of the header, or by the one that is asked for', async () => {
    const { out } = await checked(textOf(manySen2Persons(30, 2025), 2025), '--year', '2026', '--json')
    const rules = new Set(linesOf(out).map(({ rule }) => rule))
    assert.ok(rules.has('S-02') && rules.has('R-H02'), [...rules].join(' '))
    assert.match((await checked(textOf(manySen2Persons(30, 2025), 2025), '--year=2026')).out, /as that of 2026 \(its header says 2025\)/)
    const other = await checked(good.replace('<Year>2026', '<Year>2031'))
    assert.deepEqual([other.status, other.err], [2, '-: the header says year 2031; the returns of 2023, 2024, 2025, 2026 are known. Use --year to check it as one of them.\n'])
  })

  it('asks about a change of plans by more than a fifth', async () => {
    assert.match((await checked(good, '--plans-last-year', '200')).out, /R-L01 .*\n.*\n.*80 plans on survey day, 200 a year before/)
    assert.match((await checked(good, '--plans-last-year', '85')).out, /0 errors, 0 queries/)
  })

  it('ends with 2 for what cannot be read, saying where, after what was found before', async () => {
    const cut = spoilt.slice(0, spoilt.lastIndexOf('<Forename>'))
    const { status, out, err } = await checked(cut)
    assert.equal(status, 2)
    assert.match(out, /R-P08/)
    assert.match(out, /\d errors?, \d quer(?:y|ies) up to line \d+, where it could not be read on/)
    assert.deepEqual(linesOf((await checked(cut, '--json')).out).map((line) => (line as { summary?: { readUpTo?: object } }).summary?.readUpTo).filter((at) => at !== undefined).length, 1)
    assert.equal((await checked('# Read me')).out, '')
    assert.match(err, /cannot be read further: line \d+, column \d+: the file ends inside <Person>/)
    assert.equal((await checked('<Cases/>')).err, '-: this is no SEN2 return: its outermost element is Cases, not Message.\n')
    for (const words of [['check'], ['check', 'no-such-file.xml'], ['check', 'a', 'b'], ['check', '-', '--wrong'], ['check', '-', '--year', '2031'], ['send'], []]) assert.equal((await run(words)).status, 2, words.join(' '))
  })

  describe('on a file', () => {
    let folder: string
    before(async () => { folder = await mkdtemp(path.join(tmpdir(), 'sen2-')) })
    after(() => rm(folder, { recursive: true }))
    it('does the same', async () => {
      const file = path.join(folder, 'return.xml')
      await writeFile(file, good)
      const { status, out } = await run(['check', file])
      assert.equal(status, 0)
      assert.ok(out.startsWith(`${file}\n`))
    })

    it('reads the nine files of an export, in a folder or a zip, and says in which file a fault stands', async () => {
      const nine = path.join(folder, 'nine')
      await mkdir(nine)
      const texts = nineFileTexts(aSen2Header(), [...manySen2Persons(40), aSen2Person(2026, { UPN: `B${inventedUpn(1).slice(1)}` })])
      for (const [table, text] of texts) await writeFile(path.join(nine, exportFileName(table)), text)
      const inFolder = await run(['check', nine])
      assert.match(inFolder.out, /R-P08 [^]* Blade-Export_26-03-2026_person\.csv, line 42, column 1\d: person 41/)
      assert.equal(inFolder.status, 1)
      const zip = path.join(folder, 'nine.zip')
      await writeFile(zip, await zipOf(new Map([...texts].map(([table, text]) => [`export/${exportFileName(table)}`, text]))))
      assert.equal((await run(['check', zip])).out.replace(zip, nine), inFolder.out)
      await rm(path.join(nine, exportFileName('senneed')))
      const { status, err } = await run(['check', nine])
      assert.deepEqual([status, err.replace(nine, 'nine')], [2, 'nine: cannot be read further: line 1, column 1: the export is nine files, and one is missing: senneed.\n'])
    })
  })
})

it('golden-thread sen2 rules and schema print what the pages say they print', async () => {
  const { out } = await run(['rules'])
  const page = await readFile(path.resolve(import.meta.dirname, '../../../docs/sen2-rules.md'), 'utf8')
  assert.ok(page.includes(out), 'docs/sen2-rules.md is not what `golden-thread sen2 rules` prints: write it again')
  assert.match((await run(['schema', '--year', '2025'])).out, /<xs:element name="DSCO" minOccurs="0"/)
  assert.match((await run(['schema'])).out, /<xs:element name="DSCO" minOccurs="1"/)
})
