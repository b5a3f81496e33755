import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { parse } from 'node-html-parser'
import { richDocument } from '../../../test/builders/rich-document.ts'
import { paragraph, printedDocument } from './printed-document.ts'
import { toHtml } from './to-html.tsx'

describe('the HTML twin', () => {
  const html = toHtml(richDocument())
  const page = parse(html)

  it('is valid and accessible by the rules that a machine can check', async () => {
    const checker = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:a11y'], rules: { 'long-title': 'off', 'void-style': 'off' } })
    const report = await checker.validateString(
      `<!DOCTYPE html><html lang="en-GB"><head><title>Twin</title></head><body><main>${html}</main></body></html>`,
    )
    assert.deepEqual(report.results.flatMap((result) => result.messages.map((one) => `${one.ruleId}: ${one.message}`)), [])
  })

  it('has one h1 and headings in order', () => {
    assert.deepEqual(page.querySelectorAll('h1,h2,h3,h4,h5').map((one) => one.tagName), ['H1', 'H2', 'H3', 'H3', 'H2', 'H3', 'H4', 'H5'])
    assert.equal(page.querySelector('h2#waffles')?.textContent, 'Fifty difficult waffles')
  })

  it('names the scope of every table heading and captions the table', () => {
    assert.deepEqual(page.querySelectorAll('th').map((one) => one.getAttribute('scope')), ['col', 'col', 'col', 'row', 'row'])
    assert.equal(page.querySelector('table.govuk-table > caption')?.textContent, 'Who does what')
  })

  it('marks changes by element, not by colour', () => {
    assert.equal(page.querySelectorAll('del').at(-1)?.textContent, 'ten hours')
    assert.equal(page.querySelectorAll('ins strong').at(-1)?.textContent, 'twelve hours')
  })

  it('shows what was typed and runs none of it', () => {
    const hostile = '<script>alert(1)</script>" onload="x'
    const twin = toHtml(printedDocument({ title: hostile, blocks: [paragraph(hostile)] }))
    assert.equal(parse(twin).querySelectorAll('script').length, 0)
    assert.equal(parse(twin).querySelector('p')?.textContent, hostile)
  })
})
