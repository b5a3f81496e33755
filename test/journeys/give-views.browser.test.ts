// Step 4, the family's part: each parent's views apart, the child's own words, what an officer writes down for somebody, and
// words that must be kept out of the plan.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import { bothWays } from './both-ways.ts'
import { dateIn, morningOf } from './steps/dates.ts'
import { expectRefused } from './steps/refused.ts'

bothWays('giving views', { now: morningOf('2026-10-20') }, (scene) => {
  let key: CaseKey
  before(async () => { key = await aCase(scene.hub, { at: 'assessing', receivedOn: '2026-09-14' }) })

  it('lets a mother stop and come back, and sends nothing that says nothing', async () => {
    const mother = await scene.cast.as('shno')
    await mother.get(paths.giveViews({ ...key, whose: 'parent' }))
    await mother.submit({ 'v-hopes': '  ' }, { button: 'Send to the council' })
    assert.deepEqual(mother.errors, ['Write something, or add a file, before you send'])
    await mother.submit({ 'v-worries': 'He is alone at lunch.' }, { button: 'Save and come back later' })
    assert.deepEqual(mother.errors, [])
    const later = await scene.cast.as('shno')
    await later.get(paths.giveViews({ ...key, whose: 'parent' }))
    assert.deepEqual(later.fieldsOf(later.form()).get('v-worries'), ['He is alone at lunch.'])
    await later.submitFiles({ report: { name: 'views.exe', bytes: new TextEncoder().encode('MZ') } }, { 'v-goingWell': 'Football.' }, { button: 'Send to the council' })
    expectRefused(later, [/contains a program/], { kept: { 'v-goingWell': 'Football.', 'v-worries': 'He is alone at lunch.' } })
    await later.submitFiles({ report: { name: 'our-views.txt', bytes: new TextEncoder().encode('My son\n\nHe mends things.') } }, {}, { button: 'Send to the council' })
    assert.match(later.text, /Your views have been saved/)
  })

  it('keeps them from the father, whose own an officer writes down through an interpreter', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.giveViews({ ...key, whose: 'parent' }))
    await officer.follow('Hoshang Tahsin')
    await officer.submit({ 'v-worries': 'He says he is sick on Mondays.' }, { button: 'Record these views' })
    expectRefused(officer, ['Select how they told you'], { kept: { 'v-worries': 'He says he is sick on Mondays.' } })
    await officer.submit({ channel: 'interpreter', ...dateIn('dated', '2026-10-19') }, { button: 'Record these views' })
    assert.deepEqual(officer.errors, [])
    const father = await scene.cast.as('hoshang')
    await father.get(paths.adviceList(key))
    assert.doesNotMatch(father.text, /Shno|alone at lunch/)
    const own = father.root.querySelectorAll('main a').map((link) => link.getAttribute('href') ?? '').filter((href) => /\/advice\/given\//.test(href))
    await father.get(own[0] ?? '')
    assert.match(father.text, /sick on Mondays/)
    assert.match(father.text, /through an interpreter/)
  })

  it('takes the child’s own words apart from a reading of them, and notes what the child keeps back', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.giveViews({ ...key, whose: 'child' }))
    await officer.submit({ channel: 'in-person', 'v-good': '“Me fix it.”' }, { button: 'Record these views' })
    expectRefused(officer, ['Select how the child was asked'], { kept: { 'v-good': '“Me fix it.”' } })
    await officer.submit({
      methods: ['picture-sort', 'drawing'], supporter: 'Jo Farrant, teaching assistant', 'v-_reading': 'We think he likes to be of use.',
      keepOut: 'the wall near the bins', notFor: [`person:${demoPersonId('hoshang')}`],
    }, { button: 'Record these views' })
    assert.deepEqual(officer.errors, [])
    await officer.get(paths.keepOut(key))
    assert.match(officer.text, /the wall near the bins/)
    await officer.submit({ term: 'Tyler Bascombe', why: '' })
    expectRefused(officer, ['Select what kind of words they are', 'Enter why they must be kept out'], { kept: { term: 'Tyler Bascombe' } })
    await officer.submit({ kind: 'third-party-name', why: 'Another child' })
    assert.match(officer.text, /Tyler Bascombe/)
  })

  it('shows the mother the child’s words and the father none of them', async () => {
    const mother = await scene.cast.as('shno')
    await mother.get(paths.adviceList(key))
    assert.match(mother.text, /Rewan/)
    const read: string[] = []
    for (const href of mother.root.querySelectorAll('main a').map((link) => link.getAttribute('href') ?? '').filter((one) => /\/advice\/given\//.test(one))) read.push((await mother.get(href)).text)
    assert.match(read.join(' '), /Me fix it/)
    await mother.get(paths.keepOut(key))
    assert.doesNotMatch(mother.text, /wall near the bins|Tyler/)
    await mother.submit({ term: '9 Coopers Rise', kind: 'address-confidential', why: 'I moved' })
    assert.match(mother.text, /9 Coopers Rise/)
    const father = await scene.cast.as('hoshang')
    await father.get(paths.adviceList(key))
    assert.doesNotMatch(father.text, /Me fix it/)
    await father.get(paths.keepOut(key))
    assert.doesNotMatch(father.text, /Coopers Rise/)
  })

  it('hears a young person in their own words', async () => {
    const own = await aCase(scene.hub, { givenName: 'Bethan', familyName: 'Skerrow', bornOn: '2010-05-04', parents: ['kerry', 'daniel'], setting: 'hallowcross', at: 'assessing', receivedOn: '2026-09-14' })
    const { localAreaId } = await scene.hub.fresh.db.selectFrom('caseFile').select('localAreaId').where('id', '=', own.caseId as never).executeTakeFirstOrThrow()
    await scene.hub.fresh.db.insertInto('caseParty').values({ localAreaId, id: scene.hub.house.newId<string>(), caseId: own.caseId as never, personId: demoPersonId('beth'), part: 'young-person', basis: 'the child', fromOn: '2026-09-14' as never }).execute()
    const beth = await scene.cast.as('beth')
    await beth.get(paths.giveViews({ ...own, whose: 'child' }))
    assert.equal(beth.heading, 'What you think')
    await beth.submit({ methods: ['typing'], 'v-hard': 'Static is when everybody talks.', notFor: [`person:${demoPersonId('daniel')}`] }, { button: 'Send to the council' })
    assert.deepEqual(beth.errors, [])
    const daniel = await scene.cast.as('daniel')
    await daniel.get(paths.adviceList(own))
    assert.doesNotMatch(daniel.text, /Static/)
  })
})
