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
    assert.deepEqual(await rebuildTracks(await hub.occasion('system'), { repair: false }), { cases: 2, facts: 4, different: [] })
  })

  it('names what differs and puts it right when asked', async () => {
    await hub.fresh.db.updateTable('caseFile').set({ stage: 'closed', nextDueOn: null }).where('stage', '=', 'drafting').execute()
    const found = await rebuildTracks(await hub.occasion('system'), { repair: true })
    assert.deepEqual(found.different.map(({ columns }) => [...columns].toSorted()), [['nextDueOn', 'stage']])
    assert.deepEqual((await rebuildTracks(await hub.occasion('system'), { repair: false })).different, [])
  })
})
