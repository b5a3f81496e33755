import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { aMaintainedCase } from '../../../test/builders/a-maintained-case.ts'
import { dateIn } from '../../../test/journeys/steps/dates.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'
import { demoPersonId } from '../demo/seed-world.ts'

describe('something has changed', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now: '2026-10-05T10:00:00.000Z' })
    key = await aMaintainedCase(hub, { parents: ['shno', 'hoshang'] })
  })
  after(() => hub.close())

  const changeId = async (words: RegExp): Promise<string> => (await hub.fresh.db.selectFrom('changeSaid').select(['id', 'words']).execute()).find((row) => words.test(row.words))?.id ?? ''
  const factsOf = (type: string) => hub.fresh.db.selectFrom('fact').select('data').where('caseId', '=', key.caseId as never).where('type', '=', type).orderBy('seq').execute()

  it('is said by a mother with a file, who sees by when it is decided; a wrong form keeps everything and asks for the file again', async () => {
    const mother = await (await hub.as('shno')).get(paths.changes(key))
    assert.match(mother.words, /You have not told us of a change/)
    await mother.follow('Tell us that something has changed')
    assert.match(mother.words, /We will decide what to do by 26 October 2026 and tell you why/)
    assert.match(mother.words, /Who can see this: you and the Wendmere Council SEND team/)
    await mother.submitFiles({ file: { name: 'letter.txt', bytes: Buffer.from('A letter from the hospital') } }, { words: 'He had an operation', ...dateIn('since', '2026-11-01') })
    assert.equal(mother.status, 422)
    assert.deepEqual(mother.errors, ['Select what has changed', 'The day since when must be 5 October 2026 or earlier', 'Choose “letter.txt” again'])
    assert.deepEqual(mother.fieldsOf(mother.form()).get('words'), ['He had an operation'])
    await mother.submitFiles({ file: { name: 'letter.txt', bytes: Buffer.from('A letter from the hospital') } }, { what: 'health', ...dateIn('since', '2026-09-20'), review: ['yes'] })
    assert.match(mother.words, /Thank you\. It has been sent/)
    assert.match(mother.words, /Said on 5 October 2026 What you told us He had an operation Since 20 September 2026 Asked for A review of the plan now Came with it letter\.txt We will decide by 26 October 2026/)
    assert.deepEqual((await factsOf('change-said')).map(({ data }) => ({ ...(data as object), changeId: undefined })), [{ by: 'family', asksForReview: true, changeId: undefined }])
    await mother.follow('letter.txt')
    assert.equal(mother.status, 200)
  })

  it('is hers and the council’s: the father, the school and strangers learn nothing of it', async () => {
    const id = await changeId(/operation/)
    for (const who of ['hoshang', 'debra']) {
      const other = await (await hub.as(who)).get(paths.changes(key))
      assert.equal(other.status, 200, who)
      assert.doesNotMatch(other.words, /operation/, who)
      assert.equal((await (await hub.as(who)).get(paths.change({ ...key, changeId: id }))).status, 403, who)
    }
    assert.doesNotMatch((await (await hub.as('hoshang')).get(paths.caseTimeline(key))).words, /something has changed/)
    assert.match((await (await hub.as('shno')).get(paths.caseTimeline(key))).words, /You told us that something has changed/)
    for (const who of ['aled', 'sinead', 'imogen']) assert.ok([403, 404].includes((await (await hub.as(who)).get(paths.changes(key))).status), who)
  })

  it('stands on the officer’s list of today’s work until it is decided', async () => {
    const officer = await (await hub.as('hattie')).get(paths.home())
    assert.match(officer.words, /Somebody says that something has changed: decide by 26 October 2026/)
    hub.setNow('2026-11-02T10:00:00.000Z')
    assert.match((await (await hub.as('hattie')).get(paths.home())).words, /something has changed: decide \(it was to be by 26 October 2026\)/)
    hub.setNow('2026-10-05T12:00:00.000Z')
  })

  it('is decided by the council with reasons, once, and whoever said it reads the answer and is told', async () => {
    const id = await changeId(/operation/)
    assert.equal((await (await hub.as('tom')).get(paths.change({ ...key, changeId: id }))).status, 403)
    const officer = await (await hub.as('hattie')).get(paths.change({ ...key, changeId: id }))
    assert.match(officer.words, /Said by Shno Tahsin/)
    await officer.submit({ reasons: 'The operation changes what he can do in PE' })
    assert.deepEqual(officer.errors, ['Select what follows'])
    assert.deepEqual(officer.fieldsOf(officer.form()).get('reasons'), ['The operation changes what he can do in PE'])
    const manager = await (await hub.as('meera')).get(paths.change({ ...key, changeId: id }))
    await officer.submit({ outcome: 'early-review' })
    assert.match(officer.words, /Saved\. Whoever said it is told/)
    await manager.submit({ outcome: 'no-action', reasons: 'Too soon' })
    assert.equal(manager.status, 422)
    assert.match(manager.errors.join(), /Somebody has decided this meanwhile/)
    const mother = await (await hub.as('shno')).get(paths.changes(key))
    assert.match((await (await hub.as('shno')).get(paths.caseTimeline(key))).words, /We answered what you told us has changed\. We will hold a review of the plan early\./)
    await mother.get(paths.changes(key))
    assert.match(mother.words, /Decided 5 October 2026 What follows We will hold a review of the plan early\. Why The operation changes what he can do in PE/)
    assert.doesNotMatch(mother.words, /Hattie Greaves.*What follows/)
    const told = await hub.fresh.db.selectFrom('outgoing').select(['toPersonId', 'body']).where('about', '=', 'change-answered').execute()
    assert.deepEqual(told.map(({ toPersonId }) => toPersonId), [demoPersonId('shno')])
    assert.doesNotMatch(told[0]?.body ?? '', /Rewan|operation|review/)
    assert.doesNotMatch((await (await hub.as('hattie')).get(paths.home())).words, /something has changed/)
    assert.equal((await hub.fresh.db.selectFrom('clock').select(['metOn']).where('caseId', '=', key.caseId as never).where('clockId', '=', 'REV-19').executeTakeFirstOrThrow()).metOn, '2026-10-05')
  })

  it('may come from the school; to amend begins an amendment, and puts the plan at that stage', async () => {
    const senco = await (await hub.as('debra')).get(paths.sayChange(key))
    await senco.submit({ what: 'provision', words: 'The therapist left and nobody came in her place' })
    const id = await changeId(/therapist/)
    const officer = await (await hub.as('hattie')).get(paths.change({ ...key, changeId: id }))
    assert.match(officer.words, /Said by Debra Llewellyn-Hart, SENCO/)
    await officer.submit({ outcome: 'amend', reasons: 'We name another service' })
    await officer.follow('The amendment')
    assert.equal(officer.status, 200)
    const begun = await factsOf('amendment-begun')
    assert.deepEqual(begun.map(({ data }) => (data as { because: string }).because), ['change'])
    assert.equal((await hub.fresh.db.selectFrom('caseFile').select('stage').where('id', '=', key.caseId as never).executeTakeFirstOrThrow()).stage, 'amending')
    assert.match((await (await hub.as('debra')).get(paths.changes(key))).words, /We will change the plan now, without waiting for a review\. Why We name another service/)
    assert.doesNotMatch((await (await hub.as('shno')).get(paths.changes(key))).words, /therapist left/)
  })

  it('is written down by an officer for the father, who reads it as his own', async () => {
    const officer = await (await hub.as('hattie')).get(paths.sayChange(key))
    await officer.submit({ what: 'home', words: 'We moved to my sister’s' })
    assert.deepEqual(officer.errors, ['Select who says it'])
    await officer.submit({ whose: demoPersonId('hoshang') })
    assert.deepEqual(officer.errors, ['Select how they said it'])
    await officer.submit({ how: 'phone' })
    assert.match(officer.words, /Said by Hoshang Tahsin\. By phone, written down by Hattie Greaves/)
    assert.match((await (await hub.as('hoshang')).get(paths.changes(key))).words, /We moved to my sister’s/)
    assert.match((await (await hub.as('hoshang')).get(paths.caseTimeline(key))).words, /You told us that something has changed/)
    assert.doesNotMatch((await (await hub.as('shno')).get(paths.changes(key))).words, /sister/)
  })

  it('is for plans in force: before that the page says so', async () => {
    const early = await aCase(hub, { givenName: 'Orla', parents: ['sinead'] })
    const mother = await (await hub.as('sinead')).get(paths.sayChange(early))
    assert.equal(mother.status, 200)
    assert.match(mother.words, /This is for a plan that is in force/)
    assert.equal(await (await hub.as('sinead')).request('POST', paths.sayChange(early), { what: 'needs', words: 'x' }) >= 400, true)
  })
})
