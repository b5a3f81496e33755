// A line that was only moved among the others says what it said. Somebody who was typing on it meanwhile has seen the words
// that stand, so their save is no clash.

import type { LineWording } from './clash.ts'
import { isSameValue } from './same-value.ts'

export interface WordedRevision {
  readonly n: number
  readonly wording: LineWording
  readonly isRemoved: boolean
}

/** The latest revision whose words somebody who holds `base` has before them: `base`, unless those after it say just the same. */
export function seenThrough(base: number, revisions: readonly WordedRevision[]): number {
  const held = revisions.find(({ n }) => n === base)
  if (held === undefined) return base
  let seen = base
  for (const { n, wording, isRemoved } of revisions.filter((each) => each.n > base).toSorted((a, b) => a.n - b.n)) {
    if (isRemoved !== held.isRemoved || !isSameValue(wording, held.wording)) break
    seen = n
  }
  return seen
}
