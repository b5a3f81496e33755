// A new assessment, from a parent's "things have changed" to the amended plan on the last day of the law, and to the letter that refuses one
// (CFA 2014 s.44(2); SEND Regulations 2014, regs 23 to 27).

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { paths } from '../../src/paths.ts'
import { anIssuedPlan } from '../builders/an-issued-plan.ts'
import { bothWays } from './both-ways.ts'
import { acceptAdvice, askForAdvice, confirmReceipt, handInReport, markLines, sendAdvice } from './steps/advice.ts'
import { morningOf } from './steps/dates.ts'
import { decideGroup, draftedLines, linkLine, waitingLines, wordLine } from './steps/plan.ts'
import { expectRefused } from './steps/refused.ts'

const need = 'Rewan has seizures twice a week and needs to lie down for half an hour after each of them.'
const help = 'A trained teaching assistant will stay with Rewan for 30 minutes after each seizure.'
const report = ['# Psychological advice', '', '## Needs', '', need, '', '## Provision', '', help, ''].join('\n')

// Told on 17 September 2027: fourteen weeks end on 24 December.
bothWays('assessing again', { now: morningOf('2027-01-25') }, (scene) => {
  let key: CaseKey
  let adviceId: string
  before(async () => {
    key = await anIssuedPlan(scene.hub)
    scene.hub.setNow(morningOf('2027-09-06'))
  })

  it('begins with a mother who says that things have changed', async () => {
    const mother = await scene.cast.as('shno')
    await mother.get(paths.changes(key))
    await mother.follow('Tell us that something has changed')
    assert.ok(mother.hasLink('Ask us to assess again'))
    await mother.submit({ what: 'health', words: 'He has seizures now, twice a week. Nothing in the plan is about that.' })
    assert.match(mother.words, /We will decide by 27 September 2027/, mother.errors.join())
  })

  it('is taken as a request, of the day on which she said it', async () => {
    scene.hub.setNow(morningOf('2027-09-10'))
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.changes(key))
    await officer.follow('Decide what follows from what Shno Tahsin said on 6 September 2027')
    assert.match(officer.words, /Shno Tahsin asked for one on 6 September 2027: the family is told by 21 September 2027/)
    await officer.submit({ outcome: 'reassess', reasons: 'Seizures are new, and no advice in the plan is about them.' })
    assert.equal(officer.heading, 'Assessing again', officer.errors.join())
    assert.match(officer.words, /Asked for on 6 September 2027 Who asked A parent: Shno Tahsin .* Tell the family by 21 September 2027/)
    const mother = await scene.cast.as('shno')
    await mother.get(paths.changes(key))
    assert.match(mother.words, /What happens next We tell you by 21 September 2027 if we will assess again/)
  })

  it('is decided with the letter before the eyes of who decides', async () => {
    scene.hub.setNow(morningOf('2027-09-17'))
    const manager = await scene.cast.as('meera')
    await manager.get(paths.reassessments(key))
    await manager.follow('Decide whether to assess again')
    await manager.submit({ necessary: 'yes', outcome: 'refuse', reasons: 'There are no psychologists.' })
    expectRefused(manager, [/This request must be met/], { kept: { reasons: 'There are no psychologists.' } })
    await manager.submit({ necessary: 'yes', outcome: 'reassess', reasons: 'His health has changed since he was assessed.' })
    assert.match(manager.words, /We must send you the final plan by 24 December 2027/)
    await manager.submit({}, { button: 'Decide and send' })
    assert.match(manager.words, /Send the final plan by 24 December 2027/, manager.errors.join())
    const mother = await scene.cast.as('shno')
    await mother.get(paths.changes(key))
    assert.match(mother.words, /We are assessing again\. The plan goes on meanwhile\./)
  })

  it('asks for the advice again, and a psychologist gives it', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.reassessments(key))
    await officer.follow('Ask for advice again')
    await askForAdvice(officer, key, [{ item: 'c', kind: 'medical', person: 'Dr Soraya Lindqvist' }, { item: 'd', kind: 'psychological', person: 'Dr Imogen Petrie' }])
    scene.hub.setNow(morningOf('2027-10-04'))
    await confirmReceipt(await scene.cast.as('imogen'), key, '2027-09-20')
    const psychologist = await scene.cast.again('imogen')
    adviceId = await handInReport(psychologist, key, { authorName: 'Dr Imogen Petrie', authorRole: 'educational psychologist', dated: '2027-10-01', contactOn: '2027-09-28', words: report })
    await markLines(psychologist, [{ kind: 'need', words: need }, { kind: 'provision', words: help }])
    await sendAdvice(psychologist, key, adviceId)
    await acceptAdvice(await scene.cast.as('hattie'), key, adviceId)
  })

  it('is written into the working document, and the family has the changes for fifteen days', async () => {
    scene.hub.setNow(morningOf('2027-11-01'))
    const writer = await scene.cast.as('tom')
    await writer.get(paths.reassessments(key))
    await writer.follow('Use the advice in the plan')
    for (const { id, group, section } of waitingLines(writer)) await decideGroup(writer, key, group, new Map([[id, { does: 'use', section }]]))
    const lines = async (section: string) => (await draftedLines(writer, key, section)).filter(({ adviceId: of }) => of === adviceId).map(({ lineId }) => lineId)
    const [[needId = ''], [helpId = '']] = [await lines('B'), await lines('F')]
    await wordLine(writer, key, helpId, { provisionKind: 'care', who: 'trained teaching assistant', minutes: '30', times: '2', per: 'week', weeks: '38', groupSize: 'one to one', setting: 'the quiet room', checkedBy: 'educational psychologist', checkedWhen: 'each term' })
    const [outcome] = await draftedLines(writer, key, 'E')
    await linkLine(writer, key, helpId, [needId, outcome?.lineId ?? ''])
    const manager = await scene.cast.as('meera')
    await manager.get(paths.reassessments(key))
    await manager.follow('Send the changes to the family')
    assert.equal(manager.heading, 'Amend the plan')
    assert.match(manager.words, /What the changes rest on These come with this letter too: The advice of Dr Imogen Petrie, educational psychologist, of 1 October 2027/)
    await manager.submit({}, { button: 'Send the amendment notice' })
    assert.deepEqual(manager.errors, [])
    assert.equal(manager.heading, 'After the amendment notice')
    const father = await scene.cast.as('hoshang')
    await father.get(paths.sharedDraft(key))
    assert.ok(father.text.includes(help))
  })

  it('ends with the amended plan on the last day of the fourteen weeks', async () => {
    scene.hub.setNow(morningOf('2027-12-24'))
    const manager = await scene.cast.as('meera')
    await manager.get(paths.reassessments(key))
    await manager.follow('Issue the amended final plan')
    await manager.submit({ placement: 'keep' }, { button: 'Read everything before it goes' })
    await manager.submit({}, { button: 'Issue the amended plan' })
    assert.equal(manager.heading, 'Who has the final plan', manager.errors.join())
    await manager.get(paths.reassessments(key))
    const mother = await scene.cast.as('shno')
    await mother.get(paths.finalPlan(key))
    assert.ok(mother.text.includes(help))
    await mother.get(paths.disagreements(key))
    assert.match(mother.words, /You can appeal the changed plan that we sent you/)
  })

  it('is refused to a school that asks within six months, by a letter that can be appealed', async () => {
    scene.hub.setNow(morningOf('2028-02-01'))
    const senco = await scene.cast.as('debra')
    await senco.get(paths.caseOverview(key))
    await senco.follow('Ask for a new assessment')
    await senco.submit({ why: 'He has moved up a set in mathematics.' })
    assert.match(senco.words, /It has been sent/, senco.errors.join())
    const manager = await scene.cast.as('meera')
    await manager.get(paths.reassessments(key))
    assert.match(manager.words, /Who asked The school or college: Debra Llewellyn-Hart .* Tell the family by 16 February 2028/)
    await manager.follow('Decide whether to assess again')
    assert.match(manager.words, /The request came within six months of the last assessment/)
    await manager.submit({ necessary: 'no', outcome: 'refuse', reasons: 'He was assessed in the autumn, and that is what has come of it.' })
    assert.match(manager.words, /You have a right to appeal our decision not to assess again/)
    await manager.submit({}, { button: 'Decide and send' })
    assert.match(manager.words, /do not assess again, by Meera Chaudry/, manager.errors.join())
    const father = await scene.cast.as('hoshang')
    await father.get(paths.disagreements(key))
    assert.match(father.words, /You can appeal our decision not to assess again/)
    await father.get(paths.finalPlan(key))
    assert.ok(father.text.includes(help))
  })
})
