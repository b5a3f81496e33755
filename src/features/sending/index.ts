import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'

export const sending: Feature = { name: 'sending', routes }
