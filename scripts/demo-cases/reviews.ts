// One review, step by step, as the people of it take the steps: arranged, invited, prepared, held, reported.

import assert from 'node:assert/strict'
import type { HTMLElement } from 'node-html-parser'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { demoOrganisationId, demoPersonId } from '../../src/features/demo/seed-world.ts'
import { demoPeople } from '../../src/features/demo/world.ts'
import { paths } from '../../src/paths.ts'
import { invitationOf } from '../../test/builders/an-arranged-review.ts'
import type { Filled, Hub, Visitor } from '../../test/harness/hub.ts'
import { dateIn, morningOf } from '../../test/journeys/steps/dates.ts'
import { at, lineId, send } from './bring-in.ts'

export interface ReviewKey extends CaseKey {
  readonly reviewId: string
}

interface Arranging {
  readonly by: string
  readonly on: string
  readonly meetingOn: string
  readonly starts: string
  readonly how: 'in-person' | 'online' | 'both'
  readonly place: string
  readonly note?: string
}

export async function arrange(hub: Hub, key: CaseKey, { by, on, meetingOn, starts, how, place, note = '' }: Arranging): Promise<ReviewKey> {
  hub.setNow(morningOf(on))
  const visitor = await at(hub, by, paths.reviewPlan(key))
  await send(visitor, { ...dateIn('on', meetingOn), starts, how, place, note })
  return { ...key, reviewId: visitor.url.split('/')[5] ?? '' }
}

interface Inviting {
  readonly by: string
  readonly on: string
  /** Keys of people to invite by name, each with the side of adult life they are asked about, if any. */
  readonly advisers: Readonly<Record<string, string>>
  /** From Year 9: for which sides of adult life somebody is needed. */
  readonly needs?: Filled
}

export async function invite(hub: Hub, review: ReviewKey, { by, on, advisers, needs = {} }: Inviting): Promise<void> {
  hub.setNow(morningOf(on))
  const visitor = await at(hub, by, paths.reviewInvite(review))
  for (const [person, pathway] of Object.entries(advisers)) {
    const works = demoPeople.find(({ key }) => key === person)?.roles[0]
    assert.ok(works, person)
    await send(visitor, { who: `p:${demoPersonId(person)}:${demoOrganisationId(works.at)}`, ...(pathway === '' ? {} : { pathway }) }, { button: 'Add to the list' })
  }
  await send(visitor, needs, { button: 'Send the invitations' })
}

/** What is said of a line: by a part of its words. Lines not named are as they should be. */
export type OfLines = Readonly<Record<string, Readonly<Record<string, string>>>>

const asItShouldBe = ['still-right', 'delivered', 'some', 'good']

/** An answer to every line on the page: what is said of those that are named, the usual answer to the others. */
export function answersTo(visitor: Visitor, said: OfLines): Filled {
  const choices = (line: HTMLElement): string[] => line.querySelectorAll('input[type=radio]').map((input) => input.getAttribute('value') ?? '')
  const usual = visitor.root.querySelectorAll('.hub-review-line').map((line): [string, string] => {
    const id = (line.getAttribute('id') ?? '').replace(/^line-/, '')
    return [`answer-${id}`, asItShouldBe.find((one) => choices(line).includes(one)) ?? '']
  })
  const named = Object.entries(said).flatMap(([words, fields]) => {
    const id = lineId(visitor, words)
    return Object.entries(fields).map(([field, value]): [string, string] => [`${field}-${id}`, value])
  })
  return Object.fromEntries([...usual, ...named])
}

interface Giving {
  readonly by: string
  readonly on: string
  /** Whose invitation it is, by a part of the name. */
  readonly whose: string
  readonly lines?: OfLines
  /** All lines are answered; else those alone of which something is said. */
  readonly all?: boolean
  readonly more?: Filled
  /** Saved to be gone on with, and not sent. */
  readonly isKept?: boolean
}

export async function givePart(hub: Hub, review: ReviewKey, { by, on, whose, lines = {}, all = false, more = {}, isKept = false }: Giving): Promise<void> {
  hub.setNow(morningOf(on))
  const visitor = await at(hub, by, paths.reviewContribute({ ...review, invitationId: await invitationOf(hub, review, whose) }))
  const named = Object.fromEntries(Object.entries(lines).flatMap(([words, fields]) => {
    const id = lineId(visitor, words)
    return Object.entries(fields).map(([field, value]): [string, string] => [`${field}-${id}`, value])
  }))
  await send(visitor, { ...(all ? answersTo(visitor, lines) : named), ...more }, { button: isKept ? 'Save and come back later' : 'Send my part' })
  if (!isKept) assert.match(visitor.words, /Your part has been sent/)
}

export async function sendPapers(hub: Hub, review: ReviewKey, by: string, on: string): Promise<void> {
  hub.setNow(morningOf(on))
  await send(await at(hub, by, paths.reviewPapers(review)), {}, { button: 'Send the papers round' })
}

interface Holding {
  readonly by: string
  readonly heldOn: string
  readonly came: readonly string[]
  readonly notes: Filled
}

export async function hold(hub: Hub, review: ReviewKey, { by, heldOn, came, notes }: Holding): Promise<void> {
  hub.setNow(`${heldOn}T16:00:00.000Z`)
  const there: [string, string][] = []
  for (const name of came) there.push([`came-${await invitationOf(hub, review, name)}`, 'came'])
  await send(await at(hub, by, paths.reviewHold(review)), { ...dateIn('on', heldOn), ...Object.fromEntries(there), ...notes })
}

interface Reporting {
  readonly by: string
  readonly on: string
  readonly summary: string
  readonly lines?: OfLines
  /** Proposals that the report does not recommend, by a part of their words, and why. */
  readonly against?: Readonly<Record<string, string>>
  readonly more?: Filled
}

/** The report as the parts have written it, with a word on every proposal. */
export async function report(hub: Hub, review: ReviewKey, { by, on, summary, lines = {}, against = {}, more = {} }: Reporting): Promise<void> {
  hub.setNow(morningOf(on))
  const visitor = await at(hub, by, paths.reviewWriteReport(review))
  const proposals = await hub.fresh.db.selectFrom('proposal').select(['id', 'text']).where('reviewId', '=', review.reviewId).execute()
  const recommended = proposals.flatMap(({ id, text }): [string, string][] => {
    const why = Object.entries(against).find(([words]) => text.includes(words))?.[1]
    return why === undefined ? [[`agrees-${id}`, 'yes']] : [[`agrees-${id}`, 'no'], [`differs-${id}`, why]]
  })
  const named = Object.entries(lines).flatMap(([words, fields]) => Object.entries(fields).map(([field, value]): [string, string] => [`${field}-${lineId(visitor, words)}`, value]))
  await send(visitor, { summary, ...Object.fromEntries([...recommended, ...named]), ...more }, { button: 'Send the report' })
  assert.match(visitor.words, /The report has been sent/)
}
