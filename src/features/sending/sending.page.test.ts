import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { aDraft } from '../../../test/builders/a-small-draft.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseFile, CaseKey } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { read } from '../../casebook/tx.ts'
import { paths } from '../../paths.ts'
import { demoAreaId, demoPersonId } from '../demo/seed-world.ts'

const opened = async (hub: Hub, key: CaseKey, who = 'system'): Promise<CaseFile> => read(await hub.occasion(who), (tx) => openCaseFile(tx, key))
const thread = (key: CaseKey, who: string): string => paths.caseThread({ ...key, personId: demoPersonId(who) })

describe('a text that holds what is another child’s', () => {
  let hub: Hub
  let key: CaseKey
  let officer: Visitor
  before(async () => {
    hub = await aHub()
    key = await aCase(hub)
    await aCase(hub, { givenName: 'Orla', familyName: 'Adeyinka-Rowe', parents: ['sinead', 'tunde'], setting: 'bramblewick' })
    officer = await hub.as('hattie')
  })
  after(() => hub.close())

  it('is not sent: the sender sees their own words and all that they typed, corrects them and sends', async () => {
    await officer.get(thread(key, 'shno'))
    await officer.submit({ body: 'We met Orla Adeyinka-Rowe’s mother today.\nThe meeting is on Monday.' }, { button: 'Send' })
    assert.equal(officer.status, 422)
    assert.equal(officer.heading, 'This was not sent')
    assert.match(officer.words, /“Orla Adeyinka-Rowe’s” The name of another child in the hub/)
    assert.doesNotMatch(officer.words, /Bramblewick|Sinead|2018/, 'nothing of the other child is said')
    assert.equal((await hub.fresh.db.selectFrom('message').select('id').execute()).length, 0)
    await officer.submit({ body: 'The meeting is on Monday.' }, { button: 'Check it again and send' })
    assert.match(officer.text, /It has been sent/)
    const [only] = await hub.fresh.db.selectFrom('message').select('body').execute()
    assert.equal(only?.body, 'The meeting is on Monday.')
    const [stop] = await hub.fresh.db.selectFrom('sendingStop').selectAll().execute()
    assert.deepEqual([stop?.what, stop?.kinds, stop?.personId], ['message', ['child-name'], demoPersonId('hattie')])
    assert.doesNotMatch(JSON.stringify(stop), /Orla|Adeyinka/, 'what was typed is sealed')
  })

  it('cannot be released by the officer, and is by a manager with a reason, for this case', async () => {
    await officer.get(thread(key, 'shno'))
    const body = 'Orla Adeyinka-Rowe is his cousin.'
    await officer.submit({ body }, { button: 'Send' })
    assert.equal(officer.root.querySelector('[name="_falseAlarm"]'), null)
    await officer.submit({ body, _falseAlarm: 'I think so' }, { button: 'Check it again and send' })
    assert.equal(officer.status, 422, 'what is not asked is not taken')
    const link = officer.root.querySelector('a[href*="/stopped/"]')?.getAttribute('href') ?? ''
    const manager = await (await hub.as('meera')).get(link)
    assert.match(manager.words, /Hattie Greaves was about to send it/)
    await manager.submit({ reason: '' }, { button: 'Release these words for this case' })
    assert.deepEqual(manager.errors, ['Select the words that may go', 'Enter why these words may stand in this case'])
    const mark = manager.root.querySelector('[name="release"]')?.getAttribute('value') ?? ''
    await manager.submit({ release: [mark], reason: 'They are cousins, and the mother wrote of her.' }, { button: 'Release these words for this case' })
    assert.match(manager.text, /Released/)
    await officer.submit({ body }, { button: 'Check it again and send' })
    assert.match(officer.text, /It has been sent/)
    const other = await aCase(hub, { givenName: 'Beth', familyName: 'Skerrow', parents: ['kerry'], setting: 'hallowcross' })
    await officer.get(thread(other, 'kerry'))
    await officer.submit({ body }, { button: 'Send' })
    assert.equal(officer.status, 422, 'in another case it is stopped')
  })

  it('is released by whoever decides on the page itself', async () => {
    const manager = await (await hub.as('meera')).get(thread(key, 'hoshang'))
    await manager.submit({ body: 'Sinead Rowe will interpret.' }, { button: 'Send' })
    assert.match(manager.words, /The name of somebody in another child’s family/)
    await manager.submit({ _falseAlarm: 'She is a volunteer who interprets.' }, { button: 'Check it again and send' })
    assert.match(manager.text, /It has been sent/)
  })

  it('lets a family write what it likes, and professionals’ and the family’s own names stand', async () => {
    const mother = await (await hub.as('shno')).get(thread(key, 'shno'))
    await mother.submit({ body: 'Orla Adeyinka-Rowe hit Rewan.' })
    assert.match(mother.text, /It has been sent/)
    await officer.get(thread(key, 'shno'))
    await officer.submit({ body: 'Dear Shno Tahsin, Dr Imogen Petrie will see Rewan Tahsin, and Hoshang Tahsin can come. Tom Ellery writes the plan.' }, { button: 'Send' })
    assert.match(officer.text, /It has been sent/)
  })

  it('warns of a paragraph that stands in another case, and goes when the sender says that it belongs', async () => {
    const story = 'NAME finds it hard to wait for a turn in class and will often leave the room when the others are loud, so a quiet place was made beside the library door for the afternoons.'
    await officer.get(thread(key, 'shno'))
    await officer.submit({ body: story.replace('NAME', 'Rewan') }, { button: 'Send' })
    assert.match(officer.text, /It has been sent/)
    const other = await aCase(hub, { givenName: 'Amina', familyName: 'Rowe-Petrie', parents: ['tunde'], setting: 'larkfell' })
    await officer.get(thread(other, 'tunde'))
    await officer.submit({ body: story.replace('NAME', 'Amina') }, { button: 'Send' })
    assert.match(officer.words, /A paragraph that stands word for word in another child’s case/)
    assert.doesNotMatch(officer.words, /Rewan|Tahsin/)
    await officer.submit({}, { button: 'Check it again and send' })
    assert.equal(officer.status, 422)
    await officer.submit({ _belongs: 'yes' }, { button: 'Check it again and send' })
    assert.match(officer.text, /It has been sent/)
    const marks = await hub.fresh.db.selectFrom('paragraphMark').select('mark').execute()
    assert.ok(marks.every(({ mark }) => /^[\w-]{22}$/.test(mark)))
  })

  it('keeps a protected address and words to keep out from every letter and message', async () => {
    const { child } = await opened(hub, key)
    await hub.fresh.db.insertInto('childAddress').values({ localAreaId: demoAreaId('wendmere'), id: hub.house.newId<string>(), childId: child.id, lines: ['8 Quarry View'], postcode: 'ZZ97 1AA', isConfidential: true, fromOn: '2026-01-01' as never }).execute()
    await hub.fresh.db.insertInto('termToKeepOut').values({ localAreaId: demoAreaId('wendmere'), id: hub.house.newId<string>(), caseId: key.caseId as never, term: 'Stephen Doyle', kind: 'name', why: 'no longer there', notedAt: hub.house.clock.now() }).execute()
    for (const body of ['Is it still 8 Quarry View?', 'The new postcode is ZZ97 1AA.', 'Stephen Doyle rang.']) {
      await officer.get(thread(key, 'hoshang'))
      await officer.submit({ body }, { button: 'Send' })
      assert.equal(officer.heading, 'This was not sent', body)
    }
  })
})

