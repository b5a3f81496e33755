// Runs the check before a plan goes out, and keeps what it found. The act that serves a draft and the act that issues a final
// plan run it again inside their own transaction: a check that was clear yesterday says nothing of today's words.

import { mayIssue, releasesOfMissingAdvice } from '../../domain/plan/checks/may-issue.ts'
import type { MayIssue, Release } from '../../domain/plan/checks/may-issue.ts'
import { checkPlan } from '../../domain/plan/checks/plan-checks.ts'
import type { PlanStatus, PlanUnderCheck } from '../../domain/plan/checks/plan-under-check.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import { recordFact } from '../ledger.ts'
import type { CaseFile } from '../open-case-file.ts'
import type { CheckOptions } from './plan-under-check.ts'
import { gatherPlanUnderCheck } from './plan-under-check.ts'
import type { Tx } from '../tx.ts'

export interface CheckedPlan {
  readonly plan: PlanUnderCheck
  readonly verdict: MayIssue
}

/** What the check says now. Reads only. */
export async function checkCasePlan(tx: Tx, caseFile: CaseFile, status: PlanStatus, options: CheckOptions = {}): Promise<CheckedPlan> {
  const plan = await gatherPlanUnderCheck(tx, caseFile, status, options)
  const releases = [...await listReleases(tx, caseFile), ...releasesOfMissingAdvice(plan)]
  return { plan, verdict: mayIssue(checkPlan(plan), releases) }
}

/** Runs the check and keeps who ran it, when, and what it said. Refuse your act when `verdict.may` is false. */
export async function runPlanCheck(tx: Tx, caseFile: CaseFile, status: PlanStatus, options: CheckOptions = {}): Promise<CheckedPlan> {
  const checked = await checkCasePlan(tx, caseFile, status, options)
  const { verdict } = checked
  await tx.db.insertInto('planCheckRun').values({
    localAreaId: caseFile.localAreaId, id: tx.newId<string>(), caseId: caseFile.id, status, mayGo: verdict.may,
    findings: JSON.stringify(keptFindings(verdict)), runBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, runAt: tx.now,
  }).execute()
  await recordFact(tx, caseFile, {
    type: 'plan-checked', status, held: verdict.held.length, released: verdict.released.length, warned: verdict.warned.length,
  })
  return checked
}

/** A warning and the like are kept by their check alone: their words may quote the plan. */
const keptFindings = (verdict: MayIssue) => [
  ...verdict.held.map(({ checkId, about, words }) => ({ checkId, about, words, as: 'held' })),
  ...verdict.released.map(({ finding: { checkId, about }, release }) => ({ checkId, about, reason: release.reason, manager: release.manager, as: 'released' })),
  ...[...verdict.warned, ...verdict.said].map(({ checkId, about, severity }) => ({ checkId, about, as: severity })),
]

async function listReleases(tx: Tx, caseFile: CaseFile): Promise<Release[]> {
  const rows = await tx.db.selectFrom('checkRelease as r').innerJoin('person as p', 'p.id', 'r.releasedBy')
    .select(['r.checkId', 'r.about', 'r.reason', 'p.fullName'])
    .where('r.localAreaId', '=', caseFile.localAreaId).where('r.caseId', '=', caseFile.id).orderBy('r.releasedAt').execute()
  return rows.map(({ checkId, about, reason, fullName }) => ({ checkId, about, reason, manager: fullName }))
}

export interface CheckRun {
  readonly status: PlanStatus
  readonly mayGo: boolean
  readonly runBy?: string
  readonly runAt: Instant
}

/** The recorded checks, newest first. */
export async function listCheckRuns(tx: Tx, caseFile: CaseFile): Promise<CheckRun[]> {
  const rows = await tx.db.selectFrom('planCheckRun as r').leftJoin('person as p', 'p.id', 'r.runBy')
    .select(['r.status', 'r.mayGo', 'r.runAt', 'p.fullName'])
    .where('r.localAreaId', '=', caseFile.localAreaId).where('r.caseId', '=', caseFile.id).orderBy('r.runAt', 'desc').limit(20).execute()
  return rows.map((row) => ({
    status: row.status as PlanStatus, mayGo: row.mayGo, runAt: row.runAt, ...(row.fullName === null ? {} : { runBy: row.fullName }),
  }))
}

