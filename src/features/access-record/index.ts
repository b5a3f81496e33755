import type { Feature } from '../../casebook/feature.ts'
import { signHeads } from './heads/sign-heads.ts'
import { routes } from './routes.ts'
import { findUnusualAccess } from './unusual/find-unusual-access.ts'

export const accessRecord: Feature = { name: 'access-record', routes, jobs: [findUnusualAccess, signHeads] }
