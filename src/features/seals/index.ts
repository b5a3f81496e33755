import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'

export const seals: Feature = { name: 'seals', routes }
