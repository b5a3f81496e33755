// What the server does with what is no ordinary request: methods, addresses, headers and messages that try something.

import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Reply } from './reply.ts'
import { file, json } from './reply.ts'
import type { WebRequest } from './server.ts'
import { createServer } from './server.ts'

const nothing = (): Promise<Reply> => Promise.resolve(json({ said: 'not found' }, 404))

function aServer(handle: (request: WebRequest) => Promise<Reply>, more: { trustedProxies?: readonly string[] } = {}): Promise<FastifyInstance> {
  const assetsDir = mkdtempSync(path.join(os.tmpdir(), 'hub-assets-'))
  writeFileSync(path.join(assetsDir, 'hub.css'), 'body {}')
  mkdirSync(path.join(assetsDir, '.git'))
  writeFileSync(path.join(assetsDir, '.git', 'config'), 'secret')
  return createServer({
    routes: [{ method: 'GET', pattern: '/it', handle }, { method: 'POST', pattern: '/it', handle, fromServer: true }],
    assetsDir, secret: 'for tests', isSecure: true, maxFileBytes: 1000, notFound: nothing, staleForm: nothing, unreadable: nothing, thrown: nothing, ...more,
  })
}
const tellAddress = ({ address }: WebRequest): Promise<Reply> => Promise.resolve(json({ address }))

describe('what is served', () => {
  it('is what the routes name, by the methods that they name', async () => {
    const app = await aServer(tellAddress)
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const) assert.equal((await app.inject({ method, url: '/it' })).statusCode, 404, method)
    await app.close()
  })

  it('echoes nothing to TRACE', async () => {
    const answer = await spoken(await aServer(tellAddress), 'TRACE /it HTTP/1.1\r\nHost: hub\r\nCookie: secret=1\r\nConnection: close\r\n\r\n')
    assert.match(answer, /^HTTP\/1\.1 (404|405|400|501)/)
    assert.doesNotMatch(answer, /secret=1/)
  })

  it('is no list of a folder, no hidden file, and nothing outside the folder', async () => {
    const app = await aServer(tellAddress)
    assert.equal((await app.inject({ method: 'GET', url: '/assets/hub.css' })).statusCode, 200)
    for (const url of ['/assets/', '/assets', '/assets/.git/config', '/assets/.git', '/.git/config', '/.env', '/assets/../../package.json', '/assets/%2e%2e/%2e%2e/etc/passwd', '/assets/..%2f..%2fetc%2fpasswd']) {
      const { statusCode, body } = await app.inject({ method: 'GET', url })
      assert.ok(statusCode === 404 || statusCode === 403, `${url} answers ${statusCode}`)
      assert.doesNotMatch(body, /hub\.css|secret|root:/, url)
    }
    await app.close()
  })
})

describe('an address that nothing can be at', () => {
  for (const url of ['/%00', '/it/%E0%A4%A', '/it?q=%E0%A4', '/it/%00%2f', '/%']) {
    it(`${url} is answered like any where nothing is`, async () => {
      const app = await aServer(tellAddress)
      assert.deepEqual((await app.inject({ method: 'GET', url })).json(), { said: 'not found' })
      await app.close()
    })
  }
})

describe('a message whose length is said twice', () => {
  for (const [what, headers, body] of [
    ['by length and by chunks', 'Content-Length: 4\r\nTransfer-Encoding: chunked', '0\r\n\r\nGET /it HTTP/1.1\r\nHost: hub\r\n\r\n'],
    ['by two lengths', 'Content-Length: 4\r\nContent-Length: 9', 'a=1&b=2'],
    ['by a coding nobody knows', 'Transfer-Encoding: xchunked', '4\r\na=1&\r\n0\r\n\r\n'],
    ['by a length that is none', 'Content-Length: +4', 'a=1&'],
  ] as const) {
    it(`${what} is refused and the line closed`, async () => {
      const answer = await spoken(await aServer(tellAddress), `POST /it HTTP/1.1\r\nHost: hub\r\nContent-Type: application/x-www-form-urlencoded\r\n${headers}\r\n\r\n${body}`)
      assert.match(answer, /^HTTP\/1\.1 400 /)
      assert.equal(answer.match(/HTTP\/1\.1/g)?.length, 1, 'nothing behind it was taken for a request')
    })
  }
})

