// Who is tried over HTTP: everybody who can stand somewhere in a real database. Standings of one role to which the reference table gives
// the same in every case of the world are of one class. The program under test has no say in that. One of each class is asked for every
// route in every case; where the table gives the role nothing that somebody without one would not have there too, for every route in
// a case that is drawn. One more of each class is drawn, and asked for every route in a case. All others are seen by the predicates of
// sight and by the opening of each case, and asked for a draw of routes.

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
  /** Every route in every case, in one case that is drawn, or a draw of so many routes and cases. */
  readonly asks: 'everything' | 'every route' | number
}

/** Whether their role is why they have what they have, or why they have nothing: not a parent's, who would have it in any job. */
const isOfTheirRole = (standing: HttpStanding): boolean =>
  standing.who === 'no-role' || standing.who === 'nobody' || worldMarks.every((marks) => capacitiesIn(standing, marks).length === 0)
  || worldMarks.some((marks) => capacitiesIn(standing, marks).join() !== capacitiesIn({ ...standing, who: 'no-role' }, marks).join())

/** Who is asked for what, by the seed. */
export function chooseStandings(seed: number, ofOthers: number): { readonly choices: readonly Choice[]; readonly classes: number } {
  const draw = draws(seed)
  const classes = new Map<string, HttpStanding[]>()
  for (const standing of standings) classes.set(classOf(standing), [...classes.get(classOf(standing)) ?? [], standing])
  const asked = new Map<HttpStanding, Choice['asks']>()
  for (const [first, ...others] of classes.values()) {
    if (first !== undefined) asked.set(first, isOfTheirRole(first) ? 'everything' : 'every route')
    const second = others[Math.floor(draw() * others.length)]
    if (second !== undefined) asked.set(second, 'every route')
  }
  return { classes: classes.size, choices: standings.map((standing) => ({ standing, asks: asked.get(standing) ?? ofOthers })) }
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
