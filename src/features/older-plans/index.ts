import type { Feature } from '../../casebook/feature.ts'
import { readOlderPlans } from './reading/read-older-plans.ts'
import { routes } from './routes.ts'

/** The plans that came before: Word files brought in, read, confirmed and then the plans of their children. */
export const olderPlans: Feature = { name: 'older-plans', routes, jobs: [readOlderPlans] }
