import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'
import { demoPersonId } from '../demo/seed-world.ts'
import { detailField } from './words.ts'

const aunt = { fullName: 'Nasrin Tahsin', relation: 'aunt', livesWith: 'no', responsibility: 'no', safeContact: 'phone', phone: '01632 960 555', seesCase: 'no' }

describe('the family of a child', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub()
    key = await aCase(hub)
  })
  after(() => hub.close())

  const countFacts = async (type: string): Promise<number> =>
    (await hub.fresh.db.selectFrom('fact').select('seq').where('caseId', '=', key.caseId as never).where('type', '=', type).execute()).length

  it('records somebody with evidence, restriction and safe contact, once', async () => {
    const officer = await (await hub.as('hattie')).get(paths.caseAddFamily(key))
    const once = officer.fieldsOf(officer.form()).get('_once') ?? []
    const filled = { ...aunt, voicemail: 'no', safeTimes: 'after 15:00', responsibilityEvidence: 'Nothing seen', _once: once }
    await officer.submit(filled)
    assert.match(officer.body, /Recorded/)
    assert.match(officer.words, /Nasrin Tahsin .*Relation aunt .*No parental responsibility The child does not live with them No parent in law .*Can see the case No .*Phone only, after 15:00\. Leave no voice message\./)
    await officer.get(paths.caseAddFamily(key))
    await officer.submit(filled)
    assert.equal(await countFacts('family-recorded'), 1)
    await officer.get(paths.caseAddFamily(key))
    await officer.submit(aunt)
    assert.deepEqual(officer.errors, ['This person is recorded already. Change what is recorded instead'])
  })

  it('keeps everything typed when something is wrong', async () => {
    const officer = await (await hub.as('hattie')).get(paths.caseAddFamily(key))
    await officer.submit({ ...aunt, fullName: 'Lana Tahsin', email: 'lana at home', interpreter: ['yes'], evidenceSeen: ['yes'], 'responsibilityFrom-day': '31', 'responsibilityFrom-month': '2', 'responsibilityFrom-year': '2026' })
    assert.equal(officer.status, 422)
    assert.deepEqual(officer.errors, [
      'Enter an email address in the correct format, like name@example.com', 'Enter what you saw',
      'The day parental responsibility began must be a real date', 'Enter the language of the interpreter',
    ])
    const fields = officer.fieldsOf(officer.form())
    assert.deepEqual(['fullName', 'email', 'interpreter', 'responsibilityFrom-day', 'safeContact'].map((name) => fields.get(name)?.[0]), ['Lana Tahsin', 'lana at home', 'yes', '31', 'phone'])
  })

  it('never gives a case to somebody else by their e-mail address', async () => {
    const officer = await (await hub.as('hattie')).get(paths.caseAddFamily(key))
    await officer.submit({ ...aunt, fullName: 'Sara Tahsin', email: 'kerry@example.org', seesCase: 'yes' })
    assert.deepEqual(officer.errors, ['This email address belongs to somebody else on record. Check it with them'])
    assert.notEqual((await (await hub.as('kerry')).get(paths.caseOverview(key))).status, 200)
  })

  it('takes sight of the case from a parent at once, and gives it back', async () => {
    const officer = await (await hub.as('hattie')).get(paths.caseFamily(key))
    const change = officer.root.querySelectorAll('.govuk-summary-card').find((card) => card.textContent.includes('Hoshang'))?.querySelector('a')?.getAttribute('href') ?? ''
    await officer.get(change)
    assert.equal(officer.heading, 'Change what is recorded of Hoshang Tahsin')
    await officer.submit({ seesCase: 'no' })
    assert.equal((await (await hub.as('hoshang')).get(paths.caseOverview(key))).status, 404)
    await officer.get(change)
    await officer.submit({ seesCase: 'yes' })
    assert.equal((await (await hub.as('hoshang')).get(paths.caseOverview(key))).status, 200)
  })

  it('lets nobody see the case who is no parent in law', async () => {
    const officer = await (await hub.as('hattie')).get(paths.caseAddFamily(key))
    await officer.submit({ ...aunt, fullName: 'Dilan Tahsin', email: 'dilan@example.org', seesCase: 'yes' })
    assert.deepEqual(officer.errors, ['They have neither parental responsibility nor care of the child, so they cannot see the case'])
    await officer.submit({ livesWith: 'yes' })
    assert.match(officer.words, /Dilan Tahsin .*The child lives with them .*Can see the case Yes/)
  })

  it('keeps addresses with their history and shows a protected one to nobody', async () => {
    const officer = await (await hub.as('hattie')).get(paths.caseAddress(key))
    const from = (day: string, month: string, year: string) => ({ 'from-day': day, 'from-month': month, 'from-year': year })
    await officer.submit({ lines: '1 Old Road\nWendmere', postcode: 'ZZ98 1AB', household: 'home', confidential: 'no', howKnown: 'document', ...from('1', '9', '2020') })
    await officer.get(paths.caseAddress(key))
    await officer.submit({ lines: '9 Safe House', postcode: 'not one', household: 'home', ...from('1', '9', '2026') })
    assert.deepEqual(officer.errors, ['Select yes if the address must be protected', 'Enter a full UK postcode, or leave it empty', 'Select how we know'])
    await officer.submit({ lines: '9 Safe House', postcode: 'zz971xx', household: 'home', confidential: 'yes', howKnown: 'themselves', ...from('1', '9', '2026') })
    assert.deepEqual(officer.errors, ['Select how letters reach them safely', 'Select who lives there, so that nothing is sent to them elsewhere'])
    await officer.submit({ residents: [demoPersonId('shno')], lettersBy: 'post', letterKind: 'refuge-post', letterLines: '9 Safe House', letterPostcode: 'zz971xx' })
    assert.deepEqual(officer.errors, ['This is the protected address itself. Enter one that may be known'])
    await officer.submit({ letterLines: 'PO Box 12\nWendmere', letterPostcode: 'ZZ99 1AA' })
    assert.match(officer.words, /home with Shno Tahsin Protected: not shown letters go to another address 1 September 2026 Now home 1 Old Road, Wendmere, ZZ98 1AB 1 September 2020 31 August 2026/)
    const kept = await hub.fresh.db.selectFrom('childAddress').select(['lines', 'postcode']).where('isConfidential', '=', true).executeTakeFirstOrThrow()
    assert.deepEqual(kept, { lines: [], postcode: null })
    for (const path of [paths.caseOverview(key), paths.caseTimeline(key), paths.caseFamily(key), paths.casePeople(key), paths.caseAddress(key)]) {
      assert.doesNotMatch((await officer.get(path)).body, /Safe House|ZZ97/)
    }
    const mother = await (await hub.as('shno')).get(paths.caseTimeline(key))
    assert.doesNotMatch(mother.words, /address was/i)
  })

  it('lets the family say how the child communicates, and take off what is over', async () => {
    const mother = await (await hub.as('shno')).get(paths.caseCommunication(key))
    await mother.submit()
    assert.deepEqual(mother.errors, ['Select at least one thing that helps'])
    await mother.submit({ kind: ['Speech', 'Home language'] })
    assert.deepEqual(mother.errors, ['Enter the home language'])
    assert.deepEqual(mother.fieldsOf(mother.form('#add')).get('kind'), ['Speech', 'Home language'])
    await mother.submit({ [detailField('Home language')]: 'Central Kurdish (Sorani)' })
    assert.match(mother.words, /Speech \(since 14 September 2026\)/)
    assert.match(mother.words, /Home language: Central Kurdish \(Sorani\) \(since 14 September 2026\)/)
    await mother.submit({ kind: ['Speech'] }, { to: '#add' })
    assert.deepEqual(mother.errors, ['This is recorded already'])
    const officer = await (await hub.as('hattie')).get(paths.caseOverview(key))
    assert.match(officer.body, /Home language: Central Kurdish/)
    await mother.get(paths.caseCommunication(key))
    for (const _ of ['Speech', 'Home language']) await mother.submit()
    assert.doesNotMatch(mother.words, /What we know now/)
    assert.equal(await countFacts('communication-recorded'), 4)
  })

  it('keeps a document for those whom the sender chose, and never for the other parent', async () => {
    const mother = await (await hub.as('shno')).get(paths.caseEvidence(key))
    const bytes = new TextEncoder().encode('A letter about Rewan.')
    await mother.submitFiles({ file: { name: 'letter.txt', bytes } }, { title: '', share: 'everybody' })
    assert.equal(mother.status, 422)
    assert.deepEqual(mother.errors, ['Enter what the document is', 'Choose “letter.txt” again'])
    await mother.submitFiles({}, { title: 'Hospital letter', share: 'everybody' })
    assert.deepEqual(mother.errors, ['Select a file'])
    await mother.submitFiles({ file: { name: 'letter.txt', bytes } }, { title: 'Hospital letter', share: 'everybody' })
    assert.match(mother.words, /Hospital letter 14 September 2026/)
    const link = mother.link('Hospital letter')
    for (const [person, status] of [['hattie', 200], ['debra', 200], ['shno', 200], ['hoshang', 404]] as const) assert.equal((await (await hub.as(person)).get(link)).status, status, person)
    const father = await (await hub.as('hoshang')).get(paths.caseEvidence(key))
    assert.doesNotMatch(father.words, /Hospital/)
    assert.doesNotMatch((await father.get(paths.caseTimeline(key))).words, /Hospital|Evidence/)
  })

  it('is for the council’s team alone', async () => {
    for (const path of [paths.caseFamily(key), paths.caseAddFamily(key), paths.caseAddress(key)]) {
      for (const person of ['shno', 'debra']) assert.equal((await (await hub.as(person)).get(path)).status, 403, `${person} at ${path}`)
      assert.equal((await (await hub.as('aled')).get(path)).status, 404)
    }
    assert.equal((await (await hub.as('tom')).get(paths.caseFamily(key))).status, 200)
    assert.equal((await (await hub.as('tom')).get(paths.caseAddFamily(key))).status, 403)
  })
})
