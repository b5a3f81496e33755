import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aWindowsProgram } from '../../../test/builders/container-files.ts'
import { docxOf, lockedPdf, scannedPdf } from '../../../test/builders/hostile-files.ts'
import { fileRefusalWords } from '../../platform/files/file-type.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { readLedger } from '../../casebook/ledger.ts'
import { listOpenDrafts } from '../../casebook/open-drafts.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { system } from '../../casebook/viewer.ts'
import type { CaseId } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'
import { demoAreaId, demoOrganisationId, demoPersonId } from '../demo/seed-world.ts'

const area = 'wendmere'
const orla = { givenName: 'Orla', familyName: 'Adeyinka-Rowe', 'bornOn-day': '9', 'bornOn-month': '11', 'bornOn-year': '2022' }
type Filled = Parameters<Visitor['submit']>[0]

/** The draft's key, from any of its pages. */
const draftOf = (visitor: Visitor): { area: string; draftId: string } => ({ area, draftId: /\/request\/([0-9a-f-]{36})/.exec(visitor.url)?.[1] ?? '' })

async function begin(visitor: Visitor, who: string): Promise<Visitor> {
  await visitor.get(paths.requestStart({ area }))
  await visitor.submit({ who })
  if (visitor.heading === 'Write down how to come back') await visitor.submit()
  return visitor
}

async function answer(visitor: Visitor, question: string, filled: Filled): Promise<Visitor> {
  await visitor.get(paths.requestQuestion({ ...draftOf(visitor), question }))
  return visitor.submit(filled)
}

async function theChild(visitor: Visitor, child: typeof orla = orla): Promise<Visitor> {
  const { givenName, familyName, ...born } = child
  await answer(visitor, 'child-name', { givenName, familyName })
  return answer(visitor, 'born-on', born)
}

async function send(visitor: Visitor): Promise<Visitor> {
  await visitor.get(paths.requestCheck(draftOf(visitor)))
  return visitor.submit({ declared: 'yes' })
}

const referenceOn = (visitor: Visitor): string => /W-2026-\d{6}/.exec(visitor.text)?.[0] ?? ''

