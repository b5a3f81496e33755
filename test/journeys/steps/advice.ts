// Asking for advice, giving it and hearing the family, as officers and advisers do it.

import assert from 'node:assert/strict'
import type { CaseKey } from '../../../src/casebook/open-case-file.ts'
import { paths } from '../../../src/paths.ts'
import type { Filled, HandedIn, PageReader } from '../../harness/page-reader.ts'
import { textOf } from '../../harness/page-reader.ts'
import { dateIn } from './dates.ts'

export interface Asked {
  /** 'b', 'c', 'd', 'e', 'g' are rows of their own; any number of 'f'; 'h' is asked for by the family. */
  readonly item: string
  readonly kind: string
  /** As the list of recipients names them. */
  readonly person: string
}

const mostExtra = 3

/** Sends every request: those that regulation 6(1) names, and the others three to a page. */
export async function askForAdvice(officer: PageReader, key: CaseKey, asked: readonly Asked[]): Promise<void> {
  const required = asked.filter(({ item }) => item !== 'f' && item !== 'h')
  const byFamily = asked.filter(({ item }) => item === 'h')
  const others = asked.filter(({ item }) => item === 'f')
  await officer.get(paths.askForAdvice(key))
  await sendRequests(officer, {
    ...Object.fromEntries(required.map(({ item, person }) => [`to-${item}`, recipientCalled(officer, `to-${item}`, person)])),
    ...extras(officer, others.slice(0, mostExtra), 'f'), ...extras(officer, byFamily, 'h'),
    ...Object.fromEntries(byFamily.flatMap(({ person }, index) => [[`who-h${index + 1}`, person], [`answer-h${index + 1}`, 'yes'], [`reasons-h${index + 1}`, 'They know the child and can say what is needed.']])),
  })
  for (let from = mostExtra; from < others.length; from += mostExtra) {
    await officer.get(paths.askForAdvice(key))
    await sendRequests(officer, extras(officer, others.slice(from, from + mostExtra), 'f'))
  }
}

const extras = (officer: PageReader, asked: readonly Asked[], letter: 'f' | 'h'): Filled => Object.fromEntries(asked.flatMap(({ kind, person }, index) => {
  const key = `${letter}${index + 1}`
  return [[`kind-${key}`, kind], [`to-${key}`, recipientCalled(officer, `to-${key}`, person)]]
}))

function recipientCalled(officer: PageReader, field: string, person: string): string {
  const options = officer.root.querySelectorAll(`select[name="${field}"] option`)
  const found = options.find((option) => textOf(option).startsWith(`– ${person},`))
  if (found === undefined) throw new Error(`${person} cannot be asked in ${field}: ${options.map(textOf).join('; ').slice(0, 600)}`)
  return found.getAttribute('value') ?? ''
}

async function sendRequests(officer: PageReader, filled: Filled): Promise<void> {
  await officer.submit(filled)
  assert.deepEqual(officer.errors, [])
  assert.equal(officer.heading, 'Check what each of them will get')
  const button = textOf(officer.root.querySelectorAll('button').find((one) => textOf(one).startsWith('Send ')))
  await officer.submit({}, { button })
  assert.deepEqual(officer.errors, [])
}

/** The adviser's own request, from their inbox. */
export async function openRequest(adviser: PageReader, key: CaseKey): Promise<void> {
  await adviser.get(paths.adviceInbox())
  const hrefs = adviser.root.querySelectorAll('main a').map((link) => link.getAttribute('href') ?? '')
  const [href] = hrefs.filter((one) => one.includes(`/cases/${key.caseId}/advice/asked/`))
  if (href === undefined) throw new Error(`nothing is asked of this adviser: ${adviser.text.slice(0, 200)}`)
  await adviser.get(href)
}

export async function confirmReceipt(adviser: PageReader, key: CaseKey, day: string): Promise<void> {
  await openRequest(adviser, key)
  await adviser.submit(dateIn('receivedOn', day), { to: '/confirm' })
  assert.deepEqual(adviser.errors, [])
}

export interface Report {
  readonly authorName: string
  readonly authorRole: string
  readonly dated: string
  readonly contactOn?: string
  readonly known?: boolean
  /** As it is handed in: the words pasted, or a file. */
  readonly words: string | HandedIn
}

/** Hands in the report and goes on to marking; answers with the advice's id. */
export async function handInReport(adviser: PageReader, key: CaseKey, report: Report): Promise<string> {
  await openRequest(adviser, key)
  await adviser.follow(adviser.hasLink('Give your advice') ? 'Give your advice' : 'Go on with your advice')
  const about: Filled = {
    authorName: report.authorName, authorRole: report.authorRole, ...dateIn('dated', report.dated),
    ...(report.contactOn === undefined ? {} : dateIn('contactOn', report.contactOn)), ...(report.known === undefined ? {} : { known: report.known ? 'yes' : 'no' }),
  }
  const button = 'Save and mark the lines'
  if (typeof report.words === 'string') await adviser.submit({ ...about, way: 'paste', pasted: report.words }, { button })
  else await adviser.submitFiles({ report: report.words }, { ...about, way: 'file' }, { button })
  assert.deepEqual(adviser.errors, [])
  return adviceIdIn(adviser.url)
}

