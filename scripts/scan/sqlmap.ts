// sqlmap on every parameter of every address and form that the crawl found, and on each part of the address itself.

import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Target } from './crawl.ts'
import { run } from './run.ts'

export interface Tried {
  readonly target: Target
  readonly isInjectable: boolean
  readonly said: string
}

/** The marks of the form itself are tested by the hub's own tests: sqlmap must leave them whole to get any further. */
const own = '_csrf,_once'

export async function sqlmap(door: string, target: Target, folder: string, name: string): Promise<Tried> {
  const { host } = new URL(door)
  const body = target.fields.map(([field, value]) => `${encodeURIComponent(field)}=${encodeURIComponent(value === '' ? '1' : value)}`).join('&')
  const [address = ''] = target.url.split('?')
  // A star marks a place in the address that is tried as well.
  const line = `${target.method} ${partsOf(target, address)}${target.method === 'GET' && body !== '' ? `?${body}` : ''} HTTP/1.1`
  const lines = [line, `Host: ${host}`, 'User-Agent: scan', ...(target.method === 'POST' ? ['Content-Type: application/x-www-form-urlencoded', '', body] : ['', ''])]
  const file = path.join(folder, `${name}.txt`)
  await writeFile(file, lines.join('\r\n'))
  const said = await run('sqlmap', [
    '-r', file, '--batch', '--ignore-stdin', '--disable-coloring', '--flush-session', '--output-dir', path.join(folder, 'sqlmap'), '--dbms', 'PostgreSQL', '--level', '1', '--risk', '1',
    '--technique', 'BEUS', '--skip', own, '--ignore-code', '404,403,422,500', '--threads', '4', '--timeout', '20', '-v', '1',
  ])
  return { target, isInjectable: /is vulnerable|identified the following injection point/i.test(said), said }
}

function partsOf(target: Target, address: string): string {
  const names = target.pattern.split('/')
  return address.split('/').map((part, index) => (names[index]?.startsWith(':') === true ? `${part}*` : part)).join('/')
}
