import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as caseList from './case-list/page.ts'
import * as homePage from './home/page.ts'
import * as search from './search/page.ts'
import * as team from './team/page.ts'

export const routes = [
  { get: paths.home.pattern, may: 'signed-in', page: homePage.show },
  { get: paths.caseList.pattern, may: 'signed-in', page: caseList.show },
  { get: paths.search.pattern, may: 'signed-in', page: search.show, costs: 4 },
  { post: paths.search.pattern, may: 'signed-in', page: search.submit, costs: 4 },
  { get: paths.teamWork.pattern, may: 'signed-in', page: team.show },
] satisfies Route[]
