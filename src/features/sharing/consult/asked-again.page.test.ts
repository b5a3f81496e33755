import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aReviewWithProposals } from '../../../../test/builders/a-review-with-proposals.ts'
import type { Hub } from '../../../../test/harness/hub.ts'
import { aHub } from '../../../../test/harness/hub.ts'
import { paths } from '../../../paths.ts'
import { demoOrganisationId } from '../../demo/seed-world.ts'

const now = '2027-12-01T10:00:00.000Z'
const hallowcross = demoOrganisationId('hallowcross')

describe('a setting that was asked about the plan in force', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now }) })
  after(() => hub.close())

  it('is asked again about the changes that are proposed, and what it was asked before closes', async () => {
    const { key, reviewId, proposalIds } = await aReviewWithProposals(hub, now, { changes: 1 })
    const officer = await (await hub.as('hattie')).get(paths.consultSettings(key))
    await officer.submit({ settings: [hallowcross] }, { button: 'Continue' })
    assert.match(officer.words, /The plan in force, version/)
    await officer.submit({}, { button: 'Send to 1 setting' })
    await officer.get(paths.consultSettings(key))
    assert.equal(officer.root.querySelector(`input[value="${hallowcross}"]`), null, 'not twice about one plan')

    const manager = await (await hub.as('meera')).get(paths.amendment({ ...key, reviewId }))
    await manager.submit({ [`decision-${proposalIds[0] ?? ''}`]: 'accept', outcome: 'amend' }, { button: 'Decide and send' })
    assert.equal(manager.heading, 'After the amendment notice', manager.errors.join())

    await officer.get(paths.consultSettings(key))
    assert.match(officer.words, /asked before, about an earlier plan: that consultation closes/)
    await officer.submit({ settings: [hallowcross] }, { button: 'Continue' })
    assert.match(officer.words, /The plan with the changes that are proposed, version/)
    await officer.submit({}, { button: 'Send to 1 setting' })
    assert.deepEqual(officer.errors, [])
    const asked = await hub.fresh.db.selectFrom('consultation').select(['id', 'withdrawnReason']).where('caseId', '=', key.caseId as never).where('organisationId', '=', hallowcross).orderBy('id').execute()
    assert.deepEqual(asked.map(({ withdrawnReason }) => withdrawnReason), ['Asked again, about a newer plan', null])
    const head = await (await hub.as('idwal')).get(paths.consultation({ ...key, consultationId: asked[1]?.id ?? '' }))
    assert.match(head.words, /Can Hallowcross Academy meet these needs\?/)
    assert.equal((await head.get(paths.consultation({ ...key, consultationId: asked[0]?.id ?? '' }))).status, 404)
  })
})
