import type { Feature } from '../../casebook/feature.ts'
import { foldNewPlans } from './months/fold-new-plans.ts'
import { takeMonth } from './months/take-month.ts'
import { routes } from './routes.ts'

export const currency: Feature = { name: 'currency', routes, jobs: [foldNewPlans, takeMonth] }
