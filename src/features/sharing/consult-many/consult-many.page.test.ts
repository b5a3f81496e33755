import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { onCase } from '../../../../test/builders/a-maintained-case.ts'
import { anIssuedPlan } from '../../../../test/builders/an-issued-plan.ts'
import type { Hub } from '../../../../test/harness/hub.ts'
import { aHub } from '../../../../test/harness/hub.ts'
import type { CaseKey } from '../../../casebook/open-case-file.ts'
import { plainDateOf } from '../../../domain/calendar/plain-date.ts'
import type { ReviewId } from '../../../domain/ids.ts'
import { demoAreaId, demoOrganisationId, demoPersonId } from '../../demo/seed-world.ts'
import { paths } from '../../../paths.ts'

describe('consulting settings for several children', () => {
  let hub: Hub
  let ready: CaseKey[]
  let notYet: CaseKey
  before(async () => {
    hub = await aHub({ now: '2027-01-12T10:00:00.000Z' })
    const keys = [await anIssuedPlan(hub), await anIssuedPlan(hub), await anIssuedPlan(hub)]
    for (const key of keys) {
      await hub.fresh.db.insertInto('phaseTransfer').values({ localAreaId: demoAreaId('wendmere'), id: hub.house.newId<string>(), caseId: key.caseId as never, year: 2028, standing: 'moves', kind: 'primary-to-secondary', because: 'last-year', strictOn: plainDateOf('2028-02-14'), madeAt: hub.house.clock.now() }).execute()
    }
    ready = keys.slice(0, 2)
    notYet = keys[2] as CaseKey
    for (const key of ready) await onCase(hub, key, (record, newId) => record({ type: 'review-meeting-arranged', reviewId: newId<ReviewId>(), meetingOn: plainDateOf('2027-02-01'), noInstitution: false }, hub.house.clock.today()))
  })
  after(() => hub.close())
  const url = paths.consultMany({ area: 'wendmere' }, { year: 2028 })
  const hallowcross = demoOrganisationId('hallowcross')
  const consultations = async () => hub.fresh.db.selectFrom('consultation').select(['caseId', 'organisationId', 'versionId']).where('organisationId', '=', hallowcross).execute()

  it('offers those whose plan may be shared, and says of the others why not', async () => {
    const officer = await (await hub.as('hattie')).get(url)
    assert.equal(officer.root.querySelectorAll('input[name=children]').length, 2)
    assert.match(officer.words, /1 child who cannot be chosen yet/)
    assert.match(officer.words, /A review or an amendment has to be under way before settings are asked/)
    await officer.submit({ step: 'check' })
    assert.deepEqual([officer.status, officer.errors], [422, ['Select at least one child', 'Select at least one setting', 'Select whether reports go along']])
  })

  it('shows what would be sent for each, sends once, and keeps each refusal beside its child', async () => {
    const officer = await (await hub.as('hattie')).get(url)
    await officer.submit({ children: ready.map(({ caseId }) => caseId), settings: [hallowcross], withReports: 'yes', step: 'check' })
    assert.equal(officer.heading, 'Check what will be sent')
    assert.match(officer.words, /2 notices for 2 children, to Hallowcross Academy/)
    assert.match(officer.words, /The plan in force, version \d+ Reports about Rewan Tahsin Educational advice: Debra Llewellyn-Hart/)
    assert.doesNotMatch(officer.words, /Shno Tahsin, 29 October/, 'the family’s own words go along from the case alone')
    const second = ready[1] as CaseKey
    const all = officer.fieldsOf(officer.form()).get(`reports-${second.caseId}`) ?? []
    assert.equal(all.length, 5)
    assert.equal((await consultations()).length, 0)
    // Between the check and the sending a colleague asks about one of them from the case.
    const first = ready[0] as CaseKey
    const alone = await (await hub.as('leona')).get(paths.consultSettings(first))
    await alone.submit({ settings: [hallowcross], step: 'send' })
    assert.equal((await consultations()).length, 1)
    await officer.submit({ [`reports-${second.caseId}`]: all.slice(1), step: 'send' })
    assert.equal(officer.heading, 'Consultations sent for several children')
    assert.match(officer.words, /2 children: 1 sent, 1 not sent, 0 waiting/)
    assert.match(officer.words, /Each of these settings has been asked about this child already/)
    const sent = await consultations()
    assert.deepEqual(sent.map(({ caseId }) => caseId).toSorted(), ready.map(({ caseId }) => caseId).toSorted())
    const { adviceIds } = await hub.fresh.db.selectFrom('consultation').select('adviceIds').where('caseId', '=', second.caseId as never).where('organisationId', '=', hallowcross).executeTakeFirstOrThrow()
    assert.deepEqual([...adviceIds].toSorted(), all.slice(1).toSorted(), 'the reports that were chosen for this child')
    const finals = await hub.fresh.db.selectFrom('planVersion').select('id').where('kind', '=', 'final').execute()
    assert.ok(sent.every(({ versionId }) => finals.some(({ id }) => id === versionId)), 'the plan in force is what they are asked about')
    const facts = await hub.fresh.db.selectFrom('fact').select(['recordedBy']).where('type', '=', 'setting-consulted').where('caseId', '=', (ready[1] as CaseKey).caseId as never).execute()
    assert.equal(facts.at(-1)?.recordedBy, demoPersonId('hattie'), 'each act is hers, not the program’s')
  })

  it('goes on after a break where it stopped, and sends nothing twice', async () => {
    const items = await hub.fresh.db.selectFrom('bulkConsultationItem').select(['id', 'bulkId', 'state']).execute()
    const sent = items.find(({ state }) => state === 'sent')
    // As if the process had died after the act and before it was noted.
    await hub.fresh.db.updateTable('bulkConsultationItem').set({ state: 'waiting', settledAt: null }).where('id', '=', sent?.id ?? '').execute()
    const progress = paths.consultedMany({ area: 'wendmere', bulkId: sent?.bulkId ?? '' })
    const other = await (await hub.as('leona')).get(progress)
    assert.match(other.words, /Hattie Greaves began this and goes on with it/)
    const count = (await consultations()).length
    const officer = await (await hub.as('hattie')).get(progress)
    assert.match(officer.words, /1 waiting/)
    await officer.submit({})
    assert.match(officer.words, /1 sent, 1 not sent, 0 waiting/)
    assert.equal((await consultations()).length, count)
  })

  it('refuses a child whose plan is in force with nothing under way', async () => {
    const officer = await (await hub.as('hattie')).get(url)
    // It is not offered: what is sent by hand is refused all the same.
    await officer.request('POST', url, { children: notYet.caseId, settings: demoOrganisationId('fernside'), withReports: 'no', step: 'send', year: '2028' })
    const item = await hub.fresh.db.selectFrom('bulkConsultationItem').select(['state', 'because']).where('caseId', '=', notYet.caseId as never).executeTakeFirstOrThrow()
    assert.deepEqual([item.state, item.because], ['refused', 'A review or an amendment has to be under way before settings are asked'])
  })

  it('is for officers of the area', async () => {
    for (const who of ['tom', 'debra', 'shno', 'aled']) assert.ok([403, 404].includes((await (await hub.as(who)).get(url)).status), who)
  })
})

