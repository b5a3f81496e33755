import type { Feature } from '../../casebook/feature.ts'
import { answerMove, carryDueMoves, carryMove, chaseArrivals } from './carry.ts'
import { moveUndoings } from './order-acts.ts'
import { routes } from './routes.ts'

export const moves: Feature = { name: 'moves', routes, jobs: [carryMove, carryDueMoves, answerMove, chaseArrivals], undoings: moveUndoings }
