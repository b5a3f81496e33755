// sqlmap on every parameter of every address and form that the crawl found, and on each part of the address itself.

import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Target } from './crawl.ts'
import { run } from './run.ts'

export interface Tried {
  readonly isInjectable: boolean
  readonly said: string
}

/** The marks of the form itself are tested by the hub's own tests: sqlmap must leave them whole to get any further. */
const own: readonly string[] = ['_csrf', '_once']

/** The places of a target that sqlmap can bend: its fields, and the parts of the address that name something. */
export const placesOf = ({ pattern, fields }: Target): string[] =>
  [...new Set([...fields.map(([name]) => name).filter((name) => !own.includes(name)), ...pattern.split('/').filter((part) => part.startsWith(':'))])]

/** Bends these places of a target, all of them unless told otherwise. `name` is for the files of this run alone. */
export async function sqlmap(door: string, target: Target, folder: string, name: string, places: readonly string[] = placesOf(target)): Promise<Tried> {
  const { host } = new URL(door)
  const body = target.fields.map(([field, value]) => `${encodeURIComponent(field)}=${encodeURIComponent(value === '' ? '1' : value)}`).join('&')
  const [address = ''] = target.url.split('?')
  const line = `${target.method} ${withStars(target, address, places)}${target.method === 'GET' && body !== '' ? `?${body}` : ''} HTTP/1.1`
  const lines = [line, `Host: ${host}`, 'User-Agent: scan', ...(target.method === 'POST' ? ['Content-Type: application/x-www-form-urlencoded', '', body] : ['', ''])]
  const file = path.join(folder, `${name}.txt`)
  await writeFile(file, lines.join('\r\n'))
  const skipped = [...own, ...target.fields.map(([field]) => field).filter((field) => !places.includes(field))]
  const said = await run('sqlmap', [
    '-r', file, '--batch', '--ignore-stdin', '--disable-coloring', '--flush-session', '--output-dir', path.join(folder, name), '--dbms', 'PostgreSQL', '--level', '1', '--risk', '1',
    '--technique', 'BEUS', '--skip', [...new Set(skipped)].join(','), '--ignore-code', '404,403,422,500', '--threads', '4', '--timeout', '30', '-v', '1',
  ])
  return { isInjectable: /is vulnerable|identified the following injection point/i.test(said), said }
}

/** A star marks a place in the address that is tried as well. */
function withStars({ pattern }: Target, address: string, places: readonly string[]): string {
  const names = pattern.split('/')
  return address.split('/').map((part, index) => (places.includes(names[index] ?? '') && names[index]?.startsWith(':') === true ? `${part}*` : part)).join('/')
}
