// Reads who is on a case, for working out who must get the final plan. Writes nothing.

import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { OrganisationId, PersonId } from '../../domain/ids.ts'
import { isParentInLaw, mayBeTold } from '../../domain/access/family-standing.ts'
import { partsOfParent } from '../../domain/access/parts-of-family.ts'
import type { AdviserOnCase, ParentOnCase, PeopleOnCase, ServiceOnCase, SettingOnCase } from '../../domain/plan/distribution.ts'
import { holderOf } from '../../domain/rights/rights-record.ts'
import { standingsOf } from '../../casebook/access/family-standing.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { listOpenConsultations } from '../../casebook/consultations.ts'
import type { Tx } from '../../casebook/tx.ts'

export const personKey = (id: PersonId): string => `person:${id}`
export const organisationKey = (id: OrganisationId): string => `organisation:${id}`

export interface Member {
  readonly personId: PersonId
  readonly name: string
  readonly role: string
  readonly profession?: string
}

export interface Organisation {
  readonly id: OrganisationId
  readonly name: string
  readonly kind: string
  readonly service?: string
  readonly settingType?: string
  readonly headName?: string
  readonly members: readonly Member[]
}

export const fullNameOf = ({ name, service }: Organisation): string => (service === undefined ? name : `${service}, ${name}`)

const live = (from: PlainDate, to: PlainDate | null, today: PlainDate): boolean => from <= today && (to === null || to >= today)

/** Bodies by id, each with the people who work there today. */
export async function readOrganisations(tx: Tx, ids: readonly OrganisationId[]): Promise<Map<OrganisationId, Organisation>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db.selectFrom('organisation').select(['id', 'name', 'kind', 'service', 'settingType', 'headName']).where('id', 'in', ids).execute()
  const members = await tx.db.selectFrom('membership as m').innerJoin('person as p', 'p.id', 'm.personId')
    .select(['m.organisationId', 'm.personId', 'm.role', 'm.fromOn', 'm.toOn', 'p.fullName', 'p.profession'])
    .where('m.organisationId', 'in', ids).orderBy('p.fullName').execute()
  return new Map(rows.map((row) => [row.id, {
    id: row.id, name: row.name, kind: row.kind, ...(row.service === null ? {} : { service: row.service }),
    ...(row.settingType === null ? {} : { settingType: row.settingType }), ...(row.headName === null ? {} : { headName: row.headName }),
    members: members.filter((one) => one.organisationId === row.id && live(one.fromOn, one.toOn, tx.today)).map((one) => ({
      personId: one.personId, name: one.fullName, role: one.role, ...(one.profession === null ? {} : { profession: one.profession }),
    })),
  }]))
}

export interface KnownPeople {
  readonly people: PeopleOnCase
  readonly organisations: ReadonlyMap<OrganisationId, Organisation>
  /** Advice whose author cannot be reached through the hub. */
  readonly unreachable: readonly string[]
}