describe('where a request comes from', () => {
  const from = async (trustedProxies: readonly string[] | undefined, forwarded: string): Promise<unknown> => {
    const app = await aServer(tellAddress, trustedProxies === undefined ? {} : { trustedProxies })
    const answer = await app.inject({ method: 'GET', url: '/it', remoteAddress: '10.0.0.5', headers: { 'x-forwarded-for': forwarded, 'x-real-ip': '192.0.2.66', forwarded: 'for=192.0.2.66' } })
    await app.close()
    return (answer.json() as { address: string }).address
  }

  it('is the line itself, whatever its headers claim', async () => {
    assert.equal(await from(undefined, '192.0.2.1'), '10.0.0.5')
    assert.equal(await from(['10.9.9.9'], '192.0.2.1'), '10.0.0.5', 'a proxy that is not ours')
  })

  it('is what our own proxy saw, and not what the browser wrote before it', async () => {
    assert.equal(await from(['10.0.0.0/8'], '192.0.2.66, 192.0.2.1'), '192.0.2.1')
    assert.equal(await from(['10.0.0.0/8'], '192.0.2.66, 192.0.2.1, 10.0.0.9'), '192.0.2.1')
  })
})

describe('a file that is served', () => {
  const served = async (reply: Reply) => {
    const app = await aServer(() => Promise.resolve(reply))
    const { headers } = await app.inject({ method: 'GET', url: '/it' })
    await app.close()
    return headers
  }

  it('is given no origin, no script and no frame, and the browser no guess at what it is', async () => {
    const headers = await served(file(Buffer.from('<script>alert(1)</script>'), 'text/html', 'a.html', { inline: true }))
    for (const part of [/default-src 'none'/, /sandbox$/, /base-uri 'none'/, /frame-ancestors 'none'/, /form-action 'none'/]) assert.match(String(headers['content-security-policy']), part)
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.equal(headers['cache-control'], 'no-store')
  })

  it('has a name that ends no header and begins none', async () => {
    const headers = await served(file(Buffer.from('x'), 'application/pdf', 'a"\r\nSet-Cookie: b=1; ☃ \'.pdf'))
    const [name] = [headers['content-disposition']].flat()
    assert.equal(name, "attachment; filename*=UTF-8''a%22%0D%0ASet-Cookie%3A%20b%3D1%3B%20%E2%98%83%20%27.pdf")
    assert.doesNotMatch(String(headers['set-cookie']), /b=1/)
  })

  it('says in what letters a text is written', async () => {
    const typeOf = async (bytes: Buffer, type: string) => (await served(file(bytes, type, 'a')))['content-type']
    assert.equal(await typeOf(Buffer.from('Zoë'), 'text/plain'), 'text/plain; charset=utf-8')
    assert.equal(await typeOf(Buffer.from([0x5a, 0x6f, 0xeb]), 'text/plain'), 'text/plain; charset=windows-1252')
    assert.equal(await typeOf(Buffer.from('a,b'), 'text/csv; charset=utf-8'), 'text/csv; charset=utf-8')
    assert.equal(await typeOf(Buffer.from('x'), 'application/pdf'), 'application/pdf')
  })
})

/** Says this on a line of its own and gives back all that was answered. */
async function spoken(app: FastifyInstance, said: string): Promise<string> {
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  try {
    return await new Promise<string>((resolve, reject) => {
      const line = connect(port, '127.0.0.1', () => line.write(said))
      let answer = ''
      line.on('data', (part: Buffer) => { answer += part.toString() })
      line.on('end', () => resolve(answer))
      line.on('error', reject)
    })
  } finally {
    app.server.closeAllConnections()
    await app.close()
  }
}
