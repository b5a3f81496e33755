// Whether what is kept of a case, a child or a plan is found along it. A table without such an index is quick for as long as it is small, and the populations that pages
// are measured on leave some tables empty: nothing but this says so before a hub has them full.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSource } from './sources.ts'

const openAlone = 'asked for while it is open, and there is an index of what is'
const otherwise: Readonly<Record<string, string>> = {
  case_founding: 'of one transaction, and empty between two',
  paragraph_mark: 'a paragraph is looked for in every case of the area at once, by its mark',
  request_draft: 'found by who began it, or by its number',
  unusual_access: 'listed for an area by when it was found',
  brought_back: openAlone, file_loss: openAlone, item_seal: openAlone, locked_wording: openAlone, return_fault: openAlone,
}

interface Table { readonly name: string; readonly isOfOne: boolean; readonly keys: readonly (readonly string[])[] }

const tables = readSource('migrations/schema.txt').split('\n\n').flatMap((block): Table[] => {
  const name = /^([a-z_\d]+)(?: --|\n)/.exec(block)?.[1]
  if (name === undefined) return []
  const keys = [...block.matchAll(/(?:PRIMARY KEY|UNIQUE|USING btree) \(([^)]*)\)(?! WHERE (?!\(\w+_id IS NOT NULL\)$))/gm)].map(([, list = '']) => list.split(',').map((one) => one.trim()))
  return [{ name, isOfOne: /^ {2}(case|child|plan)_id: /m.test(block), keys }]
})

/** The area, and then what the row belongs to: a case, a child, a plan, or what is itself found along one of these. An index of some rows alone does not count: by the rest the table would be gone through. */
const leadsTo = ([area, of = '']: readonly string[]): boolean => area === 'local_area_id' && of.endsWith('_id') && of !== 'person_id'

describe('the tables of a case, a child or a plan', () => {
  const ofOne = tables.filter(({ isOfOne }) => isOfOne)
  it('are all there', () => { assert.ok(ofOne.length > 80, `only ${ofOne.length} were read`) })

  it('have an index along it', () => {
    assert.deepEqual(ofOne.filter(({ name, keys }) => !(name in otherwise) && !keys.some(leadsTo)).map(({ name }) => name), [])
  })

  it('are left out for a reason that still stands', () => {
    assert.deepEqual(Object.keys(otherwise).filter((name) => { const table = ofOne.find((one) => one.name === name); return table === undefined || table.keys.some(leadsTo) }), [])
  })
})
