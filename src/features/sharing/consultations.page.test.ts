import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { aDraft } from '../../../test/builders/a-small-draft.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { closeOtherConsultations } from '../../casebook/consultations.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { inTransaction } from '../../casebook/tx.ts'
import type { AdviceId, CaseId, DocumentId } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'
import { demoAreaId, demoOrganisationId } from '../demo/seed-world.ts'

const localAreaId = demoAreaId('wendmere')
const fernside = demoOrganisationId('fernside')
const larkfell = demoOrganisationId('larkfell')
const complete = {
  canMeet: 'with-support', canMeetWhy: 'With an aide', suitable: 'yes', harmsOthers: 'no', harmsResources: 'no', place: 'yes', placeWhen: 'January 2027',
}

describe('consulting settings', () => {
  let hub: Hub
  let key: CaseKey
  let report: AdviceId
  let secret: AdviceId
  let paper: DocumentId
  before(async () => {
    hub = await aHub()
    key = await aCase(hub, { givenName: 'Beth', familyName: 'Skerrow', parents: ['kerry', 'daniel'], setting: 'hallowcross', at: 'drafting' })
    await aDraft(hub, key)
    await (await (await hub.as('hattie')).get(paths.shareDraft(key))).submit()
    const advice = async (kind: string, text: string, notFor: string[] = []): Promise<AdviceId> => {
      const id = hub.house.newId<AdviceId>()
      await hub.fresh.db.insertInto('advice').values({
        localAreaId, id, caseId: key.caseId as CaseId, item: 'b', kind, authorName: 'Idwal Prosser', authorRole: 'SENCO', reportText: text, state: 'accepted', notFor,
      }).execute()
      return id
    }
    report = await advice('education', 'Beth reads at the level of a child of nine.\n\nShe sits beside Oona.')
    secret = await advice('psychological', 'Not for schools at all.', ['consulted-setting'])
    const { sha256, size } = await hub.house.files.keep(new TextEncoder().encode('a plan of the room'))
    paper = hub.house.newId<DocumentId>()
    await hub.fresh.db.insertInto('document').values({
      scanState: 'clean',
      localAreaId, id: paper, caseId: key.caseId as CaseId, title: 'Plan of the room', fileName: 'room.txt', contentType: 'text/plain', kind: 'evidence', size, sha256, uploadedAt: hub.house.clock.now(),
    }).execute()
    const mother = await (await hub.as('kerry')).get(paths.makeWish(key, { kind: 'setting' }))
    await mother.submit({ setting: fernside })
  })
  after(() => hub.close())

  const consultation = async (organisationId: string): Promise<string> => {
    const rows = await hub.fresh.db.selectFrom('consultation').select(['id', 'organisationId']).execute()
    const row = rows.findLast((one) => one.organisationId === organisationId) ?? assert.fail('not consulted')
    return paths.consultation({ ...key, consultationId: row.id })
  }

  it('offers the settings that the family asked for first, and no report that was kept from settings', async () => {
    const officer = await (await hub.as('hattie')).get(paths.consultSettings(key))
    const offered = officer.root.querySelectorAll('input[name=settings]').map((input) => input.getAttribute('value'))
    assert.equal(offered[0], fernside)
    assert.match(officer.text, /asked for by Kerry Skerrow/)
    assert.doesNotMatch(officer.body, new RegExp(secret))
    await officer.submit({ reports: [report] }, { button: 'Continue' })
    assert.deepEqual(officer.errors, ['Select at least one setting'])
    assert.deepEqual(officer.fieldsOf(officer.form()).get('reports'), [report])
    // A report that is not offered cannot be sent by hand either.
    await officer.submit({ settings: [fernside], reports: [secret] }, { button: 'Continue' })
    assert.equal(officer.status, 422)
    await officer.submit({ settings: [larkfell], q: 'special' }, { button: 'Search' })
    assert.deepEqual(officer.fieldsOf(officer.form()).get('settings'), [larkfell])
  })

  it('shows what each setting will see, warns of words to keep out, and sends each its own notice', async () => {
    await hub.fresh.db.insertInto('termToKeepOut').values({
      localAreaId, id: hub.house.newId<string>(), caseId: key.caseId as CaseId, term: 'Oona', kind: 'name', why: 'she is another child', keepFrom: ['consulted-setting'], notedAt: hub.house.clock.now(),
    }).execute()
    const officer = await (await hub.as('hattie')).get(paths.consultSettings(key))
    await officer.submit({ settings: [fernside, larkfell], reports: [report], documents: [paper] }, { button: 'Continue' })
    assert.equal(officer.heading, 'Check what the settings will see')
    assert.match(officer.text, /“Oona” stands in Educational advice, Idwal Prosser/)
    assert.match(officer.text, /29 September 2026/)
    await officer.submit({}, { button: 'Send to 2 settings' })
    assert.equal(officer.status, 422)
    assert.match(officer.errors.join(), /Confirm that the setting may read these words/)
    const form = { ...Object.fromEntries(officer.fieldsOf(officer.form())), keptOut: 'seen' }
    await officer.submit(form, { button: 'Send to 2 settings' })
    assert.match(officer.text, /The settings have been sent the draft plan/)
    const notices = await hub.fresh.db.selectFrom('notice').select(['toName', 'content']).where('kind', '=', 'consultation').orderBy('toName').execute()
    assert.deepEqual(notices.map(({ toName }) => toName), ['Fernside School', 'Larkfell Primary School'])
    assert.match(JSON.stringify(notices[0]?.content), /The family has asked us to name you/)
    assert.doesNotMatch(JSON.stringify(notices[1]?.content), /The family has asked/)
  })

  it('does not ask a setting twice while its consultation is open', async () => {
    const officer = await (await hub.as('hattie')).get(paths.consultSettings(key))
    await officer.submit({ settings: [fernside] }, { button: 'Continue' })
    assert.equal(officer.status, 422)
    assert.match(officer.errors.join(), /Fernside School has an open consultation/)
  })

  it('lets the setting read the draft and the chosen reports, and nothing else of the case', async () => {
    const head = await (await hub.as('odette')).get(paths.consultationInbox())
    await head.follow('Beth Skerrow')
    assert.equal(head.heading, 'Can Fernside School meet these needs?')
    assert.match(head.text, /reads at the level of a child of nine/)
    assert.match(head.text, /Please answer by Tuesday 29 September 2026/)
    assert.doesNotMatch(head.body, /Not for schools|Larkfell|Kerry|Daniel/)
    await head.get(head.link('Plan of the room'))
    assert.equal(head.body, 'a plan of the room')
    await head.get(paths.caseOverview(key))
    assert.equal(head.heading, 'Consultations')
    const others = [
      paths.caseTimeline(key), paths.sharedDraft(key), paths.casePeople(key), paths.proposals(key), paths.wishes(key),
      paths.consultSettings(key), paths.caseMessages(key), paths.shareDraft(key), await consultation(larkfell),
    ]
    for (const url of others) {
      await head.get(url)
      assert.ok([403, 404].includes(head.status), `${url} answered ${head.status}`)
      assert.doesNotMatch(head.body, /Skerrow/)
    }
  })

  it('takes five answers, keeps a wrong form, and shows the answer to the council alone', async () => {
    const head = await (await hub.as('odette')).get(await consultation(fernside))
    await head.submit({ ...complete, harmsOthers: 'yes', placeWhen: '' })
    assert.deepEqual(head.errors, ['Enter why, and which reasonable steps were considered', 'Enter from when'])
    assert.deepEqual(head.fieldsOf(head.form()).get('canMeetWhy'), ['With an aide'])
    await head.submit({ harmsOthersWhy: 'Small classes', placeWhen: 'January 2027' })
    assert.match(head.text, /Your answer has been sent/)
    assert.match(head.text, /Can meet them with more support\. With an aide/)
    const officer = await (await hub.as('hattie')).get(paths.consultSettings(key))
    assert.match(officer.text, /Not compatible\. Small classes/)
    for (const other of ['kerry', 'daniel', 'idwal', 'debra']) {
      const visitor = await (await hub.as(other)).get(paths.consultSettings(key))
      assert.equal(visitor.status, 403, other)
    }
    const second = await (await hub.as('debra')).get(await consultation(larkfell))
    assert.doesNotMatch(second.body, /Fernside|With an aide|Small classes/)
    const mother = await (await hub.as('kerry')).get(paths.caseTimeline(key))
    assert.doesNotMatch(mother.text, /more support|Small classes/)
  })

  it('answers once when the form is sent twice, and an answer stands', async () => {
    const url = await consultation(larkfell)
    const one = await (await hub.as('debra')).get(url)
    const once = one.fieldsOf(one.form()).get('_once') ?? []
    const two: Visitor = await (await hub.as('debra')).get(url)
    await one.submit({ ...complete, _once: once })
    await two.submit({ ...complete, canMeet: 'no', canMeetWhy: 'Full' })
    assert.equal(two.status, 422)
    assert.match(two.errors.join(), /answered already/)
    const answered = await hub.fresh.db.selectFrom('fact').select('seq').where('type', '=', 'consultation-answered').execute()
    assert.equal(answered.length, 2)
  })

  it('closes with a reason, and the next page finds nothing', async () => {
    const url = await consultation(larkfell)
    const senco = await (await hub.as('debra')).get(url)
    assert.equal(senco.status, 200)
    const officer = await (await hub.as('hattie')).get(paths.consultSettings(key))
    const close = officer.root.querySelectorAll('a').find((anchor) => /Close the consultation of Larkfell/.test(anchor.textContent.replaceAll(/\s+/g, ' ')))?.getAttribute('href') ?? assert.fail('no way to close')
    await officer.get(close)
    await officer.submit()
    assert.deepEqual(officer.errors, ['Enter why it is closed'])
    await officer.submit({ reason: 'Another setting is nearer' })
    assert.match(officer.text, /can no longer see anything of this case/)
    await senco.get(url)
    assert.equal(senco.status, 404)
    assert.doesNotMatch(senco.body, /Skerrow/)
    await senco.get(paths.consultationInbox())
    assert.doesNotMatch(senco.body, /Skerrow/)
    await officer.get(close)
    assert.match(officer.text, /was closed on 14 September 2026/)
    // Fernside still has its own.
    assert.equal((await (await hub.as('odette')).get(await consultation(fernside))).status, 200)
    // Asked again later, it is a new consultation of its own.
    await officer.get(paths.consultSettings(key))
    await officer.submit({ settings: [larkfell] }, { button: 'Continue' })
    await officer.submit({}, { button: 'Send to 1 setting' })
    await senco.get(await consultation(larkfell))
    assert.equal(senco.status, 200)
    assert.doesNotMatch(senco.body, /level of a child of nine/)
  })

  it('says that an answer is late, and still takes it', async () => {
    hub.setNow('2026-10-02T09:00:00.000Z')
    const senco = await (await hub.as('debra')).get(await consultation(larkfell))
    assert.match(senco.text, /Your answer was due on 29 September 2026/)
    const officer = await (await hub.as('hattie')).get(paths.consultSettings(key))
    assert.match(officer.text, /Late/)
    assert.match(officer.text, /3 days ago/)
    await senco.submit(complete)
    await officer.get(paths.consultSettings(key))
    assert.match(officer.text, /3 days late/)
  })

  it('closes all but the named setting when the casebook is told to', async () => {
    await inTransaction(await hub.occasion('hattie'), async (tx) => {
      await closeOtherConsultations(tx, await openCaseFile(tx, key, { lock: true }), { named: fernside, reason: 'The plan is final' })
    })
    assert.equal((await (await hub.as('odette')).get(await consultation(fernside))).status, 200)
    assert.equal((await (await hub.as('debra')).get(await consultation(larkfell))).status, 404)
  })

  it('is not open before the draft is with the family', async () => {
    const other = await aCase(hub, { parents: ['shno'], at: 'drafting' })
    const officer = await (await hub.as('hattie')).get(paths.consultSettings(other))
    assert.match(officer.text, /It has not been sent yet/)
    assert.equal(officer.root.querySelector('main form'), null)
  })

  it('gives an empty list to everybody else', async () => {
    for (const person of ['kerry', 'hattie', 'idwal', 'imogen']) {
      const visitor = await (await hub.as(person)).get(paths.consultationInbox())
      assert.match(visitor.text, /No council is asking/)
    }
  })
})
