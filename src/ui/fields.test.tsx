import { strict as assert } from 'node:assert'
import { describe, test } from 'node:test'
import { parse, type HTMLElement } from 'node-html-parser'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import {
  CheckboxesField,
  DateField,
  FileField,
  PasswordField,
  RadiosField,
  SelectField,
  TextAreaField,
  TextField,
} from './fields.tsx'
import { ErrorSummaryFor, Form, choicesOf, errorFor, textOf, type FormErrors, type FormValues } from './form.tsx'

const seen = ['you', 'your school']

const one = (root: HTMLElement, selector: string): HTMLElement => {
  const [found, ...more] = root.querySelectorAll(selector)
  assert.ok(found, `nothing matches ${selector}`)
  assert.equal(more.length, 0, `more than one matches ${selector}`)
  return found
}

const shown = (vnode: VNode) => parse(renderToString(vnode))

/** Every text that describes a field is on the page under the id by which the field names it. */
function describing(root: HTMLElement, field: HTMLElement): string {
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)
  return ids.map((id) => one(root, `[id="${id}"]`).text.replaceAll(/\s+/g, ' ').trim()).join(' | ')
}

/** What the form looks like when `errors` came back: the summary, and the fields that it leads to. */
function wrong(errors: FormErrors, field: VNode) {
  const root = shown(
    <div>
      <ErrorSummaryFor errors={errors} />
      {field}
    </div>,
  )
  const targets = root.querySelectorAll('.govuk-error-summary__list a').map((link) => {
    const id = (link.getAttribute('href') ?? '').slice(1)
    return one(root, `[id="${id}"]`)
  })
  return { root, targets }
}

const controls = new Set(['input', 'textarea', 'select'])

function assertLeadsTo(targets: readonly HTMLElement[], ids: readonly string[]) {
  assert.deepEqual(
    targets.map((target) => target.id),
    ids,
  )
  for (const target of targets)
    assert.ok(controls.has(target.rawTagName), 'the summary leads to something that takes the focus')
}

test('a text field keeps what was typed, says what is wrong and who can see it', () => {
  const errors = [{ field: 'name', message: 'Enter a name' }]
  const { root, targets } = wrong(
    errors,
    <TextField name="name" label="Name" hint="In full" errors={errors} values={{ name: 'Sam <b>' }} whoCanSee={seen} />,
  )
  assertLeadsTo(targets, ['name'])
  const input = one(root, 'input')
  assert.equal(input.getAttribute('value'), 'Sam <b>')
  assert.equal(describing(root, input), 'Who can see this: you and your school | In full | Error: Enter a name')
  assert.equal(one(root, 'label').getAttribute('for'), 'name')
})

test('a right field shows no error', () => {
  const root = shown(<TextField name="name" label="Name" values={{ name: 'Sam' }} whoCanSee="said above" />)
  assert.equal(root.querySelector('.govuk-error-message, .govuk-form-group--error, .hub-who-can-see'), null)
  assert.equal(one(root, 'input').getAttribute('aria-describedby'), undefined)
})

describe('a text area', () => {
  const errors = [{ field: 'views', message: 'Too long' }]
  const values = { views: '\nfirst line\n</textarea><script>' }

  test('keeps every character, the first line break too', () => {
    const { root, targets } = wrong(
      errors,
      <TextAreaField name="views" label="Views" {...{ errors, values }} whoCanSee={seen} />,
    )
    assertLeadsTo(targets, ['views'])
    assert.equal(one(root, 'textarea').text, `\n${values.views}`)
    assert.equal(root.querySelector('script'), null)
    assert.match(describing(root, one(root, 'textarea')), /^Who can see this: .* \| Error: Too long$/)
  })

  test('counts when it has a limit', () => {
    const { root } = wrong(
      errors,
      <TextAreaField name="views" label="Views" maxWords={50} {...{ errors, values }} whoCanSee={seen} />,
    )
    const group = one(root, '[data-module="govuk-character-count"]')
    assert.equal(group.getAttribute('data-maxlength'), '50')
    assert.equal(group.getAttribute('data-count-type'), 'words')
    assert.match(
      describing(root, one(root, 'textarea')),
      /Who can see this: .*You can enter up to 50 words \| Error: Too long/,
    )
  })
})

test('a password is never sent back', () => {
  const root = shown(
    <PasswordField name="password" label="Password" errors={[{ field: 'password', message: 'Wrong' }]} />,
  )
  assert.equal(one(root, 'input').getAttribute('value'), undefined)
  assert.match(describing(root, one(root, 'input')), /Wrong/)
})

test('radios keep what was chosen', () => {
  const errors = [{ field: 'contact', message: 'Choose one' }]
  const items = [
    { value: 'phone', text: 'Phone' },
    { value: 'letter', text: 'Letter' },
  ]
  const { root, targets } = wrong(
    errors,
    <RadiosField name="contact" legend="How?" items={items} errors={errors} values={{ contact: 'letter' }} />,
  )
  assertLeadsTo(targets, ['contact'])
  assert.equal(one(root, 'input[checked]').getAttribute('value'), 'letter')
  assert.match(describing(root, one(root, 'fieldset')), /Choose one/)
})

