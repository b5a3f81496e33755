import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { aContent, adviceLineId, aLine, aLink, lineId, planContents, said } from '../../../../test/builders/plan-content.ts'
import {
  aDraftUnderCheck, anAdvice, aPlanUnderCheck, lineOfPlan, linesWith, noneIdentified, planLinks,
} from '../../../../test/builders/plan-under-check.ts'
import { plainDateOf } from '../../calendar/plain-date.ts'
import type { PlanLine } from '../line.ts'
import { sections } from '../sections.ts'
import type { Severity } from './plan-check.ts'
import { checkPlan, planChecks } from './plan-checks.ts'
import { isInOrBeyondYear9, type PlanUnderCheck } from './plan-under-check.ts'

const on = plainDateOf
const plan = aPlanUnderCheck
const withLines = (changed: readonly PlanLine[], without: readonly number[] = [], links = planLinks): PlanUnderCheck =>
  plan({ content: aContent(linesWith(changed, without), links) })
const withAdvice = (item: 'a' | 'c' | 'e', differently: Parameters<typeof anAdvice>[2]): PlanUnderCheck =>
  plan({ advice: [...plan().advice.filter((each) => each.item !== item), anAdvice(item, 3, differently)] })
const healthLine = aLine(20, { section: 'G', text: 'A nurse will check the pump each morning.' })
const payment = aLine(21, {
  kind: 'direct-payment', section: 'J', text: 'For a personal assistant.', sources: [],
  fields: { amountPence: 12_000, per: 'week', recipient: 'Shno Tahsin', consentOn: on('2026-12-01') },
})
const wording = (verdict: 'specific' | 'partly' | 'vague', missing: string[] = []): PlanUnderCheck['wording'] => [{ lineId: lineId(6), verdict, missing }]
const disposed = (disposition?: PlanUnderCheck['advice'][number]['lines'][number]['disposition']): PlanUnderCheck =>
  withAdvice('a', { lines: [{ id: adviceLineId(70), text: 'Six visits', ...(disposition && { disposition }) }] })
const asYear9: Partial<PlanUnderCheck> = { child: { names: ['Beth'], dateOfBirth: on('2013-03-03'), yearGroup: 9 } }
const grown = { names: ['Sam'], dateOfBirth: on('2009-01-19'), yearGroup: 13 }
const { draftNotice, ...draftWithoutNotice } = aDraftUnderCheck()

