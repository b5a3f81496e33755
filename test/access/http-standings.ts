// Who is tried over HTTP: everybody who can stand somewhere in a real database. Standings to which the reference table gives the same
// in every case of the world are of one class: one of each is asked for everything, and one more that is drawn; the others are seen
// by the predicates of sight and asked for a draw of routes. The program under test has no say in what is of one class.

import { draws } from './compare.ts'
import type { Flags, Relation, Who } from './reference.ts'
import { capacitiesOf, isStillThere, relations, roles } from './reference.ts'

/** `noResponsibility`: no parental responsibility is on record where the relation speaks of a recorded parent. */
export interface HttpStanding {
  readonly who: Who
  readonly relation: Relation
  readonly noResponsibility: boolean
}

/** What the reference must know of a case in which somebody stands. */
export interface CaseMarks {
  readonly stage: string
  readonly flags: Flags
}

export const noFlags: Flags = { sealedAddress: false, sealedItem: false, noParentalResponsibility: false, youngPersonDecides: false, otherAgencyOnly: false, closed: false }

/** The marks of the world's cases, in their order (http-world.ts makes them). */
export const worldMarks = [
  { stage: 'considering', flags: noFlags },
  { stage: 'drafting', flags: { ...noFlags, sealedAddress: true } },
  { stage: 'draft-out', flags: { ...noFlags, youngPersonDecides: true } },
  { stage: 'maintained', flags: noFlags },
  { stage: 'closed', flags: noFlags },
] as const satisfies readonly CaseMarks[]

export const flagsFor = ({ noResponsibility }: Pick<HttpStanding, 'noResponsibility'>, flags: Flags): Flags => ({ ...flags, noParentalResponsibility: noResponsibility })

/** The capacities of somebody in a case as it stands, closing looked at; none where it is not there for them. */
export function capacitiesIn(standing: HttpStanding, { stage, flags }: CaseMarks): ReturnType<typeof capacitiesOf> {
  const held = capacitiesOf(standing.who, standing.relation, flagsFor(standing, flags))
  return isStillThere(held, stage, flags) ? held : []
}

const classOf = (standing: HttpStanding): string => `${standing.who}: ${worldMarks.map((marks) => capacitiesIn(standing, marks).join('+')).join(', ')}`

const people = [...roles, 'no-role'] as const

/** Everybody, but the program, which asks for no page. */
export const standings: readonly HttpStanding[] = [
  ...people.flatMap((who) => relations.map((relation) => ({ who, relation, noResponsibility: false }))),
  // Without responsibility, wherever that makes a difference to anything.
  ...people.flatMap((who) => relations.map((relation) => ({ who, relation, noResponsibility: true }))).filter((one) => classOf(one) !== classOf({ ...one, noResponsibility: false })),
  { who: 'nobody', relation: 'stranger', noResponsibility: false },
]

export interface Choice {
  readonly standing: HttpStanding
  /** Everything: every route in every case. Else a draw of so many. */
  readonly asks: 'everything' | number
}

/** For each class one to be asked for everything and one more by the seed; for everybody else so many routes by the seed. */
export function chooseStandings(seed: number, ofOthers: number): { readonly choices: readonly Choice[]; readonly classes: number } {
  const draw = draws(seed)
  const classes = new Map<string, HttpStanding[]>()
  for (const standing of standings) classes.set(classOf(standing), [...classes.get(classOf(standing)) ?? [], standing])
  const whole = new Set([...classes.values()].flatMap(([first, ...others]) => [first, others[Math.floor(draw() * others.length)]]))
  return { classes: classes.size, choices: standings.map((standing) => ({ standing, asks: whole.has(standing) ? 'everything' : ofOthers })) }
}

/** Some of the standings, by a seed: the same on every machine. Half of them are drawn from those who have something somewhere. */
export function drawStandings(count: number, seed: number): readonly HttpStanding[] {
  const draw = draws(seed)
  const withSomething = standings.filter((one) => worldMarks.some((marks) => capacitiesIn(one, marks).length > 0))
  return Array.from({ length: count }, (_, index) => {
    const among = index % 2 === 0 ? withSomething : standings
    return among[Math.floor(draw() * among.length)] ?? { who: 'nobody', relation: 'stranger', noResponsibility: false }
  })
}

export const inWords = ({ who, relation, noResponsibility }: HttpStanding): string => `${who}, ${relation}${noResponsibility ? ', without responsibility' : ''}`
