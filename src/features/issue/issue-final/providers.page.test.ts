import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aPlanToIssue } from '../../../../test/builders/a-plan-to-issue.ts'
import { aReviewWithProposals } from '../../../../test/builders/a-review-with-proposals.ts'
import type { Hub, Visitor } from '../../../../test/harness/hub.ts'
import { aHub } from '../../../../test/harness/hub.ts'
import type { CaseKey } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { demoAreaId, demoOrganisationId, demoPersonId } from '../../demo/seed-world.ts'

const now = '2027-01-12T10:00:00.000Z'
const button = 'Issue the final plan'
const namesLarkfell = { placement: 'setting', settingId: demoOrganisationId('larkfell') }

describe('providers whom the plan names and nobody on the case answers to', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now }) })
  after(() => hub.close())

  /** The line as an older plan brings it: words alone, from the plan as it came. */
  const inWordsAlone = async (lineId: string | undefined, text: string): Promise<void> => {
    const { localAreaId, position } = await hub.fresh.db.selectFrom('planLineRevision').select(['localAreaId', 'position']).where('lineId', '=', lineId as never).executeTakeFirstOrThrow()
    await hub.fresh.db.insertInto('planLineRevision').values({ localAreaId, lineId: lineId as never, n: 2, baseN: 1, section: 'F', position, text, fields: '{}', authorId: demoPersonId('tom'), at: hub.house.clock.now() }).execute()
    await hub.fresh.db.updateTable('planLine').set({ latest: 2 }).where('id', '=', lineId as never).execute()
    await hub.fresh.db.updateTable('planLineSource').set({ adviceId: null, saidBy: 'the plan of 3 March 2025, as it came', saidOn: '2025-03-03' as never }).where('lineId', '=', lineId as never).execute()
  }
  const preview = async (key: CaseKey): Promise<Visitor> => (await (await hub.as('meera')).get(paths.issueFinal(key))).submit(namesLarkfell)
  const deliveriesOf = (key: CaseKey) => hub.fresh.db.selectFrom('delivery').select(['name', 'byPost', 'basis', 'lineIds', 'organisationId']).where('caseId', '=', key.caseId as never).execute()

  it('are asked about one by one, and each answer is kept', async () => {
    const { key, lineIds } = await aPlanToIssue(hub, { morePairs: 2 })
    await inWordsAlone(lineIds['therapy'], 'A play therapist and an occupational therapist will work with Rewan alone for 45 minutes once a week, for 20 weeks a year.')
    await inWordsAlone(lineIds['help-0'], 'A phonics programme for 20 minutes three times a week, for 38 weeks a year.')
    await inWordsAlone(lineIds['help-1'], 'A play therapist will see Rewan alone for 45 minutes once a fortnight, for 38 weeks a year.')
    const manager = await preview(key)
    assert.match(manager.text, /Who is “play therapist” \(F1 and F3\)\?/)
    assert.match(manager.text, /Who delivers F2\? The plan does not say/)
    const occupational = [...manager.root.querySelectorAll('input[name="by-occupational-therapist"]')].map((box) => box.getAttribute('value') ?? '').find((value) => value.startsWith('organisation:'))
    assert.ok(occupational !== undefined, 'a service whose people are called so is offered by name')
    const choices = {
      'by-play-therapist': 'outside', 'by-play-therapist-outside': 'Hazel Lane Play Therapy, by post', 'by-occupational-therapist': occupational, 'by-not-said': 'nobody',
    }
    await manager.submit({ considered: 'yes', ...choices }, { button })
    assert.deepEqual(manager.errors, ['Enter why nobody gets the plan for the lines that do not say who'])
    assert.deepEqual(manager.fieldsOf(manager.form('/plan/issue')).get('by-play-therapist-outside'), ['Hazel Lane Play Therapy, by post'])
    assert.equal((await deliveriesOf(key)).length, 0)

    await manager.submit({ 'by-not-said-why': 'The post is not filled yet.', 'considered': 'yes' }, { button })
    if (manager.status === 422) await manager.submit({ considered: 'yes' }, { button })
    assert.deepEqual(manager.errors, [])
    assert.equal(manager.heading, 'Who has the final plan')
    const sent = await deliveriesOf(key)
    const service = sent.find(({ organisationId }) => `organisation:${organisationId}` === occupational)
    assert.deepEqual(service?.lineIds, [lineIds['therapy']])
    assert.match(service?.basis ?? '', /Delivers provision in the plan, as “occupational therapist” \(CFA 2014 s\.42/)
    assert.deepEqual(sent.filter(({ name }) => name.startsWith('Hazel')).map(({ byPost, lineIds: lines }) => [byPost, lines]), [[true, [lineIds['therapy'], lineIds['help-1']]]])
    assert.match(manager.text, /Hazel Lane Play Therapy, by post, delivers provision, outside the hub.*By post/)
    assert.match(manager.text, /Whoever delivers F2, delivers provision: The post is not filled yet\./)
    const therapist = await (await hub.as('philippa')).get(paths.finalPlan(key))
    assert.equal(therapist.status, 200, 'who works in that service reads the plan')
    const mother = await (await hub.as('shno')).get(paths.deliveries(key))
    assert.match(mother.text, /Hazel Lane Play Therapy/)
    assert.doesNotMatch(mother.text, /not filled/)
  })

  it('may be left open, which does not hold the plan and stands with those who do not have it', async () => {
    const { key, lineIds } = await aPlanToIssue(hub)
    await inWordsAlone(lineIds['therapy'], 'A play therapist will work with Rewan alone for 45 minutes once a week, for 20 weeks a year.')
    const manager = await preview(key)
    await manager.submit({ 'considered': 'yes', 'by-play-therapist': 'somebody' }, { button })
    assert.deepEqual(manager.errors, ['Select who “play therapist” is'])
    const again = await preview(key)
    await again.submit({ considered: 'yes' }, { button })
    assert.equal(again.heading, 'Who has the final plan')
    assert.match(again.text, /“play therapist” \(F1\), delivers provision: Nobody has said yet who this is\. Find them and send them the plan/)
  })

  it('may be somebody who gets the plan anyway, but not somebody who was taken off the list', async () => {
    const { key, lineIds } = await aPlanToIssue(hub)
    await inWordsAlone(lineIds['therapy'], 'A play therapist will work with Rewan alone for 45 minutes once a week, for 20 weeks a year.')
    const manager = await preview(key)
    const soraya = `person:${demoPersonId('soraya')}`
    const all = manager.fieldsOf(manager.form('/plan/issue')).get('recipients') ?? []
    const chosen = { 'considered': 'yes', 'by-play-therapist': 'listed', 'by-play-therapist-listed': soraya }
    await manager.submit({ ...chosen, recipients: all.filter((one) => one !== soraya), leftOutReason: 'Has left the trust.' }, { button })
    assert.deepEqual(manager.errors, ['Select who of those who get the plan is “play therapist”'])
    await manager.submit({ ...chosen, recipients: all }, { button })
    if (manager.heading === 'This was not sent') await manager.submit({ _belongs: 'yes' })
    assert.deepEqual(manager.errors, [])
    assert.deepEqual((await deliveriesOf(key)).find(({ name }) => name.includes('Soraya'))?.lineIds, [lineIds['therapy']])
  })

  it('are on the list of those to be told when an amended plan names them no more', async () => {
    const later = '2027-12-01T10:00:00.000Z'
    hub.setNow(later)
    const { key, reviewId, proposalIds } = await aReviewWithProposals(hub, later, { changes: 1 })
    const { id: versionId } = await hub.fresh.db.selectFrom('planVersion as v').innerJoin('plan as p', 'p.id', 'v.planId').select('v.id').where('p.caseId', '=', key.caseId as never).where('v.kind', '=', 'final').executeTakeFirstOrThrow()
    await hub.fresh.db.insertInto('delivery').values({
      localAreaId: demoAreaId('wendmere'), id: hub.house.newId(), caseId: key.caseId as never, versionId, name: 'Hazel Lane Play Therapy, by post', role: 'delivers provision, outside the hub', basis: 'delivers', byPost: true, lineIds: [], sentAt: hub.house.clock.now(),
    }).execute()
    const manager = await (await hub.as('meera')).get(paths.amendment({ ...key, reviewId }))
    await manager.submit({ ...Object.fromEntries(proposalIds.map((id) => [`decision-${id}`, 'accept'])), outcome: 'amend' }, { button: 'Decide and send' })
    if (manager.heading === 'This was not sent') await manager.submit({ _belongs: 'yes' })
    hub.setNow('2027-12-17T10:00:00.000Z')
    const issuer = await (await hub.as('meera')).get(paths.issueAmended({ ...key, reviewId }))
    await issuer.submit()
    await issuer.submit({}, { button: 'Issue the amended plan' })
    if (issuer.heading === 'This was not sent') await issuer.submit({ _belongs: 'yes' })
    assert.deepEqual(issuer.errors, [])
    assert.match(issuer.text, /Hazel Lane Play Therapy, by post, delivers provision, outside the hub: Had the plan before this one/)
  })
})
