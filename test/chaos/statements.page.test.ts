// Every statement of some acts broken once: a message, and a paper with its file. `npm run chaos -- statements`
// does it for every route that the journeys post to.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import { aHub } from '../harness/hub.ts'
import { breaking } from './break-statements.ts'

it('is before or after, never between, whichever statement breaks', async () => {
  const breaks = breaking()
  const hub = await aHub({ rehearsal: breaks.rehearsal })
  await breaks.start(hub)
  const key = await aCase(hub)
  const mother = await hub.as('shno')
  await mother.get(paths.caseMessages(key))
  await mother.submit({ body: 'When will you decide?' })
  await mother.get(paths.caseEvidence(key))
  await mother.submitFiles({ file: { name: 'letter.txt', bytes: Buffer.from('She was seen today.') } }, { title: 'A letter', share: 'council' }, { button: 'Add' })
  assert.deepEqual(breaks.broken.flatMap(({ route, faults }) => faults.map((fault) => `${route}: ${fault}`)), [])
  const writing = breaks.broken.filter(({ writes }) => writes)
  assert.deepEqual(writing.map(({ route }) => route), [paths.caseThread.pattern, paths.caseEvidence.pattern])
  for (const { route, before, after } of writing) assert.ok(before > 20 && after > 0, `${route}: ${before} before, ${after} after`)
  assert.equal((await hub.fresh.db.selectFrom('message').select('id').execute()).length, 1)
  await breaks.stop()
  await hub.close()
})
