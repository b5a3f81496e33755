// axe on every page and state that journeys pass, each once: a run of axe takes some two seconds, and journeys come by the
// same pages over and over. Two arrivals are the same state when they show the same page (by its route), at the same kind
// of width, with the same answer, notice and errors, built of the same pieces.

import type { Page } from 'playwright-core'
import { parse } from 'node-html-parser'
import { paths } from '../../src/paths.ts'
import { expectAccessible } from './browser.ts'

const seen = new Set<string>()

/** How many different states were looked at so far in this run. */
export const countStatesSeen = (): number => seen.size

/** For a BrowserVisitor with scripts: called on each arrival. */
export async function expectAccessibleState(page: Page): Promise<void> {
  const state = stateOf(page.url(), await page.content(), page.viewportSize()?.width ?? 0)
  if (seen.has(state)) return
  seen.add(state)
  await expectAccessible(page)
}

/** "/:area/cases/:caseId narrow 200 done=sent summary govuk-button govuk-tag…" */
export function stateOf(address: string, html: string, width: number): string {
  const { pathname, searchParams } = new URL(address)
  const main = parse(html).querySelector('main')
  const blocks = new Set([...(main?.querySelectorAll('[class]') ?? [])]
    .flatMap((element) => [...element.classList.values()])
    .filter((name) => /^(govuk|moj|hub)-/.test(name)).map((name) => name.replace(/(__|--).*$/, '')))
  return [patternOf(pathname), width < 640 ? 'narrow' : 'wide', searchParams.get('done') ?? '', ...[...blocks].toSorted()].join(' ')
}

const patterns = Object.values(paths).map(({ pattern }) => ({
  pattern, read: new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`), fixed: pattern.split('/').filter((part) => part !== '' && !part.startsWith(':')).length,
}))

/** The page's own pattern: the one with the most words of its own where several fit. */
function patternOf(pathname: string): string {
  const [found] = patterns.filter(({ read }) => read.test(pathname)).toSorted((a, b) => b.fixed - a.fixed)
  return found?.pattern ?? pathname
}
