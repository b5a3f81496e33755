// The register of OWASP ASVS: whole, leading to what is there, and written as its tables and the last results say.

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { projectRoot } from '../kinds.ts'
import { namedIn } from '../security/named-in.ts'
import { registerPage, statusOf } from '../security/register-page.ts'
import type { Ground, Requirement } from '../security/requirements.ts'
import { readNumbers, readRegister } from '../security/requirements.ts'
import { linkOf, readRecorded } from '../security/results.ts'

const chapters = readRegister()
const all = chapters.flatMap(({ sections }) => sections.flatMap(({ requirements }) => requirements))
const text = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8')
const groundsOf = <K extends Ground['kind']>(kind: K) => all.flatMap(({ number, grounds }) => grounds.flatMap((ground) => (ground.kind === kind ? [{ number, ...ground as Extract<Ground, { kind: K }> }] : [])))

describe('the register of requirements', () => {
  it('has every one of level 1 and 2 once, in its place and order, with its level', () => {
    const numbers = readNumbers()
    assert.equal(numbers.size, 253)
    assert.deepEqual(all.map(({ number, level }) => `${number} L${level}`), [...numbers].map(([number, level]) => `${number} L${level}`))
    for (const { number, sections } of chapters) for (const section of sections) {
      assert.equal(section.number.split('.')[0], number)
      for (const requirement of section.requirements) assert.ok(requirement.number.startsWith(`${section.number}.`), requirement.number)
    }
  })

  it('says of each what it rests on', () => {
    const restsOnNothing = ({ grounds }: Requirement): boolean => grounds.every(({ kind }) => kind === 'note')
    assert.deepEqual(all.filter(restsOnNothing).map(({ number }) => number), [])
  })

  it('leads to tests that are there, by their whole name', () => {
    const sources = new Map<string, (name: string) => boolean>()
    const isThere = (file: string, name: string): boolean => {
      if (!existsSync(path.join(projectRoot, file))) return false
      const named = sources.get(file) ?? namedIn(text(file))
      sources.set(file, named)
      return named(name)
    }
    assert.deepEqual(groundsOf('test').filter(({ file, name }) => !isThere(file, name)).map((link) => `${link.number}: ${linkOf(link)}`), [])
  })

  it('leads to rules of the linter and the compiler that are on', () => {
    const rules = text('.oxlintrc.json')
    const { compilerOptions } = JSON.parse(text('tsconfig.json')) as { compilerOptions: Record<string, unknown> }
    const isOn = (of: 'lint' | 'types', name: string): boolean => (of === 'types' ? compilerOptions[name] === true : new RegExp(String.raw`"${name.replace('/', String.raw`\/`)}":\s*(\[\s*)?"error"`).test(rules))
    assert.deepEqual(groundsOf('rule').filter(({ of, name }) => !isOn(of, name)).map(({ number, name }) => `${number}: ${name}`), [])
  })

  it('leads to words that stand in the file', () => {
    const inOneLine = (words: string): string => words.replaceAll(/\s+/g, ' ')
    const missing = [...groundsOf('written'), ...groundsOf('operator')].filter(({ file, words }) => !existsSync(path.join(projectRoot, file)) || !inOneLine(text(file)).includes(inOneLine(words)))
    assert.deepEqual(missing.map(({ number, file, words }) => `${number}: ${file} “${words}”`), [])
  })

  it('was made from these tables, when every test that it leads to had passed: npm run docs:asvs', () => {
    const recorded = readRecorded()
    assert.deepEqual([...recorded.keys()].toSorted(), [...new Set(groundsOf('test').map(linkOf))].toSorted(), 'other tests are linked than were run')
    assert.deepEqual([...recorded].filter(([, { said }]) => said !== 'passed'), [])
    assert.deepEqual(all.filter((requirement) => statusOf(requirement, recorded) === 'failed').map(({ number }) => number), [])
    assert.equal(text('docs/security/asvs-register.md'), registerPage(chapters, recorded))
  })
})
