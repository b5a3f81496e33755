// One walk over the facts of a case, in the order of their days: each ends, changes and starts the clocks that read it.

import type { PlainDate } from '../calendar/plain-date.ts'
import { CaseThings } from './case-things.ts'
import type { CaseSoFar } from './clock.ts'
import { noScope, type Compiled, type Rule } from './compile.ts'
import { Answers, checkOrder, noLaw, type FactRefusal } from './contradictions.ts'
import { dayOfText } from './day-arithmetic.ts'
import { noDay } from './period.ts'
import { settle } from './settle.ts'
import type { Prepared } from './prepare.ts'
import { ClockReading, type Folding } from './reading.ts'

const noticeScope = 15

interface Unmatched { readonly slot: number; readonly name: string | undefined; readonly fact: Prepared }

export class Fold {
  readonly readings: ClockReading[] = []
  readonly refusals: FactRefusal[]
  readonly #compiled: Compiled
  readonly #folding: Folding
  readonly #newest: (ClockReading | undefined)[]
  readonly #things = new CaseThings()
  #answers: Answers | undefined = undefined
  /** The types of facts that were read so far, a bit for each rank. */
  readonly #seen = [0, 0, 0, 0, 0]
  readonly #so: { -readonly [K in keyof CaseSoFar]: CaseSoFar[K] }
  #unmatched: Unmatched[] | undefined = undefined
  #waiting: Prepared[] | undefined = undefined
  #unsettled: ClockReading[] | undefined = undefined
  #notice: string | undefined = undefined

  constructor(compiled: Compiled, folding: Folding, refusals: FactRefusal[]) {
    this.#compiled = compiled
    this.#newest = compiled.noneStarted.slice()
    this.#folding = folding
    this.refusals = refusals
    this.#so = { born: noDay, day: noDay, calendar: folding.calendar }
  }