describe('asking for an assessment', () => {
  let hub: Hub
  before(async () => { hub = await aHub() })
  after(() => hub.close())

  const caseCalled = async (reference: string) => hub.fresh.db.selectFrom('caseFile').selectAll().where('reference', '=', reference).executeTakeFirstOrThrow()
  const factsOf = async (caseId: CaseId) => inTransaction({ house: hub.house, viewer: system, page: 'test' }, (tx) => readLedger(tx, demoAreaId(area), caseId))
  const keyOf = async (reference: string) => ({ area, caseId: (await caseCalled(reference)).id })

  it('begins at the hub’s start and the council’s, with other ways to ask and free help', async () => {
    const visitor = await hub.visitor().get(paths.start())
    await visitor.follow('Wendmere Council')
    assert.equal(visitor.heading, 'Ask for an EHC needs assessment')
    for (const words of [/01632 960100/, /You do not need a diagnosis/, /interpreter/, /Wendmere SENDIASS/, /Wendmere Local Offer/, /15 minutes/]) assert.match(visitor.text, words)
    assert.equal((await hub.visitor().get('/nowhere')).status, 404)
    assert.equal((await hub.visitor().get('/nowhere/request')).status, 404)
  })

  it('lets a parent without an account ask with four answers, and says when they will hear', async () => {
    const parent = await begin(hub.visitor(), 'parent')
    assert.match(parent.text, /4 things|3 things|things still to give/)
    await theChild(parent)
    await answer(parent, 'your-name', { fullName: 'Sinead Rowe', relation: 'mother', responsibility: 'yes', livesWith: 'yes' })
    await answer(parent, 'contact', { phone: '01632 960182', email: 's.rowe@example.org', safeContact: 'email' })
    await send(parent)
    assert.equal(parent.heading, 'Request sent')
    assert.match(parent.text, /26 October 2026/)
    assert.match(parent.text, /1 February 2027/)
    const made = await caseCalled(referenceOn(parent))
    assert.equal(made.receivedOn, '2026-09-14')
    assert.equal(made.stage, 'considering')
    const facts = await factsOf(made.id)
    assert.deepEqual(facts.map(({ type }) => type), ['request-received', 'party-joined'])
    assert.equal(facts[0]?.happenedOn, '2026-09-14')
    const mother = await hub.fresh.db.selectFrom('relationship as r').innerJoin('person as n', 'n.id', 'r.personId').selectAll().where('r.childId', '=', made.childId).executeTakeFirstOrThrow()
    assert.equal(mother.fullName, 'Sinead Rowe')
    assert.equal(mother.safeContact, 'email')
    assert.equal(mother.canSignIn, false)
    assert.equal(mother.hasParentalResponsibility, true)
    // Nothing typed stays behind in the draft.
    const draft = await hub.fresh.db.selectFrom('requestDraft').select(['answers', 'caseId']).where('caseId', '=', made.id).executeTakeFirstOrThrow()
    assert.deepEqual(draft.answers, {})
  })

  it('keeps what was typed and says what is wrong beside each field', async () => {
    const parent = await begin(hub.visitor(), 'parent')
    await answer(parent, 'child-name', { givenName: '', familyName: 'Rowe' })
    assert.equal(parent.status, 422)
    assert.deepEqual(parent.errors, ['Enter a first name'])
    assert.equal(parent.fieldsOf(parent.form()).get('familyName')?.[0], 'Rowe')
    for (const [filled, error] of [
      [{ 'bornOn-day': '31', 'bornOn-month': '2', 'bornOn-year': '2020' }, 'Date of birth must be a real date'],
      [{ 'bornOn-day': '1', 'bornOn-month': '', 'bornOn-year': '2020' }, 'Date of birth must include a month'],
      [{ 'bornOn-day': '15', 'bornOn-month': '9', 'bornOn-year': '2026' }, 'Date of birth must be in the past'],
      [{ 'bornOn-day': '15', 'bornOn-month': '9', 'bornOn-year': '1926' }, 'Date of birth must be less than 26 years ago. Check the year'],
    ] as const) {
      await answer(parent, 'born-on', filled)
      assert.deepEqual(parent.errors, [error])
      assert.equal(parent.fieldsOf(parent.form()).get('bornOn-day')?.[0], filled['bornOn-day'])
    }
    await answer(parent, 'contact', { email: 'not an address', phone: '123', safeContactNote: 'Not before 10' })
    assert.equal(parent.errors.length, 2)
    assert.match(parent.body, /Not before 10/)
    await answer(parent, 'home', { postcode: 'nowhere' })
    assert.deepEqual(parent.errors, ['Enter a full UK postcode, like ZZ97 6HL'])
  })

  it('says on the check page what is missing, beside each, and keeps the draft', async () => {
    const parent = await begin(hub.visitor(), 'parent')
    await answer(parent, 'strengths', { strengths: 'Loves music' })
    await parent.get(paths.requestCheck(draftOf(parent)))
    await parent.submit()
    assert.equal(parent.status, 422)
    assert.deepEqual(parent.errors, [
      'Enter the name of the child or young person', 'Enter the date of birth', 'Enter the name of the person who asks',
      'Enter a phone number or email address, or choose letters and give an address', 'Confirm that this is right as far as you know',
    ])
    for (const link of parent.root.querySelectorAll('.govuk-error-summary__list a')) {
      const target = link.getAttribute('href') ?? ''
      assert.ok(parent.root.querySelector(target), `${target} is on the page`)
    }
    assert.match(parent.text, /Loves music/)
  })

  it('acts once when sent twice', async () => {
    const parent = await begin(hub.visitor(), 'parent')
    await theChild(parent, { ...orla, givenName: 'Twice', 'bornOn-day': '1' })
    await answer(parent, 'your-name', { fullName: 'Ann Twice' })
    await answer(parent, 'contact', { phone: '01632 960182' })
    await parent.get(paths.requestCheck(draftOf(parent)))
    const form = Object.fromEntries(parent.fieldsOf(parent.form()))
    const check = parent.url
    await parent.submit({ declared: 'yes' })
    const reference = referenceOn(parent)
    const again = await hub.app.inject({ method: 'GET', url: check })
    assert.equal(again.statusCode, 404, 'a stranger does not even learn that it was sent')
    await parent.get(check)
    assert.equal(referenceOn(parent), reference)
    const children = await hub.fresh.db.selectFrom('child').select('id').where('givenName', '=', 'Twice').execute()
    assert.equal(children.length, 1)
    assert.ok(form['_once'])
  })

  it('acts once when the last button is pressed twice at the same time', async () => {
    const parent = await begin(await hub.as('sinead'), 'parent')
    await theChild(parent, { ...orla, givenName: 'Doubled', 'bornOn-day': '2' })
    await parent.get(paths.requestCheck(draftOf(parent)))
    const { makeRequest } = await import('./send/make-request.ts')
    const occasion = await hub.occasion('sinead')
    const door = { ...draftOf(parent), browserHash: undefined }
    const sent = await Promise.all([makeRequest(occasion, door, {}), makeRequest(occasion, door, {})])
    assert.equal(sent.filter(({ ok }) => ok).length, 1)
    assert.equal((await hub.fresh.db.selectFrom('child').select('id').where('givenName', '=', 'Doubled').execute()).length, 1)
  })

  it('lets people come back with reference and code on another device, and nobody with less', async () => {
    const parent = hub.visitor()
    await parent.get(paths.requestStart({ area }))
    await parent.submit({ who: 'parent' })
    const [reference = '', code = ''] = parent.root.querySelectorAll('.hub-code').map((one) => one.textContent)
    assert.match(code, /^[A-Z2-9]{4} [A-Z2-9]{4} [A-Z2-9]{4}$/)
    const kept = await hub.fresh.db.selectFrom('requestDraft').select('returnCodeHash').where('reference', '=', reference).executeTakeFirstOrThrow()
    assert.ok(!kept.returnCodeHash?.includes(code.replaceAll(' ', '')))
    await parent.submit()
    await answer(parent, 'child-name', { givenName: 'Orla', familyName: 'Rowe' })
    await parent.get(paths.requestCode(draftOf(parent)))
    assert.doesNotMatch(parent.text, new RegExp(code))
    const home = paths.requestTasks(draftOf(parent))

    const stranger = hub.visitor()
    assert.equal((await stranger.get(home)).status, 404)
    assert.equal((await (await hub.as('hattie')).get(home)).status, 404)

    const elsewhere = await hub.visitor().get(paths.requestReturn({ area }))
    await elsewhere.submit({ reference, code: 'AAAA AAAA AAAA' })
    const wrong = elsewhere.errors
    assert.equal(elsewhere.status, 422)
    await elsewhere.submit({ reference: 'ZZZZZZ', code })
    assert.deepEqual(elsewhere.errors, wrong, 'the same words, whether the reference exists or not')
    await elsewhere.submit({ reference: reference.toLowerCase(), code: code.toLowerCase().replaceAll(' ', '-') })
    assert.match(elsewhere.text, /Welcome back/)
    await elsewhere.get(paths.requestQuestion({ ...draftOf(parent), question: 'child-name' }))
    assert.equal(elsewhere.fieldsOf(elsewhere.form()).get('givenName')?.[0], 'Orla')
  })

  it('makes whoever tries code after code wait, the right code included, for any reference', async () => {
    const parent = hub.visitor()
    await parent.get(paths.requestStart({ area }))
    await parent.submit({ who: 'parent' })
    const [reference = '', code = ''] = parent.root.querySelectorAll('.hub-code').map((one) => one.textContent)
    const guesser = await hub.visitor().get(paths.requestReturn({ area }))
    for (const tried of [reference, 'QQQQQQ']) {
      for (let time = 0; time < 5; time += 1) await guesser.submit({ reference: tried, code: `WRONG${time}` })
      await guesser.submit({ reference: tried, code })
      assert.deepEqual(guesser.errors, ['Too many tries. Wait 15 minutes, then try again'])
    }
    hub.setNow('2026-09-14T09:20:00.000Z')
    await guesser.submit({ reference, code })
    assert.match(guesser.text, /Welcome back/)
    hub.setNow('2026-09-14T09:00:00.000Z')
  })

  it('gives a new code that ends the old one', async () => {
    const parent = hub.visitor()
    await parent.get(paths.requestStart({ area }))
    await parent.submit({ who: 'parent' })
    const [reference = '', old = ''] = parent.root.querySelectorAll('.hub-code').map((one) => one.textContent)
    await parent.submit()
    await parent.follow('How to come back later')
    await parent.submit({}, { button: 'Get a new code' })
    const fresh = parent.root.querySelectorAll('.hub-code')[1]?.textContent ?? ''
    assert.notEqual(fresh, old)
    const elsewhere = await hub.visitor().get(paths.requestReturn({ area }))
    await elsewhere.submit({ reference, code: old })
    assert.equal(elsewhere.status, 422)
    await elsewhere.submit({ reference, code: fresh })
    assert.match(elsewhere.text, /Welcome back/)
  })

  it('keeps a change made after going back in the browser, though the form’s mark is an old one', async () => {
    const parent = await begin(hub.visitor(), 'parent')
    await parent.get(paths.requestQuestion({ ...draftOf(parent), question: 'strengths' }))
    const once = parent.fieldsOf(parent.form()).get('_once') ?? []
    const url = parent.url
    await parent.submit({ strengths: 'First thought', _once: once })
    await parent.get(url)
    await parent.submit({ strengths: 'Second thought', _once: once })
    await parent.get(url)
    assert.equal(parent.fieldsOf(parent.form()).get('strengths')?.[0], 'Second thought')
  })

  it('finds a setting by part of its name, or keeps the name as typed', async () => {
    const parent = await begin(hub.visitor(), 'parent')
    await answer(parent, 'setting', { place: 'setting', settingName: 'bramble' })
    assert.equal(parent.heading, 'Which one is it?')
    await parent.submit({})
    assert.equal(parent.status, 422)
    await parent.submit({ settingId: demoOrganisationId('hattie') })
    assert.equal(parent.status, 422, 'only what was offered can be chosen')
    await parent.submit({ settingId: demoOrganisationId('bramblewick') })
    await parent.get(paths.requestCheck(draftOf(parent)))
    assert.match(parent.text, /Bramblewick Maintained Nursery School/)
    await answer(parent, 'setting', { place: 'setting', settingName: 'Little Acorns' })
    assert.notEqual(parent.heading, 'Which one is it?')
  })

  it('adds, removes and keeps rows of other parents without script', async () => {
    const parent = await begin(hub.visitor(), 'parent')
    await answer(parent, 'others', { others: 'yes' })
    assert.equal(parent.heading, 'Who are they?')
    await parent.submit({ 'fullName-1': 'Tunde Adeyinka' }, { button: 'Add another parent or carer' })
    assert.equal(parent.status, 200)
    await parent.submit({ 'fullName-2': 'Ann Other', 'email-2': 'not one' })
    assert.equal(parent.status, 422)
    assert.equal(parent.fieldsOf(parent.form()).get('fullName-2')?.[0], 'Ann Other')
    await parent.submit({}, { button: 'Remove parent or carer 1' })
    assert.equal(parent.fieldsOf(parent.form()).get('fullName-1')?.[0], 'Ann Other')
    await parent.submit({ 'email-1': 'ann@example.org' })
    await parent.get(paths.requestCheck(draftOf(parent)))
    assert.match(parent.text, /Ann Other/)
    assert.doesNotMatch(parent.text, /Tunde/)
  })

  it('never writes to somebody who is not safe to contact, and tells the officer', async () => {
    const parent = await begin(await hub.as('sinead'), 'parent')
    await theChild(parent, { ...orla, givenName: 'Guarded', 'bornOn-day': '3' })
    await answer(parent, 'your-name', { fullName: 'Sinead Rowe', responsibility: 'yes' })
    await answer(parent, 'home', { line1: '1 Hidden Lane', postcode: 'ZZ97 1AB', secret: 'yes' })
    await answer(parent, 'others', { others: 'yes' })
    await parent.submit({ 'fullName-1': 'Tunde Adeyinka', 'responsibility-1': 'yes', 'safe-1': 'no', 'safetyNote-1': 'Court order' })
    await send(parent)
    const key = await keyOf(referenceOn(parent))
    const parties = await hub.fresh.db.selectFrom('caseParty').select(['personId', 'part']).where('caseId', '=', key.caseId).execute()
    assert.deepEqual(parties.map(({ personId }) => personId), [demoPersonId('sinead')], 'the account that asked is linked; the other parent has no part')
    const officer = await (await hub.as('hattie')).get(paths.caseRequest(key))
    assert.match(officer.text, /Tunde Adeyinka: said not to be safe to contact/)
    assert.match(officer.text, /address is protected/)
    await officer.get(paths.tellOfRequest(key))
    assert.doesNotMatch(officer.text, /Tunde/)
    await parent.get(paths.caseRequest(key))
    assert.match(parent.text, /1 Hidden Lane/, 'one’s own words, whole')
  })

  it('takes evidence of the right kind only, and says why not in plain words', async () => {
    const parent = await begin(hub.visitor(), 'parent')
    await parent.get(paths.requestEvidence(draftOf(parent)))
    for (const [name, bytes, refusal] of [
      ['a.pdf', new Uint8Array(), 'empty'],
      ['report.pdf', aWindowsProgram(), 'holds-program'],
      ['report.pdf', lockedPdf(), 'locked'],
      ['report.docx', docxOf('').subarray(0, 200), 'broken'],
      ['report.pdf', docxOf(''), 'name-and-content-differ'],
      ['big.pdf', Buffer.alloc(25 * 1024 * 1024 + 1), 'too-big'],
    ] as const) {
      await parent.submitFiles({ file: { name, bytes } }, { title: 'From the clinic' })
      assert.equal(parent.status, 422)
      assert.deepEqual(parent.errors, [fileRefusalWords(refusal, '25MB')])
      assert.equal(parent.fieldsOf(parent.form()).get('title')?.[0], 'From the clinic')
    }
    await parent.submit({ title: 'Nothing chosen' })
    assert.deepEqual(parent.errors, ['Select a file'])
    await parent.submitFiles({ file: { name: '../../My report.PDF', bytes: scannedPdf() } })
    assert.match(parent.text, /My report\.pdf/)
    await parent.submitFiles({ file: { name: '../../My report.PDF', bytes: scannedPdf() } })
    assert.equal(parent.root.querySelectorAll('.govuk-summary-list__row').length, 1, 'the same file twice is one')
    await parent.submitFiles({ file: { name: 'note.txt', bytes: Buffer.from('She likes music.') } }, { title: 'Grandma’s note' })
    await parent.get(parent.root.querySelectorAll('.govuk-summary-list__actions a')[0]?.getAttribute('href') ?? '')
    assert.equal((await hub.visitor().get(parent.url)).status, 404)
    await parent.submit()
    assert.doesNotMatch(parent.text, /My report/)
    await theChild(parent, { ...orla, givenName: 'Filed', 'bornOn-day': '4' })
    await answer(parent, 'your-name', { fullName: 'Ann Filed' })
    await answer(parent, 'contact', { phone: '01632 960182' })
    await send(parent)
    const key = await keyOf(referenceOn(parent))
    assert.equal((await factsOf(key.caseId)).filter(({ type }) => type === 'evidence-added').length, 1)
    assert.match((await (await hub.as('hattie')).get(paths.caseRequest(key))).text, /Grandma’s note/)
  })

  it('asks a school for strengths, support and views before it can send, and knows who they are', async () => {
    const senco = await begin(await hub.as('debra'), 'school')
    await senco.get(paths.requestQuestion({ ...draftOf(senco), question: 'your-name' }))
    assert.equal(senco.fieldsOf(senco.form()).get('organisation')?.[0], 'Larkfell Primary School')
    await theChild(senco, { givenName: 'Rewan', familyName: 'Tahsin', 'bornOn-day': '23', 'bornOn-month': '2', 'bornOn-year': '2018' })
    await answer(senco, 'numbers', { upn: 'M001900121015', nhsNumber: '9990412180' })
    assert.equal(senco.errors.length, 2)
    await senco.submit({ upn: 'm001900121014', nhsNumber: '999 041 2189' })
    await senco.get(paths.requestCheck(draftOf(senco)))
    await senco.submit({ declared: 'yes' })
    assert.deepEqual(senco.errors, [
      'Enter at least one parent or carer with a phone number, an email address or where they live', 'Tell the family that you are asking, or phone the SEND team', 'Enter the family’s views',
      'Enter their strengths and interests', 'Enter what their needs are', 'Enter at least one thing that was tried, with its effect', 'Enter their attendance', 'Enter the outcomes hoped for',
      'Enter the child’s views and how you found them out',
    ])
    await answer(senco, 'parents', { 'fullName-1': 'Shno Tahsin', 'relation-1': 'mother', 'responsibility-1': 'yes', 'livesWith-1': 'yes', 'phone-1': '01632 960141', 'safe-1': 'yes' })
    await answer(senco, 'language', { language: 'Central Kurdish (Sorani)', interpreter: 'yes' })
    await answer(senco, 'family-views', { knows: 'yes', 'family-views': 'We want him to be understood.' })
    await answer(senco, 'strengths', { strengths: 'Builds bridges from anything.' })
    await answer(senco, 'needs', { needs: 'Finds words hard in both languages.' })
    await answer(senco, 'support', { 'tried-1': 'Colourful semantics, 3 times a week', 'when-1': 'Spring 2026', 'effect-1': 'Two-part sentences' })
    await answer(senco, 'attendance', { percent: '94%' })
    await answer(senco, 'outcomes', { outcomes: 'Tells a short story.' })
    await answer(senco, 'child-views', { 'child-views': 'I like making.', how: 'Talking mats' })
    assert.deepEqual(await inTransaction(await hub.occasion('debra'), async (tx) => (await listOpenDrafts(tx)).map(({ childName }) => childName)), ['Rewan Tahsin'])
    assert.deepEqual(await inTransaction(await hub.occasion('idwal'), listOpenDrafts), [])
    await send(senco)
    assert.equal(senco.heading, 'Request sent')
    const key = await keyOf(referenceOn(senco))
    const child = await hub.fresh.db.selectFrom('child').selectAll().where('id', '=', (await caseCalled(referenceOn(senco))).childId).executeTakeFirstOrThrow()
    assert.equal(child.upn, 'M001900121014')
    assert.equal(child.nhsNumber, '9990412189')
    assert.deepEqual((await factsOf(key.caseId)).flatMap((fact) => (fact.type === 'party-joined' ? [`${fact.part}: ${fact.name}`] : [])), ['parent: Shno Tahsin', 'school: Larkfell Primary School'])
    const officer = await (await hub.as('hattie')).get(paths.caseRequest(key))
    for (const words of [/Builds bridges/, /Two-part sentences/, /Talking mats/, /section 36\(1\)/, /Debra Llewellyn-Hart, Larkfell/]) assert.match(officer.text, words)
    // Sight of the case is not sight of the family’s words: the request is for the council and the family.
    assert.equal((await senco.get(paths.caseRequest(key))).status, 403)
  })

  it('says plainly when the law calls it bringing to attention, and starts the same clocks', async () => {
    const visitor = await begin(await hub.as('soraya'), 'health')
    await visitor.get(paths.requestStart({ area }))
    const doctor = await begin(visitor, 'other')
    await theChild(doctor, { ...orla, givenName: 'Noticed', 'bornOn-day': '5' })
    await answer(doctor, 'your-name', { fullName: 'Ann Neighbour' })
    await answer(doctor, 'contact', { phone: '01632 960182' })
    await doctor.get(paths.requestCheck(draftOf(doctor)))
    assert.match(doctor.text, /attention .*section 24.*same time/)
    await doctor.submit({ declared: 'yes' })
    const made = await caseCalled(referenceOn(doctor))
    const facts = await factsOf(made.id)
    assert.equal(facts[0]?.type, 'brought-to-attention')
    assert.equal(made.stage, 'considering')
  })

  it('lets a young person ask for themselves, and a child under that age too', async () => {
    for (const [born, type, part] of [['2009', 'request-received', ['young-person']], ['2013', 'brought-to-attention', []]] as const) {
      const young = await begin(hub.visitor(), 'young-person')
      await theChild(young, { givenName: `Beth${born}`, familyName: 'Skerrow', 'bornOn-day': '30', 'bornOn-month': '1', 'bornOn-year': born })
      await answer(young, 'contact', { email: 'beth@example.org' })
      await send(young)
      assert.equal(young.heading, 'Request sent')
      const facts = await factsOf((await caseCalled(referenceOn(young))).id)
      assert.equal(facts[0]?.type, type)
      assert.deepEqual(facts.flatMap((fact) => (fact.type === 'party-joined' ? [fact.part] : [])), part)
    }
  })

  it('lets staff write down a request from the day it was received, whatever it lacks', async () => {
    const officer = await hub.as('hattie')
    await officer.get(paths.requestStart({ area }))
    await officer.submit({ who: 'parent' })
    assert.deepEqual(officer.errors, ['Select how the request reached the council', 'The day on which it was received must be filled in'])
    await officer.submit({ who: 'parent', channel: 'letter', 'received-day': '15', 'received-month': '9', 'received-year': '2026' })
    assert.deepEqual(officer.errors, ['The day on which it was received must be 14 September 2026 or earlier'])
    await officer.submit({ who: 'parent', channel: 'letter', 'received-day': '6', 'received-month': '9', 'received-year': '2026' })
    assert.match(officer.text, /by letter by a parent or carer, received on 6 September 2026/)
    await theChild(officer, { ...orla, givenName: 'Written', 'bornOn-day': '6' })
    await answer(officer, 'your-name', { fullName: 'Kit Written', responsibility: 'yes' })
    await send(officer)
    const made = await caseCalled(referenceOn(officer))
    assert.equal(made.receivedOn, '2026-09-06')
    const [first] = await factsOf(made.id)
    assert.ok(first?.type === 'request-received' && first.channel === 'letter' && first.happenedOn === '2026-09-06')
    assert.equal(first.recordedBy, demoPersonId('hattie'))
    await officer.get(paths.caseRequest({ area, caseId: made.id }))
    assert.match(officer.text, /Written down by ?Hattie Greaves/)
    // An officer of another area asks as anybody else would.
    assert.equal((await (await hub.as('aled')).get(paths.requestStart({ area }))).heading, 'Who is asking?')
  })
})
