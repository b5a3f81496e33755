import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { aContent, planContents } from '../../../../test/builders/plan-content.ts'
import { anAdvice, aPlanUnderCheck, lineOfPlan, linesWith, planLinks } from '../../../../test/builders/plan-under-check.ts'
import { mayIssue, releasesOfMissingAdvice, type Release } from './may-issue.ts'
import { checkPlan } from './plan-checks.ts'
import type { PlanUnderCheck } from './plan-under-check.ts'

const manager = 'Priya Raman'
const release = (checkId: string, about: string, reason = 'The therapist is ill; the family wants the plan now'): Release => ({ checkId, about, manager, reason })
const withoutMedical = (missing?: PlanUnderCheck['advice'][number]['missing']): PlanUnderCheck =>
  aPlanUnderCheck({
    advice: [...aPlanUnderCheck().advice.filter((each) => each.item !== 'c'), anAdvice('c', 4, { isReceived: false, ...(missing && { missing }) })],
  })

test('a plan in order may be issued', () => {
  const { may, released } = mayIssue(checkPlan(aPlanUnderCheck()), [])
  assert.deepEqual([may, released.length], [true, 0])
})

test('missing advice holds a final plan until a named manager releases it with a reason, and the release is counted', () => {
  const findings = checkPlan(withoutMedical())
  assert.equal(mayIssue(findings, []).may, false)
  assert.equal(mayIssue(findings, [release('K.required', 'advice c', ' ')]).may, false)
  assert.equal(mayIssue(findings, [{ ...release('K.required', 'advice c'), manager: '' }]).may, false)
  assert.equal(mayIssue(findings, [release('K.required', 'advice d')]).may, false)
  const issued = mayIssue(findings, [release('K.required', 'advice c')])
  assert.deepEqual([issued.may, issued.released.length], [true, 1])
})

test('a reason and manager recorded with the advice are a release', () => {
  const plan = withoutMedical({ reason: 'No paediatrician in post', manager })
  assert.equal(mayIssue(checkPlan(plan), releasesOfMissingAdvice(plan)).may, true)
})

test('a fault that may never be released is not', () => {
  const plan = aPlanUnderCheck({ representations: [{ id: '1', isAnswered: false }] })
  assert.equal(mayIssue(checkPlan(plan), [release('PC-07', 'plan representation 1')]).may, false)
})

test('a release falls when the line gets other words', () => {
  const vague: PlanUnderCheck['wording'] = [{ lineId: lineOfPlan(6).id, verdict: 'vague', missing: [] }]
  const about = `line ${lineOfPlan(6).id} revision 1`
  const plan = aPlanUnderCheck({ wording: vague })
  assert.equal(mayIssue(checkPlan(plan), [release('F.amount', about)]).may, true)
  const reworded = { ...plan, content: aContent(linesWith([lineOfPlan(6, { revision: 2 })]), planLinks) }
  assert.equal(mayIssue(checkPlan(reworded), [release('F.amount', about)]).may, false)
})

test('property: a plan may go exactly when every fault that blocks is released by one that counts', () => {
  fc.assert(fc.property(planContents, fc.nat(), (content, pick) => {
    const findings = checkPlan(aPlanUnderCheck({ content }))
    const blocking = findings.filter((finding) => finding.severity === 'blocks')
    const releases = blocking.map((finding) => release(finding.checkId, finding.about))
    const all = mayIssue(findings, releases)
    assert.equal(all.may, blocking.every((finding) => finding.release === 'named-manager'))
    assert.equal(all.held.length + all.released.length, blocking.length)
    assert.equal(findings.length, all.held.length + all.released.length + all.warned.length + all.said.length)
    if (blocking.length > 0) assert.equal(mayIssue(findings, releases.toSpliced(pick % blocking.length, 1)).may, false)
  }))
})