export const adviceIdIn = (url: string): string => {
  const [, id] = /\/advice\/given\/([0-9a-f-]{36})/.exec(url) ?? []
  if (id === undefined) throw new Error(`no advice at ${url}`)
  return id
}

/** What is to be marked: words that stand once in the report, and what they are. */
export interface ToMark {
  readonly kind: 'need' | 'outcome' | 'provision' | 'view'
  readonly words: string
}

/**
 * Marks on the marking page: whole sentences where a sentence holds the words of one thing only, the exact words where it
 * holds several. Nothing else is marked, whatever the page guessed.
 */
export async function markLines(marker: PageReader, marks: readonly ToMark[]): Promise<void> {
  const sentences = marker.root.querySelectorAll('.hub-mark__words').map((one) => ({ start: one.getAttribute('data-start') ?? '', words: folded(one.textContent) }))
  const placed = marks.map((mark) => ({ mark, at: sentences.filter(({ words }) => words.includes(folded(mark.words))) }))
  const isAlone = ({ at }: (typeof placed)[number]): boolean => at.length === 1 && placed.filter((other) => other.at[0]?.start === at[0]?.start).length === 1
  const whole = new Map(placed.filter(isAlone).map(({ mark, at }) => [at[0]?.start ?? '', mark.kind]))
  const parts = placed.filter((one) => !isAlone(one)).map(({ mark }) => mark)
  // Only what the page guessed otherwise is chosen anew, as a person does.
  const now = marker.fieldsOf(marker.form())
  const kinds = Object.fromEntries(sentences.map(({ start }): [string, string] => [`k${start}`, whole.get(start) ?? '']).filter(([name, kind]) => now.get(name)?.[0] !== kind))
  const done = { button: marker.root.querySelectorAll('button').some((one) => textOf(one) === 'Save and check') ? 'Save and check' : 'Save the marks' }
  await marker.submit({ ...kinds, ...wordsOf(parts[0]) }, parts.length > 1 ? { button: 'Save and mark more' } : done)
  for (const [index, mark] of parts.entries()) {
    if (index === 0) continue
    assert.deepEqual(marker.errors, [], parts[index - 1]?.words)
    await marker.submit(wordsOf(mark), index === parts.length - 1 ? done : { button: 'Save and mark more' })
  }
  assert.deepEqual(marker.errors, [], parts.at(-1)?.words)
}

const wordsOf = (mark: ToMark | undefined): Filled => (mark === undefined ? {} : { words: mark.words, wordsKind: mark.kind })

/** Letters and figures alone: files lose the marks of Markdown and turn their lines elsewhere. */
export const folded = (text: string): string => text.normalize('NFKC').replaceAll(/[*_#|>\\]/g, ' ').replaceAll(/[‘’]/g, `'`).replaceAll(/[“”]/g, '"').replaceAll(/\s+/g, ' ').trim()

export async function sendAdvice(adviser: PageReader, key: CaseKey, adviceId: string): Promise<void> {
  await adviser.get(paths.sendAdvice({ ...key, adviceId }))
  const confirm = 'What was read from the words is right'
  if (adviser.root.querySelectorAll('button').some((one) => textOf(one) === confirm)) {
    await adviser.submit({}, { to: paths.confirmReadings({ ...key, adviceId }), button: confirm })
    assert.deepEqual(adviser.errors, [])
    await adviser.get(paths.sendAdvice({ ...key, adviceId }))
  }
  const button = textOf(adviser.root.querySelectorAll('button').find((one) => textOf(one).startsWith('Send to the council')))
  const forms = adviser.root.querySelectorAll('main form')
  const own = forms.find((form) => form.querySelectorAll('button').some((one) => textOf(one) === button))
  await adviser.submit({}, { button, ...(own?.getAttribute('action') === undefined ? {} : { to: own.getAttribute('action') ?? '' }) })
  assert.deepEqual(adviser.errors, [])
  assert.ok(adviser.status < 400, adviser.text)
}

export async function acceptAdvice(officer: PageReader, key: CaseKey, adviceId: string): Promise<void> {
  await officer.get(paths.acceptAdvice({ ...key, adviceId }))
  await officer.submit({ rating: ['dated', 'author', 'strengths', 'plain'] })
  assert.deepEqual(officer.errors, [])
}

/** Words that must not reach the plan, or some people's copies of it. */
export async function keepOut(person: PageReader, key: CaseKey, filled: Filled): Promise<void> {
  await person.get(paths.keepOut(key))
  await person.submit(filled)
  assert.deepEqual(person.errors, [])
}
