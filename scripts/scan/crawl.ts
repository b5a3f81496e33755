// Every kind of page and form that one person can reach by following links: one address for each row of the routes table.

import { routes } from '../../src/app.ts'
import { paths } from '../../src/paths.ts'
import type { Hub, Visitor } from '../../test/harness/hub.ts'

/** One request that a scanner may bend: the address, and the fields of a form as the page had them. */
export interface Target {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly pattern: string
  readonly fields: readonly (readonly [name: string, value: string])[]
}

const asPattern = (pattern: string): RegExp => new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`)
const rows = routes.map((route) => ('get' in route ? { method: 'GET' as const, pattern: route.get } : { method: 'POST' as const, pattern: route.post }))
  .map((row) => ({ ...row, fits: asPattern(row.pattern) }))
  // As the router does: what is named outright comes before what stands for anything.
  .toSorted((a, b) => a.pattern.split(':').length - b.pattern.split(':').length)

/** Whoever goes there has no pages left to look at. */
const waysOut: readonly string[] = [paths.signOut.pattern, paths.exit.pattern]

const patternOf = (method: 'GET' | 'POST', url: string): string | undefined => {
  const path = url.split('?')[0] ?? url
  return rows.find((row) => row.method === method && row.fits.test(path))?.pattern
}

export async function crawl(hub: Hub, visitor: Visitor): Promise<Target[]> {
  const found = new Map<string, Target>()
  const seen = new Set<string>()
  const waiting = [paths.start(), paths.home()]
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    const pattern = patternOf('GET', url)
    // The same page with other things to ask for is another target; the same page of another case is not.
    const kind = `${pattern} ${[...new URLSearchParams(url.split('?')[1] ?? '').keys()].toSorted().join(',')}`
    if (pattern === undefined || waysOut.includes(pattern) || seen.has(kind)) continue
    seen.add(kind)
    const response = await hub.app.inject({ method: 'GET', url, headers: { cookie: visitor.cookieHeader } })
    if (!String(response.headers['content-type']).startsWith('text/html') || response.statusCode !== 200) continue
    await visitor.get(url)
    add(found, { method: 'GET', url: visitor.url, pattern, fields: [...new URLSearchParams(visitor.url.split('?')[1] ?? '')] })
    for (const form of visitor.root.querySelectorAll('form')) {
      const method = form.getAttribute('method')?.toLowerCase() === 'get' ? 'GET' : 'POST'
      const to = (form.getAttribute('action') ?? '') === '' ? visitor.url : form.getAttribute('action') ?? visitor.url
      const target = patternOf(method, to)
      if (target === undefined || waysOut.includes(target)) continue
      const fields = [...visitor.fieldsOf(form)].flatMap(([name, values]) => values.map((value) => [name, value] as const))
      add(found, { method, url: to.split('?')[0] ?? to, pattern: target, fields })
    }
    waiting.push(...visitor.root.querySelectorAll('a[href^="/"]').map((link) => link.getAttribute('href') ?? '').map((href) => href.split('#')[0] ?? href))
  }
  return [...found.values()]
}

function add(found: Map<string, Target>, target: Target): void {
  const key = `${target.method} ${target.pattern} ${target.fields.map(([name]) => name).toSorted().join(',')}`
  if (!found.has(key)) found.set(key, target)
}
