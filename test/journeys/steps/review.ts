// One review of a plan: arranged, given to, held, reported.

import assert from 'node:assert/strict'
import type { CaseKey } from '../../../src/casebook/open-case-file.ts'
import { paths } from '../../../src/paths.ts'
import type { ReviewKey } from '../../builders/an-arranged-review.ts'
import type { Filled, PageReader } from '../../harness/page-reader.ts'
import { textOf } from '../../harness/page-reader.ts'
import { dateIn } from './dates.ts'

/** Arranges the review from the page of reviews, as whoever holds it does; the list of who is invited comes next. */
export async function arrangeReview(convenor: PageReader, key: CaseKey, on: string, place: Filled = { starts: '2pm', how: 'in-person', place: 'The library' }): Promise<ReviewKey> {
  await convenor.get(paths.caseReviews(key))
  await convenor.follow('Arrange a review')
  await convenor.submit({ ...dateIn('on', on), ...place })
  assert.equal(convenor.heading, 'Who is invited', convenor.errors.join())
  return { ...key, reviewId: new URL(convenor.url, 'http://hub').pathname.split('/')[5] ?? '' }
}

export async function sendInvitations(convenor: PageReader, key: ReviewKey, filled: Filled = {}): Promise<void> {
  await convenor.get(paths.reviewInvite(key))
  await convenor.submit(filled, { button: 'Send the invitations' })
  assert.match(convenor.words, /The invitations have been sent/, convenor.errors.join())
}

export async function givePart(person: PageReader, filled: Filled, button = 'Send my part'): Promise<void> {
  await person.submit(filled, { button })
  assert.match(person.words, /Your part has been sent/, person.errors.join())
}

/** The field of a line of the plan by some of its words, on a part or a report: "answer-…". */
export function fieldOfLine(reader: PageReader, words: string, field = 'answer'): string {
  const line = reader.root.querySelectorAll('.hub-review-line').find((one) => textOf(one.querySelector('legend')).includes(words))
  const name = line?.querySelector('input[type=radio]')?.getAttribute('name') ?? ''
  assert.match(name, /^answer-/, `no line says ${words}`)
  return name.replace(/^answer/, field)
}

/** Sends round what was given so far. */
export async function sendPapersRound(convenor: PageReader, key: ReviewKey): Promise<void> {
  await convenor.get(paths.reviewPapers(key))
  await convenor.submit({}, { button: 'Send the papers round' })
  assert.match(convenor.words, /The papers have been sent round/, convenor.errors.join())
}

export async function recordMeeting(convenor: PageReader, key: ReviewKey, filled: Filled): Promise<void> {
  await convenor.get(paths.reviewHold(key))
  await convenor.submit(filled)
  assert.equal(convenor.heading, 'Read and finish the report', convenor.errors.join())
}

/** Every line that nobody judged yet, found to be as it should. */
export function restAsItShouldBe(convenor: PageReader): Filled {
  const fine = ['still-right', 'delivered', 'good']
  const lines = convenor.root.querySelectorAll('.hub-review-line').map((line) => line.querySelectorAll('input[type=radio]'))
  return Object.fromEntries(lines.filter((radios) => !radios.some((radio) => radio.hasAttribute('checked'))).flatMap((radios) => {
    const radio = radios.find((one) => fine.includes(one.getAttribute('value') ?? ''))
    return radio === undefined ? [] : [[radio.getAttribute('name') ?? '', radio.getAttribute('value') ?? '']]
  }))
}

export async function sendReport(convenor: PageReader, filled: Filled): Promise<void> {
  await convenor.submit(filled, { button: 'Send the report' })
  assert.match(convenor.words, /The report has been sent/, convenor.errors.join())
}

/** The duties of the review of a day as the council's page lists them: what, the last day, how it stands. */
export async function dutiesOfReview(officer: PageReader, key: CaseKey): Promise<{ what: string; lastDay: string; standing: string }[]> {
  await officer.get(paths.caseReviews(key))
  return officer.root.querySelectorAll('main table tbody tr').map((row) => row.querySelectorAll('th, td').map(textOf)).filter(({ length }) => length === 3)
    .map(([what = '', lastDay = '', standing = '']) => ({ what: what.split('Why this date')[0] ?? '', lastDay, standing }))
}
