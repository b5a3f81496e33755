import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as calendar from './calendar/page.ts'
import * as assignOfficer from './assign-officer/page.ts'
import * as correctFact from './correct-fact/page.ts'
import * as overview from './overview/page.ts'
import * as people from './people/page.ts'
import * as timeline from './timeline/page.ts'

export const routes = [
  { get: paths.caseOverview.pattern, may: { look: 'overview' }, page: overview.show },
  { get: paths.caseDatesFile.pattern, may: { look: 'overview' }, page: calendar.show },
  { get: paths.caseTimeline.pattern, may: { look: 'timeline' }, page: timeline.show },
  { get: paths.casePeople.pattern, may: { look: 'people-on-case' }, page: people.show },
  { get: paths.caseAssignOfficer.pattern, may: { act: 'assign-officer' }, page: assignOfficer.show },
  { post: paths.caseAssignOfficer.pattern, may: { act: 'assign-officer' }, page: assignOfficer.submit },
  { get: paths.caseCorrect.pattern, may: { act: 'correct-fact' }, page: correctFact.show },
  { post: paths.caseCorrect.pattern, may: { act: 'correct-fact' }, page: correctFact.submit },
] satisfies Route[]