describe('what staff send can be taken back', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ recallMinutes: 10 }) })
  after(() => hub.close())

  it('is not seen before its time is over, and never when it was taken back', async () => {
    const key = await aCase(hub)
    const officer = await (await hub.as('hattie')).get(thread(key, 'shno'))
    await officer.submit({ body: 'Meant for somebody else' }, { button: 'Send' })
    assert.match(officer.words, /Your message: you can take this back until 10:10/)
    const mother = await (await hub.as('shno')).get(thread(key, 'shno'))
    assert.doesNotMatch(mother.words, /Meant for somebody else/)
    await mother.get(paths.home())
    assert.doesNotMatch(mother.words, /has answered|new message/i)
    await officer.submit({}, { button: 'Take it back' })
    assert.match(officer.text, /It is taken back/)
    hub.setNow('2026-09-14T09:20:00.000Z')
    await mother.get(thread(key, 'shno'))
    assert.doesNotMatch(mother.words, /Meant for somebody else/)
    await mother.get(paths.caseTimeline(key))
    assert.doesNotMatch(mother.words, /message|taken back/i)
    await officer.get(thread(key, 'shno'))
    assert.match(officer.words, /Meant for somebody else .* Taken back before it was seen/)
    const facts = (await opened(hub, key)).facts.slice(-2)
    assert.deepEqual(facts.map(({ type }) => type), ['message-sent', 'sending-taken-back'])
    assert.equal(facts[1]?.corrects, facts[0]?.seq)
    hub.setNow('2026-09-14T09:00:00.000Z')
  })

  it('counts as sent on the day when the button was pressed, and leaves by itself when the time is over', async () => {
    hub.setNow('2026-09-14T22:55:00.000Z')
    const key = await aCase(hub, { givenName: 'Beth', familyName: 'Skerrow', parents: ['kerry'], setting: 'hallowcross', at: 'drafting' })
    await aDraft(hub, key)
    const officer = await (await hub.as('hattie')).get(paths.shareDraft(key))
    await officer.submit({}, { button: 'Send the draft to the family' })
    const mother = await hub.as('kerry')
    await mother.get(paths.sharedDraft(key))
    assert.doesNotMatch(mother.words, /follow spoken instructions/)
    await mother.get(paths.caseLetters(key))
    assert.match(mother.words, /We have not sent you a letter yet/)
    await hub.work()
    assert.equal(hub.carrier.carried.length, 0)
    assert.equal((await opened(hub, key, 'kerry')).stage, 'drafting')
    assert.equal((await opened(hub, key)).stage, 'draft-out')
    hub.setNow('2026-09-14T23:06:00.000Z')
    await hub.fresh.db.updateTable('outgoing').set({ queuedAt: '2026-09-14T22:00:00.000Z' as never }).where('state', '=', 'queued').execute()
    await mother.get(paths.sharedDraft(key))
    assert.match(mother.words, /follow spoken instructions/)
    const { facts } = await opened(hub, key)
    assert.equal(facts.find(({ type }) => type === 'draft-served')?.happenedOn, '2026-09-14')
    hub.setNow('2026-09-14T09:00:00.000Z')
  })

  it('gives back what the law is owed when a draft or a decision is taken back', async () => {
    const key = await aCase(hub, { givenName: 'Amina', familyName: 'Rowe', parents: ['sinead'], setting: 'bramblewick', at: 'drafting' })
    await aDraft(hub, key)
    const officer = await (await hub.as('hattie')).get(paths.shareDraft(key))
    await officer.submit({}, { button: 'Send the draft to the family' })
    await officer.get(paths.caseOverview(key))
    await officer.follow('Why, or send it now')
    assert.match(officer.words, /Sinead Rowe/)
    await officer.submit({ reason: 'Wrong version' }, { button: 'Take it back' })
    const file = await opened(hub, key)
    assert.equal(file.stage, 'drafting')
    const open = await hub.fresh.db.selectFrom('clock').select(['clockId', 'metOn']).where('caseId', '=', key.caseId as never).where('isOpen', '=', true).execute()
    assert.ok(open.length > 0)
    await officer.get(paths.caseTimeline(key))
    assert.match(officer.words, /Taken back before it left/)
    assert.match(officer.words, /Wrong version/)
    await officer.get(paths.caseLetters(key))
    assert.match(officer.words, /Taken back, not sent/)
    const waiting = await hub.fresh.db.selectFrom('outgoing').select('state').where('caseId', '=', key.caseId as never).execute()
    assert.ok(waiting.every(({ state }) => state === 'cancelled'))
    await officer.get(paths.shareDraft(key))
    await officer.submit({}, { button: 'Send the draft to the family' })
    assert.equal((await opened(hub, key)).stage, 'draft-out', 'it can be sent again')
  })

  it('leaves at once when it is urgent, and cannot be taken back after that', async () => {
    const key = await aCase(hub)
    const officer = await (await hub.as('hattie')).get(thread(key, 'shno'))
    await officer.submit({ body: 'The taxi comes at three.' }, { button: 'Send' })
    await officer.follow('Why, or send it now')
    const page = officer.url
    await officer.submit({}, { button: 'Send it now: it is urgent' })
    assert.match(officer.text, /on its way/)
    const mother = await (await hub.as('shno')).get(thread(key, 'shno'))
    assert.match(mother.words, /The taxi comes at three/)
    await officer.get(page)
    assert.equal(officer.root.querySelector('main form'), null)
    const stranger = await (await hub.as('aled')).get(page)
    assert.equal(stranger.status, 404)
  })

  it('keeps what the worker sends by itself out of it, and what a family sends', async () => {
    const key = await aCase(hub)
    const mother = await (await hub.as('shno')).get(thread(key, 'shno'))
    await mother.submit({ body: 'Thank you.' })
    assert.deepEqual(await hub.fresh.db.selectFrom('sending').select('id').where('caseId', '=', key.caseId as never).execute(), [])
  })
})

