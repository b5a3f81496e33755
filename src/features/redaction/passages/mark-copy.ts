import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { MarkedPassage } from '../redaction-store.ts'
import { changeRedaction, getRedaction, replacePassages } from '../redaction-store.ts'

export interface Marks {
  readonly redactionId: string
  readonly passages: readonly MarkedPassage[]
  readonly isForCheck: boolean
}

export interface MarkRefusal { readonly kind: 'not-being-marked' | 'no-words' | 'not-all-chosen' }

/** Keeps what one person chose; for a check, every place must be chosen and the copy waits for somebody else. */
export const markCopy = act('mark-copy', async (tx, caseFile, { redactionId, passages, isForCheck }: Marks): Promise<Outcome<null, MarkRefusal>> => {
  const redaction = await getRedaction(tx, caseFile, redactionId)
  if (redaction.state !== 'marking') return refused({ kind: 'not-being-marked' })
  if (tx.viewer.kind !== 'person' || redaction.text === '') return refused({ kind: 'no-words' })
  if (isForCheck && passages.some(({ choice }) => choice === undefined)) return refused({ kind: 'not-all-chosen' })
  const inside = passages.every(({ start, end }) => start >= 0 && start < end && end <= redaction.text.length)
  if (!inside) return refused({ kind: 'not-all-chosen' })
  await replacePassages(tx, caseFile, redactionId, passages, tx.viewer.personId)
  await changeRedaction(tx, caseFile, redactionId, isForCheck ? { to: 'checking', markedBy: tx.viewer.personId } : { to: 'marking', markedBy: tx.viewer.personId, ...(redaction.returnedWords === undefined ? {} : { returnedWords: redaction.returnedWords }) })
  const count = (choice: 'remove' | 'keep'): number => passages.filter((one) => one.choice === choice).length
  await recordFact(tx, caseFile, { type: 'copy-marked', redactionId, removed: count('remove'), kept: count('keep'), isForCheck })
  return ok(null)
})
