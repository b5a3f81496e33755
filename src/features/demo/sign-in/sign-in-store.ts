import { sql } from 'kysely'
import type { OrganisationId, PersonId } from '../../../domain/ids.ts'
import type { Role } from '../../../domain/access/parts.ts'
import { councilRoles } from '../../../domain/access/parts.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { demoPersonId } from '../seed-world.ts'
import { demoPeople } from '../world.ts'

export interface Signer {
  readonly id: PersonId
  readonly name: string
  /** Who they are: "SENCO, Larkfell Primary School", "Rewan’s mother". */
  readonly about: string
  /** Whether they are offered: who has no part in any case would find nothing. */
  readonly isListed: boolean
}

export interface SignerGroup {
  readonly title: string
  readonly signers: readonly Signer[]
}

interface Held { readonly personId: PersonId; readonly organisationId: OrganisationId; readonly role: string; readonly kind: string; readonly name: string; readonly service: string | null }

const titles = ['Council SEND teams', 'Schools and nurseries', 'Health and care'] as const

/** Everybody who may sign in to the demonstration: at work by where, then families by child. Empty groups are left out. */
export async function listSigners(tx: Tx): Promise<SignerGroup[]> {
  const people = await tx.db.selectFrom('person').select(['id', 'fullName', 'profession']).where('canSignIn', '=', true).orderBy('fullName').execute()
  const held = await tx.db.selectFrom('membership as m').innerJoin('organisation as o', 'o.id', 'm.organisationId')
    .innerJoin('person as p', (join) => join.onRef('p.id', '=', 'm.personId').on('p.canSignIn', '=', true))
    .select(['m.personId', 'm.organisationId', 'm.role', 'o.kind', 'o.name', 'o.service']).execute()
  // Nobody is signed in yet, who could be shown whose family somebody is.
  const onCases = new Set((await sql<{ personId: PersonId }>`select person_id from hub_people_on_cases(${people.map(({ id }) => id)}::uuid[])`.execute(tx.db)).rows.map(({ personId }) => personId))
  const groups = new Map<string, Signer[]>(titles.map((title) => [title, []]))
  for (const { id, fullName, profession } of people) {
    const roles = held.filter(({ personId }) => personId === id)
    const known = demoPeople.find(({ key }) => demoPersonId(key) === id)
    const title = roles.length > 0 ? workplaceOf(roles) : known?.familyOf !== undefined ? `${known.familyOf}’s family` : onCases.has(id) ? 'Other families' : 'Other people'
    const about = known?.about ?? [profession, ...new Set(roles.map(({ name, service }) => (service === null ? name : `${service}, ${name}`)))].filter(Boolean).join(', ')
    groups.set(title, [...groups.get(title) ?? [], { id, name: fullName, about, isListed: known?.isListedOnACase !== true || onCases.has(id) }])
  }
  return [...groups].map(([title, signers]) => ({ title, signers })).filter(({ signers }) => signers.length > 0)
}

const isCouncilRole = (role: string): role is Role => (councilRoles as readonly string[]).includes(role)

function workplaceOf(roles: readonly Held[]): typeof titles[number] {
  if (roles.some(({ role }) => isCouncilRole(role))) return titles[0]
  return roles.some(({ kind }) => kind === 'setting') ? titles[1] : titles[2]
}
