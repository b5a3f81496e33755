import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'

export const delays: Feature = { name: 'delays', routes }
