import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub, textOf } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'
import { demoOrganisationId, demoPersonId } from '../demo/seed-world.ts'

const rowsOf = async (hub: Hub, key: CaseKey) =>
  hub.fresh.db.selectFrom('adviceRequest').selectAll().where('caseId', '=', key.caseId as never).orderBy('item').execute()
const person = (key: string, at: string): string => `person:${demoPersonId(key)}:${demoOrganisationId(at)}`

describe('asking for advice', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now: '2026-10-12T09:00:00.000Z' }) })
  after(() => hub.close())

  it('ticks all that the law requires, shows what each will get, then sends each its own', async () => {
    const key = await aCase(hub, { at: 'assessing', receivedOn: '2026-09-14' })
    const officer = await (await hub.as('hattie')).get(paths.askForAdvice(key))
    const ticked = officer.fieldsOf(officer.form()).get('ask') ?? []
    assert.deepEqual(ticked, ['s19', `a:${demoPersonId('hoshang')}`, `a:${demoPersonId('shno')}`, 'b', 'c', 'd', 'e'])
    assert.match(officer.text, /7 requests are ready/)
    assert.match(officer.text, /Asks Educational psychology/)
    assert.equal(officer.root.querySelectorAll('main details[open]').length, 0, 'what rarely changes is folded away')
    await officer.submit({ 'to-d': person('imogen', 'ep-service'), 'note-d': 'Please see him with a Sorani interpreter.', 'kind-f1': 'therapy', 'to-f1': `service:${demoOrganisationId('slt')}` })
    assert.equal(officer.heading, 'Check what each of them will get')
    assert.match(officer.text, /To Dr Imogen Petrie/)
    assert.match(officer.text, /Please see him with a Sorani interpreter/)
    assert.match(officer.text, /23 November 2026/)
    assert.equal((await rowsOf(hub, key)).length, 0)
    await officer.submit({}, { button: 'Send 8 requests' })
    assert.match(officer.text, /The requests for advice have been sent/)
    const rows = await rowsOf(hub, key)
    assert.deepEqual(rows.map(({ item, state, dueOn }) => [item, state, dueOn]), ['a', 'a', 'b', 'c', 'd', 'e', 'f', 's19'].map((item) => [item, 'asked', '2026-11-23']))
    const outgoing = await hub.fresh.db.selectFrom('outgoing').select(['subject', 'body']).where('caseId', '=', key.caseId as never).execute()
    assert.ok(outgoing.length >= 8)
    for (const { subject, body } of outgoing) assert.doesNotMatch(subject + body, /Rewan|Tahsin|Larkfell/)
    assert.doesNotMatch(officer.text, /nobody has been asked yet/)
    assert.match(officer.text, /counted from sending until receipt is confirmed/)
  })

  it('says what is still to be asked, and keeps a wrong form as typed', async () => {
    const key = await aCase(hub, { at: 'assessing', receivedOn: '2026-09-14' })
    const officer = await (await hub.as('hattie')).get(paths.adviceList(key))
    assert.match(officer.text, /nobody has been asked yet:.*Educational psychology \(regulation 6\(1\)\(d\)\)/)
    await officer.get(paths.askForAdvice(key))
    await officer.submit({ 'to-c': '', 'who-h1': 'Dr Sunder Vale, private psychologist', 'answer-h1': 'no', 'note-d': 'A note that stays' })
    assert.equal(officer.status, 422)
    assert.deepEqual(officer.errors, ['Choose who to ask: a health care professional identified by the responsible commissioning body', 'Enter the reasons for the answer'])
    assert.deepEqual(officer.fieldsOf(officer.form()).get('note-d'), ['A note that stays'])
    const open = officer.root.querySelectorAll('main details[open] summary').map(textOf)
    assert.deepEqual(open, ['Change who is asked, or add a note: Medical advice', 'The family asked for somebody (regulation 6(1)(h))'], 'what is wrong is in sight')
    await officer.submit({ ask: [], 'who-h1': '', 'answer-h1': '', 'reasons-h1': '' })
    assert.deepEqual(officer.errors, ['Tick at least one request to send'])
  })

  it('answers a family’s wish with reasons that the family can read', async () => {
    const key = await aCase(hub, { at: 'assessing', receivedOn: '2026-09-14' })
    const officer = await (await hub.as('hattie')).get(paths.askForAdvice(key))
    await officer.submit({ ask: [], 'who-h1': 'A music therapist', 'answer-h1': 'no', 'reasons-h1': 'No music therapist has worked with him.' })
    await officer.submit({}, { button: 'Record the answer' })
    const mother = await (await hub.as('shno')).get(paths.adviceList(key))
    assert.match(mother.text, /A music therapist: no\. No music therapist has worked with him\./)
  })

  it('encloses what the family gave unless there is a reason not to', async () => {
    const key = await aCase(hub, { at: 'assessing', receivedOn: '2026-09-14' })
    const { localAreaId } = await hub.fresh.db.selectFrom('caseFile').select('localAreaId').where('id', '=', key.caseId as never).executeTakeFirstOrThrow()
    const kept = await hub.house.files.keep(new TextEncoder().encode('A letter'))
    const id = hub.house.newId<never>()
    await hub.fresh.db.insertInto('document').values({
      scanState: 'clean',
      localAreaId, id, caseId: key.caseId as never, title: 'Letter of his aunt', fileName: 'aunt.txt', contentType: 'text/plain', kind: 'evidence', ...kept,
      uploadedBy: demoPersonId('shno'), uploadedAt: hub.house.clock.now(),
    }).execute()
    const officer = await (await hub.as('hattie')).get(paths.askForAdvice(key))
    assert.deepEqual(officer.fieldsOf(officer.form()).get('documents'), [id])
    await officer.submit({ ask: ['d'], documents: [] })
    assert.deepEqual(officer.errors, ['Say why something that the family gave is left out, or tick it again'])
    await officer.submit({ documents: [id] })
    await officer.submit({}, { button: 'Send 1 request' })
    const [request] = await rowsOf(hub, key)
    assert.deepEqual(request?.documentIds, [id])
    const adviser = await (await hub.as('imogen')).get(paths.adviceRequest({ ...key, adviceRequestId: request?.id ?? '' }))
    await adviser.follow('Letter of his aunt')
    assert.equal(adviser.body, 'A letter')
    const school = await (await hub.as('debra')).get(paths.adviceEnclosure({ ...key, adviceRequestId: request?.id ?? '', documentId: id }))
    assert.equal(school.status, 404)
  })

  it('sends once when the form is sent twice, and refuses the same request to the same person', async () => {
    const key = await aCase(hub, { at: 'assessing', receivedOn: '2026-09-14' })
    const officer = await (await hub.as('hattie')).get(paths.askForAdvice(key))
    await officer.submit({ ask: ['d'] })
    const once = officer.fieldsOf(officer.form()).get('_once') ?? []
    const again = await (await hub.as('hattie')).get(paths.askForAdvice(key))
    await again.submit({ ask: ['d'] })
    await officer.submit({ _once: once }, { button: 'Send 1 request' })
    await again.submit({}, { button: 'Send 1 request' })
    assert.equal(again.status, 422)
    assert.match(again.errors[0] ?? '', /has been asked for this already/)
    assert.equal((await rowsOf(hub, key)).length, 1)
  })

  it('is closed before the decision to assess, and says so', async () => {
    const key = await aCase(hub)
    const officer = await (await hub.as('hattie')).get(paths.askForAdvice(key))
    assert.match(officer.text, /not open at the stage the case is at now/)
    const parent = await (await hub.as('shno')).get(paths.askForAdvice(key))
    assert.equal(parent.status, 403)
    for (const stranger of ['idwal', 'kerry', 'aled']) {
      const visitor = await (await hub.as(stranger)).get(paths.adviceList(key))
      assert.ok(visitor.status === 404 || visitor.status === 403, `${stranger} got ${visitor.status}`)
    }
  })
})

