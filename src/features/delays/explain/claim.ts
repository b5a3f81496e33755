// A claim of an excuse, tested by the engine before anything is recorded: the same facts, the same fold, one fact more.

import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { Fact, RecordedFact } from '../../../domain/case-file/facts.ts'
import { allOf, standingFacts, type ExcuseFacts } from '../../../domain/case-file/facts.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { Excuse } from '../../../domain/clocks/clock.ts'
import { excuseLaw } from '../../../domain/clocks/excuses.ts'
import type { OpenLimit } from '../open-limits.ts'
import { findOpenLimits } from '../open-limits.ts'

export interface ClaimAnswer {
  readonly excuse: Excuse
  readonly stands: boolean
  /** The engine's own words, and where the excuse is written. */
  readonly why: string
  readonly law: string
}

export type ClaimFact = Extract<Fact, { type: 'excuse-claimed' }>

/** The claim as a fact. A request for advice that the ledger has, and that was made before, is not left out. */
export function claimFact(tx: Tx, caseFile: CaseFile, { clock, about }: OpenLimit, excuse: Excuse, facts: ExcuseFacts): ClaimFact {
  return { type: 'excuse-claimed', claimId: tx.newId<string>(), clock, about, excuse, facts: excuse === 'A' || excuse === 'B' ? withFirstRequest(facts, caseFile.facts) : facts }
}

/** Only a first request for advice counts (reg 5(4)(a)): asking again within the window does not make a claim. */
function withFirstRequest(facts: ExcuseFacts, ledger: readonly RecordedFact[]): ExcuseFacts {
  const asked = requestsOfSettings(ledger).filter(({ of }) => of.toLowerCase() === facts.institution?.toLowerCase()).map(({ on }) => on)
  const first = [...asked, ...(facts.firstAskedOn === undefined ? [] : [facts.firstAskedOn])].toSorted()[0]
  return first === undefined || facts.askedOn === undefined || first >= facts.askedOn ? facts : { ...facts, firstAskedOn: first }
}

/** Heads, principals and early years providers that were asked for advice (reg 6(1)(b)), the first request first. */
export const requestsOfSettings = (ledger: readonly RecordedFact[]): readonly { readonly of: string; readonly on: PlainDate }[] =>
  allOf(standingFacts(ledger), 'advice-asked').filter(({ item }) => item === 'b').map(({ of, happenedOn }) => ({ of, on: happenedOn })).toSorted((a, b) => a.on.localeCompare(b.on))

/** What the engine says of the claim, and the limit as it would stand. Undefined when the record's own facts contradict each other. */
export async function testClaimed(tx: Tx, caseFile: CaseFile, fact: ClaimFact): Promise<{ answer: ClaimAnswer; limit: OpenLimit } | undefined> {
  const recorded: RecordedFact = { ...fact, seq: (caseFile.facts.at(-1)?.seq ?? 0) + 1, happenedOn: tx.today, recordedAt: tx.now }
  const limits = await findOpenLimits(tx, caseFile, recorded)
  const limit = limits?.find(({ clock, about }) => clock === fact.clock && about === fact.about)
  const tested = limit?.reading.testedClaims.at(-1)
  if (limit === undefined || tested === undefined) return undefined
  return { limit, answer: { excuse: fact.excuse, stands: tested.stands, why: tested.why, law: excuseLaw(limit.reading.clock) } }
}
