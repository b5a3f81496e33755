import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as list from './list/page.ts'
import * as set from './set/page.ts'

export const routes = [
  { get: paths.targets.pattern, may: { act: 'set-target' }, page: list.show },
  { get: paths.target.pattern, may: { act: 'set-target' }, page: set.show },
  { post: paths.target.pattern, may: { act: 'set-target' }, page: set.submit },
] satisfies Route[]
