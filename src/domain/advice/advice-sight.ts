// Who may read one piece of advice. Each parent's views are that parent's own; a working report is its author's; what a child
// wants kept from somebody is kept from them. SEND Regulations 2014, reg 17; UK GDPR Art 5(1)(b).

import type { Part } from '../access/parts.ts'
import { isOfCouncil } from '../access/parts.ts'
import { mayLook } from '../access/policy.ts'
import { isWithheldFrom } from '../access/withheld.ts'
import { londonDateOf } from '../calendar/london-date.ts'
import type { Instant, PlainDate } from '../calendar/plain-date.ts'

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
}

/** Of a row of `advice` with the request that it answers, as it stands in the database. */
export function adviceInSight(row: {
  readonly kind: string; readonly state: string; readonly notFor: readonly string[]; readonly givenAt: Instant | null
  readonly authorPersonId: string | null; readonly organisationId: string | null; readonly begunBy: string | null
  readonly askedPersonId: string | null; readonly askedOrganisationId: string | null
}): AdviceInSight {
  return {
    kind: row.kind, state: row.state as AdviceInSight['state'], notFor: row.notFor, ...(row.givenAt === null ? {} : { givenOn: londonDateOf(row.givenAt) }),
    ...(row.authorPersonId === null ? {} : { authorId: row.authorPersonId }), ...(row.organisationId === null ? {} : { organisationId: row.organisationId }),
    ...(row.begunBy === null ? {} : { begunBy: row.begunBy }), ...(row.askedPersonId === null ? {} : { askedPersonId: row.askedPersonId }),
    ...(row.askedOrganisationId === null ? {} : { askedOrganisationId: row.askedOrganisationId }),
  }
}

/** Whether it is this person's own: theirs by name, or their service's while nobody in it has taken it. */
export function isOwn(advice: AdviceInSight, looker: Looker): boolean {
  if (advice.authorId === looker.personId || advice.begunBy === looker.personId || advice.askedPersonId === looker.personId) return true
  // A family's views are personal whatever the writer's employer is.
  if (advice.kind === 'parental' || advice.kind === 'child-views') return false
  return [advice.askedOrganisationId, advice.organisationId].some((id) => id !== undefined && looker.organisationIds.includes(id))
}

export function maySeeAdvice(advice: AdviceInSight, looker: Looker): boolean {
  const isWithheld = isWithheldFrom(advice.notFor, looker)
  // What a child keeps from a person is kept from them even where they helped the child to say it, unless they wrote it down.
  const isTheirs = isOwn(advice, looker) && (advice.kind !== 'child-views' || !isWithheld || advice.begunBy === looker.personId)
  if (isTheirs) return true
  const isOfLaterDay = looker.onlyBefore !== undefined && (advice.givenOn === undefined || advice.givenOn >= looker.onlyBefore)
  if (advice.state === 'working' || !mayLook('all-advice', looker.parts, { isWithheld, isOfLaterDay })) return false
  // Section K goes to the family whole, save that a parent's own words stay with that parent and the council until the draft.
  return isOfCouncil(looker.parts) || (advice.kind !== 'parental' && advice.state !== 'returned')
}
