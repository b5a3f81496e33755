// Module 5: where the person was within the period, and what they need. Reviews are in review-items.ts.

import { needs as needCodes, needsBefore2025 } from '../code-sets.ts'
import type { NeedCode, Sen2ActivePlans, Sen2Need, Sen2PlacementDetail } from '../sen2-return.ts'
import { councilNumberOf } from './council-number.ts'
import { knownBy, type Course, type PlanStory } from './courses.ts'
import { byRankOn, said, type ChildForReturn, type NeedForReturn, type ReturnAsked, type SettingForReturn } from './record-for-return.ts'
import { reviewOf, transferOf } from './review-items.ts'
import { placementOf } from './setting-items.ts'

/** Of a plan that ended in the period the block is given where placement and need are known, and else not at all; of an open plan always. */
export function activePlansOf(course: Course, plan: PlanStory, child: ChildForReturn, asked: ReturnAsked): Sen2ActivePlans | undefined {
  const { period, surveyDay, year } = asked
  const day = plan.ended?.on ?? surveyDay
  const first = plan.startedOn > period.firstDay ? plan.startedOn : period.firstDay
  // A place that somebody was found to have left before it began never held.
  const settings = child.settings.filter(({ fromOn, toOn }) => toOn === undefined || toOn >= fromOn)
  const stays = [...settings, ...educatedOtherwise({ ...child, settings }, asked)].filter(({ fromOn, toOn }) => fromOn <= day && (toOn === undefined || toOn >= first))
    .toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : a.rank - b.rank))
  const SENneed = byRankOn(child.needs, day).flatMap((row) => needOf(row, asked))
  if (plan.ended !== undefined && (stays.length === 0 || SENneed.length === 0)) return undefined
  const [now] = year === 2023 ? byRankOn(stays, day) : []
  return {
    ...said<Sen2ActivePlans>({
      TransferLA: plan.from !== undefined && plan.hereFrom >= period.firstDay && plan.hereFrom <= period.lastDay ? councilNumberOf(plan.from.from, asked) : undefined,
      Res: now?.residential, WBP: now?.workBased,
    }),
    ...reviewOf(course.facts, asked), ...transferOf(course, asked),
    PlacementDetail: stays.map((stay) => ({ ...placementOf(stay), ...daysOf(stay, asked) })), SENneed,
  }
}

function daysOf({ fromOn, toOn, residential, workBased }: SettingForReturn, { surveyDay, year }: ReturnAsked): Partial<Sen2PlacementDetail> {
  return said<Sen2PlacementDetail>({ EntryDate: fromOn, LeavingDate: toOn !== undefined && toOn <= surveyDay ? toOn : undefined, ...(year === 2023 ? {} : { Res: residential, WBP: workBased }) })
}

const otherwise = { eotas: { senSetting: 'OLA' }, 'elective-home': { senSetting: 'EHE' }, 'awaiting-place': { senSetting: 'NIEO', senSettingOther: 'Waits for a place' } } as const

/** That a child goes to no setting is a fact; where no row says the same, a placement is made of it. Somebody who is nowhere is in no unit. */
function educatedOtherwise({ cases, settings }: ChildForReturn, { surveyDay }: ReturnAsked): SettingForReturn[] {
  const facts = cases.flatMap(({ ledger }) => knownBy(ledger, surveyDay)).filter(({ type }) => type === 'setting-began' || type === 'educated-otherwise')
  if (!facts.some(({ type }) => type === 'educated-otherwise')) return []
  return facts.flatMap((fact, index) => {
    if (fact.type !== 'educated-otherwise' || settings.some(({ senSetting, fromOn }) => senSetting !== undefined && fromOn === fact.happenedOn)) return []
    // What was written down before this was put aside by it, whatever its day.
    const next = [...facts.slice(index + 1).map(({ happenedOn }) => happenedOn).filter((day) => day > fact.happenedOn), ...settings.filter(({ rank, fromOn }) => rank === 1 && fromOn > fact.happenedOn).map(({ fromOn }) => fromOn)].toSorted()[0]
    return [{ ...otherwise[fact.arrangement], rank: 1, senUnit: false, resourced: false, fromOn: fact.happenedOn, ...(next === undefined ? {} : { toOn: next }) }]
  })
}

function needOf({ need, rank }: NeedForReturn, { year }: ReturnAsked): Sen2Need[] {
  // Down syndrome has had a code of its own since 2025; before, it was counted among "other".
  const code = year < 2025 && !Object.hasOwn(needsBefore2025, need) && Object.hasOwn(needCodes, need) ? 'OTH' : need
  return [said<Sen2Need>({ SENtype: isNeed(code) ? code : undefined, SENtypeRank: rank === 1 ? '1' : '2' })]
}
const isNeed = (code: string): code is NeedCode => Object.hasOwn(needCodes, code)
