// What a route's row says of who may come, and the one way to ask it: of everybody's possible parts before the page runs
// (may-come.ts), and again of the parts in the very case that the page opens (open-case-file.ts).

import type { Part } from '../../domain/access/parts.ts'
import type { OfficeName } from '../../domain/access/offices.ts'
import { isForParts, mayLook } from '../../domain/access/policy.ts'
import type { SightName } from '../../domain/access/sights.ts'
import type { ActName } from '../../domain/case-file/open-acts.ts'

/**
 * Who may come to a route. An act's or a sight's name means: those whose part the tables name, in a case in their sight; of several,
 * any one. An office's name: those who hold its role somewhere, and no case is opened. 'anyone' is said out loud; 'signed-in' is for one's own lists.
 */
export type May = 'anyone' | 'signed-in' | { readonly office: OfficeName } | { readonly act: ActName | readonly ActName[] } | { readonly look: SightName | readonly SightName[] }

/** Whether somebody with these parts may come, whatever the stage. A page of an office opens nobody's case. */
export function isOpenTo(may: Exclude<May, string>, parts: readonly Part[], isLimited = false): boolean {
  if ('office' in may) return false
  return 'act' in may ? [may.act].flat().some((act) => isForParts(act, parts, isLimited)) : [may.look].flat().some((sight) => mayLook(sight, parts))
}
