// Puts the same cell to the policy and to the reference table.

import type { Decision } from '../../src/domain/access/policy.ts'
import { decide, decideFor, isLimited } from '../../src/domain/access/policy.ts'
import { partsOf } from '../../src/domain/access/standing.ts'
import { caseOf, cellAt, cellCount, itemOf, questionOf, standingOf, standingsAndMarks, wishOf } from './cells.ts'
import type { Answer, Cell } from './reference.ts'
import { answerFor, answerOf, capacitiesOf, stages, wishes } from './reference.ts'

/** What a decision comes to for whoever asked: shown, not found, not allowed, or not at this stage. */
export function answerTo(decision: Decision): Answer {
  if (decision.may) return 'yes'
  switch (decision.because) {
    case 'no-part': return 'not there'
    case 'not-at-this-stage':
    case 'case-is-closed': return 'not now'
    default: return 'refused'
  }
}

export interface Difference {
  readonly cell: Cell
  readonly reference: Answer
  readonly policy: Answer
}

export interface Compared {
  readonly cells: number
  readonly byAnswer: Readonly<Record<Answer, number>>
  /** How many differ, and the first of them. */
  readonly differences: number
  readonly first: readonly Difference[]
}

const kept = 20

class Tally implements Compared {
  readonly byAnswer = { yes: 0, 'not there': 0, refused: 0, 'not now': 0 }
  readonly first: Difference[] = []
  cells = 0
  differences = 0
  add(cell: Cell, reference: Answer, policy: Answer): void {
    this.cells += 1
    this.byAnswer[reference] += 1
    if (reference === policy) return
    this.differences += 1
    if (this.first.length < kept) this.first.push({ cell: { ...cell }, reference, policy })
  }
}

/** Each cell by itself, the whole question put to the whole policy. */
export function compareCells(cells: Iterable<Cell>, { stopAtFirst = false } = {}): Compared {
  const tally = new Tally()
  for (const cell of cells) {
    tally.add(cell, answerOf(cell), answerTo(decide(questionOf(cell))))
    if (stopAtFirst && tally.differences > 0) break
  }
  return tally
}

/**
 * Every cell there is. What a standing gives is worked out once for each stage and not again for each wish, on both sides: that is
 * all that `decide` and `answerOf` do besides. `mostFlags` narrows it to the cells at the boundary: no flag, or one. Whoever
 * only asks whether there is a difference may stop at the first, and begin with the standings that give something.
 */
export function compareAll(mostFlags?: number, { stopAtFirst = false, onlyWithAPart = false } = {}): Compared {
  const tally = new Tally()
  const wanted = wishes.map((wish) => ({ wish, asked: wishOf(wish) }))
  for (const { who, relation, flags, tie } of standingsAndMarks(mostFlags)) {
    const item = itemOf(flags, tie)
    const standing = standingOf(who, relation, flags)
    const capacities = capacitiesOf(who, relation, flags)
    if (onlyWithAPart && capacities.length === 0) continue
    for (const stage of stages) {
      const at = caseOf(relation, stage, flags)
      const held = partsOf(standing, at)
      for (const { wish, asked } of wanted) {
        const cell = { who, relation, wish, stage, flags, tie }
        tally.add(cell, answerFor(capacities, cell), answerTo(decideFor({ held, wish: asked, at, item, isLimited: isLimited(standing) })))
      }
      if (stopAtFirst && tally.differences > 0) return tally
    }
  }
  return tally
}

export const inWords = ({ cell, reference, policy }: Difference): string =>
  `${cell.who}, ${cell.relation}, ${cell.wish}, at ${cell.stage}, ${Object.entries(cell.flags).filter(([, is]) => is).map(([name]) => name).join(' ') || 'no flags'}, ${cell.tie}: the table says ${reference}, the policy ${policy}`

/** Numbers from 0 up to 1 by a seed (mulberry32, two draws each, because the matrix has more cells than 32 bits can name evenly). */
export function draws(seed: number): () => number {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  return () => (next() * 2 ** 21 + (next() >>> 11)) / 2 ** 53
}

/** Distinct-enough cells by a seeded walk: the same seed gives the same cells on every machine. */
export function* sampleOfCells(size: number, seed: number): Generator<Cell> {
  const draw = draws(seed)
  for (let drawn = 0; drawn < size; drawn += 1) yield cellAt(Math.floor(draw() * cellCount))
}

/** The same of those alone to whom the table gives something, on the marks that are drawn: one cell in ten of all. */
export function* sampleOfThoseWithAPart(size: number, seed: number): Generator<Cell> {
  const draw = draws(seed)
  for (let drawn = 0; drawn < size;) {
    const cell = cellAt(Math.floor(draw() * cellCount))
    if (capacitiesOf(cell.who, cell.relation, cell.flags).length === 0) continue
    drawn += 1
    yield cell
  }
}