describe('“I can see someone else’s information”', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub()
    key = await aCase(hub)
  })
  after(() => hub.close())

  it('closes the families’ pages of the area at once, tells the people on duty without a child’s name, and lets staff go on', async () => {
    const mother = await (await hub.as('shno')).get(paths.caseOverview(key))
    await mother.follow('I can see someone else’s information')
    await mother.submit({ words: 'I saw Orla’s plan' }, { button: 'Tell the council now' })
    assert.match(mother.words, /We have closed the families’ pages/)
    for (const [who, url] of [['shno', paths.caseOverview(key)], ['hoshang', paths.home()], ['kerry', paths.home()]] as const) {
      const visitor = await hub.as(who)
      await visitor.get(url)
      if (who === 'kerry') continue
      assert.equal(visitor.status, 503, who)
      assert.match(visitor.words, /We have closed these pages while we check something.*01632 960100/)
      assert.doesNotMatch(visitor.body, /Rewan/)
    }
    assert.equal((await (await hub.as('hattie')).get(paths.caseOverview(key))).status, 200)
    assert.equal((await (await hub.as('debra')).get(paths.home())).status, 200)
    const told = await hub.fresh.db.selectFrom('outgoing').select(['subject', 'body', 'toAddress']).where('about', '=', 'portal-report').execute()
    assert.deepEqual(told.map(({ toAddress }) => toAddress).toSorted(), ['meera@example.org', 'winifred@example.org'])
    assert.doesNotMatch(JSON.stringify(told), /Orla|Rewan|Tahsin|Shno/)
    const [report] = await hub.fresh.db.selectFrom('portalReport').selectAll().execute()
    assert.doesNotMatch(JSON.stringify(report), /Orla/)
  })

  it('opens again only by two people in two roles, with a reason', async () => {
    const page = paths.portal({ area: 'wendmere' })
    assert.equal((await (await hub.as('hattie')).get(page)).status, 404)
    const manager = await (await hub.as('meera')).get(page)
    assert.match(manager.words, /I saw Orla’s plan/)
    await manager.submit({ verdict: 'nobody-saw', reason: '' })
    assert.deepEqual(manager.errors, ['Say what was found, and why it is safe to open the pages'])
    await manager.submit({ verdict: 'nobody-saw', reason: 'It was her own child’s second name.' })
    assert.match(manager.words, /Somebody in the other role has to agree: Winifred Oakes/)
    assert.equal(manager.root.querySelector('main form'), null)
    assert.equal((await (await hub.as('shno')).get(paths.home())).status, 503)
    const access = await (await hub.as('winifred')).get(page)
    await access.submit({}, { button: 'I agree: open the families’ pages' })
    assert.match(access.text, /open again/)
    assert.equal((await (await hub.as('shno')).get(paths.home())).status, 200)
  })

  it('is believed once: who was wrong a short while ago only tells', async () => {
    const mother = await (await hub.as('shno')).get(paths.otherInformation({ from: paths.caseOverview(key) }))
    await mother.submit({}, { button: 'Tell the council now' })
    assert.match(mother.words, /look at it now/)
    assert.equal((await (await hub.as('hoshang')).get(paths.home())).status, 200)
    const staff = await (await hub.as('hattie')).get(paths.otherInformation())
    await staff.submit({}, { button: 'Tell the council now' })
    assert.match(staff.words, /We have closed the families’ pages/)
  })

  it('gives a stranger a telephone number, and no power', async () => {
    const nobody = await hub.visitor().get(paths.otherInformation())
    assert.equal(nobody.root.querySelector('main form'), null)
    assert.match(nobody.words, /sign in and tell us here/)
  })

  it('counts it, for whoever decides and whoever looks after access', async () => {
    const manager = await (await hub.as('meera')).get(paths.nearMisses({ area: 'wendmere' }))
    assert.match(manager.words, /Reports of somebody else’s information 3 Families’ pages closed 2 times, at the latest less than a minute after the report/)
    await manager.submit({ minutes: '90', reason: '' }, { button: 'Save' })
    assert.deepEqual(manager.errors, ['Enter how many minutes, from 0 to 60', 'Enter why'])
    await manager.submit({ minutes: '5', reason: 'We tried ten' }, { button: 'Save' })
    assert.match(manager.words, /5 minutes/)
    const access = await (await hub.as('winifred')).get(paths.nearMisses({ area: 'wendmere' }))
    assert.equal(access.status, 200)
    assert.equal(access.root.querySelector('main form'), null)
    assert.equal((await (await hub.as('hattie')).get(paths.nearMisses({ area: 'wendmere' }))).status, 404)
  })
})

