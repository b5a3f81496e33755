import type { Feature } from '../../casebook/feature.ts'
import { finishLeavings, handOverWork } from './handing-over.ts'
import { closeUnusedAccounts } from './nightly/close-unused.ts'
import { remindOfReviews } from './nightly/remind-of-reviews.ts'
import { routes } from './routes.ts'

export const staff: Feature = { name: 'staff', routes, jobs: [handOverWork, finishLeavings, remindOfReviews, closeUnusedAccounts] }
