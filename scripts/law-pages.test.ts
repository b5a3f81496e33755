// The pages are as the script makes them, and whoever follows a link from them arrives.

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import ids from '../test/cases/clock-ids.json' with { type: 'json' }
import { timetableCases } from '../test/worked-timetable.ts'
import { lawPages, pagesFolder, pagesThere } from './law-pages.ts'

const root = path.resolve(import.meta.dirname, '..')

describe('the law pages', () => {
  const pages = lawPages()

  it('are as npm run docs:law makes them, and no others lie beside them', () => {
    for (const [name, text] of pages) assert.equal(readFileSync(path.join(root, name), 'utf8'), text, `${name}: run npm run docs:law`)
    assert.deepEqual(pagesThere().filter((name) => !pages.has(name)), [])
  })

  it('are one for every clock of the law, each with an example', () => {
    for (const id of ids) assert.match(pages.get(`${pagesFolder}/${id}.md`) ?? assert.fail(`no page for ${id}`), /\*\*Example/)
  })

  it('show the worked cases', () => {
    const all = [...pages.values()].join('\n')
    const shown = timetableCases.filter(({ id }) => all.includes(`**Example ${id}.**`))
    assert.ok(shown.length >= 40, `only ${shown.length} of ${timetableCases.length} cases are shown`)
  })

  it('lead to files that are there', () => {
    for (const [name, text] of pages) {
      for (const [, to = ''] of text.matchAll(/\]\(([^)#:]+)\)/g)) assert.ok(existsSync(path.resolve(root, path.dirname(name), to)), `${name} leads to ${to}`)
    }
    const front = readFileSync(path.join(root, 'docs/law/README.md'), 'utf8')
    for (const [, to = ''] of front.matchAll(/\]\(([^)#:]+)\)/g)) assert.ok(existsSync(path.resolve(root, 'docs/law', to)), `docs/law/README.md leads to ${to}`)
  })
})
