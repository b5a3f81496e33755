// A door on loopback through which a scanner comes as somebody: it brings their cookies and gives each form a fresh mark, because the
// same form sent twice acts once, and a scanner's second try would get the first one's answer without being looked at.

import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Door {
  /** "http://127.0.0.1:40123" */
  readonly url: string
  /** How many requests went through, by status; and what answered with a fault (5xx). */
  readonly statuses: Map<number, number>
  readonly faults: string[]
  /** The status of the first answer: whether a scanner was let in at all. */
  first: number | undefined
  /** How many answers sent the scanner to sign in: its session was over. */
  toSignIn: number
  close(): Promise<void>
}

const waysOut = /^\/(sign-out|exit)\b/

export async function openDoor(hubUrl: string, cookie: string): Promise<Door> {
  const { hostname, port } = new URL(hubUrl)
  const statuses = new Map<number, number>()
  const faults: string[] = []
  const seen: Pick<Door, 'first' | 'toSignIn'> = { first: undefined, toSignIn: 0 }
  const wasSignedIn = /hub-session=/.test(cookie)
  const pass = async (asked: IncomingMessage, answer: ServerResponse): Promise<void> => {
    // Whoever signs out scans nothing more.
    if (waysOut.test(asked.url ?? '')) return void answer.writeHead(204).end()
    const body = withFreshMark(await bodyOf(asked))
    const headers = { ...asked.headers, cookie: [cookie, asked.headers.cookie].filter(Boolean).join('; '), host: `${hostname}:${port}`, 'content-length': String(body.length) }
    const onward = request({ hostname, port, method: asked.method, path: asked.url, headers }, (reply) => {
      const status = reply.statusCode ?? 0
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      seen.first ??= status
      if (wasSignedIn && /^\/sign-in\b/.test(reply.headers.location ?? '')) seen.toSignIn += 1
      // 503 is said on purpose: a report of somebody else's information closes the families' pages, and a scanner sends one.
      if (status >= 500 && status !== 503) faults.push(`${asked.method} ${asked.url}`)
      answer.writeHead(status, reply.headers)
      reply.pipe(answer)
    })
    onward.on('error', () => answer.destroy())
    onward.end(body)
  }
  const server = createServer((asked, answer) => { pass(asked, answer).catch(() => answer.destroy()) })
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready) })
  return Object.assign(seen, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, statuses, faults,
    close: (): Promise<void> => new Promise((closed) => { server.close(() => closed()); server.closeAllConnections() }),
  })
}

async function bodyOf(asked: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of asked) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** The same in a posted form and in one with files: the mark is 36 letters either way. */
const withFreshMark = (body: Buffer): Buffer =>
  Buffer.from(body.toString('latin1').replace(/(_once=|name="_once"\r\n\r\n)[0-9a-f-]{36}/g, (_all, before: string) => before + randomUUID()), 'latin1')
