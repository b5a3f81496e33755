// Step 5: the draft written out of the advice, by the plan writer and by those who write with them; what the family and others
// do not see of it yet. Two at one line at once: two-editors.browser.test.ts.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import type { AdviceLineId, LineId } from '../../src/domain/ids.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import type { MarkedWish } from '../builders/a-draft.ts'
import { someAdvice, someLines } from '../builders/a-draft.ts'
import { textOf } from '../harness/page-reader.ts'
import { bothWays } from './both-ways.ts'
import { dateIn } from './steps/dates.ts'
import { decideGroup, linkLine, recordNone, wordLine } from './steps/plan.ts'
import { expectClosed, expectRefused } from './steps/refused.ts'

const marked: readonly MarkedWish[] = [
  { kind: 'need', section: 'B', text: 'Rewan has difficulty with attention.' },
  { kind: 'outcome', section: 'E', text: 'By July 2028 Rewan will listen to a story with the class.' },
  { kind: 'provision', section: 'F', text: 'Speech and language therapy for Rewan.' },
  { kind: 'provision', section: 'F', text: 'A sand timer on the desk.' },
  { kind: 'provision', section: 'F', text: 'Attention training.' },
]
const said = (by: string, on: string) => ({ saidBy: by, ...dateIn('saidOn', on) })

