import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'

export const clocks: Feature = { name: 'clocks', routes }
