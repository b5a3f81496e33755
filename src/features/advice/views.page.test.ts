import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { boxes } from '../../../test/builders/container-files.ts'
import { lockedPdf, scannedPdf } from '../../../test/builders/hostile-files.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { pictureSize } from '../../platform/files/picture-size.ts'
import { paths } from '../../paths.ts'
import { demoPersonId } from '../demo/seed-world.ts'

const aPng = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const aFilm = Buffer.from(boxes(['ftyp', 'isom\0\0\0\0isommp41'], ['moov', 'index'], ['mdat', 'film']))

describe('views of the family', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now: '2026-10-20T09:00:00.000Z' }) })
  after(() => hub.close())
  const anAssessment = (): Promise<CaseKey> => aCase(hub, { at: 'assessing', receivedOn: '2026-09-14' })
  const adviceOf = async (key: CaseKey) => hub.fresh.db.selectFrom('advice').selectAll().where('caseId', '=', key.caseId as never).orderBy('begunAt').execute()

  it('keeps each parent’s words from the other, and shows both to the council', async () => {
    const key = await anAssessment()
    const officer = await (await hub.as('hattie')).get(paths.askForAdvice(key))
    await officer.submit({ ask: [`a:${demoPersonId('shno')}`, `a:${demoPersonId('hoshang')}`] })
    await officer.submit({}, { button: 'Send 2 requests' })
    const mother = await (await hub.as('shno')).get(paths.giveViews({ ...key, whose: 'parent' }))
    await mother.submit({ 'v-worries': 'He is alone at lunch.' }, { button: 'Save and come back later' })
    assert.deepEqual(mother.fieldsOf(mother.form()).get('v-worries'), ['He is alone at lunch.'])
    const father = await (await hub.as('hoshang')).get(paths.giveViews({ ...key, whose: 'parent' }))
    assert.doesNotMatch(father.body, /alone at lunch/)
    await mother.submit({}, { button: 'Send to the council' })
    assert.match(mother.text, /Your views have been saved/)
    await father.submit({ 'v-goingWell': 'He plays football.' }, { button: 'Send to the council' })
    const [first, second] = await adviceOf(key)
    for (const [who, adviceId, status] of [['shno', first?.id, 200], ['hoshang', first?.id, 404], ['shno', second?.id, 404], ['hoshang', second?.id, 200], ['hattie', first?.id, 200], ['debra', first?.id, 404]] as const) {
      const visitor = await (await hub.as(who)).get(paths.advice({ ...key, adviceId: adviceId ?? '' }))
      assert.equal(visitor.status, status, `${who} got ${visitor.status}`)
    }
    await father.get(paths.adviceList(key))
    assert.doesNotMatch(father.text, /Shno/)
    const requests = await hub.fresh.db.selectFrom('adviceRequest').select('state').where('caseId', '=', key.caseId as never).execute()
    assert.deepEqual(requests.map(({ state }) => state), ['given', 'given'])
  })

  it('sends nothing that says nothing, and sends once', async () => {
    const key = await anAssessment()
    const mother = await (await hub.as('shno')).get(paths.giveViews({ ...key, whose: 'parent' }))
    await mother.submit({ 'v-hopes': '  ' }, { button: 'Send to the council' })
    assert.deepEqual(mother.errors, ['Write something, or add a file, before you send'])
    const once = mother.fieldsOf(mother.form()).get('_once') ?? []
    const form = { 'v-hopes': 'That he has a friend.', _once: once }
    await mother.submit(form, { button: 'Send to the council' })
    const again = await (await hub.as('shno')).get(paths.giveViews({ ...key, whose: 'parent' }))
    await again.submit(form, { button: 'Send to the council' })
    assert.equal((await adviceOf(key)).length, 1)
  })

  it('lets staff write down what a parent said, by which way, in that parent’s name', async () => {
    const key = await anAssessment()
    const officer = await (await hub.as('hattie')).get(paths.giveViews({ ...key, whose: 'parent' }))
    await officer.follow('Shno Tahsin')
    await officer.submit({ 'v-worries': 'He says he is sick on Mondays.' }, { button: 'Record these views' })
    assert.deepEqual(officer.errors, ['Select how they told you'])
    assert.deepEqual(officer.fieldsOf(officer.form()).get('v-worries'), ['He says he is sick on Mondays.'])
    await officer.submit({ channel: 'interpreter' }, { button: 'Record these views' })
    const [advice] = await adviceOf(key)
    assert.deepEqual([advice?.authorName, advice?.channel, advice?.recordedBy], ['Shno Tahsin', 'interpreter', demoPersonId('hattie')])
    const mother = await (await hub.as('shno')).get(paths.advice({ ...key, adviceId: advice?.id ?? '' }))
    assert.match(mother.text, /through an interpreter/)
    const father = await (await hub.as('hoshang')).get(paths.advice({ ...key, adviceId: advice?.id ?? '' }))
    assert.equal(father.status, 404)
  })

  it('keeps the child’s own words apart from a reading of them, and what the child keeps back out of the plan', async () => {
    const key = await anAssessment()
    const officer = await (await hub.as('hattie')).get(paths.giveViews({ ...key, whose: 'child' }))
    await officer.submit({ 'v-good': '“Me fix it.”', 'channel': 'in-person' }, { button: 'Record these views' })
    assert.deepEqual(officer.errors, ['Select how the child was asked'])
    await officer.submit({
      methods: ['picture-sort', 'drawing'], supporter: 'Mrs Jo Farrant, teaching assistant', 'v-_reading': 'We think he likes to be of use.',
      keepOut: 'the wall near the bins\nYou talk baby', notFor: [`person:${demoPersonId('hoshang')}`],
    }, { button: 'Record these views' })
    const [advice] = await adviceOf(key)
    assert.equal(advice?.method, 'sorting pictures and drawing or building')
    assert.match(advice?.reportText ?? '', /“Me fix it\.”\n\nWhat the adults think it may mean\n\nWe think/)
    const mother = await (await hub.as('shno')).get(paths.advice({ ...key, adviceId: advice?.id ?? '' }))
    assert.match(mother.text, /Me fix it/)
    const father = await (await hub.as('hoshang')).get(paths.advice({ ...key, adviceId: advice?.id ?? '' }))
    assert.equal(father.status, 404)
    await officer.get(paths.keepOut(key))
    assert.match(officer.text, /the wall near the bins/)
    assert.match(officer.text, /You talk baby/)
    await mother.get(paths.keepOut(key))
    assert.doesNotMatch(mother.text, /wall near the bins/)
  })

  it('takes a young person’s own words, with whom they are not for', async () => {
    const key = await aCase(hub, { givenName: 'Bethan', familyName: 'Skerrow', bornOn: '2013-05-04', parents: ['kerry', 'daniel'], setting: 'hallowcross', at: 'assessing', receivedOn: '2026-09-14' })
    const { localAreaId } = await hub.fresh.db.selectFrom('caseFile').select('localAreaId').where('id', '=', key.caseId as never).executeTakeFirstOrThrow()
    await hub.fresh.db.insertInto('caseParty').values({ localAreaId, id: hub.house.newId<string>(), caseId: key.caseId as never, personId: demoPersonId('beth'), part: 'young-person', basis: 'the child', fromOn: '2026-09-14' as never }).execute()
    const beth = await (await hub.as('beth')).get(paths.giveViews({ ...key, whose: 'child' }))
    assert.equal(beth.heading, 'What you think')
    await beth.submit({ methods: 'typing', 'v-hard': 'Static is when everybody talks.', notFor: `person:${demoPersonId('daniel')}` }, { button: 'Send to the council' })
    const [advice] = await adviceOf(key)
    for (const [who, status] of [['beth', 200], ['kerry', 200], ['daniel', 404], ['hattie', 200], ['idwal', 404]] as const) {
      const visitor = await (await hub.as(who)).get(paths.advice({ ...key, adviceId: advice?.id ?? '' }))
      assert.equal(visitor.status, status, `${who} got ${visitor.status}`)
    }
  })

  it('takes drawings, recordings and films as views, shows them with who gave them, and lets them be taken out again', async () => {
    const key = await anAssessment()
    const mother = await (await hub.as('shno')).get(paths.giveViews({ ...key, whose: 'child' }))
    await mother.submitFiles({ report: { name: 'my school.png', bytes: aPng } }, { methods: 'drawing', next: 'save' })
    await mother.submitFiles({ report: { name: 'talking.mp4', bytes: aFilm } }, { next: 'save' })
    await mother.submitFiles({ report: { name: 'second.png', bytes: aPng } }, { next: 'save' })
    assert.match(mother.text, /Picture: my school\.png .*Given by you on 20 October 2026/)
    await mother.submit({ methods: [] }, { button: 'Send to the council' })
    assert.deepEqual(mother.errors, ['Select how the child was asked'])
    assert.match(mother.title, /^Error: /)
    assert.doesNotMatch(mother.text, /Success/, 'what was saved before is not said beside what is wrong now')
    await mother.get(paths.giveViews({ ...key, whose: 'child' }))
    const second = mother.root.querySelectorAll('input[name="takeOut"]').at(-1)?.getAttribute('value') ?? ''
    await mother.submit({ takeOut: second }, { button: 'Send to the council' })
    assert.deepEqual(mother.errors, [], 'drawings alone say something')
    const [advice] = await adviceOf(key)
    const at = paths.advice({ ...key, adviceId: advice?.id ?? '' })
    const officer = await (await hub.as('hattie')).get(at)
    assert.match(officer.text, /Picture: my school\.png .*Given by Shno Tahsin on 20 October 2026.*Film: talking\.mp4/)
    assert.doesNotMatch(officer.text, /second\.png/)
    const [picture, film] = officer.root.querySelectorAll('.hub-views-files p a').map((link) => link.getAttribute('href') ?? '')
    const drawn = await officer.download(picture ?? '')
    assert.deepEqual([drawn.type, drawn.name], ['image/png', 'my school.png'])
    // Drawn anew from its dots, so that nothing else comes along.
    assert.deepEqual(pictureSize(drawn.bytes, 'image/png'), pictureSize(aPng, 'image/png'))
    assert.equal((await officer.download(film ?? '')).type, 'video/mp4')
    const father = await (await hub.as('hoshang')).get(at)
    assert.match(father.text, /my school\.png/)
    assert.doesNotMatch(father.text, /Shno/, 'one parent is not named to the other')
    for (const stranger of ['debra', 'idwal']) {
      const { status } = await (await hub.as(stranger)).download(picture ?? '')
      assert.ok(status === 403 || status === 404, `${stranger} got ${status}`)
    }
    const { status } = await (await hub.as('debra')).download(at.replace(/given.*/, `given/${advice?.id ?? ''}/files/${second}`))
    assert.ok(status === 403 || status === 404)
  })

  it('keeps a scanned drawing, and says in plain words what it cannot take', async () => {
    const key = await anAssessment()
    const mother = await (await hub.as('shno')).get(paths.giveViews({ ...key, whose: 'child' }))
    await mother.submitFiles({ report: { name: 'scan.pdf', bytes: scannedPdf() } }, { next: 'save' })
    assert.match(mother.text, /File: scan\.pdf/)
    for (const [name, bytes, message] of [
      ['drawing.png', Buffer.from('no picture'), /is not the type its name says/], ['film.mp4', aFilm.subarray(0, aFilm.length - 3), /damaged or was not saved completely/],
      ['letter.pdf', lockedPdf(), /needs a password to open it/], ['game.exe', Buffer.from('MZ'), /contains a program/],
    ] as const) {
      await mother.submitFiles({ report: { name, bytes } }, { 'v-good': 'Typed before', next: 'save' })
      assert.equal(mother.status, 422, name)
      assert.match(mother.errors.join(), message)
      assert.deepEqual(mother.fieldsOf(mother.form()).get('v-good'), ['Typed before'])
    }
    await mother.submitFiles({ report: { name: 'good.png', bytes: aPng } }, { next: 'send', methods: [] })
    assert.deepEqual(mother.errors, ['Select how the child was asked', 'Choose the file again: good.png'])
    for (let count = 1; count < 10; count += 1) {
      await mother.submitFiles({ report: { name: `drawing ${count}.png`, bytes: aPng } }, { next: 'save' })
      assert.deepEqual(mother.errors, [])
    }
    await mother.submitFiles({ report: { name: 'one too many.png', bytes: aPng } }, { next: 'save' })
    assert.match(mother.errors.join(), /You can add up to 10 pictures, recordings and films/)
  })

  it('takes a file with or without typed words, word for word', async () => {
    const key = await anAssessment()
    const mother = await (await hub.as('shno')).get(paths.giveViews({ ...key, whose: 'parent' }))
    const words = 'My son\n\nHe mends things. He is kind.'
    await mother.submitFiles({ report: { name: 'views.txt', bytes: new TextEncoder().encode(words) } }, { 'v-goingWell': 'Football.', next: 'save' })
    await mother.submit({ 'v-goingWell': 'Football and buses.' }, { button: 'Send to the council' })
    const [advice] = await adviceOf(key)
    assert.equal(advice?.reportText, `What is going well?\n\nFootball and buses.\n\n${words}`)
    for (const wrong of [{ name: 'views.exe', bytes: new TextEncoder().encode('MZ') }, { name: 'views.pdf', bytes: new TextEncoder().encode('no pdf') }]) {
      await mother.get(paths.giveViews({ ...key, whose: 'parent' }))
      await mother.submitFiles({ report: wrong }, { 'v-goingWell': 'Kept words', next: 'send' })
      assert.equal(mother.status, 422)
      assert.deepEqual(mother.fieldsOf(mother.form()).get('v-goingWell'), ['Kept words'])
    }
  })

  it('is closed to strangers', async () => {
    const key = await anAssessment()
    for (const stranger of ['imogen', 'kerry', 'idwal', 'aled', 'debra']) {
      for (const url of [paths.giveViews({ ...key, whose: 'parent' }), paths.giveViews({ ...key, whose: 'child' })]) {
        const visitor = await (await hub.as(stranger)).get(url)
        assert.ok(visitor.status === 404 || visitor.status === 403, `${stranger} got ${visitor.status}`)
      }
    }
  })
})