test('checkboxes keep one or many', () => {
  const items = ['a', 'b', 'c'].map((value) => ({ value, text: value }))
  const errors = [{ field: 'needs', message: 'Choose some' }]
  const chosen = (values: FormValues) =>
    shown(<CheckboxesField name="needs" legend="Needs" items={items} values={values} />)
      .querySelectorAll('input[checked]')
      .map((box) => box.getAttribute('value'))
  assert.deepEqual(chosen({ needs: ['a', 'c'] }), ['a', 'c'])
  assert.deepEqual(chosen({ needs: 'b' }), ['b'])
  assert.deepEqual(chosen({}), [])
  assertLeadsTo(wrong(errors, <CheckboxesField name="needs" legend="Needs" items={items} errors={errors} />).targets, [
    'needs',
  ])
})

test('leads past a divider to the first choice', () => {
  const errors = [{ field: 'settings', message: 'Select at least one setting' }]
  const items = [{ divider: 'Asked for by the family' }, { value: 'a', text: 'Fernside School' }, { value: 'b', text: 'Larkfell' }]
  for (const field of [<CheckboxesField name="settings" legend="Which?" items={items} errors={errors} />, <RadiosField name="settings" legend="Which?" items={items} errors={errors} />]) {
    assert.equal(one(shown(field), '#settings').getAttribute('value'), 'a')
  }
})

test('a select keeps what was chosen', () => {
  const items = [
    { value: '', text: 'Choose' },
    { value: '900001', text: 'Elm' },
  ]
  const errors = [{ field: 'school', message: 'Choose a school' }]
  const { root, targets } = wrong(
    errors,
    <SelectField name="school" label="School" items={items} errors={errors} values={{ school: '900001' }} />,
  )
  assertLeadsTo(targets, ['school'])
  assert.equal(one(root, 'option[selected]').getAttribute('value'), '900001')
})

test('a file field says what is wrong and who can see the file', () => {
  const errors = [{ field: 'report', message: 'Too big' }]
  const { root, targets } = wrong(errors, <FileField name="report" label="Report" errors={errors} whoCanSee={seen} />)
  assertLeadsTo(targets, ['report'])
  assert.match(describing(root, one(root, 'input')), /^Who can see this: .* \| Error: Too big$/)
})

const parts = (root: HTMLElement) => root.querySelectorAll('input').map((input) => input.getAttribute('value'))
const red = (root: HTMLElement) =>
  root.querySelectorAll('.govuk-input--error').map((input) => input.getAttribute('name'))

describe('a date', () => {
  const values = { 'born-day': '31', 'born-month': 'Feb', 'born-year': '2016' }

  test('wrong as a whole marks every part', () => {
    const errors = [{ field: 'born', message: 'Must be a real date' }]
    const { root, targets } = wrong(errors, <DateField name="born" legend="Born" {...{ errors, values }} />)
    assertLeadsTo(targets, ['born'])
    assert.deepEqual(parts(root), ['31', 'Feb', '2016'])
    assert.deepEqual(red(root), ['born-day', 'born-month', 'born-year'])
    assert.match(describing(root, one(root, 'fieldset')), /Must be a real date/)
    for (const label of root.querySelectorAll('label')) one(root, `[id="${label.getAttribute('for')}"]`)
  })

  test('wrong in one part marks that one', () => {
    const errors = [{ field: 'born-year', message: 'Must have a year' }]
    const { root, targets } = wrong(errors, <DateField name="born" legend="Born" {...{ errors, values }} />)
    assertLeadsTo(targets, ['born-year'])
    assert.deepEqual(red(root), ['born-year'])
    assert.match(describing(root, one(root, 'fieldset')), /Must have a year/)
  })
})

test('a form carries its tokens', () => {
  const root = shown(
    <Form tokens={{ csrf: 'c"1', once: 'o1' }} action="/x" upload>
      <p>fields</p>
    </Form>,
  )
  const form = one(root, 'form')
  assert.equal(form.getAttribute('method'), 'post')
  assert.equal(form.getAttribute('enctype'), 'multipart/form-data')
  assert.equal(one(root, 'input[name="_csrf"]').getAttribute('value'), 'c"1')
  assert.equal(one(root, 'input[name="_once"]').getAttribute('value'), 'o1')
})

test('reading errors and values', () => {
  assert.equal(errorFor([{ field: 'a', message: 'x' }], 'b'), undefined)
  assert.equal(errorFor(undefined, 'b'), undefined)
  assert.equal(textOf({ a: ['x', 'y'] }, 'a'), 'x')
  assert.deepEqual(choicesOf({ a: 'x' }, 'a'), ['x'])
  assert.equal(renderToString(<ErrorSummaryFor errors={[]} />), '')
})
