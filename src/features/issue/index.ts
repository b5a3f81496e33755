import type { Feature } from '../../casebook/feature.ts'
import { chaseUnopenedPlans } from './deliveries/chase.ts'
import { routes } from './routes.ts'

export const issue: Feature = { name: 'issue', routes, jobs: [chaseUnopenedPlans] }
