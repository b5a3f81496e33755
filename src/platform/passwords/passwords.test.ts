import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import { after, before, describe, it } from 'node:test'
import { openPasswords } from './passwords.ts'

describe('a kept password', () => {
  const passwords = openPasswords()

  it('is argon2id with a salt of its own, and only the same words match it', async () => {
    const [one, two] = [await passwords.hash('kettle harbour violet'), await passwords.hash('kettle harbour violet')]
    assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    assert.notEqual(one, two)
    assert.equal(await passwords.matches(one, 'kettle harbour violet'), true)
    assert.equal(await passwords.matches(one, 'kettle harbour Violet'), false)
    // The same letters, put together in another way by another keyboard.
    assert.equal(await passwords.matches(await passwords.hash('caf\u00e9 kettle harbour'), 'cafe\u0301 kettle harbour'), true)
  })

  it('that is not there is compared with one that nobody has', async () => {
    for (const nothing of [undefined, null]) assert.equal(await passwords.matches(nothing, 'kettle harbour violet'), false)
  })
})

describe('the list of stolen passwords elsewhere', () => {
  const asked: string[] = []
  let answer: 'list' | 'broken' | 'silent' = 'list'
  const stolen = createHash('sha1').update('kettle harbour violet').digest('hex').toUpperCase()
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (answer === 'silent') return
    response.statusCode = answer === 'broken' ? 500 : 200
    // Padding has a count of 0 and means nothing.
    response.end(`0018A45C4D1DEF81644B54AB7F969B88D65:3\r\n${stolen.slice(5)}:12\r\n${createHash('sha1').update('padding padding').digest('hex').toUpperCase().slice(5)}:0`)
  })
  let rangeUrl = ''
  before(async () => {
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
    rangeUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/range/`
  })
  after(() => {
    server.closeAllConnections()
    server.close()
  })

  it('is asked with five digits of a hash and nothing else', async () => {
    assert.equal(await openPasswords({ rangeUrl }).wasStolen('kettle harbour violet'), true)
    assert.deepEqual(asked, [`/range/${stolen.slice(0, 5)}`])
    assert.equal(await openPasswords({ rangeUrl }).wasStolen('another one entirely'), false)
    assert.equal(await openPasswords({ rangeUrl }).wasStolen('padding padding'), false)
  })

  it('keeps nobody waiting when it is broken, silent or not there', async () => {
    for (const how of ['broken', 'silent'] as const) {
      answer = how
      assert.equal(await openPasswords({ rangeUrl }).wasStolen('kettle harbour violet'), false)
    }
    assert.equal(await openPasswords({ rangeUrl: 'http://127.0.0.1:1/range' }).wasStolen('kettle harbour violet'), false)
    assert.equal(await openPasswords().wasStolen('kettle harbour violet'), false)
  })
})