/** Each row: what is different about the plan, the check that must find it, how heavy, and where (a section) if it says. */
const faults: readonly [string, PlanUnderCheck, string, Severity, string?][] = [
  ['an empty plan', plan({ content: aContent([]) }), 'PC-00.empty', 'blocks'],
  ['section E blank', withLines([], [5]), 'PC-00', 'blocks', 'E'],
  ['section H2 blank', withLines([], [9]), 'PC-00', 'blocks', 'H2'],
  ['no advice listed', plan({ advice: [] }), 'PC-00', 'blocks', 'K'],
  ['section C blank', withLines([], [4]), 'PC-00.CD', 'blocks', 'C'],
  ['section D of spaces', withLines([aLine(14, { kind: 'need', section: 'D', text: ' ' })]), 'PC-00.CD', 'blocks', 'D'],
  ['none identified, by nobody', withLines([{ ...noneIdentified(4, 'C'), fields: { on: on('2026-11-17') } }]), 'PC-00.source', 'blocks', 'C'],
  ['none identified, and a line', withLines([healthLine]), 'PC-00.both', 'warns', 'G'],
  ['no date first made', plan({ dates: { thisVersionOn: on('2027-01-20'), windowClosesOn: on('2027-01-08') } }), 'PC-01', 'blocks'],
  ['no name', plan({ child: { ...plan().child, names: [' '] } }), 'PC-01', 'blocks'],
  ['views gathered nobody knows how', withLines([lineOfPlan(1, { fields: { whose: 'child' } }), lineOfPlan(2, { fields: { whose: 'parent' } })]), 'A.gathered', 'blocks', 'A'],
  ['a view of nobody', withLines([lineOfPlan(2, { fields: {} })]), 'A.whose', 'warns', 'A'],
  ['no view of the child', withLines([], [1]), 'A.child', 'warns', 'A'],
  ['a need without area', withLines([lineOfPlan(3, { fields: {} })]), 'B.area', 'warns', 'B'],
  ['three areas without a need', plan(), 'B.four-areas', 'says', 'B'],
  ['a diagnosis alone', withLines([lineOfPlan(3, { text: 'Developmental language disorder (2026).' })]), 'B.described', 'warns', 'B'],
  ['provision among the needs', withLines([lineOfPlan(3, { text: 'Rewan needs access to speech and language therapy every week of term.' })]), 'B.provision', 'warns', 'B'],
  ['a status of social care', withLines([aLine(14, { kind: 'need', section: 'D', text: 'Rewan has been a child in need since May 2026.' })]), 'D.status', 'warns', 'D'],
  ['an outcome without a date', withLines([lineOfPlan(5, { fields: { measure: 'four of five' } })]), 'E.by', 'blocks', 'E'],
  ['an outcome without a measure', withLines([lineOfPlan(5, { fields: { by: 'July 2028' } })]), 'E.by', 'blocks', 'E'],
  ['an outcome for no need', withLines([], [], planLinks.slice(1)), 'E.needs', 'blocks', 'E'],
  ['an outcome not SMART', plan({ wording: [...wording('specific'), { lineId: lineId(5), verdict: 'not-smart', missing: ['measurable'] }] }), 'E.smart', 'warns', 'E'],
  ['provision in disguise', withLines([lineOfPlan(5, { text: 'Rewan will attend a social skills group.' })]), 'E.provision', 'warns', 'E'],
  ['Year 9, no adulthood outcome', plan(asYear9), 'PC-03.outcomes', 'blocks', 'E'],
  ['Year 9, no adulthood provision', { ...withLines([lineOfPlan(5, { fields: { by: '2028', measure: 'x', pathway: 'health' } })], [], planLinks.slice(0, 2)), ...asYear9 }, 'PC-03.provision', 'blocks', 'F'],
  ['Year 9, pathways not touched', plan(asYear9), 'PC-03.pathways', 'says', 'E'],
  ['a vague line in F', plan({ wording: wording('vague', ['who', 'howMuch']) }), 'F.amount', 'blocks', 'F'],
  ['an F line with no frequency', plan({ wording: wording('partly', ['howOften']) }), 'F.amount', 'blocks', 'F'],
  ['an F line nobody read', plan({ wording: [] }), 'F.unread', 'blocks', 'F'],
  ['an F line with no reviewer', plan({ wording: wording('specific', ['reviewer']) }), 'F.partly', 'warns', 'F'],
  ['a flexible F line', withLines([lineOfPlan(6, { fields: { flexibleBecause: 'pain differs from day to day' } })]), 'F.flexible', 'says', 'F'],
  ['a vague line in G', { ...withLines([healthLine], [7]), wording: [...wording('specific'), { lineId: lineId(20), verdict: 'vague', missing: ['howMuch'] }] }, 'GH.amount', 'warns', 'G'],
  ['therapy that teaches, in G', withLines([aLine(20, { section: 'G', text: 'A therapist will teach staff to sign.' })], [7]), 'GH.educates', 'warns', 'G'],
  ['G not agreed', withLines([healthLine], [7]), 'PC-04', 'blocks', 'G'],
  ['G agreed tomorrow', { ...withLines([healthLine], [7]), icbAgreement: { by: 'Dr Osei', on: on('2027-01-21') } }, 'PC-04.after', 'blocks', 'G'],
  ['H1 at 18', { ...withLines([aLine(8, { section: 'H1', text: 'Six hours of short breaks a week.' })]), child: grown }, 'H1.age', 'blocks', 'H1'],
  ['I neither name nor type', withLines([lineOfPlan(13, { fields: {} })]), 'I.named', 'blocks', 'I'],
  ['I not consulted', plan({ consultations: [] }), 'I.consulted', 'blocks', 'I'],
  ['I still to answer', plan({ consultations: [{ settingName: 'Larkfell Primary School', state: 'open', isSection38: true, hasOfferedPlace: false }] }), 'I.consulted', 'blocks', 'I'],
  ['family’s setting refused without ground', plan({ settingsAsked: [{ settingName: 'Oak School', isSection38: true }] }), 'I.ground', 'blocks', 'I'],
  ['independent school, no offer', plan({ consultations: [{ settingName: 'larkfell primary school ', state: 'answered', isSection38: false, hasOfferedPlace: false }] }), 'I.offer', 'warns', 'I'],
  ['two settings, no dates', withLines([aLine(30, { kind: 'placement', section: 'I', sources: [], fields: { settingType: 'secondary' } })]), 'I.dates', 'warns', 'I'],
  ['section I in a draft', aDraftUnderCheck({ content: plan().content }), 'I.draft', 'blocks', 'I'],
  ['a setting named in F of a draft', aDraftUnderCheck({ content: aContent(linesWith([lineOfPlan(6, { text: 'Daily, at Larkfell Primary School.' })], [13]), planLinks) }), 'I.elsewhere', 'warns', 'F'],
  ['a payment without consent', withLines([{ ...payment, fields: { amountPence: 100, per: 'week', recipient: 'S' } }], [11]), 'J.says', 'blocks', 'J'],
  ['a payment for nothing', withLines([payment], [11], [...planLinks, aLink(21, 'meets', 3)]), 'J.for', 'blocks', 'J'],
  ['no medical advice', withAdvice('c', { isReceived: false }), 'K.required', 'blocks', 'K'],
  ['earlier advice, family not asked', withAdvice('c', { reuse: { providerAgrees: true, authorityAgrees: true, familyAgrees: false } }), 'K.required', 'blocks', 'K'],
  ['Year 9, no adulthood advice', plan(asYear9), 'K.required', 'blocks', 'K'],
  ['advice without an author', withAdvice('c', { author: '' }), 'K.listed', 'blocks', 'K'],
  ['advice not attached', withAdvice('c', { isAttached: false }), 'K.listed', 'blocks', 'K'],
  ['advice under a seal', withAdvice('c', { isSealed: true }), 'K.sealed', 'blocks', 'K'],
  ['advice 12 months and a day old', withAdvice('c', { dated: on('2026-01-19') }), 'K.old', 'warns', 'K'],
  ['not known to us', withAdvice('e', { isKnownToService: false, lines: [] }), 'K.not-known', 'warns', 'K'],
  ['a recommendation left lying', disposed(), 'PC-05', 'warns', 'K'],
  ['a recommendation out for no reason', disposed({ kind: 'not-used', reason: ' ' }), 'PC-05', 'warns', 'K'],
  ['a recommendation in dispute', disposed({ kind: 'disagree', reason: '15 or 25 hours' }), 'PC-05', 'warns', 'K'],
  ['a need nobody meets', withLines([], [], [planLinks[0] ?? aLink(3, 'leads-to', 5), aLink(6, 'serves', 5)]), 'PC-02.need', 'blocks', 'B'],
  ['provision for no need', withLines([], [], planLinks.slice(0, 1)), 'PC-02.provision', 'blocks', 'F'],
  ['health provision for no outcome', withLines([healthLine], [7]), 'PC-02.outcome', 'blocks', 'G'],
  ['provision from nowhere', withLines([lineOfPlan(6, { sources: [] })]), 'PC-02.source', 'blocks', 'F'],
  ['provision on somebody’s word', withLines([lineOfPlan(6, { sources: [said()] })]), 'PC-02.advice', 'warns', 'F'],
  ['a need that leads nowhere', withLines([], [], planLinks.slice(1)), 'PC-02.need-outcome', 'warns', 'B'],
  ['a health need nobody meets', withLines([aLine(4, { kind: 'need', section: 'C', text: 'x' })]), 'PC-02.health-care-need', 'warns', 'C'],
  ['an outcome nobody works towards', withLines([], [], planLinks.slice(0, 2)), 'PC-02.served', 'warns', 'E'],
  ['a view from nowhere', withLines([lineOfPlan(2, { sources: [] })]), 'PC-02.unsourced', 'warns', 'A'],
  ['a link to a line that is gone', withLines([], [], [...planLinks, aLink(6, 'meets', 99)]), 'PC-02.astray', 'warns', 'F'],
  ['another child named', withLines([lineOfPlan(3, { text: 'He follows tyler  bascombe’s group about at playtime.' })]), 'PC-06.keep-out', 'blocks', 'B'],
  ['another child named in a field', withLines([lineOfPlan(6, { fields: { who: 'TA (with Tyler Bascombe)' } })]), 'PC-06.keep-out', 'blocks', 'F'],
  ['the same words twice', withLines([aLine(15, { text: lineOfPlan(6).text.toUpperCase() })]), 'PC-06.twice', 'warns', 'F'],
  ['another child’s pronoun', withLines([lineOfPlan(3, { text: 'He loses the thread. He looks away.' }), aLine(15, { text: 'An adult will sit by. She will be given time.' }), aLine(16, { text: 'He will have a quiet place.' })]), 'PC-06.pronoun', 'warns', 'F'],
  ['a representation without answer', plan({ representations: [{ id: '1', isAnswered: false }] }), 'PC-07', 'blocks'],
  ['a format not offered', plan({ formats: { needed: ['easy read'], offered: [] } }), 'PC-08', 'says'],
  ['the window still open', plan({ today: on('2027-01-08') }), 'N.window', 'blocks'],
  ['no notice with the draft', draftWithoutNotice, 'N.draft', 'blocks'],
  ['a window of 14 days', aDraftUnderCheck({ ...(draftNotice && { draftNotice: { ...draftNotice, windowTo: on('2026-12-31') } }) }), 'N.draft', 'blocks'],
]

