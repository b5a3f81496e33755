import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { anIssuedPlan } from '../../../test/builders/an-issued-plan.ts'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { listFamilyAddressees } from '../../casebook/sending/letters.ts'
import { sendCaseNotice } from '../../casebook/sending/notices.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import { readingGrade } from '../../../test/reading.ts'
import { paths } from '../../paths.ts'
import { demoPersonId } from '../demo/seed-world.ts'

/** The eldest of the year whose rights pass on 26 June 2027. */
const born = '2010-09-01'
const before26June = '2027-06-25T10:00:00.000Z'
const on26June = '2027-06-26T10:00:00.000Z'
const date = (name: string, day: string): Record<string, string> => {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  return { [`${name}-day`]: String(Number(dayOfMonth)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year }
}
const paragraphs = (visitor: Visitor): string => visitor.root.querySelectorAll('main p, main li, main h1, main h2').map((one) => `${one.text.trim()}.`).join('\n').replaceAll('..', '.')

describe('the day on which the rights pass', () => {
  let hub: Hub
  let key: CaseKey
  const at = async (instant: string, person: string): Promise<Visitor> => { hub.setNow(instant); return hub.as(person) }
  const recordYoungPerson = async (): Promise<void> => {
    const officer = await (await at(before26June, 'hattie')).get(paths.youngPerson(key))
    await officer.submit({ email: 'beth@example.org', safeContact: 'any', signIn: 'yes' })
    assert.equal(officer.heading, 'Who holds the rights', officer.errors.join())
  }
  before(async () => {
    hub = await aHub({ now: '2027-01-12T09:00:00.000Z' })
    key = await anIssuedPlan(hub, { givenName: 'Beth', familyName: 'Skerrow', parents: ['kerry', 'daniel'] })
    // The plan that the builder makes is a young child's; the day is what is looked at here.
    await hub.fresh.db.updateTable('child').set({ bornOn: born as never }).where('givenName', '=', 'Beth').execute()
  })
  after(() => hub.close())

  it('is told to each parent the day before, who still sees everything', async () => {
    const mother = await (await at(before26June, 'kerry')).get(paths.caseOverview(key))
    assert.equal(mother.status, 200)
    await mother.get(paths.caseRights(key))
    assert.match(mother.text, /You decide for Beth until 26 June 2027/)
    assert.ok(readingGrade(paragraphs(mother)) <= 5, `grade ${readingGrade(paragraphs(mother))}`)
    await mother.get(paths.finalPlan(key))
    assert.equal(mother.status, 200)
    await (await mother.get(paths.caseMessages(key))).submit({ body: 'Before the day' })
    assert.match(mother.text, /Before the day/)
  })

  it('leaves a parent what they had, and nothing new: without a word of the young person', async () => {
    const mother = await at(on26June, 'kerry')
    await mother.get(paths.home())
    assert.match(mother.text, /Beth decides about the plan now/)
    assert.doesNotMatch(mother.text, /We look at the plan with you|Who looks after it/)
    await mother.get(paths.caseOverview(key))
    assert.equal(mother.heading, 'What you can see in Beth’s plan')
    assert.match(mother.text, /Beth decides about the plan now. This began on 26 June 2027/)
    assert.match(mother.text, /You keep what you had before that day. You see nothing new/)
    assert.ok(readingGrade(paragraphs(mother)) <= 5.5, `grade ${readingGrade(paragraphs(mother))}`)
    for (const closed of [paths.caseTimeline(key), paths.casePeople(key), paths.adviceList(key), paths.caseRequest(key), paths.deliveries(key), paths.caseEvidence(key), paths.giveViews({ ...key, whose: 'parent' })]) {
      await mother.get(closed)
      assert.equal(mother.status, 403, closed)
    }
    for (const list of [paths.caseList(), paths.search()]) {
      await mother.get(list)
      if (list === paths.search()) await mother.submit({ q: 'Beth' })
      assert.equal(mother.root.querySelectorAll(`main a[href*="${key.caseId}"]`).length, 0, list)
    }
    await mother.get(paths.finalPlan(key))
    assert.equal(mother.status, 200)
    await mother.get(paths.caseMessages(key))
    assert.match(mother.text, /Before the day/)
    assert.equal(mother.root.querySelectorAll('main textarea').length, 0)
    await mother.get(paths.caseLetters(key))
    assert.equal(mother.status, 200)
  })

  it('shows a plan as it was, when a newer one is in force since', async () => {
    const { db } = hub.fresh
    const old = await db.selectFrom('planVersion').selectAll().where('kind', '=', 'final').executeTakeFirstOrThrow()
    await db.updateTable('planVersion').set({ supersededOn: '2027-07-10' as never }).where('id', '=', old.id).execute()
    const document = JSON.parse(JSON.stringify(old.document).replaceAll('Beth', 'Newer')) as unknown
    await db.insertInto('planVersion').values({
      ...old, id: hub.house.newId(), no: old.no + 1, issuedOn: '2027-07-10' as never, content: old.content, document: JSON.stringify(document), summaryDocument: JSON.stringify(old.summaryDocument),
    } as never).execute()
    const mother = await (await at('2027-07-12T10:00:00.000Z', 'kerry')).get(paths.finalPlan(key))
    assert.equal(mother.status, 200)
    assert.doesNotMatch(mother.text, /Newer/)
    const officer = await (await at('2027-07-12T10:00:00.000Z', 'hattie')).get(paths.finalPlan(key))
    assert.match(officer.text, /Newer/)
  })

  it('sends letters to the young person, on paper while they have no sign-in, and to no parent', async () => {
    hub.setNow('2027-07-12T10:00:00.000Z')
    const names = await inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => (await listFamilyAddressees(tx, await openCaseFile(tx, key))).map(({ name, canSignIn }) => `${name} ${canSignIn}`))
    assert.deepEqual(names, ['Beth Skerrow false'])
  })

  it('is kept from the council too: nothing new is written to a parent, and what they say can be recorded', async () => {
    const officer = await (await at('2027-07-12T10:00:00.000Z', 'hattie')).get(paths.caseThread({ ...key, personId: demoPersonId('kerry') }))
    await officer.submit({ body: 'We have reviewed the plan', how: 'hub' })
    assert.equal(officer.status, 422)
    assert.match(officer.errors.join(), /has not agreed/)
    await officer.submit({ body: 'Kerry rang and is worried', how: 'phone' })
    assert.match(officer.text, /Kerry rang/)
  })

  it('lets the young person say what each parent may do: parts, apart, and told to that parent alone', async () => {
    await recordYoungPerson()
    const beth = await (await at('2027-07-13T10:00:00.000Z', 'beth')).get(paths.caseRights(key))
    assert.equal(beth.heading, 'Who can see my plan and help me')
    assert.match(beth.text, /This is your plan. You decide about it now. This began on 26 June 2027/)
    assert.ok(readingGrade(paragraphs(beth)) <= 5.5, `grade ${readingGrade(paragraphs(beth))}`)
    await beth.get(paths.permission({ ...key, personId: demoPersonId('kerry') }))
    await beth.submit({})
    assert.deepEqual(beth.errors, ['Select what they can do, or “Nothing new”'])
    await beth.submit({ parts: ['plan', 'none'] })
    assert.deepEqual(beth.errors, ['Select what they can do, or “Nothing new”, not both'])
    assert.deepEqual(beth.fieldsOf(beth.form()).get('parts'), ['plan', 'none'])
    await beth.submit({ parts: ['plan', 'messages'] })
    assert.match(beth.text, /Saved. We have written to this parent/)
    assert.match(beth.text, /Read my plan/)
    const mother = await (await at('2027-07-13T11:00:00.000Z', 'kerry')).get(paths.caseRights(key))
    assert.match(mother.text, /Beth said that you can:\s*read the plan, a draft of it, and the reports that go with it\s*send us messages here, and get answers/)
    await mother.get(paths.finalPlan(key))
    assert.match(mother.text, /Newer/)
    await (await mother.get(paths.caseMessages(key))).submit({ body: 'Thank you' })
    assert.match(mother.text, /Thank you/)
    await mother.get(paths.caseLetters(key))
    assert.match(mother.text, /What you can do in Beth’s plan/)
    for (const closed of [paths.caseTimeline(key), paths.caseEvidence(key), paths.permission({ ...key, personId: demoPersonId('daniel') })]) {
      await mother.get(closed)
      assert.equal(mother.status, 403, closed)
    }
    const father = await (await at('2027-07-13T12:00:00.000Z', 'daniel')).get(paths.caseRights(key))
    assert.match(father.text, /You see nothing new/)
    assert.doesNotMatch(father.text, /Kerry/)
    await father.get(paths.finalPlan(key))
    assert.doesNotMatch(father.text, /Newer/)
    await father.get(paths.caseLetters(key))
    assert.doesNotMatch(father.text, /What you can do in Beth’s plan/)
  })

  it('narrows and ends it the same day', async () => {
    const beth = await (await at('2027-07-14T10:00:00.000Z', 'beth')).get(paths.permission({ ...key, personId: demoPersonId('kerry') }))
    assert.deepEqual(beth.fieldsOf(beth.form()).get('parts'), ['plan', 'messages'])
    await beth.submit({ parts: ['plan', 'messages'] })
    assert.match(beth.errors.join(), /Nothing has changed/)
    await beth.submit({ parts: ['messages'] })
    const mother = await (await at('2027-07-14T11:00:00.000Z', 'kerry')).get(paths.finalPlan(key))
    assert.doesNotMatch(mother.text, /Newer/)
    await mother.get(paths.caseMessages(key))
    assert.equal(mother.root.querySelectorAll('main textarea').length, 1)
    await (await (await at('2027-07-15T10:00:00.000Z', 'beth')).get(paths.permission({ ...key, personId: demoPersonId('kerry') }))).submit({ parts: ['none'] })
    const after_ = await (await at('2027-07-15T11:00:00.000Z', 'kerry')).get(paths.caseMessages(key))
    assert.match(after_.text, /Thank you/)
    assert.equal(after_.root.querySelectorAll('main textarea').length, 0)
    const officer = await (await at('2027-07-15T12:00:00.000Z', 'hattie')).get(paths.caseRights(key))
    for (const said of [/that Kerry Skerrow may read the plan, write to the council/, /may do less than before: write to the council/, /may see nothing new and do nothing more/]) assert.match(officer.text, said)
  })

  it('gives a copy of the young person’s letters to the parent who may have them, saying whose they are', async () => {
    await (await (await at('2027-07-16T10:00:00.000Z', 'beth')).get(paths.permission({ ...key, personId: demoPersonId('daniel') }))).submit({ parts: ['letters'] })
    hub.setNow('2027-07-16T11:00:00.000Z')
    await inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
      const caseFile = await openCaseFile(tx, key, { lock: true })
      const to = await listFamilyAddressees(tx, caseFile)
      assert.deepEqual(to.map(({ name, copyOf }) => [name, copyOf]), [['Beth Skerrow', undefined], ['Daniel Marchbanks', 'Beth Skerrow']])
      const sent = await sendCaseNotice(tx, caseFile, { kind: 'will-assess', to, extra: { copiesTo: ['the health body'] } })
      assert.ok(sent.ok, JSON.stringify(sent))
    })
    const father = await (await at('2027-07-16T12:00:00.000Z', 'daniel')).get(paths.caseLetters(key))
    await father.follow('We will assess')
    assert.match(father.text, /A copy for Daniel Marchbanks/)
    assert.match(father.text, /The rights in it are Beth Skerrow’s/)
    await father.get(paths.finalPlan(key))
    assert.doesNotMatch(father.text, /Newer/)
    const mother = await (await at('2027-07-16T12:00:00.000Z', 'kerry')).get(paths.caseLetters(key))
    assert.doesNotMatch(mother.text, /We will assess/)
  })

  it('stays not found for strangers, and closed for whoever else is on the case', async () => {
    for (const stranger of ['shno', 'aled', 'idwal']) {
      const visitor = await (await at('2027-07-16T12:00:00.000Z', stranger)).get(paths.caseRights(key))
      assert.ok([403, 404].includes(visitor.status), `${stranger} got ${visitor.status}`)
      assert.doesNotMatch(visitor.body, /Beth|Skerrow/)
    }
  })
})