describe('a consultation of several that is taken back', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now: '2027-01-12T10:00:00.000Z', recallMinutes: 10 }) })
  after(() => hub.close())

  it('is not said to be sent, and can be sent again', async () => {
    hub.setNow('2027-01-11T10:00:00.000Z')
    const key = await anIssuedPlan(hub)
    hub.setNow('2027-01-12T10:00:00.000Z')
    await hub.fresh.db.insertInto('phaseTransfer').values({ localAreaId: demoAreaId('wendmere'), id: hub.house.newId<string>(), caseId: key.caseId as never, year: 2028, standing: 'moves', kind: 'primary-to-secondary', because: 'last-year', strictOn: plainDateOf('2028-02-14'), madeAt: hub.house.clock.now() }).execute()
    await onCase(hub, key, (record, newId) => record({ type: 'review-meeting-arranged', reviewId: newId<ReviewId>(), meetingOn: plainDateOf('2027-02-01'), noInstitution: false }, hub.house.clock.today()))
    const officer = await (await hub.as('hattie')).get(paths.consultMany({ area: 'wendmere' }, { year: 2028 }))
    await officer.submit({ children: [key.caseId], settings: [demoOrganisationId('hallowcross')], withReports: 'no', step: 'check' })
    await officer.submit({ step: 'send' })
    assert.match(officer.words, /1 child: 1 sent, 0 not sent, 0 waiting/)
    const progress = officer.url
    const { id } = await hub.fresh.db.selectFrom('sending').select('id').where('act', '=', 'consult-setting').executeTakeFirstOrThrow()
    await officer.get(paths.caseOverview(key))
    await officer.request('POST', paths.held({ ...key, sendingId: id }), { reason: 'The wrong setting.' })
    await officer.get(progress)
    assert.match(officer.words, /0 sent, 0 not sent, 1 taken back before it left, 0 waiting/)
    await officer.get(paths.consultMany({ area: 'wendmere' }, { year: 2028 }))
    await officer.submit({ children: [key.caseId], settings: [demoOrganisationId('hallowcross')], withReports: 'no', step: 'check' })
    assert.match(officer.words, /1 notice for 1 child/)
  })
})
