import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as backlog from './backlog/page.ts'
import * as files from './files/page.ts'
import * as overdue from './overdue/page.ts'
import * as rates from './rates/page.ts'

export const routes = [
  { get: paths.overdue.pattern, may: 'signed-in', page: overdue.show },
  { get: paths.overdueRates.pattern, may: 'signed-in', page: rates.show },
  { get: paths.overdueBacklog.pattern, may: 'signed-in', page: backlog.show },
  { get: paths.overdueFile.pattern, may: 'signed-in', page: files.overdueFile },
  { get: paths.ratesFile.pattern, may: 'signed-in', page: files.ratesFile },
] satisfies Route[]