bothWays('writing the draft', {}, (scene) => {
  let key: CaseKey
  let adviceId: string
  let ids: readonly AdviceLineId[]
  before(async () => {
    key = await aCase(scene.hub, { at: 'drafting' })
    const advice = await someAdvice(scene.hub, key, marked)
    adviceId = advice.adviceId
    ids = advice.lineIds
  })
  const marking = (place: number): string => ids[place] ?? assert.fail('no line')
  const lineSaying = async (words: RegExp): Promise<LineId> => {
    const rows = await scene.hub.fresh.db.selectFrom('planLine as l').innerJoin('planLineRevision as r', (join) => join.onRef('r.lineId', '=', 'l.id').onRef('r.n', '=', 'l.latest')).select(['l.id', 'r.text']).execute()
    return rows.findLast(({ text }) => words.test(text))?.id ?? assert.fail(`no line says ${words}`)
  }

  it('is not open before it is decided to issue a plan', async () => {
    const early = await aCase(scene.hub, { at: 'assessing' })
    const writer = await scene.cast.as('tom')
    assert.equal((await writer.get(paths.plan(early))).status, 404)
  })

  it('takes one answer for each line that the advice marks; a reason left out is asked for beside its line', async () => {
    const writer = await scene.cast.as('tom')
    await writer.get(paths.plan(key))
    await writer.get(paths.planAssemble(key))
    assert.match(writer.text, /Waiting \(5\)/)
    const to = `#group-F-${adviceId}`
    const button = writer.root.querySelector(`[id="${to.slice(1)}"]`)?.querySelectorAll('button').map(textOf).find((text) => text.startsWith('Save what is chosen')) ?? assert.fail('no button')
    await writer.submit({ [`does-${marking(2)}`]: 'use', [`does-${marking(3)}`]: 'not-used', [`does-${marking(4)}`]: 'ask-author' }, { to, button })
    assert.equal(writer.status, 422)
    assert.deepEqual(writer.errors, ['Enter why this is not used', 'Enter what you ask the author'])
    for (const [place, does] of [[2, 'use'], [3, 'not-used'], [4, 'ask-author']] as const) assert.ok(writer.root.querySelector(`[name="does-${marking(place)}"][value="${does}"]`)?.hasAttribute('checked'), `${does} is kept`)
    await decideGroup(writer, key, `F-${adviceId}`, new Map([
      [marking(2), { does: 'use', section: 'F' }], [marking(3), { does: 'not-used', words: 'The school gives every child one.' }], [marking(4), { does: 'ask-author', words: 'How long, and how often?' }],
    ]))
    for (const [place, section] of [[0, 'B'], [1, 'E']] as const) await decideGroup(writer, key, `${section}-${adviceId}`, new Map([[marking(place), { does: 'use', section }]]))
    await writer.get(paths.planAssemble(key))
    assert.match(writer.text, /In the plan \(3\).*Not used \(1\)/)
    assert.match(writer.text, /Author asked.*How long, and how often\?/)
    await writer.get(paths.planAssemble(key, { show: 'not-used' }))
    assert.match(writer.text, /The school gives every child one/)
  })

  it('says what the wording of a line leaves out, refuses a wrong number and works out the year', async () => {
    const writer = await scene.cast.as('tom')
    const lineId = await lineSaying(/^Speech and language therapy/)
    await writer.get(paths.planLine({ ...key, lineId }))
    assert.match(writer.text, /It does not say how often/)
    await writer.submit({ minutes: 'some', who: 'Speech and language therapist' }, { to: '#line-form' })
    expectRefused(writer, ['“Minutes each time” must be a whole number from 1 to 6,000'], { kept: { minutes: 'some', who: 'Speech and language therapist' }, to: '#line-form' })
    await writer.submit({ minutes: '45', times: '1', per: 'week', weeks: '20' }, { to: '#line-form' })
    assert.match(writer.text, /45 minutes, once a week, for 20 weeks a year: 15 hours a year/)
    await writer.get(paths.planLine({ ...key, lineId }))
    assert.doesNotMatch(writer.text, /It does not say how often/)
    assert.match(writer.text, /Minutes each time: 45 \(was not said\)/)
  })

  it('adds what somebody said, never leaves a section silently blank, and names no setting', async () => {
    const writer = await scene.cast.as('tom')
    await writer.get(paths.planAddLine({ ...key, section: 'B' }))
    await writer.submit({ text: 'Rewan finds it hard to follow two instructions at once.' })
    expectRefused(writer, ['Enter who said it', 'Enter the date on which it was said'], { kept: { text: 'Rewan finds it hard to follow two instructions at once.' } })
    await writer.submit({ area: 'communication-and-interaction', ...said('Shno Tahsin, mother', '2026-09-01') })
    assert.match(writer.text, /The line is in the draft/)
    assert.match(writer.text, /Said by Shno Tahsin, mother on 1 September 2026/)
    await writer.get(paths.planSection({ ...key, section: 'C' }))
    assert.match(writer.text, /says nothing yet/)
    await recordNone(writer, key, 'C', { by: 'Dr Soraya Lindqvist, medical advice', on: '2026-09-02' })
    assert.match(writer.text, /None identified\./)
    await writer.get(paths.planAddLine({ ...key, section: 'I' }))
    await writer.submit({ text: 'Larkfell Primary School', ...said('Shno Tahsin', '2026-09-01') })
    expectRefused(writer, [/Section I stays blank in a draft/], { kept: { text: 'Larkfell Primary School' } })
  })

  it('moves, splits, joins, takes out and brings back', async () => {
    const [one = assert.fail('none'), two = assert.fail('none')] = await someLines(scene.hub, key, [
      { kind: 'provision', section: 'H2', text: 'First.', sources: [{ kind: 'said', by: 'Shno Tahsin', on: '2026-09-01' as never }] }, { kind: 'provision', section: 'H2', text: 'Second. And third.', fields: { minutes: 30 } },
    ])
    const writer = await scene.cast.as('tom')
    await writer.get(paths.planSection({ ...key, section: 'H2' }))
    await writer.submit({}, { to: paths.planLineMove({ ...key, lineId: two }) })
    assert.match(writer.text, /H21?Second/)
    await writer.get(paths.planLineSplit({ ...key, lineId: two }))
    await writer.submit({ parts: 'Second. And third.' })
    expectRefused(writer, ['Leave an empty line where the line is to be split'], { kept: { parts: 'Second. And third.' } })
    await writer.submit({ parts: 'Second.\n\nThird.' })
    await writer.get(paths.planLineMerge({ ...key, lineId: one }))
    await writer.submit({ others: [two], text: 'First and second.', fieldsOf: two })
    assert.match(writer.text, /First and second\..*30 minutes.*Said by Shno Tahsin/)
    await writer.get(paths.planLineRemove({ ...key, lineId: one }))
    await writer.submit()
    assert.match(writer.text, /2 lines taken out of this section/)
    await writer.get(paths.planLine({ ...key, lineId: one }))
    const back = writer.root.querySelectorAll('main button').map(({ textContent }) => textContent.trim()).find((text) => text.startsWith('Bring back')) ?? ''
    await writer.submit({}, { button: back })
    assert.match(writer.text, /The wording is back in the draft/)
  })

  it('links the thread and shows what hangs on nothing', async () => {
    const writer = await scene.cast.as('tom')
    const [need, outcome, therapy] = [await lineSaying(/difficulty with attention/), await lineSaying(/listen to a story/), await lineSaying(/^Speech and language therapy/)]
    await writer.get(paths.planThread(key))
    assert.match(writer.text, /Outcomes that answer no need: 1/)
    await linkLine(writer, key, outcome, [need])
    await linkLine(writer, key, therapy, [need, outcome])
    await writer.get(paths.planThread(key))
    assert.doesNotMatch(writer.text, /Outcomes that answer no need/)
    await writer.get(paths.planLineSource({ ...key, lineId: need }))
    await writer.submit({ from: 'said' })
    expectRefused(writer, ['Enter who said it', 'Enter the date on which it was said'], { kept: { from: 'said' } })
  })

  it('keeps both texts when somebody else saved the line meanwhile', async () => {
    const lineId = await lineSaying(/listen to a story/)
    const writer = await scene.cast.as('tom')
    const other = await (await scene.hub.as('hattie')).get(paths.planLine({ ...key, lineId }))
    await writer.get(paths.planLine({ ...key, lineId }))
    assert.match(writer.text, /Hattie Greaves is on this line too/)
    await other.submit({ text: 'Words of Hattie.' })
    await writer.submit({ text: 'Words of Tom.' }, { to: '#line-form' })
    // With scripts the words may have been saved, and the clash told, before the button was pressed.
    if (writer.heading !== 'Two people changed this line') await writer.follow('See both texts and choose')
    assert.match(writer.text, /Words of Hattie\..*Your text.*Words of Tom\./)
    await writer.submit()
    expectRefused(writer, ['Select what the line is to say'])
    await writer.submit({ choice: 'mine' })
    assert.match(writer.text, /Settled/)
  })

  it('freezes a version by name and compares it, word by word', async () => {
    const writer = await scene.cast.as('tom')
    await writer.get(paths.planVersions(key))
    await writer.submit({ label: '' })
    expectRefused(writer, ['Enter a name for the version'])
    await writer.submit({ label: 'Before the meeting' })
    assert.match(writer.text, /1: Before the meeting/)
    await wordLine(writer, key, await lineSaying(/difficulty with attention/), { text: 'Rewan finds it hard to attend for more than five minutes.' })
    await writer.get(paths.planCompare(key, { from: 1, to: 'now' }))
    assert.match(writer.text, /1 changed/)
    assert.match(writer.text, /removed: .*added: /)
    await writer.get(paths.planVersion({ ...key, no: '1' }))
    assert.match(writer.text, /Rewan has difficulty with attention/)
  })

  it('is written by a contributor in their own sections alone', async () => {
    const psychologist = await scene.cast.as('imogen')
    await psychologist.get(paths.plan(key))
    assert.match(psychologist.text, /You write in section B, E and F/)
    await wordLine(psychologist, key, await lineSaying(/finds it hard to attend/), { text: 'Rewan finds it hard to attend for more than four minutes.' })
    await psychologist.get(paths.planLineRemove({ ...key, lineId: await lineSaying(/First and second/) }))
    await psychologist.submit()
    assert.equal(psychologist.status, 422)
    assert.match(psychologist.errors[0] ?? '', /You write in section B, E and F\. Propose a change of section H2 instead/)
    expectClosed(await psychologist.get(paths.planAssemble(key)), /difficulty/)
  })

  it('is closed to the family and to strangers while it is written', async () => {
    for (const who of ['shno', 'idwal']) {
      const visitor = await scene.cast.as(who)
      for (const page of [paths.plan(key), paths.planSection({ ...key, section: 'F' }), paths.planThread(key)]) expectClosed(await visitor.get(page), /Rewan/)
    }
  })
})