test('a plan that is in order may be issued: nothing blocks, nothing warns', () => {
  assert.deepEqual(checkPlan(plan()).filter((finding) => finding.severity !== 'says'), [])
})

test('a draft in order, with its notice, may be sent', () => {
  assert.deepEqual(checkPlan(aDraftUnderCheck()).filter((finding) => finding.severity !== 'says'), [])
})

test('each fault is found by its check, with its weight, in its place', () => {
  for (const [name, faulty, checkId, severity, section] of faults) {
    const found = checkPlan(faulty).filter((finding) => finding.checkId === checkId)
    assert.ok(found.length > 0, `${checkId} did not find: ${name}`)
    assert.ok(found.every((finding) => finding.severity === severity), name)
    if (section !== undefined) assert.ok(found.some((finding) => finding.where.section === section), name)
  }
})

test('every check is shown to find something, cites its ground, and has an id of its own', () => {
  const shown = new Set(faults.map(([, , checkId]) => checkId))
  assert.deepEqual(planChecks.map(({ id }) => id).filter((id) => !shown.has(id)), [])
  assert.equal(new Set(planChecks.map(({ id }) => id)).size, planChecks.length)
  for (const check of planChecks) assert.ok(check.citation.length > 5 && check.asks.endsWith('?'), check.id)
})

