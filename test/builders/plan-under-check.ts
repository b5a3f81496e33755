// A plan that may be issued as final, for tests of the check before issue. Rewan is invented.

import { plainDateOf } from '../../src/domain/calendar/plain-date.ts'
import type { PlanLine } from '../../src/domain/plan/line.ts'
import type { AdviceItem, AdviceUnderCheck, PlanUnderCheck } from '../../src/domain/plan/checks/plan-under-check.ts'
import { aContent, adviceId, adviceLineId, aLine, aLink, fromAdvice, lineId, said } from './plan-content.ts'

const on = plainDateOf

export const noneIdentified = (number: number, section: PlanLine['section']): PlanLine =>
  aLine(number, {
    kind: 'none-identified', section, text: 'None identified.', sources: [],
    fields: { source: 'Marguerite Falk, early help practitioner', on: on('2026-11-17') },
  })

export const anAdvice = (item: AdviceItem, number: number, differently: Partial<AdviceUnderCheck> = {}): AdviceUnderCheck => ({
  item,
  adviceId: adviceId(number),
  author: `Author ${number}`,
  role: 'adviser',
  dated: on('2026-11-09'),
  isReceived: true,
  isAttached: true,
  lines: [{ id: adviceLineId(number), text: 'Therapy for 45 minutes a week', disposition: { kind: 'used', lineId: lineId(6) } }],
  ...differently,
})

/** Lines 1 to 14, one or two a section; 3 is the need, 5 the outcome, 6 the provision in F, 13 the placement. */
export const planLines: readonly PlanLine[] = [
  aLine(1, { kind: 'view', section: 'A', text: '“Maths good. Is cubes. No talking.”', fields: { whose: 'child', howGathered: 'picture sort' }, sources: [said('Rewan')] }),
  aLine(2, { kind: 'view', section: 'A', text: 'We hope that he can telephone his grandmothers.', fields: { whose: 'parent', howGathered: 'home visit' }, sources: [said()] }),
  aLine(3, {
    kind: 'need', section: 'B', fields: { area: 'communication-and-interaction' },
    text: 'Rewan understands two key words in an instruction, so he loses whole-class teaching after a sentence or two.',
  }),
  noneIdentified(4, 'C'),
  noneIdentified(14, 'D'),
  aLine(5, {
    kind: 'outcome', section: 'E', fields: { by: 'July 2028', measure: 'four of five attempts' },
    text: 'By July 2028 Rewan will retell an event to an adult who was not there, in four of five attempts.',
  }),
  aLine(6, {
    text: 'A speech and language therapist will work with Rewan alone for 45 minutes once a week, for 20 weeks a year.',
    fields: { who: 'speech and language therapist', minutes: 45, times: 1, per: 'week', weeks: 20 },
    sources: [fromAdvice(5, 'for 45 minutes once a week', 5)],
  }),
  noneIdentified(7, 'G'),
  noneIdentified(8, 'H1'),
  noneIdentified(9, 'H2'),
  aLine(13, { kind: 'placement', section: 'I', text: 'Larkfell Primary School, a mainstream primary school', fields: { settingName: 'Larkfell Primary School', settingType: 'mainstream primary school' }, sources: [] }),
  noneIdentified(11, 'J'),
]

export const planLinks = [aLink(3, 'leads-to', 5), aLink(6, 'meets', 3), aLink(6, 'serves', 5)]

/** The plan's lines, with some of them replaced, added (by number) or taken out. */
export const linesWith = (changed: readonly PlanLine[], without: readonly number[] = []): PlanLine[] => {
  const ids = new Set([...changed.map((line) => line.id), ...without.map(lineId)])
  return [...planLines.filter((line) => !ids.has(line.id)), ...changed]
}

/** Line `number` of the plan, differently. */
export function lineOfPlan(number: number, differently: Partial<Omit<PlanLine, 'id'>> = {}): PlanLine {
  const line = planLines.find((each) => each.id === lineId(number))
  if (line === undefined) throw new Error(`the plan has no line ${number}`)
  return { ...line, ...differently }
}

export function aPlanUnderCheck(differently: Partial<PlanUnderCheck> = {}): PlanUnderCheck {
  return {
    content: aContent(planLines, planLinks),
    child: { names: ['Rewan Tahsin'], dateOfBirth: on('2018-02-23'), yearGroup: 4 },
    areaName: 'Wendmere Council',
    status: 'final',
    dates: { firstMadeOn: on('2027-01-20'), thisVersionOn: on('2027-01-20'), windowClosesOn: on('2027-01-08') },
    advice: (['s19', 'a', 'b', 'c', 'd', 'e', 'f'] as const).map((item, place) => anAdvice(item, place + 1)),
    representations: [{ id: '1', isAnswered: true }],
    consultations: [{ settingName: 'Larkfell Primary School', state: 'answered', isSection38: true, hasOfferedPlace: true }],
    settingsAsked: [{ settingName: 'Larkfell Primary School', isSection38: true }],
    formats: { needed: ['audio in Sorani'], offered: ['Audio in Sorani'] },
    keepOut: [{ term: 'Tyler Bascombe', why: 'another child' }],
    wording: [{ lineId: lineId(6), verdict: 'specific', missing: [] }, { lineId: lineId(5), verdict: 'smart', missing: [] }],
    adviceOldAfterMonths: 12,
    today: on('2027-01-20'),
    ...differently,
  }
}

/** The same plan as a draft with its notice: section I is blank. */
export const aDraftUnderCheck = (differently: Partial<PlanUnderCheck> = {}): PlanUnderCheck =>
  aPlanUnderCheck({
    status: 'draft',
    content: aContent(linesWith([], [13]), planLinks),
    dates: {},
    draftNotice: {
      windowFrom: on('2026-12-18'), windowTo: on('2027-01-08'), saysRightToAskForSetting: true, saysWhereToFindSettings: true,
      offersMeeting: true, saysAdviceService: true,
    },
    today: on('2026-12-17'),
    ...differently,
  })