  run(facts: readonly Prepared[]): readonly ClockReading[] {
    for (const fact of facts) this.#read(fact)
    for (const fact of facts) {
      if (fact.day >= this.#so.born) break
      this.refusals.push({ kind: 'before-birth', fact: fact.index, why: 'It is dated before the birth.' })
    }
    if (this.#waiting !== undefined) checkOrder(this.#waiting, facts, this.refusals)
    if (this.#unsettled !== undefined) for (const reading of this.#unsettled) settle.ownDay(reading, this.#so.born, this.refusals)
    for (const slot of this.#compiled.boundSlots) if (this.#newest[slot] !== undefined) this.#bind(slot, this.#newest[slot])
    for (const reading of this.readings) settle.state(reading, this.#folding.today)
    return this.readings
  }

  #read(fact: Prepared): void {
    const { event, handler } = fact
    this.#so.day = fact.day
    if (handler.type === 'born') this.#bear(fact)
    if (handler.type === 'excuse-claimed') return this.#claim(fact)
    this.#notice = undefined
    const own = this.#ownThing(fact)
    const seen = this.#seen
    if (handler.answers.length > 0 && !isAnySeen(seen, handler.answers)) (this.#waiting ??= []).push(fact)
    const word = handler.rank >> 5
    seen[word] = (seen[word] ?? 0) | (1 << (handler.rank & 31))
    if (handler.decides !== undefined) {
      ;(this.#answers ??= new Answers()).read(fact, own ?? this.#things.current(0), this.refusals)
    }
    const newest = this.#newest
    for (const rule of handler.met) {
      if ((newest[rule.slot] !== undefined || rule.countedBack) && this.#holds(rule, fact)) this.#end(rule, fact, own)
    }
    for (const rule of handler.overtaken) if (newest[rule.slot] !== undefined && this.#holds(rule, fact)) this.#overtake(rule, fact, own)
    for (const rule of handler.also) if (newest[rule.slot] !== undefined && this.#holds(rule, fact)) this.#note(rule, fact, own)
    for (const rule of handler.starts) if (this.#holds(rule, fact)) this.#start(rule, fact, own)
    for (const { scope, outcome } of handler.closes) {
      if (outcome === undefined || ('outcome' in event && event.outcome === outcome)) this.#things.close(scope, fact.about)
    }
  }

  #holds(rule: Rule, { event }: Prepared): boolean {
    const { when } = rule
    return when === undefined || when(event, this.#so)
  }

  #bear(fact: Prepared): void {
    if (this.#so.born !== noDay && this.#so.born !== fact.day) {
      this.refusals.push({ kind: 'said-differently', fact: fact.index, why: 'Two different days of birth are given.' })
    } else this.#so.born = fact.day
  }

  /** The key of what the event is about, in its own scope. */
  #ownThing({ about, handler }: Prepared): string | undefined {
    const { scope, kind } = handler
    if (scope === noScope) return undefined
    if (kind.opens === undefined) {
      return about === undefined ? this.#things.current(scope) : this.#things.named(scope, about) ?? about
    }
    const key = this.#things.opened(scope, kind.opens, about)
    if (kind.marks === true) this.#things.mark(scope, key)
    return key
  }

  /** The name by which an event means a thing of another scope. */
  #nameOf({ within, about, handler }: Prepared): string | undefined {
    return within ?? (handler.scope === noScope ? about : undefined)
  }

  /** The readings of a clock that an event is about: of one thing that it names, or the newest. */
  #find(rule: Rule, fact: Prepared, own: string | undefined): ClockReading | undefined {
    let reading = this.#newest[rule.slot]
    if (reading === undefined) return undefined
    const name = rule.sameScope ? fact.about : this.#nameOf(fact)
    if (name === undefined) return reading
    const key = rule.sameScope ? own : this.#things.named(rule.scope, name)
    while (reading !== undefined && reading.about !== key) reading = reading.before
    return reading
  }

  #end(rule: Rule, fact: Prepared, own: string | undefined): void {
    const reading = this.#find(rule, fact, own)
    if (reading === undefined || !isOpen(reading)) {
      if (reading === undefined && rule.countedBack) {
        ;(this.#unmatched ??= []).push({ slot: rule.slot, name: rule.sameScope ? fact.about : this.#nameOf(fact), fact })
      }
      return
    }
    reading.metFact = fact
    reading.metDay = this.#dayOf(rule, fact)
  }

  #overtake(rule: Rule, fact: Prepared, own: string | undefined): void {
    const named = rule.sameScope ? fact.about : this.#nameOf(fact)
    if (rule.sameScope || (named !== undefined && this.#things.named(rule.scope, named) !== undefined)) {
      const reading = this.#find(rule, fact, own)
      if (reading !== undefined && isOpen(reading)) overtake(reading, fact)
      return
    }
    for (let reading = this.#newest[rule.slot]; reading !== undefined; reading = reading.before) {
      if (isOpen(reading)) overtake(reading, fact)
    }
  }

  #note(rule: Rule, fact: Prepared, own: string | undefined): void {
    const reading = this.#find(rule, fact, own)
    if (reading !== undefined) (reading.keep().also ??= []).push(fact)
  }

  #claim(fact: Prepared): void {
    const { event } = fact
    if (event.type !== 'excuse-claimed') return
    const slots = this.#compiled.slotsById.get(event.step === undefined ? event.clock : `${event.clock}/${event.step}`)
    if (slots === undefined) {
      this.refusals.push({ kind: 'needs-more', fact: fact.index, field: 'clock', why: `There is no clock ${event.clock}${event.step === undefined ? '' : ` with a step ${event.step}`}.` })
      return
    }
    let isFor = false
    for (const slot of slots) {
      let reading = this.#newest[slot]
      while (reading !== undefined && event.about !== undefined && reading.about !== event.about) reading = reading.before
      if (reading === undefined) continue
      ;(reading.keep().claims ??= []).push(fact)
      isFor = true
    }
    if (!isFor) this.refusals.push({ kind: 'excuses-nothing', fact: fact.index, field: 'clock', why: `No limit ${event.clock}${event.about === undefined ? '' : ` of ${event.about}`} had begun by then that could be excused.` })
  }

  #start(rule: Rule, fact: Prepared, own: string | undefined): void {
    if (fact.day < rule.since || fact.day > rule.until) {
      // A version that was not law then, or a pack that was not in force, starts nothing: unless nothing else is known of that day.
      const isInPack = fact.day >= rule.packFrom && fact.day <= rule.packUntil
      if (isInPack ? fact.day < rule.knownSince : !this.#compiled.isInForce(fact.day)) noLaw(fact, rule.part.clock.id, this.refusals)
      return
    }
    const key = this.#keyFor(rule, fact, own)
    const counted = rule.fromSlots.length === 0 ? undefined : this.#startOf(rule.fromSlots, key)
    if (rule.fromSlots.length > 0 && counted === undefined) return
    const day = counted?.startDay ?? this.#dayOf(rule, fact)
    const { again } = rule
    const setBy = rule.setBy?.(fact.event)
    if (again !== 'anew') {
      let known = this.#newest[rule.slot]
      while (known !== undefined && known.about !== key) known = known.before
      if (known !== undefined) {
        if (again === 'replace') {
          known.startDay = day
          known.startFact = counted?.startFact ?? fact
          this.#date(rule, known, setBy)
        }
        return
      }
    }
    const reading = new ClockReading(rule.part, key, day, counted?.startFact ?? fact, this.#newest[rule.slot], this.#folding)
    if (counted !== undefined) reading.keep().also = [fact]
    this.#date(rule, reading, setBy)
    if (rule.relatedSlots.length > 0) reading.keep().relatedDay = this.#newestStart(rule.relatedSlots)
    this.#newest[rule.slot] = reading
    this.readings.push(reading)
    // An amendment notice without an earlier decision starts the limit that it answers, counted from the meeting.
    if (rule.fromSlots.length > 0 && fact.handler.met.some((ending) => ending.slot === rule.slot && this.#holds(ending, fact))) {
      reading.metFact = fact
      reading.metDay = fact.day
    }
    if (rule.countedBack && this.#unmatched !== undefined) this.#matchEarlier(rule, reading, this.#unmatched)
  }

  /** Dates it at once where the period is always as many days; else when all facts are known. */
  #date(rule: Rule, reading: ClockReading, setBy: PlainDate | undefined): void {
    if (setBy !== undefined) reading.keep().setDay = dayOfText(setBy)
    if (setBy !== undefined || rule.part.adds === undefined) (this.#unsettled ??= []).push(reading)
    else if (rule.part.adds !== noDay) reading.ownDay = reading.dueDay = reading.startDay + rule.part.adds
  }

  #keyFor(rule: Rule, fact: Prepared, own: string | undefined): string {
    if (rule.sameScope && own !== undefined) return own
    if (rule.isNotice) return (this.#notice ??= this.#things.begin(noticeScope, fact.event.notice))
    const name = this.#nameOf(fact) ?? (fact.handler.kind.opens === undefined ? fact.about : undefined)
    if (rule.scope === 0 || rule.scope === 5) {
      // Nothing that is decided about a request begins another, nor does what is done to a plan, unless there is none.
      const key = this.#things.current(rule.scope)
      if (key !== undefined && (rule.scope === 0 || this.#things.isOpen(rule.scope))) return name === undefined ? key : this.#things.named(rule.scope, name) ?? key
      return this.#things.begin(rule.scope, undefined)
    }
    return this.#things.opened(rule.scope, 'if-none', name)
  }

  #dayOf(rule: Rule, fact: Prepared): number {
    const from = rule.from?.(fact.event, this.#so)
    return from === undefined ? fact.day : typeof from === 'number' ? from : dayOfText(from)
  }

  #startOf(slots: readonly number[], key: string): ClockReading | undefined {
    for (const slot of slots) {
      for (let reading = this.#newest[slot]; reading !== undefined; reading = reading.before) if (reading.about === key) return reading
    }
    return undefined
  }

  #newestStart(slots: readonly number[]): number {
    let newest = noDay
    for (const slot of slots) {
      const day = this.#newest[slot]?.startDay
      if (day !== undefined && day > newest) newest = day
    }
    return newest
  }

  #matchEarlier(rule: Rule, reading: ClockReading, unmatched: Unmatched[]): void {
    const at = unmatched.findIndex(({ slot, name, fact }) =>
      slot === rule.slot && (name === undefined || name === reading.about) && reading.startDay - fact.day <= 366)
    const [found] = at === -1 ? [] : unmatched.splice(at, 1)
    if (found === undefined) return
    reading.metFact = found.fact
    reading.metDay = found.fact.day
  }

  /** Of clocks on one act the earliest binds: but not one that had ended, or was past, before this one began. */
  #bind(slot: number, newest: ClockReading | undefined): void {
    const bounds = this.#compiled.bounds[slot]
    if (bounds === undefined || bounds.length === 0) return
    for (let reading = newest; reading !== undefined; reading = reading.before) {
      for (const other of bounds) {
        for (let bound = this.#newest[other]; bound !== undefined; bound = bound.before) settle.bind(reading, bound)
      }
    }
  }
}

const isAnySeen = (seen: readonly number[], ranks: readonly number[]): boolean =>
  ranks.some((rank) => ((seen[rank >> 5] ?? 0) & (1 << (rank & 31))) !== 0)

const isOpen = (reading: ClockReading): boolean => reading.metDay === noDay && reading.overtakenDay === noDay

function overtake(reading: ClockReading, fact: Prepared): void {
  reading.overtakenFact = fact
  reading.overtakenDay = fact.day
}
