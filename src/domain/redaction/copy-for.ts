// Which copy of a report or document somebody gets, where the council has said that they are not to have it whole. The nearest
// demand counts: one for the person, else one for a part they have on the case, else one for everybody. Until the copy that it
// demands is released, the reader has nothing. UK GDPR Art 5(1)(c), (f); SEND Regulations 2014 reg 17.

import type { Part } from '../access/parts.ts'
import { councilTeam, readingAs } from '../access/parts.ts'

export interface Demand<Copy> {
  readonly reader: string
  /** Absent until it is released. */
  readonly copy?: Copy
}

export interface ReaderOfCopy {
  readonly personId?: string
  readonly parts: readonly Part[]
  /** Wrote the report or sent the document: nobody's own words are kept from them. */
  readonly isOwner: boolean
}

export type WhatIsGiven<Copy> = { readonly kind: 'whole' } | { readonly kind: 'nothing-yet' } | { readonly kind: 'copy'; readonly copy: Copy }

export function copyFor<Copy>(demands: readonly Demand<Copy>[], { personId, parts, isOwner }: ReaderOfCopy): WhatIsGiven<Copy> {
  if (isOwner || parts.some((part) => councilTeam.includes(part))) return { kind: 'whole' }
  const ofPerson = demands.filter(({ reader }) => personId !== undefined && reader === `person:${personId}`)
  const held = new Set<string>(readingAs(parts).map((part) => `part:${part}`))
  const ofParts = demands.filter(({ reader }) => held.has(reader))
  const nearest = [ofPerson, ofParts, demands.filter(({ reader }) => reader === 'everybody')].find((some) => some.length > 0)
  if (nearest === undefined) return { kind: 'whole' }
  // Somebody with two parts for whom copies differ waits for both: the one that hides more cannot be told from here.
  const copies = nearest.flatMap(({ copy }) => (copy === undefined ? [] : [copy]))
  const [first] = copies
  return first === undefined || copies.length < nearest.length || copies.length > 1 ? { kind: 'nothing-yet' } : { kind: 'copy', copy: first }
}
