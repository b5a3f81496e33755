import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'

export const demo: Feature = { name: 'demo', routes }
