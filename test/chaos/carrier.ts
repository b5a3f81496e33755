// A stand-in for GOV.UK Notify that keeps a book: every message it took, under the reference that the hub gave it, written to the disk
// before it answers. Asked, it says what it has under a reference, as Notify does.

import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { randomUUID } from 'node:crypto'

export interface Carrier {
  readonly url: string
  /** How often each reference was taken. */
  readonly taken: () => ReadonlyMap<string, number>
  readonly close: () => Promise<void>
}

/**
 * What becomes of a message that is handed over. `busy` and `too-many`: not taken, come again. `refused`: for good. `unsaid`: taken, and
 * the line is cut before the answer. `silent`: not taken, and no answer ever.
 */
export type Mood = 'takes' | 'busy' | 'too-many' | 'refused' | 'unsaid' | 'silent'

/** `moodOf`: asked at each message that is handed over. */
export async function openCarrier(book: string, moodOf: () => Mood = () => 'takes'): Promise<Carrier> {
  const file = openSync(book, 'a')
  const known = new Map<string, { id: string; reference: string; status: string }[]>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://carrier.test')
      const answer = (status: number, body: object): void => { response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)) }
      if (request.method === 'GET') return answer(200, { notifications: known.get(url.searchParams.get('reference') ?? '') ?? [] })
      const { reference } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { reference: string }
      const mood = moodOf()
      if (mood === 'silent') return undefined
      if (mood === 'busy') return answer(500, {})
      if (mood === 'too-many') return answer(429, { errors: [{ error: 'RateLimitError' }] })
      if (mood === 'refused') return answer(400, { errors: [{ error: 'ValidationError' }] })
      const id = randomUUID()
      writeSync(file, `${reference}\n`)
      fsyncSync(file)
      known.set(reference, [...known.get(reference) ?? [], { id, reference, status: 'delivered' }])
      if (mood === 'unsaid') return request.socket.destroy()
      return answer(201, { id })
    })
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken: () => {
      const counts = new Map<string, number>()
      for (const reference of readFileSync(book, 'utf8').split('\n').filter(Boolean)) counts.set(reference, (counts.get(reference) ?? 0) + 1)
      return counts
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => { server.close(() => { resolve() }) })
      closeSync(file)
    },
  }
}
