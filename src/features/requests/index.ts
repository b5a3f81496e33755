import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'

export const requests: Feature = { name: 'requests', routes }
