import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { ReviewToDecide } from '../../../test/builders/a-review-with-proposals.ts'
import { aReviewWithProposals } from '../../../test/builders/a-review-with-proposals.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'

const now = '2027-12-01T10:00:00.000Z'
const send = 'Decide and send'

describe('from the report of a review to the decision', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now }) })
  after(() => hub.close())

  const factsOf = async (key: CaseKey) =>
    (await hub.fresh.db.selectFrom('fact').select('type').where('caseId', '=', key.caseId as never).orderBy('seq').execute()).map(({ type }) => type)
  const stageOf = async (key: CaseKey) =>
    (await hub.fresh.db.selectFrom('caseFile').select('stage').where('id', '=', key.caseId as never).executeTakeFirstOrThrow()).stage
  const lettersOf = async (key: CaseKey, kind: string) =>
    hub.fresh.db.selectFrom('notice').select(['toName', 'content']).where('caseId', '=', key.caseId as never).where('kind', '=', kind).orderBy('toName').execute()
  /** Cases of one test hub have the same words, which a real council’s never have: the sender says that they belong. */
  const decide = async (manager: Visitor, filled: Record<string, string> = {}): Promise<Visitor> => {
    await manager.submit(filled, { button: send })
    return manager.heading === 'This was not sent' ? manager.submit({ _belongs: 'yes' }) : manager
  }
  const screen = async ({ key, reviewId }: ReviewToDecide, who = 'meera'): Promise<Visitor> => (await hub.as(who)).get(paths.amendment({ ...key, reviewId }))
  const id = (ids: readonly string[], place: number): string => ids[place] ?? ''

  it('is one screen: every proposal beside its line, the answers, the decision and the notice in one press', async () => {
    const review = await aReviewWithProposals(hub, now)
    const { key, proposalIds } = review
    assert.equal(await stageOf(key), 'reviewing')
    const manager = await screen(review)
    assert.equal(manager.heading, 'From the report to the decision', manager.text)
    assert.match(manager.text, /3 answers to give/)
    assert.match(manager.text, /due by Monday 13 December 2027/)
    assert.match(manager.text, /with one other child/)
    await decide(manager, {
      [`decision-${id(proposalIds, 0)}`]: 'edit', [`wording-${id(proposalIds, 0)}`]: 'A speech and language therapist will work with Rewan and one friend for 45 minutes once a week, for 20 weeks a year.',
      [`decision-${id(proposalIds, 1)}`]: 'decline', [`reason-${id(proposalIds, 1)}`]: 'He learns reading best alone, his teacher says.',
      rest: 'accept', outcome: 'amend',
    })
    assert.deepEqual(manager.errors, [])
    assert.equal(manager.heading, 'After the amendment notice', manager.text)
    assert.equal(await stageOf(key), 'amending')
    const facts = await factsOf(key)
    for (const fact of ['review-decision-notified', 'amendment-notice-sent', 'representation-answered']) assert.ok(facts.includes(fact), fact)
    const letters = await lettersOf(key, 'amendment-notice')
    assert.deepEqual(letters.map(({ toName }) => toName), ['Hoshang Tahsin', 'Shno Tahsin'])
    for (const { content } of letters) {
      const words = JSON.stringify(content)
      assert.match(words, /We want it to say: A speech and language therapist will work with Rewan and one friend/)
      assert.match(words, /F3, changed/)
      assert.doesNotMatch(words, /F2, changed/)
      assert.match(words, /end of 15 December 2027/)
      assert.match(words, /plan of 12 January 2027/)
    }
    assert.equal((await lettersOf(key, 'review-told')).length, 1)
    const family = await (await hub.as('shno')).get(paths.sharedDraft(key))
    assert.match(family.heading, /The changes that we want to make/)
    assert.match(family.text, /2 changes/)
    assert.match(family.text, /What stays as it is/)
  })

  it('asks for every answer and a decision, and keeps what was typed', async () => {
    const review = await aReviewWithProposals(hub, now)
    const { key, proposalIds } = review
    const manager = await screen(review)
    await decide(manager, { [`decision-${id(proposalIds, 0)}`]: 'decline' })
    assert.equal(manager.status, 422)
    assert.deepEqual(manager.errors, [
      'Enter why F1 (Debra Llewellyn-Hart) is declined: whoever asked reads it', 'Say what you decide about F2 (Debra Llewellyn-Hart)', 'Say what you decide about F3 (Debra Llewellyn-Hart)',
      'Select what the council decides',
    ])
    assert.deepEqual(manager.fieldsOf(manager.form()).get(`decision-${id(proposalIds, 0)}`), ['decline'])
    assert.equal(await stageOf(key), 'reviewing')
  })

  it('keeps the plan as it is: everything declined, the reasons and the appeal in the letter', async () => {
    const review = await aReviewWithProposals(hub, now, { changes: 1 })
    const { key, proposalIds } = review
    const manager = await screen(review)
    await decide(manager, { [`decision-${id(proposalIds, 0)}`]: 'accept', outcome: 'maintain', reasons: 'All is well.' })
    assert.match(manager.errors.join(), /1 line would change by what is accepted/)
    assert.equal(await stageOf(key), 'reviewing')
    await manager.submit({}, { button: 'Keep the answers for now' })
    assert.match(manager.text, /Answered: 1/)
    await manager.submit({}, { to: 'reopen' })
    assert.match(manager.text, /It is open again/)
    assert.doesNotMatch(manager.text, /The plan before and after/)
    await decide(manager, { [`decision-${id(proposalIds, 0)}`]: 'decline', [`reason-${id(proposalIds, 0)}`]: 'Alone is right for now.', outcome: 'maintain' })
    assert.deepEqual(manager.errors, ['Enter why the plan stays as it is: the family reads it'])
    await decide(manager, { reasons: 'The help in section F works as it is.' })
    assert.equal(manager.heading, 'Reviews and amendments of this plan', manager.errors.join())
    assert.equal(await stageOf(key), 'maintained')
    const letters = await lettersOf(key, 'plan-kept')
    assert.equal(letters.length, 2)
    for (const { content } of letters) assert.match(JSON.stringify(content), /right to appeal.*The help in section F|The help in section F.*right to appeal/s)
    assert.equal((await lettersOf(key, 'amendment-notice')).length, 0)
    const answers = await hub.fresh.db.selectFrom('outgoing').select('about').where('caseId', '=', key.caseId as never).where('about', '=', 'answer').execute()
    assert.equal(answers.length, 1)
  })

  it('lets an officer answer and a decision-maker decide; the officer cannot', async () => {
    const review = await aReviewWithProposals(hub, now, { changes: 2 })
    const { key, proposalIds } = review
    const officer = await screen(review, 'hattie')
    assert.doesNotMatch(officer.text, /What does the council decide/)
    await officer.submit({}, { button: 'Keep the answers' })
    assert.deepEqual(officer.errors, ['Say what you decide about at least one of them'])
    await officer.submit({ [`decision-${id(proposalIds, 0)}`]: 'accept' }, { button: 'Keep the answers' })
    assert.match(officer.text, /Your answers are kept/)
    assert.match(officer.text, /1 answer to give/)
    assert.match(officer.text, /The plan before and after, with what is accepted so far: 1 line/)
    const manager = await screen(review)
    await decide(manager, { [`decision-${id(proposalIds, 1)}`]: 'accept', outcome: 'amend' })
    assert.equal(await stageOf(key), 'amending', manager.errors.join() + manager.url + manager.text.slice(0, 600))
  })

  it('with two people on it: who comes second reads what the first answered, and nothing typed is lost', async () => {
    const review = await aReviewWithProposals(hub, now, { changes: 2 })
    const { key, proposalIds } = review
    const manager = await screen(review)
    const officer = await screen(review, 'hattie')
    await officer.submit({ [`decision-${id(proposalIds, 0)}`]: 'decline', [`reason-${id(proposalIds, 0)}`]: 'The therapist does not agree.' }, { button: 'Keep the answers' })
    await decide(manager, {
      [`decision-${id(proposalIds, 0)}`]: 'edit', [`wording-${id(proposalIds, 0)}`]: 'Words of my own.', [`decision-${id(proposalIds, 1)}`]: 'decline', [`reason-${id(proposalIds, 1)}`]: 'Typed with care.',
      outcome: 'maintain', reasons: 'It works.',
    })
    assert.match(manager.errors.join(), /Somebody has answered F1 meanwhile/)
    assert.match(manager.text, /Your own answer was not kept: edit. You typed: Words of my own/)
    assert.deepEqual(manager.fieldsOf(manager.form()).get(`reason-${id(proposalIds, 1)}`), ['Typed with care.'])
    assert.equal(await stageOf(key), 'reviewing')
    await decide(manager, {})
    assert.deepEqual(manager.errors, [])
    assert.equal(await stageOf(key), 'maintained')
  })

  it('sends nothing that was not read: a line changed meanwhile comes back to be read', async () => {
    const review = await aReviewWithProposals(hub, now, { changes: 2 })
    const { key, proposalIds, lineIds } = review
    const manager = await screen(review)
    const writer = await (await hub.as('tom')).get(paths.planLine({ ...key, lineId: lineIds[0] ?? '' }))
    await writer.submit({ text: 'A speech and language therapist will work with Rewan alone for 60 minutes once a week, for 20 weeks a year.' })
    await decide(manager, { rest: 'accept', outcome: 'amend' })
    assert.match(manager.text, /The line was changed after this was said. It says now/)
    assert.deepEqual(manager.errors, ['Say what you decide about F1 (Debra Llewellyn-Hart)'])
    await decide(manager, { [`decision-${id(proposalIds, 0)}`]: 'now' })
    assert.equal(await stageOf(key), 'amending', manager.errors.join())
    assert.match(JSON.stringify(await lettersOf(key, 'amendment-notice')), /alone for 60 minutes/)
  })

  it('sends nothing that was not read: another line changed meanwhile is shown first', async () => {
    const review = await aReviewWithProposals(hub, now, { changes: 1, morePairs: 2 })
    const { key, proposalIds, lineIds } = review
    const manager = await screen(review)
    const other = (await hub.fresh.db.selectFrom('planLineRevision as r').innerJoin('planLine as l', 'l.id', 'r.lineId').innerJoin('plan as p', 'p.id', 'l.planId').select('l.id')
      .where('p.caseId', '=', key.caseId as never).where('r.section', '=', 'F').where('l.id', '!=', lineIds[0] as never).executeTakeFirstOrThrow()).id
    const writer = await (await hub.as('tom')).get(paths.planLine({ ...key, lineId: other }))
    await writer.submit({ text: 'Words that the manager has not read.' })
    await decide(manager, { [`decision-${id(proposalIds, 0)}`]: 'accept', outcome: 'amend' })
    assert.match(manager.errors.join(), /working document was changed after you opened this page, so nothing was kept/)
    assert.match(manager.text, /Words that the manager has not read/)
    assert.equal(await stageOf(key), 'reviewing')
    await decide(manager, {})
    assert.equal(await stageOf(key), 'amending', manager.errors.join())
  })

  it('sent twice acts once', async () => {
    const review = await aReviewWithProposals(hub, now, { changes: 1 })
    const { key } = review
    const manager = await screen(review)
    const filled = { [`decision-${id(review.proposalIds, 0)}`]: 'accept', outcome: 'amend' }
    const form = manager.form(undefined, send)
    const fields = manager.fieldsOf(form)
    await manager.submit(filled, { button: send })
    const once = fields.get('_once')?.[0] ?? ''
    const again = await manager.request('POST', paths.amendment({ ...key, reviewId: review.reviewId }), { ...Object.fromEntries([...fields].map(([name, [value]]) => [name, value ?? ''])), ...filled, step: 'decide', _once: once })
    assert.equal(again, 303)
    assert.equal((await lettersOf(key, 'amendment-notice')).length, 2)
    assert.equal((await factsOf(key)).filter((type) => type === 'amendment-notice-sent').length, 1)
  })

  it('is nobody else’s page', async () => {
    const review = await aReviewWithProposals(hub, now, { changes: 1 })
    for (const [who, status] of [['shno', 403], ['debra', 403], ['aled', 404], ['kerry', 403]] as const) assert.equal((await screen(review, who)).status, status, who)
  })
})
