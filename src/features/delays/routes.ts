import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as caseDelays from './case-delays/page.ts'
import * as counts from './counts/page.ts'
import * as countsFile from './counts/file.ts'
import * as explain from './explain/page.ts'
import * as withdraw from './withdraw/page.tsx'

export const routes = [
  { get: paths.delays.pattern, may: 'signed-in', page: counts.show },
  { get: paths.delaysFile.pattern, may: 'signed-in', page: countsFile.delaysFile },
  { get: paths.caseDelays.pattern, may: { act: 'explain-delay' }, page: caseDelays.show },
  { get: paths.explainDelay.pattern, may: { act: 'explain-delay' }, page: explain.show },
  { post: paths.explainDelay.pattern, may: { act: 'explain-delay' }, page: explain.submit },
  { get: paths.withdrawExcuse.pattern, may: { act: 'withdraw-excuse' }, page: withdraw.show },
  { post: paths.withdrawExcuse.pattern, may: { act: 'withdraw-excuse' }, page: withdraw.submit },
] satisfies Route[]
