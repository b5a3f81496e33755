import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../test/builders/a-case.ts'
import type { Hub } from '../../test/harness/hub.ts'
import { aHub } from '../../test/harness/hub.ts'
import { rebuildTracks } from './rebuild-tracks.ts'

describe('folding every case again', () => {
  let hub: Hub
  before(async () => {
    hub = await aHub()
    await aCase(hub)
    await aCase(hub, { at: 'drafting', parents: ['kerry'] })
  })
  after(() => hub.close())

  it('finds no difference in what the acts wrote', async () => {
    assert.deepEqual(await rebuildTracks(await hub.occasion('system'), { repair: false }), { cases: 2, facts: 4, different: [], refused: [] })
  })

  it('names what differs and puts it right when asked', async () => {
    await hub.fresh.db.updateTable('caseFile').set({ stage: 'closed', nextDueOn: null }).where('stage', '=', 'drafting').execute()
    const found = await rebuildTracks(await hub.occasion('system'), { repair: true })
    assert.deepEqual(found.different.map(({ columns }) => [...columns].toSorted()), [['nextDueOn', 'stage']])
    assert.deepEqual((await rebuildTracks(await hub.occasion('system'), { repair: false })).different, [])
  })

  it('names clocks that differ, are too many or are missing, and puts them right', async () => {
    const { db } = hub.fresh
    await db.updateTable('clock').set({ dueOn: '2030-01-01' as never }).where('clockId', '=', 'ASMT-10').execute()
    await db.deleteFrom('clock').where('clockId', '=', 'ASMT-02').execute()
    const found = await rebuildTracks(await hub.occasion('system'), { repair: true })
    assert.deepEqual(found.different.map(({ columns }) => columns.map((name) => name.split(' ')[0]).toSorted()), [['ASMT-02', 'ASMT-10'], ['ASMT-02', 'ASMT-10']])
    assert.deepEqual((await rebuildTracks(await hub.occasion('system'), { repair: false })).different, [])
  })

  it('folds only what is behind, when that is asked', async () => {
    const { db } = hub.fresh
    await db.updateTable('caseFile').set({ clocksSeq: null }).where('stage', '=', 'drafting').execute()
    assert.equal((await rebuildTracks(await hub.occasion('system'), { repair: true, which: 'behind' })).cases, 1)
    assert.equal((await rebuildTracks(await hub.occasion('system'), { repair: true, which: 'behind' })).cases, 0)
  })
})
