import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { sql } from 'kysely'
import { aCase } from '../../../test/builders/a-case.ts'
import { consulted, onCase, servedDraft } from '../../../test/builders/waited-for.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { Visitor, aHub } from '../../../test/harness/hub.ts'
import { createApp } from '../../app.ts'
import { closeConsultation } from '../../casebook/consultations.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import type { ConsultationId } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'
import { demoAreaId, demoPersonId } from '../demo/seed-world.ts'
import { chaseConsultation, chaseLateConsultations } from './consultation/chase-consultation.ts'

describe('chasing settings whose answer is late', () => {
  let hub: Hub
  let key: CaseKey
  let fernside: ConsultationId
  before(async () => {
    hub = await aHub({ now: '2027-03-01T10:00:00.000Z' })
    key = await aCase(hub, { at: 'drafting', parents: ['shno'] })
    await servedDraft(hub, key, '2027-03-01')
    fernside = await consulted(hub, key, 'fernside', 'Fernside School')
    await consulted(hub, key, 'hallowcross', 'Hallowcross Academy')
  })
  after(() => hub.close())

  const run = (): Promise<void> => chaseLateConsultations.run({ house: hub.house, viewer: system, page: 'job' }, {})
  const on = async (moment: string): Promise<void> => {
    hub.setNow(moment)
    await Promise.all([run(), run()])
    await run()
  }
  const chases = async (): Promise<Record<string, number>> =>
    Object.fromEntries((await hub.fresh.db.selectFrom('consultation as c').innerJoin('organisation as o', 'o.id', 'c.organisationId').select(['o.name', 'c.chasedAt']).orderBy('o.name').execute()).map(({ name, chasedAt }) => [name, chasedAt.length]))

  it('begins the day after the last day, by day alone, once whatever runs twice', async () => {
    await on('2027-03-16T10:00:00.000Z')
    await on('2027-03-17T07:30:00.000Z')
    assert.deepEqual(await chases(), { 'Fernside School': 0, 'Hallowcross Academy': 0 })
    await on('2027-03-17T08:00:00.000Z')
    assert.deepEqual(await chases(), { 'Fernside School': 1, 'Hallowcross Academy': 1 })
    await hub.work()
    const bodies = hub.carrier.carried.filter(({ subject }) => subject === 'A reminder about a consultation')
    assert.deepEqual(bodies.map(({ to }) => to).toSorted(), ['fernside@example.org', 'hallowcross@example.org'])
    for (const { body } of bodies) assert.doesNotMatch(body, /Rewan|Tahsin|Fernside|Larkfell|Hallowcross/)
  })

  it('goes on every five days; an officer may at any time, and counts', async () => {
    hub.setNow('2027-03-19T10:00:00.000Z')
    const officer = await hub.occasion('hattie')
    assert.ok((await chaseConsultation(officer, key, { consultationId: fernside })).ok)
    await on('2027-03-22T10:00:00.000Z')
    assert.deepEqual(await chases(), { 'Fernside School': 2, 'Hallowcross Academy': 2 })
    await on('2027-03-18T10:00:00.000Z')
    await on('2027-03-24T10:00:00.000Z')
    assert.deepEqual(await chases(), { 'Fernside School': 3, 'Hallowcross Academy': 2 })
  })

  it('stops where the area does not want it, and when the consultation is closed', async () => {
    await hub.fresh.db.insertInto('automaticChase').values({ localAreaId: demoAreaId('wendmere'), kind: 'consultation', isOn: false, reason: 'We phone', changedBy: demoPersonId('meera'), changedAt: hub.house.clock.now() }).execute()
    await on('2027-04-05T10:00:00.000Z')
    assert.deepEqual(await chases(), { 'Fernside School': 3, 'Hallowcross Academy': 2 })
    await hub.fresh.db.insertInto('automaticChase').values({ localAreaId: demoAreaId('wendmere'), kind: 'consultation', isOn: true, reason: 'Again', changedBy: demoPersonId('meera'), changedAt: hub.house.clock.now() }).execute()
    await onCase(hub, key, (tx, caseFile) => closeConsultation(tx, caseFile, fernside, 'Not needed'))
    await on('2027-04-05T11:00:00.000Z')
    assert.deepEqual(await chases(), { 'Fernside School': 3, 'Hallowcross Academy': 3 })
    const late = await chaseConsultation(await hub.occasion('hattie'), key, { consultationId: fernside })
    assert.ok(!late.ok && late.refusal.kind === 'closed')
  })

  it('acts once for one press, also when the web process is restarted between its being sent and sent again', async () => {
    hub.setNow('2027-04-06T10:00:00.000Z')
    let app = hub.app
    // A browser that stays open while the process behind it is another.
    const officer = new Visitor({ inject: (options: InjectOptions) => app.inject(options) } as unknown as FastifyInstance, [])
    await officer.get(paths.signInDemo())
    await officer.submit({ person: demoPersonId('hattie') })
    await officer.get(paths.consultSettings(key))
    const once = officer.fieldsOf(officer.form('/chase')).get('_once') ?? []
    await officer.submit({ _once: once }, { to: '/chase' })
    app = await createApp(hub.house, {
      secret: 'a secret for tests only', ownArea: 'wendmere', isSecure: false, assetsDir: mkdtempSync(path.join(os.tmpdir(), 'hub-assets-')),
      assets: { stylesheet: '/assets/hub.css', script: '/assets/hub.js' }, onFault: (fault) => { throw fault },
    })
    await officer.get(paths.consultSettings(key))
    await officer.submit({ _once: once }, { to: '/chase' })
    assert.equal(officer.status, 200)
    assert.equal((await chases())['Hallowcross Academy'], 4)
    await app.close()
    await hub.fresh.db.updateTable('consultation').set({ chasedAt: sql`trim_array(chased_at, 1)` }).where('id', '<>', fernside).execute()
  })

  it('ends after six', async () => {
    for (const day of ['10', '15', '20', '25', '30']) await on(`2027-04-${day}T10:00:00.000Z`)
    await on('2027-05-20T10:00:00.000Z')
    assert.equal((await chases())['Hallowcross Academy'], 6)
    const facts = await hub.fresh.db.selectFrom('fact').select('recordedBy').where('type', '=', 'consultation-chased').execute()
    assert.equal(facts.length, 10)
    assert.equal(facts.filter(({ recordedBy }) => recordedBy !== null).length, 2)
  })
})
