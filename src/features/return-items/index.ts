import type { Feature } from '../../casebook/feature.ts'
import { checkReturnNightly } from './nightly/make-night.ts'
import { routes } from './routes.ts'

export const returnItems: Feature = { name: 'return-items', routes, jobs: [checkReturnNightly] }
