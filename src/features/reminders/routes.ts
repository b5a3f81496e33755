import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as chasing from './chasing/page.ts'
import * as chasingKind from './chasing/kind-page.tsx'
import * as choice from './choice/page.ts'
import * as list from './list/page.ts'

export const routes = [
  { get: paths.reminders.pattern, may: 'signed-in', page: list.show },
  { get: paths.myReminders.pattern, may: 'signed-in', page: choice.show },
  { post: paths.myReminders.pattern, may: 'signed-in', page: choice.submit },
  { get: paths.chasing.pattern, may: { act: 'set-chasing' }, page: chasing.show },
  { get: paths.chasingKind.pattern, may: { act: 'set-chasing' }, page: chasingKind.show },
  { post: paths.chasingKind.pattern, may: { act: 'set-chasing' }, page: chasingKind.submit },
] satisfies Route[]
