import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { ReviewToDecide } from '../../../test/builders/a-review-with-proposals.ts'
import { aReviewWithProposals } from '../../../test/builders/a-review-with-proposals.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'
import { demoPersonId } from '../demo/seed-world.ts'

const now = '2027-12-01T10:00:00.000Z'
/** Fifteen days from 1 December end on the 15th. */
const afterWindow = '2027-12-16T10:00:00.000Z'
const issue = 'Issue the amended plan'

describe('from the amendment notice to the amended final plan', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now }) })
  after(() => hub.close())

  const stageOf = async (key: CaseKey) => (await hub.fresh.db.selectFrom('caseFile').select('stage').where('id', '=', key.caseId as never).executeTakeFirstOrThrow()).stage
  const lettersOf = async (key: CaseKey, kind: string) =>
    hub.fresh.db.selectFrom('notice').select(['toName', 'content']).where('caseId', '=', key.caseId as never).where('kind', '=', kind).orderBy('toName').execute()
  const noticed = async (review: ReviewToDecide): Promise<Visitor> => {
    const manager = await (await hub.as('meera')).get(paths.amendment({ ...review.key, reviewId: review.reviewId }))
    await manager.submit({ ...Object.fromEntries(review.proposalIds.map((id) => [`decision-${id}`, 'accept'])), outcome: 'amend' }, { button: 'Decide and send' })
    // Cases of one test hub have the same words, which a real council’s never have.
    if (manager.heading === 'This was not sent') await manager.submit({ _belongs: 'yes' })
    assert.equal(await stageOf(review.key), 'amending', manager.errors.join() + manager.heading)
    return manager
  }

  it('hears each parent alone, answers, issues, marks the plan before it, and tells everybody what changed for them', async () => {
    const review = await aReviewWithProposals(hub, now, { changes: 2 })
    const { key, reviewId, lineIds } = review
    await noticed(review)
    const mother = await (await hub.as('shno')).get(paths.sharedDraft(key))
    assert.match(mother.text, /Please tell us what you think by the end of Wednesday 15 December 2027/)
    await mother.get(paths.proposeOnLine({ ...key, lineId: lineIds[0] ?? '' }))
    await mother.submit({ kind: 'change', words: 'A speech and language therapist will work with Rewan alone, and with his cousin after Easter, for 45 minutes once a week, for 20 weeks a year.' })
    assert.match(mother.heading, /The changes that we want to make/)
    assert.match(mother.text, /with his cousin after Easter/)
    const father = await (await hub.as('hoshang')).get(paths.amendmentNotice({ ...key, reviewId }))
    assert.doesNotMatch(father.text, /cousin/)
    await father.get(paths.finishCommenting(key))
    await father.submit()
    assert.match(father.text, /You told us on 1 December 2027 that you have finished/)

    const early = await (await hub.as('meera')).get(paths.issueAmended({ ...key, reviewId }))
    assert.match(early.text, /Runs until the end of 15 December 2027/)
    hub.setNow(afterWindow)
    const manager = await (await hub.as('meera')).get(paths.issueAmended({ ...key, reviewId }))
    assert.match(manager.text, /The same as in the plan in force/)
    await manager.submit()
    assert.match(manager.text, /Something that the family said about the draft has no answer yet/)
    await manager.submit({}, { button: issue })
    assert.match(manager.errors.join(), /The check holds the plan/)
    assert.equal(await stageOf(key), 'amending')

    await manager.get(paths.amendment({ ...key, reviewId }))
    assert.equal(manager.heading, 'After the amendment notice')
    const [open] = await hub.fresh.db.selectFrom('proposal').select('id').where('reviewId', '=', reviewId).where('decision', 'is', null).execute()
    await manager.submit({ [`decision-${open?.id ?? ''}`]: 'decline', [`reason-${open?.id ?? ''}`]: 'His cousin goes to another school.' }, { button: 'Keep the answers' })
    await manager.get(paths.issueAmended({ ...key, reviewId }))
    await manager.submit()
    assert.equal(manager.heading, 'Read everything before the plan goes', manager.errors.join())
    assert.match(manager.text, /Larkfell Primary School/)
    const all = manager.fieldsOf(manager.form(paths.issueAmended({ ...key, reviewId }))).get('recipients') ?? []
    const fewer = all.filter((one) => !one.endsWith(String(demoPersonId('soraya'))))
    await manager.submit({ recipients: fewer, leftOutReason: 'She is with the child no more.' }, { button: issue })
    assert.deepEqual(manager.errors, [])
    assert.match(manager.text, /The amended plan is issued/)
    assert.equal(await stageOf(key), 'maintained')

    const plan = await hub.fresh.db.selectFrom('plan').select('id').where('caseId', '=', key.caseId as never).executeTakeFirstOrThrow()
    const versions = await hub.fresh.db.selectFrom('planVersion').select(['kind', 'content', 'supersededOn', 'label', 'no']).where('planId', '=', plan.id).orderBy('no').execute()
    const finals = versions.filter(({ kind }) => kind === 'final')
    assert.deepEqual(finals.map(({ supersededOn, label }) => [supersededOn, label]), [['2027-12-16', 'Final plan'], [null, 'Amended final plan']])
    assert.match(finals[1]?.content ?? '', /"status":"amended"/)
    assert.match(finals[1]?.content ?? '', /"firstMadeOn":"2027-01-12"/)
    const letters = await lettersOf(key, 'amended-plan')
    assert.deepEqual(letters.map(({ toName }) => toName), ['Hoshang Tahsin', 'Shno Tahsin'])
    for (const { toName, content } of letters) {
      const words = JSON.stringify(content)
      assert.match(words, /right to appeal/)
      if (toName === 'Shno Tahsin') assert.match(words, /His cousin goes to another school/)
      else assert.doesNotMatch(words, /cousin/)
    }

    const therapist = await (await hub.as('callum')).get(paths.planInbox())
    assert.match(therapist.text, /To open: 1 plan/)
    await therapist.get(paths.finalPlan(key))
    assert.match(therapist.text, /What changed for you since the plan of 12 January 2027/)
    assert.match(therapist.words, /F1 Changed/)
    assert.doesNotMatch(therapist.words, /F2 Changed/)
    assert.match(therapist.text, /1 other line of the plan changed too/)
    await therapist.get(paths.earlierPlan({ ...key, no: String(finals[0]?.no) }))
    assert.match(therapist.text, /No longer in force since 16 December 2027/)
    const left = await (await hub.as('soraya')).get(paths.planInbox())
    assert.match(left.text, /No longer in force.*the plan of 12 January 2027/)
    assert.equal((await left.get(paths.finalPlan(key))).status, 404)
    const told = await hub.fresh.db.selectFrom('outgoing').select(['subject', 'body']).where('caseId', '=', key.caseId as never).where('about', '=', 'plan-superseded').execute()
    assert.equal(told.length, 1)
    assert.doesNotMatch(told[0]?.subject ?? '', /Rewan|plan/i)

    const officer = await (await hub.as('hattie')).get(paths.unopenedPlans({ area: 'wendmere' }))
    assert.match(officer.text, /amended plan/)
    assert.match(officer.text, /Dr Imogen Petrie/)
    assert.doesNotMatch(officer.text, /Callum Dreyfus-Webb/)
    await officer.submit({}, { to: paths.deliveries(key), button: 'Ask again Dr Imogen Petrie about Rewan Tahsin' })
    assert.equal(officer.heading, 'Plans that were not opened')
    assert.match(officer.words, /Dr Imogen Petrie .*?1 time/)
    await officer.get(paths.planVersions(key))
    assert.match(officer.text, /No longer in force/)
  })

  it('goes on paper with the plan as it is now', async () => {
    const review = await aReviewWithProposals(hub, now, { changes: 1 })
    await hub.fresh.db.updateTable('relationship').set({ safeContact: 'post' }).where('personId', '=', demoPersonId('hoshang')).execute()
    const { localAreaId, childId } = await hub.fresh.db.selectFrom('caseFile').select(['localAreaId', 'childId']).where('id', '=', review.key.caseId as never).executeTakeFirstOrThrow()
    await hub.fresh.db.insertInto('childAddress').values({ localAreaId, id: hub.house.newId<string>(), childId, lines: ['2 Open Lane', 'Wendmere'], postcode: 'ZZ98 2AB', fromOn: '2020-01-01' as never }).execute()
    await noticed(review)
    const { id } = await hub.fresh.db.selectFrom('outgoing').select('id').where('caseId', '=', review.key.caseId as never).where('channel', '=', 'letter').where('about', '=', 'amendment-notice').executeTakeFirstOrThrow()
    const officer = await (await hub.as('hattie')).get(paths.outgoing({ ...review.key, outgoingId: id }))
    assert.match(officer.words, /We want to change the plan/)
    assert.match(officer.words, /With this letter: the plan of 12 January 2027, as it is now Section A/)
    assert.match(officer.words, /with Rewan alone for 45 minutes once a week/)
    assert.match(officer.words, /Section K: Advice and information/)
    assert.match(officer.words, /Print these too, and put them in with it .* The report of the review/)
    await hub.fresh.db.updateTable('relationship').set({ safeContact: 'any' }).where('personId', '=', demoPersonId('hoshang')).execute()
  })

  it('is not amended after all: reasons, the right to appeal, and the working document as the plan in force has it', async () => {
    const review = await aReviewWithProposals(hub, now, { changes: 1 })
    const { key, reviewId } = review
    const linksOf = async (): Promise<string[]> => (await hub.fresh.db.selectFrom('planLineLink as k').innerJoin('plan as p', 'p.id', 'k.planId').select(['k.fromLineId', 'k.toLineId', 'k.kind'])
      .where('p.caseId', '=', key.caseId as never).where('k.removedAt', 'is', null).execute()).map(({ fromLineId, toLineId, kind }) => `${fromLineId} ${kind} ${toLineId}`).toSorted()
    const thread = await linksOf()
    await hub.fresh.db.updateTable('planLineLink').set({ removedAt: hub.house.clock.now() }).where('fromLineId', '=', review.lineIds[0] ?? '' as never).where('kind', '=', 'serves').execute()
    assert.notDeepEqual(await linksOf(), thread)
    await noticed(review)
    const early = await (await hub.as('meera')).get(paths.notAmending({ ...key, reviewId }))
    await early.submit({ reasons: 'The mother shows that alone is better.' })
    assert.deepEqual(early.errors, ['The family’s time to answer has not ended'])
    hub.setNow(afterWindow)
    const manager = await (await hub.as('meera')).get(paths.notAmending({ ...key, reviewId }))
    await manager.submit()
    assert.deepEqual(manager.errors, ['Enter why the plan is not amended: the family reads it'])
    await manager.submit({ reasons: 'The mother shows that alone is better.' })
    assert.equal(manager.heading, 'Reviews and amendments of this plan', manager.errors.join())
    assert.equal(await stageOf(key), 'maintained')
    for (const { content } of await lettersOf(key, 'not-amending')) assert.match(JSON.stringify(content), /The mother shows that alone is better.*right to appeal/s)
    const live = await hub.fresh.db.selectFrom('planLine as l').innerJoin('planLineRevision as r', (join) => join.onRef('r.lineId', '=', 'l.id').onRef('r.n', '=', 'l.latest')).select('r.text').where('l.id', '=', review.lineIds[0] ?? '' as never).executeTakeFirstOrThrow()
    assert.match(live.text, /with Rewan alone/)
    assert.deepEqual(await linksOf(), thread, 'the thread runs as in the plan in force')
    await manager.get(paths.amendment({ ...key, reviewId }))
    assert.equal(manager.heading, 'This has ended')
    await manager.get(paths.issueAmended({ ...key, reviewId }))
    assert.match(manager.text, /cannot be done now|cannot be issued/)
  })

  it('without a review: begun, changed by hand, and sent with the same fifteen days', async () => {
    const review = await aReviewWithProposals(hub, now, { changes: 1 })
    const { key, proposalIds, lineIds } = review
    const manager = await (await hub.as('meera')).get(paths.amendments(key))
    await manager.submit()
    assert.deepEqual(manager.errors, ['Select why the plan is amended'])
    await manager.submit({ because: 'change' })
    assert.equal(manager.heading, 'Amend the plan')
    assert.equal(await stageOf(key), 'amending')
    const here = manager.url.split('?')[0] ?? ''
    await manager.submit({ [`decision-${proposalIds[0] ?? ''}`]: 'decline', [`reason-${proposalIds[0] ?? ''}`]: 'Not now.' }, { button: 'Send the amendment notice' })
    assert.match(manager.errors.join(), /Nothing in the plan changes yet/)
    const writer = await (await hub.as('tom')).get(paths.planLine({ ...key, lineId: lineIds[0] ?? '' }))
    await writer.submit({ text: `A speech and language therapist will work with Rewan alone for 45 minutes twice a week, sheet ${key.caseId.slice(-6)}, for 20 weeks a year.` })
    await manager.get(here)
    await manager.submit({ [`decision-${proposalIds[0] ?? ''}`]: 'decline', [`reason-${proposalIds[0] ?? ''}`]: 'Not now.' }, { button: 'Send the amendment notice' })
    assert.equal(manager.heading, 'After the amendment notice', manager.errors.join() + manager.text.slice(0, 300))
    const fact = await hub.fresh.db.selectFrom('fact').select('data').where('caseId', '=', key.caseId as never).where('type', '=', 'amendment-notice-sent').executeTakeFirstOrThrow()
    assert.equal((fact.data as { withoutReview?: boolean }).withoutReview, true)
    assert.match(JSON.stringify(await lettersOf(key, 'amendment-notice')), /twice a week/)
  })
})

