// The door that makes a database ready, for `npm start`, `golden-thread migrate` and the tests: what the platform does to any
// database, with the rules of access that the record's second lock reads.

import { keptAccessRules } from './casebook/access/access-rules.ts'
import { prepareDatabase as prepare, type PrepareOptions } from './platform/db/prepare-database.ts'

export const prepareDatabase = (options: Omit<PrepareOptions, 'kept'>): Promise<string[]> => prepare({ ...options, kept: keptAccessRules })
