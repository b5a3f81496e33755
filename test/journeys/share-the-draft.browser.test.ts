// Step 7: the draft with the family. An officer sends it; each parent comments, asks for other words, a school and a meeting;
// the writer accepts one and declines another with a reason; each reads their own answers and nobody else's.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import type { LineId } from '../../src/domain/ids.ts'
import { demoOrganisationId, demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import { aDraft, rewrite, wordsOf } from '../builders/a-small-draft.ts'
import type { PageReader } from '../harness/page-reader.ts'
import { bothWays } from './both-ways.ts'
import { dateIn } from './steps/dates.ts'
import { expectClosed, expectRefused } from './steps/refused.ts'
import { shareDraft } from './steps/share.ts'

const separated = { givenName: 'Beth', familyName: 'Skerrow', parents: ['kerry', 'daniel'], setting: 'hallowcross', at: 'drafting' } as const

bothWays('the draft with the family', {}, (scene) => {
  let key: CaseKey
  let lines: readonly LineId[]
  before(async () => { key = await aCase(scene.hub, separated) })
  const line = (place: number): LineId => lines[place] ?? assert.fail('no line')

  /** The page on which the council answers what says these words. */
  async function toAnswer(writer: PageReader, words: RegExp): Promise<PageReader> {
    await writer.get(paths.proposals(key))
    const item = writer.root.querySelectorAll('.hub-proposal').find((one) => words.test(one.textContent))
    return writer.get(item?.querySelector('a')?.getAttribute('href') ?? assert.fail(`nothing says ${words}`))
  }

  it('is not there before it is sent, and does not go while it is empty or has changed under the reader', async () => {
    const mother = await scene.cast.as('kerry')
    await mother.get(paths.sharedDraft(key))
    assert.match(mother.text, /No draft plan has been sent/)
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.shareDraft(key))
    assert.match(officer.text, /The plan is empty/)
    assert.ok(officer.root.querySelector('main form') === null)
    lines = await aDraft(scene.hub, key)
    await officer.get(paths.shareDraft(key))
    assert.match(officer.words, /28 September 2026/)
    await rewrite(scene.hub, key, line(1), 'She finds it hard to follow what is said to her.')
    await officer.submit({}, { button: 'Send the draft to the family' })
    assert.equal(officer.status, 422)
    assert.match(officer.errors.join(), /was changed after you opened this page/)
    await shareDraft(officer, key)
    assert.match(officer.text, /The draft plan has been sent to the family/)
    const early = await aCase(scene.hub, { ...separated, at: 'assessing' })
    await officer.get(paths.shareDraft(early))
    assert.match(officer.text, /This cannot be done now/)
  })

  it('is read by the mother, who comments, asks for other words and for what is missing', async () => {
    const mother = await scene.cast.as('kerry')
    await mother.get(paths.home())
    await mother.get(paths.caseOverview(key))
    await mother.get(paths.sharedDraft(key))
    assert.match(mother.text, /It is not final.*by the end of Monday 28 September 2026/)
    await mother.follow('Comment or ask for a change about F1')
    await mother.submit({ kind: 'comment', comment: 'Who is the assistant?' }, { button: 'Send' })
    assert.match(mother.text, /Your comment has been sent/)
    await mother.get(paths.proposeOnLine({ ...key, lineId: line(1) }))
    await mother.submit({ because: 'It has changed' }, { button: 'Send' })
    expectRefused(mother, ['Select what you want to do'], { kept: { because: 'It has changed' } })
    await mother.submit({ kind: 'change' }, { button: 'Send' })
    expectRefused(mother, ['Change the words, or select “Write a comment”'], { kept: { kind: 'change', because: 'It has changed' } })
    await mother.submit({ kind: 'change', words: 'She follows one instruction at a time.' }, { button: 'Send' })
    assert.deepEqual(mother.errors, [])
    await mother.get(paths.proposeOnLine({ ...key, lineId: line(2) }))
    await mother.submit({ kind: 'remove', because: 'She does this already' }, { button: 'Send' })
    await mother.get(paths.proposeNewLine({ ...key, section: 'A' }))
    await mother.submit({ words: '' }, { button: 'Send' })
    assert.equal(mother.errors.length, 1)
    await mother.submit({ words: 'We hope that she will have friends.' }, { button: 'Send' })
    assert.deepEqual(mother.errors, [])
  })

  it('takes her wishes for a school, a meeting and another language', async () => {
    const mother = await scene.cast.as('kerry')
    await mother.get(paths.makeWish(key, { kind: 'setting' }))
    await mother.submit({ because: 'She knows it' })
    expectRefused(mother, ['Select a school, nursery or college, or write its name'], { kept: { because: 'She knows it' } })
    await mother.submit({ setting: demoOrganisationId('fernside') })
    assert.match(mother.text, /Fernside School/)
    await mother.get(paths.makeWish(key, { kind: 'meeting' }))
    await mother.submit({ way: 'by video', when: 'mornings' })
    await mother.get(paths.makeWish(key, { kind: 'format' }))
    await mother.submit({ format: 'language' })
    expectRefused(mother, ['Enter the language'], { kept: { format: 'language' } })
    await mother.submit({ language: 'Polish' })
    assert.match(mother.text, /in Polish/)
  })

  it('has what the father said by telephone written down as his own; neither parent reads the other', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.proposeOnLine({ ...key, lineId: line(3) }))
    await officer.submit({ kind: 'comment', comment: 'The assistant should be the same person.' }, { button: 'Send' })
    expectRefused(officer, ['Select who said it', 'Select how they said it'], { kept: { comment: 'The assistant should be the same person.' } })
    await officer.submit({ whose: demoPersonId('daniel'), how: 'phone' }, { button: 'Send' })
    assert.deepEqual(officer.errors, [])
    const father = await scene.cast.as('daniel')
    await father.get(paths.sharedDraft(key))
    assert.match(father.text, /The assistant should be the same person/)
    assert.doesNotMatch(father.text, /Who is the assistant|one instruction at a time|Fernside|Polish/)
    const mother = await scene.cast.as('kerry')
    await mother.get(paths.sharedDraft(key))
    assert.doesNotMatch(mother.text, /should be the same person/)
  })

  it('is answered: one accepted, one declined with the reason that she reads, a comment in words', async () => {
    const writer = await scene.cast.as('tom')
    await toAnswer(writer, /It has changed/)
    assert.ok(writer.root.querySelector('del') !== null && writer.root.querySelector('ins') !== null, 'the words that change are shown')
    await writer.submit({}, {})
    assert.equal(writer.status, 422)
    await writer.submit({ decision: 'accepted' })
    assert.deepEqual(writer.errors, [])
    assert.equal(await wordsOf(scene.hub, key, line(1)), 'She follows one instruction at a time.')
    await toAnswer(writer, /She does this already/)
    await writer.submit({ decision: 'declined' })
    expectRefused(writer, ['Enter why it is declined: whoever asked reads it'], { kept: { decision: 'declined' } })
    await writer.submit({ reason: 'Her school sees that she cannot do it yet.' })
    assert.equal(await wordsOf(scene.hub, key, line(2)), 'She follows two-part instructions in class.')
    await toAnswer(writer, /will have friends/)
    await writer.submit({ decision: 'accepted' })
    await toAnswer(writer, /Who is the assistant/)
    await writer.submit()
    expectRefused(writer, ['Enter your answer'])
    await writer.submit({ reason: 'Jo Farrant, whom she knows.' })
    await writer.get(paths.proposals(key))
    assert.match(writer.text, /Answered \(4\)/)
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.wishes(key))
    assert.match(officer.text, /Waiting for an answer \(3\)/)
    const meeting = officer.root.querySelectorAll('.govuk-summary-card').find((card) => /meeting/.test(card.textContent))
    await officer.get(meeting?.querySelector('a')?.getAttribute('href') ?? '')
    await officer.submit({ answer: 'At 10am.', ...dateIn('on', '2026-09-01') })
    expectRefused(officer, ['The day of the meeting must be 14 September 2026 or later'], { kept: { answer: 'At 10am.' } })
    await officer.submit(dateIn('on', '2026-09-21'))
    assert.match(officer.text, /Waiting for an answer \(2\)/)
  })

  it('tells the mother what became of each, and the father nothing of it', async () => {
    const mother = await scene.cast.as('kerry')
    await mother.get(paths.sharedDraft(key))
    for (const words of [/She follows one instruction at a time/, /We agree/, /Not agreed/, /Her school sees that she cannot do it yet/, /Jo Farrant, whom she knows/, /We will meet on Monday 21 September 2026\. At 10am\./]) assert.match(mother.text, words)
    await mother.follow('Tell us when you have finished')
    await mother.submit()
    assert.match(mother.text, /We have told the council that you have finished/)
    const father = await scene.cast.as('daniel')
    await father.get(paths.sharedDraft(key))
    assert.doesNotMatch(father.text, /We agree|cannot do it yet|Jo Farrant|21 September/)
    await father.get(paths.finishCommenting(key))
    assert.match(father.text, /You can use all of it/)
    for (const who of ['sinead', 'odette', 'imogen']) {
      const stranger = await scene.cast.as(who)
      expectClosed(await stranger.get(paths.sharedDraft(key)), /Beth|Skerrow/)
    }
  })

  it('goes out again as a second version, and a comment on old words is refused with what was typed', async () => {
    const mother = await scene.cast.as('kerry')
    await mother.get(paths.proposeOnLine({ ...key, lineId: line(3) }))
    await rewrite(scene.hub, key, line(3), 'A teaching assistant says each instruction again.')
    await shareDraft(await scene.hub.as('hattie'), key)
    await mother.submit({ kind: 'comment', comment: 'In a quiet voice, please.' }, { button: 'Send' })
    assert.equal(mother.status, 422)
    assert.match(mother.text, /says each instruction again/)
    assert.deepEqual(mother.fieldsOf(mother.form()).get('comment'), ['In a quiet voice, please.'])
    await mother.submit({}, { button: 'Send' })
    assert.match(mother.text, /In a quiet voice, please/)
  })
})