describe('what was decided can be taken back before it leaves', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now, recallMinutes: 10 }) })
  after(() => hub.close())

  it('then nothing of it is seen, the review is open again, and the answers stand', async () => {
    const review = await aReviewWithProposals(hub, now, { changes: 1 })
    const { key, reviewId, proposalIds } = review
    const manager = await (await hub.as('meera')).get(paths.amendment({ ...key, reviewId }))
    await manager.submit({ [`decision-${proposalIds[0] ?? ''}`]: 'accept', outcome: 'amend' }, { button: 'Decide and send' })
    assert.equal(manager.heading, 'After the amendment notice', manager.errors.join())
    const mother = await (await hub.as('shno')).get(paths.amendmentNotice({ ...key, reviewId }))
    assert.equal(mother.status, 404)
    assert.doesNotMatch((await mother.get(paths.caseTimeline(key))).text, /changes that we want to make/)
    const sending = await hub.fresh.db.selectFrom('sending').select(['id', 'act']).where('caseId', '=', key.caseId as never).where('act', '=', 'decide-review').executeTakeFirstOrThrow()
    await manager.get(paths.caseOverview(key))
    assert.match(manager.text, /The decision after the review and its letters/)
    const link = manager.root.querySelectorAll('a, form').map((one) => one.getAttribute('href') ?? one.getAttribute('action') ?? '').find((href) => href.includes(sending.id)) ?? ''
    assert.notEqual(link, '')
    await manager.request('POST', link, { reason: 'The wrong child.' })
    const { stage } = await hub.fresh.db.selectFrom('caseFile').select('stage').where('id', '=', key.caseId as never).executeTakeFirstOrThrow()
    assert.equal(stage, 'reviewing')
    await manager.get(paths.amendment({ ...key, reviewId }))
    assert.match(manager.text, /Answered: 1/)
    await manager.submit({ outcome: 'amend' }, { button: 'Decide and send' })
    assert.equal(manager.heading, 'After the amendment notice', manager.errors.join())
  })
})
