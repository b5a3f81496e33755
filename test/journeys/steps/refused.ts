// What must be true of every form that comes back.

import assert from 'node:assert/strict'
import type { Filled, PageReader } from '../../harness/page-reader.ts'
import { textOf } from '../../harness/page-reader.ts'

/** The faults stand at the top, each leading to its field and standing beside it, and nothing typed is lost. */
export function expectRefused(reader: PageReader, messages: readonly (string | RegExp)[], { kept = {}, to }: { kept?: Filled; to?: string } = {}): void {
  assert.equal(reader.status, 422)
  assert.equal(reader.errors.length, messages.length, reader.errors.join('\n'))
  const beside = reader.root.querySelectorAll('.govuk-error-message').map(textOf)
  for (const [index, message] of messages.entries()) {
    const said = reader.errors[index] ?? ''
    if (typeof message === 'string') assert.equal(said, message)
    else assert.match(said, message)
    assert.ok(beside.some((words) => words.includes(said)), `"${said}" stands beside no field`)
  }
  for (const link of reader.root.querySelectorAll('.govuk-error-summary__list a')) {
    const id = (link.getAttribute('href') ?? '').slice(1)
    assert.ok(reader.root.getElementById(id) !== null, `"${textOf(link)}" leads nowhere: #${id}`)
  }
  assert.match(reader.title, /^Error: /)
  const fields = reader.fieldsOf(reader.form(to))
  for (const [name, value] of Object.entries(kept)) assert.deepEqual(fields.get(name), typeof value === 'string' ? [value] : value, `${name} is kept`)
}

/** The page is not there for this person: of no case of theirs, or not for their part. */
export function expectClosed(reader: PageReader, name: RegExp): void {
  assert.ok(reader.status === 403 || reader.status === 404, `${reader.url} answered ${reader.status}`)
  assert.doesNotMatch(reader.text, name)
}
