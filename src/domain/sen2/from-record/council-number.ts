// The three digits of a council that a fact names (items 2.8 and 5.1).

import { isSameCouncil } from '../../moves/same-council.ts'
import { localAuthorities } from '../local-authorities.ts'
import type { ReturnAsked } from './record-for-return.ts'

/** By the names of this hub first, then by the national list. XXX stands for a council that is not known: the check asks for its number (R-R17). */
export function councilNumberOf(name: string, { councils }: Pick<ReturnAsked, 'councils'>): string {
  for (const [known, number] of councils ?? []) if (isSameCouncil(known, name)) return number
  return Object.entries(localAuthorities).find(([, authority]) => isSameCouncil(authority, name))?.[0] ?? 'XXX'
}
