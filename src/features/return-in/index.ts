import type { Feature } from '../../casebook/feature.ts'
import { acceptReturns } from './accept/accept-returns.ts'
import { readReturns } from './read/read-returns.ts'
import { routes } from './routes.ts'
import { takeReturnsBack } from './take-back/take-returns-back.ts'

/** A caseload from another system's SEN2 return: read, looked through, brought over, and taken back. */
export const returnIn: Feature = { name: 'return-in', routes, jobs: [readReturns, acceptReturns, takeReturnsBack] }
