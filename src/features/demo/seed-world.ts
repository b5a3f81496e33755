/* oxlint-disable no-restricted-imports, no-restricted-properties -- fills an empty database before there is anybody to act */
// Puts the demonstration area's bodies and people into an empty database. Ids follow from the keys, so that tests and
// links can name them; a second run adds nothing.

import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import { addDays, plainDateOf } from '../../domain/calendar/plain-date.ts'
import { londonDateOf } from '../../domain/calendar/london-date.ts'
import type { LocalAreaId, OrganisationId, PersonId } from '../../domain/ids.ts'
import type { Database } from '../../platform/db/schema.ts'
import { demoAreas, demoOrganisations, demoPeople } from './world.ts'

/** A steady UUID for a key of the demonstration world. */
function idOf(key: string): string {
  const hex = createHash('sha256').update(`golden-thread-demo/${key}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const demoAreaId = (key: string): LocalAreaId => idOf(`area/${key}`) as LocalAreaId
export const demoOrganisationId = (key: string): OrganisationId => idOf(`organisation/${key}`) as OrganisationId
export const demoPersonId = (key: string): PersonId => idOf(`person/${key}`) as PersonId

const from: PlainDate = plainDateOf('2024-09-01')

/** The school's review of access is nearly due, the therapy service's is late: so that there is something to look at. */
export async function seedWorld(database: Kysely<Database>, now: Instant): Promise<void> {
  const today = londonDateOf(now)
  await database.transaction().execute(async (db) => {
    await db.insertInto('localArea').values(demoAreas.map((area) => ({
      id: demoAreaId(area.key), code: area.key, name: area.name, councilName: area.councilName, officerTitle: area.officerTitle,
      contacts: JSON.stringify(area.contacts),
    }))).onConflict((conflict) => conflict.doNothing()).execute()
    await db.insertInto('organisation').values(demoOrganisations.map((organisation) => ({
      id: demoOrganisationId(organisation.key), kind: organisation.kind, name: organisation.name, service: organisation.service ?? null,
      localAreaId: organisation.area === undefined ? null : demoAreaId(organisation.area), urn: organisation.urn ?? null,
      odsCode: organisation.odsCode ?? null, settingType: organisation.settingType ?? null, headName: organisation.headName ?? null,
      email: `${organisation.key}@example.org`, phone: '01632 960110',
    }))).onConflict((conflict) => conflict.doNothing()).execute()
    await db.updateTable('localArea').set({
      icbOrganisationId: demoOrganisationId('icb'), socialCareOrganisationId: demoOrganisationId('social-care'),
    }).execute()
    await db.insertInto('person').values(demoPeople.map((person, index) => ({
      id: demoPersonId(person.key), fullName: person.name, email: `${person.key}@example.org`,
      phone: `01632 960${String(200 + index)}`, profession: person.profession ?? null, registration: person.registration ?? null,
      canSignIn: true, createdAt: now,
    }))).onConflict((conflict) => conflict.doNothing()).execute()
    await db.insertInto('membership').values(demoPeople.flatMap((person) => person.roles.map(({ role, at }) => ({
      id: idOf(`membership/${person.key}/${role}/${at}`), personId: demoPersonId(person.key),
      organisationId: demoOrganisationId(at), role, fromOn: from, confirmedOn: addDays(today, at === 'larkfell' ? -88 : at === 'slt' ? -106 : -20),
    })))).onConflict((conflict) => conflict.doNothing()).execute()
  })
}
