// Nothing typed is lost: copies are taken, the plan is edited in the hub, files come back in any order, changed anywhere, brought twice,
// and proposals are accepted in between. Every word that anybody typed is a wording of the plan's history or of a proposal.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { LineId, PersonId } from '../../ids.ts'
import type { LineHistory, LineWording } from '../clash.ts'
import { beginLine, everyWording, latestOf, recordAttempt } from '../clash.ts'
import type { CopyParagraph } from './align.ts'
import type { Asked, LineThen } from './judge.ts'
import { judge } from './judge.ts'
import { readBack } from './read-back.ts'
import { isSameWords } from './same-words.ts'
import { addHereMark, lineMark, sectionMark } from './word-marks.ts'

const ids = [1, 2, 3].map((n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as LineId)
const [officer, parent] = ['officer' as PersonId, 'parent' as PersonId]
const wording = (text: string): LineWording => ({ section: 'F', text, fields: {} })

interface Copy {
  readonly paragraphs: readonly CopyParagraph[]
  readonly atCopy: ReadonlyMap<LineId, LineThen>
}
interface Proposal extends Asked {
  readonly onRevision?: number
  isDecided?: true
}

class Hub {
  readonly lines = new Map<LineId, LineHistory>(ids.map((id, index) => [id, beginLine(wording(`Line number ${index + 1} of the plan.`), officer)]))
  readonly proposals: Proposal[] = []
  readonly copies: Copy[] = []

  historyOf(id: LineId): LineHistory {
    return this.lines.get(id) ?? assert.fail('no such line')
  }

  edit(id: LineId, text: string, behind: number): void {
    const base = Math.max(1, latestOf(this.historyOf(id)).n - behind)
    this.lines.set(id, recordAttempt(this.historyOf(id), { base, by: officer, how: 'saved', wording: wording(text), isRemoved: false }).history)
  }

  remove(id: LineId): void {
    const { n, wording: was } = latestOf(this.historyOf(id))
    this.lines.set(id, recordAttempt(this.historyOf(id), { base: n, by: officer, how: 'removed', wording: was, isRemoved: true }).history)
  }

  live(): [LineId, LineHistory][] {
    return [...this.lines].filter(([, history]) => !latestOf(history).isRemoved)
  }

  takeCopy(): void {
    const now = this.live().map(([id, history]) => ({ id, text: latestOf(history).wording.text, revision: latestOf(history).n }))
    this.copies.push({
      paragraphs: [{ mark: sectionMark('F'), text: 'Section F' }, ...now.flatMap(({ id, text }, index) => [{ text: `F${index + 1}` }, { mark: lineMark(id, 0), text }]), { mark: addHereMark('F'), text: 'To add, write below.' }],
      atCopy: new Map(now.map(({ id, text, revision }) => [id, { revision, section: 'F', text }])),
    })
  }

  bring(copy: Copy, id: LineId, text: string, how: 'change' | 'add', loses: boolean): void {
    const changed = copy.paragraphs.map((each) => (how === 'change' && each.mark === lineMark(id, 0) ? { ...each, text } : each))
    const file = [...changed, ...(how === 'add' || !copy.atCopy.has(id) ? [{ text }] : [])].map((each) => ({ text: each.text, marks: 'mark' in each && each.mark !== undefined && !loses ? [{ name: each.mark, at: 0 }] : [], comments: [] }))
    const now = new Map(this.live().map(([line, history]) => [line, latestOf(history).wording.text]))
    for (const one of judge(readBack(copy.paragraphs, file).differences, { atCopy: copy.atCopy, now, asked: this.proposals })) {
      const { difference, verdict, section = 'F', onRevision } = one
      if (verdict === 'says-so-already' || verdict === 'asked-already') continue
      const lineId = 'lineId' in difference ? difference.lineId : undefined
      this.proposals.push({
        kind: difference.kind === 'unplaced' ? 'add' : difference.kind, section, text: difference.kind === 'remove' ? '' : difference.wanted,
        ...(lineId === undefined ? {} : { lineId }), ...(onRevision === undefined ? {} : { onRevision }),
      })
    }
  }

  /** As an officer accepts a change: on the line as it stands when they decide. */
  accept(proposal: Proposal): void {
    if (proposal.isDecided || proposal.kind !== 'change' || proposal.lineId === undefined) return
    proposal.isDecided = true
    const history = this.historyOf(proposal.lineId)
    this.lines.set(proposal.lineId, recordAttempt(history, { base: latestOf(history).n, by: parent, how: 'saved', wording: wording(proposal.text), isRemoved: false }).history)
  }
}

const line = fc.constantFrom(...ids)
const step = fc.oneof(
  fc.record({ do: fc.constant('copy' as const) }),
  fc.record({ do: fc.constant('edit' as const), line, behind: fc.nat(2) }),
  fc.record({ do: fc.constant('remove' as const), line }),
  fc.record({ do: fc.constant('bring' as const), line, copy: fc.nat(5), how: fc.constantFrom('change' as const, 'add' as const), loses: fc.boolean(), twice: fc.boolean() }),
  fc.record({ do: fc.constant('accept' as const), proposal: fc.nat(9) }),
)

test('property: whatever comes between a copy and its coming back, every word that was typed is kept', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
    const hub = new Hub()
    hub.takeCopy()
    const typed: string[] = []
    for (const [n, one] of steps.entries()) {
      const text = `Words number ${n} that somebody typed ${'x'.repeat(n % 5)}.`
      if (one.do === 'copy') hub.takeCopy()
      else if (one.do === 'remove') hub.remove(one.line)
      else if (one.do === 'accept') { const proposal = hub.proposals[one.proposal]; if (proposal !== undefined) hub.accept(proposal) }
      else {
        typed.push(text)
        if (one.do === 'edit') hub.edit(one.line, text, one.behind)
        else {
          const copy = hub.copies[one.copy % hub.copies.length] ?? assert.fail('no copy')
          hub.bring(copy, one.line, text, one.how, one.loses)
          const before = hub.proposals.length
          if (one.twice) hub.bring(copy, one.line, text, one.how, one.loses)
          assert.equal(hub.proposals.length, before, 'the same file twice asks once')
        }
      }
    }
    const kept = [...[...hub.lines.values()].flatMap(everyWording).map(({ text }) => text), ...hub.proposals.map(({ text }) => text)]
    for (const text of typed) assert.ok(kept.some((each) => isSameWords(each, text) || each.includes(text)), `“${text}” is lost`)
  }), { numRuns: 500 })
})
