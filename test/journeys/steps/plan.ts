// Writing the plan out of the advice: what becomes of each marked line, its wording, its promise, its links.

import assert from 'node:assert/strict'
import type { CaseKey } from '../../../src/casebook/open-case-file.ts'
import { paths } from '../../../src/paths.ts'
import type { Filled, PageReader } from '../../harness/page-reader.ts'
import { textOf } from '../../harness/page-reader.ts'
import { folded } from './advice.ts'
import { dateIn } from './dates.ts'

/** A marked line as it waits on the page: of which report, in which section, with the report's own words. */
export interface Waiting {
  readonly id: string
  readonly group: string
  readonly section: string
  readonly adviceId: string
  readonly quote: string
}

/** The waiting lines of every group on the page "Use the advice". */
export function waitingLines(writer: PageReader): Waiting[] {
  return writer.root.querySelectorAll('form.hub-advice-group').flatMap((form) => {
    const group = (form.getAttribute('id') ?? '').replace(/^group-/, '')
    const [, section = '', adviceId = ''] = /^(\w+?)-(.+)$/.exec(group) ?? []
    return form.querySelectorAll('.hub-marked-line').map((item) => ({
      id: (item.getAttribute('id') ?? '').replace(/^advice-line-/, ''), group, section, adviceId,
      quote: folded((item.querySelector('q') ?? item.querySelector('.hub-line-text'))?.textContent ?? ''),
    }))
  })
}

export type Becomes =
  | { readonly does: 'use'; readonly section: string }
  | { readonly does: 'not-used' | 'ask-author' | 'disagree'; readonly words: string }

/** Decides every waiting line of a group in one save. */
export async function decideGroup(writer: PageReader, key: CaseKey, group: string, answers: ReadonlyMap<string, Becomes>): Promise<void> {
  await writer.get(paths.planAssemble(key))
  const filled = Object.fromEntries([...answers].flatMap(([id, answer]): [string, string][] => {
    const does: [string, string] = [`does-${id}`, answer.does]
    if (answer.does !== 'use') return [does, [`words-${answer.does}-${id}`, answer.words]]
    // A line that can stand in one section only is not asked where.
    const isAsked = writer.root.querySelector(`[name="section-${id}"]`) !== null
    return isAsked ? [does, [`section-${id}`, answer.section]] : [does]
  }))
  const to = `#group-${group}`
  const button = textOf(writer.form(to).querySelectorAll('button').find((one) => textOf(one).startsWith('Save what is chosen')))
  await writer.submit(filled, { to, button })
  assert.deepEqual(writer.errors, [])
}

/** A line of the draft with the words of the report it stands on. */
export interface Drafted {
  readonly lineId: string
  readonly section: string
  readonly adviceId: string
  readonly quote: string
}

export async function draftedLines(writer: PageReader, key: CaseKey, section: string): Promise<Drafted[]> {
  await writer.get(paths.planSection({ ...key, section }))
  return writer.root.querySelectorAll('article.hub-plan-line').flatMap((card) => {
    const source = card.querySelectorAll('a').map((link) => link.getAttribute('href') ?? '').find((href) => href.includes('/advice/given/'))
    const [, adviceId] = /\/advice\/given\/([0-9a-f-]{36})/.exec(source ?? '') ?? []
    if (adviceId === undefined) return []
    return [{ lineId: (card.getAttribute('id') ?? '').replace(/^line-/, ''), section, adviceId, quote: folded(card.querySelector('q')?.textContent ?? '') }]
  })
}

export async function wordLine(writer: PageReader, key: CaseKey, lineId: string, filled: Filled): Promise<void> {
  await writer.get(paths.planLine({ ...key, lineId }))
  await writer.submit(filled, { to: '#line-form' })
  assert.deepEqual(writer.errors, [], JSON.stringify(filled))
}

/** Links a line to all of these along the thread. */
export async function linkLine(writer: PageReader, key: CaseKey, lineId: string, to: readonly string[]): Promise<void> {
  await writer.get(paths.planLineLinks({ ...key, lineId }))
  await writer.submit({ to })
  assert.deepEqual(writer.errors, [])
}

export async function recordNone(writer: PageReader, key: CaseKey, section: string, { by, on, text }: { by: string; on: string; text?: string }): Promise<void> {
  await writer.get(paths.planAddLine({ ...key, section }, { kind: 'none-identified' }))
  await writer.submit({ source: by, ...dateIn('on', on), ...(text === undefined ? {} : { text }) })
  assert.deepEqual(writer.errors, [])
}

export async function addDirectPayment(writer: PageReader, key: CaseKey, filled: Filled): Promise<void> {
  await writer.get(paths.planAddLine({ ...key, section: 'J' }))
  await writer.submit(filled)
  assert.deepEqual(writer.errors, [])
}
