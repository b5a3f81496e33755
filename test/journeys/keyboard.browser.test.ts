// The family's journeys with nothing but a keyboard: Tab, typing, Space, arrows and Enter, the focus always seen.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { PlainDate } from '../../src/domain/calendar/plain-date.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import { someLines } from '../builders/a-draft.ts'
import { anIssuedPlan } from '../builders/an-issued-plan.ts'
import { wordsInPdf } from '../harness/words-in-files.ts'
import { bothWays } from './both-ways.ts'
import { morningOf } from './steps/dates.ts'
import { openAndAcknowledge } from './steps/issue.ts'
import { answerTasks, bornOn, sendRequest } from './steps/request.ts'
import { shareDraft } from './steps/share.ts'

bothWays('a family with nothing but a keyboard', { now: morningOf('2027-01-12'), keyboardOnly: ['nobody', 'shno', 'beth'] }, (scene) => {
  it('asks for an assessment', async () => {
    const person = await scene.cast.nobody()
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

  it('gives views, and those of her child, with a file', async () => {
    const key = await aCase(scene.hub, { at: 'assessing', receivedOn: '2026-12-01', parents: ['shno'] })
    const mother = await scene.cast.as('shno')
    await mother.get(paths.adviceList(key))
    await mother.follow('Your views')
    await mother.submit({}, { button: 'Send to the council' })
    assert.deepEqual(mother.errors, ['Write something, or add a file, before you send'])
    await mother.submit({ 'v-worries': 'He comes home tired.', 'v-hopes': 'That he can talk with his grandmothers.' }, { button: 'Send to the council' })
    assert.deepEqual(mother.errors, [])
    await mother.get(paths.adviceList(key))
    await mother.follow('Help your child to give their views')
    await mother.submitFiles({ report: { name: 'his-words.txt', bytes: new TextEncoder().encode('“Maths good.”') } }, { methods: ['picture-sort'] }, { button: 'Send to the council' })
    assert.deepEqual(mother.errors, [])
  })

  it('reads the draft, comments, asks for other words, for a meeting, and says that she has finished', async () => {
    const key = await aCase(scene.hub, { at: 'drafting', receivedOn: '2026-12-01', parents: ['shno'] })
    await someLines(scene.hub, key, [
      { kind: 'need', section: 'B', text: 'Rewan understands two key words in an instruction.' }, { kind: 'provision', section: 'F', text: 'A therapist works with Rewan for 45 minutes, once a week.' },
    ])
    await shareDraft(await scene.hub.as('hattie'), key)
    const mother = await scene.cast.as('shno')
    await mother.get(paths.sharedDraft(key))
    await mother.follow('Comment or ask for a change about F1')
    await mother.submit({ kind: 'comment', comment: 'Please say which therapist.' }, { button: 'Send' })
    assert.match(mother.text, /Please say which therapist/)
    await mother.follow('Comment or ask for a change about B1')
    await mother.submit({ kind: 'change', because: 'He has learned' }, { button: 'Send' })
    assert.deepEqual(mother.errors, ['Change the words, or select “Write a comment”'])
    await mother.submit({ kind: 'change', words: 'Rewan understands three key words in an instruction.' }, { button: 'Send' })
    assert.deepEqual(mother.errors, [])
    await mother.follow('Ask to meet us')
    await mother.submit({ way: 'by video', when: 'mornings' })
    assert.deepEqual(mother.errors, [])
    await mother.get(paths.sharedDraft(key))
    assert.match(mother.text, /He has learned/)
    await mother.follow('Tell us when you have finished')
    await mother.submit()
    assert.match(mother.text, /We have told the council that you have finished/)
  })

  it('reads the final plan, takes a copy and says that it has arrived', async () => {
    const key = await anIssuedPlan(scene.hub)
    const mother = await scene.cast.as('shno')
    await mother.get(paths.finalPlan(key))
    await mother.follow('The plan on one page')
    await mother.get(paths.finalPlan(key))
    const copy = await mother.download(paths.finalPlanPdf(key))
    assert.match((await wordsInPdf(copy.bytes)).join(' '), /Rewan/)
    await openAndAcknowledge(mother, key)
  })

  it('writes a message and reads the answer', async () => {
    const key = await aCase(scene.hub, { at: 'assessing', receivedOn: '2026-12-01' as PlainDate, parents: ['shno'] })
    const mother = await scene.cast.as('shno')
    await mother.get(paths.caseMessages(key))
    await mother.submit({ body: 'When will you see him?' })
    assert.match(mother.text, /When will you see him\?/)
  })
})