describe('a request for advice on its way', () => {
  let hub: Hub
  let key: CaseKey
  let adviceRequestId: string
  before(async () => {
    hub = await aHub({ now: '2026-10-12T09:00:00.000Z' })
    key = await aCase(hub, { at: 'assessing', receivedOn: '2026-09-14' })
    const officer = await (await hub.as('hattie')).get(paths.askForAdvice(key))
    await officer.submit({ ask: ['d'], 'to-d': `service:${demoOrganisationId('ep-service')}` })
    await officer.submit({}, { button: 'Send 1 request' })
    adviceRequestId = (await rowsOf(hub, key))[0]?.id ?? ''
    hub.setNow('2026-10-16T09:00:00.000Z')
  })
  after(() => hub.close())

  it('counts six weeks from the day on which it arrived, never before it was sent or after today', async () => {
    const adviser = await (await hub.as('tamsin')).get(paths.adviceInbox())
    assert.match(adviser.text, /In your service’s inbox/)
    await adviser.follow('Rewan Tahsin')
    for (const [day, error] of [['11', 'The day it arrived must be 12 October 2026, when it was sent, or later'], ['17', 'The day it arrived must be 16 October 2026 or earlier']] as const) {
      await adviser.submit({ 'receivedOn-day': day, 'receivedOn-month': '10', 'receivedOn-year': '2026' }, { to: '/confirm' })
      assert.deepEqual(adviser.errors, [error])
      assert.deepEqual(adviser.fieldsOf(adviser.form('/confirm')).get('receivedOn-day'), [day])
    }
    await adviser.submit({ 'receivedOn-day': '14', 'receivedOn-month': '10', 'receivedOn-year': '2026' }, { to: '/confirm' })
    assert.match(adviser.text, /Due 25 November 2026\./)
  })

  it('is taken by one of the service, and then stands with them', async () => {
    const first = await (await hub.as('tamsin')).get(paths.adviceRequest({ ...key, adviceRequestId }))
    const second = await (await hub.as('ruairi')).get(paths.adviceRequest({ ...key, adviceRequestId }))
    await first.submit({}, { to: '/take' })
    assert.match(first.text, /This request is yours now/)
    await second.submit({}, { to: '/take' })
    assert.equal(second.status, 422)
    assert.equal(second.link('Tamsin Broadribb has taken this request'), '#main-content', 'there is no form to lead to any more')
    await second.get(paths.adviceInbox())
    assert.match(second.text, /With your colleagues.*Tamsin Broadribb/)
  })

  it('shows lateness to all and can be chased, with the moment on the list', async () => {
    hub.setNow('2026-11-28T09:00:00.000Z')
    const officer = await (await hub.as('hattie')).get(paths.adviceList(key))
    assert.match(officer.text, /3 days late/)
    await officer.get(paths.adviceRequest({ ...key, adviceRequestId }))
    await officer.submit({}, { to: '/chase' })
    assert.match(officer.text, /Chased: 28 November 2026/)
    const mother = await (await hub.as('shno')).get(paths.adviceList(key))
    assert.match(mother.text, /3 days late/)
    const adviser = await (await hub.as('tamsin')).get(paths.adviceInbox())
    assert.match(adviser.text, /3 days late/)
    assert.match(adviser.text, /1 request is open: 1 late \(it was due on 25 November 2026\)/)
  })

  it('lets only a manager go on without it, with a reason', async () => {
    const officer = await (await hub.as('hattie')).get(paths.excuseAdvice({ ...key, adviceRequestId }))
    assert.equal(officer.status, 403)
    const manager = await (await hub.as('meera')).get(paths.excuseAdvice({ ...key, adviceRequestId }))
    await manager.submit({ reason: 'No' })
    assert.deepEqual(manager.errors, ['Enter the reason in a sentence or more'])
    await manager.submit({ reason: 'The service has nobody until January; two others were asked.' })
    assert.match(manager.text, /Going on without it/)
    await manager.get(paths.adviceRequest({ ...key, adviceRequestId }))
    assert.match(manager.text, /Meera Chaudry: The service has nobody until January/)
  })

  it('can be withdrawn, and whoever was on the case for it alone leaves it', async () => {
    const officer = await (await hub.as('hattie')).get(paths.askForAdvice(key))
    await officer.submit({ ask: ['c'], 'to-c': person('soraya', 'paediatrics') })
    await officer.submit({}, { button: 'Send 1 request' })
    const request = (await rowsOf(hub, key)).find(({ item }) => item === 'c')
    const doctor = await (await hub.as('soraya')).get(paths.adviceRequest({ ...key, adviceRequestId: request?.id ?? '' }))
    assert.equal(doctor.status, 200)
    await officer.get(paths.adviceRequest({ ...key, adviceRequestId: request?.id ?? '' }))
    await officer.submit({ reason: '' }, { to: '/withdraw' })
    assert.deepEqual(officer.errors, ['Enter why the request is withdrawn'])
    await officer.submit({ reason: 'Another doctor knows him' }, { to: '/withdraw' })
    assert.match(officer.text, /Another doctor knows him/)
    await doctor.get(doctor.url)
    assert.equal(doctor.status, 404)
  })
})
