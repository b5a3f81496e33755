import type { Feature } from '../../casebook/feature.ts'
import { clearOldSignIns } from './clear-old.ts'
import { routes } from './routes.ts'

export const signIn: Feature = { name: 'sign-in', routes, jobs: [clearOldSignIns] }
