// The rights pass to the young person: the officer settles it beforehand, the day comes, the young person lets one parent see and do
// something, that parent has exactly that, and the other has nothing new.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { anIssuedPlan } from '../builders/an-issued-plan.ts'
import { bothWays } from './both-ways.ts'
import { dateIn, morningOf } from './steps/dates.ts'
import { expectRefused } from './steps/refused.ts'

bothWays('the rights pass to the young person', { now: morningOf('2027-01-12') }, (scene) => {
  let key: CaseKey
  before(async () => {
    key = await anIssuedPlan(scene.hub, { givenName: 'Beth', familyName: 'Skerrow', parents: ['kerry', 'daniel'] })
    // The eldest of the school year whose rights pass on 26 June 2027.
    await scene.hub.fresh.db.updateTable('child').set({ bornOn: '2010-09-01' as never }).where('givenName', '=', 'Beth').execute()
  })
  const on = (day: string): void => { scene.hub.setNow(morningOf(day)) }

  it('stands on the officer’s list, who tells the family and records how to reach Beth', async () => {
    on('2027-05-04')
    const officer = await scene.cast.as('hattie')
    assert.match(officer.text, /Ask the young person what their parents may see: the rights pass to the young person on 26 June 2027/)
    await officer.get(paths.caseRights(key))
    assert.match(officer.text, /The parents hold the rights. They pass to Beth on 26 June 2027, aged 16/)
    await officer.submit({}, { button: 'Send the letters now' })
    assert.match(officer.text, /The letters about the rights are on their way/)
    await officer.follow('Record how to reach them')
    await officer.submit({ email: 'kerry@example.org', safeContact: 'any', signIn: 'yes' })
    expectRefused(officer, ['This email address belongs to somebody else on record. Check it with the young person'], { kept: { email: 'kerry@example.org' } })
    await officer.submit({ email: 'beth@example.org' })
    assert.deepEqual(officer.errors, [])
    assert.match(officer.text, /beth@example.org/)
  })

  it('notes a doubt about one decision, and the assessment that answers it', async () => {
    on('2027-05-10')
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.doubtCapacity(key))
    await officer.submit({ decision: 'appeal' })
    await officer.follow('Record an assessment')
    await officer.submit({ about: 'whether to appeal if we disagree', support: 'Pictures, over two visits with her form tutor' }, { button: 'Record the assessment' })
    expectRefused(officer, [/Enter who assessed it/, /Enter their role/, /Enter the day of the assessment/, /Select what was found/, /Enter the reasons/, /Choose the assessment/], { kept: { about: 'whether to appeal if we disagree' } })
    await officer.submitFiles({ file: { name: 'assessment.txt', bytes: new TextEncoder().encode('Assessment\n\nShe can decide.') } }, {
      decision: 'appeal', assessedBy: 'Marguerite Falk', assessorRole: 'social worker', ...dateIn('assessedOn', '2027-05-09'), reasons: 'She explained what an appeal is and why she would', outcome: 'can',
    }, { button: 'Record the assessment' })
    assert.deepEqual(officer.errors, [])
    assert.match(officer.text, /Yes: they decide/)
    assert.match(officer.text, /two visits with her form tutor/)
  })

  it('is read by the mother in her letter, the day before, with everything still hers to see', async () => {
    on('2027-06-25')
    const mother = await scene.cast.as('kerry')
    await mother.get(paths.caseLetters(key))
    await mother.follow('Beth will decide about the plan from 26 June 2027')
    assert.match(mother.text, /You can still help/)
    await mother.get(paths.finalPlan(key))
    assert.equal(mother.status, 200)
    await mother.get(paths.caseRights(key))
    assert.match(mother.text, /You decide for Beth until 26 June 2027/)
  })

  it('comes: the young person says what her mother can see and do, and nothing of her father', async () => {
    on('2027-06-26')
    const beth = await scene.cast.as('beth')
    await beth.get(paths.caseRights(key))
    assert.equal(beth.heading, 'Who can see my plan and help me')
    assert.match(beth.text, /This is your plan. You decide about it now. This began on 26 June 2027/)
    await beth.get(paths.permission({ ...key, personId: demoPersonId('kerry') }))
    await beth.submit({})
    expectRefused(beth, ['Select what they can do, or “Nothing new”'])
    await beth.submit({ parts: ['plan', 'messages'] })
    assert.deepEqual(beth.errors, [])
    assert.match(beth.text, /Saved. We have written to this parent to say so/)
    assert.match(beth.text, /Kerry Skerrow/)
    assert.match(beth.text, /You have not said yet/)
  })

  it('gives the mother exactly that', async () => {
    const mother = await scene.cast.as('kerry')
    await mother.get(paths.caseRights(key))
    assert.match(mother.text, /Beth said that you can/)
    assert.match(mother.text, /send us messages here/)
    await mother.get(paths.caseMessages(key))
    await mother.submit({ body: 'Thank you for asking Beth.' }, { button: 'Send' })
    assert.match(mother.text, /Thank you for asking Beth/)
    await mother.get(paths.finalPlan(key))
    assert.equal(mother.status, 200)
    for (const closed of [paths.caseTimeline(key), paths.casePeople(key), paths.caseEvidence(key), paths.caseAddress(key)]) {
      await mother.get(closed)
      assert.equal(mother.status, 403, closed)
    }
  })

  it('leaves the father what he had, and nothing new', async () => {
    const father = await scene.cast.as('daniel')
    assert.match(father.text, /Beth decides about the plan now/)
    await father.get(paths.caseOverview(key))
    assert.equal(father.heading, 'What you can see in Beth’s plan')
    assert.match(father.text, /You see nothing new/)
    assert.doesNotMatch(father.text, /Kerry/)
    await father.get(paths.caseMessages(key))
    assert.equal(father.root.querySelectorAll('main textarea').length, 0)
    await father.get(paths.finalPlan(key))
    assert.equal(father.status, 200)
  })

  it('can be taken back on any day; and the officer reads all of it with its days', async () => {
    on('2027-07-01')
    const beth = await scene.cast.as('beth')
    await beth.get(paths.permission({ ...key, personId: demoPersonId('kerry') }))
    await beth.submit({ parts: ['none'] })
    assert.deepEqual(beth.errors, [])
    const mother = await scene.cast.as('kerry')
    await mother.get(paths.caseMessages(key))
    assert.match(mother.text, /Thank you for asking Beth/)
    assert.equal(mother.root.querySelectorAll('main textarea').length, 0)
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.caseRights(key))
    assert.match(officer.text, /The rights are Beth’s. They passed on 26 June 2027/)
    assert.match(officer.text, /26 June 2027: The young person said that Kerry Skerrow may read the plan, write to the council/)
    assert.match(officer.text, /1 July 2027: The young person said that Kerry Skerrow may see nothing new/)
    await officer.get(paths.permission({ ...key, personId: demoPersonId('daniel') }))
    await officer.submit({ parts: ['letters'], ...dateIn('saidOn', '2027-06-30'), words: 'At college, with her tutor there' }, { button: 'Save' })
    expectRefused(officer, ['Select how they said it'], { kept: { words: 'At college, with her tutor there' } })
    await officer.submit({ how: 'in-person' }, { button: 'Save' })
    assert.deepEqual(officer.errors, [])
    assert.match(officer.text, /Get copies of letters/)
  })
})
