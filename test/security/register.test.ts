import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { namedIn } from './named-in.ts'
import { registerPage, statusOf } from './register-page.ts'
import type { Requirement } from './requirements.ts'
import { readTable } from './requirements.ts'
import type { Standing } from './results.ts'
import { standingOf } from './results.ts'

const table = `# 6 Authentication
## 6.2 Passwords
6.2.1 L1 At least eight characters
  test: src/a.test.ts › a password › is long
  note: twelve here
6.2.2 L2 It can be changed
  n/a: no passwords
6.2.3 L2 It is stored well
  operator: docs/a.md › Keep it
6.2.4 L2 It is not common
  test: src/a.test.ts › a password
  open: the list is short
`
const passed: ReadonlyMap<string, Standing> = new Map([['src/a.test.ts › a password › is long', { said: 'passed', tests: 1 }], ['src/a.test.ts › a password', { said: 'passed', tests: 3 }]])
const requirements = (): readonly Requirement[] => readTable(table, 'a').sections[0]?.requirements ?? []

describe('a table of requirements', () => {
  it('is read line by line', () => {
    const { number, name, sections } = readTable(table, 'a')
    assert.deepEqual([number, name, sections.length], ['6', 'Authentication', 1])
    assert.deepEqual(requirements().map((one) => [one.number, one.level, one.grounds.map(({ kind }) => kind)]), [['6.2.1', 1, ['test', 'note']], ['6.2.2', 2, ['n/a']], ['6.2.3', 2, ['operator']], ['6.2.4', 2, ['test', 'open']]])
    assert.deepEqual(requirements()[0]?.grounds[0], { kind: 'test', file: 'src/a.test.ts', name: 'a password › is long' })
  })

  for (const wrong of ['# 6', '6.2.1 L1 no chapter', '# 6 A\n6.1.1 L1 no section', '# 6 A\n## 6.1 B\n6.1.1 L3 level three', '# 6 A\n## 6.1 B\n6.1.1 L1 a\n  test: a.test.ts', '# 6 A\n## 6.1 B\n  open: of nothing', '# 6 A\n## 6.1 B\n6.1.1 L1 a\n  done: yes']) {
    it(`is refused with its place: ${JSON.stringify(wrong)}`, () => assert.throws(() => readTable(wrong, 'a'), /a(:\d+)? (is no line|does not begin)/))
  }
})

describe('the status of a requirement', () => {
  it('comes from what it rests on', () => {
    assert.deepEqual(requirements().map((one) => statusOf(one, passed)), ['held', 'not applicable', 'by the operator', 'open'])
  })

  it('is failed as soon as one of its tests failed, was left out or is gone', () => {
    for (const said of ['failed', 'not found'] as const) {
      const now = new Map([...passed, ['src/a.test.ts › a password', { said, tests: 3 }] as const])
      assert.deepEqual(requirements().map((one) => statusOf(one, now)), ['held', 'not applicable', 'by the operator', 'failed'])
    }
    assert.equal(statusOf(requirements()[0] as Requirement, new Map()), 'failed')
  })

  it('stands on the page with its tests', () => {
    const page = registerPage([readTable(table, 'a')], passed)
    assert.match(page, /\| 6\.2\.1 \| 1 \| At least eight characters \| held \| passed: \[a\.test\.ts\]\(\.\.\/\.\.\/src\/a\.test\.ts\) “a password › is long”<br>twelve here \|/)
    assert.match(page, /passed \(3\):/)
    assert.match(page, /\| All \| 4 \| 1 \| 1 \| 1 \| 1 \| 0 \|/)
    assert.match(page, /- \*\*6\.2\.4\*\* It is not common: the list is short/)
  })
})

describe('how a linked test came out', () => {
  const results = [{ name: 'a › b', passed: true }, { name: 'a › c', passed: false }, { name: 'ab', passed: true }]
  it('is its own, and of a suite that of all its tests', () => {
    assert.deepEqual(standingOf('a › b', results), { said: 'passed', tests: 1 })
    assert.deepEqual(standingOf('a', results), { said: 'failed', tests: 2 })
    assert.deepEqual(standingOf('b', results), { said: 'not found', tests: 0 })
    assert.deepEqual(standingOf('a', undefined), { said: 'not found', tests: 0 })
  })
})

describe('the tests that a file names', () => {
  const named = namedIn("describe('one’s own', () => { it(\"it's here\", f); for (const x of y) it(`answers ${x} and ${z({ a: 1 })}: done`, f); it(`${x}`, f) })")
  for (const [name, isThere] of [['one’s own › it\'s here', true], ['it\'s here', true], ['one’s own › answers 1 and 2: done', true], ['one’s own › answers 1', false], ['one’s own › gone', false], ['own', false]] as const) {
    it(`${isThere ? 'are' : 'are not'} ${name}`, () => assert.equal(named(name), isThere))
  }
})
