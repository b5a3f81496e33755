import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { build } from './build.mjs'

let root: string
const make = (): Promise<boolean> => build({ root, entries: { cli: 'src/cli.ts' }, logLevel: 'silent' })
const write = (file: string, text: string): void => writeFileSync(path.join(root, file), text)
const said = (): string => spawnSync(process.execPath, [path.join(root, 'dist', 'cli.js')], { encoding: 'utf8' }).stdout

before(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'gt-build-'))
  mkdirSync(path.join(root, 'src'))
  write('package.json', '{ "type": "module" }')
  write('src/word.ts', `export const word: string = 'hello'`)
  write('src/cli.ts', `import { word } from './word.ts'\nprocess.stdout.write(word)`)
})
after(() => rmSync(root, { recursive: true }))

test('builds once, and again only when a source has changed, come or gone', async () => {
  assert.equal(await make(), true)
  assert.equal(said(), 'hello')
  assert.equal(await make(), false)
  write('src/word.ts', `export const word: string = 'good day'`)
  assert.equal(await make(), true)
  assert.equal(said(), 'good day')
  write('src/another.ts', '')
  assert.equal(await make(), true)
  rmSync(path.join(root, 'src/another.ts'))
  assert.equal(await make(), true)
})

test('a build that failed is not taken for done', async () => {
  write('src/word.ts', 'export const word =')
  await assert.rejects(make())
  await assert.rejects(make())
  write('src/word.ts', `export const word = 'mended'`)
  assert.equal(await make(), true)
  assert.equal(said(), 'mended')
})

test('the assets are built beside the doors', async () => {
  mkdirSync(path.join(root, 'scripts'))
  write('scripts/build-assets.mjs', `import { writeFileSync } from 'node:fs'
    export async function buildAssets({ outDir }) { writeFileSync(outDir + '.txt', 'made') }`)
  await make()
  assert.ok(existsSync(path.join(root, 'dist', 'assets.txt')))
})
