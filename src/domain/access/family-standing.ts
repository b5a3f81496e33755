// What somebody is to a child in law on a day, and what a court or the council keeps from them. A parent in education law is
// whoever has parental responsibility or care of the child (Education Act 1996, s.576): a foster carer and a grandparent who
// bring a child up are parents; a relative with neither can be written down and reached, and sees nothing.

import type { PlainDate } from '../calendar/plain-date.ts'
import type { Restriction } from '../family/restriction.ts'
import { effectsOn } from '../family/restriction.ts'

/** What the access policy asks of it. */
export interface StandingInLaw {
  readonly hasParentalResponsibility: boolean
  /** The child lives with them, all or some of the time. */
  readonly hasCare: boolean
  /** A court order or recorded restriction in force bars them from the record. */
  readonly mayNotSee: boolean
  /** An order keeps them from using parental responsibility to decide about education. What they may read and say stays theirs. */
  readonly isLimitedInEducation?: boolean
  /** Nobody has recorded what they are to the child: see isParentInLaw. */
  readonly isUnrecorded?: boolean
}

export interface FamilyStanding extends StandingInLaw {
  /** Nothing about the child goes to them: no letter, no message, no notification. */
  readonly mayNotBeTold: boolean
  readonly mayNotKnowAddress: boolean
  readonly mayNotContactChild: boolean
  readonly onlySupervised: boolean
  /** Parental responsibility limited for decisions about education. */
  readonly isLimitedInEducation: boolean
}

/** A recorded tie between a person and a child, as far as it says what they are to each other in law. */
export interface TieInLaw {
  readonly hasParentalResponsibility: boolean
  readonly responsibilityFrom?: PlainDate | undefined
  readonly responsibilityTo?: PlainDate | undefined
  readonly livesWithChild: boolean
  readonly careFrom?: PlainDate | undefined
  readonly careTo?: PlainDate | undefined
}

const within = (on: PlainDate, from: PlainDate | undefined, to: PlainDate | undefined): boolean => (from === undefined || from <= on) && (to === undefined || on <= to)

/** What this person is to the child on a day. `tie` is undefined of somebody who is not recorded as family at all. */
export function standingOn(tie: TieInLaw | undefined, restrictions: readonly Restriction[], personId: string, on: PlainDate): FamilyStanding {
  const binds = effectsOn(restrictions, personId, on)
  const mayNotSee = binds.has('may-not-see-record')
  return {
    hasParentalResponsibility: tie !== undefined && tie.hasParentalResponsibility && within(on, tie.responsibilityFrom, tie.responsibilityTo),
    hasCare: tie !== undefined && tie.livesWithChild && within(on, tie.careFrom, tie.careTo),
    mayNotSee,
    // What they may not read cannot be sent to them either.
    mayNotBeTold: mayNotSee || binds.has('may-not-be-contacted'),
    mayNotKnowAddress: binds.has('may-not-know-address'),
    mayNotContactChild: binds.has('may-not-contact-child'),
    onlySupervised: binds.has('supervised-contact'),
    isLimitedInEducation: binds.has('responsibility-limited'),
    isUnrecorded: tie === undefined,
  }
}

/**
 * Whether somebody is a parent in law. Of whom nothing is recorded a row stands on the basis that it was given on: the council checks
 * who asks before it tells them anything, and a parent is not shut out by a form that nobody has filled in.
 */
export const isParentInLaw = (standing: Omit<StandingInLaw, 'mayNotSee'> | undefined): boolean =>
  standing === undefined || standing.isUnrecorded === true || standing.hasParentalResponsibility || standing.hasCare

/** Whether a parent's row on a case gives anything on this day. */
export const mayHaveSight = (standing: FamilyStanding): boolean => isParentInLaw(standing) && !standing.mayNotSee

/** Whether letters and notifications about the child go to them. */
export const mayBeTold = (standing: FamilyStanding): boolean => isParentInLaw(standing) && !standing.mayNotBeTold
