// Asking for an assessment, as each kind of person does it: through the task list, question after question.

import assert from 'node:assert/strict'
import { paths } from '../../../src/paths.ts'
import type { CaseKey } from '../../../src/casebook/open-case-file.ts'
import type { Filled, PageReader } from '../../harness/page-reader.ts'
import { textOf } from '../../harness/page-reader.ts'
import { dateIn } from './dates.ts'

export const area = 'wendmere'

/** What is answered, by the question's id in its address. Questions not named are passed by empty. */
export type Answered = Readonly<Record<string, Filled>>

const questionOf = (reader: PageReader): string | undefined => /\/about\/([\w-]+)/.exec(reader.url)?.[1]

/** From "Who is asking?" to the task list; a browser nobody signed in with is first shown its return code. */
export async function beginRequest(reader: PageReader, who: Filled): Promise<void> {
  await reader.get(paths.requestStart({ area }))
  await reader.submit(who)
  if (reader.heading === 'Write down how to come back') await reader.submit({}, { button: 'I have written them down' })
  assert.match(reader.url, /\/request\/[0-9a-f-]{36}$/, reader.heading)
}

/** Opens every task of the list in turn and answers its questions, each leading to the next. */
export async function answerTasks(reader: PageReader, answered: Answered): Promise<void> {
  const tasks = [...new Set(reader.root.querySelectorAll('.govuk-task-list__link').map(textOf))]
  const isAnswered = new Set<string>()
  for (const task of tasks) {
    // The child's own name comes into the later titles once it is known.
    const name = answered['child-name']?.['preferredName'] ?? answered['child-name']?.['givenName']
    const known = [task, typeof name === 'string' ? task.replace(/your child|the child/i, name) : task].find((text) => reader.hasLink(text))
    if (known === undefined) throw new Error(`no task "${task}" on ${reader.url}`)
    await reader.follow(known)
    for (let question = questionOf(reader); question !== undefined; question = questionOf(reader)) {
      if (isAnswered.has(question)) throw new Error(`${question} comes back: ${reader.errors.join('; ')}`)
      isAnswered.add(question)
      await answerQuestion(reader, answered[question] ?? {})
      assert.deepEqual(reader.errors, [], question)
    }
    if (reader.url.endsWith('/evidence')) await reader.get(reader.url.replace(/\/evidence$/, ''))
  }
  assert.deepEqual(Object.keys(answered).filter((question) => !isAnswered.has(question)), [], 'every answer had its question')
}

/** A question that repeats asks for one more row until there are as many as are to be given. */
async function answerQuestion(reader: PageReader, filled: Filled): Promise<void> {
  const rows = Math.max(1, ...Object.keys(filled).map((name) => Number(/-(\d)$/.exec(name)?.[1] ?? 1)))
  for (let row = 2; row <= rows; row += 1) await reader.submit(rowsUpTo(filled, row - 1), { button: addButton(reader) })
  await reader.submit(filled, { button: 'Continue' })
}

const rowsUpTo = (filled: Filled, row: number): Filled => Object.fromEntries(Object.entries(filled).filter(([name]) => Number(/-(\d)$/.exec(name)?.[1] ?? 1) <= row))

const addButton = (reader: PageReader): string =>
  textOf(reader.root.querySelectorAll('button').find((button) => textOf(button).startsWith('Add another')))

/** Reads everything once more and sends; answers with the reference of the case. */
export async function sendRequest(reader: PageReader): Promise<string> {
  const tasks = /^\/[\w-]+\/request\/[0-9a-f-]{36}/.exec(reader.url)?.[0] ?? ''
  if (!reader.url.endsWith('/check')) await (reader.hasLink('Check your answers') ? reader.follow('Check your answers') : reader.get(`${tasks}/check`))
  await reader.submit({ declared: 'yes' })
  assert.deepEqual(reader.errors, [])
  const [reference] = /[A-Z]+-\d{4}-\d{6}/.exec(reader.text) ?? []
  if (reference === undefined) throw new Error(`no reference after sending: ${reader.heading}`)
  return reference
}

/** The case with that reference, as an officer finds it. */
export async function findCase(officer: PageReader, reference: string): Promise<CaseKey> {
  await officer.get(paths.search())
  await officer.submit({ q: reference })
  const found = officer.root.querySelectorAll('main a').map((link) => link.getAttribute('href') ?? '')
    .map((href) => /^\/([\w-]+)\/cases\/([0-9a-f-]{36})$/.exec(href)).find((match) => match !== null)
  const [, foundArea, caseId] = found ?? []
  if (foundArea === undefined || caseId === undefined) throw new Error(`${reference} is not found: ${officer.text.slice(0, 300)}`)
  return { area: foundArea, caseId }
}

export const bornOn = (day: string): Filled => dateIn('bornOn', day)
