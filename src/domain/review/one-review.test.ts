// The rules of one review, as tables. SEND Regulations 2014, regs 20 and 21.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { englandsCalendar } from '../calendar/england.ts'
import type { Instant } from '../calendar/plain-date.ts'
import { addDays, plainDateOf as day } from '../calendar/plain-date.ts'
import { clockEventsOf } from '../case-file/clock-events.ts'
import type { Fact, RecordedFact } from '../case-file/facts.ts'
import { foldClocks } from '../clocks/fold-clocks.ts'
import type { AdviceId, LineId, PlanVersionId, ProposalId, ReviewId } from '../ids.ts'
import type { LineFields, LineKind, PlanLine, Source } from '../plan/line.ts'
import type { Section } from '../plan/sections.ts'
import { arrangedReviewsOf } from './arranged-reviews.ts'
import { conveningOf } from './convenor.ts'
import type { Contribution } from './contribution.ts'
import { changesIn, emptyContribution, gapsIn } from './contribution.ts'
import { adulthoodGaps, namedByLawAndMissing } from './invitees.ts'
import { linesThatConcern } from './lines-that-concern.ts'
import { concludeLine } from './line-questions.ts'
import { contributeBy, latestMeetingFor, meetingDays, warningsFor } from './review-dates.ts'
import type { ReportDraft } from './review-report.ts'
import { changesOfReport, daysLate, emptyNote, gapsInReport, stillRightIn } from './review-report.ts'
import type { SentReport } from './sent-report.ts'
import { copyFor } from './sent-report.ts'

const id = 'review-a' as ReviewId
const line = (name: string, kind: LineKind, section: Section, { fields = {}, sources = [] }: { fields?: LineFields; sources?: readonly Source[] } = {}): PlanLine =>
  ({ id: name as LineId, kind, section, position: 0, text: `Words of ${name}.`, fields, revision: 3, sources })
const ledger = (...facts: readonly (readonly [on: string, fact: Fact])[]): RecordedFact[] =>
  facts.map(([on, fact], index) => ({ ...fact, seq: index + 1, happenedOn: day(on), recordedAt: `${on}T09:00:00.000Z` as Instant }))
const arranged = (meetingOn: string, noInstitution = false): Fact => ({ type: 'review-meeting-arranged', reviewId: id, meetingOn: day(meetingOn), noInstitution })

