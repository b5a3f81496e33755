import type { Feature } from '../../casebook/feature.ts'
import { routes } from './routes.ts'
import { sendDigests } from './send/send-digests.ts'
import { sendReminders } from './send/send-reminders.ts'

export const reminders: Feature = { name: 'reminders', routes, jobs: [sendReminders, sendDigests] }
