// What part a parent has on a day. Up to the end of compulsory school age: a parent's. From the day after, the rights are the young
// person's (Children and Families Act 2014, s.83(2)), and a parent keeps what they had before and gets what the young person says,
// no more. Worked out from the day when it is asked, so that nothing has to be rewritten when the day comes.

import type { HelpPart } from '../case-file/facts.ts'
import { helpParts } from '../case-file/facts.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { RightsDecision } from '../rights/decisions.ts'
import { rightsDecisions } from '../rights/decisions.ts'
import type { RightsRecord } from '../rights/rights-record.ts'
import { hasPassed, holderOf, permissionOf } from '../rights/rights-record.ts'
import type { Part } from './parts.ts'

const partOfHelp: Partial<Record<HelpPart, Part>> = { plan: 'parent-plan', messages: 'parent-messages', views: 'parent-views' }

/**
 * Whether this parent takes the decision in the young person's place: each parent where the young person cannot and nobody is
 * appointed (s.80; SEND Regulations 2014, reg 64), and the deputy or attorney who is that parent.
 */
export function standsIn(rights: RightsRecord, personId: string, on: PlainDate, decision: RightsDecision): boolean {
  if (!hasPassed(rights, on)) return false
  const holder = holderOf(rights, on, decision)
  return holder.holder === 'parent' || (holder.holder === 'representative' && holder.personId === personId)
}

/** What the young person, or whoever decides for them, lets this parent do on that day. */
export const helpOf = (rights: RightsRecord, personId: string, on: PlainDate): readonly HelpPart[] => permissionOf(rights, personId, on)?.parts ?? []

/** The parts that a parent's row on the case gives on a day. */
export function partsOfParent(rights: RightsRecord, personId: string, on: PlainDate): readonly Part[] {
  if (!hasPassed(rights, on)) return ['parent']
  const isFor = (decision: RightsDecision): boolean => standsIn(rights, personId, on, decision)
  if (isFor('sharing') && isFor('draft')) return ['parent']
  const help = isFor('sharing') ? helpParts : helpOf(rights, personId, on)
  // Whoever decides must be able to read what it is about; what is not theirs to decide stays the young person's.
  const toDecide: readonly Part[] = [...(isFor('draft') ? ['parent-draft'] as const : []), ...((['draft', 'appeal', 'review'] as const).some(isFor) ? ['parent-plan'] as const : [])]
  return ['past-parent', ...new Set([...help.flatMap((one) => partOfHelp[one] ?? []), ...toDecide])]
}

/** The parts that the row of a deputy or attorney gives: a parent's, for the decisions they stand in for. Else none at all. */
export function partsOfRepresentative(rights: RightsRecord, personId: string, on: PlainDate): readonly Part[] {
  const isAppointed = rightsDecisions.some((decision) => {
    const holder = holderOf(rights, on, decision)
    return holder.holder === 'representative' && holder.personId === personId
  })
  const given = isAppointed ? partsOfParent(rights, personId, on) : []
  // With nothing to read they have no sight: what was sent before they were appointed was never theirs.
  return given.some((part) => part === 'parent' || part === 'parent-plan') ? given : []
}

/**
 * The day from which nothing new is theirs to see, for somebody who holds these parts: what came before it they had, and keep.
 * Undefined for everybody who may see the plan as it is today.
 */
export function seesOnlyBefore(rights: RightsRecord, parts: readonly Part[]): PlainDate | undefined {
  const seesToday = parts.some((part) => part !== 'past-parent' && part !== 'parent-messages' && part !== 'parent-views')
  return parts.includes('past-parent') && !seesToday ? rights.rightsOn : undefined
}
