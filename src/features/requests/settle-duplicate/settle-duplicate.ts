import { act } from '../../../casebook/act.ts'
import { moveDocuments } from '../../../casebook/papers/documents.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { joinCase } from '../../../casebook/parties.ts'
import { saySame, settleDuplicateRow } from '../../../casebook/possible-duplicates.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { RecordedFact } from '../../../domain/case-file/facts.ts'
import { allOf, standingFacts } from '../../../domain/case-file/facts.ts'
import type { CaseId, PersonId } from '../../../domain/ids.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { getComparable, listPossibleDuplicates, moveRequests } from '../duplicate-store.ts'

export interface SettleInput {
  readonly duplicateId: string
  readonly as: 'same-child' | 'different-children'
  readonly reason: string
  /** Parents known here alone who are to be on the case that is kept. */
  readonly bring: readonly string[]
}

interface Settled { readonly kept: CaseId; readonly as: SettleInput['as'] | 'waits-for-another' }
/** same-person: whoever said first that it is the same child cannot be the second to say so. */
type SettleRefusal = { readonly kind: 'same-person' } | { readonly kind: 'settled-already' } | { readonly kind: 'other-case-ended'; readonly reference: string }

/** The first request or attention that stands: the clocks run from the day it was received. */
export const firstRequestOf = (facts: readonly RecordedFact[]) => {
  const standing = standingFacts(facts)
  return [...allOf(standing, 'request-received'), ...allOf(standing, 'brought-to-attention')].toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : 1))[0]
}

/**
 * Says whether two cases are one child's. That they are takes two people, because bringing two children's papers together is what cannot
 * be made good: one says so, another agrees. For one child the other case is kept: requests and evidence go over to it, the
 * earlier day of receipt counts, and this case closes with a pointer. "Different" is remembered with its reason.
 */
export const settleDuplicate = act<SettleInput, Settled, SettleRefusal>('settle-duplicate', async (tx, caseFile, input) => {
  const duplicate = (await listPossibleDuplicates(tx, caseFile)).find(({ id }) => id === input.duplicateId)
  if (duplicate === undefined || duplicate.decision !== undefined) return refused({ kind: 'settled-already' })
  const kept = await openCaseFile(tx, { area: caseFile.area.code, caseId: duplicate.otherCaseId }, { lock: true })
  if (input.as === 'same-child') {
    // What ended cannot take a new request in; then this case is the one to go on with.
    if (['closed', 'exported', 'not-known'].includes(kept.stage)) return refused({ kind: 'other-case-ended', reference: kept.reference })
    if (tx.viewer.kind !== 'person') return refused({ kind: 'same-person' })
    const { saidSame } = duplicate
    if (saidSame === undefined) {
      await saySame(tx, caseFile, duplicate.id, { by: tx.viewer.personId, reason: input.reason, bring: input.bring })
      await recordFact(tx, caseFile, { type: 'duplicate-said', otherReference: kept.reference }, { reason: input.reason })
      return ok({ kept: kept.id, as: 'waits-for-another' })
    }
    if (saidSame.by === tx.viewer.personId) return refused({ kind: 'same-person' })
    await bringOver(tx, caseFile, kept, input)
  }
  await settleDuplicateRow(tx, caseFile, duplicate.id, input.as, input.reason)
  await recordFact(tx, caseFile, { type: 'duplicate-settled', otherReference: kept.reference, as: input.as }, { reason: input.reason })
  return ok({ kept: kept.id, as: input.as })
})

async function bringOver(tx: Tx, from: CaseFile, kept: CaseFile, { bring, reason }: SettleInput): Promise<void> {
  const newer = firstRequestOf(from.facts)
  const older = firstRequestOf(kept.facts)
  const isUnderWay = !['not-assessed', 'no-plan'].includes(kept.stage)
  if (newer !== undefined && !isUnderWay) {
    // An earlier no is over: this is a new request on the same file, with clocks of its own.
    await recordFact(tx, kept, requestFact(newer), { happenedOn: newer.happenedOn, reason })
  } else if (newer !== undefined && kept.stage === 'considering' && (older === undefined || newer.happenedOn < older.happenedOn)) {
    // A second request while one is open restarts nothing; an earlier one, found late, puts the first day right.
    await recordFact(tx, kept, requestFact(newer), { happenedOn: newer.happenedOn, reason, ...(older === undefined ? {} : { corrects: older.seq }) })
  }
  await moveRequests(tx, from, kept)
  for (const document of await moveDocuments(tx, { localAreaId: from.localAreaId, caseId: from.id }, kept.id)) {
    await recordFact(tx, kept, { type: 'evidence-added', documentId: document.id, title: document.title }, { reason: `from case ${from.reference}` })
  }
  const { parents } = await getComparable(tx, from)
  for (const parent of parents.filter(({ personId }) => bring.includes(personId))) {
    await joinCase(tx, kept, { personId: parent.personId as PersonId, part: 'parent', basis: `asked on case ${from.reference}, which is the same child`, name: parent.name })
  }
}

type Asked = NonNullable<ReturnType<typeof firstRequestOf>>
const requestFact = ({ type, requestId, madeBy, channel }: Asked) => ({ type, requestId, madeBy, channel })
