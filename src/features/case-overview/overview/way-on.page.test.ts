import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aReviewWithProposals } from '../../../../test/builders/a-review-with-proposals.ts'
import { anIssuedPlan } from '../../../../test/builders/an-issued-plan.ts'
import type { Hub } from '../../../../test/harness/hub.ts'
import { aHub } from '../../../../test/harness/hub.ts'
import { paths } from '../../../paths.ts'

const now = '2027-12-01T10:00:00.000Z'

describe('the way on from the overview while a plan is reviewed and amended', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now }) })
  after(() => hub.close())

  it('is one button: from the report to the decision, to the amendment while the family answers, then to the amended plan', async () => {
    const { key, reviewId, proposalIds } = await aReviewWithProposals(hub, now, { changes: 1 })
    const amendment = paths.amendment({ ...key, reviewId })
    const officer = await (await hub.as('hattie')).get(paths.caseOverview(key))
    assert.equal(officer.link('Go from the report to the decision'), amendment)
    const mother = await (await hub.as('shno')).get(paths.caseOverview(key))
    assert.doesNotMatch(mother.text, /What comes next/)

    const manager = await (await hub.as('meera')).get(amendment)
    await manager.submit({ ...Object.fromEntries(proposalIds.map((id) => [`decision-${id}`, 'accept'])), outcome: 'amend' }, { button: 'Decide and send' })
    await officer.get(paths.caseOverview(key))
    assert.equal(officer.link('Go on with the amendment'), amendment)
    assert.match(officer.text, /The family has until 15 December 2027 to say what they think/)
    hub.setNow('2027-12-17T10:00:00.000Z')
    const later = await (await hub.as('hattie')).get(paths.caseOverview(key))
    assert.equal(later.link('Go on to the amended plan'), amendment)
    await later.follow('Go on to the amended plan')
    assert.equal(later.status, 200)
    hub.setNow(now)
  })

  it('is not there while nothing is under way, and staff find the many sides of a case in two rows', async () => {
    const officer = await (await hub.as('hattie')).get(paths.caseOverview(await anIssuedPlan(hub)))
    assert.doesNotMatch(officer.text, /What comes next/)
    const rows = officer.root.querySelectorAll('.moj-sub-navigation__list').map((list) => list.querySelectorAll('a').map((link) => link.textContent))
    assert.equal(rows.length, 2)
    assert.ok(rows[0]?.includes('Reviews') && !rows[0].includes('Letters') && rows[1]?.includes('Letters'), JSON.stringify(rows))
  })
})