describe('words to keep out of the plan', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now: '2026-10-20T09:00:00.000Z' }) })
  after(() => hub.close())

  it('notes each line, for the plan or for one reader’s copy, and keeps a wrong form as typed', async () => {
    const key = await aCase(hub, { at: 'assessing', receivedOn: '2026-09-14' })
    const officer = await (await hub.as('hattie')).get(paths.keepOut(key))
    await officer.submit({ term: 'Tyler Bascombe\nTyler', why: '' })
    assert.deepEqual(officer.errors, ['Select what kind of words they are', 'Enter why they must be kept out'])
    assert.deepEqual(officer.fieldsOf(officer.form()).get('term'), ['Tyler Bascombe\nTyler'])
    await officer.submit({ kind: 'third-party-name', why: 'Another child' })
    assert.match(officer.text, /Tyler Bascombe/)
    await officer.submit({ term: '9 Coopers Rise', kind: 'address-confidential', why: 'Safety', from: 'some' })
    assert.deepEqual(officer.errors, ['Select whose copy they must be kept out of'])
    await officer.submit({ keepFrom: ['school'] })
    const terms = await hub.fresh.db.selectFrom('termToKeepOut').select(['term', 'keepFrom']).where('caseId', '=', key.caseId as never).orderBy('notedAt').execute()
    assert.deepEqual(terms, [{ term: 'Tyler Bascombe', keepFrom: [] }, { term: 'Tyler', keepFrom: [] }, { term: '9 Coopers Rise', keepFrom: ['school'] }])
  })

  it('shows a parent only what that parent noted', async () => {
    const key = await aCase(hub, { at: 'assessing', receivedOn: '2026-09-14' })
    const mother = await (await hub.as('shno')).get(paths.keepOut(key))
    await mother.submit({ term: 'My new address', kind: 'address-confidential', why: 'I moved' })
    assert.match(mother.text, /My new address/)
    const father = await (await hub.as('hoshang')).get(paths.keepOut(key))
    assert.equal(father.status, 200)
    assert.doesNotMatch(father.body, /new address/)
  })
})
