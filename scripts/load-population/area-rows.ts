// An area, the bodies around its children and the people who work there, all invented: addresses at example.org, telephone numbers kept for
// drama, names that nobody bears.

import { addDays, type Instant, type PlainDate } from '../../src/domain/calendar/plain-date.ts'
import type { Role } from '../../src/domain/access/parts.ts'
import type { LocalAreaId, OrganisationId, PersonId } from '../../src/domain/ids.ts'
import type { AreaContacts } from '../../src/casebook/open-case-file.ts'
import { taughtUsually } from '../../src/domain/transfer/phases.ts'
import { dateOf, momentOf } from '../../src/population/days.ts'
import { inventedFamilyName, nameOf } from '../../src/population/identity.ts'
import { randomOf, type Random } from '../../src/population/random.ts'
import type { Setting } from '../../src/population/surroundings.ts'
import type { World } from '../../src/population/world.ts'
import type { Rows } from './rows.ts'

export interface Worker { readonly id: PersonId; readonly name: string; readonly profession: string }
export interface Body { readonly id: OrganisationId; readonly name: string; readonly workers: readonly Worker[] }

/** What a place there is, as the national return asks (SEN2 items 4.3 and 5.7). */
export interface Place { readonly senUnit: boolean; readonly resourced: boolean; readonly isResidential: boolean }
export interface SettingBody extends Body { readonly type: string; readonly place: Place }

/** What the rows of an area's children point to. */
export interface LoadedArea {
  readonly id: LocalAreaId
  readonly code: string
  readonly councilName: string
  readonly officerTitle: string
  readonly contacts: AreaContacts
  readonly team: OrganisationId
  readonly decider: Worker
  readonly officers: ReadonlyMap<PersonId, Worker & { readonly email: string }>
  readonly settings: ReadonlyMap<OrganisationId, SettingBody>
  /** Settings and services by their name, as the facts have them. */
  readonly bodies: ReadonlyMap<string, Body>
}

export interface AreaOptions {
  /** How many families, and how many people at each kind of work, may sign in to a demonstration by a click. */
  readonly signIns: { readonly officers: number; readonly settings: number; readonly others: boolean }
}

const usedPhone = '01632 960100'
const settingTypes: readonly (readonly [test: RegExp, words: (setting: Setting) => string])[] = [
  [/^mainstream-independent/, ({ phase }) => `independent ${phase} school`], [/^mainstream-.*academy/, ({ phase }) => `mainstream ${phase} academy`], [/^mainstream/, ({ phase }) => `mainstream ${phase} school`],
  [/^special-(independent|non-maintained)/, () => 'independent special school'], [/^special/, () => 'special school'], [/^(ap|pru)/, () => 'alternative provision'],
  [/^fe-general/, () => 'further education college'], [/^fe/, () => 'special post-16 institution'], [/^early-years/, () => 'nursery'],
]
const typeOf = (setting: Setting): string => settingTypes.find(([test]) => test.test(setting.category))?.[1](setting) ?? 'other provision'

const professions: Readonly<Record<string, readonly [profession: string, kind: 'council' | 'nhs-trust' | 'icb' | 'voluntary', role: Role]>> = {
  'educational-psychology': ['educational psychologist', 'council', 'adviser'], paediatrics: ['community paediatrician', 'nhs-trust', 'adviser'], 'speech-and-language': ['speech and language therapist', 'nhs-trust', 'adviser'],
  'occupational-therapy': ['occupational therapist', 'nhs-trust', 'adviser'], 'mental-health': ['clinical psychologist', 'nhs-trust', 'adviser'], sensory: ['teacher of the deaf', 'council', 'adviser'],
  'social-care': ['social worker', 'council', 'social-care-lead'], 'adult-social-care': ['social worker', 'council', 'adviser'], sendiass: ['adviser', 'voluntary', 'adviser'], icb: ['designated clinical officer', 'icb', 'health-lead'],
}

