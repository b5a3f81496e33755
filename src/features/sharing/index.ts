import type { Feature } from '../../casebook/feature.ts'
import { chaseLateConsultations } from './consultation/chase-consultation.ts'
import { routes } from './routes.ts'

export const sharing: Feature = { name: 'sharing', routes, jobs: [chaseLateConsultations] }
