import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { after, before, describe, it } from 'node:test'
import { aSen2Header, aSen2Person, inventedUpn, manySen2Persons } from '../../../test/builders/a-sen2-return.ts'
import { exportFileName, nineFileTexts } from '../../../test/builders/nine-files.ts'
import { ReturnCheck, wayToPersons } from '../../domain/sen2/check-return.ts'
import { tableOfFileName, type ExportTable } from '../../domain/sen2/export-tables.ts'
import { returnYears } from '../../domain/sen2/return-years.ts'
import type { Sen2Person } from '../../domain/sen2/sen2-return.ts'
import { returnText } from '../../domain/sen2/write-return.ts'
import { readXml } from '../../platform/xml/read-xml.ts'
import { exportPieces } from './export-pieces.ts'
import { nineFilesOf } from './nine-files.ts'
import type { TableFile } from './table-rows.ts'
import { UnreadableReturn } from './unreadable-return.ts'

let heaps: string
before(async () => { heaps = await mkdtemp(path.join(tmpdir(), 'heaps-')) })
after(() => rm(heaps, { recursive: true }))

const filesOf = (texts: ReadonlyMap<ExportTable, string>): TableFile[] => [...texts].map(([table, text]) => ({ table, name: exportFileName(table), open: () => Readable.from([Buffer.from(text)]) }))

async function readAll(texts: ReadonlyMap<ExportTable, string>): Promise<{ persons: Sen2Person[]; faults: string[]; check: ReturnCheck }> {
  const check = new ReturnCheck()
  const [persons, faults]: [Sen2Person[], string[]] = [[], []]
  const folder = await mkdtemp(path.join(heaps, 'run-'))
  for await (const piece of exportPieces(nineFilesOf(filesOf(texts)), { heaps: folder })) {
    const told = check.take(piece)
    if (told.checked !== undefined) persons.push(told.checked.person)
    faults.push(...[...told.faults, ...told.checked?.faults ?? []].map(({ rule, file, line, column }) => `${rule.id} ${file ?? ''} ${line} ${column}`))
  }
  return { persons, faults, check }
}

async function ofXml(persons: Iterable<Sen2Person>, year: 2023 | 2024 | 2025 | 2026): Promise<Sen2Person[]> {
  const check = new ReturnCheck()
  const read: Sen2Person[] = []
  for await (const piece of readXml(Readable.from([...returnText({ header: aSen2Header(year), persons }, year)].map((text) => Buffer.from(text))), wayToPersons)) {
    const { checked } = check.take(piece)
    if (checked !== undefined) read.push(checked.person)
  }
  return read
}

/** Lines of a file behind its names in another order. */
const mixed = (text: string): string => {
  const [names = '', ...rows] = text.trimEnd().split('\r\n')
  return `${[names, ...rows.toSorted((a, b) => (a.length * 7919 + a.charCodeAt(1) * 31) % 97 - (b.length * 7919 + b.charCodeAt(1) * 31) % 97 || (a < b ? 1 : -1))].join('\r\n')}\r\n`
}

