// Reminders and chases: an officer chases a setting in one action from the list of work, the setting sees it, a parent changes how
// they are told and is told so, and a manager decides what is chased by itself.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { system } from '../../src/casebook/signing-in/viewer.ts'
import { jobsOf } from '../../src/casebook/jobs.ts'
import { features } from '../../src/features/index.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import { aDraft } from '../builders/a-small-draft.ts'
import { bothWays } from './both-ways.ts'
import { morningOf } from './steps/dates.ts'
import { expectRefused } from './steps/refused.ts'
import { consultSettings, shareDraft } from './steps/share.ts'

bothWays('reminders and chases', {}, (scene) => {
  let key: CaseKey
  before(async () => {
    const { hub } = scene
    key = await aCase(hub, { givenName: 'Beth', familyName: 'Skerrow', parents: ['kerry'], setting: 'hallowcross', at: 'drafting' })
    await aDraft(hub, key)
    await shareDraft(await hub.as('hattie'), key)
    await consultSettings(await hub.as('hattie'), key, ['Fernside School'])
    await hub.work()
  })
  const run = async (job: string): Promise<void> => {
    await jobsOf(features).get(job)?.run({ house: scene.hub.house, viewer: system, page: `job ${job}` }, {})
    await scene.hub.work()
  }

  it('lets a parent say how they want to be told, and tells them so, once, with nothing about the child', async () => {
    const mother = await scene.cast.as('kerry')
    await mother.get(paths.home())
    await mother.follow('How we remind you')
    assert.equal(mother.heading, 'How we remind you')
    await mother.submit({ channel: 'text', kinds: ['answers', 'last-days'] })
    assert.match(mother.text, /Saved\. From now on we remind you like this/)
    scene.hub.setNow(morningOf('2026-09-21'))
    scene.hub.carrier.carried.splice(0)
    await run('send-reminders')
    await run('send-reminders')
    const texts = scene.hub.carrier.carried.filter(({ channel }) => channel === 'text')
    assert.deepEqual(texts.map(({ body }) => body), ['We asked you for an answer. Please answer by 28 September 2026. Sign in to see it: http://hub.test/home'])
    const again = await scene.cast.as('kerry')
    await again.get(paths.caseTimeline(key))
    assert.match(again.text, /We reminded you of 28 September 2026/)
  })

  it('shows the officer who is late, and chases in one action from the list', async () => {
    scene.hub.setNow(morningOf('2026-09-30'))
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.home())
    assert.match(officer.text, /Fernside School has not answered the consultation, due on 29 September 2026/)
    await officer.submit({}, { to: '/chase' })
    assert.equal(officer.heading, 'Your work')
    assert.match(officer.text, /The setting has been reminded/)
    assert.doesNotMatch(officer.text, /Fernside School has not answered/)
    await officer.get(paths.consultSettings(key))
    assert.match(officer.text, /Reminded on 30 September 2026/)
  })

  it('shows the setting that it was reminded, in its list and on the page', async () => {
    const head = await scene.cast.as('odette')
    await head.get(paths.consultationInbox())
    assert.match(head.text, /Reminded on 30 September 2026/)
    await head.follow('Beth Skerrow')
    assert.match(head.text, /Reminded on 30 September 2026/)
  })

  it('goes on by itself after five days, and the officer’s list says when', async () => {
    scene.hub.setNow(morningOf('2026-10-05'))
    await run('chase-late-consultations')
    await run('chase-late-consultations')
    scene.hub.setNow(morningOf('2026-10-12'))
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.home())
    assert.match(officer.text, /Fernside School has not answered the consultation, due on 29 September 2026, chased 2 times, last on 5 October 2026/)
    await officer.get(paths.reminders())
    assert.match(officer.text, /Fernside School was chased for its answer to the consultation/)
    assert.match(officer.text, /Golden Thread/)
    await officer.get(paths.caseTimeline(key))
    assert.match(officer.text, /by Golden Thread/i)
  })

  it('is switched off by a manager, with a reason, and then waits for a person', async () => {
    const manager = await scene.cast.as('meera')
    await manager.get(paths.reminders())
    await manager.follow('What is chased without anybody asking')
    await manager.follow('Change late answers of settings to a consultation')
    await manager.submit({ isOn: 'no' })
    expectRefused(manager, ['Enter why'], { kept: { isOn: 'no' } })
    await manager.submit({ isOn: 'no', reason: 'Heads asked us to phone' })
    assert.match(manager.text, /Only when an officer chases/)
    scene.hub.carrier.carried.splice(0)
    await run('chase-late-consultations')
    assert.deepEqual(scene.hub.carrier.carried.filter(({ subject }) => /consultation/.test(subject)), [])
  })
})
