import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { aDraft } from '../../../test/builders/a-small-draft.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { listFamilyAddressees } from '../../casebook/sending/letters.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import { paths } from '../../paths.ts'
import { demoPersonId } from '../demo/seed-world.ts'

const date = (name: string, day: string): Record<string, string> => {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  return { [`${name}-day`]: String(Number(dayOfMonth)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year }
}

describe('court orders and restrictions', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub()
    key = await aCase(hub, { givenName: 'Beth', familyName: 'Skerrow', bornOn: '2013-05-02', parents: ['kerry', 'daniel'] })
  })
  after(() => hub.close())

  const told = async (): Promise<string[]> => inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) =>
    (await listFamilyAddressees(tx, await openCaseFile(tx, key))).map(({ name }) => name))
  const record = async (more: Record<string, string | string[]>): Promise<Visitor> => {
    const officer = await (await hub.as('hattie')).get(paths.recordRestriction(key, { of: demoPersonId('daniel') }))
    return officer.submit(more)
  }
  const isInLists = async (person: string): Promise<boolean> => /Beth/.test((await (await hub.as(person)).get(paths.home())).words)

  it('are not recorded without whom, what, when and what was seen; and keep what was typed', async () => {
    const officer = await (await hub.as('hattie')).get(paths.recordRestriction(key))
    await officer.submit({ reference: 'ZW26P00012', 'from-day': '', 'from-month': '', 'from-year': '' })
    assert.equal(officer.status, 422)
    assert.deepEqual(officer.errors, ['Select what kind of order or decision it is', 'Select whom it binds', 'Enter the day from which it holds'])
    await officer.submit({ kind: 'prohibited-steps', who: demoPersonId('daniel'), ...date('from', '2026-09-14'), ...date('to', '2026-09-01') })
    assert.deepEqual(officer.errors, ['Select what it does not allow, or what follows from it', 'The last day must be after it began', 'Enter what you saw and where it is kept, or choose the paper'])
    assert.deepEqual(officer.fieldsOf(officer.form()).get('reference'), ['ZW26P00012'])
  })

  it('that hide the address are said to who works on the case, and leave the parent the case', async () => {
    const officer = await record({ kind: 'prohibited-steps', effects: ['may-not-know-address'], evidence: 'Sealed order, social care file', ...date('made', '2026-09-01'), reference: 'ZW26P00012' })
    assert.match(officer.words, /In force Prohibited steps order: may not be told where the child lives, since 14 September 2026/)
    for (const person of ['hattie', 'debra']) assert.match((await (await hub.as(person)).get(paths.caseOverview(key))).body, /Court order: Daniel Marchbanks may not be told where Beth lives/, person)
    for (const person of ['kerry', 'daniel']) assert.doesNotMatch((await (await hub.as(person)).get(paths.caseOverview(key))).body, /Court order|Prohibited/, person)
    assert.equal((await (await hub.as('daniel')).get(paths.caseOverview(key))).status, 200)
  })

  it('that bar the record take it from pages, lists, letters and messages at once, and from nobody else', async () => {
    assert.deepEqual(await told(), ['Daniel Marchbanks', 'Kerry Skerrow'])
    assert.equal(await isInLists('daniel'), true)
    await record({ kind: 'non-molestation', effects: ['may-not-see-record'], evidence: 'Order of 10 September 2026, seen' })
    assert.deepEqual(await told(), ['Kerry Skerrow'])
    assert.equal(await isInLists('daniel'), false)
    const father = await hub.as('daniel')
    for (const path of [paths.caseOverview(key), paths.caseMessages(key), paths.caseLetters(key), paths.caseEvidence(key), paths.casePeople(key), paths.helping(key)]) assert.equal((await father.get(path)).status, 404, path)
    const mother = await (await hub.as('kerry')).get(paths.casePeople(key))
    assert.equal(mother.status, 200)
    assert.doesNotMatch(mother.words, /Daniel/)
    const officer = await (await hub.as('hattie')).get(paths.caseThread({ ...key, personId: demoPersonId('daniel') }))
    await officer.submit({ body: 'Hello' })
    assert.deepEqual(officer.errors, ['A restriction keeps the case from this person, or they are no parent in law, so nothing can be sent to them here. You can record what they say'])
    await officer.submit({ body: 'He rang and asked for a call', how: 'phone' })
    assert.match(officer.words, /He rang and asked for a call/)
  })

  it('are lifted by two people, never by one; declined, they stay', async () => {
    const officer = await (await hub.as('hattie')).get(paths.caseFamily(key))
    await officer.get(officer.link('Non-molestation order'))
    const page = officer.url
    await officer.submit({ effects: [], reason: 'It was discharged' })
    assert.match(officer.words, /A second person must confirm/)
    assert.equal((await (await hub.as('daniel')).get(paths.caseOverview(key))).status, 404)
    assert.equal(officer.root.querySelectorAll('button').some((button) => /Confirm the change/.test(button.textContent)), false)
    const settle = `${page.split('?')[0] ?? ''}/confirm`
    await officer.submit({ do: 'confirm' }, { to: settle })
    assert.deepEqual(officer.errors, ['You asked for this change, so somebody else must confirm it'])
    const second = await (await hub.as('meera')).get(page)
    await second.submit({}, { button: 'Decline' })
    assert.match(second.words, /Declined\. The restriction stays/)
    await officer.get(page)
    await officer.submit({ effects: [], reason: 'The court discharged it on 12 September' })
    await second.get(page)
    await second.submit({}, { button: 'Confirm the change' })
    assert.match(second.words, /Confirmed/)
    assert.match(second.words, /Hattie Greaves, confirmed by Meera Chaudry/)
    assert.match(second.words, /declined by Meera Chaudry/)
    assert.equal((await (await hub.as('daniel')).get(paths.caseOverview(key))).status, 200)
    await assert.rejects(hub.fresh.db.updateTable('restrictionChange').set((eb) => ({ settledBy: eb.ref('askedBy') })).where('widens', '=', true).where('state', '=', 'applied').execute(), /check/)
  })

  it('hold at once when they are made stricter, and end by themselves on their last day', async () => {
    const officer = await (await hub.as('hattie')).get(paths.caseFamily(key))
    await officer.get(officer.link('Non-molestation order'))
    await officer.submit({ effects: ['may-not-see-record'], ...date('to', '2026-09-20'), reason: 'A new order' })
    assert.match(officer.words, /It holds from now on/)
    for (const [instant, status] of [['2026-09-14T10:00:00.000Z', 404], ['2026-09-20T22:59:00.000Z', 404], ['2026-09-21T08:00:00.000Z', 200]] as const) {
      hub.setNow(instant)
      assert.equal((await (await hub.as('daniel')).get(paths.caseOverview(key))).status, status, instant)
    }
  })

  it('of the council suspend one person’s access, told to nobody else', async () => {
    hub.setNow('2026-09-22T09:00:00.000Z')
    const officer = await (await hub.as('hattie')).get(paths.caseFamily(key))
    const card = officer.root.querySelectorAll('.govuk-summary-card').find((one) => one.textContent.includes('Kerry Skerrow'))
    await officer.get(card?.querySelectorAll('a').find((link) => link.textContent.startsWith('Suspend'))?.getAttribute('href') ?? '')
    await officer.submit({})
    assert.deepEqual(officer.errors, ['Enter why access is suspended'])
    await officer.submit({ words: 'Somebody else may be using her sign-in' })
    assert.match(officer.words, /Access is suspended/)
    assert.equal((await (await hub.as('kerry')).get(paths.caseOverview(key))).status, 404)
    assert.doesNotMatch((await (await hub.as('daniel')).get(paths.caseTimeline(key))).words, /suspend|restriction|Kerry/i)
  })

  it('are the council’s alone, and another case’s are not found', async () => {
    const other = await aCase(hub)
    const { id } = await hub.fresh.db.selectFrom('restriction').select('id').limit(1).executeTakeFirstOrThrow()
    assert.equal((await (await hub.as('hattie')).get(paths.restriction({ ...other, restrictionId: id }))).status, 404)
    for (const person of ['daniel', 'debra', 'corinne']) assert.ok([403, 404].includes((await (await hub.as(person)).get(paths.restriction({ ...key, restrictionId: id }))).status), person)
  })

  it('leave a relative with neither responsibility nor care no sight, and give it to who has care', async () => {
    hub.setNow('2026-09-23T09:00:00.000Z')
    const officer = await (await hub.as('hattie')).get(paths.caseFamily(key))
    const card = officer.root.querySelectorAll('.govuk-summary-card').find((one) => one.textContent.includes('Daniel Marchbanks'))
    const law = card?.querySelectorAll('a').find((link) => link.getAttribute('href')?.endsWith('/responsibility') === true)?.getAttribute('href') ?? ''
    await officer.get(law)
    await officer.submit({ responsibility: 'no', livesWith: 'no' })
    assert.equal((await (await hub.as('daniel')).get(paths.caseOverview(key))).status, 404)
    await officer.get(law)
    await officer.submit({ livesWith: 'yes', ...date('careFrom', '2026-09-23'), responsibilityEvidence: 'Placement letter', evidenceSeen: ['yes'] })
    const change = paths.caseAddFamily(key, { of: law.split('/').at(-2) ?? '' })
    await officer.get(change)
    await officer.submit({ seesCase: 'yes' })
    assert.equal((await (await hub.as('daniel')).get(paths.caseOverview(key))).status, 200)
    await officer.get(law.replace('/responsibility', '/history'))
    assert.match(officer.words, /What they are in law Parental responsibility: yes; Child lives with them: yes Hattie Greaves/)
  })
})

