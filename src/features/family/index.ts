import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'

export const family: Feature = { name: 'family', routes }