describe('the nine files of an export', () => {
  it('read to the same persons as the XML of the same return, in every year', async () => {
    for (const year of returnYears) {
      const { persons, faults, check } = await readAll(nineFileTexts(aSen2Header(year), manySen2Persons(60, year)))
      assert.deepEqual(faults, [])
      assert.deepEqual(persons, await ofXml(manySen2Persons(60, year), year))
      assert.equal(check.header?.Source?.DateTime, `${year}-02-03T14:30:00`)
    }
  })

  it('read to the same when their rows stand in no order', async () => {
    const texts = nineFileTexts(aSen2Header(), manySen2Persons(300))
    for (const [table, text] of texts) if (table !== 'person' && table !== 'requests') texts.set(table, mixed(text))
    assert.deepEqual((await readAll(texts)).persons.map(({ UPN }) => UPN), [...manySen2Persons(300)].map(({ UPN }) => UPN))
    const { persons } = await readAll(texts)
    const byNeed = (list: readonly Sen2Person[]) => list.map((person) => ({ ...person, Requests: person.Requests.map((one) => ({ ...one, ActivePlans: one.ActivePlans === undefined ? undefined : { ...one.ActivePlans, SENneed: one.ActivePlans.SENneed.toSorted((a, b) => String(a.SENtypeRank).localeCompare(String(b.SENtypeRank))) } })) }))
    assert.deepEqual(byNeed(persons), byNeed(await ofXml(manySen2Persons(300), 2026)))
  })

  it('come in the order of their file, each with their own, however many stretches of them lie on the disk', async () => {
    const texts = nineFileTexts(aSen2Header(), manySen2Persons(2300))
    for (const [table, text] of texts) if (table !== 'person' && table !== 'sen2') texts.set(table, mixed(text))
    const { persons } = await readAll(texts)
    const told = (list: Iterable<Sen2Person>) => [...list].map(({ UPN, Requests }) => [UPN, Requests.map(({ ReceivedDate, Assessment, ActivePlans }) => [ReceivedDate, Assessment?.NamedPlan?.StartDate, ActivePlans?.SENneed.map(({ SENtype }) => SENtype).toSorted()])])
    assert.deepEqual(told(persons), told(manySen2Persons(2300)))
  })

  it('tell a fault with its file, line and cell', async () => {
    const { faults } = await readAll(nineFileTexts(aSen2Header(), [aSen2Person(), aSen2Person(2026, { UPN: `B${inventedUpn(2).slice(1)}` })]))
    const upnCell = (await import('../../domain/sen2/export-tables.ts')).exportColumnNames('person').indexOf('upn') + 1
    assert.ok(faults.includes(`R-P08 ${exportFileName('person')} 3 ${upnCell}`), faults.join('; '))
  })

  it('are refused with the place when a file, a column, a key or a row is wrong', async () => {
    const texts = () => nineFileTexts(aSen2Header(), manySen2Persons(30))
    const spoilt = (table: ExportTable, change: (text: string) => string) => { const all = texts(); all.set(table, change(all.get(table) ?? '')); return all }
    const refusal = async (all: ReadonlyMap<ExportTable, string>): Promise<string> => {
      const thrown = await readAll(all).then(() => undefined, (fault: unknown) => fault)
      assert.ok(thrown instanceof UnreadableReturn, String(thrown))
      return thrown.message
    }
    const without = texts()
    without.delete('senneed')
    assert.equal(await refusal(without), 'line 1, column 1: the export is nine files, and one is missing: senneed')
    assert.throws(() => nineFilesOf([...filesOf(texts()), ...filesOf(texts()).slice(0, 1)]), /two files of the table sen2/)
    assert.match(await refusal(spoilt('person', (text) => text.replace('"surname"', '"surnames"'))), /_person\.csv: line 1, column 6: the table person has no column “surnames”/)
    assert.match(await refusal(spoilt('person', (text) => text.replace('"sex"', '"surname"'))), /the column “surname” stands twice/)
    assert.match(await refusal(spoilt('requests', (text) => text.replace('"persontableid"', '"nativeid2"'))), /no column “nativeid2”/)
    assert.match(await refusal(spoilt('namedplan', (text) => text.replace(/^"(\d+)","330","\1","","\d+"/m, '"$1","330","$1","","999999"'))), /_namedplan\.csv: line 2, column 5: the row belongs to a row of assessment that is not there/)
    assert.match(await refusal(spoilt('requests', (text) => `${text}"a","b"\r\n`)), /_requests\.csv: line 32, column 1: the row has another number of cells/)
    assert.match(await refusal(spoilt('requests', (text) => `${text}"a`)), /_requests\.csv: line 32, column 1: .*cut off/)
    assert.match(await refusal(spoilt('sen2', () => '')), /_sen2\.csv: line 1, column 1: the file is empty/)
    assert.match(await refusal(spoilt('person', (text) => text.replace(/^"3","330"/m, '"","330"'))), /_person\.csv: line 4, column 1: the row has no key/)
    assert.match(await refusal(spoilt('person', (text) => text.replace(/^"3","330"/m, '"2","330"'))), /the key of this row comes twice|belongs to a row of person that is not there/)
  })

  it('are known by the end of their names', () => {
    assert.equal(tableOfFileName('Blade-Export_26-03-2026_namedplan.csv'), 'namedplan')
    assert.equal(tableOfFileName('SEN2.CSV'), 'sen2')
    assert.equal(tableOfFileName('activeplans.xlsx'), undefined)
    assert.equal(tableOfFileName('plans.csv'), undefined)
  })
})