describe('the days of a review', () => {
  // Worked by hand: two weeks before, two after, four after.
  it('are what the clocks of the law say once it is arranged and held', () => {
    const days = meetingDays(day('2026-11-12'))
    assert.deepEqual({ ...days }, { inviteBy: '2026-10-29', papersBy: '2026-10-29', reportBy: '2026-11-26', decideBy: '2026-12-10' })
    const read = (...facts: readonly (readonly [on: string, fact: Fact])[]) => {
      const folded = foldClocks(clockEventsOf(ledger(...facts)), englandsCalendar, day('2026-12-01'))
      assert.ok(folded.ok, JSON.stringify(folded))
      return new Map(folded.value.map((reading) => [reading.step === undefined ? reading.id : `${reading.id}/${reading.step}`, reading]))
    }
    const held: readonly [string, Fact] = ['2026-11-12', { type: 'review-meeting-held', reviewId: id, noInstitution: false }]
    const clocks = read(['2026-10-01', arranged('2026-11-12')], ['2026-10-20', { type: 'review-invitations-sent', reviewId: id, count: 6 }], ['2026-11-02', { type: 'review-advice-circulated', reviewId: id, count: 4 }], held)
    assert.deepEqual([clocks.get('REV-05')?.dueOn, clocks.get('REV-05')?.state], [days.inviteBy, 'met'])
    assert.deepEqual([clocks.get('REV-06')?.dueOn, clocks.get('REV-06')?.state], [days.papersBy, 'met-late'])
    assert.equal(clocks.get('REV-07')?.dueOn, days.reportBy)
    assert.equal(clocks.get('REV-08')?.dueOn, days.decideBy)
    // A meeting that was only recorded says nothing of its invitations.
    assert.equal(read(held).get('REV-05'), undefined)
  })

  // The days of test/journeys/one-review.browser.test.ts: each the last that the law leaves, worked by hand.
  it('leave each step a last day, and the day after it is late', () => {
    const versionId = 'version' as PlanVersionId
    const steps: readonly (readonly [clock: string, on: string, fact: Fact])[] = [
      ['REV-05', '2027-11-30', { type: 'review-invitations-sent', reviewId: id, count: 6 }], ['REV-06', '2027-11-30', { type: 'review-advice-circulated', reviewId: id, count: 4 }],
      ['', '2027-12-14', { type: 'review-meeting-held', reviewId: id, noInstitution: false }], ['REV-07', '2027-12-28', { type: 'review-report-sent', reviewId: id }],
      ['REV-01', '2028-01-11', { type: 'review-decision-notified', reviewId: id, outcome: 'amend' }],
      ['REV-09', '2028-01-11', { type: 'amendment-notice-sent', reviewId: id, channel: 'hub', versionId }], ['REV-11 REV-12', '2028-03-07', { type: 'amended-final-issued', reviewId: id }],
    ]
    const lateWith = (...late: readonly Fact[]): string[] => {
      const facts = steps.map(([, on, fact]): readonly [string, Fact] => [late.includes(fact) ? addDays(day(on), 1) : on, fact]).toSorted(([a], [b]) => a.localeCompare(b))
      const folded = foldClocks(clockEventsOf(ledger(['2027-01-12', { type: 'final-issued', versionId, sha256: '0' }], ['2027-11-02', arranged('2027-12-14')], ...facts)), englandsCalendar, day('2028-03-08'))
      assert.ok(folded.ok, JSON.stringify(folded))
      return folded.value.filter(({ state }) => state === 'met-late' || state === 'breached').map((reading) => reading.id).toSorted()
    }
    assert.deepEqual(lateWith(), [])
    assert.ok(lateWith(...steps.map(([, , fact]) => fact).filter(({ type }) => type === 'review-decision-notified' || type === 'amendment-notice-sent')).includes('REV-08'))
    for (const [clocks, , fact] of steps.filter(([one]) => one !== '')) for (const clock of clocks.split(' ')) assert.ok(lateWith(fact).includes(clock), `${clock}: ${lateWith(fact).join(', ')}`)
  })

  it('ask for a part on a day that is still to come', () => {
    const asked = (invitedOn: string) => contributeBy(day('2027-12-14'), day(invitedOn))
    assert.deepEqual(['2027-11-02', '2027-11-22', '2027-11-23', '2027-11-30', '2027-12-07', '2027-12-13', '2027-12-14'].map(asked), ['2027-11-23', '2027-11-23', '2027-11-30', '2027-12-07', '2027-12-13', '2027-12-14', '2027-12-14'])
  })

  it('are the council’s own where there is no setting (reg 21)', () => {
    const folded = foldClocks(clockEventsOf(ledger(['2027-01-10', arranged('2027-03-03', true)])), englandsCalendar, day('2027-01-10'))
    assert.ok(folded.ok)
    assert.equal(folded.value.find((reading) => reading.id === 'REV-14' && reading.step === 'invitations')?.dueOn, '2027-02-17')
  })

  it('keep the decision inside the review year, and say what is too late', () => {
    assert.equal(meetingDays(day('2027-02-20'), day('2027-03-09')).decideBy, '2027-03-09')
    assert.equal(latestMeetingFor(day('2027-03-09')), '2027-02-09')
    assert.deepEqual(warningsFor(day('2027-02-20'), day('2027-02-10'), day('2027-03-09')).map(({ kind }) => kind), ['short-notice', 'late-in-the-year'])
    assert.deepEqual(warningsFor(day('2027-02-09'), day('2027-01-10'), day('2027-03-09')), [])
  })

  it('follow a meeting that is moved, and end with one that is called off', () => {
    const moved = ledger(['2027-01-01', arranged('2027-03-03')], ['2027-01-05', { type: 'review-invitations-sent', reviewId: id, count: 3 }], ['2027-01-09', arranged('2027-03-10')])
    assert.deepEqual(arrangedReviewsOf(moved), [{ id, meetingOn: '2027-03-10', noInstitution: false, isCalledOff: false, invitedOn: '2027-01-05' }])
    assert.equal(arrangedReviewsOf([...moved, ...ledger(['2027-01-12', { type: 'review-called-off', reviewId: id }])])[0]?.isCalledOff, true)
    assert.deepEqual(arrangedReviewsOf(ledger(['2026-11-12', { type: 'review-meeting-held', reviewId: id, noInstitution: false }])), [])
  })
})

