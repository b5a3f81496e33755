import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'

export const stock: Feature = { name: 'stock', routes }
