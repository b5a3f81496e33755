import type { Feature } from '../../casebook/feature.ts'
import { makeCohorts } from './make-cohorts.ts'
import { routes } from './routes.ts'
import { nameByFinal } from './transfer/name-by-final.ts'

export const phaseTransfers: Feature = {
  name: 'phase-transfers', routes, jobs: [makeCohorts], reactions: [{ to: 'final-issued', run: nameByFinal }, { to: 'amended-final-issued', run: nameByFinal }],
}