describe('the recipient card', () => {
  it('says of each who they are, how it goes, what is safe and what they will see, and leads to all that they can see', async () => {
    const hub = await aHub()
    try {
      const key = await aCase(hub, { givenName: 'Beth', familyName: 'Skerrow', parents: ['kerry', 'daniel'], setting: 'hallowcross', at: 'drafting' })
      await aDraft(hub, key)
      await (await hub.as('kerry')).get(paths.caseOverview(key))
      const officer = await (await hub.as('hattie')).get(paths.shareDraft(key))
      assert.match(officer.words, /Check before you send.*Daniel Marchbanks Who parent How it goes In the hub, told by e-mail to daniel@example.org Last known to reach them Not known.*Kerry Skerrow.*They used the hub on 14 September 2026/)
      assert.match(officer.words, /They will see The draft plan as it stands now, whole/)
      await officer.follow('Everything that Kerry Skerrow can see')
      assert.match(officer.words, /As parent or carer\..*Letters sent to the family/)
      const openings = await hub.fresh.db.selectFrom('caseOpening').select('page').where('personId', '=', demoPersonId('kerry')).execute()
      assert.equal(openings.length, 1, 'a look as somebody is not their look')
      assert.ok((await (await hub.as('kerry')).get(officer.url)).status >= 400)
    } finally { await hub.close() }
  })
})
