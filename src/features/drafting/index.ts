import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'

export const drafting: Feature = { name: 'drafting', routes }