describe('who convenes and who is invited', () => {
  const settings: readonly (readonly [type: string | undefined, convening: string])[] = [
    ['mainstream primary school', 'required'], ['maintained nursery school', 'required'], ['mainstream secondary academy', 'required'], ['special school', 'required'],
    ['section 41 independent special school', 'required'], ['general further education college', 'asked'], ['independent school', 'asked'], ['private nursery', 'asked'], [undefined, 'asked'],
  ]
  for (const [type, convening] of settings) it(`${convening}: ${type ?? 'a kind that is not known'} (reg 20(12))`, () => { assert.equal(conveningOf(type === undefined ? {} : { type }), convening) })
  it('is the council without a setting', () => { assert.equal(conveningOf(undefined), 'council') })

  it('misses nobody whom reg 20(2) names', () => {
    assert.deepEqual(namedByLawAndMissing([{ part: 'parent' }, { part: 'officer' }], { hasSetting: true }), ['setting', 'health', 'social-care'])
    assert.deepEqual(namedByLawAndMissing([{ part: 'child' }, { part: 'officer' }, { part: 'health' }, { part: 'social-care' }], { hasSetting: false }), ['parent'])
    assert.deepEqual(namedByLawAndMissing([{ part: 'young-person' }, { part: 'officer' }, { part: 'health' }, { part: 'social-care' }], { hasSetting: false }), [])
  })

  it('asks from Year 9 about each side of adult life, and for somebody where one is needed', () => {
    assert.equal(adulthoodGaps({}, []).length, 4)
    assert.deepEqual(adulthoodGaps({ employment: 'yes', 'independent-living': 'no', community: 'no', health: 'yes' }, [{ part: 'adviser', pathway: 'health' }]), [{ kind: 'nobody-for-it', pathway: 'employment' }])
  })

  it('asks each about the lines that concern them', () => {
    const advice = 'advice-slt' as AdviceId
    const sources: readonly Source[] = [{ kind: 'advice', adviceId: advice, quote: 'x', start: 0, end: 1 }]
    const content = {
      lines: [line('need', 'need', 'B'), line('outcome', 'outcome', 'E'), line('therapy', 'provision', 'F', { sources }), line('reading', 'provision', 'F', { fields: { who: 'teaching assistant', checkedBy: 'Educational Psychologist' } }), line('nurse', 'provision', 'G'), line('care', 'none-identified', 'D')],
      links: [{ from: 'therapy' as LineId, to: 'need' as LineId, kind: 'meets' }, { from: 'therapy' as LineId, to: 'outcome' as LineId, kind: 'serves' }, { from: 'need' as LineId, to: 'outcome' as LineId, kind: 'leads-to' }] as const,
    }
    const authors = new Map([[advice, { organisationId: 'slt' }]])
    const asked = (who: Parameters<typeof linesThatConcern>[0]) => linesThatConcern(who, content, authors)
    assert.deepEqual(asked({ part: 'adviser', organisationId: 'slt' }), ['need', 'outcome', 'therapy'])
    assert.deepEqual(asked({ part: 'adviser', profession: 'educational psychologist' }), ['reading'])
    assert.deepEqual([asked({ part: 'health' }), asked({ part: 'social-care' }), asked({ part: 'officer' })], [['nurse'], ['care'], []])
    assert.equal(asked({ part: 'parent' }).length, 6)
    const withNothing = { ...content, lines: [...content.lines, line('none', 'none-identified', 'D'), line('place', 'placement', 'I')] }
    const setting = linesThatConcern({ part: 'setting' }, withNothing, authors)
    assert.ok(setting.length >= 5 && !setting.some((one) => ['none', 'place'].includes(one)), setting.join())
    assert.ok(linesThatConcern({ part: 'social-care' }, withNothing, authors).some((one) => one === ('none' as LineId)), 'whoever found nothing is asked whether that is still so')
  })
})

