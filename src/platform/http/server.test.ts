import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, it } from 'node:test'
import type { Reply } from './reply.ts'
import { file } from './reply.ts'
import { createServer } from './server.ts'

async function served(reply: Reply, range?: string) {
  const never = (): Promise<Reply> => Promise.reject(new Error('not asked for'))
  const app = await createServer({
    routes: [{ method: 'GET', pattern: '/it', handle: () => Promise.resolve(reply) }],
    assetsDir: mkdtempSync(path.join(os.tmpdir(), 'hub-assets-')), secret: 'for tests', isSecure: false, maxFileBytes: 1000, notFound: never, staleForm: never, unreadable: never, thrown: never,
  })
  const response = await app.inject({ method: 'GET', url: '/it', headers: range === undefined ? {} : { range } })
  await app.close()
  return { status: response.statusCode, body: response.body, range: response.headers['content-range'], accepts: response.headers['accept-ranges'] }
}

describe('a recording that is served', () => {
  const film = file(Buffer.from('0123456789'), 'video/mp4', 'film.mp4', { inline: true })
  for (const [asked, status, body, range] of [
    [undefined, 200, '0123456789', undefined], ['bytes=0-1', 206, '01', 'bytes 0-1/10'], ['bytes=4-', 206, '456789', 'bytes 4-9/10'], ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'], ['bytes=20-30', 200, '0123456789', undefined], ['bytes=0-1,4-5', 200, '0123456789', undefined], ['lines=1-2', 200, '0123456789', undefined],
  ] as const) {
    it(`asked for ${asked ?? 'nothing in particular'}`, async () => {
      assert.deepEqual(await served(film, asked), { status, body, range, accepts: 'bytes' })
    })
  }

  it('is whole when it is something to be read', async () => {
    const { status, body } = await served(file(Buffer.from('words'), 'text/plain', 'a.txt'), 'bytes=0-1')
    assert.deepEqual([status, body], [200, 'words'])
  })
})
