// What the people of a run do, each on real pages: write a message, hand in a paper, add and change lines of a plan, decide. Every one
// leaves words that stand nowhere else.

import { londonDateOf } from '../../src/domain/calendar/london-date.ts'
import type { Instant } from '../../src/domain/calendar/plain-date.ts'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import type { Handed } from '../harness/page-reader.ts'
import type { FilledHouse } from './fill-house.ts'
import type { HttpVisitor, Sent } from './http-visitor.ts'
import type { Chance } from './chance.ts'

/** A form filled in and not yet sent. */
export interface Ready {
  readonly sent: Sent
  readonly once: string
  /** Files to be chosen again where the page asks for it. */
  readonly files?: Handed
}

export interface Doing {
  readonly kind: 'message' | 'paper' | 'new-line' | 'line' | 'decision'
  readonly caseId: string
  /** Opens the pages and fills in the form that acts. */
  readonly prepare: (visitor: HttpVisitor, token: string) => Promise<Ready>
}

/** The page was not what it should be: the hub is away, or somebody was quicker. */
export class NotThere extends Error {
  override readonly name = 'NotThere'
}

const onceOf = (visitor: HttpVisitor, to?: string): string => visitor.fieldsOf(visitor.form(to)).get('_once')?.[0] ?? ''

async function open(visitor: HttpVisitor, url: string): Promise<void> {
  await visitor.get(url)
  if (visitor.status !== 200) throw new NotThere(`${visitor.status} ${visitor.heading} at ${url}`)
}

const message = (key: CaseKey, withPerson: string): Doing => ({
  kind: 'message', caseId: key.caseId,
  prepare: async (visitor, token) => {
    await open(visitor, paths.caseThread({ ...key, personId: demoPersonId(withPerson) }))
    return { sent: visitor.prepare({ body: token }, { button: 'Send' }), once: onceOf(visitor) }
  },
})

const paper = (key: CaseKey): Doing => ({
  kind: 'paper', caseId: key.caseId,
  prepare: async (visitor, token) => {
    await open(visitor, paths.caseEvidence(key))
    const files = { file: { name: 'letter.txt', bytes: Buffer.from(`${token}\n${'She was seen today. '.repeat(200)}`) } }
    return { sent: await visitor.prepareFiles(files, { title: token, share: 'council' }, { button: 'Add' }), once: onceOf(visitor), files }
  },
})

const newLine = (key: CaseKey): Doing => ({
  kind: 'new-line', caseId: key.caseId,
  prepare: async (visitor, token) => {
    await open(visitor, paths.planAddLine({ ...key, section: 'B' }, { kind: 'need' }))
    const [year = '', month = '', day = ''] = londonDateOf(new Date().toISOString() as Instant).split('-')
    const said = { saidBy: 'Debra Llewellyn-Hart', 'saidOn-day': day, 'saidOn-month': month, 'saidOn-year': year }
    return { sent: visitor.prepare({ text: token, ...said }, { button: 'Add to the draft' }), once: onceOf(visitor) }
  },
})

const line = (key: CaseKey, chance: Chance): Doing => ({
  kind: 'line', caseId: key.caseId,
  prepare: async (visitor, token) => {
    await open(visitor, paths.planSection({ ...key, section: 'B' }))
    const lines = visitor.root.querySelectorAll('article.hub-plan-line').map((card) => (card.getAttribute('id') ?? '').replace(/^line-/, ''))
    await open(visitor, paths.planLine({ ...key, lineId: chance.one(lines) }))
    return { sent: visitor.prepare({ text: token }, { to: '#line-form' }), once: onceOf(visitor, '#line-form') }
  },
})

const decision = (key: CaseKey): Doing => ({
  kind: 'decision', caseId: key.caseId,
  prepare: async (visitor, token) => {
    await open(visitor, paths.decideAssessment(key))
    await visitor.submit({ mayHaveNeeds: 'yes', mayBeNecessary: 'yes', reasons: token })
    if (visitor.heading !== 'Check the letter before you decide') throw new NotThere(`${visitor.status} ${visitor.heading}`)
    return { sent: visitor.prepare({}, { button: 'Decide and send' }), once: onceOf(visitor) }
  },
})

/** Somebody's seat: who they are, and what they do next. */
export interface Seat {
  readonly person: string
  readonly next: (chance: Chance) => Doing
}

/** Twenty browsers: eight parents, four officers, four writers, one who decides at three machines, and a writer again. */
export function seatsIn(house: FilledHouse): Seat[] {
  const ofParents = house.ofParents.map(({ parent, key }): Seat => ({ person: parent, next: (chance) => (chance.below(4) === 0 ? paper(key) : message(key, parent)) }))
  const officer = (person: string): Seat => ({
    person, next: (chance) => {
      const { parent, key } = chance.one(house.ofParents)
      return chance.below(2) === 0 ? paper(key) : message(key, parent)
    },
  })
  const writer = (person: string): Seat => ({
    person, next: (chance) => {
      const key = chance.one(house.drafts)
      return chance.below(3) === 0 ? newLine(key) : line(key, chance)
    },
  })
  const decider: Seat = {
    person: 'meera', next: (chance) => {
      const key = chance.below(2) === 0 ? house.undecided.shift() : undefined
      return key === undefined ? line(chance.one(house.drafts), chance) : decision(key)
    },
  }
  return [...ofParents, officer('hattie'), officer('leona'), officer('hattie'), officer('leona'), writer('tom'), writer('tom'), writer('hattie'), writer('leona'), writer('tom'), decider, decider, decider]
}
