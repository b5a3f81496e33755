// What is written is read again as what it was.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { aSen2Header, aSen2Person, manySen2Persons } from '../../../test/builders/a-sen2-return.ts'
import { readSen2 } from '../../../test/builders/read-sen2.ts'
import { someReturn, type Tree } from '../../../test/builders/sen2-tree.ts'
import { plainDateOf } from '../calendar/plain-date.ts'
import { returnYears, type ReturnYear } from './return-years.ts'
import type { Sen2Header, Sen2Person, Sen2Return } from './sen2-return.ts'
import { returnText } from './write-return.ts'
import { entryAt, tableOf, type TableEntry } from './year-tables.ts'

function valuesOf(entry: TableEntry, tree: Tree): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const child of entry.inside) {
    const found = tree.children.filter(({ name }) => name === child.element)
    const read = found.map((one) => (child.format === undefined ? valuesOf(child, one) : child.format.kind === 'flag' ? one.text === '1' : child.format.kind === 'date' ? plainDateOf(one.text ?? '') : one.text))
    if (child.most > 1) values[child.element] = read
    else if (read.length > 0) values[child.element] = read[0]
  }
  return values
}

const someTyped = (year: ReturnYear): fc.Arbitrary<{ readonly header: Sen2Header; readonly persons: readonly Sen2Person[] }> => someReturn(year).map((tree) => {
  const [header, persons] = tree.children
  assert.ok(header !== undefined && persons !== undefined)
  return {
    header: valuesOf(entryAt(tableOf(year), 'Header'), header) as Sen2Header,
    persons: persons.children.map((person) => valuesOf(entryAt(tableOf(year), 'Persons', 'Person'), person) as unknown as Sen2Person),
  }
})

const textOf = (whole: Sen2Return, year: ReturnYear): string => [...returnText(whole, year)].join('')

describe('a return that is written', () => {
  for (const year of returnYears) {
    it(`is read again as what it was, in the order of ${year}`, async () => {
      await fc.assert(fc.asyncProperty(someTyped(year), fc.integer({ min: 1, max: 700 }), async (whole, size) => {
        const { header, persons, faults } = await readSen2(textOf(whole, year), { year }, size)
        assert.deepEqual(faults.filter(({ isOfStructure }) => isOfStructure), [])
        assert.deepEqual({ header, persons }, whole)
      }), { numRuns: 60 })
    })
    it(`has no fault at all when its people have none, in ${year}`, async () => {
      const { faults, persons } = await readSen2(textOf({ header: aSen2Header(year), persons: manySen2Persons(100, year) }, year))
      assert.deepEqual(faults, [])
      assert.equal(persons.length, 100)
    })
  }

  it('leaves out what the year has no element for', () => {
    const text = textOf({ header: aSen2Header(2026), persons: [aSen2Person(2026)] }, 2023)
    assert.doesNotMatch(text, /DSCO|RequestSource|<Sex>/)
  })

  it('keeps signs that XML has a use for, and never writes what XML cannot hold', async () => {
    const odd = aSen2Person(2026, { Surname: 'O’Neil & <b>"\'', Forename: 'Zo\u0000e\ud800\u{1f600}' })
    const text = textOf({ header: aSen2Header(), persons: [odd] }, 2026)
    const { persons } = await readSen2(text)
    assert.equal(persons[0]?.Surname, odd.Surname)
    assert.equal(persons[0]?.Forename, 'Zo\ufffde\ufffd\u{1f600}')
  })
})
