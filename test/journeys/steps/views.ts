// The family's own views: each parent's apart, and the child's, by themselves or written down by somebody for them.

import assert from 'node:assert/strict'
import type { CaseKey } from '../../../src/casebook/open-case-file.ts'
import { paths } from '../../../src/paths.ts'
import type { Filled, HandedIn, PageReader } from '../../harness/page-reader.ts'

export interface Views {
  readonly whose: 'parent' | 'child'
  /** Of which parent, when an officer writes down what they said. */
  readonly parentName?: string
  readonly file?: HandedIn
  readonly filled: Filled
}

/** Gives views and sends them; answers when they are with the council. */
export async function giveViews(person: PageReader, key: CaseKey, { whose, parentName, file, filled }: Views): Promise<void> {
  await person.get(paths.giveViews({ ...key, whose }))
  if (parentName !== undefined && person.hasLink(parentName)) await person.follow(parentName)
  const button = person.root.querySelectorAll('button').some((one) => one.textContent.includes('Record these views')) ? 'Record these views' : 'Send to the council'
  await (file === undefined ? person.submit(filled, { button }) : person.submitFiles({ report: file }, filled, { button }))
  assert.deepEqual(person.errors, [])
}
