import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'

export const redaction: Feature = { name: 'redaction', routes }
