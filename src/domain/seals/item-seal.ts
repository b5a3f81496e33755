// A seal on one document or report: from whom it is kept, and on what ground of the law. A seal never gives anybody anything; it only
// takes out of sight. The law lets information be withheld from the people whom it is about on a few grounds alone (Data Protection
// Act 2018, Schedules 2 to 4), so every seal names one, says who decided, and is looked at again on a day.

import type { Part } from '../access/parts.ts'
import { isOfFamily } from '../access/parts.ts'
import type { Item } from '../access/policy.ts'
import { mayLook } from '../access/policy.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { addDays, addMonths } from '../calendar/plain-date.ts'

/**
 * named: for the people whom it names. agency: for the staff of one body. staff: for everybody who works on the case, and for nobody
 * of the family. Whoever decides for the council reads all three, and answers for them (policy.ts).
 */
export const sealKinds = ['named', 'agency', 'staff'] as const
export type SealKind = (typeof sealKinds)[number]

export interface SealGround {
  readonly words: string
  readonly cites: string
  /** Whose opinion the law wants first; absent where it wants nobody's. */
  readonly opinion?: string
  readonly kinds: readonly SealKind[]
  /** The longest time until it is looked at again. */
  readonly longestMonths: number
}

export const sealGrounds = {
  'serious-harm': {
    words: 'It would be likely to cause serious harm to the child’s or somebody else’s physical or mental health', kinds: sealKinds, longestMonths: 6,
    cites: 'DPA 2018 Sch 3 paras 5 (health), 11 (social work), 19 (education)',
    // DPA 2018 Sch 3 para 6: within the last six months, of the health professional responsible for the person's care.
    opinion: 'The health professional who looks after them, where it is health information; otherwise the professional whose view this is',
  },
  'child-abuse': { words: 'It is about abuse of a child or the risk of it, and telling is not in the child’s best interests', cites: 'DPA 2018 Sch 3 para 21', kinds: sealKinds, longestMonths: 6 },
  'third-party': { words: 'It tells about somebody else, who has not agreed', cites: 'DPA 2018 Sch 2 para 16', kinds: sealKinds, longestMonths: 12 },
  'told-in-confidence': { words: 'The child or young person told it and does not want it passed on', cites: 'DPA 2018 Sch 3 paras 4, 10; SEND Regs 2014 reg 17(1)', kinds: sealKinds, longestMonths: 12 },
  crime: { words: 'It would harm the prevention or investigation of a crime', cites: 'DPA 2018 Sch 2 para 2', kinds: sealKinds, longestMonths: 6 },
  privilege: { words: 'It is legal advice to the council, or papers for it', cites: 'DPA 2018 Sch 2 para 19', kinds: ['named'], longestMonths: 12 },
  // No exemption: time to look, and no longer than a person may wait who asks for what is held about them (UK GDPR Art 12(3)).
  'being-looked-at': { words: 'It may hold what should not be in it, and is being looked at', cites: 'UK GDPR Arts 5(1)(f), 12(3)', kinds: ['named', 'staff'], longestMonths: 1 },
} as const satisfies Record<string, SealGround>

export type SealGroundName = keyof typeof sealGrounds
export const sealGroundNames = Object.keys(sealGrounds) as SealGroundName[]
export const groundRow = (ground: SealGroundName): SealGround => sealGrounds[ground]
export const groundOf = (text: string): SealGroundName | undefined => sealGroundNames.find((one) => one === text)
export const sealKindOf = (text: string): SealKind | undefined => sealKinds.find((one) => one === text)

/** A seal has to be looked at again from tomorrow on and at the latest on this day. */
export const reviewDaysOf = (ground: SealGroundName, today: PlainDate): { readonly earliest: PlainDate; readonly latest: PlainDate } =>
  ({ earliest: addDays(today, 1), latest: addMonths(today, groundRow(ground).longestMonths) })

export interface ItemSeal {
  readonly id: string
  readonly kind: SealKind
  /** The report or document, and what goes with it: its file, the request that it answers. */
  readonly thingIds: readonly string[]
  /** Who may read it, by name. */
  readonly readerIds: readonly string[]
  /** The body whose staff may read it. */
  readonly organisationId?: string
  /** Whoever wrote it or handed it in. */
  readonly ownerId?: string
}

export interface SealViewer {
  /** Absent for the program and for whoever is not signed in. */
  readonly personId?: string
  readonly parts: readonly Part[]
  /** Bodies in which they hold a role that brings a part. */
  readonly organisationIds: readonly string[]
}

/** What the policy is asked with: the flags of the sealed item for this viewer. */
export function itemUnderSeal({ kind, readerIds, organisationId, ownerId }: Omit<ItemSeal, 'id' | 'thingIds'>, { personId, parts, organisationIds }: SealViewer): Item {
  const isTheirs = personId !== undefined && ownerId === personId
  switch (kind) {
    case 'named': return { isSealed: personId === undefined || !readerIds.includes(personId), isTheirs }
    case 'agency': return { isForOneAgency: true, isOfThatAgency: organisationId !== undefined && organisationIds.includes(organisationId), isTheirs }
    // An officer who is family here too reads as family.
    case 'staff': return { isSealed: parts.includes('program'), isWithheld: isOfFamily(parts), isTheirs }
  }
}

/** Whether a seal lets this viewer see what it is on, as far as they may see such things at all. */
export const letsThrough = (seal: Omit<ItemSeal, 'id' | 'thingIds'>, viewer: SealViewer): boolean =>
  mayLook('papers', viewer.parts, itemUnderSeal(seal, viewer))
