import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aMaintainedCase } from '../../../test/builders/a-maintained-case.ts'
import { anIssuedPlan } from '../../../test/builders/an-issued-plan.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { dateIn } from '../../../test/journeys/steps/dates.ts'
import { expectRefused } from '../../../test/journeys/steps/refused.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { LockedWordsChanged } from '../../casebook/out-of-bounds.ts'
import { acceptProposal } from '../../casebook/plan/accept-proposal.ts'
import { freezeVersion, planIdOf, readPlanContent } from '../../casebook/plan/plan-content.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { demoPersonId } from '../demo/seed-world.ts'
import { paths } from '../../paths.ts'

const ordered = 'A speech and language therapist will work with Rewan alone for 60 minutes each week, in term time, and will write a report each term.'

// It is 25 January 2027; the plan was issued that day and can be appealed until 25 March 2027.
describe('a Tribunal’s order', () => {
  let hub: Hub
  let key: CaseKey
  let lineId: string
  let orderedPage: string
  before(async () => {
    hub = await aHub({ now: '2027-01-25T09:00:00.000Z' })
    key = await anIssuedPlan(hub)
    lineId = (await inCase((tx, caseFile, planId) => readPlanContent(tx, caseFile, planId))).lines.find(({ text }) => text.includes('45 minutes'))?.id ?? ''
  })
  after(() => hub.close())

  const at = async (who: string, url: string): Promise<Visitor> => (await hub.as(who)).get(url)
  async function inCase<T>(run: (tx: Parameters<typeof planIdOf>[0], caseFile: Awaited<ReturnType<typeof openCaseFile>>, planId: Awaited<ReturnType<typeof planIdOf>>) => Promise<T>): Promise<T> {
    return inTransaction(await hub.occasion('hattie'), async (tx) => {
      const caseFile = await openCaseFile(tx, key, { lock: true })
      return run(tx, caseFile, await planIdOf(tx, caseFile))
    })
  }
  const dueOf = async (clockId: string) => (await hub.fresh.db.selectFrom('clock').select('dueOn').where('caseId', '=', key.caseId as never).where('clockId', '=', clockId).executeTakeFirst())?.dueOn
  const record = async (url: string, fields: Record<string, string | readonly string[]>): Promise<Visitor> => {
    const officer = await at('hattie', url)
    await officer.submit(fields)
    assert.equal(officer.heading, 'Disagreements and appeals', officer.errors.join())
    return officer
  }

  it('comes at the end of a road whose last days are all worked out', async () => {
    let mother = await at('shno', paths.disagreements(key))
    assert.match(mother.words, /You can appeal the plan that we sent you/)
    assert.match(mother.words, /by 5pm on 25 March 2027/)
    assert.match(mother.words, /Wendmere SENDIASS/)
    await record(paths.mediationStep({ ...key, step: 'wanted' }), dateIn('on', '2027-01-25'))
    assert.equal(await dueOf('MED-04'), '2027-02-24')
    hub.setNow('2027-03-10T09:00:00.000Z')
    await record(paths.mediationStep({ ...key, step: 'held' }), dateIn('on', '2027-02-20'))
    await record(paths.mediationStep({ ...key, step: 'certificate' }), dateIn('on', '2027-03-01'))
    // One month from the certificate is later than two months from the letter.
    assert.equal(await dueOf('APP-01'), '2027-04-01')
    await record(paths.appealStep({ ...key, step: 'lodged' }), { about: ['b', 'f'], ...dateIn('on', '2027-03-08') })
    await record(paths.appealStep({ ...key, step: 'received' }), dateIn('on', '2027-03-10'))
    const officer = await record(paths.appealStep({ ...key, step: 'hearing-listed' }), { ...dateIn('on', '2027-03-10'), ...dateIn('hearing', '2027-06-30') })
    assert.equal(await dueOf('APP-05'), '2027-06-16')
    assert.match(officer.words, /Answer the appeal/)
    assert.match(officer.words, /Appeal of 8 March 2027/)
    mother = await at('shno', paths.disagreements(key))
    assert.match(mother.words, /The Tribunal got an appeal on 8 March 2027\. It has not decided yet/)
    assert.match(mother.words, /We answer the appeal/)
  })

  it('refuses what does not follow, and keeps what was typed', async () => {
    const officer = await at('hattie', paths.appealStep({ ...key, step: 'lodged' }))
    assert.match(officer.words, /An appeal is open already/)
    await officer.get(paths.appealStep({ ...key, step: 'response-sent' }))
    await officer.submit(dateIn('on', '2027-03-01'))
    expectRefused(officer, ['The day must be 8 March 2027 or later'], { kept: { 'on-day': '1' } })
    await officer.submit(dateIn('on', '2027-03-11'))
    assert.deepEqual(officer.errors, ['The day must be today or in the past'])
    assert.equal((await officer.get(paths.appealStep({ ...key, step: 'nothing' }))).status, 404)
  })

  it('begins an amendment with the five weeks of the law, or the day that the Tribunal set', async () => {
    hub.setNow('2027-07-09T09:00:00.000Z')
    await record(paths.appealStep({ ...key, step: 'decided' }), { result: 'allowed-in-part', ...dateIn('on', '2027-07-05') })
    const officer = await at('hattie', paths.recordOrder(key))
    await officer.submitFiles({ file: { name: 'order.pdf', bytes: new TextEncoder().encode('not a pdf') } }, { kind: 'amend-contents', words: ordered })
    assert.ok(officer.errors.includes('Enter the date of the order'), officer.errors.join())
    assert.deepEqual(officer.fieldsOf(officer.form()).get('words'), [ordered])
    await officer.submit(dateIn('on', '2027-07-05'))
    assert.equal(officer.heading, 'Words locked in the working document', officer.errors.join())
    orderedPage = officer.url.split('?')[0] ?? ''
    assert.equal(await dueOf('ORD-04/final'), '2027-08-09')
    const row = await hub.fresh.db.selectFrom('caseFile').select('stage').where('id', '=', key.caseId as never).executeTakeFirstOrThrow()
    assert.equal(row.stage, 'amending')
    assert.match((await at('shno', paths.disagreements(key))).words, /On 5 July 2027 the Tribunal told us to change what the plan says/)
  })

  it('is written into its line and locked there word for word', async () => {
    const officer = await at('hattie', `${orderedPage}/lock`)
    await officer.submit({ how: 'reword', rewordWords: ordered })
    expectRefused(officer, ['Select the line'], { kept: { rewordWords: ordered } })
    await officer.submit({ rewordLine: lineId })
    assert.match(officer.words, /Says it to the letter/, officer.errors.join())
    await officer.get(paths.planSection({ ...key, section: 'F' }))
    assert.match(officer.words, /Ordered by the Tribunal These words stay as they are until the amended plan is issued/)
    // The editor shows the words and takes no others; its boxes stay the council's.
    await officer.get(paths.planLine({ ...key, lineId }))
    await officer.submit({ text: ordered.replace('60', '45') })
    assert.deepEqual(officer.errors, ['The words of this line cannot be changed: ordered by the Tribunal'])
    await officer.get(paths.planLine({ ...key, lineId }))
    await officer.submit({ minutes: '60' })
    assert.deepEqual(officer.errors, [])
  })

  it('is kept by every other way of writing too: removal, split, join and an accepted proposal', async () => {
    const officer = await at('tom', paths.planLineRemove({ ...key, lineId }))
    await officer.submit({})
    assert.equal(officer.status, 422)
    assert.match(officer.words, /These words cannot be changed/)
    const split = await at('tom', paths.planLineSplit({ ...key, lineId }))
    const revisions = await hub.fresh.db.selectFrom('planLineRevision').select('n').where('lineId', '=', lineId as never).execute()
    await split.submit({ 'part-1': 'A speech and language therapist will work with Rewan.', 'part-2': 'For 60 minutes.' })
    assert.equal(split.status, 422)
    assert.equal((await hub.fresh.db.selectFrom('planLineRevision').select('n').where('lineId', '=', lineId as never).execute()).length, revisions.length)
    await assert.rejects(inCase((tx, caseFile, planId) => acceptProposal(tx, caseFile, planId, demoPersonId('hattie'), {
      id: 'x' as never, kind: 'change', section: 'F', lineId: lineId as never, text: 'Other words.', author: { id: demoPersonId('hattie'), name: 'Hattie' }, channel: 'hub', madeAt: '2027-07-09T09:00:00.000Z' as never,
    }, { keep: 'proposed', against: revisions.length })), LockedWordsChanged)
  })

  it('must stand in the plan that is issued, to the letter', async () => {
    const freeze = () => inCase((tx, caseFile, planId) => freezeVersion(tx, caseFile, planId, demoPersonId('meera'), { kind: 'final', label: 'Amended final plan', issuedOn: tx.today }).then(({ no }) => no))
    // Past every door of the hub, as a fault would: the last door is shut too.
    await hub.fresh.db.updateTable('lockedWording').set({ words: ordered.replace('Rewan', 'Rewan ') }).where('lineId', '=', lineId as never).execute()
    await assert.rejects(freeze, LockedWordsChanged)
    const officer = await at('hattie', orderedPage)
    assert.match(officer.words, /Does not say it to the letter/)
    await hub.fresh.db.updateTable('lockedWording').set({ words: ordered }).where('lineId', '=', lineId as never).execute()
    // Undone again: only the last door is tried here.
    await assert.rejects(inCase(async (tx, caseFile, planId) => {
      await freezeVersion(tx, caseFile, planId, demoPersonId('meera'), { kind: 'final', label: 'Amended final plan', issuedOn: tx.today })
      throw new Error('it may be frozen')
    }), /it may be frozen/)
  })

  it('is put right with a reason where it was copied wrongly', async () => {
    const right = ordered.replace('each term', 'every half term')
    const officer = await at('hattie', orderedPage)
    await officer.get(officer.root.querySelectorAll('main a').find((one) => one.textContent.startsWith('Put right'))?.getAttribute('href') ?? '')
    await officer.submit({ how: 'words', words: right })
    expectRefused(officer, ['Enter why they were wrong'], { kept: { words: right } })
    await officer.submit({ reason: 'A word was missed when the order was copied.' })
    assert.match(officer.words, /every half term/, officer.errors.join())
    assert.match(officer.words, /Says it to the letter/)
  })

  it('goes out in the amended plan without a notice or fifteen days, and meets its limit', async () => {
    const officer = await at('hattie', paths.planLine({ ...key, lineId }))
    await officer.submit({ who: 'speech and language therapist', minutes: '60', times: '1', per: 'week', weeks: '38', groupSize: 'one to one', setting: 'a quiet room', checkedBy: 'speech and language therapist', checkedWhen: 'each half term' })
    assert.deepEqual(officer.errors, [])
    const manager = await at('meera', orderedPage)
    await manager.follow('Issue the amended final plan')
    await manager.submit({ placement: 'keep' }, { button: 'Read everything before it goes' })
    assert.doesNotMatch(manager.words, /still has time/, manager.errors.join())
    await manager.submit({ considered: 'yes' }, { button: 'Issue the amended plan' })
    assert.equal(manager.heading, 'Who has the final plan', `${manager.errors.join()} ${manager.words.slice(0, 600)}`)
    const mother = await at('shno', paths.finalPlan(key))
    assert.match(mother.words, /every half term/)
    await officer.get(orderedPage)
    assert.match(officer.words, /The locks ended with it/)
    assert.equal((await hub.fresh.db.selectFrom('clock').select('metOn').where('caseId', '=', key.caseId as never).where('clockId', '=', 'ORD-04/final').executeTakeFirstOrThrow()).metOn, '2027-07-09')
  })

  it('is the council’s to record; the family reads what it can do, and nobody else anything', async () => {
    for (const [who, status] of [['debra', 403], ['aled', 404], ['kerry', 403]] as const) assert.equal((await at(who, paths.disagreements(key))).status, status, who)
    for (const url of [paths.recordOrder(key), paths.appealStep({ ...key, step: 'lodged' }), paths.concedeAppeal(key), orderedPage]) assert.equal((await at('shno', url)).status, 403, url)
    assert.equal((await at('hattie', paths.concedeAppeal(key))).status, 403)
  })
})

