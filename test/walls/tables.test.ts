// The tables that everything reads (routes, open acts, paths) against the program that is there.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { routes } from '../../src/app.ts'
import { actNames, openActs } from '../../src/domain/case-file/open-acts.ts'
import type { PathName } from '../../src/paths.ts'
import { paths } from '../../src/paths.ts'
import { actsWithoutAPageYet, pathsNotServedYet } from './not-built-yet.ts'
import { listSources, readSource } from './sources.ts'
import { urlLines, urlsWrittenDown } from './urls.ts'

const rowName = (route: (typeof routes)[number]): string => ('get' in route ? `GET ${route.get}` : `POST ${route.post}`)
const patterns = new Set(routes.map((route) => ('get' in route ? route.get : route.post)))

describe('the routes table', () => {
  it('says of each row who may come', () => {
    assert.deepEqual(routes.filter(({ may }) => may === undefined || may === null).map(rowName), [])
  })

  it('has each row once', () => {
    const names = routes.map(rowName)
    assert.deepEqual(names.filter((name, index) => names.indexOf(name) !== index), [])
  })

  it('serves only what paths.ts knows', () => {
    const known = new Set<string>(Object.values(paths).map(({ pattern }) => pattern))
    assert.deepEqual([...patterns].filter((pattern) => !known.has(pattern)), [])
  })

  it('serves every path, but for those not built yet', () => {
    const names = Object.keys(paths) as PathName[]
    const unserved = names.filter((name) => !patterns.has(paths[name].pattern))
    process.stdout.write(`${pathsNotServedYet.length} of ${names.length} paths are not served yet: ${pathsNotServedYet.join(', ')}\n`)
    assert.deepEqual(unserved.filter((name) => !pathsNotServedYet.includes(name)), [], 'in paths.ts and served by nobody')
    assert.deepEqual(pathsNotServedYet.filter((name) => !unserved.includes(name)), [], 'served now: take it off test/walls/not-built-yet.ts')
  })
})

describe('the table of open acts', () => {
  const sources = listSources().filter((file) => /^src\/(features|casebook)\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  // An act on a request being written stands outside any case (features/requests/draft-door); sending it is in the table too.
  const calls = sources.filter((file) => file !== 'src/casebook/act.ts' && file !== 'src/features/requests/draft-door.ts')
    .flatMap((file) => [...readSource(file).matchAll(/(?<![\w.]|function )act(?:OnDraft|OutsideCase)?(?:<[^(]*>)?\(\s*([^\s,]+)/g)].map(([, name = '']) => ({ file, name })))

  it('is named outright by each act, so that it can be searched for', () => {
    assert.deepEqual(calls.filter(({ name }) => !/^'[a-z-]+'$/.test(name)), [])
  })

  it('has for each row an act, but for those not built yet', () => {
    const used = (act: string): string[] => calls.filter(({ name }) => name === `'${act}'`).map(({ file }) => file)
    process.stdout.write(`${actsWithoutAPageYet.length} of ${actNames.length} acts are not built yet: ${actsWithoutAPageYet.join(', ')}\n`)
    assert.deepEqual(actNames.filter((act) => used(act).length === 0 && !actsWithoutAPageYet.includes(act)), [], 'in the table and done nowhere')
    assert.deepEqual(actsWithoutAPageYet.filter((act) => used(act).length > 0), [], 'built now: take it off test/walls/not-built-yet.ts')
  })

  it('gives for each row the authority to do it, and who', () => {
    assert.deepEqual(actNames.filter((act) => openActs[act].cites.length < 8 || openActs[act].who.length === 0), [])
  })
})

describe('the tables of the database', () => {
  // Fills an empty database before there is anybody to act.
  const seeds = ['src/features/demo/seed-world.ts', 'src/features/demo/demo-cases-store.ts']
  const folderOf = (file: string): string => (file.startsWith('src/features/') ? file.split('/').slice(0, 3).join('/') : file.split('/').slice(0, 2).join('/'))
  const writes = listSources().filter((file) => /^src\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !seeds.includes(file))
    .flatMap((file) => [...readSource(file).matchAll(/\.(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*'(\w+)|\b(?:insert into|update|delete from) (\w+) (?:set|values|where|\()/g)]
      .map(([, built, raw]) => ({ table: built ?? (raw ?? '').replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), folder: folderOf(file) })))

  it('are written by one folder each', () => {
    const folders = new Map<string, Set<string>>()
    for (const { table, folder } of writes) folders.set(table, (folders.get(table) ?? new Set()).add(folder))
    assert.ok(folders.size > 30, 'the walls no longer see the writes')
    assert.deepEqual([...folders].filter(([, where]) => where.size > 1).map(([table, where]) => `${table}: ${[...where].join(', ')}`), [])
  })
})

describe('the URLs', () => {
  it('are those written down', () => {
    assert.equal(urlLines(), urlsWrittenDown(), 'when that is meant: node --import tsx test/walls/urls.ts')
  })
})
