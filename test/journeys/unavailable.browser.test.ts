// What somebody in a browser meets while the database is away: their words kept, and one button that sends them.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import { withBroken } from '../harness/broken-statements.ts'
import { bothWays } from './both-ways.ts'

bothWays('the hub cannot be reached for a moment', {}, (scene) => {
  it('keeps what was typed, and files are chosen again', async () => {
    const { hub, cast } = scene
    const key = await aCase(hub)
    const mother = await cast.as('shno')
    await mother.get(paths.giveViews({ ...key, whose: 'parent' }))
    const report = { name: 'our views.txt', bytes: Buffer.from('What we think of her days at school.') }
    const button = 'Send to the council'
    await withBroken(2, 'cut', () => mother.submitFiles({ report }, { 'v-worries': 'She draws what she cannot say, and laughs at her own pictures.' }, { button }))
    assert.equal(mother.heading, 'Sorry, the hub cannot be reached for a moment')
    await mother.submitFiles({}, {}, { button: 'Try again' })
    assert.deepEqual(mother.errors, ['Choose the file again'])
    await mother.submitFiles({ report }, {}, { button: 'Try again' })
    assert.deepEqual(mother.errors, [])
    assert.equal((await hub.fresh.db.selectFrom('document').select('id').execute()).length, 1)
    // The fault was made here, and was met as it should be.
    hub.faults.length = 0
  })
})