test('the law page says what the program does', () => {
  const page = readFileSync(new URL('../../../../docs/law/plan-contents.md', import.meta.url), 'utf8')
  const rows = page.split('\n').filter((row) => /^\| [A-Z]/u.test(row) && !row.startsWith('| Check'))
  assert.deepEqual(rows, planChecks.map(({ id, asks, citation, severity, release }) =>
    `| ${[id, asks, citation, severity.draft, severity.final, severity.amended, release].join(' | ')} |`))
})

test('what holds a final plan is shown in the draft as a warning; only the draft’s own faults hold a draft', () => {
  const faulty = aDraftUnderCheck({ wording: wording('vague') })
  const found = checkPlan(faulty).filter((finding) => finding.checkId === 'F.amount')
  assert.deepEqual(found.map((finding) => finding.severity), ['warns'])
})

test('things that are in order are let be', () => {
  assert.deepEqual(checkPlan(plan({ advice: [], listedBefore: 2 })).filter(({ checkId }) => checkId === 'PC-00'), [], 'a plan from before lists its reports, and none was given here')
  const fine: readonly [string, PlanUnderCheck, string][] = [
    ['flexible for a reason', { ...withLines([lineOfPlan(6, { fields: { flexibleBecause: 'pain differs' } })]), wording: wording('vague') }, 'F.amount'],
    ['partly, but with an amount', plan({ wording: wording('partly', ['who']) }), 'F.amount'],
    ['earlier advice agreed by all three', withAdvice('c', { reuse: { providerAgrees: true, authorityAgrees: true, familyAgrees: true } }), 'K.required'],
    ['advice 12 months old to the day', withAdvice('c', { dated: on('2026-01-20') }), 'K.old'],
    ['the consulted setting had its time', plan({ consultations: [{ settingName: 'Larkfell Primary School', state: 'time-passed', isSection38: true, hasOfferedPlace: false }] }), 'I.consulted'],
    ['the family finished early', plan({ today: on('2027-01-08'), dates: { ...plan().dates, familyFinishedOn: on('2027-01-05') } }), 'N.window'],
    ['EOTAS: no name, a reason', withLines([lineOfPlan(13, { fields: { notNamedBecause: 's.61: no school can be right' } })]), 'I.named'],
    ['H1 the day before 18', { ...withLines([aLine(8, { section: 'H1', text: 'Six hours.' })]), child: { ...grown, dateOfBirth: on('2009-01-21') } }, 'H1.age'],
    ['an outcome about a child who attends', withLines([lineOfPlan(5, { text: 'By July 2028 Rewan will tell a friend what he did.' })]), 'E.provision'],
    ['a family’s hope for a school', aDraftUnderCheck({ content: aContent(linesWith([lineOfPlan(2, { text: 'We want Larkfell Primary School.' })], [13]), planLinks) }), 'I.elsewhere'],
  ]
  for (const [name, each, checkId] of fine) assert.ok(!checkPlan(each).some((finding) => finding.checkId === checkId), name)
})

