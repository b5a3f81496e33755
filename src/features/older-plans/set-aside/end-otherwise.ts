// The acts that end an older plan in another way: it is kept with a case as a plan from before the one in force, or it is set aside.

import { actOutsideCase } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { giveToCase } from '../../../casebook/papers/documents.ts'
import { dateWords } from '../../../domain/calendar/date-words.ts'
import { ok, refused, type Outcome } from '../../../domain/outcome.ts'
import type { Difference } from '../../../domain/older-plans/same-child.ts'
import { differencesOf } from '../../../domain/older-plans/same-child.ts'
import { endPlan } from '../older-plan-store.ts'
import { openOlderPlan, personOf, type PlanKey } from '../open-older-plan.ts'
import { mayChange, type NotNow } from '../place/place-pieces.ts'

export type EndRefusal = NotNow | { readonly kind: 'another-child'; readonly differences: readonly Difference[] }

export const keepAsEarlier = actOutsideCase('place-older-plan', async (tx, { caseId, n, ...key }: PlanKey & { caseId: string; n: number }): Promise<Outcome<null, EndRefusal>> => {
  const { area, plan } = await openOlderPlan(tx, key, { lock: true })
  const may = mayChange(plan, personOf(tx), n)
  if (!may.ok) return may
  const caseFile = await openCaseFile(tx, { area: area.code, caseId }, { lock: true })
  const differences = differencesOf(plan.facts, caseFile.child)
  if (differences.length > 0) return refused({ kind: 'another-child', differences })
  await giveToCase(tx, caseFile, plan.documentId)
  const { issuedOn } = plan.facts
  await recordFact(tx, caseFile, { type: 'evidence-added', documentId: plan.documentId, title: `Earlier plan${issuedOn === undefined ? '' : ` of ${dateWords(issuedOn)}`}` })
  await endPlan(tx, plan, personOf(tx), { state: 'earlier', caseId: caseFile.id })
  return ok(null)
})

export const setAside = actOutsideCase('place-older-plan', async (tx, { reason, n, ...key }: PlanKey & { reason: string; n: number }): Promise<Outcome<null, EndRefusal>> => {
  const { plan } = await openOlderPlan(tx, key, { lock: true })
  const may = mayChange(plan, personOf(tx), n)
  if (!may.ok) return may
  await endPlan(tx, plan, personOf(tx), { state: 'set-aside', reason })
  return ok(null)
})
