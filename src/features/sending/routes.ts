import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as held from './held/page.tsx'
import * as nearMisses from './near-misses/page.ts'
import * as otherInformation from './other-information/page.tsx'
import * as portal from './portal/page.tsx'
import * as sees from './sees/page.tsx'
import * as stop from './stop/page.tsx'

export const routes = [
  { get: paths.held.pattern, may: { act: 'take-back' }, page: held.show },
  { post: paths.held.pattern, may: { act: 'take-back' }, page: held.submit },
  { get: paths.stop.pattern, may: { act: 'take-back' }, page: stop.show },
  { post: paths.stop.pattern, may: { act: 'release-stop' }, page: stop.submit },
  { get: paths.personSees.pattern, may: { act: 'take-back' }, page: sees.show },
  { get: paths.nearMisses.pattern, may: 'signed-in', page: nearMisses.show },
  { post: paths.nearMisses.pattern, may: 'signed-in', page: nearMisses.submit },
  { get: paths.otherInformation.pattern, may: 'anyone', page: otherInformation.show },
  { post: paths.otherInformation.pattern, may: 'signed-in', page: otherInformation.submit },
  { get: paths.portal.pattern, may: 'signed-in', page: portal.show },
  { post: paths.portal.pattern, may: 'signed-in', page: portal.submit },
] satisfies Route[]
