import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'
import { sendJob } from '../../casebook/sending/outgoing.ts'
import { sendOutgoing } from './send-outgoing/send-outgoing.ts'
import { sendWhatWaits } from './send-outgoing/send-what-waits.ts'

export const outbox: Feature = { name: 'outbox', routes, jobs: [{ name: sendJob, run: sendOutgoing }, sendWhatWaits] }