describe('what an officer writes down of a young person without a sign-in', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now: '2027-05-10T09:00:00.000Z' })
    key = await aCase(hub, { givenName: 'Beth', familyName: 'Skerrow', bornOn: born, parents: ['kerry', 'daniel'], at: 'assessing', receivedOn: '2027-05-01' })
  })
  after(() => hub.close())

  it('is on the list of work before the day, and off it when it is settled with how and when', async () => {
    const officer = await (await hub.as('hattie')).get(paths.home())
    assert.match(officer.text, /Ask the young person what their parents may see: the rights pass to the young person on 26 June 2027/)
    await officer.get(paths.permission({ ...key, personId: demoPersonId('kerry') }))
    await officer.submit({ parts: ['plan', 'letters'], words: 'At college, with picture cards' })
    assert.equal(officer.status, 422)
    assert.deepEqual(officer.fieldsOf(officer.form()).get('words'), ['At college, with picture cards'])
    await officer.submit({ how: 'in-person', ...date('saidOn', '2027-05-09') })
    assert.deepEqual(officer.errors, [])
    assert.match(officer.text, /At college, with picture cards/)
    await officer.get(paths.permission({ ...key, personId: demoPersonId('daniel') }))
    await officer.submit({ parts: ['none'], words: 'She does not want it', how: 'in-person', ...date('saidOn', '2027-05-09') })
    await officer.get(paths.home())
    assert.doesNotMatch(officer.text, /Ask the young person/)
  })

  it('holds from the day: the one parent goes on being told, the other not; and neither reads how it was said', async () => {
    hub.setNow(on26June)
    const to = await inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => (await listFamilyAddressees(tx, await openCaseFile(tx, key))).map(({ name, copyOf }) => [name, copyOf]))
    assert.deepEqual(to, [['Beth Skerrow', undefined], ['Kerry Skerrow', 'Beth Skerrow']])
    const mother = await (await hub.as('kerry')).get(paths.caseRights(key))
    assert.match(mother.text, /get a copy of the letters/)
    assert.doesNotMatch(mother.text, /picture cards/)
    const father = await (await hub.as('daniel')).get(paths.caseRights(key))
    assert.match(father.text, /nothing new/)
    assert.doesNotMatch(father.text, /picture cards|Kerry|does not want it/)
  })

  it('lets a parent who may give views give their own, and not the young person’s', async () => {
    hub.setNow('2027-06-26T12:00:00.000Z')
    const officer = await (await hub.as('hattie')).get(paths.permission({ ...key, personId: demoPersonId('kerry') }))
    await officer.submit({ parts: ['views'], words: 'At college', how: 'in-person', ...date('saidOn', '2027-06-26') })
    assert.deepEqual(officer.errors, [])
    const mother = await (await hub.as('kerry')).get(paths.giveViews({ ...key, whose: 'parent' }))
    assert.equal(mother.status, 200)
    await mother.submit({ 'v-hopes': 'A place at college' }, { button: 'Send to the council' })
    assert.match(mother.text, /Your views have been saved/)
    await mother.get(paths.giveViews({ ...key, whose: 'child' }))
    assert.equal(mother.status, 403)
  })

  it('acts once when the form is sent twice, and not before the year', async () => {
    hub.setNow('2027-06-27T09:00:00.000Z')
    const officer = await (await hub.as('hattie')).get(paths.permission({ ...key, personId: demoPersonId('daniel') }))
    const form = { parts: ['views'], words: 'On the phone', how: 'phone', ...date('saidOn', '2027-06-27'), _once: officer.fieldsOf(officer.form()).get('_once') ?? [] }
    await officer.submit(form)
    await officer.get(paths.permission({ ...key, personId: demoPersonId('daniel') }))
    await officer.submit(form)
    assert.deepEqual(officer.errors, [])
    const { length } = await hub.fresh.db.selectFrom('permissionSaid').selectAll().where('parentId', '=', demoPersonId('daniel')).execute()
    assert.equal(length, 2)
    const child = await aCase(hub, { bornOn: '2018-02-23', parents: ['shno'] })
    await officer.get(paths.permission({ ...child, personId: demoPersonId('shno') }))
    await officer.submit({ parts: ['views'], words: 'x', how: 'phone', ...date('saidOn', '2027-06-27') })
    assert.equal(officer.status, 422)
  })
})
