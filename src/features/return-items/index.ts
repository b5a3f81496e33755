import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'

export const returnItems: Feature = { name: 'return-items', routes }
