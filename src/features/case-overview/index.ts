import type { Feature } from '../../casebook/feature.ts'
import { handOverCases } from './hand-over.ts'
import { routes } from './routes.ts'

export const caseOverview: Feature = { name: 'case-overview', routes, handovers: [handOverCases] }
