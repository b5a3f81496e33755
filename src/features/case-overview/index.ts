import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'

export const caseOverview: Feature = { name: 'case-overview', routes }
