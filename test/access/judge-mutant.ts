/* oxlint-disable import/no-unassigned-import -- each is run afresh for each mutant, by being required */
// What `npm run proof:mutation` asks of each mutant of the policy: the comparison first, because it finds nearly all of them at once, then
// the examples and the properties. Bundled by mutant-runner.mjs.

import { partsOf } from '../../src/domain/access/standing.ts'
import { caseOf, flagsOf, standingOf, standingsAndMarks } from './cells.ts'
import { compareAll, compareCells, inWords, sampleOfCells, sampleOfThoseWithAPart } from './compare.ts'
import type { Cell } from './reference.ts'
import { capacitiesOf, stages, wishes } from './reference.ts'

declare const require: (name: string) => unknown

/** What is wrong with this policy, or undefined. */
export function judge(): string | undefined {
  // The whole question, and not only what it is made of, of those who have something: nearly every mutant ends here.
  return differenceAmong(sampleOfThoseWithAPart(1_000, 1)) ?? judgeLonger()
}

const differenceAmong = (cells: Iterable<Cell>): string | undefined => {
  const { first: [drawn] } = compareCells(cells, { stopAtFirst: true })
  return drawn === undefined ? undefined : inWords(drawn)
}

function judgeLonger(): string | undefined {
  require('./policy-examples.test.ts')
  require('../../src/domain/access/section-writers.test.ts')
  require('../../src/domain/access/parts-of-family.test.ts')
  require('../../src/domain/access/parts-of-proxy.test.ts')
  require('../../src/domain/access/family-standing.test.ts')
  const drawn = differenceAmong(sampleOfCells(4_000, 1)) ?? differenceAmong(sampleOfThoseWithAPart(16_000, 2))
  if (drawn !== undefined) return drawn
  for (const mostFlags of [0, 1]) {
    const { first: [difference] } = compareAll(mostFlags, { stopAtFirst: true, onlyWithAPart: true })
    if (difference !== undefined) return inWords(difference)
  }
  const unasked = somethingFromNothing()
  if (unasked !== undefined) return unasked
  require('./properties.test.ts')
  return undefined
}

/** Somebody who has nothing by the table and something by the mutant. What nobody's parts open is asked once: it hangs on nothing else. */
function somethingFromNothing(): string | undefined {
  for (const { who, relation, flags } of standingsAndMarks(1)) {
    if (capacitiesOf(who, relation, flags).length > 0) continue
    const standing = standingOf(who, relation, flags)
    for (const stage of stages) if (partsOf(standing, caseOf(relation, stage, flags)).length > 0) return `${who}, ${relation} has a part`
  }
  const nobody = wishes.flatMap((wish) => stages.map((stage) => ({ who: 'nobody', relation: 'stranger', wish, stage, flags: flagsOf(0), tie: 'another’s' } as const)))
  return differenceAmong(nobody)
}
