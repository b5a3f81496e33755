// A child who has moved before brought the ledger of the council of then: it goes on with the child, so that no history is lost however
// often a family moves. What tells of something that is sealed here stays, as it does of the case's own ledger.

import { factsInSight } from '../../casebook/access/item-seals.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import { londonDateOf } from '../../domain/calendar/london-date.ts'
import type { RecordedFact } from '../../domain/case-file/facts.ts'
import { findArrivalOfCase } from './arrival-store.ts'
import { withNewIds } from './new-ids.ts'
import type { MovedCase, MovedFact } from './package/format.ts'
import { openPackage } from './package-files.ts'

type Earlier = MovedCase['earlier'][number]

/** The ledgers of the councils before this one, the first council first, with ids as they are here. */
export async function earlierLedgers(tx: Tx, caseFile: CaseFile): Promise<Earlier[]> {
  const arrival = await findArrivalOfCase(tx, caseFile.localAreaId, caseFile.id)
  if (arrival?.takenInAt === undefined) return []
  const opened = await openPackage(tx, arrival.packageSha256)
  // One in a form that this hub no longer reads stays in the file of whoever took it in.
  if (!opened.ok) return []
  const ids = new Map(Object.entries(arrival.ids ?? {}))
  const { manifest: { from }, record: { earlier, ledger } } = opened.value
  return [...earlier, { council: from.council, caseReference: from.caseReference, takenInOn: londonDateOf(arrival.takenInAt), ledger }]
    .map((one) => ({ ...one, ledger: inSight(one.ledger.map((fact) => ({ ...fact, fact: withNewIds(fact.fact, ids) as MovedFact['fact'] })), caseFile) }))
}

function inSight(ledger: readonly MovedFact[], { sealed }: CaseFile): MovedFact[] {
  const facts = ledger.map(({ seq, corrects, fact }) => ({ ...fact, seq, ...(corrects === undefined ? {} : { corrects }) })) as unknown as RecordedFact[]
  const seen = new Set(factsInSight(facts, { hidden: sealed.all, all: sealed.all }).map(({ seq }) => seq))
  return ledger.filter(({ seq }) => seen.has(seq))
}
