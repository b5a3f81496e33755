// The distribution list as people and bodies that the hub can reach: what the plan says is worked out in the domain, who that
// is comes from the record. One person met in several roles gets one copy, with all the reasons.

import type { Part } from '../../domain/access/parts.ts'
import type { LineId, OrganisationId, PersonId } from '../../domain/ids.ts'
import type { Distribution, Reason } from '../../domain/plan/distribution.ts'
import type { KnownPeople, Organisation } from './people-store.ts'
import { organisationKey, personKey } from './people-store.ts'

export interface Target {
  /** One for each person, else for each body: the value of the tick box. Of somebody who does not use the hub, neither. */
  readonly key: string
  readonly personId?: PersonId
  readonly organisationId?: OrganisationId
  readonly name: string
  readonly role: string
  readonly isFamily: boolean
  readonly isSetting: boolean
  readonly isOwed: boolean
  readonly reasons: readonly Reason[]
  readonly lineIds: readonly LineId[]
  /** As what they would read the plan: for words that one part must not see. */
  readonly parts: readonly Part[]
}

interface Found {
  readonly personId?: PersonId
  readonly organisationId?: OrganisationId
}

/** Whom a key of the distribution names. A head or co-ordinator is the person of that name at the setting, else the setting. */
function whoIs(key: string, name: string, { organisations }: KnownPeople): Found | undefined {
  const [whom = '', as] = key.split(' ', 2)
  const [kind, id] = whom.split(':', 2)
  if (id === undefined) return undefined
  if (kind === 'person') return { personId: id as PersonId }
  const organisationId = id as OrganisationId
  if (as === undefined) return { organisationId }
  const member = organisations.get(organisationId)?.members.find((one) => bare(one.name) === bare(name))
  return { organisationId, ...(member === undefined ? {} : { personId: member.personId }) }
}

/** "Dr O. Penhale" and "Dr Odette Penhale" stay two names: a guess could send a plan to a namesake. */
const bare = (name: string): string => name.trim().toLowerCase()

function partsFor(found: Found, isFamily: boolean, organisation: Organisation | undefined, { people }: KnownPeople): Part[] {
  if (isFamily) return [people.rightsHolder === 'young-person' && people.youngPerson.key === personKey(found.personId ?? '' as PersonId) ? 'young-person' : 'parent']
  if (organisation?.kind === 'setting') return ['recipient', 'school']
  if (organisation?.kind === 'icb') return ['recipient', 'health-lead']
  return ['recipient', 'adviser']
}

/** The recipients, in the order in which the domain met them. Entries whom the hub cannot reach are left to `notReached`. */
export function targetsOf({ recipients }: Distribution, known: KnownPeople): Target[] {
  const family = new Set([known.people.youngPerson.key, ...known.people.parents.map(({ key }) => key)])
  const byKey = new Map<string, Target>()
  for (const recipient of recipients) {
    const found = whoIs(recipient.key, recipient.name, known)
    if (found === undefined) continue
    const organisation = found.organisationId === undefined ? undefined : known.organisations.get(found.organisationId)
    const key = found.personId !== undefined ? personKey(found.personId) : organisationKey(found.organisationId ?? '' as OrganisationId)
    const isFamily = family.has(recipient.key)
    const before = byKey.get(key)
    const lineIds = recipient.reasons.flatMap((reason) => reason.lineIds)
    byKey.set(key, {
      key, ...found, ...(before?.organisationId === undefined ? {} : { organisationId: before.organisationId }),
      name: before?.name ?? recipient.name, role: before === undefined || before.role === recipient.role ? recipient.role : `${before.role}; ${recipient.role}`,
      isFamily: isFamily || (before?.isFamily ?? false), isSetting: organisation?.kind === 'setting' || (before?.isSetting ?? false),
      isOwed: recipient.isOwedByLaw || (before?.isOwed ?? false),
      reasons: together([...before?.reasons ?? [], ...recipient.reasons]),
      lineIds: [...new Set([...before?.lineIds ?? [], ...lineIds])],
      parts: [...new Set([...before?.parts ?? [], ...partsFor(found, isFamily, organisation, known)])],
    })
  }
  return [...byKey.values()]
}

const together = (reasons: readonly Reason[]): Reason[] => {
  const byWords = new Map<string, Reason>()
  for (const one of reasons) {
    const same = byWords.get(one.words)
    byWords.set(one.words, same === undefined ? one : { ...same, lineIds: [...new Set([...same.lineIds, ...one.lineIds])] })
  }
  return [...byWords.values()]
}

/** People whom the plan is owed to or meant for and whom the hub cannot reach: somebody must see to it by hand. */
export const notReached = ({ recipients, notFound }: Distribution, known: KnownPeople): string[] => [
  ...recipients.filter(({ key, name }) => whoIs(key, name, known) === undefined).map(({ name, role }) => `${name} (${role}) has no account here`),
  ...notFound.map(({ words }) => words),
  ...known.unreachable.map((name) => `${name} gave advice and cannot be reached here`),
]

/** The ground of a delivery in one sentence: kept with it (SEND Regulations 2014, reg 17). */
export const basisOf = ({ reasons }: Pick<Target, 'reasons'>): string => reasons.map(({ words, citation }) => `${words} (${citation})`).join('; ')
