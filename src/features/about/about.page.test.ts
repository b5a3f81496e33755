import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { demoPersonId } from '../demo/seed-world.ts'
import { paths } from '../../paths.ts'
import { cookieList } from './cookies.tsx'

describe('what the hub says of itself', () => {
  let hub: Hub
  before(async () => { hub = await aHub() })
  after(() => hub.close())

  it('is open to everybody', async () => {
    for (const [path, heading] of [[paths.accessibility(), 'Accessibility statement'], [paths.privacy(), 'Privacy notice'], [paths.cookies(), 'Cookies']] as const) {
      const visitor = await hub.visitor().get(path)
      assert.equal(visitor.status, 200)
      assert.equal(visitor.heading, heading)
    }
  })

  it('lists every cookie that a browser gets, and no other', async () => {
    const first = await hub.app.inject({ method: 'GET', url: paths.signInDemo() })
    const csrf = /name="_csrf" value="([^"]+)"/.exec(first.body)?.[1] ?? ''
    const cookies = first.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    const second = await hub.app.inject({
      method: 'POST', url: paths.signInDemo(), headers: { cookie: cookies, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf: csrf, person: demoPersonId('hattie') }).toString(),
    })
    assert.equal(second.statusCode, 303)
    const got = new Set([...first.cookies, ...second.cookies].map(({ name }) => name))
    assert.deepEqual([...got].toSorted(), cookieList.map(({ name }) => name).toSorted())
  })
})
