import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as caseRecord from './case-record/page.ts'
import * as desk from './desk/page.ts'
import * as emergency from './emergency/page.ts'
import * as opening from './opening/page.ts'
import * as unusual from './unusual/page.ts'
import * as whoLooked from './who-looked/page.ts'

// An access officer has no part in any case: each of their pages asks for the role in the area of its address, and is not found else.
export const routes = [
  { get: paths.whoLooked.pattern, may: { look: 'access-record' }, page: whoLooked.show },
  { get: paths.emergency.pattern, may: 'signed-in', page: emergency.show },
  { post: paths.emergency.pattern, may: 'signed-in', page: emergency.submit },
  { post: paths.endEmergency.pattern, may: 'signed-in', page: emergency.end },
  { get: paths.myAccessDesk.pattern, may: 'signed-in', page: desk.toMine },
  { get: paths.accessDesk.pattern, may: 'signed-in', page: desk.show },
  { get: paths.accessOpening.pattern, may: 'signed-in', page: opening.show },
  { post: paths.accessOpening.pattern, may: 'signed-in', page: opening.submit },
  { get: paths.accessUnusual.pattern, may: 'signed-in', page: unusual.show },
  { post: paths.accessUnusual.pattern, may: 'signed-in', page: unusual.submit },
  { get: paths.accessCase.pattern, may: 'signed-in', page: caseRecord.show },
  { get: paths.accessCaseFile.pattern, may: 'signed-in', page: caseRecord.asFile },
] satisfies Route[]
