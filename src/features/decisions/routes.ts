import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import { decisionPages } from './decide/page.ts'
import * as recordPanel from './record-panel/page.ts'

const decideAssessment = decisionPages('assess')
const decidePlan = decisionPages('issue')

export const routes = [
  { get: paths.recordPanel.pattern, may: { act: 'record-panel' }, page: recordPanel.show },
  { post: paths.recordPanel.pattern, may: { act: 'record-panel' }, page: recordPanel.submit },
  { get: paths.decideAssessment.pattern, may: { act: 'decide-assessment' }, page: decideAssessment.show },
  { post: paths.decideAssessment.pattern, may: { act: 'decide-assessment' }, page: decideAssessment.submit },
  { get: paths.decidePlan.pattern, may: { act: 'decide-plan' }, page: decidePlan.show },
  { post: paths.decidePlan.pattern, may: { act: 'decide-plan' }, page: decidePlan.submit },
] satisfies Route[]
