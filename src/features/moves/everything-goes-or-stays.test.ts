// Whatever the hub learns to keep of a child, somebody must have decided whether it goes with a move.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { factSentences } from '../../casebook/fact-sentences.ts'
import { carriedTypes } from './carried-facts.ts'
import { factsThatStay, whyFactsStay } from './facts-that-stay.ts'
import { columnsOf, movedTableNames } from './package/moved-tables.ts'
import { columnsThatStay, tablesThatStay } from './tables-that-stay.ts'

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
/** Tables of an area, and so of its children, with their columns, as the schema's own description has them. */
const tables = new Map([...readFileSync(new URL('../../../migrations/schema.txt', import.meta.url), 'utf8').matchAll(/^(\w+)(?: -- .*)?\n((?: {2}.*\n| {4}.*\n| {3}.*\n)+)/gm)]
  .map(([, name = '', body = '']) => [name, [...body.matchAll(/^ {2}(\w+): /gm)].map(([, column = '']) => column)] as const).filter(([, columns]) => columns.includes('local_area_id')))
const moved = new Map(movedTableNames.map((table) => [snake(table), columnsOf(table).map(([name]) => snake(name))]))
/** Given by the new home. */
const own = ['local_area_id', 'case_id']

describe('whatever is kept of a child', () => {
  it('is in a table that goes with a move or stays for a reason, and not both', () => {
    assert.ok(tables.size > 100, `${tables.size} tables were read`)
    assert.deepEqual([...tables.keys()].filter((table) => !moved.has(table) && tablesThatStay[table] === undefined), [], 'add it to package/moved-tables.ts, or to tables-that-stay.ts with the reason')
    assert.deepEqual([...moved.keys()].filter((table) => tablesThatStay[table] !== undefined), [])
    assert.deepEqual([...moved.keys(), ...Object.keys(tablesThatStay)].filter((table) => !tables.has(table)), [], 'no such table')
  })

  it('is in a column that goes with its row or stays for a reason', () => {
    const left = [...moved].flatMap(([table, columns]) => (tables.get(table) ?? []).filter((column) => !own.includes(column) && !columns.includes(column)).map((column) => `${table}.${column}`))
    assert.deepEqual(left.filter((column) => columnsThatStay[column] === undefined), [])
    assert.deepEqual(Object.keys(columnsThatStay).filter((column) => !left.includes(column)), [], 'no such column, or it goes')
  })

  it('is a kind of fact that stands in the new ledger, or is there to be read for a reason', () => {
    const types = Object.keys(factSentences)
    const stays = new Set<string>(Object.keys(factsThatStay))
    const goes = new Set<string>(carriedTypes)
    assert.deepEqual(types.filter((type) => goes.has(type) === stays.has(type)), [])
    assert.deepEqual([...stays, ...goes].filter((type) => !types.includes(type)), [])
    assert.deepEqual(Object.keys(whyFactsStay).filter((why) => !Object.values<string>(factsThatStay).includes(why)), [])
  })
})
