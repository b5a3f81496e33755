import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'

export const messages: Feature = { name: 'messages', routes }
