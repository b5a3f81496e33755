// Plans for tests: valid by default, a test says only what matters to it. Identifiers are made from small numbers.

import * as fc from 'fast-check'
import { plainDateOf } from '../../src/domain/calendar/plain-date.ts'
import type { AdviceId, AdviceLineId, Id, LineId } from '../../src/domain/ids.ts'
import {
  kindsInSection, lineKinds, periods, type LineFields, type Link, type LinkKind, type PlanContent, type PlanLine, type Source,
} from '../../src/domain/plan/line.ts'
import { sections } from '../../src/domain/plan/sections.ts'

/** An identifier of any kind, from a number: idOf<LineId>(7). */
export const idOf = <T extends Id<string>>(number: number): T =>
  `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as T

export const lineId = (number: number): LineId => idOf<LineId>(number)
export const adviceId = (number: number): AdviceId => idOf<AdviceId>(number)
export const adviceLineId = (number: number): AdviceLineId => idOf<AdviceLineId>(number)

export const fromAdvice = (advice: number, quote = 'words of the report', line?: number): Source => ({
  kind: 'advice',
  adviceId: adviceId(advice),
  ...(line === undefined ? {} : { adviceLineId: adviceLineId(line) }),
  quote,
  start: 10,
  end: 10 + quote.length,
})

export const said = (by = 'Shno Tahsin, mother'): Source => ({ kind: 'said', by, on: plainDateOf('2026-10-29') })

/** A line with its number as identity and as position; a provision line in F unless told otherwise. */
export function aLine(number: number, differently: Partial<Omit<PlanLine, 'id'>> = {}): PlanLine {
  return {
    id: lineId(number),
    kind: 'provision',
    section: 'F',
    position: number,
    text: `Words of line ${number}.`,
    fields: {},
    revision: 1,
    sources: [fromAdvice(1)],
    ...differently,
  }
}

export const aLink = (from: number, kind: LinkKind, to: number): Link => ({ from: lineId(from), kind, to: lineId(to) })

export const aContent = (lines: readonly PlanLine[], links: readonly Link[] = []): PlanContent => ({ lines, links })

const someFields: fc.Arbitrary<LineFields> = fc.record(
  {
    who: fc.constantFrom('speech and language therapist', 'teaching assistant'),
    minutes: fc.constantFrom(15, 30, 45, 60),
    times: fc.integer({ min: 1, max: 5 }),
    per: fc.constantFrom(...periods),
    weeks: fc.constantFrom(10, 20, 38, 39),
    measure: fc.constantFrom('four of five attempts', 'all of the time'),
  },
  { requiredKeys: [], noNullPrototype: true },
)

const someSources: fc.Arbitrary<Source[]> = fc.array(
  fc.oneof(fc.integer({ min: 1, max: 4 }).map((n) => fromAdvice(n, `quote ${n}`, n)), fc.constant(said())),
  { maxLength: 2 },
)

const someLine: fc.Arbitrary<Omit<PlanLine, 'id'>> = fc
  .constantFrom(...lineKinds)
  .chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      section: fc.constantFrom(...sections.filter((section) => kindsInSection[section].includes(kind))),
      position: fc.integer({ min: 0, max: 6 }),
      text: fc.oneof(fc.constantFrom('Same words', 'Other words', ' '), fc.string({ unit: 'grapheme' })),
      fields: someFields,
      revision: fc.integer({ min: 1, max: 9 }),
      sources: someSources,
    }, { noNullPrototype: true }),
  )

/** Any plan content whose lines have identities 1 to 12: two of them share many lines, as two versions of a plan do. */
export const planContents: fc.Arbitrary<PlanContent> = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), someLine), { selector: ([number]) => number, maxLength: 10 })
  .chain((numbered): fc.Arbitrary<PlanContent> => {
    const lines = numbered.map(([number, line]) => ({ ...line, id: lineId(number) }))
    if (lines.length === 0) return fc.constant(aContent([]))
    const anId = fc.constantFrom(...lines.map((line) => line.id))
    const aKind = fc.constantFrom<LinkKind[]>('meets', 'leads-to', 'serves')
    const link: fc.Arbitrary<Link> = fc.record({ from: anId, to: anId, kind: aKind }, { noNullPrototype: true })
    return fc.array(link, { maxLength: 6 }).map((links) => ({ lines, links }))
  })
