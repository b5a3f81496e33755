import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'

export const advice: Feature = { name: 'advice', routes }
