import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as decide from './decide/page.ts'
import * as notAmending from './not-amending/page.ts'
import * as notice from './notice/page.ts'
import * as overview from './overview/page.ts'
import * as reopen from './reopen/page.ts'

export const routes = [
  { get: paths.amendments.pattern, may: { look: 'reviews' }, page: overview.show },
  { post: paths.amendments.pattern, may: { act: 'begin-amendment' }, page: overview.submit },
  { get: paths.amendment.pattern, may: { act: ['answer-proposal', 'decide-review'] }, page: decide.show },
  { post: paths.amendment.pattern, may: { act: ['answer-proposal', 'decide-review'] }, page: decide.submit },
  { get: paths.amendmentNotice.pattern, may: { look: 'shared-draft' }, page: notice.show },
  { get: paths.notAmending.pattern, may: { act: 'decide-not-to-amend' }, page: notAmending.show },
  { post: paths.notAmending.pattern, may: { act: 'decide-not-to-amend' }, page: notAmending.submit },
  { post: paths.reopenProposal.pattern, may: { act: 'answer-proposal' }, page: reopen.submit },
] satisfies Route[]
