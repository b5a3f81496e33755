import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'

export const reviews: Feature = { name: 'reviews', routes }