// It is 14 September 2026.
describe('what is conceded, agreed or recommended', () => {
  let hub: Hub
  before(async () => { hub = await aHub() })
  after(() => hub.close())
  const at = async (who: string, url: string): Promise<Visitor> => (await hub.as(who)).get(url)
  const rows = async (key: CaseKey) => new Map((await hub.fresh.db.selectFrom('clock').select(['clockId', 'dueOn', 'metOn']).where('caseId', '=', key.caseId as never).execute()).map(({ clockId, ...row }) => [clockId, row]))

  it('runs on its own clocks: a concession from the day the Tribunal was told', async () => {
    const key = await aMaintainedCase(hub, { planOn: '2026-07-20', receivedOn: '2026-01-12' })
    const officer = await at('hattie', paths.appealStep({ ...key, step: 'lodged' }))
    await officer.submit({ about: ['i'], ...dateIn('on', '2026-09-01') })
    const manager = await at('meera', paths.concedeAppeal(key))
    await manager.submit({ ...dateIn('on', '2026-09-10') })
    expectRefused(manager, ['Select what the appeal asked for'], { kept: { 'on-day': '10' } })
    await manager.submit({ kind: 'amend-setting' })
    assert.match(manager.heading, /Words locked/, manager.errors.join())
    assert.equal((await rows(key)).get('UNO-01/amend-setting-final')?.dueOn, '2026-09-24')
  })

  it('an agreement as if it were ordered, or by the day agreed', async () => {
    const key = await aMaintainedCase(hub, { planOn: '2026-07-20', receivedOn: '2026-01-12' })
    const wanted = await at('hattie', paths.mediationStep({ ...key, step: 'wanted' }))
    await wanted.submit(dateIn('on', '2026-08-20'))
    const agreed = await at('hattie', paths.mediationStep({ ...key, step: 'agreed' }))
    await agreed.submit({ issues: 'appealable', ...dateIn('on', '2026-09-07') })
    expectRefused(agreed, ['Select what is to be done'], { kept: { issues: 'appealable' } })
    await agreed.submit({ kind: 'amend-contents', words: 'Section F as attached.' })
    assert.equal(agreed.heading, 'Disagreements and appeals', agreed.errors.join())
    assert.equal((await rows(key)).get('MED-06/amend-contents-final')?.dueOn, '2026-10-12')
    assert.ok(agreed.hasLink('Words locked in the working document'))
  })

  it('a recommendation is answered in five weeks', async () => {
    const key = await aMaintainedCase(hub)
    const officer = await at('hattie', paths.recommendation(key))
    await officer.submit({ is: 'answered', to: 'health', ...dateIn('on', '2026-09-01') })
    expectRefused(officer, ['No recommendation about this is waiting for an answer'], { kept: { to: 'health' } })
    await officer.submit({ is: 'received' })
    assert.equal((await rows(key)).get('REC-01')?.dueOn, '2026-10-06')
    await officer.get(paths.recommendation(key))
    await officer.submit({ is: 'answered', to: 'health', ...dateIn('on', '2026-09-14') })
    assert.equal((await rows(key)).get('REC-01')?.metOn, '2026-09-14')
    assert.match(officer.words, /Answered in writing 14 September 2026/)
  })

  it('an order to continue keeps a plan that was to end', async () => {
    const key = await aMaintainedCase(hub, { bornOn: '2012-05-01' })
    const { onCase } = await import('../../../test/builders/a-maintained-case.ts')
    await onCase(hub, key, async (record) => {
      await record({ type: 'ceasing-considered', ceasingId: 'c', ground: 'no-longer-necessary' }, '2026-05-01')
      await record({ type: 'ceasing-consulted', ceasingId: 'c', family: 'answered', setting: 'none' }, '2026-05-20')
      await record({ type: 'cease-notified', ceasingId: 'c', ground: 'no-longer-necessary', code: 2, noticeId: 'n' }, '2026-06-01')
      await record({ type: 'appeal-lodged', appealId: 'a', about: 'Ending the plan' }, '2026-07-01')
      await record({ type: 'appeal-decided', appealId: 'a', result: 'allowed' }, '2026-09-01')
    })
    const officer = await at('hattie', paths.recordOrder(key))
    await officer.submit({ kind: 'continue', ...dateIn('on', '2026-09-01') })
    assert.equal(officer.heading, 'Disagreements and appeals', officer.errors.join())
    await officer.get(paths.ceasing(key))
    assert.match(officer.words, /Nobody is considering ending this plan/)
    assert.match(officer.words, /Kept 1 September 2026/)
  })
})
