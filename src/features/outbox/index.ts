import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'
import { sendOutgoing } from './send-outgoing/send-outgoing.ts'

export const outbox: Feature = { name: 'outbox', routes, jobs: [{ name: 'send-outgoing', run: sendOutgoing }] }
