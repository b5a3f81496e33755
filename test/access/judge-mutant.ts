/* oxlint-disable import/no-unassigned-import -- each is run afresh for each mutant, by being required */
// What `npm run proof:mutation` asks of each mutant of the policy: the comparison first, because it finds nearly all of them at once, then
// the examples and the properties. Bundled by mutant-runner.mjs.

import { compareAll, inWords } from './compare.ts'

declare const require: (name: string) => unknown

/** What is wrong with this policy, or undefined. */
export function judge(): string | undefined {
  for (const [mostFlags, onlyWithAPart] of [[0, true], [1, true], [0, false]] as const) {
    const { first: [difference] } = compareAll(mostFlags, { stopAtFirst: true, onlyWithAPart })
    if (difference !== undefined) return inWords(difference)
  }
  require('./policy-examples.test.ts')
  require('../../src/domain/access/section-writers.test.ts')
  require('../../src/domain/access/parts-of-family.test.ts')
  require('./properties.test.ts')
  return undefined
}
