// What regulation 6(1) requires for this child and nobody has been asked for yet.

import type { AdviceItem } from '../case-file/facts.ts'
import type { RequiredAdvice } from '../rights/advisers-required.ts'

export interface AskedAdvice {
  readonly item: AdviceItem
  readonly state: string
}

/** The item of the law as requests carry it: the child's own views are 's19' there. */
export const itemOf = (required: RequiredAdvice): AdviceItem => (required.item === 'own-views' ? 's19' : required.item)

/** A request that was withdrawn asks for nothing. Items (f) and (h) are the council's and the family's choice, and not owed. */
export function stillToAsk(required: readonly RequiredAdvice[], asked: readonly AskedAdvice[]): RequiredAdvice[] {
  const live = new Set(asked.filter(({ state }) => state !== 'withdrawn').map(({ item }) => item))
  return required.filter((advice) => advice.isMandatory && advice.item !== 'f' && advice.item !== 'h' && !live.has(itemOf(advice)))
}
