// What the tables promise and nobody can reach yet. Both lists must shrink to nothing; the walls print them, and fail when
// something on them has been built.

import type { ActName } from '../../src/domain/case-file/open-acts.ts'
import type { PathName } from '../../src/paths.ts'

export const actsWithoutAPageYet: readonly ActName[] = [
]

export const pathsNotServedYet: readonly PathName[] = [
]
