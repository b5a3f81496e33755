import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'

export const about: Feature = { name: 'about', routes }
