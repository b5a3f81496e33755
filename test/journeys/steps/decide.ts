// Telling those who must be told, and the two decisions.

import assert from 'node:assert/strict'
import type { CaseKey } from '../../../src/casebook/open-case-file.ts'
import { paths } from '../../../src/paths.ts'
import type { PageReader } from '../../harness/page-reader.ts'

export async function assignOfficer(officer: PageReader, key: CaseKey, personId: string): Promise<void> {
  await officer.get(paths.caseAssignOfficer(key))
  const fields = officer.fieldsOf(officer.form())
  const name = [...fields.keys(), 'officer'].find((field) => !field.startsWith('_')) ?? 'officer'
  await officer.submit({ [name]: personId })
  assert.deepEqual(officer.errors, [])
}

export async function tellOfRequest(officer: PageReader, key: CaseKey): Promise<void> {
  await officer.get(paths.tellOfRequest(key))
  await officer.submit()
  assert.deepEqual(officer.errors, [])
}

/** The newest letter of the case that this reader has. */
export async function openLetter(reader: PageReader, key: CaseKey): Promise<void> {
  await reader.get(paths.caseLetters(key))
  const href = reader.root.querySelectorAll('main a').map((link) => link.getAttribute('href') ?? '').find((one) => /\/letters\/[0-9a-f-]{36}$/.test(one))
  if (href === undefined) throw new Error(`no letter here: ${reader.text.slice(0, 200)}`)
  await reader.get(href)
}

export async function decideToAssess(manager: PageReader, key: CaseKey, reasons: string): Promise<void> {
  await manager.get(paths.decideAssessment(key))
  await manager.submit({ mayHaveNeeds: 'yes', mayBeNecessary: 'yes', reasons })
  assert.equal(manager.heading, 'Check the letter before you decide')
  await manager.submit({}, { button: 'Decide and send' })
  assert.deepEqual(manager.errors, [])
}

export async function decideToIssue(manager: PageReader, key: CaseKey, { found, reasons }: { found: string; reasons: string }): Promise<void> {
  await manager.get(paths.decidePlan(key))
  await manager.submit({ isNecessary: 'yes', reasons, outcomeOfAssessment: found })
  assert.equal(manager.heading, 'Check the letter before you decide')
  await manager.submit({}, { button: 'Decide and send' })
  assert.deepEqual(manager.errors, [])
}
