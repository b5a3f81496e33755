// axe on every page and state that journeys pass, each once: a look takes axe a good part of a second, and journeys come by the
// same pages over and over. Two arrivals are the same state when they show the same page (by its route), at the same kind of
// width, both with scripts or both without, with the same answer, notice and errors, built of the same pieces.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { HTMLElement } from 'node-html-parser'
import type { Page } from 'playwright-core'
import { paths } from '../../src/paths.ts'
import { expectAccessible, runsScripts } from './browser.ts'
import { textOf } from './page-reader.ts'

/** A folder in which the processes of one run note what they have looked at; each state of a page is a file there. */
const noted = process.env['STATES_LOOKED_AT']
const seen = new Set<string>()

function isFirstLook(state: string): boolean {
  if (seen.has(state)) return false
  seen.add(state)
  if (noted === undefined) return true
  const file = path.join(noted, createHash('sha256').update(state).digest('hex'))
  try {
    writeFileSync(file, state, { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** For a visitor in a browser: called on each arrival with the page as it was read. */
export async function expectAccessibleState(page: Page, root: HTMLElement): Promise<void> {
  const state = stateOf(page.url(), root, { width: page.viewportSize()?.width ?? 0, scripts: runsScripts(page) })
  if (!isFirstLook(state)) return
  expectErrorsLeadSomewhere(page.url(), root)
  await expectAccessible(page)
}

/** axe does not ask whether a fault at the head of a page leads to its field. */
function expectErrorsLeadSomewhere(address: string, root: HTMLElement): void {
  const lost = root.querySelectorAll('.govuk-error-summary__list a').filter((link) => {
    const href = link.getAttribute('href') ?? ''
    return href.startsWith('#') && root.getElementById(href.slice(1)) === null
  })
  assert.deepEqual(lost.map((link) => `${link.getAttribute('href')}: ${textOf(link)}`), [], `errors on ${address} lead to nothing`)
}

/** "/:area/cases/:caseId narrow scripts sent govuk-button govuk-tag…" */
export function stateOf(address: string, root: HTMLElement, { width, scripts }: { width: number; scripts: boolean }): string {
  const { pathname, searchParams } = new URL(address)
  const main = root.querySelector('main')
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
