import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'

export const decisions: Feature = { name: 'decisions', routes }
