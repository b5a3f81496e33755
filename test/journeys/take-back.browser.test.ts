// An officer writes to the wrong parent and is stopped, sends a draft and takes it back in time, and a parent who sees what is not theirs
// closes the families' pages with one button.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import { aDraft } from '../builders/a-small-draft.ts'
import { bothWays } from './both-ways.ts'

bothWays('sending, taking back and closing', { recallMinutes: 10 }, (scene) => {
  let key: CaseKey
  before(async () => {
    key = await aCase(scene.hub, { givenName: 'Beth', familyName: 'Skerrow', parents: ['kerry', 'daniel'], setting: 'hallowcross', at: 'drafting' })
    await aCase(scene.hub, { givenName: 'Orla', familyName: 'Adeyinka-Rowe', parents: ['sinead', 'tunde'], setting: 'bramblewick' })
    await aDraft(scene.hub, key)
  })

  it('stops a message that was meant for another family, keeps what was typed, and lets it go when it is corrected', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.caseThread({ ...key, personId: demoPersonId('daniel') }))
    assert.match(officer.words, /Check before you send Daniel Marchbanks/)
    await officer.submit({ body: 'Dear Sinead Rowe, the review of Orla Adeyinka-Rowe is on Monday.' }, { button: 'Send' })
    assert.equal(officer.heading, 'This was not sent')
    assert.match(officer.words, /“Orla Adeyinka-Rowe” The name of another child in the hub/)
    assert.match(officer.fieldsOf(officer.form()).get('body')?.[0] ?? '', /Dear Sinead Rowe/)
    await officer.submit({ body: 'Dear Mr Marchbanks, the draft comes today.' }, { button: 'Check it again and send' })
    assert.match(officer.words, /Your message to Daniel Marchbanks: you can take this back until/)
  })

  it('takes back a draft before either parent sees it, and the case asks for it again', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.shareDraft(key))
    assert.match(officer.words, /Kerry Skerrow.*They will see The draft plan as it stands now, whole/)
    await officer.submit({}, { button: 'Send the draft to the family' })
    assert.match(officer.words, /The draft plan and its letters to Daniel Marchbanks and Kerry Skerrow: you can take this back until/)
    const mother = await scene.cast.as('kerry')
    await mother.get(paths.caseLetters(key))
    assert.match(mother.words, /We have not sent you a letter yet/)
    const held = await scene.hub.fresh.db.selectFrom('sending').select('id').where('act', '=', 'share-draft').executeTakeFirstOrThrow()
    const again = await scene.cast.as('hattie')
    await again.get(paths.held({ ...key, sendingId: held.id }))
    await again.submit({ reason: 'The wrong version' }, { button: 'Take it back' })
    assert.match(again.words, /It is taken back\. Nobody outside the team saw it/)
    await again.get(paths.caseOverview(key))
    assert.match(again.words, /Send the draft plan to the family/)
    const later = await scene.cast.as('kerry')
    await later.get(paths.caseLetters(key))
    assert.match(later.words, /We have not sent you a letter yet/)
  })

  it('closes the families’ pages on one report, and two people open them again', async () => {
    const mother = await scene.cast.as('kerry')
    await mother.get(paths.caseOverview(key))
    await mother.follow('I can see someone else’s information')
    await mother.submit({}, { button: 'Tell the council now' })
    assert.match(mother.words, /We have closed the families’ pages/)
    const father = await scene.cast.as('daniel')
    await father.get(paths.caseOverview(key))
    assert.match(father.words, /We have closed these pages while we check something/)
    const manager = await scene.cast.as('meera')
    await manager.get(paths.portal({ area: 'wendmere' }))
    await manager.submit({ verdict: 'nobody-saw', reason: 'She read her own letter twice.' }, { button: 'Ask for the pages to be opened' })
    const access = await scene.cast.as('winifred')
    await access.get(paths.portal({ area: 'wendmere' }))
    await access.submit({}, { button: 'I agree: open the families’ pages' })
    const again = await scene.cast.as('daniel')
    await again.get(paths.caseOverview(key))
    assert.equal(again.heading, 'Where are we?')
  })
})
