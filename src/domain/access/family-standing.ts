// What the council knows of a person's standing towards a child, read from the record of relationships and court orders.
//
// "Parent" in this law is anybody with parental responsibility and anybody who has care of the child (Education Act 1996, s.576):
// a foster carer is one, and so is a father without responsibility with whom the child lives. A parent without residence is still
// a parent. Somebody who has neither is not, whatever they are to the child; and an order of a court may take the record from
// anybody (Children Act 1989, ss.8, 91(14); Family Law Act 1996, s.42).

export interface FamilyStanding {
  readonly hasParentalResponsibility: boolean
  /** The child lives with them, all or some of the time. */
  readonly hasCare: boolean
  /** A court order, or a restriction the council recorded with its evidence, is in force and keeps the child's record from them. */
  readonly mayNotSee: boolean
}

export const isParentInLaw = ({ hasParentalResponsibility, hasCare }: Pick<FamilyStanding, 'hasParentalResponsibility' | 'hasCare'>): boolean =>
  hasParentalResponsibility || hasCare
