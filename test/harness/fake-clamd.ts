// A scanner that speaks clamd's protocol as its manual page tells it, and misbehaves as a test wishes. Knows the EICAR test file.

import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { eicar } from '../../src/platform/scanner/stand-in.ts'

export interface FakeClamd {
  readonly address: { readonly host: string; readonly port: number }
  /** How it answers from now on. */
  manner: 'well' | 'slow' | 'cuts-off-in-the-middle' | 'cuts-off-its-answer' | 'talks-nonsense'
  /** As in its settings: StreamMaxLength. */
  mostBytes: number
  /** Whole files that came in. */
  readonly seen: Buffer[]
  readonly stop: () => Promise<void>
}

export async function startFakeClamd(): Promise<FakeClamd> {
  const sockets = new Set<Socket>()
  const seen: Buffer[] = []
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
    let came = Buffer.alloc(0)
    socket.on('data', (data) => {
      came = Buffer.concat([came, data])
      if (fake.manner === 'cuts-off-in-the-middle' && came.length > 20) { socket.destroy(); return }
      const read = readStream(came)
      if (read.bytes > fake.mostBytes) { socket.end('INSTREAM size limit exceeded. ERROR\0'); return }
      if (read.file === undefined || fake.manner === 'slow') return
      seen.push(read.file)
      if (fake.manner === 'talks-nonsense') socket.end('PONG\0')
      else if (fake.manner === 'cuts-off-its-answer') socket.end('stream: OK')
      else socket.end(read.file.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
    })
  })
  const fake: FakeClamd = {
    address: { host: '127.0.0.1', port: 0 }, manner: 'well', mostBytes: 25 * 1024 * 1024, seen,
    stop: () => new Promise((stopped) => {
      for (const socket of sockets) socket.destroy()
      server.close(() => { stopped() })
    }),
  }
  await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening) })
  return Object.assign(fake, { address: { host: '127.0.0.1', port: (server.address() as AddressInfo).port } })
}

/** What came of the command so far: its pieces, and the file once the empty piece is there. */
function readStream(came: Buffer): { bytes: number; file?: Buffer } {
  const command = 'zINSTREAM\0'
  if (came.length >= command.length && came.toString('latin1', 0, command.length) !== command) throw new Error('not the command of the manual page')
  const pieces: Buffer[] = []
  let bytes = 0
  for (let at = command.length; at + 4 <= came.length;) {
    const length = came.readUInt32BE(at)
    if (length === 0) return { bytes, file: Buffer.concat(pieces) }
    pieces.push(came.subarray(at + 4, at + 4 + length))
    bytes += length
    at += 4 + length
  }
  return { bytes }
}
