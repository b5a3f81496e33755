// What `npm run proof:mutation` runs for each mutant of the policy: the comparison first, because it finds nearly all of them at once,
// then the properties and the examples. Leaves with 1 as soon as anything is found.

import { compareAll } from './compare.ts'

for (const mostFlags of [0, 1]) if (compareAll(mostFlags, { stopAtFirst: true }).differences > 0) process.exit(1)
await import('./properties.test.ts')
await import('./policy-examples.test.ts')
await import('../../src/domain/access/parts-of-family.test.ts')
await import('../../src/domain/access/section-writers.test.ts')
