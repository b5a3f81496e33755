import { strict as assert } from 'node:assert'
import { describe, test } from 'node:test'
import { parse } from 'node-html-parser'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { parseInstant } from '../../domain/calendar/london-date.ts'
import { plainDateOf, type Instant } from '../../domain/calendar/plain-date.ts'
import { ProgressLine } from '../progress-line.tsx'
import { AddAnother } from './add-another.tsx'
import { ContextualDate } from './contextual-date.tsx'
import { Filter } from './filter.tsx'
import { IdentityBar } from './identity-bar.tsx'
import { Messages } from './messages.tsx'
import { MultiFileUpload } from './multi-file-upload.tsx'
import { NotificationBadge } from './notification-badge.tsx'
import { SideNavigation } from './side-navigation.tsx'
import { SortableTable } from './sortable-table.tsx'
import { SubNavigation } from './sub-navigation.tsx'
import { Timeline } from './timeline.tsx'

const shown = (vnode: VNode) => parse(renderToString(vnode))
const texts = (vnode: VNode, selector: string) =>
  shown(vnode)
    .querySelectorAll(selector)
    .map((found) => found.text.replaceAll(/\s+/g, ' ').trim())
function instantOf(text: string): Instant {
  const instant = parseInstant(text)
  assert.ok(instant, text)
  return instant
}

test('the identity bar says name, facts and alerts in words', () => {
  const bar = <IdentityBar name="Sam <b>" facts={['Born 3 March 2016']} alerts={['Address protected']} />
  assert.deepEqual(texts(bar, 'li'), ['Born 3 March 2016', 'Alert: Address protected'])
  assert.equal(shown(bar).querySelector('b'), null)
})

describe('the timeline', () => {
  const entry = { title: 'Advice asked for', when: instantOf('2026-07-03T14:32:00.000Z'), by: 'Jo Reed' }

  test('shows moments in London time and days without one', () => {
    const items = [entry, { ...entry, when: plainDateOf('2026-02-27') }]
    assert.deepEqual(texts(<Timeline items={items} />, 'time'), ['3 July 2026 at 3:32pm', '27 February 2026'])
  })

  test('keeps an entry that was corrected, struck through, with the reason', () => {
    const root = shown(<Timeline items={[{ ...entry, corrected: 'wrong school' }]} />)
    assert.equal(root.querySelector('h2 s')?.text, 'Advice asked for')
    assert.match(root.querySelector('h2')?.text ?? '', /^Corrected: /)
    assert.match(root.text, /Corrected: wrong school/)
  })
})

describe('a table that can be ordered', () => {
  const rows = [[{ content: 'Sam', sortValue: 'patel' }]]

  test('by links needs no script', () => {
    const root = shown(
      <SortableTable
        caption="Cases"
        rows={rows}
        columns={[{ label: 'Name', sortHref: '?o=n', order: 'descending' }]}
      />,
    )
    assert.equal(root.querySelector('th')?.getAttribute('aria-sort'), 'descending')
    assert.equal(root.querySelector('th a')?.getAttribute('href'), '?o=n')
    assert.equal(root.querySelector('[data-module]'), null)
  })

  test('in the page leaves it to the script', () => {
    const root = shown(<SortableTable caption="Cases" rows={rows} columns={[{ label: 'Name', sortsInPage: true }]} />)
    assert.equal(root.querySelector('table')?.getAttribute('data-module'), 'moj-sortable-table')
    assert.equal(root.querySelector('th')?.getAttribute('aria-sort'), 'none')
    assert.equal(root.querySelector('td')?.getAttribute('data-sort-value'), 'patel')
  })
})

test('messages stand under the London day on which they were sent', () => {
  const message = (id: string, at: string) => ({
    id,
    type: 'received' as const,
    sender: 'Asha',
    at: instantOf(at),
    children: 'Hello',
  })
  const items = [
    message('1', '2026-07-01T09:00:00.000Z'),
    message('2', '2026-07-01T22:59:00.000Z'),
    message('3', '2026-07-01T23:30:00.000Z'),
  ]
  assert.deepEqual(texts(<Messages items={items} />, '.moj-message-list__date'), ['1 July 2026', '2 July 2026'])
})

