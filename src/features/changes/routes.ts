import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as answer from './answer/page.ts'
import * as list from './list/page.ts'
import * as say from './say/page.ts'

export const routes = [
  { get: paths.changes.pattern, may: { look: 'own-changes' }, page: list.show },
  { get: paths.sayChange.pattern, may: { act: 'say-change' }, page: say.show },
  { post: paths.sayChange.pattern, may: { act: 'say-change' }, page: say.submit },
  { get: paths.change.pattern, may: { act: 'answer-change' }, page: answer.show },
  { post: paths.change.pattern, may: { act: 'answer-change' }, page: answer.submit },
] satisfies Route[]
