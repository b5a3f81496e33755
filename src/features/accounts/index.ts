import { sendAccountMessages } from '../../casebook/accounts/account-messages.ts'
import type { Feature } from '../../casebook/feature.ts'
import { clearOld } from './clear-old.ts'
import { routes } from './routes.ts'

export const accounts: Feature = { name: 'accounts', routes, jobs: [sendAccountMessages, clearOld] }