test('Year 9 is by the recorded year, and otherwise the school year of the fourteenth birthday', () => {
  const asOf = (today: string, child: Partial<PlanUnderCheck['child']>): boolean => isInOrBeyondYear9({ child: { names: [], ...child }, today: on(today) })
  assert.equal(asOf('2026-08-31', { dateOfBirth: on('2012-09-01') }), false)
  assert.equal(asOf('2026-09-01', { dateOfBirth: on('2012-09-01') }), true)
  assert.equal(asOf('2026-09-01', { dateOfBirth: on('2013-08-31') }), true)
  assert.equal(asOf('2026-09-01', { dateOfBirth: on('2013-09-01') }), false)
  assert.equal(asOf('2026-09-01', { dateOfBirth: on('2012-09-01'), yearGroup: 8 }), false)
})

test('property: any content can be checked; each finding names one thing, and a draft is held only by its own faults', () => {
  const statuses = fc.constantFrom<PlanUnderCheck['status'][]>('draft', 'final', 'amended')
  const draftOnly = new Set(['PC-00.empty', 'I.draft', 'N.draft', 'PC-06.keep-out'])
  fc.assert(fc.property(planContents, statuses, (content, status) => {
    const findings = checkPlan(plan({ content, status }))
    const keys = findings.map((finding) => `${finding.checkId} ${finding.about}`)
    assert.equal(new Set(keys).size, keys.length)
    if (status === 'draft') for (const finding of findings) assert.ok(finding.severity !== 'blocks' || draftOnly.has(finding.checkId))
    const isSaying = ({ text, kind }: PlanLine): boolean => text.trim() !== '' || kind === 'none-identified'
    if (!content.lines.some(isSaying)) {
      assert.deepEqual(findings.map(({ checkId }) => checkId), ['PC-00.empty'], 'an empty plan is said to be empty, once')
      return
    }
    for (const section of sections) {
      const isBlank = !content.lines.some((line) => line.section === section && isSaying(line))
      const isFound = findings.some((finding) => finding.checkId.startsWith('PC-00') && finding.about === `section ${section}`)
      if (section !== 'I' && section !== 'K') assert.equal(isFound, isBlank, `a blank section ${section} is always found`)
    }
  }))
})
