// Our check of the structure against an engine for XML Schema, on returns made from the tables and on the same ones broken.

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import * as fc from 'fast-check'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { aSen2Header, manySen2Persons } from '../../../test/builders/a-sen2-return.ts'
import { isOfTheTable, readSen2 } from '../../../test/builders/read-sen2.ts'
import { broken, fileText, someBreak, someReturn } from '../../../test/builders/sen2-tree.ts'
import { returnYears, type ReturnYear } from './return-years.ts'
import { returnText } from './write-return.ts'
import { xsdOf } from './xsd.ts'

const schemas = new Map(returnYears.map((year) => {
  const source = XmlDocument.fromString(xsdOf(year))
  return [year, { source, validator: XsdValidator.fromDoc(source) }] as const
}))

/** What the engine says is wrong; empty when nothing is. */
function engineSays(text: string, year: ReturnYear): string {
  const document = XmlDocument.fromString(text)
  try {
    schemas.get(year)?.validator.validate(document)
    return ''
  } catch (fault) {
    return String(fault)
  } finally {
    document.dispose()
  }
}

describe('the structure, by our check and by an engine for XML Schema', () => {
  after(() => { for (const { source, validator } of schemas.values()) { validator.dispose(); source.dispose() } })

  for (const year of returnYears) {
    it(`is right for everything that the table of ${year} allows`, async () => {
      await fc.assert(fc.asyncProperty(someReturn(year), async (tree) => {
        const text = fileText(tree)
        assert.equal(engineSays(text, year), '')
        assert.deepEqual((await readSen2(text, { year })).faults.filter(({ isOfStructure }) => isOfStructure), [])
      }), { numRuns: 40 })
    })

    it(`is found wrong by both or by neither when a return of ${year} is broken`, async () => {
      const counts = { right: 0, wrong: 0 }
      await fc.assert(fc.asyncProperty(someReturn(year), fc.array(someBreak, { minLength: 1, maxLength: 3 }), async (tree, breaks) => {
        const text = fileText(breaks.reduce(broken, tree))
        const said = engineSays(text, year)
        assert.equal(await isOfTheTable(text, { year }), said === '', `${JSON.stringify(breaks)}: ${said}\n${text}`)
        counts[said === '' ? 'right' : 'wrong'] += 1
      }), { numRuns: 150 })
      assert.ok(counts.right > 3 && counts.wrong > 60, JSON.stringify(counts))
    })

    it(`is right for what we write of people of ${year}`, () => {
      assert.equal(engineSays([...returnText({ header: aSen2Header(year), persons: manySen2Persons(100, year) }, year)].join(''), year), '')
    })
  }

  it('is wrong for a return of one year that is taken for that of another', async () => {
    for (const year of returnYears) for (const other of returnYears) {
      const text = [...returnText({ header: aSen2Header(year), persons: manySen2Persons(20, year) }, year)].join('')
      assert.equal(await isOfTheTable(text, { year: other }), engineSays(text, other) === '', `${year} as ${other}`)
    }
  })
})
