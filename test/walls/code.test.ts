// House rules about files that no linter knows.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isCode, listSources, readSource } from './sources.ts'

/** Files over 300 lines, each with its reason. */
const longFiles: Readonly<Record<string, string>> = {
  'src/paths.ts': 'the street map: every URL in one list',
  'src/platform/db/schema.ts': 'written by npm run db:types from the migrations',
}

/** Places where a wall between rooms is opened, each with its reason in a comment there. */
const openings: readonly string[] = ['src/features/demo/seed-world.ts', 'src/platform/db/embedded-postgres.ts']

const files = listSources()

describe('files', () => {
  it('have no more than 300 lines, but for those named with a reason', () => {
    const long = files.filter(isCode).filter((file) => readSource(file).trimEnd().split('\n').length > 300)
    assert.deepEqual(long.filter((file) => longFiles[file] === undefined), [], 'split it where two ideas meet, or name it here with a reason')
    assert.deepEqual(Object.keys(longFiles).filter((file) => !long.includes(file)), [], 'no longer long: take it off the list')
  })

  it('are named by what is in them', () => {
    const attic = /^(.+[-.])?(utils?|helpers?|managers?)$|^(common|shared|misc|lib)$/
    const named = files.filter((file) => !file.startsWith('docs/'))
      .filter((file) => file.split('/').some((part) => attic.test(part.replace(/(\.[a-z]+)+$/, ''))))
    assert.deepEqual(named, [])
  })

  it('of a feature are no deeper than the lint walls reach', () => {
    assert.deepEqual(files.filter((file) => file.startsWith('src/features/') && file.split('/').length > 6), [])
  })

  it('go round a wall only where it is known, and say why', () => {
    const off = /oxlint-disable[\w-]*[^\n]*no-restricted-[^\n]*/g
    const found = files.filter((file) => file.startsWith('src/') && isCode(file)).filter((file) => readSource(file).search(off) >= 0)
    assert.deepEqual(found, openings)
    for (const file of found) for (const [line] of readSource(file).matchAll(off)) assert.match(line, / -- .{10}/, `${file} gives no reason`)
  })
})
