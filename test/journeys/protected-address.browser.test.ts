// A mother has gone to a refuge with her child. The officer asks how it is safe, seals the address, records the order; letters go to the
// safe address; the father's page says nothing; the address is seen once, with a reason; easing the order takes two people.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import { bothWays } from './both-ways.ts'
import { dateIn, morningOf } from './steps/dates.ts'
import { expectRefused } from './steps/refused.ts'

bothWays('a protected address', { now: morningOf('2026-09-15') }, (scene) => {
  let key: CaseKey
  let kerrysTie = ''
  before(async () => {
    key = await aCase(scene.hub, { givenName: 'Beth', familyName: 'Skerrow', bornOn: '2013-05-02', parents: ['kerry', 'daniel'], receivedOn: '2026-09-14' })
    const { db } = scene.hub.fresh
    await db.updateTable('relationship').set({ livesWithChild: false }).where('personId', '=', demoPersonId('daniel')).execute()
    kerrysTie = (await db.selectFrom('relationship').select('id').where('personId', '=', demoPersonId('kerry')).executeTakeFirstOrThrow()).id
  })

  it('begins with how it is safe to reach her', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.contactRules({ ...key, relationshipId: kerrysTie }))
    await officer.submit({ safeContact: 'post', safeTimes: 'weekdays 9:30 to 14:30', voicemail: 'no', contactAs: 'Wendmere Learning' }, { button: 'Save' })
    assert.deepEqual(officer.errors, [])
    await officer.get(paths.caseThread({ ...key, personId: demoPersonId('kerry') }))
    assert.match(officer.text, /How to reach Kerry Skerrow: post only, weekdays 9:30 to 14:30; leave no voice message\. Say you are calling from Wendmere Learning\./)
  })

  it('seals the address, with a safe one beside it', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.caseAddress(key))
    await officer.submit({ confidential: 'yes', lines: '9 Safe House', postcode: 'ZZ97 1XX', residents: [demoPersonId('kerry')], household: 'home', howKnown: 'themselves', ...dateIn('from', '2026-09-15') }, { button: 'Save' })
    expectRefused(officer, ['Select how letters reach them safely'], { kept: { postcode: 'ZZ97 1XX' } })
    await officer.submit({ lettersBy: 'post', letterKind: 'refuge-post', letterLines: 'PO Box 12', letterPostcode: 'ZZ99 1AA' }, { button: 'Save' })
    assert.deepEqual(officer.errors, [])
    assert.match(officer.text, /Protected: not shown/)
    assert.doesNotMatch(officer.text, /Safe House|ZZ97/)
  })

  it('records the order, which everybody who works on the case reads', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.recordRestriction(key, { of: demoPersonId('daniel') }))
    await officer.submit({ kind: 'prohibited-steps', effects: ['may-not-know-address'], evidence: 'Sealed order, seen', ...dateIn('made', '2026-09-10') }, { button: 'Save' })
    assert.deepEqual(officer.errors, [])
    assert.match(officer.text, /may not be told where the child lives/)
  })

  it('writes to the safe address', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.tellOfRequest(key))
    await officer.submit({}, { button: 'Send the letters' })
    const letters = await scene.hub.fresh.db.selectFrom('outgoing').select(['toAddress', 'channel']).where('toPersonId', '=', demoPersonId('kerry')).where('channel', '=', 'letter').execute()
    assert.deepEqual(letters.map(({ toAddress }) => toAddress), ['Kerry Skerrow\nPO Box 12\nZZ99 1AA'])
  })

  it('tells the father nothing of it', async () => {
    const father = await scene.cast.as('daniel')
    for (const path of [paths.home(), paths.caseOverview(key), paths.caseTimeline(key), paths.casePeople(key), paths.caseLetters(key), paths.caseMessages(key)]) {
      await father.get(path)
      assert.doesNotMatch(father.text, /Safe House|ZZ97|PO Box|ZZ99|rotected|order/i, path)
    }
  })

  it('shows it once, for a reason that is kept', async () => {
    const officer = await scene.cast.as('meera')
    await officer.get(paths.protectedAddress(key))
    await officer.submit({ reason: 'court', words: 'The court asked' }, { button: 'Show it once' })
    assert.match(officer.text, /9 Safe House/)
    await officer.get(paths.protectedAddress(key))
    assert.doesNotMatch(officer.text, /Safe House/)
    assert.match(officer.text, /The court asked/)
  })
})
