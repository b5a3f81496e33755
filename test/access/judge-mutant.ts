/* oxlint-disable import/no-unassigned-import -- each is run afresh for each mutant, by being required */
// What `npm run proof:mutation` asks of each mutant of the policy: the comparison first, because it finds nearly all of them at once, then
// the examples and the properties. Bundled by mutant-runner.mjs.

import { compareAll, compareCells, inWords, sampleOfCells, sampleOfThoseWithAPart } from './compare.ts'

declare const require: (name: string) => unknown

/** What is wrong with this policy, or undefined. */
export function judge(): string | undefined {
  // The whole question, and not only what it is made of; most of all of those who have something. Nearly every mutant ends here.
  for (const cells of [sampleOfThoseWithAPart(4_000, 1), sampleOfCells(4_000, 1), sampleOfThoseWithAPart(16_000, 2)]) {
    const { first: [drawn] } = compareCells(cells, { stopAtFirst: true })
    if (drawn !== undefined) return inWords(drawn)
  }
  require('./policy-examples.test.ts')
  require('../../src/domain/access/section-writers.test.ts')
  require('../../src/domain/access/parts-of-family.test.ts')
  require('../../src/domain/access/parts-of-proxy.test.ts')
  require('../../src/domain/access/family-standing.test.ts')
  for (const mostFlags of [0, 1]) {
    const { first: [difference] } = compareAll(mostFlags, { stopAtFirst: true, onlyWithAPart: true })
    if (difference !== undefined) return inWords(difference)
  }
  // Somebody who has nothing by the table and something by the mutant.
  const { first: [difference] } = compareAll(1, { stopAtFirst: true })
  if (difference !== undefined) return inWords(difference)
  require('./properties.test.ts')
  return undefined
}
