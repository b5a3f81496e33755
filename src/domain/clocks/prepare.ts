// Facts as the fold reads them: checked by themselves, corrected facts left out, in the order of their days. The order does
// not depend on the order in which they were given.

import type { Compiled, Handler } from './compile.ts'
import { checkFact, noSuchFact, type FactRefusal } from './contradictions.ts'
import { dayOfText } from './day-arithmetic.ts'
import type { ClockEvent } from './events.ts'

export interface Prepared {
  readonly event: ClockEvent
  /** Its place in the list that was given. */
  readonly index: number
  readonly day: number
  readonly handler: Handler
  readonly about: string | undefined
  readonly within: string | undefined
}

/** All facts, in order; those that cannot be read are refused. */
export function prepare(facts: readonly ClockEvent[], compiled: Compiled, today: number, refusals: FactRefusal[]): { readonly facts: Prepared[]; readonly corrections: readonly Prepared[] } {
  const prepared: Prepared[] = []
  let hasCorrections = false
  for (let index = 0; index < facts.length; index += 1) {
    const event = facts[index]
    if (event === undefined) continue
    const handler = compiled.handlers.get(event.type)
    const day = dayOfText(event.on)
    if (handler === undefined) {
      const refusal = noSuchFact(compiled, event, index)
      if (refusal !== undefined) refusals.push(refusal)
      continue
    }
    if (!(day <= today) || handler.needsChecking || event.recordedOn !== undefined) checkFact(event, index, day, today, refusals)
    if (event.corrects !== undefined) hasCorrections = true
    insert(prepared, { event, index, day, handler, about: event.about, within: event.within })
  }
  return { facts: prepared, corrections: hasCorrections ? prepared.filter(({ event }) => event.corrects !== undefined) : none }
}

const none: readonly never[] = []

// Facts mostly come in order, so that looking from the end finds the place at once.
function insert(prepared: Prepared[], fact: Prepared): void {
  let at = prepared.length
  while (at > 0 && isBefore(fact, prepared[at - 1])) at -= 1
  if (at === prepared.length) prepared.push(fact)
  else prepared.splice(at, 0, fact)
}

function isBefore(a: Prepared, b: Prepared | undefined): boolean {
  if (b === undefined) return false
  if (a.day !== b.day) return a.day < b.day
  if (a.handler.rank !== b.handler.rank) return a.handler.rank < b.handler.rank
  const [first, second] = [a.about ?? '', b.about ?? '']
  if (first !== second) return first < second
  if (a.event.seq !== undefined && b.event.seq !== undefined) return a.event.seq < b.event.seq
  return JSON.stringify(a.event) < JSON.stringify(b.event)
}

export const numberOf = ({ event, index }: Prepared): number => event.seq ?? index

/** The facts that no other puts right. A fact that was struck out leaves nothing behind. */
export function standing(facts: readonly Prepared[]): readonly Prepared[] {
  const corrected = new Set(facts.flatMap(({ event }) => (event.corrects === undefined ? [] : [event.corrects])))
  return corrected.size === 0 ? facts : facts.filter((fact) => !corrected.has(numberOf(fact)) && fact.event.type !== 'struck-out')
}

/** A correction must name one fact that is there, of its own kind, that nothing else has put right. */
export function checkCorrections(facts: readonly Prepared[], refusals: FactRefusal[]): void {
  const taken = new Map<number, Prepared>()
  for (const fact of facts) {
    const { corrects } = fact.event
    if (corrects === undefined) continue
    const before = facts.find((one) => numberOf(one) === corrects)
    const other = taken.get(corrects)
    taken.set(corrects, fact)
    if (before === undefined || before === fact) refusals.push({ kind: 'corrects-nothing', fact: fact.index, field: 'corrects', why: `There is no other fact ${corrects} to put right.` })
    else if (other !== undefined) refusals.push({ kind: 'corrected-twice', fact: fact.index, other: other.index, field: 'corrects', why: `Fact ${corrects} was put right already; put its correction right instead.` })
    else if (fact.event.type !== 'struck-out' && before.event.type !== fact.event.type) {
      refusals.push({ kind: 'corrects-another-kind', fact: fact.index, other: before.index, field: 'corrects', why: 'A correction is a fact of the same kind, or strikes the fact out.' })
    }
  }
}
