// The facts of one child as they come to be known: added in any order, put in order of their days at the end, numbered, and never later
// than the day on which the population is made.

import type { PlainDate } from '../domain/calendar/plain-date.ts'
import type { Fact, RecordedFact } from '../domain/case-file/facts.ts'
import { dateOf, momentOf } from './days.ts'

interface Added { readonly day: number; readonly order: number; readonly fact: Fact; readonly namedBy?: Added }

export class Ledger {
  /** The day on which the population is made: what would come later has not happened. */
  readonly today: number
  /** The first day of the hub: what happened before was written down on that day. */
  readonly hubFrom: number
  readonly #added: Added[] = []

  constructor(today: number, hubFrom: number) {
    this.today = today
    this.hubFrom = hubFrom
  }

  /** Answers whether it has happened. */
  add(day: number, fact: Fact): boolean {
    if (day > this.today) return false
    this.#added.push({ day, order: this.#added.length, fact })
    return true
  }

  /** That the plan which was added last names where the child goes next: the fact leads to the number of that plan's own. */
  addNaming(day: number, fact: Omit<Extract<Fact, { type: 'next-placement-named' }>, 'finalSeq'>): void {
    const plan = this.#added.at(-1)
    if (day > this.today || plan === undefined) return
    this.#added.push({ day, order: this.#added.length, fact: { ...fact, finalSeq: 0 }, namedBy: plan })
  }

  /** In order, numbered from 1. Nothing is written down before the hub was there, nor before what stands above it. */
  finish(): RecordedFact[] {
    const inOrder = this.#added.toSorted((a, b) => a.day - b.day || a.order - b.order)
    const seqs = new Map(inOrder.map((added, index) => [added, index + 1]))
    let [onDay, minute] = [0, 0]
    return inOrder.map((added, index) => {
      const recorded = Math.max(added.day, this.hubFrom)
      minute = recorded === onDay ? minute + 1 : 15 + (added.order * 37) % 300
      onDay = recorded
      const fact = added.namedBy === undefined ? added.fact : { ...added.fact, finalSeq: seqs.get(added.namedBy) ?? 0 }
      return { ...(fact as Fact), seq: index + 1, happenedOn: dateOf(added.day) as PlainDate, recordedAt: momentOf(recorded, minute) }
    })
  }
}
