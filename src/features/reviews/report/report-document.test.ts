import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainDateOf } from '../../../domain/calendar/plain-date.ts'
import type { LineId, ProposalId } from '../../../domain/ids.ts'
import type { LineKind } from '../../../domain/plan/line.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import type { LineAnswer } from '../../../domain/review/line-questions.ts'
import type { SentLine, SentProposal, SentReport } from '../../../domain/review/sent-report.ts'
import { headingsOf } from '../../../platform/documents/printed-document.ts'
import { toHtml } from '../../../platform/documents/to-html.tsx'
import { reportDocument } from './report-document.ts'

const line = (n: number, kind: LineKind, section: Section, answer: LineAnswer): SentLine => ({ lineId: `l${n}` as LineId, revision: 1, number: `${section}${n}`, section, kind, text: 'Words.', answer, voices: [] })
const proposal = (n: number, more: Partial<SentProposal>): SentProposal => ({ proposalId: `p${n}` as ProposalId, section: 'F', kind: 'change', text: 'New words.', ...more })
const report: SentReport = {
  childName: 'Rewan Tahsin', bornOn: plainDateOf('2018-02-23'), heldOn: plainDateOf('2027-11-15'), writtenBy: 'Debra Llewellyn-Hart', convenor: 'Larkfell Primary School', attendance: [], othersThere: '',
  childWords: '', agreed: 'Shorter sessions.\n\nA visit in May.', notAgreed: '', summary: 'A good year.', views: [], keptFrom: {},
  lines: [
    line(1, 'outcome', 'E', 'met'), line(2, 'outcome', 'E', 'some'), line(1, 'provision', 'F', 'delivered'), line(2, 'provision', 'F', 'delivered'), line(3, 'provision', 'F', 'not-delivered'),
    line(1, 'none-identified', 'G', 'still-right'), line(1, 'need', 'B', 'still-right'),
  ],
  proposals: [proposal(1, { from: 'Shno Tahsin', agrees: 'yes' }), proposal(2, { from: 'Callum Dreyfus-Webb', agrees: 'no' }), proposal(3, {})],
}
const printed = (more: Partial<SentReport> = {}) => reportDocument({ ...report, ...more }, { reference: 'W-1', sha256: 'a'.repeat(64), sentOn: '26 November 2027' })
const words = (more?: Partial<SentReport>): string => toHtml(printed(more)).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('the report of a review', () => {
  it('begins with what was found and agreed, counted, the gravest first', () => {
    assert.match(words(), /In short A good year\. Outcomes Some progress: 1; Met: 1 Help in the plan Not delivered: 1; Delivered as written: 2 All else in the plan Still right: 2 Changes to the plan Asked for: 2, of which this report recommends 1; proposed by this report: 1 What was agreed Shorter sessions\. A visit in May\. The meeting/)
    assert.match(words({ proposals: [], lines: [] }), /In short A good year\. Changes to the plan None asked for What was agreed/)
    assert.match(words({ proposals: [proposal(3, {})] }), /Changes to the plan Proposed by this report: 1 /)
  })

  it('gives each of its parts a place that a contents list can lead to', () => {
    const parts = headingsOf(printed().blocks).filter(({ level }) => level === 1)
    assert.ok(parts.every(({ id }) => id !== undefined))
    assert.equal(new Set(parts.map(({ id }) => id)).size, parts.length)
  })
})
