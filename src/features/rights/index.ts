import type { Feature } from '../../casebook/feature.ts'
import { findRightsToTell, tellOfRights } from './notice/give-rights-notice.ts'
import { routes } from './routes.ts'

export const rights: Feature = { name: 'rights', routes, jobs: [findRightsToTell, tellOfRights] }
