// The runner itself: what must fail a run does.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { kindOf, projectRoot } from './kinds.ts'

let folder: string

before(() => {
  mkdirSync(path.join(projectRoot, '.tmp'), { recursive: true })
  folder = mkdtempSync(path.join(projectRoot, '.tmp', 'runner-'))
})
after(() => rmSync(folder, { recursive: true }))

/** Runs files with these contents as one run. */
function run(...contents: string[]): { code: number | null; said: string } {
  const files = contents.map((content, index) => {
    const file = path.join(folder, `${index}.test.ts`)
    writeFileSync(file, `import assert from 'node:assert/strict'\nimport { after, before, beforeEach, test } from 'node:test'\n${content}\n`)
    return path.relative(projectRoot, file)
  })
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--test-reporter', './test/reporter.ts', 'test/run-files.ts', ...files],
    { cwd: projectRoot, encoding: 'utf8', env },
  )
  return { code: status, said: stdout + stderr }
}

const sound = `test('sound', () => assert.ok(true)); void [after, before, beforeEach]`

test('sound files pass and are counted', () => {
  const { code, said } = run(sound, sound)
  assert.equal(code, 0, said)
  assert.match(said, /✔ rules\s+2 tests\s+2 files/)
})

for (const [name, content, words] of [
  ['a failing test', `test('sums', () => assert.equal(1, 2))`, /sums[\s\S]*1 !== 2/],
  ['a skipped test', `test.skip('later', () => undefined)`, /later\n\s+is skipped or to do/],
  ['a test that skips itself', `test('never mind', (context) => context.skip())`, /never mind\n\s+is skipped or to do/],
  ['a test to do', `test.todo('one day')`, /one day\n\s+is skipped or to do/],
  ['a file without tests', `void [test, assert]`, /has no tests in it/],
  ['a file that throws', `throw new Error('no good')`, /no good/],
  ['a file that cannot be read', `import './nowhere.ts'`, /nowhere\.ts/],
  ['a failing before', `before(() => { throw new Error('not ready') }); ${sound}`, /not ready/],
  ['a failing after', `after(() => { throw new Error('left a mess') }); ${sound}`, /left a mess/],
  ['a rejection that nobody handles', `test('leaks', () => { void Promise.reject(new Error('lost')) })`, /lost/],
] as const) {
  test(`${name} fails the run and says why`, () => {
    const { code, said } = run(sound, content, sound)
    assert.equal(code, 1, said)
    assert.match(said, words)
  })
}

test('what one file does before each of its tests does not touch the next file', () => {
  const { said } = run(`beforeEach(() => assert.fail('mine alone')); test('a', () => undefined)`, sound)
  assert.match(said, /✖ rules\s+2 tests\s+2 files.*1 failed/)
})

test('a file’s kind follows from its name and place', () => {
  assert.deepEqual(
    ['src/a.test.ts', 'src/ui/a.test.tsx', 'src/a.db.test.ts', 'src/x/page.test.ts', 'src/x/list.page.test.ts', 'test/walls/a.test.ts', 'test/journeys/a.test.ts', 'test/harness/a.browser.test.ts', 'src/a.ts', 'src/page.tsx'].map(kindOf),
    ['rules', 'rules', 'db', 'pages', 'pages', 'walls', 'journeys', 'journeys', undefined, undefined],
  )
})
