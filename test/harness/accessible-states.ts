// axe on every page and state that journeys pass, each once: a run of axe takes some two seconds, and journeys come by the
// same pages over and over. Two arrivals are the same state when they show the same page (by its route), at the same kind
// of width, with the same answer, notice and errors, built of the same pieces.

import type { Page } from 'playwright-core'
import { parse } from 'node-html-parser'
import { paths } from '../../src/paths.ts'
import { expectAccessible, runsScripts } from './browser.ts'

const seen = new Set<string>()

/** How many different states were looked at so far in this run. */
export const countStatesSeen = (): number => seen.size

/** For a BrowserVisitor: called on each arrival. */
export async function expectAccessibleState(page: Page): Promise<void> {
  const state = stateOf(page.url(), await page.content(), { width: page.viewportSize()?.width ?? 0, scripts: runsScripts(page) })
  if (seen.has(state)) return
  seen.add(state)
  const t0 = performance.now()
  try { await expectAccessible(page) } finally { T.n++; T.ms += performance.now() - t0 }
}
const T = { n: 0, ms: 0, looks: 0 }
process.on('exit', () => process.stderr.write(`AXE ${T.n} states ${Math.round(T.ms)} ms\n`))

/** "/:area/cases/:caseId narrow scripts sent govuk-button govuk-tag…" */
export function stateOf(address: string, html: string, { width, scripts }: { width: number; scripts: boolean }): string {
  const { pathname, searchParams } = new URL(address)
  const main = parse(html).querySelector('main')
  const blocks = new Set([...(main?.querySelectorAll('[class]') ?? [])]
    .flatMap((element) => [...element.classList.values()])
    .filter((name) => /^(govuk|moj|hub)-/.test(name)).map((name) => name.replace(/(__|--).*$/, ''))
    // Type, space and columns make no other state.
    .filter((name) => !/^govuk-(!|body|heading|caption|list|link|hint|label|grid|visually|section-break|form-group|button-group)/.test(name)))
  return [patternOf(pathname), width < 640 ? 'narrow' : 'wide', scripts ? 'scripts' : 'plain', searchParams.get('done') ?? '', ...[...blocks].toSorted()].join(' ')
}

const patterns = Object.values(paths).map(({ pattern }) => ({
  pattern, read: new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`), fixed: pattern.split('/').filter((part) => part !== '' && !part.startsWith(':')).length,
}))

/** The page's own pattern: the one with the most words of its own where several fit. */
function patternOf(pathname: string): string {
  const [found] = patterns.filter(({ read }) => read.test(pathname)).toSorted((a, b) => b.fixed - a.fixed)
  return found?.pattern ?? pathname
}
