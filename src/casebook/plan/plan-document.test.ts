import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aContent, adviceId, aLine, aLink, said } from '../../../test/builders/plan-content.ts'
import { planLines, planLinks } from '../../../test/builders/plan-under-check.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import type { IssuedVersion } from '../../domain/plan/freeze.ts'
import type { PlanLine } from '../../domain/plan/line.ts'
import { wordsOf } from '../../platform/documents/words-of.ts'
import { planDocument } from './plan-document.ts'

const version = (lines: readonly PlanLine[] = planLines, links = planLinks): IssuedVersion => ({
  heading: {
    childNames: ['Rewan Tahsin'], dateOfBirth: plainDateOf('2018-02-23'), areaName: 'Wendmere Council', status: 'final', versionNumber: 2,
    issuedOn: plainDateOf('2027-01-20'), firstMadeOn: plainDateOf('2027-01-20'),
  },
  content: aContent(lines, links),
  advice: [{ author: 'Callum Dreyfus-Webb', role: 'speech and language therapist', dated: plainDateOf('2026-11-16'), title: 'Therapy advice' }],
})
const text = (of: IssuedVersion): string =>
  wordsOf(planDocument(of, { reference: 'T-1', sha256: 'f'.repeat(64), adviceIds: [adviceId(5)] })).join(' ')

describe('the plan as a document', () => {
  it('gives each section its own heading, K from the list of advice', () => {
    const words = text(version())
    for (const section of ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2', 'I', 'J', 'K']) assert.match(words, new RegExp(`Section ${section}: `))
    assert.match(words, /K1: Therapy advice Callum Dreyfus-Webb, speech and language therapist, 16 November 2026/)
  })

  it('says the promise in words, what it is joined to and where it comes from', () => {
    assert.match(text(version()), /45 minutes, once a week, for 20 weeks a year: 15 hours a year Meets need B1; helps outcome E1\. From: K1, therapy advice, 16 November 2026\./)
  })

  it('joins several lines in one sentence, and several sources once each', () => {
    const second = aLine(30, { kind: 'need', section: 'B', text: 'Another need.', sources: [said(), said(), said('Rewan')] })
    const words = text(version([...planLines, second], [...planLinks, aLink(6, 'meets', 30)]))
    assert.match(words, /Meets needs B1 and B2; helps outcome E1/)
    assert.match(words, /From: Shno Tahsin, mother, 29 October 2026; Rewan, 29 October 2026\./)
  })

  it('says of a section with nothing in it who found so, and when', () => {
    assert.match(text(version()), /C1: none identified None identified\. Who says so Marguerite Falk, early help practitioner On 17 November 2026/)
    assert.match(text(version(planLines.filter(({ section }) => section !== 'C'))), /Section C: Health needs Nothing is written here/)
  })

  it('prints a direct payment whole, and why no school is named only where none is', () => {
    const payment = aLine(31, { kind: 'direct-payment', section: 'J', text: 'For swimming.', sources: [], fields: { amountPence: 120_050, per: 'term', recipient: 'Shno Tahsin', consentOn: plainDateOf('2027-01-10') } })
    assert.match(text(version([...planLines, payment])), /How much £1,200\.50 a term Paid to Shno Tahsin Agreed in writing on 10 January 2027/)
    const placed = (fields: PlanLine['fields']) => text(version([...planLines.filter(({ section }) => section !== 'I'), aLine(32, { kind: 'placement', section: 'I', text: 'Placement.', sources: [], fields })]))
    assert.match(placed({ notNamedBecause: 'He cannot be in a building with others.' }), /Why no school or college is named He cannot be/)
    assert.doesNotMatch(placed({ settingName: 'Larkfell Primary School', notNamedBecause: 'unsuitable' }), /unsuitable/)
  })

  it('carries the seal whole in its words and short on every sheet', () => {
    const document = planDocument(version(), { reference: 'T-1', sha256: 'f'.repeat(64), adviceIds: [] })
    assert.ok(wordsOf(document).includes(`${'f'.repeat(64)}.`))
    assert.match(document.footerLine ?? '', /version 2, 20 January 2027\. Seal f{16}$/)
    assert.match(document.headerLine ?? '', /Rewan Tahsin, born 23 February 2018\. Case number T-1/)
  })
})
