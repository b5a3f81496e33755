import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'

export const disputes: Feature = { name: 'disputes', routes }
