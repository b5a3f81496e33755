import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../../test/builders/a-case.ts'
import type { Hub, Visitor } from '../../../../test/harness/hub.ts'
import { aHub } from '../../../../test/harness/hub.ts'
import type { CaseFile, CaseKey } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { insertHome } from '../../../casebook/family/family-rows.ts'
import { inTransaction, read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import { demoAreaId, demoPersonId } from '../../demo/seed-world.ts'

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
    assert.ok(marks.every(({ mark }) => /^[\w-]{43}$/.test(mark)))
  })

  it('keeps a protected address and words to keep out from every letter and message', async () => {
    const { child } = await opened(hub, key)
    await inTransaction(await hub.occasion('hattie'), (tx) => insertHome(tx, { localAreaId: demoAreaId('wendmere'), childId: child.id }, { lines: ['8 Quarry View'], postcode: 'ZZ97 1AA', isConfidential: true, fromOn: '2026-01-01' as never }))
    await hub.fresh.db.insertInto('termToKeepOut').values({ localAreaId: demoAreaId('wendmere'), id: hub.house.newId<string>(), caseId: key.caseId as never, term: 'Stephen Doyle', kind: 'name', why: 'no longer there', notedAt: hub.house.clock.now() }).execute()
    for (const body of ['Is it still 8 Quarry View?', 'The new postcode is ZZ97 1AA.', 'Stephen Doyle rang.']) {
      await officer.get(thread(key, 'hoshang'))
      await officer.submit({ body }, { button: 'Send' })
      assert.equal(officer.heading, 'This was not sent', body)
    }
  })
})
