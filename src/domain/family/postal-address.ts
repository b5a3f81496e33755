// Where a letter to one family member goes on paper. Wrongly answered, this question has cost people their safety: a letter for
// somebody who moved out, or a copy for somebody who must not know, at the wrong house. Where there is any doubt the answer is
// "nowhere", and a person decides.

import type { PlainDate } from '../calendar/plain-date.ts'

export interface Home {
  readonly lines: readonly string[]
  readonly postcode?: string | undefined
  readonly isConfidential: boolean
  /** Which family members live there; undefined while nobody has said. */
  readonly residentIds?: readonly string[] | undefined
  readonly from: PlainDate
  readonly to?: PlainDate | undefined
}

export interface ServiceAddress {
  readonly personId: string
  readonly lines: readonly string[]
  readonly postcode?: string | undefined
  readonly from: PlainDate
  readonly to?: PlainDate | undefined
}

export interface ToWhom {
  readonly personId: string
  readonly livesWithChild: boolean
  /** A court or the council keeps the child's address from them. */
  readonly mayNotKnowAddress: boolean
}

const isThen = ({ from, to }: { from: PlainDate; to?: PlainDate | undefined }, on: PlainDate): boolean => from <= on && (to === undefined || on <= to)
const written = ({ lines, postcode }: Pick<Home, 'lines' | 'postcode'>): readonly string[] => [...lines, postcode ?? ''].filter((line) => line !== '')

/**
 * The lines for the envelope: their own service address; else the one open home where they are recorded to live; else the child's
 * only home, where they live with the child. Undefined when none is sure. A protected home is written on nothing, and once there
 * is one no other home of the child is taken for somebody's who lives with the child.
 */
export function postalAddressOf(to: ToWhom, homes: readonly Home[], service: readonly ServiceAddress[], on: PlainDate): readonly string[] | undefined {
  const own = service.filter((one) => one.personId === to.personId && isThen(one, on)).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
  if (own !== undefined) return written(own)
  const now = homes.filter((home) => isThen(home, on))
  const open = now.filter(({ isConfidential }) => !isConfidential)
  const theirs = open.filter(({ residentIds }) => residentIds?.includes(to.personId) === true)
  const isHiddenToo = now.some(({ isConfidential, residentIds }) => isConfidential && residentIds?.includes(to.personId) === true)
  if (isHiddenToo) return undefined
  if (theirs.length > 0) return theirs.length === 1 && theirs[0] !== undefined ? written(theirs[0]) : undefined
  const [only, ...others] = now
  const isNobodysInParticular = only?.residentIds === undefined || only.residentIds.length === 0
  return only !== undefined && others.length === 0 && !only.isConfidential && isNobodysInParticular && to.livesWithChild && !to.mayNotKnowAddress ? written(only) : undefined
}

/** The home to which a letter for the child goes: the only one, where it is open. */
export function childsPostalAddress(homes: readonly Home[], on: PlainDate): readonly string[] | undefined {
  const [only, ...others] = homes.filter((home) => isThen(home, on))
  return only !== undefined && others.length === 0 && !only.isConfidential ? written(only) : undefined
}