describe('a part for the review', () => {
  const therapy = line('therapy', 'provision', 'F', { fields: { minutes: 45, times: 1, per: 'week', who: 'therapist' } })
  const outcome = line('outcome', 'outcome', 'E')
  const given = (more: Partial<Contribution>): Contribution => ({ ...emptyContribution, ...more })

  it('becomes proposals on the lines that it says are wrong', () => {
    const changes = changesIn(given({
      lines: { therapy: { answer: 'changed', minutes: 30, words: 'He tires.' }, outcome: { answer: 'met' } }, added: [{ section: 'F', text: 'A quiet place to eat.', because: 'Noise' }],
    }), [outcome, therapy])
    assert.deepEqual(changes, [
      { kind: 'comment', lineId: 'outcome', onRevision: 3, section: 'E', text: 'This outcome has been met.' },
      { kind: 'change', lineId: 'therapy', onRevision: 3, section: 'F', text: 'Words of therapy.', fields: { minutes: 30, times: 1, per: 'week', who: 'therapist' }, because: 'He tires.' },
      { kind: 'add', section: 'F', text: 'A quiet place to eat.', because: 'Noise' },
    ])
    assert.deepEqual(changesIn({ lines: { therapy: { answer: 'ceased', words: 'No longer needed.' } }, added: [] }, [therapy]).map(({ kind, because }) => [kind, because]), [['remove', 'No longer needed.']])
    assert.deepEqual(changesIn({ lines: { therapy: { answer: 'not-delivered', words: 'A post is empty.' } }, added: [] }, [therapy]), [])
  })

  it('says why, how a child was asked, and from Year 9 every side of adult life for each agency', () => {
    const gaps = (content: Contribution, part: Parameters<typeof gapsIn>[1]['part'], isYearNine = false) => gapsIn(content, { part, isYearNine }).map(({ kind }) => kind)
    assert.deepEqual(gaps(emptyContribution, 'parent'), ['nothing-said'])
    assert.deepEqual(gaps(given({ lines: { therapy: { answer: 'not-delivered' }, outcome: { answer: 'changed' } } }), 'setting'), ['say-why-not', 'say-what-changed'])
    assert.deepEqual(gaps(given({ views: { like: 'Cubes' } }), 'child'), ['say-how-gathered'])
    const therapist = given({ lines: { outcome: { answer: 'good' } }, pathways: { health: { words: 'Speech' }, employment: { isNothing: true }, community: { isNothing: true } } })
    assert.deepEqual(gapsIn(therapist, { part: 'adviser', isYearNine: true }), [{ kind: 'pathway-not-considered', pathway: 'independent-living' }])
    assert.deepEqual(gaps(given({ views: { well: 'All' } }), 'parent', true), [])
  })
})

