// What a browser takes over the line for a page, as sent: the first time with what the page calls for, and later the page alone, because
// what it calls for is kept for a year.

import { parse } from 'node-html-parser'
import type { Person } from './person.ts'

export interface Weight { readonly first: number; readonly later: number; readonly requests: number; readonly script: number; readonly fonts: number }

export async function weightOf(person: Person, path: string): Promise<Weight> {
  const [plain, sent] = [await person.ask('GET', path), await person.ask('GET', path, { encoding: 'br, gzip' })]
  const page = parse(plain.body.toString('utf8'))
  const called = new Set([
    ...page.querySelectorAll('link[rel=stylesheet], link[rel=icon], link[rel=mask-icon], link[rel=apple-touch-icon], link[rel=preload], link[rel=manifest]').filter((link) => link.getAttribute('rel') !== 'apple-touch-icon').map((link) => link.getAttribute('href') ?? ''),
    ...page.querySelectorAll('script[src], img[src]').map((one) => one.getAttribute('src') ?? ''),
  ].filter((address) => address.startsWith('/')))
  let [first, script, fonts] = [sent.body.length, 0, 0]
  for (const address of called) {
    const { body, headers } = await person.ask('GET', address, { encoding: 'br, gzip' })
    first += body.length
    const type = String(headers['content-type'])
    if (type.includes('javascript')) script += body.length
    if (type.includes('font')) fonts += 1
  }
  return { first, later: sent.body.length, requests: 1 + called.size, script, fonts }
}
