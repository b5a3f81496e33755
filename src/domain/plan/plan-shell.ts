// A plan in force of which the hub has the days and not yet the words: brought in with a statutory return.

import type { PlainDate } from '../calendar/plain-date.ts'
import { latestOf, standingFacts, type RecordedFact } from '../case-file/facts.ts'
import type { PlanId } from '../ids.ts'
import { versionInForce } from './version-in-force.ts'

/** The plan that waits for its words; undefined where there is none, or where they have come. */
export function planWithoutWords(ledger: readonly RecordedFact[]): { readonly planId: PlanId; readonly firstMadeOn: PlainDate } | undefined {
  const shell = latestOf(standingFacts(ledger), 'plan-shell-brought-in')
  return shell === undefined || versionInForce(ledger) !== undefined ? undefined : { planId: shell.planId, firstMadeOn: shell.happenedOn }
}
