// Step 3: asking for advice, by whoever answers for the case; what those who are asked, the family and the manager see of it.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { demoOrganisationId, demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import { bothWays } from './both-ways.ts'
import { openRequest } from './steps/advice.ts'
import { dateIn, morningOf } from './steps/dates.ts'
import { expectClosed, expectRefused } from './steps/refused.ts'

bothWays('asking for advice', { now: morningOf('2026-10-12') }, (scene) => {
  let key: CaseKey
  before(async () => { key = await aCase(scene.hub, { at: 'assessing', receivedOn: '2026-09-14' }) })
  const service = `service:${demoOrganisationId('ep-service')}`

  it('is refused before it is decided to assess, and is not the family’s to do', async () => {
    const early = await aCase(scene.hub)
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.askForAdvice(early))
    assert.match(officer.text, /not open at the stage the case is at now/)
    const mother = await scene.cast.as('shno')
    expectClosed(await mother.get(paths.askForAdvice(key)), /Rewan/)
  })

  it('begins with all that the law requires; what is missing is said beside its field', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.adviceList(key))
    assert.match(officer.text, /nobody has been asked yet/)
    await officer.get(paths.askForAdvice(key))
    assert.deepEqual(officer.fieldsOf(officer.form()).get('ask'), ['s19', `a:${demoPersonId('hoshang')}`, `a:${demoPersonId('shno')}`, 'b', 'c', 'd', 'e'])
    await officer.submit({ 'to-c': '', 'to-d': service, 'note-d': 'Please see him with a Sorani interpreter.', 'who-h1': 'Sunder Vale, music therapist', 'answer-h1': 'no' })
    expectRefused(officer, ['Choose who to ask: a health care professional identified by the responsible commissioning body', 'Enter the reasons for the answer'], {
      kept: { 'to-d': service, 'note-d': 'Please see him with a Sorani interpreter.', 'who-h1': 'Sunder Vale, music therapist', 'answer-h1': 'no' },
    })
    await officer.submit({ 'to-c': `person:${demoPersonId('soraya')}:${demoOrganisationId('paediatrics')}`, 'reasons-h1': 'No music therapist has worked with him.' })
    assert.equal(officer.heading, 'Check what each of them will get')
    assert.match(officer.text, /Please see him with a Sorani interpreter\..*23 November 2026/)
    await officer.submit({}, { button: 'Send 7 requests' })
    assert.match(officer.text, /The requests for advice have been sent/)
    assert.match(officer.text, /counted from sending until receipt is confirmed/)
  })

  it('does not ask the same of the same service twice', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.askForAdvice(key))
    await officer.submit({ ask: ['d'], 'to-d': service })
    await officer.submit({}, { button: 'Send 1 request' })
    assert.equal(officer.status, 422)
    assert.match(officer.errors[0] ?? '', /has been asked for this already/)
  })

  it('tells the parent who was asked, and why what they wished for was not', async () => {
    const mother = await scene.cast.as('shno')
    await mother.get(paths.adviceList(key))
    assert.match(mother.text, /Sunder Vale, music therapist: no\. No music therapist has worked with him\./)
    assert.doesNotMatch(mother.text, /Hoshang/)
  })

  it('arrives at a service, where one takes it and says when it came', async () => {
    scene.hub.setNow(morningOf('2026-10-16'))
    const psychologist = await scene.cast.as('tamsin')
    await psychologist.get(paths.adviceInbox())
    assert.match(psychologist.text, /In your service’s inbox/)
    await psychologist.follow('Rewan Tahsin')
    assert.match(psychologist.text, /Sorani interpreter/)
    for (const [day, fault] of [['2026-10-11', 'The day it arrived must be 12 October 2026, when it was sent, or later'], ['2026-10-17', 'The day it arrived must be 16 October 2026 or earlier']] as const) {
      await psychologist.submit(dateIn('receivedOn', day), { to: '/confirm' })
      expectRefused(psychologist, [fault], { kept: dateIn('receivedOn', day), to: '/confirm' })
    }
    await psychologist.submit(dateIn('receivedOn', '2026-10-14'), { to: '/confirm' })
    assert.match(psychologist.text, /Due 25 November 2026\./)
    await psychologist.submit({}, { to: '/take' })
    assert.match(psychologist.text, /This request is yours now/)
    const colleague = await scene.cast.as('ruairi')
    await colleague.get(paths.adviceInbox())
    assert.match(colleague.text, /With your colleagues.*Tamsin Broadribb/)
    const elsewhere = await scene.cast.as('idwal')
    expectClosed(await elsewhere.get(paths.adviceList(key)), /Rewan/)
  })

  it('shows to all that it is late, is chased, and goes on without it in a manager’s name alone', async () => {
    scene.hub.setNow(morningOf('2026-11-28'))
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.adviceList(key))
    assert.match(officer.text, /3 days late/)
    const late = officer.root.querySelectorAll('main tr, main .govuk-summary-card').find((row) => /Tamsin Broadribb/.test(row.textContent))
    await officer.get(late?.querySelector('a')?.getAttribute('href') ?? '')
    const { url } = officer
    await officer.submit({}, { to: '/chase' })
    assert.match(officer.text, /Chased: 28 November 2026/)
    expectClosed(await officer.get(`${url}/excuse`), /Rewan/)
    const mother = await scene.cast.as('shno')
    await mother.get(paths.adviceList(key))
    assert.match(mother.text, /3 days late/)
    const manager = await scene.cast.as('meera')
    await manager.get(`${url}/excuse`)
    await manager.submit({ reason: 'No' })
    expectRefused(manager, ['Enter the reason in a sentence or more'], { kept: { reason: 'No' } })
    await manager.submit({ reason: 'The service has nobody until January; two others were asked.' })
    assert.match(manager.text, /Going on without it/)
  })

  it('is withdrawn with a reason, and whoever was asked finds the case no more', async () => {
    const doctor = await scene.cast.as('soraya')
    await openRequest(doctor, key)
    const { url } = doctor
    const officer = await scene.cast.as('hattie')
    await officer.get(url)
    await officer.submit({ reason: '' }, { to: '/withdraw' })
    expectRefused(officer, ['Enter why the request is withdrawn'], { to: '/withdraw' })
    await officer.submit({ reason: 'Another doctor knows him' }, { to: '/withdraw' })
    assert.match(officer.text, /Another doctor knows him/)
    expectClosed(await (await scene.cast.as('soraya')).get(url), /Rewan/)
  })
})
