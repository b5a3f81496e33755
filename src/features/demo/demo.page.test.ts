import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub, textOf } from '../../../test/harness/hub.ts'
import { paths } from '../../paths.ts'
import { rebuildTracks } from '../../casebook/rebuild-tracks.ts'
import { unpackCases } from './demo-cases-store.ts'
import { demoPersonId } from './seed-world.ts'
import { demoPeople } from './world.ts'

describe('the demonstration', () => {
  let hub: Hub
  before(async () => {
    hub = await aHub({ now: '2026-11-21T10:00:00.000Z' })
    assert.equal(await unpackCases(hub.fresh.db, hub.house.files, readFileSync(path.resolve('demo', 'cases.json.gz'))), 3)
  })
  after(() => hub.close())

  it('has parents of every child in its list, and each sees their own child and nobody else’s', async () => {
    const children = await hub.fresh.db.selectFrom('child').select(['givenName', 'preferredName', 'familyName']).execute()
    const listed = await hub.visitor().get(paths.signIn())
    const ids = listed.root.querySelectorAll('input[name="person"]').map((input) => input.getAttribute('value'))
    for (const { givenName, preferredName, familyName } of children) {
      const name = preferredName ?? givenName
      assert.match(listed.text, new RegExp(`${name}’s family`))
      const parents = demoPeople.filter(({ key, familyOf }) => familyOf === name && ids.includes(demoPersonId(key)))
      assert.equal(parents.length, 2, `both parents of ${name}`)
      for (const { key } of parents) {
        const parent = await (await hub.as(key)).get(paths.home())
        assert.deepEqual(parent.root.querySelectorAll('.govuk-summary-card__title').map(textOf), [`${name} ${familyName}`])
        const [toCase] = parent.root.querySelectorAll('.govuk-summary-card a').map((link) => link.getAttribute('href') ?? '')
        await parent.get(toCase ?? '')
        assert.equal(parent.heading, 'Where are we?', key)
      }
    }
  })

  it('comes without its clocks, so that they are folded from its facts when it is put in', async () => {
    assert.equal((await rebuildTracks(await hub.occasion('system'), { repair: true, which: 'behind' })).cases, 3)
    assert.deepEqual((await rebuildTracks(await hub.occasion('system'), { repair: false })).different, [])
    const { clocks } = await hub.fresh.db.selectFrom('clock').select((eb) => eb.fn.countAll<number>().as('clocks')).executeTakeFirstOrThrow()
    assert.ok(Number(clocks) > 30, String(clocks))
  })

  it('offers nobody who would find nothing', async () => {
    const listed = await hub.visitor().get(paths.signIn())
    assert.doesNotMatch(listed.text, /Beth, aged 13|Other people/, 'a child of 13 has no part in her case by herself')
  })
})
