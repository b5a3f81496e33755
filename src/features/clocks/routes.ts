import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as dates from './dates/page.ts'

export const routes = [
  { get: paths.dates.pattern, may: 'anyone', page: dates.show },
  { get: paths.datesFile.pattern, may: 'anyone', page: dates.asCalendar },
] satisfies Route[]
