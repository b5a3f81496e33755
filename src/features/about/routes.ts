import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import { page } from '../../platform/http/reply.ts'
import { accessibility } from './accessibility.tsx'
import { cookies } from './cookies.tsx'
import { privacy } from './privacy.tsx'
import { securityContact } from './security-contact.ts'

export const routes = [
  { get: paths.accessibility.pattern, may: 'anyone', page: (ask) => Promise.resolve(page(accessibility(ask.frame))) },
  { get: paths.privacy.pattern, may: 'anyone', page: (ask) => Promise.resolve(page(privacy(ask.frame))) },
  { get: paths.cookies.pattern, may: 'anyone', page: (ask) => Promise.resolve(page(cookies(ask.frame))) },
  { get: paths.securityContact.pattern, may: 'anyone', page: securityContact },
] satisfies Route[]
