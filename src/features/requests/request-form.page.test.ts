import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { answer, area, begin, draftOf, orla, referenceOn, send, theChild } from '../../../test/builders/a-request.ts'
import { aWindowsProgram } from '../../../test/builders/container-files.ts'
import { docxOf, lockedPdf, scannedPdf } from '../../../test/builders/hostile-files.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { readLedger } from '../../casebook/ledger.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import type { CaseId } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'
import { fileRefusalWords } from '../../platform/files/file-type.ts'
import { demoAreaId, demoOrganisationId, demoPersonId } from '../demo/seed-world.ts'

describe('the request form, its saving and its evidence', () => {
  let hub: Hub
  before(async () => { hub = await aHub() })
  after(() => hub.close())

  const caseCalled = async (reference: string) => hub.fresh.db.selectFrom('caseFile').selectAll().where('reference', '=', reference).executeTakeFirstOrThrow()
  const factsOf = async (caseId: CaseId) => inTransaction({ house: hub.house, viewer: system, page: 'test' }, (tx) => readLedger(tx, demoAreaId(area), caseId))
  const keyOf = async (reference: string) => ({ area, caseId: (await caseCalled(reference)).id })

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

  it('shows whoever sent a file that file again, and no other parent', async () => {
    const mother = await begin(await hub.as('kerry'), 'parent')
    await theChild(mother, { ...orla, givenName: 'Shown', 'bornOn-day': '7' })
    await answer(mother, 'your-name', { fullName: 'Kerry Skerrow', responsibility: 'yes' })
    await mother.get(paths.requestEvidence(draftOf(mother)))
    await mother.submitFiles({ file: { name: 'letter.txt', bytes: Buffer.from('From the clinic.') } }, { title: 'Letter from the clinic' })
    await answer(mother, 'contact', { phone: '01632 960182' })
    await send(mother)
    const key = await keyOf(referenceOn(mother))
    await mother.get(paths.caseRequest(key))
    const to = mother.link('Letter from the clinic')
    assert.equal((await mother.get(to)).status, 200)
    const { localAreaId, caseId } = { localAreaId: demoAreaId(area), caseId: key.caseId }
    await hub.fresh.db.insertInto('caseParty').values({ localAreaId, id: hub.house.newId<never>(), caseId, personId: demoPersonId('daniel'), part: 'parent', basis: 'parental responsibility', fromOn: '2026-09-14' as never }).execute()
    const father = await (await hub.as('daniel')).get(paths.caseRequest(key))
    assert.equal(father.heading, 'The request as received')
    assert.doesNotMatch(father.text, /clinic/)
    assert.equal((await father.get(to)).status, 404)
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
    await parent.get(paths.requestEvidence(draftOf(parent)))
    await parent.submit({}, { button: 'Continue' })
    assert.equal(parent.heading, 'Your request for an assessment', 'nothing has to be added')
    await parent.get(paths.requestEvidence(draftOf(parent)))
    await parent.submitFiles({ file: { name: 'kept.txt', bytes: Buffer.from('Not left behind.') } }, {}, { button: 'Continue' })
    assert.match(parent.text, /1 file/, 'a file that was chosen goes along')
    await parent.get(paths.requestEvidence(draftOf(parent)))
    await parent.get(parent.root.querySelector('.govuk-summary-list__actions a')?.getAttribute('href') ?? '')
    await parent.submit()
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

})
