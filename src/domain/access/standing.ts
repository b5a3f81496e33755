// Where somebody stands towards a case, and the parts that this gives them on a day. Default is none.
//
// Six ways to have a part, and no seventh: a role in the council of the case's own area; a live row of one's own; a live row of an
// organisation in which one holds a role that brings that part; a deputy's row while they decide; a broken glass; being the program.

import type { PlainDate } from '../calendar/plain-date.ts'
import type { Stage } from '../case-file/tracks.ts'
import type { RightsRecord } from '../rights/rights-record.ts'
import type { FamilyStanding } from './family-standing.ts'
import { isParentInLaw } from './family-standing.ts'
import type { Part, Role } from './parts.ts'
import { councilRoles, glassRoles, isCouncilRole, isFamilyRowPart, isRowPart, ofFamily, partsOfRole, councilTeam } from './parts.ts'
import { partsOfParent, partsOfRepresentative } from './parts-of-family.ts'

export interface StandingRole {
  readonly role: Role
  readonly organisationId: string
  /** The area of a council's body; absent for bodies that work across areas. */
  readonly localAreaId?: string
}

/** A row of `case_party`: somebody's, or an organisation's, between two days. */
export interface PartyRow {
  readonly part: string
  readonly personId?: string
  readonly organisationId?: string
  readonly fromOn: PlainDate
  readonly toOn?: PlainDate
}

export type Standing =
  | {
    readonly kind: 'person'
    readonly personId: string
    /** The roles they hold today. */
    readonly roles: readonly StandingRole[]
    /** The case's rows, or those that could be theirs. */
    readonly rows: readonly PartyRow[]
    /**
     * Undefined: nobody has looked yet, and then a parent's row stands on the basis that it was given on (the council checks who asks
     * before it tells them anything; a parent is not shut out by a form that nobody has read).
     */
    readonly family?: Pick<FamilyStanding, 'hasParentalResponsibility' | 'hasCare' | 'mayNotSee'>
    /** They opened this case in an emergency, and the four hours are not over. */
    readonly hasBrokenGlass: boolean
  }
  | { readonly kind: 'system' }
  | { readonly kind: 'anyone' }

/** What of the case and of the day the answer hangs on. */
export interface CaseNow {
  readonly localAreaId: string
  readonly today: PlainDate
  readonly stage: Stage
  /** Kept for its retention time though its stage is not closed: a plan that ceased. */
  readonly isRetained?: boolean
  readonly rights: RightsRecord
}

export const isClosed = ({ stage, isRetained = false }: Pick<CaseNow, 'stage' | 'isRetained'>): boolean =>
  isRetained || stage === 'closed' || stage === 'exported'

export const isLive = ({ fromOn, toOn }: Pick<PartyRow, 'fromOn' | 'toOn'>, today: PlainDate): boolean =>
  fromOn <= today && (toOn === undefined || toOn >= today)

/**
 * Who goes on reading when a case is closed: the council, which must keep it, and the family, whose it is. Those who worked on it,
 * were asked about a place or deliver the plan need it no more (UK GDPR Art 5(1)(b), (e); law of retention is the council's).
 */
const readAfterClosing: readonly Part[] = [...councilTeam, ...ofFamily]

/** The parts somebody has in a case today, in no order that means anything, each once. */
export function partsOf(standing: Standing, at: CaseNow): readonly Part[] {
  if (standing.kind === 'anyone') return []
  if (standing.kind === 'system') return ['program', ...councilRoles]
  // Whoever a court keeps from the record is kept from it in every capacity: an order is not got round by taking a job.
  if (standing.family?.mayNotSee === true) return []
  const given = new Set<Part>([
    ...councilParts(standing.roles, at.localAreaId),
    ...standing.rows.filter((row) => isLive(row, at.today)).flatMap((row) => partsOfRow(row, standing, at)),
  ])
  const own = [...given].filter((part) => !isClosed(at) || readAfterClosing.includes(part))
  // Whoever has a part of their own needs no emergency: it gives something only where there is nothing else.
  return own.length === 0 && standing.hasBrokenGlass && standing.roles.some(({ role }) => glassRoles.includes(role)) ? ['break-glass'] : own
}

/** A council role counts in its own council's area, and in no other. */
export const councilParts = (roles: readonly StandingRole[], localAreaId: string): readonly Part[] =>
  roles.flatMap(({ role, localAreaId: area }) => (isCouncilRole(role) && area === localAreaId ? partsOfRole[role] : []))

type Person = Extract<Standing, { kind: 'person' }>

function partsOfRow(row: PartyRow, person: Person, at: CaseNow): readonly Part[] {
  if (!isRowPart(row.part) || !isTheirs(row, person)) return []
  switch (row.part) {
    case 'parent': return person.family === undefined || isParentInLaw(person.family) ? partsOfParent(at.rights, person.personId, at.today) : []
    case 'representative': return partsOfRepresentative(at.rights, person.personId, at.today)
    default: return [row.part]
  }
}

/**
 * Whether a row is somebody's. A family's row is the person's own. A professional's needs besides a role that brings the part, in
 * that organisation where the row names one: who left the service lost the case with it, without anybody ending rows.
 */
function isTheirs({ part, personId, organisationId }: PartyRow, person: Person): boolean {
  if (personId !== undefined && personId !== person.personId) return false
  if (isFamilyRowPart(part)) return personId !== undefined
  return person.roles.some(({ role, organisationId: at }) =>
    partsOfRole[role].some((one) => one === part) && (organisationId === undefined ? personId !== undefined : at === organisationId))
}
