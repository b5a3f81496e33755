import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'

export const sharing: Feature = { name: 'sharing', routes }
