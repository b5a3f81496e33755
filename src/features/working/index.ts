import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'

export const working: Feature = { name: 'working', routes }
