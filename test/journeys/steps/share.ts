// The draft with the family, and the settings that are asked about a place.

import assert from 'node:assert/strict'
import type { CaseKey } from '../../../src/casebook/open-case-file.ts'
import { paths } from '../../../src/paths.ts'
import type { Filled, PageReader } from '../../harness/page-reader.ts'
import { textOf } from '../../harness/page-reader.ts'

export async function shareDraft(officer: PageReader, key: CaseKey): Promise<void> {
  await officer.get(paths.shareDraft(key))
  const mustConfirm = officer.root.querySelector('[name="unreached"]') !== null
  if (officer.root.querySelector('main form') === null) throw new Error(`the draft cannot go: ${officer.text.slice(0, 800)}`)
  await officer.submit(mustConfirm ? { unreached: 'known' } : {}, { button: 'Send the draft to the family' })
  assert.deepEqual(officer.errors, [])
}

/** Comments on the first line of a section; an officer says for whom by name. */
export async function commentOn(person: PageReader, key: CaseKey, section: string, { whose, ...filled }: Filled): Promise<void> {
  await person.get(paths.sharedDraft(key))
  const about = new RegExp(` about ${section}1$`)
  const link = person.root.querySelectorAll('main a').find((one) => about.test(textOf(one)))
  await person.follow(textOf(link))
  const speaker = person.root.querySelectorAll('input[name="whose"]').find((input) => textOf(person.root.querySelector(`label[for="${input.getAttribute('id') ?? ''}"]`)).startsWith(String(whose)))
  await person.submit(whose === undefined ? filled : { ...filled, whose: speaker?.getAttribute('value') ?? '' }, { button: 'Send' })
  assert.deepEqual(person.errors, [])
}

/** Answers every comment that waits; answers with how many there were. */
export async function answerComments(officer: PageReader, key: CaseKey, reason: string): Promise<number> {
  await officer.get(paths.proposals(key))
  const waiting = officer.root.querySelectorAll('main a').filter((link) => textOf(link).startsWith('Answer ')).map((link) => link.getAttribute('href') ?? '')
  for (const href of waiting) {
    await officer.get(href)
    await officer.submit(officer.root.querySelector('[name="decision"]') === null ? { reason } : { decision: 'declined', reason })
    assert.deepEqual(officer.errors, [])
  }
  return waiting.length
}

/** Asks settings, with no reports unless some are named by words of their titles. */
export async function consultSettings(officer: PageReader, key: CaseKey, settings: readonly string[]): Promise<void> {
  await officer.get(paths.consultSettings(key))
  const boxes = settings.map((name) => {
    const box = officer.root.querySelectorAll('input[name="settings"]').find((one) => textOf(officer.root.querySelector(`label[for="${one.getAttribute('id') ?? ''}"]`)) === name)
    if (box === undefined) throw new Error(`${name} cannot be asked: ${officer.text.slice(0, 400)}`)
    return box.getAttribute('value') ?? ''
  })
  await officer.submit({ settings: boxes }, { button: 'Continue' })
  assert.deepEqual(officer.errors, [])
  const button = textOf(officer.root.querySelectorAll('button').find((one) => textOf(one).startsWith('Send to ')))
  const seen = officer.root.querySelector('[name="keptOut"]') === null ? {} : { keptOut: 'seen' }
  await officer.submit(seen, { button })
  assert.deepEqual(officer.errors, [])
}

export async function answerConsultation(head: PageReader, key: CaseKey, filled: Filled = {}): Promise<void> {
  await head.get(paths.consultationInbox())
  const href = head.root.querySelectorAll('main a').map((link) => link.getAttribute('href') ?? '').find((one) => one.includes(`/cases/${key.caseId}/consultations/`))
  if (href === undefined) throw new Error(`nothing is asked of this setting: ${head.text.slice(0, 300)}`)
  await head.get(href)
  await head.submit({ canMeet: 'yes', suitable: 'yes', harmsOthers: 'no', harmsResources: 'no', place: 'yes', placeWhen: 'now', ...filled }, { button: 'Send the answer' })
  assert.deepEqual(head.errors, [])
}