test('a filter is a form that gets, keeps the order and names what it removes', () => {
  const selected = [{ heading: 'Stage', items: [{ text: 'Draft', href: '/cases' }] }]
  const root = shown(
    <Filter action="/cases" selected={selected} keep={{ order: '-due', page: undefined }}>
      fields
    </Filter>,
  )
  assert.equal(root.querySelector('form')?.getAttribute('method'), 'get')
  assert.deepEqual(
    root.querySelectorAll('input').map((input) => input.getAttribute('name')),
    ['order'],
  )
  assert.equal(root.querySelector('.moj-filter__tag')?.text, 'Remove this filter Draft')
})

describe('add another', () => {
  test('Enter never removes: the first button of the form is a plain one', () => {
    const buttons = shown(<AddAnother itemLabel="outcome" name="outcomes" items={['a', 'b']} />).querySelectorAll(
      'button',
    )
    assert.equal(buttons[0]?.getAttribute('name'), undefined)
    assert.deepEqual(
      buttons.slice(1).map((button) => button.getAttribute('value')),
      ['remove-1', 'remove-2', 'add'],
    )
  })

  test('neither the least nor the most is passed', () => {
    const values = (items: readonly string[]) =>
      shown(<AddAnother itemLabel="outcome" name="outcomes" items={items} atMost={2} />)
        .querySelectorAll('button[value]')
        .map((button) => button.getAttribute('value'))
    assert.deepEqual(values(['a']), ['add'])
    assert.deepEqual(values(['a', 'b']), ['remove-1', 'remove-2'])
  })
})

test('each file can be removed by name', () => {
  const root = shown(<MultiFileUpload files={[{ id: 'f1', name: 'a<b.pdf', size: '1.4MB' }]}>field</MultiFileUpload>)
  assert.equal(root.querySelector('button[name="remove"]')?.getAttribute('value'), 'f1')
  assert.equal(root.querySelector('button[name="remove"]')?.text.trim(), 'Remove a<b.pdf')
})

test('dates say how far off they are; only what is due can be late', () => {
  const date = plainDateOf('2026-03-03')
  const words = (props: { daysAway: number; due?: boolean; day?: 'working day' }) =>
    texts(<ContextualDate date={date} {...props} />, 'span')[0]
  assert.equal(words({ daysAway: 5, day: 'working day' }), '3 March 2026 (in 5 working days)')
  assert.equal(words({ daysAway: -2 }), '3 March 2026 (2 days ago)')
  assert.equal(words({ daysAway: -2, due: true }), '3 March 2026 2 days late')
  assert.equal(words({ daysAway: 0, due: true }), '3 March 2026 (today)')
})

test('counts are said in words and stop at 99', () => {
  assert.equal(renderToString(<NotificationBadge count={0} />), '')
  assert.deepEqual(texts(<NotificationBadge count={120} visuallyHiddenText="unread" />, 'span > span'), [
    '99+',
    '(99 or more unread)',
  ])
})

test('navigation names itself and marks where one is', () => {
  const items = [{ text: 'A', href: '/a' }, false as const, { text: 'B', href: '/b', current: true }]
  const sub = shown(<SubNavigation label="Parts" items={items} />)
  assert.equal(sub.querySelector('nav')?.getAttribute('aria-label'), 'Parts')
  assert.equal(sub.querySelector('[aria-current="page"]')?.text, 'B')
  assert.equal(shown(<SideNavigation label="Plan" sections={[{ items }]} />).querySelector('[aria-current]')?.text, 'B')
})

test('the progress line tells each state in words', () => {
  const on = plainDateOf('2026-03-01')
  const line = (
    <ProgressLine
      steps={[
        { title: 'Asked', state: 'done', on },
        { title: 'Advice', state: 'late', on },
        { title: 'Draft', state: 'now', on },
        { title: 'Mediation', state: 'not needed', on },
        { title: 'Final', state: 'next' },
      ]}
    />
  )
  assert.deepEqual(texts(line, '.hub-progress__state'), [
    'Done, 1 March 2026',
    'Late, was due by 1 March 2026',
    'Happening now, by 1 March 2026',
    'Not needed',
    'Still to come',
  ])
})
