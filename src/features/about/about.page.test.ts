import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Hub } from '../../../test/harness/hub.ts'
import { aCase } from '../../../test/builders/a-case.ts'
import { invite, openAccount } from '../../../test/builders/an-account.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { paths } from '../../paths.ts'
import { cookieList } from './cookies.tsx'

describe('what the hub says of itself', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ signIn: ['demo', 'local'] }) })
  after(() => hub.close())

  it('is open to everybody', async () => {
    for (const [path, heading] of [[paths.accessibility(), 'Accessibility statement'], [paths.privacy(), 'Privacy notice'], [paths.cookies(), 'Cookies']] as const) {
      const visitor = await hub.visitor().get(path)
      assert.equal(visitor.status, 200)
      assert.equal(visitor.heading, heading)
    }
  })

  it('lists every cookie that a browser gets, and no other', async () => {
    const mother = hub.visitor()
    await openAccount(hub, mother, await invite(hub, await aCase(hub), 'shno'))
    assert.equal((await mother.get(paths.home())).status, 200)
    assert.deepEqual([...mother.cookiesGiven].toSorted(), cookieList.map(({ name }) => name).toSorted())
  })
})
