// A handful of what `npm run chaos` does by the hundred: the real processes, a database that waits for the disk, people at work, and
// kills from a seed. Everything is asked of the record that is asked of a whole run.

import assert from 'node:assert/strict'
import path from 'node:path'
import { describe, it } from 'node:test'
import { chanceFrom } from './chance.ts'
import { archiving } from './cluster-copy.ts'
import { cutPower, takeBase } from './cut-power.ts'
import { thisRelease } from './hub-processes.ts'
import { killDatabase } from './kill-database.ts'
import { killProcesses } from './kill-processes.ts'
import { laterRelease } from './releases.ts'
import { restartDatabase } from './restart-database.ts'
import { archiveIn, restoreToSecond } from './restore-to-second.ts'
import { faultsOf, newFolder, withPeopleAtWork } from './run.ts'
import { sendNotices } from './send-notices.ts'
import { upgradeUnderLoad } from './upgrade-under-load.ts'

describe('what survives', () => {
  it('kills and restarts lose nothing, do nothing by half and nothing twice, and everybody gets their answers back', async () => {
    const { answer, found } = await withPeopleAtWork({ seed: 'in the tests', seats: 7, undecided: 10 }, async (run) => {
      const kills = await killDatabase(run, 2)
      const restarts = await restartDatabase(run, 1)
      const { unanswered } = run.people.tally
      return { kills, restarts, unanswered, killed: await killProcesses(run, 4) }
    })
    assert.deepEqual(faultsOf(found), [])
    assert.equal(answer.kills.outcomes.length + answer.restarts.length, 3)
    assert.deepEqual(answer.killed.map(({ part }) => part), ['web', 'web', 'web', 'worker'])
    assert.ok(found.acknowledged > 10, 'people worked')
    assert.ok(found.tally.away > 0, 'somebody met the page while the database was away')
    assert.equal(found.tally.kept, found.tally.away)
    assert.equal(answer.unanswered, 0, 'the web was there as long as only the database was killed')
    assert.ok(found.tally.unanswered > 0, 'somebody got no answer from a web that was killed, and sent the same again')
  })

  it('what was acknowledged is on the disk when the power goes, and the record can be had back to the second before a mistake', async () => {
    const folder = newFolder()
    const { answer, found } = await withPeopleAtWork({ seed: 'in the tests', seats: 7, undecided: 5, folder, settings: archiving(archiveIn(folder)), first: takeBase, isWrecked: true }, async (run) => {
      const cuts = await cutPower(run, 3)
      return { cuts, restored: await restoreToSecond(run) }
    })
    assert.deepEqual(answer.cuts.flatMap(({ faults }) => faults), [])
    assert.deepEqual(answer.cuts.map(({ where }) => where), ['flushed', 'flushed', 'later'])
    assert.ok((answer.cuts[0]?.acknowledged ?? 0) > 0)
    assert.deepEqual(answer.restored.flatMap(({ faults }) => faults), [])
    assert.equal(answer.restored.length, 2)
    assert.deepEqual(found.tally.unexpected, [])
  })

  it('notices leave once, whatever the carrier does and however often the worker dies, or fail where somebody sees it', async () => {
    const { faults, sent, failed, moods, kills } = await sendNotices({ seed: 'in the tests', notices: 250, kills: 3, silentOf1000: 0 })
    assert.deepEqual(faults, [])
    assert.equal(sent + failed, 250)
    assert.equal(failed, moods.refused)
    assert.ok((moods.unsaid ?? 0) > 0 && (moods.busy ?? 0) > 0 && kills === 3)
  })

  it('a new release is put in, and the one before put back, while people work, and cut off on the way', async () => {
    const folder = newFolder()
    const to = await laterRelease(path.join(folder, 'later'), {
      '9001_column.sql': 'alter table message add column later text;\nalter table submission add column later text;\n',
      '9002_index.sql': '-- outside a transaction\ncreate index concurrently message_later on message (later);\ncreate index concurrently fact_later on fact (local_area_id, recorded_at);\n',
      '9003_table.sql': 'create table later (id uuid primary key);\ncomment on table later is \'To come\';\n',
    })
    const from = await thisRelease()
    const { answer, found } = await withPeopleAtWork({ seed: 'in the tests', seats: 7, undecided: 10, folder }, (run) => upgradeUnderLoad(run, { from, to, cuts: 3, acts: 8 }))
    assert.deepEqual([...answer.faults, ...faultsOf(found)], [])
    assert.equal(answer.migrations.length, 3)
    assert.ok(answer.cuts.length > 0, 'it was cut off')
    assert.ok(found.tally.unanswered > 0, 'somebody met a web that was being replaced')
  })

  it('draws the same from the same seed, and other things from another', () => {
    const drawn = (seed: string): number[] => Array.from({ length: 20 }, () => 0).map(((chance) => () => chance.below(1000))(chanceFrom(seed)))
    assert.deepEqual(drawn('1'), drawn('1'))
    assert.notDeepEqual(drawn('1'), drawn('2'))
  })
})