export function addArea(rows: Rows, { area, seed, surroundings, officers, hubFrom, today }: World, { signIns }: AreaOptions): LoadedArea {
  const random = randomOf(seed, 'people', area.key)
  const [id, team] = [random.id<LocalAreaId>(), random.id<OrganisationId>()]
  const [since, made] = [dateOf(hubFrom), momentOf(hubFrom, 0)]
  const councilName = `${area.name} Council`
  const contacts = contactsOf(area.key, area.name)
  rows.add('localArea', { id, code: area.key.toLowerCase(), name: area.name, councilName, officerTitle: 'case officer', contacts: JSON.stringify(contacts), medicalOfficer: 'Y', clinicalOfficer: 'Y', socialCareOfficer: 'Y' })
  rows.add('organisation', { id: team, kind: 'council', name: councilName, service: 'SEND team', localAreaId: id, email: `send@${host(area.key)}`, phone: usedPhone })
  const person = personMaker(rows, random, area.key, { made, since, confirmedOn: addDays(dateOf(today), -30) })

  const known = new Map(officers.map((officer, index) => {
    const one = person({ profession: 'case officer', role: 'case-officer', at: team, canSignIn: index < signIns.officers, id: officer.id })
    return [officer.id, one] as const
  }))
  const decider = person({ profession: 'SEND manager', role: 'decision-maker', at: team, canSignIn: signIns.others })
  person({ profession: 'information officer', role: 'access-officer', at: team, canSignIn: signIns.others })
  person({ profession: 'business support manager', role: 'staff-administrator', at: team, canSignIn: signIns.others })

  const settings = new Map(surroundings.settings.map((setting, index) => {
    const { lowest, highest } = taughtUsually(setting.phase)
    const head = `${random.chance(0.5) ? 'Ms' : 'Mr'} ${inventedFamilyName(random)}`
    rows.add('organisation', { id: setting.id, kind: 'setting', name: setting.name, localAreaId: id, urn: setting.urn, settingType: typeOf(setting), headName: head, email: `office${index}@${host(area.key)}`, phone: usedPhone })
    rows.add('settingPhase', { localAreaId: id, organisationId: setting.id, phase: setting.phase, lowestYear: lowest, highestYear: highest, recordedAt: made })
    const senco = person({ profession: 'SENCO', role: 'senco', at: setting.id, canSignIn: index < signIns.settings })
    const place = { senUnit: setting.category.endsWith('unit'), resourced: setting.category.endsWith('resourced'), isResidential: /^special-(independent|non-maintained)/.test(setting.category) }
    return [setting.id, { id: setting.id, name: setting.name, type: typeOf(setting), workers: [senco], place }] as const
  }))
  const services = surroundings.services.map((service): Body => {
    const [profession, kind, role] = professions[service.kind] ?? ['adviser', 'other', 'adviser']
    rows.add('organisation', { id: service.id, kind, name: service.name, localAreaId: id, odsCode: service.odsCode ?? null, email: `${service.kind}@${host(area.key)}`, phone: usedPhone })
    // About one psychologist or therapist for every 500 children who are known.
    const workers = Array.from({ length: role === 'adviser' ? Math.max(1, Math.round(area.known / 1000)) : 1 }, (_, n) => person({ profession, role, at: service.id, canSignIn: signIns.others && n === 0 }))
    return { id: service.id, name: service.name, workers }
  })
  for (let year = Number(dateOf(hubFrom).slice(0, 4)); year <= Number(dateOf(today).slice(0, 4)); year += 1) rows.add('caseNumber', { localAreaId: id, year, latest: area.known })
  return { id, code: area.key.toLowerCase(), councilName, officerTitle: 'case officer', contacts, team, decider, officers: known, settings, bodies: new Map([...settings.values(), ...services].map((body) => [body.name, body])) }
}

const host = (key: string): string => `${key.toLowerCase()}.example.org`

interface NewPerson { readonly profession: string; readonly role: Role; readonly at: OrganisationId; readonly canSignIn: boolean; readonly id?: PersonId }

function personMaker(rows: Rows, random: Random, key: string, { made, since, confirmedOn }: { readonly made: Instant; readonly since: PlainDate; readonly confirmedOn: PlainDate }): (of: NewPerson) => Worker & { readonly email: string } {
  let count = 0
  return ({ profession, role, at, canSignIn, id = random.id<PersonId>() }) => {
    const { givenName, familyName } = nameOf(random, random.chance(0.8) ? 'female' : 'male')
    const worker = { id, name: `${givenName} ${familyName}`, profession, email: `person${count}@${host(key)}` }
    count += 1
    rows.add('person', { id, fullName: worker.name, email: worker.email, phone: usedPhone, profession, canSignIn, createdAt: made })
    rows.add('membership', { id: random.id(), personId: id, organisationId: at, role, fromOn: since, confirmedOn })
    return worker
  }
}

const contactsOf = (key: string, name: string): AreaContacts => {
  const one = (called: string, at: string) => ({ name: called, phone: usedPhone, email: `${at}@${host(key)}`, web: `https://${at}.${host(key)}` })
  return {
    sendTeam: { ...one(`${name} SEND team`, 'send'), address: [`SEND team, ${name} Council`, '1 Market Hall', name, 'ZZ98 1AA'] }, mediationAdviser: one('Tarn Bridge Mediation', 'mediation'),
    informationAdviceSupport: one(`${name} SENDIASS`, 'sendiass'), disagreementResolution: one('Tarn Bridge Disagreement Resolution', 'resolve'), localOffer: one(`${name} Local Offer`, 'localoffer'), icb: one(`${name} Integrated Care Board`, 'icb'),
  }
}
