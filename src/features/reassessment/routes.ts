import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as askFor from './ask/page.tsx'
import * as decide from './decide/page.tsx'
import * as reassessments from './reassessments/page.tsx'

export const routes = [
  { get: paths.reassessments.pattern, may: { look: 'plan-endings' }, page: reassessments.show },
  { get: paths.askForReassessment.pattern, may: { act: 'ask-for-reassessment' }, page: askFor.show },
  { post: paths.askForReassessment.pattern, may: { act: 'ask-for-reassessment' }, page: askFor.submit },
  { get: paths.decideReassessment.pattern, may: { act: 'decide-reassessment' }, page: decide.show },
  { post: paths.decideReassessment.pattern, may: { act: 'decide-reassessment' }, page: decide.submit },
] satisfies Route[]
