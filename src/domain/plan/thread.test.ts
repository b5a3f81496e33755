import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { aContent, aLine, aLink, lineId, planContents } from '../../../test/builders/plan-content.ts'
import { neighboursOf, threadGaps, threadOf } from './thread.ts'

const need = aLine(1, { kind: 'need', section: 'B' })
const outcome = aLine(2, { kind: 'outcome', section: 'E' })
const provision = aLine(3)
const whole = [aLink(1, 'leads-to', 2), aLink(3, 'meets', 1), aLink(3, 'serves', 2)]
const gapsOf = (...args: Parameters<typeof aContent>): string[] =>
  threadGaps(aContent(...args)).flatMap((gap) => ('lineId' in gap ? [`${gap.kind} ${Number(gap.lineId.slice(-4))}`] : []))

test('a whole thread has no gap in its lines', () => {
  assert.deepEqual(gapsOf([need, outcome, provision], whole), [])
})

test('each missing join is named', () => {
  assert.deepEqual(gapsOf([need, outcome, provision]), [
    'need-without-provision 1', 'need-without-outcome 1', 'outcome-without-need 2', 'outcome-without-provision 2',
    'provision-without-need 3', 'provision-without-outcome 3',
  ])
  assert.deepEqual(
    gapsOf([need, outcome, provision], whole.slice(0, 2)),
    ['outcome-without-provision 2', 'provision-without-outcome 3'],
  )
})

test('a line without a source is named; a statement that nothing is needed carries its source in its fields', () => {
  assert.deepEqual(gapsOf([{ ...need, sources: [] }, outcome, provision], whole), ['line-without-source 1'])
  assert.deepEqual(gapsOf([aLine(4, { kind: 'none-identified', section: 'C', sources: [] })]), [])
})

test('a link to a line that is gone, or between kinds that it cannot join, joins nothing and is named', () => {
  assert.deepEqual(
    gapsOf([need], [aLink(3, 'meets', 1)]), ['need-without-provision 1', 'need-without-outcome 1', 'link-astray 1'],
  )
  assert.ok(gapsOf([need, outcome], [aLink(1, 'serves', 2)]).includes('link-astray 1'))
})

test('a section is blank unless it has words or says that nothing was identified; I and K are judged apart', () => {
  const blank = threadGaps(
    aContent(
      [need, aLine(5, { kind: 'none-identified', section: 'C', text: '' }), aLine(6, { section: 'G', text: '  ' })]
    )
  )
    .filter((gap) => gap.kind === 'section-blank').map((gap) => gap.section)
  assert.deepEqual(blank, ['A', 'D', 'E', 'F', 'G', 'H1', 'H2', 'J'])
})

test('the thread of a need reaches its provision through an outcome, and not its neighbours’ needs', () => {
  const other = aLine(7, { kind: 'need', section: 'B' })
  const content = aContent(
    [need, outcome, provision, other], [aLink(1, 'leads-to', 2), aLink(3, 'serves', 2), aLink(3, 'meets', 7)],
  )
  const thread = threadOf(content, need.id)
  assert.deepEqual(thread?.outcomes, [{ line: outcome, through: [] }])
  assert.deepEqual(thread?.provision, [{ line: provision, through: [outcome.id] }])
  assert.deepEqual(thread?.needs, [])
  assert.deepEqual(
    threadOf(content, provision.id)?.needs, [{ line: need, through: [outcome.id] }, { line: other, through: [] }],
  )
  assert.equal(threadOf(content, lineId(99)), undefined)
})

test('property: joined is joined both ways, whichever way the link was drawn', () => {
  fc.assert(fc.property(planContents, (content) => {
    const turned = { ...content, links: content.links.map((link) => ({ ...link, from: link.to, to: link.from })) }
    assert.deepEqual(neighboursOf(turned), neighboursOf(content))
    const neighbours = neighboursOf(content)
    for (const [id, others] of neighbours) for (const other of others) {
      assert.ok(neighbours.get(other.id)?.some((back) => back.id === id))
    }
  }))
})

test('property: a provision line has no thread gap exactly when its thread has a need and an outcome directly', () => {
  fc.assert(fc.property(planContents, (content) => {
    const gaps = threadGaps(content)
    for (const line of content.lines.filter((each) => each.kind === 'provision')) {
      const thread = threadOf(content, line.id)
      const has = (kind: string): boolean =>
        gaps.some((gap) => 'lineId' in gap && gap.kind === kind && gap.lineId === line.id)
      assert.equal(has('provision-without-need'), !thread?.needs.some((joined) => joined.through.length === 0))
      assert.equal(has('provision-without-outcome'), !thread?.outcomes.some((joined) => joined.through.length === 0))
    }
  }))
})