describe('the report of a review', () => {
  const lines = [line('need', 'need', 'B'), line('outcome', 'outcome', 'E'), line('therapy', 'provision', 'F'), line('hope', 'view', 'A')]
  const draft = (more: Partial<ReportDraft>): ReportDraft => ({ summary: '', lines: {}, added: [], recommendations: {}, aspirations: '', pathways: {}, ...more })
  const whole = draft({ lines: { need: { answer: 'still-right' }, outcome: { answer: 'good' }, therapy: { answer: 'delivered' } } })
  const about = { isHeld: true, isYearNine: false, note: { ...emptyNote, childPart: 'for-part' as const }, lines, proposals: [] }

  it('begins with the convenor’s answer, else the gravest, and says where people differ', () => {
    assert.deepEqual(concludeLine([]), { differs: false })
    assert.deepEqual(concludeLine([{ answer: 'good', isConvenor: false }, { answer: 'some', isConvenor: true }]), { answer: 'some', differs: true })
    assert.deepEqual(concludeLine([{ answer: 'delivered', isConvenor: false }, { answer: 'not-delivered', isConvenor: false }]), { answer: 'not-delivered', differs: true })
  })

  it('is not sent before it is whole', () => {
    assert.deepEqual(gapsInReport(whole, about), [])
    assert.deepEqual(gapsInReport(draft({}), { ...about, isHeld: false, note: emptyNote }).map(({ kind }) => kind), ['meeting-not-held', 'child-part', 'conclude-line', 'conclude-line', 'conclude-line'])
    const proposals = [{ id: 'p' as ProposalId, lineId: 'therapy' as LineId }]
    assert.deepEqual(gapsInReport(whole, { ...about, proposals }), [{ kind: 'recommend', proposalId: 'p' }])
    assert.deepEqual(gapsInReport({ ...whole, recommendations: { p: { agrees: 'no' } } }, { ...about, proposals }), [{ kind: 'say-why-differs', proposalId: 'p' }])
    assert.deepEqual(gapsInReport(draft({ lines: { ...whole.lines, therapy: { answer: 'not-delivered' } } }), about), [{ kind: 'say-why-not', lineId: 'therapy' }])
  })

  it('is not sent in or beyond Year 9 without aspirations and the four pathways (reg 20(6))', () => {
    assert.deepEqual(gapsInReport({ ...whole, pathways: { health: 'Well' } }, { ...about, isYearNine: true }).map((gap) => ('pathway' in gap ? gap.pathway : gap.kind)), ['aspirations', 'employment', 'independent-living', 'community'])
  })

  it('proposes for itself only what nobody proposed, unless it has other words', () => {
    const said = draft({ lines: { therapy: { answer: 'changed', words: 'Less now.' } } })
    assert.equal(changesOfReport(said, lines, new Set()).length, 1)
    assert.deepEqual(changesOfReport(said, lines, new Set(['therapy'])), [])
    assert.deepEqual(changesOfReport(draft({ lines: { therapy: { answer: 'changed', text: 'Other words.' } } }), lines, new Set(['therapy'])).map(({ kind }) => kind), ['change'])
  })

  it('finds still right what it concluded so and nobody proposed otherwise on', () => {
    assert.deepEqual(stillRightIn({ ...whole.lines, therapy: { answer: 'not-delivered' } }, lines, new Set(['need'])), [{ lineId: 'outcome', revision: 3 }])
  })

  it('is late from the fifteenth day', () => { assert.deepEqual([daysLate(14), daysLate(15), daysLate(2)], [0, 1, 0]) })

  it('gives each reader their copy: no parent another’s words, and to nobody what the child keeps from them', () => {
    const said = (invitationId: string, part: 'parent' | 'child' | 'adviser') => ({ invitationId, from: invitationId, part })
    const report: SentReport = {
      childName: 'X', bornOn: day('2018-01-01'), heldOn: day('2027-03-09'), writtenBy: 'W', convenor: 'S', attendance: [], othersThere: '', childWords: '', agreed: '', notAgreed: '', summary: '',
      lines: [{ lineId: 'therapy' as LineId, revision: 1, number: 'F1', section: 'F', kind: 'provision', text: 'T', voices: [{ ...said('mother', 'parent'), words: 'm' }, { ...said('slt', 'adviser'), words: 's' }] }],
      proposals: [{ ...said('mother', 'parent'), proposalId: 'p' as ProposalId, section: 'F', kind: 'add', text: 'm' }, { proposalId: 'q' as ProposalId, section: 'F', kind: 'add', text: 'own' }],
      views: [{ ...said('mother', 'parent'), question: 'q', text: 'm' }, { ...said('father', 'parent'), question: 'q', text: 'f' }, { ...said('child', 'child'), question: 'q', text: 'c' }], keptFrom: { child: ['father'] },
    }
    const seen = (invitationIds: readonly string[], isFamily: boolean, isCouncil = false) => {
      const copy = copyFor(report, { invitationIds, isFamily, isCouncil })
      return [copy.views.map(({ text }) => text).join(''), copy.lines[0]?.voices.map(({ words }) => words).join(''), copy.proposals.map(({ text }) => text).join(' ')]
    }
    assert.deepEqual(seen(['mother'], true), ['mc', 'ms', 'm own'])
    assert.deepEqual(seen(['father'], true), ['f', 's', 'own'])
    assert.deepEqual(seen(['slt'], false), ['mfc', 'ms', 'm own'])
    assert.deepEqual(seen([], false, true), ['mfc', 'ms', 'm own'])
  })
})
