// The family's journeys with nothing but a keyboard: Tab, typing, Space, arrows and Enter, the focus always seen.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { anIssuedPlan } from '../builders/an-issued-plan.ts'
import { someLines } from '../builders/a-draft.ts'
import { aCase } from '../builders/a-case.ts'
import { paths } from '../../src/paths.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { expectAccessibleState } from '../harness/accessible-states.ts'
import type { OpenBrowser } from '../harness/browser.ts'
import { openBrowser } from '../harness/browser.ts'
import { KeyboardVisitor } from '../harness/keyboard-visitor.ts'
import type { ListeningHub } from '../harness/listening-hub.ts'
import { aListeningHub } from '../harness/listening-hub.ts'
import { answerTasks, bornOn, sendRequest } from './steps/request.ts'
import { shareDraft } from './steps/share.ts'

describe('a family with nothing but a keyboard', () => {
  let hub: ListeningHub
  let browser: OpenBrowser
  let person: KeyboardVisitor
  before(async () => {
    hub = await aListeningHub({ now: '2027-01-12T10:00:00.000Z' })
    browser = await openBrowser({ scripts: true, baseUrl: hub.baseUrl })
    person = new KeyboardVisitor(browser.page, expectAccessibleState)
  })
  after(async () => {
    await browser.close()
    await hub.close()
  })

  const signIn = async (personKey: string): Promise<void> => {
    await browser.context.clearCookies()
    await person.get(paths.signIn())
    await person.submit({ person: demoPersonId(personKey) }, { button: 'Sign in' })
  }

  it('asks for an assessment', async () => {
    await person.get(paths.start())
    await person.follow('Wendmere Council')
    await person.follow('Start now')
    await person.submit({}, { button: 'Continue' })
    assert.deepEqual(person.errors, ['Select who is asking'])
    await person.submit({ who: 'parent' }, { button: 'Continue' })
    await person.submit({}, { button: 'I have written them down' })
    await answerTasks(person, {
      'child-name': { givenName: 'Orla', familyName: 'Rowe' }, 'born-on': bornOn('2022-11-09'),
      'your-name': { fullName: 'Sinead Rowe', relation: 'mother', responsibility: 'yes' }, contact: { phone: '01632 960182', safeContact: 'phone' }, language: { formats: ['audio', 'phone'] },
    })
    await person.follow('Check and send')
    assert.match(await sendRequest(person), /^W-2027-/)
  })

  it('gives views', async () => {
    const key = await aCase(hub, { at: 'assessing', receivedOn: '2026-12-01', parents: ['shno'] })
    await signIn('shno')
    await person.get(paths.adviceList(key))
    await person.follow('Your views')
    await person.submit({ 'v-worries': 'He comes home tired.', 'v-hopes': 'That he can talk with his grandmothers.' }, { button: 'Send to the council' })
    assert.deepEqual(person.errors, [])
    await person.get(paths.adviceList(key))
  })

  it('reads the draft and comments', async () => {
    const key = await aCase(hub, { at: 'drafting', receivedOn: '2026-12-01', parents: ['shno'] })
    await someLines(hub, key, [{ kind: 'provision', section: 'F', text: 'A therapist works with Rewan for 45 minutes, once a week.' }])
    await shareDraft(await hub.as('hattie'), key)
    await signIn('shno')
    await person.get(paths.sharedDraft(key))
    await person.follow('Comment or ask for a change about F1')
    await person.submit({ kind: 'comment', comment: 'Please say which therapist.' }, { button: 'Send' })
    assert.match(person.text, /Please say which therapist/)
  })

  it('reads the final plan and says that it has arrived', async () => {
    const key = await anIssuedPlan(hub)
    await signIn('shno')
    await person.get(paths.finalPlan(key))
    await person.follow('The plan on one page')
    await person.get(paths.finalPlan(key))
    await person.submit({}, { to: '/final/received', button: 'I have this plan' })
    assert.match(person.text, /that you have it/)
  })
})
