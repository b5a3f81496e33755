// Bringing in by the command, reading by the worker, and going on after being stopped, on a real database.

import assert from 'node:assert/strict'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { demoAreaId } from '../demo/seed-world.ts'
import { inTransaction } from '../../casebook/tx.ts'
import { docxOf } from '../../../test/builders/hostile-files.ts'
import { hubPlans } from '../../../test/builders/older-plans/hub-plans.ts'
import { olderPlanTemplates } from '../../../test/builders/older-plans/templates.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { bringInCommand } from './bring-in/command.ts'
import { beginReading, listToRead } from './batch-store.ts'
import { readOlderPlans } from './reading/read-older-plans.ts'

describe('a folder of older plans', () => {
  let hub: Hub
  let folder: string
  const said: string[] = []
  const run = async (...words: string[]): Promise<number> => {
    said.length = 0
    return bringInCommand(await hub.occasion('system'), words, (text) => { said.push(text) })
  }
  const states = async (): Promise<string[]> => (await hub.fresh.db.selectFrom('olderPlan').select(['fileName', 'state']).execute()).map(({ fileName, state }) => `${fileName} ${state}`).toSorted()

  before(async () => {
    hub = await aHub()
    folder = await mkdtemp(path.join(os.tmpdir(), 'older-plans-'))
    await mkdir(path.join(folder, 'Year 4'))
    const [first, second] = [await olderPlanTemplates[0]?.(), await hubPlans[2]?.()]
    assert.ok(first !== undefined && second !== undefined)
    await writeFile(path.join(folder, 'Year 4', 'Rewan.docx'), first.bytes)
    await writeFile(path.join(folder, 'Beth.docx'), second.bytes)
    await writeFile(path.join(folder, 'Beth copy.docx'), second.bytes)
    await writeFile(path.join(folder, 'broken.docx'), 'no zip')
    await writeFile(path.join(folder, 'letter.docx'), docxOf('<w:p><w:r><w:t>Dear parent</w:t></w:r></w:p>'))
    await writeFile(path.join(folder, '~$Beth.docx'), 'a lock')
    await writeFile(path.join(folder, 'list.xlsx'), 'not for here')
  })
  after(() => hub.close())

  it('asks for what it needs', async () => {
    assert.equal(await run(), 2)
    assert.equal(await run(folder), 2)
    assert.equal(await run(path.join(folder, 'nowhere'), '--area', 'wendmere'), 2)
    assert.equal(await run(folder, '--area', 'wendmere', '--as', 'nobody@example.org'), 2)
    assert.deepEqual(await states(), [])
  })

  it('comes in once, with what was not taken in plain words, and a second time adds nothing', async () => {
    assert.equal(await run(folder, '--area', 'wendmere'), 1)
    assert.equal(said[0], `Found 5 Word files in ${folder}, and 1 others that are left where they are.`)
    assert.ok(said.some((text) => /^ {2}broken\.docx: /.test(text)), said.join('\n'))
    assert.ok(said.includes('Brought in 3. Here already: 1. Not taken: 1.'), said.join('\n'))
    await run(folder, '--area', 'wendmere')
    assert.ok(said.includes('Brought in 0. Here already: 4. Not taken: 1.'), said.join('\n'))
    assert.equal((await hub.fresh.db.selectFrom('document').select('id').where('kind', '=', 'older-plan').execute()).length, 3)
    // The same bytes are another plan in another council's area.
    await run(folder, '--area', 'tarn-valley')
    assert.ok(said.includes('Brought in 3. Here already: 1. Not taken: 1.'))
    await hub.fresh.db.deleteFrom('olderPlanFile').where('localAreaId', '=', demoAreaId('tarn-valley')).execute()
    await hub.fresh.db.deleteFrom('olderPlan').where('localAreaId', '=', demoAreaId('tarn-valley')).execute()
  })

  it('is in the database nobody’s but this council’s', async () => {
    for (const table of ['olderPlan', 'olderPlanBatch', 'olderPlanFile'] as const) {
      for (const [who, sees] of [['hattie', true], ['aled', false], ['debra', false], ['shno', false]] as const) {
        const rows = await inTransaction(await hub.occasion(who), (tx) => tx.db.selectFrom(table).select('localAreaId').where('localAreaId', '=', demoAreaId('wendmere')).execute())
        assert.equal(rows.length > 0, sees, `${who} in ${table}`)
      }
    }
  })

  it('is read by the worker, one file at a time, and goes on where it was stopped', async () => {
    const occasion = await hub.occasion('system')
    // A worker was killed three times over one of them, and the others had not been begun.
    const [first] = await inTransaction(occasion, (tx) => listToRead(tx, undefined, 10))
    assert.ok(first !== undefined)
    for (let time = 0; time < 3; time += 1) await inTransaction(occasion, (tx) => beginReading(tx, first))
    await readOlderPlans.run(occasion, {})
    const stopped = await hub.fresh.db.selectFrom('olderPlan').select(['state', 'why']).where('id', '=', first.id).executeTakeFirstOrThrow()
    assert.equal(stopped.state, 'not-read')
    assert.match(stopped.why ?? '', /stopped on it three times/)
    // Brought in again, it is tried again.
    await run(folder, '--area', 'wendmere')
    await hub.work()
    assert.deepEqual(await states(), ['Beth copy.docx read', 'Year 4/Rewan.docx read', 'letter.docx not-read'])
    const before_ = await hub.fresh.db.selectFrom('olderPlan').select(['id', 'pieces']).orderBy('id').execute()
    await readOlderPlans.run(occasion, {})
    assert.deepEqual(await hub.fresh.db.selectFrom('olderPlan').select(['id', 'pieces']).orderBy('id').execute(), before_)
  })
})
