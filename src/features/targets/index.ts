import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'
import { refoldTargets } from './set/set-target.ts'

export const targets: Feature = { name: 'targets', routes, jobs: [refoldTargets] }
