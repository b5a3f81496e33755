import type { Feature } from '../../casebook/feature.ts'
import { undoing } from '../../casebook/undoings.ts'
import { linesAsProposed } from './not-amending/lines-as-proposed.ts'
import { routes } from './routes.ts'

export const amending: Feature = { name: 'amending', routes, undoings: [undoing('not-amending-notified', linesAsProposed)] }
