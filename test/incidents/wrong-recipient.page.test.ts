// A right person sends a wrong thing, or the right thing to a wrong person.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { openCaseFile } from '../../src/casebook/open-case-file.ts'
import { read } from '../../src/casebook/tx.ts'
import { demoAreaId, demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import { aDraft } from '../builders/a-small-draft.ts'
import { anIssuedPlan } from '../builders/an-issued-plan.ts'
import type { Hub, Visitor } from '../harness/hub.ts'
import { aHub } from '../harness/hub.ts'

const localAreaId = demoAreaId('wendmere')
const thread = (key: CaseKey, who: string): string => paths.caseThread({ ...key, personId: demoPersonId(who) })
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })

describe('a wrong thing on its way', () => {
  let hub: Hub
  let key: CaseKey
  let officer: Visitor
  before(async () => {
    hub = await aHub({ recallMinutes: 10 })
    key = await aCase(hub, { at: 'assessing' })
    await aCase(hub, { givenName: 'Orla', familyName: 'Adeyinka-Rowe', parents: ['sinead', 'tunde'], setting: 'bramblewick' })
    officer = await hub.as('hattie')
  })
  after(() => hub.close())

  it('1: another family’s plan attached to a message: there is nothing to attach it with, and as a document of the case it is stopped', async () => {
    await officer.get(thread(key, 'shno'))
    assert.equal(officer.root.querySelector('main input[type=file]'), null)
    await officer.get(paths.caseEvidence(key))
    await officer.submitFiles({ file: file('plan.txt', 'Education, health and care plan for Orla Adeyinka-Rowe. Section A. '.repeat(20)) }, { title: 'The plan', share: 'family' })
    assert.equal(officer.heading, 'This was not sent')
    assert.deepEqual(await hub.fresh.db.selectFrom('document').select('id').where('title', '=', 'The plan').execute(), [])
  })

  it('3: many pupils’ data attached to a mail to parents, noticed after minutes: alerts carry no file and nothing of a child, and are taken back before they leave', async () => {
    await officer.get(thread(key, 'hoshang'))
    await officer.submit({ body: 'Sent to the wrong list.' }, { button: 'Send' })
    await hub.work()
    assert.equal(hub.carrier.carried.length, 0)
    await officer.submit({}, { button: 'Take it back' })
    hub.setNow('2026-09-14T09:25:00.000Z')
    await hub.work()
    assert.equal(hub.carrier.carried.length, 0)
    assert.ok(!JSON.stringify(await hub.fresh.db.selectFrom('outgoing').selectAll().execute()).includes('Rewan'))
    hub.setNow('2026-09-14T09:00:00.000Z')
  })

  it('5: one assessment for a mother and two former partners: each reads their own copy, and words kept from one do not go to that one', async () => {
    await hub.fresh.db.insertInto('termToKeepOut').values({
      localAreaId, id: hub.house.newId<string>(), caseId: key.caseId as never, term: 'the refuge worker', kind: 'words', why: 'not for the father', keepFrom: [`parent:${demoPersonId('hoshang')}`], notedAt: hub.house.clock.now(),
    }).execute()
    await officer.get(thread(key, 'hoshang'))
    await officer.submit({ body: 'We spoke with the refuge worker.' }, { button: 'Send' })
    assert.match(officer.words, /This was not sent.*“the refuge worker” Words that were noted to be kept out/)
    await officer.get(thread(key, 'shno'))
    await officer.submit({ body: 'We spoke with the refuge worker.' }, { button: 'Send' })
    assert.match(officer.text, /It has been sent/)
    assert.equal((await (await hub.as('hoshang')).get(thread(key, 'shno'))).status, 404)
    assert.ok((await (await hub.as('daniel')).get(paths.caseLetters(key))).status >= 403, 'a former partner with no part has no page')
  })

  it('6: minutes about family B pasted into family A’s plan: stopped by B’s names, and by its paragraph where the names were taken out', async () => {
    const minutes = 'Officers attended at night because neighbours had heard shouting, and the two younger children were found asleep in one bed while their father was not able to say where the oldest was.'
    const other = await aCase(hub, { givenName: 'Amina', familyName: 'Petrie-Rowe', parents: ['kerry'], setting: 'larkfell' })
    await officer.get(thread(other, 'kerry'))
    await officer.submit({ body: minutes }, { button: 'Send' })
    const plan = await aCase(hub, { givenName: 'Beth', familyName: 'Skerrow', parents: ['daniel'], setting: 'hallowcross', at: 'drafting' })
    await aDraft(hub, plan, [{ kind: 'need', section: 'D', text: `${minutes} Kerry Skerrow and Sinead Rowe were there.` }])
    await officer.get(paths.shareDraft(plan))
    await officer.submit({}, { button: 'Send the draft to the family' })
    assert.match(officer.words, /This was not sent.*“Sinead Rowe” The name of somebody in another child’s family/)
    const copied = await aCase(hub, { givenName: 'Noor', familyName: 'Hale', parents: ['daniel'], setting: 'hallowcross', at: 'drafting' })
    await aDraft(hub, copied, [{ kind: 'need', section: 'D', text: minutes }])
    await officer.get(paths.shareDraft(copied))
    await officer.submit({}, { button: 'Send the draft to the family' })
    assert.match(officer.words, /This was not sent.*A paragraph that stands word for word in another child’s case/)
  })

  it('11: another child’s details in a bundle: an enclosure that holds their number stops the sending', async () => {
    await hub.fresh.db.updateTable('child').set({ upn: 'R001100120002' }).where('givenName', '=', 'Orla').execute()
    const bytes = new TextEncoder().encode('Chronology. Pupil R001100120002 was seen on Tuesday. '.repeat(5))
    const { sha256, size } = await hub.house.files.keep(bytes)
    const documentId = hub.house.newId<never>()
    await hub.fresh.db.insertInto('document').values({
      localAreaId, id: documentId, caseId: key.caseId as never, title: 'Chronology', fileName: 'chronology.txt', contentType: 'text/plain', kind: 'evidence', size, sha256, audience: [], uploadedBy: demoPersonId('shno'), uploadedAt: hub.house.clock.now(),
    }).execute()
    await officer.get(paths.askForAdvice(key))
    await officer.submit({ documents: [documentId] }, { button: 'Check and send' })
    assert.equal(officer.heading, 'Check what each of them will get', officer.errors.join())
    assert.match(officer.words, /Enclosed: Chronology/)
    await officer.submit({}, { button: officer.root.querySelectorAll('main button').map((one) => one.text.trim()).find((text) => text.startsWith('Send ')) ?? 'Send' })
    assert.match(officer.words, /This was not sent.*“R001100120002” A unique pupil number/)
    assert.equal((await hub.fresh.db.selectFrom('adviceRequest').select('id').execute()).length, 0)
  })

  it('13: five disclosures to a wrong recipient: who it is, by which address and what they will see stands above the button, and ten minutes are left', async () => {
    await officer.get(thread(key, 'hoshang'))
    assert.match(officer.words, /Check before you send Hoshang Tahsin Who parent How it goes In the hub, where they see it when they sign in.*They will see This message, in their own thread/)
    await officer.submit({ body: 'This was for his mother.' }, { button: 'Send' })
    await officer.submit({}, { button: 'Take it back' })
    hub.setNow('2026-09-14T09:20:00.000Z')
    assert.doesNotMatch((await (await hub.as('hoshang')).get(thread(key, 'hoshang'))).words, /This was for his mother/)
    hub.setNow('2026-09-14T09:00:00.000Z')
  })
})

describe('an address that somebody typed', () => {
  it('10: a final plan to an unknown e-mail address: a recipient is chosen among those whom the hub knows, and no address can be typed', async () => {
    const hub = await aHub({ now: '2027-01-12T10:00:00.000Z' })
    try {
      const key = await anIssuedPlan(hub)
      for (const url of [paths.deliverPlan(key), paths.deliveries(key), paths.caseMessages(key)]) {
        const officer = await (await hub.as('hattie')).get(url)
        assert.deepEqual(officer.root.querySelectorAll('main input[type=email]'), [], url)
      }
      const officer = await (await hub.as('hattie')).get(paths.deliverPlan(key, { q: 'Philippa' }))
      await officer.submit({ who: 'person:somebody@elsewhere.example.org', reason: 'They asked' }, { to: '/final/deliver' })
      assert.equal(officer.status, 422)
      await hub.work()
      assert.ok(hub.carrier.carried.every(({ to }) => to.endsWith('@example.org') && !to.includes('somebody')))
      const caseFile = await read(await hub.occasion('system'), (tx) => openCaseFile(tx, key))
      assert.ok(!JSON.stringify(caseFile.facts).includes('elsewhere'))
    } finally { await hub.close() }
  })
})
