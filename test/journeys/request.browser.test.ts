// Asking for an assessment and the council's answer, in a real browser.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import type { PageReader } from '../harness/page-reader.ts'
import { bothWays } from './both-ways.ts'
import { readPack } from './packs/pack.ts'
import { makePackRequest } from './packs/pack-request.ts'
import { dateIn } from './steps/dates.ts'
import { assignOfficer, decideToAssess, openLetter, tellOfRequest } from './steps/decide.ts'
import { answerTasks, area, beginRequest, bornOn, findCase, sendRequest } from './steps/request.ts'

bothWays('a request', {}, (scene) => {
  let asked: string

  it('is made by a parent without an account, who left and came back', async () => {
    const parent = await scene.cast.nobody()
    await parent.get(paths.start())
    await parent.follow('Wendmere Council')
    await parent.follow('Start now')
    await parent.submit()
    assert.deepEqual(parent.errors, ['Select who is asking'])
    await beginAndNoteCode(parent)
    const child = { 'child-name': { givenName: 'Orla', familyName: 'Adeyinka-Rowe' }, 'born-on': bornOn('2022-11-09') }
    await answerTasks(parent, {
      ...child, contact: { phone: '01632 960182', email: 's.rowe@example.org', safeContact: 'any' },
      'your-name': { fullName: 'Sinead Rowe', relation: 'mother', responsibility: 'yes', livesWith: 'yes' },
      home: { line1: '3 Linnet Fold', town: 'Wendmere', postcode: 'ZZ98 4LF' },
      others: { others: 'yes' }, 'other-parents': { 'fullName-1': 'Tunde Adeyinka', 'relation-1': 'father', 'responsibility-1': 'yes', 'safe-1': 'yes' },
      strengths: { strengths: 'Music. Water.' },
    })
    asked = await sendRequest(parent)
    assert.match(parent.text, /26 October 2026/)
  })

  async function beginAndNoteCode(parent: PageReader): Promise<void> {
    await parent.submit({ who: 'parent' })
    assert.equal(parent.heading, 'Write down how to come back')
    const [reference = '', code = ''] = parent.root.querySelectorAll('.hub-code').map((one) => one.textContent)
    await parent.submit()
    await parent.get(paths.requestReturn({ area }))
    await parent.submit({ reference, code: 'AAAA AAAA AAAA' })
    assert.equal(parent.errors.length, 1)
    await parent.submit({ reference, code })
    assert.match(parent.text, /Welcome back/)
    await parent.get(parent.url.replace(/\?.*$/, ''))
  }

  it('is made by a school', async () => {
    const pack = readPack('pack-01-year4-slcn')
    await makePackRequest(await scene.cast.as('ashdown'), pack)
  })

  it('is written down by an officer for somebody on the telephone', async () => {
    const officer = await scene.cast.as('leona')
    await beginRequest(officer, { who: 'parent', channel: 'phone', ...dateIn('received', '2026-09-11') })
    await answerTasks(officer, {
      'child-name': { givenName: 'Dara', familyName: 'Quayle' }, 'born-on': bornOn('2019-05-06'),
      'your-name': { fullName: 'Ros Quayle', relation: 'mother', responsibility: 'yes', livesWith: 'yes' }, contact: { phone: '01632 960199' },
    })
    const reference = await sendRequest(officer)
    const key = await findCase(officer, reference)
    await officer.get(paths.caseRequest(key))
    assert.match(officer.text, /11 September 2026/)
  })

  it('is looked after, told to those who must be told, and decided', async () => {
    const officer = await scene.cast.as('hattie')
    const key = await findCase(officer, asked)
    await assignOfficer(officer, key, demoPersonId('hattie'))
    await officer.get(paths.caseOverview(key))
    await officer.get(paths.caseRequest(key))
    await tellOfRequest(officer, key)
    await panelAdvises(officer, key)
    await officer.get(paths.casePeople(key))
    await officer.get(paths.caseTimeline(key))
    const manager = await scene.cast.as('meera')
    await manager.get(paths.decideAssessment(key))
    await manager.submit({ mayHaveNeeds: 'yes' })
    assert.equal(manager.errors.length, 2)
    await decideToAssess(manager, key, 'Orla needs help that her nursery cannot give from what it has.')
    await manager.get(paths.caseLetters(key))
    assert.match(manager.text, /Sinead Rowe/)
  })

  it('is refused with a letter that says why, how to appeal and where advice is', async () => {
    const key = await aCase(scene.hub)
    const manager = await scene.cast.as('meera')
    await manager.get(paths.decideAssessment(key))
    await manager.submit({ mayHaveNeeds: 'yes', mayBeNecessary: 'no', reasons: 'His school can give what he needs.' })
    await manager.submit({}, { button: 'Decide and send' })
    assert.deepEqual(manager.errors, [])
    const mother = await scene.cast.as('shno')
    await openLetter(mother, key)
    for (const words of [/His school can give what he needs/, /Tarn Bridge Mediation/, /Wendmere SENDIASS/, /two months/i]) assert.match(mother.text, words)
    assert.doesNotMatch(mother.text, /Hoshang/)
  })

  async function panelAdvises(officer: PageReader, key: CaseKey): Promise<void> {
    await officer.get(paths.recordPanel({ ...key, question: 'assess' }))
    await officer.submit({ ...dateIn('panelOn', '2026-09-14'), members: 'Meera Chaudry, SEND manager', advice: 'assess', reasons: 'Support has not been enough.' })
    assert.deepEqual(officer.errors, [])
  }
})