describe('an order that limits parental responsibility for education', () => {
  let hub: Hub
  before(async () => { hub = await aHub() })
  after(() => hub.close())

  it('closes what decides for the child, on its pages and in the act, and leaves what the parent may read and say', async () => {
    const key = await aCase(hub, { givenName: 'Beth', familyName: 'Skerrow', bornOn: '2018-05-02', parents: ['kerry', 'daniel'], at: 'drafting' })
    await aDraft(hub, key)
    await (await (await hub.as('hattie')).get(paths.shareDraft(key))).submit({}, { button: 'Send the draft to the family' })
    const father = await (await hub.as('daniel')).get(paths.makeWish(key))
    assert.equal(father.status, 200)
    const officer = await (await hub.as('hattie')).get(paths.recordRestriction(key, { of: demoPersonId('daniel') }))
    await officer.submit({ kind: 'prohibited-steps', effects: ['responsibility-limited'], evidence: 'Sealed order, seen' })
    assert.equal(officer.status, 200)
    for (const url of [paths.makeWish(key), paths.finishCommenting(key)]) {
      assert.equal((await (await hub.as('daniel')).get(url)).status, 403, url)
      assert.equal((await (await hub.as('kerry')).get(url)).status, 200, url)
    }
    assert.doesNotMatch((await (await hub.as('daniel')).get(paths.caseOverview(key))).words, /Ask for a school, a meeting|finished commenting/)
    const draft = await (await hub.as('daniel')).get(paths.sharedDraft(key))
    assert.match(draft.words, /follow spoken instructions/)
    const thread = await (await hub.as('daniel')).get(paths.caseThread({ ...key, personId: demoPersonId('daniel') }))
    await thread.submit({ body: 'I think that she needs more help.' }, { button: 'Send' })
    assert.equal(thread.status, 200)
    assert.equal(await thread.request('POST', paths.finishCommenting(key)), 403)
  })
})
