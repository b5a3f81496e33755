import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { WordDiff, textChanges } from './word-diff.tsx'

test('words that change together are shown together', () => {
  assert.deepEqual(
    textChanges('Sam will have access to regular therapy.', 'Sam will have 45 minutes of therapy every week.'),
    [
      { kind: 'same', text: 'Sam will have ' },
      { kind: 'removed', text: 'access to regular' },
      { kind: 'added', text: '45 minutes of' },
      { kind: 'same', text: ' therapy' },
      { kind: 'added', text: ' every week' },
      { kind: 'same', text: '.' },
    ],
  )
})

test('nothing is lost: what stays and goes is the old text, what stays and comes is the new', () => {
  const text = fc
    .array(fc.constantFrom('the', 'plan', 'says', ' ', '  ', '\n', '.', 'é', '<b>'), { maxLength: 30 })
    .map((words) => words.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = textChanges(before, after)
      const without = (kind: string) =>
        changes
          .filter((change) => change.kind !== kind)
          .map((change) => change.text)
          .join('')
      assert.equal(without('added'), before)
      assert.equal(without('removed'), after)
    }),
  )
})

test('says in words what is added and removed, and escapes what people wrote', () => {
  const html = renderToString(<WordDiff before="a <i> b" after="a <u> b" />)
  assert.match(html, /<del><span class="govuk-visually-hidden"> removed: <\/span>/)
  assert.match(html, /<ins><span class="govuk-visually-hidden"> added: <\/span>/)
  assert.doesNotMatch(html, /<i>|<u>/)
})
