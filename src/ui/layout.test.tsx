import { strict as assert } from 'node:assert'
import { describe, test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { parse } from 'node-html-parser'
import { galleryPages } from '../../test/gallery/pages.ts'
import { site } from '../../test/gallery/sample.tsx'
import { Page, documentTitle } from './layout.tsx'
import { renderPage } from './render.ts'

const assets = { stylesheet: '/assets/hub-A.css', script: '/assets/hub-A.js' }
const page = (props: Partial<Parameters<typeof Page>[0]> = {}) =>
  renderPage(
    <Page site={site(assets)} title="Who is the child?" {...props}>
      {props.children ?? <h1>Who is the child?</h1>}
    </Page>,
  )

test('the title tells of an error first, then the question, whose case, and the service', () => {
  const given = { site: site(assets), title: 'Who is the child?' }
  assert.equal(documentTitle(given), 'Who is the child? - Golden Thread')
  assert.equal(
    documentTitle({ ...given, caseName: 'Sam P', hasErrors: true }),
    'Error: Who is the child? - Sam P - Golden Thread',
  )
})

test('a name that is script comes out as text, wherever it stands', () => {
  const name = '<script>alert("x")</script>'
  const html = page({
    title: name,
    caseName: name,
    children: <h1 title={name}>{name}</h1>,
    backLink: { href: '/', text: name },
  })
  const scripts = parse(html).querySelectorAll('script')
  assert.deepEqual(
    scripts.map((script) => script.getAttribute('src')),
    [assets.script],
  )
  assert.equal(parse(html).querySelector('h1')?.text, name)
})

test('a page has one script and one stylesheet, both files, and no style or handler of its own', () => {
  for (const html of Object.values(galleryPages(assets)).map(renderPage)) {
    const root = parse(html)
    assert.equal(root.querySelectorAll('script').length, 1)
    assert.equal(root.querySelectorAll('script[type="module"][src]').length, 1)
    assert.equal(root.querySelectorAll('link[rel="stylesheet"]').length, 1)
    assert.equal(root.querySelectorAll('style, [style]').length, 0)
    assert.doesNotMatch(html, /\son[a-z]+="/)
  }
})

test('the way past the header leads to the main part', () => {
  const root = parse(page())
  const target = root.querySelector('.govuk-skip-link')?.getAttribute('href')
  assert.equal(root.querySelector('main')?.id, target?.slice(1))
  assert.equal(root.querySelector('html')?.getAttribute('lang'), 'en')
})

test('help, the way out and the demo notice are there when asked for', () => {
  const bare = page()
  assert.doesNotMatch(bare, /Get help|Exit this page/)
  const full = parse(
    page({
      exitUrl: '/leave',
      help: { officer: { name: 'Priya Shah', role: 'your SEND officer', phone: '01632 960 111' } },
    }),
  )
  assert.equal(full.querySelector('.govuk-exit-this-page a')?.getAttribute('href'), '/leave')
  assert.equal(full.querySelector('.hub-help a')?.getAttribute('href'), 'tel:01632960111')
  assert.match(full.querySelector('.hub-help')?.text ?? '', /Relay UK/)
  assert.match(full.querySelector('.govuk-phase-banner')?.text ?? '', /demonstration/)
})

test('the footer has the three links that the law asks for', () => {
  const links = parse(page())
    .querySelectorAll('footer a')
    .map((link) => link.text.trim())
  assert.deepEqual(links, ['Accessibility', 'Privacy', 'Cookies'])
})

describe('valid HTML', () => {
  const validate = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // As preact writes them: boolean attributes without a value, void elements closed.
      'void-style': ['error', { style: 'selfclose' }],
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'doctype-style': 'off',
      // One line per page: white space at its end is not there to be read.
      'no-trailing-whitespace': 'off',
      'long-title': 'off',
      // Checkboxes of one field share its name, as radios do.
      'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
      // GOV.UK's own: the role without which JAWS does not read a date's hint; a link that works as a button.
      'no-redundant-role': 'off',
      'prefer-native-element': ['error', { exclude: ['button', 'region', 'img', 'alert'] }],
    },
  })
  for (const [name, vnode] of Object.entries(galleryPages(assets))) {
    test(name, async () => {
      const report = await validate.validateString(renderPage(vnode))
      const messages = report.results.flatMap((result) =>
        result.messages.map((m) => `${m.ruleId} ${m.selector}: ${m.message}`),
      )
      assert.deepEqual(messages, [])
    })
  }
})
