// `node --import tsx test/access/routes.ts` writes down every route and who may come to it. The proof over HTTP reads what was written
// down and not the router, so that a route that is opened to more people, or comes without a rule, is seen in a review.

import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { routes } from '../../src/app.ts'

const file = path.join(import.meta.dirname, 'routes.txt')

export const routeLines = (): string => routes.map((route) => {
  const [method, pattern] = 'get' in route ? ['GET', route.get] : ['POST', route.post]
  const { may } = route
  return `${method} ${pattern}  ${typeof may === 'string' ? may : 'office' in may ? `office ${may.office}` : 'act' in may ? `act ${[may.act].flat().join('|')}` : `look ${[may.look].flat().join('|')}`}\n`
}).join('')

export const routesWrittenDown = (): string => readFileSync(file, 'utf8')

export interface WrittenRoute {
  readonly method: 'GET' | 'POST'
  readonly pattern: string
  /** "anyone", "signed-in", or a wish of the reference table; of several (`look all-advice|own-advice`) any one. */
  readonly may: string
}

export const listRoutes = (): readonly WrittenRoute[] => routesWrittenDown().split('\n').filter(Boolean).map((line) => {
  const [method = '', pattern = '', ...may] = line.split(/\s+/)
  if (method !== 'GET' && method !== 'POST') throw new Error(`no route: ${line}`)
  return { method, pattern, may: may.join(' ') }
})

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(file, routeLines())
