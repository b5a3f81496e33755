// Who may read one piece of advice. Each parent's views are that parent's own; a working report is its author's; what a child
// wants kept from somebody is kept from them. SEND Regulations 2014, reg 17; UK GDPR Art 5(1)(b).

import type { Part } from '../access/parts.ts'
import { councilTeam, ofFamily, readingAs } from '../access/parts.ts'
import type { PlainDate } from '../calendar/plain-date.ts'

export interface AdviceInSight {
  readonly kind: string
  readonly state: 'working' | 'given' | 'returned' | 'accepted'
  readonly authorId?: string
  readonly organisationId?: string
  readonly begunBy?: string
  /** Who was asked for it, when somebody was. */
  readonly askedPersonId?: string
  readonly askedOrganisationId?: string
  /** Parts on the case, or 'person:…', that must not see it. */
  readonly notFor: readonly string[]
  /** The day it was given; absent while it is not. */
  readonly givenOn?: PlainDate
}

export interface Looker {
  readonly personId: string
  readonly parts: readonly Part[]
  readonly organisationIds: readonly string[]
  /** Only what was given before this day is theirs to read (`CaseFile.onlyBefore`). */
  readonly onlyBefore?: PlainDate
  /** For whom they act: what is kept from that family member is kept from them (`CaseFile.actsFor`). */
  readonly actsFor?: string
}

/** Whether it is this person's own: theirs by name, or their service's while nobody in it has taken it. */
export function isOwn(advice: AdviceInSight, looker: Looker): boolean {
  if (advice.authorId === looker.personId || advice.begunBy === looker.personId || advice.askedPersonId === looker.personId) return true
  // A family's views are personal whatever the writer's employer is.
  if (advice.kind === 'parental' || advice.kind === 'child-views') return false
  return [advice.askedOrganisationId, advice.organisationId].some((id) => id !== undefined && looker.organisationIds.includes(id))
}

export function maySeeAdvice(advice: AdviceInSight, looker: Looker): boolean {
  const isWithheld = advice.notFor.some((one) => one === `person:${looker.personId}` || (looker.actsFor !== undefined && one === `person:${looker.actsFor}`) || (readingAs(looker.parts) as readonly string[]).includes(one))
  const own = isOwn(advice, looker)
  if (own && advice.kind !== 'child-views') return true
  // What a child keeps from a person is kept from them even where they helped the child to say it, unless they wrote it down.
  if (isWithheld) return own && advice.begunBy === looker.personId
  if (own) return true
  if (advice.state === 'working') return false
  if (councilTeam.some((part) => looker.parts.includes(part))) return true
  if (!ofFamily.some((part) => looker.parts.includes(part))) return false
  if (looker.onlyBefore !== undefined && (advice.givenOn === undefined || advice.givenOn >= looker.onlyBefore)) return false
  // Section K goes to the family whole, save that a parent's own words stay with that parent and the council until the draft.
  return advice.kind !== 'parental' && advice.state !== 'returned'
}
