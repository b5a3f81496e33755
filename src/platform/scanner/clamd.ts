// ClamAV's daemon, spoken to in its own protocol: the command, the file in pieces with their lengths, an empty piece, and one
// line back (man clamd, INSTREAM). Commands begin with "z": they and their answers end with a zero byte, which no name of a
// virus can hold.

import { connect } from 'node:net'
import type { Socket } from 'node:net'
import type { ScanAnswer, Scanner } from './scanner.ts'

/** Where it listens: `host:port`, or the path of its Unix socket. */
export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string }

export function clamdAddressOf(text: string): ClamdAddress | undefined {
  if (text.startsWith('/')) return { path: text }
  const parts = /^(?:tcp:\/\/)?(\[[0-9a-f:]+\]|[\w.-]+):(\d{1,5})$/i.exec(text)
  const [, host = '', port = ''] = parts ?? []
  return parts === null || Number(port) < 1 || Number(port) > 65_535 ? undefined : { host: host.replaceAll(/[[\]]/g, ''), port: Number(port) }
}

const pieceBytes = 256 * 1024
/** A line longer than this is none of clamd's. */
const longestAnswer = 4096

export function clamdScanner(address: ClamdAddress): Scanner {
  return { name: 'ClamAV', isReal: true, scan: (bytes, { withinMs }) => ask(address, bytes, withinMs) }
}

function ask(address: ClamdAddress, bytes: Uint8Array, withinMs: number): Promise<ScanAnswer> {
  return new Promise((resolve) => {
    let answer = ''
    let isConnected = false
    let isSettled = false
    const socket: Socket = connect(address)
    const settle = (given: ScanAnswer): void => {
      if (isSettled) return
      isSettled = true
      clearTimeout(limit)
      socket.destroy()
      resolve(given)
    }
    const limit = setTimeout(() => { settle({ verdict: 'unanswered', why: isConnected ? 'slow' : 'away' }) }, withinMs)
    // A scanner that refuses in the middle closes the line while we still write: what it said before that counts.
    const closed = (): void => { settle(answer === '' ? { verdict: 'unanswered', why: isConnected ? 'broke-off' : 'away' } : answerOf(answer)) }
    socket.on('error', closed)
    socket.on('close', closed)
    socket.on('data', (data) => {
      answer += data.toString('latin1')
      if (answer.includes('\0') || answer.length > longestAnswer) settle(answerOf(answer))
    })
    socket.on('connect', () => {
      isConnected = true
      void send(socket, bytes, () => isSettled)
    })
  })
}

async function send(socket: Socket, bytes: Uint8Array, isOver: () => boolean): Promise<void> {
  socket.write('zINSTREAM\0')
  for (let at = 0; at < bytes.length && !isOver(); at += pieceBytes) {
    const piece = bytes.subarray(at, at + pieceBytes)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(piece.length)
    socket.write(length)
    if (!socket.write(piece)) await new Promise<void>((go) => { socket.once('drain', go); socket.once('close', () => { go() }) })
  }
  if (!isOver()) socket.write(Buffer.alloc(4))
}

/** Only the whole line "stream: OK" is clean; a line that was cut off is no answer. */
export function answerOf(text: string): ScanAnswer {
  const end = text.indexOf('\0')
  if (end < 0) return { verdict: 'unanswered', why: 'broke-off' }
  const line = text.slice(0, end).trim()
  if (line === 'stream: OK') return { verdict: 'clean' }
  const found = /^stream: (.+) FOUND$/.exec(line)
  if (found?.[1] !== undefined) return { verdict: 'infected', name: found[1].slice(0, 200) }
  if (/size limit exceeded/i.test(line)) return { verdict: 'refused', why: 'it is larger than the scanner takes' }
  return { verdict: 'unanswered', why: 'not-understood' }
}