/** `joining`: services that are about to have a part in the case. */
export async function readPeopleOnCase(tx: Tx, caseFile: CaseFile, joining: readonly OrganisationId[] = []): Promise<KnownPeople> {
  const advice = await listAdvisers(tx, caseFile)
  const parties = await tx.db.selectFrom('caseParty').select(['personId', 'organisationId', 'part', 'fromOn', 'toOn'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).execute()
  const now = parties.filter(({ fromOn, toOn }) => live(fromOn, toOn, tx.today))
  const settingIds = await listSettingIds(tx, caseFile)
  const { icbId, socialCareId } = caseFile.area
  const serviceIds = [...new Set([...now.filter(({ part }) => part !== 'consulted-setting' && part !== 'school').map((one) => one.organisationId), ...advice.map((one) => one.organisationId), ...joining]
    .filter((id) => id !== null))].filter((id) => !settingIds.includes(id))
  const ids = [...new Set([...settingIds, ...serviceIds, ...(icbId === undefined ? [] : [icbId]), ...(socialCareId === undefined ? [] : [socialCareId])])]
  const organisations = await readOrganisations(tx, ids)
  const known = (id: OrganisationId | null | undefined): Organisation | undefined => (id === null || id === undefined ? undefined : organisations.get(id))
  const board = known(icbId)
  return {
    organisations,
    unreachable: advice.filter((one) => one.authorPersonId === null && one.organisationId === null).map((one) => one.authorName),
    people: {
      rightsHolder: rightsHolderOf(tx, caseFile), youngPerson: youngPersonOf(caseFile), parents: await listParents(tx, caseFile),
      settings: settingIds.flatMap((id) => known(id) ?? []).map(toSetting),
      ...(board === undefined ? {} : { healthBoard: { key: organisationKey(board.id), name: fullNameOf(board) } }),
      socialWorkers: advice.filter((one) => one.organisationId !== null && one.organisationId === socialCareId)
        .flatMap((one) => (one.authorPersonId === null ? [] : [{ key: personKey(one.authorPersonId), name: one.authorName }])),
      advisers: advice.flatMap((one): AdviserOnCase[] => {
        const at = known(one.organisationId)
        const key = one.authorPersonId !== null ? personKey(one.authorPersonId) : at === undefined ? undefined : organisationKey(at.id)
        // Somebody's school is met as a setting, by section I; it does not get the plan for having written a report.
        const service = at === undefined || settingIds.includes(at.id) ? {} : { organisation: { key: organisationKey(at.id), name: fullNameOf(at) } }
        return key === undefined ? [] : [{ key, name: one.authorName, adviceId: one.id, role: one.authorRole, ...service }]
      }),
      services: serviceIds.flatMap((id) => known(id) ?? []).filter(({ id }) => id !== icbId).map(toService),
    },
  }
}

const toSetting = (one: Organisation): SettingOnCase => {
  const senco = one.members.find(({ role }) => role === 'senco')
  return {
    key: organisationKey(one.id), name: one.name, ...(one.headName === undefined ? {} : { head: one.headName }),
    ...(senco === undefined ? {} : { senco: senco.name }),
  }
}

/** A service is met in a line by its own name or by what its people are called. */
const toService = (one: Organisation): ServiceOnCase => ({
  key: organisationKey(one.id), name: fullNameOf(one),
  staff: [...new Set([...(one.service === undefined ? [] : [one.service]), ...one.members.flatMap(({ profession }) => (profession === undefined ? [] : [profession]))])],
})

/** A deputy or attorney stands where the young person stands: the plan goes to both. */
function rightsHolderOf(tx: Tx, { rights }: CaseFile): PeopleOnCase['rightsHolder'] {
  return holderOf(rights, tx.today, 'sharing').holder === 'parent' ? 'parents' : 'young-person'
}

const youngPersonOf = ({ child }: CaseFile): PeopleOnCase['youngPerson'] =>
  ({ key: child.personId === undefined ? 'young-person' : personKey(child.personId), name: `${child.givenName} ${child.familyName}` })

async function listParents(tx: Tx, caseFile: CaseFile): Promise<ParentOnCase[]> {
  const rows = await tx.db.selectFrom('relationship as r').innerJoin('person as p', 'p.id', 'r.personId').selectAll('r').select('p.fullName')
    .where('r.localAreaId', '=', caseFile.localAreaId).where('r.childId', '=', caseFile.child.id).orderBy('p.fullName').execute()
  const parties = await tx.db.selectFrom('caseParty').select(['personId', 'basis', 'fromOn', 'toOn'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('part', 'in', ['parent', 'representative']).execute()
  const isYoungPersons = rightsHolderOf(tx, caseFile) === 'young-person'
  const standing = await standingsOf(tx, { localAreaId: caseFile.localAreaId, childId: caseFile.child.id })
  return rows.filter(({ personId }) => personId !== caseFile.child.personId).map((row): ParentOnCase => {
    const party = parties.find((one) => one.personId === row.personId && live(one.fromOn, one.toOn, tx.today))
    const isParty = party !== undefined
    // Once the young person holds the rights, a parent is on the case because the young person said so, or not at all.
    const lacksSay = isYoungPersons && isParty && !partsOfParent(caseFile.rights, row.personId, tx.today).some((part) => part === 'parent' || part === 'parent-plan')
    const inLaw = standing(row.personId)
    const isRestricted = inLaw.mayNotBeTold
    const why = isRestricted ? 'An order or a decision keeps the record from them' : !isParentInLaw(inLaw) ? 'Has neither parental responsibility nor care of the child' : !isParty ? 'Is not a party to the case today'
      : lacksSay ? 'The young person holds the rights, and it is not recorded that they agree' : undefined
    return {
      key: personKey(row.personId), name: row.fullName, maySee: isParty && mayBeTold(inLaw) && !lacksSay,
      // Care of the child counts as much as parental responsibility (Education Act 1996 s.576).
      isParentInLaw: isParentInLaw(inLaw), ...(why === undefined ? {} : { why }),
    }
  })
}

/** The settings asked about a place, and the one attended. */
async function listSettingIds(tx: Tx, caseFile: CaseFile): Promise<OrganisationId[]> {
  const asked = await tx.db.selectFrom('consultation').select('organisationId')
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('withdrawnAt', 'is', null).orderBy('sentOn').execute()
  const attended = await tx.db.selectFrom('childSetting').select(['organisationId', 'fromOn', 'toOn'])
    .where('localAreaId', '=', caseFile.localAreaId).where('childId', '=', caseFile.child.id).execute()
  return [...new Set([...asked, ...attended.filter(({ fromOn, toOn }) => live(fromOn, toOn, tx.today))].flatMap(({ organisationId }) => organisationId ?? []))]
}

/** Professionals whose advice stands; the family's own views are not advice of a recipient. */
async function listAdvisers(tx: Tx, caseFile: CaseFile) {
  return tx.db.selectFrom('advice').select(['id', 'authorName', 'authorRole', 'authorPersonId', 'organisationId'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('state', 'in', ['given', 'accepted'])
    .where('kind', 'not in', ['parental', 'child-views']).orderBy('item').orderBy('dated').orderBy('id').execute()
}

/** Bodies that somebody may add by hand: on the case at some time, or a service of this area. Never a typed address. */
export async function listBodiesToAdd(tx: Tx, caseFile: CaseFile): Promise<{ id: OrganisationId; name: string }[]> {
  const rows = await tx.db.selectFrom('organisation as o').select(['o.id', 'o.name', 'o.service'])
    .where((eb) => eb.or([
      eb('o.localAreaId', '=', caseFile.localAreaId),
      eb.exists(eb.selectFrom('caseParty as p').select('p.id').whereRef('p.organisationId', '=', 'o.id')
        .where('p.localAreaId', '=', caseFile.localAreaId).where('p.caseId', '=', caseFile.id)),
      eb.exists(eb.selectFrom('adviceRequest as r').select('r.id').whereRef('r.askedOrganisationId', '=', 'o.id')
        .where('r.localAreaId', '=', caseFile.localAreaId)),
    ])).orderBy('o.name').orderBy('o.service').execute()
  return rows.map(({ id, name, service }) => ({ id, name: service === null ? name : `${service}, ${name}` }))
}

export interface NameableSetting {
  readonly id: OrganisationId
  readonly name: string
  readonly settingType?: string
  /** What is known of it: "answered", "not asked". */
  readonly about: string
}

/** Settings that section I could name: those asked about a place, those that the family asked for, and the one attended. */
export async function listNameableSettings(tx: Tx, caseFile: CaseFile): Promise<NameableSetting[]> {
  const consultations = await listOpenConsultations(tx, caseFile)
  const wishes = await tx.db.selectFrom('wish').select('organisationId').where('localAreaId', '=', caseFile.localAreaId)
    .where('caseId', '=', caseFile.id).where('kind', '=', 'setting').where('organisationId', 'is not', null).execute()
  const ids = [...new Set([...consultations.map(({ organisationId }) => organisationId), ...await listSettingIds(tx, caseFile),
    ...wishes.flatMap(({ organisationId }) => organisationId ?? [])])]
  const known = await readOrganisations(tx, ids)
  const about = { answered: 'has answered', open: 'has not answered yet', 'time-passed': 'did not answer in time' } as const
  return ids.flatMap((id) => known.get(id) ?? []).map(({ id, name, settingType }) => {
    const asked = consultations.find(({ organisationId }) => organisationId === id)
    return {
      id, name, about: asked === undefined ? 'has not been asked' : about[asked.state],
      ...(settingType === undefined ? {} : { settingType }),
    }
  })
}

export interface Findable {
  /** personKey or organisationKey. */
  readonly key: string
  readonly name: string
  readonly about: string
}

/** People who work in a body, and bodies, whose names hold these words: whom the plan could be sent to. At most `limit` of each. */
export async function findRecipients(tx: Tx, words: string, limit: number): Promise<Findable[]> {
  const likes = words.split(/\s+/u).filter((one) => one !== '').map((word) => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)
  if (likes.length === 0) return []
  let people = tx.db.selectFrom('membership as m').innerJoin('person as p', 'p.id', 'm.personId').innerJoin('organisation as o', 'o.id', 'm.organisationId')
    .select(['p.id', 'p.fullName', 'p.profession', 'o.name', 'o.service']).distinctOn(['p.fullName', 'p.id'])
    .where('o.kind', '!=', 'council').where('m.fromOn', '<=', tx.today).where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', tx.today)]))
    .orderBy('p.fullName').orderBy('p.id').orderBy('m.fromOn').limit(limit)
  let bodies = tx.db.selectFrom('organisation as o').select(['o.id', 'o.name', 'o.service', 'o.settingType']).where('o.kind', '!=', 'council')
    .orderBy('o.name').orderBy('o.service').orderBy('o.id').limit(limit)
  for (const like of likes) {
    people = people.where((eb) => eb.or([eb('p.fullName', 'ilike', like), eb('p.profession', 'ilike', like)]))
    bodies = bodies.where((eb) => eb.or([eb('o.name', 'ilike', like), eb('o.service', 'ilike', like)]))
  }
  const nameOf = ({ name, service }: { name: string; service: string | null }): string => (service === null ? name : `${service}, ${name}`)
  return [
    ...(await people.execute()).map((row) => ({ key: personKey(row.id), name: row.fullName, about: [row.profession, nameOf(row)].filter(Boolean).join(', ') })),
    ...(await bodies.execute()).map((row) => ({ key: organisationKey(row.id), name: nameOf(row), about: row.settingType === null ? 'the whole service' : row.settingType })),
  ]
}

/** Somebody who works in a body today, with that body; the first that they came to where there are several. */
export async function findWorker(tx: Tx, personId: PersonId): Promise<{ name: string; role: string; organisation: Organisation } | undefined> {
  const row = await tx.db.selectFrom('membership as m').innerJoin('person as p', 'p.id', 'm.personId').innerJoin('organisation as o', 'o.id', 'm.organisationId')
    .select(['p.fullName', 'p.profession', 'm.role', 'm.organisationId']).where('m.personId', '=', personId).where('o.kind', '!=', 'council')
    .where('m.fromOn', '<=', tx.today).where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', tx.today)]))
    .orderBy('m.fromOn').limit(1).executeTakeFirst()
  const organisation = row === undefined ? undefined : (await readOrganisations(tx, [row.organisationId])).get(row.organisationId)
  return row === undefined || organisation === undefined ? undefined : { name: row.fullName, role: row.profession ?? row.role, organisation }
}
