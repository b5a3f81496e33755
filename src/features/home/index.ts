import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'

export const home: Feature = { name: 'home', routes }
