// Who is invited to a review, and why. SEND Regulations 2014, reg 20(2): the parent or young person, the head or principal, an officer
// of the council with responsibilities for SEN, a health professional named by the responsible commissioning body, and an officer of
// social care. Whoever gives advice or help under the plan comes beside them; from Year 9 whoever adulthood needs (reg 20(6)).

import type { AdulthoodPathway } from '../plan/line.ts'
import { adulthoodPathways } from '../plan/line.ts'

export const inviteeParts = ['young-person', 'child', 'parent', 'setting', 'officer', 'health', 'social-care', 'adviser', 'other'] as const
export type InviteePart = (typeof inviteeParts)[number]
export const isFamilyInvitee = (part: InviteePart): boolean => part === 'parent' || part === 'young-person' || part === 'child'

export interface NamedInvitee {
  readonly part: InviteePart
  /** What of adulthood they were asked for. */
  readonly pathway?: AdulthoodPathway
}

/** Those whom reg 20(2) names and who are not on the list. A child who attends nowhere has no head or principal to ask (reg 21). */
export function namedByLawAndMissing(invited: readonly NamedInvitee[], { hasSetting }: { readonly hasSetting: boolean }): InviteePart[] {
  const wanted: readonly InviteePart[] = [...(hasSetting ? ['setting' as const] : []), 'officer', 'health', 'social-care']
  const family = invited.some(({ part }) => part === 'parent' || part === 'young-person')
  return [...(family ? [] : ['parent' as const]), ...wanted.filter((part) => !invited.some((one) => one.part === part))]
}

/** Whether somebody of a part is named by the law, and so cannot be left out. */
export const isNamedByLaw = (part: InviteePart): boolean => part !== 'adviser' && part !== 'other'

/** For each side of adult life: is somebody needed in the room? Undefined until it is answered. */
export type AdulthoodNeeds = Partial<Readonly<Record<AdulthoodPathway, 'yes' | 'no'>>>

export type AdulthoodGap =
  | { readonly kind: 'not-asked'; readonly pathway: AdulthoodPathway }
  /** Somebody is needed for it, and nobody on the list comes for it. */
  | { readonly kind: 'nobody-for-it'; readonly pathway: AdulthoodPathway }

/** What is left to do before the invitations of a review in or beyond Year 9 go out. */
export const adulthoodGaps = (needs: AdulthoodNeeds, invited: readonly NamedInvitee[]): AdulthoodGap[] =>
  adulthoodPathways.flatMap((pathway): AdulthoodGap[] => {
    if (needs[pathway] === undefined) return [{ kind: 'not-asked', pathway }]
    return needs[pathway] === 'yes' && !invited.some((one) => one.pathway === pathway) ? [{ kind: 'nobody-for-it', pathway }] : []
  })
