import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../test/builders/a-case.ts'
import type { Hub } from '../../test/harness/hub.ts'
import { aHub } from '../../test/harness/hub.ts'
import type { Feature } from './feature.ts'
import { reactsTo } from './feature.ts'
import { crontabOf, jobsOf } from './jobs.ts'

const nothing = (): Promise<void> => Promise.resolve()

describe('the worker’s jobs', () => {
  let hub: Hub
  before(async () => { hub = await aHub() })
  after(() => hub.close())

  it('carry a recorded fact to those who react to its type, and to nobody else', async () => {
    const key = await aCase(hub)
    const met: string[] = []
    const features: Feature[] = [
      { name: 'one', routes: [], reactions: [{ to: 'request-received', run: async (_occasion, at, fact) => { met.push(`${at.caseId} ${fact.seq} ${fact.type}`); return nothing() } }] },
      { name: 'two', routes: [], reactions: [{ to: 'final-issued', run: async () => { met.push('wrong'); return nothing() } }] },
    ]
    assert.deepEqual([...reactsTo(features)], ['request-received', 'final-issued'])
    await jobsOf(features).get('react')?.run(await hub.occasion('system'), { area: 'wendmere', caseId: key.caseId, seq: 1, type: 'request-received' })
    assert.deepEqual(met, [`${key.caseId} 1 request-received`])
    await assert.rejects(async () => jobsOf(features).get('react')?.run(await hub.occasion('system'), { area: 'wendmere', caseId: key.caseId, seq: 99, type: 'request-received' }), /no fact 99/)
  })

  it('queue a fact only when somebody reacts to it', async () => {
    const queued = async (): Promise<number> => (await hub.fresh.db.selectFrom('graphile_worker.jobs' as never).selectAll().where('task_identifier' as never, '=', 'react' as never).execute()).length
    const before_ = await queued()
    Object.assign(hub.house, { reactsTo: new Set(['request-received']) })
    await aCase(hub, { at: 'assessing', parents: [] })
    assert.equal(await queued(), before_ + 1)
  })

  it('have each name once, and a crontab line for those that the clock starts', () => {
    const daily: Feature = { name: 'daily', routes: [], jobs: [{ name: 'tell', runsAt: '0 6 * * *', run: nothing }] }
    assert.equal(crontabOf(jobsOf([daily])), '20 2 * * * refold-refused-clocks\n*/5 * * * * scan-waiting-files\n0 6 * * * tell')
    assert.throws(() => jobsOf([daily, { ...daily, name: 'again' }]), /two jobs are called tell/)
  })
})
