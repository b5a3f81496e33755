// Every example that GOV.UK Frontend ships with its components must come out of ours as the same tree.
import { strict as assert } from 'node:assert'
import { readFileSync, readdirSync } from 'node:fs'
import { describe, test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { fieldAdapters } from './fixtures/field-adapters.tsx'
import { frameAdapters } from './fixtures/frame-adapters.tsx'
import { componentsNotShipped, fixturesNotShipped, partsNotShipped } from './fixtures/not-shipped.ts'
import { isOptions, type Options } from './fixtures/options.ts'
import { pageAdapters } from './fixtures/page-adapters.tsx'
import { treeOf } from './fixtures/same-tree.ts'

const folder = new URL('../../../node_modules/govuk-frontend/dist/govuk/components/', import.meta.url)
const adapters = { ...fieldAdapters, ...frameAdapters, ...pageAdapters }

type Fixture = { readonly name: string; readonly options: Options; readonly html: string }

const components = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

function fixturesOf(component: string): Fixture[] {
  const file: unknown = JSON.parse(readFileSync(new URL(`${component}/fixtures.json`, folder), 'utf8'))
  assert.ok(isOptions(file) && Array.isArray(file.fixtures))
  return file.fixtures.map((fixture: unknown) => {
    assert.ok(isOptions(fixture) && isOptions(fixture.options))
    return { name: String(fixture.name), options: fixture.options, html: String(fixture.html) }
  })
}

const notShipped = (component: string) => componentsNotShipped[component] !== undefined

for (const component of components.filter((name) => !notShipped(name))) {
  describe(`GOV.UK ${component}`, () => {
    for (const fixture of fixturesOf(component)) {
      const reason = fixturesNotShipped[component]?.[fixture.name]
      if (reason !== undefined) continue
      test(fixture.name, () => {
        const adapter = adapters[component]
        assert.ok(adapter, 'no adapter: ship the component or name it in not-shipped.ts')
        const vnode = adapter(fixture.options)
        const parts = partsNotShipped[component]?.selectors
        assert.equal(treeOf(vnode ? renderToString(vnode) : '', parts), treeOf(fixture.html, parts))
      })
    }
  })
}

test('what is not shipped is really among the examples', () => {
  for (const component of [...Object.keys(componentsNotShipped), ...Object.keys(partsNotShipped)]) {
    assert.ok(components.includes(component), component)
  }
  for (const [component, fixtures] of Object.entries(fixturesNotShipped)) {
    const names = fixturesOf(component).map(({ name }) => name)
    for (const name of Object.keys(fixtures)) assert.ok(names.includes(name), `${component}: ${name}`)
  }
})

test('the comparison sees what matters and nothing else', () => {
  assert.equal(treeOf('<p class="b a"  id=x>One\n two</p>'), treeOf('<p id="x" class="a b"> One two </p>'))
  assert.notEqual(treeOf('<p><b>Error:</b> text</p>'), treeOf('<p><b>Error:</b>text</p>'))
  assert.notEqual(treeOf('<p>a &amp; b</p>'), treeOf('<p>a b</p>'))
  assert.notEqual(treeOf('<input checked>'), treeOf('<input>'))
  assert.notEqual(treeOf('<p>&lt;b&gt;</p>'), treeOf('<p><b></b></p>'))
})
