import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { projectRoot } from '../test/kinds.ts'
import { scaffold } from './scaffold.ts'

describe('the scaffold', () => {
  let root: string
  before(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'scaffold-'))
    for (const part of ['src', 'test', 'package.json', 'tsconfig.json', '.oxlintrc.json']) cpSync(path.join(projectRoot, part), path.join(root, part), { recursive: true })
    symlinkSync(path.join(projectRoot, 'node_modules'), path.join(root, 'node_modules'))
  })
  after(() => rmSync(root, { recursive: true }))

  const run = (...words: string[]) => scaffold(root, words)
  const tool = (name: string, ...words: string[]): string => {
    const { stdout, stderr } = spawnSync(path.join(root, 'node_modules', '.bin', name), words, { cwd: root, encoding: 'utf8' })
    return `${stdout}${stderr}`
  }

  it('makes an act and a page that compile and pass the linter, in a feature of their own', () => {
    // An act and two paths that the tables have, so that nothing needs to be pasted first.
    const act = run('act', 'scaffolded/make-wish')
    const page = run('page', 'scaffolded/deliveries', 'deliveries')
    assert.ok('made' in act && 'made' in page)
    assert.deepEqual(act.made.map((file) => file.replace('src/features/scaffolded/', '')), [
      'make-wish/make-wish.ts', 'make-wish/form.ts', 'make-wish/page.ts', 'make-wish/view.tsx', 'make-wish/page.test.ts', 'index.ts', 'routes.ts',
    ])
    assert.equal(tool('tsc', '--noEmit').split('\n').filter((line) => line.includes('scaffolded')).join('\n'), '')
    assert.match(tool('oxlint', '--deny-warnings', 'src/features/scaffolded'), /Found 0 warnings and 0 errors/)
    assert.match(readFileSync(path.join(root, 'src/features/scaffolded/routes.ts'), 'utf8'), /\{ post: paths\.makeWish\.pattern, may: \{ act: 'make-wish' \}, page: makeWish\.submit \}/)
    assert.match(page.next.join('\n'), /routes\.ts:\nimport \* as deliveries .*\n {2}\{ get: paths\.deliveries\.pattern, may: \{ look: 'deliveries' \}/)
  })

  it('prints the rows of the tables that are missing', () => {
    const answer = run('act', 'messages/hide-message')
    assert.ok('next' in answer)
    assert.match(answer.next.join('\n'), /open-acts\.ts[^]*'hide-message': \{[^]*paths\.ts[^]*hideMessage: path\('\/:area\/cases\/:caseId\/hide-message'\)[^]*messages\/routes\.ts/)
    assert.ok(!answer.made.some((file) => file.endsWith('index.ts')))
  })

  it('makes a test that fails until somebody says what the page is for', () => {
    assert.match(readFileSync(path.join(root, 'src/features/scaffolded/deliveries/page.test.ts'), 'utf8'), /assert\.fail\(/)
    assert.match(readFileSync(path.join(root, 'src/features/scaffolded/make-wish/make-wish.ts'), 'utf8'), /not-written-yet/)
  })

  it('writes over nothing, and says what it wants', () => {
    assert.deepEqual(run('act', 'messages/send-message'), { refused: 'src/features/messages/send-message is there already.' })
    for (const words of [[], ['act'], ['act', '../x/y'], ['act', 'Messages/x'], ['thing', 'a/b']]) assert.match(JSON.stringify(run(...words)), /npm run scaffold/)
    assert.match(JSON.stringify(run('page', 'messages/x', 'nonsense')), /no sight/)
    assert.ok(!existsSync(path.join(root, 'src/features/messages/x')))
  })
})
