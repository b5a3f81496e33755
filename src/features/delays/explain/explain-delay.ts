// The acts: keep a document as evidence, and tell the family of a delay. What is told, why, the claim of an excuse and the letters
// are one transaction, so that no reason is on record that the family was not told the same day.

import { act } from '../../../casebook/act.ts'
import type { CheckedUpload } from '../../../casebook/papers/documents.ts'
import { keepDocument } from '../../../casebook/papers/documents.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import { sendCaseNotice, type NoticeExtra, type NoticeIncomplete } from '../../../casebook/sending/notices.ts'
import { excuseClaimsOf } from '../../../domain/case-file/delays.ts'
import { isPlainReason } from '../../../domain/case-file/delay-reasons.ts'
import type { RecordedFact } from '../../../domain/case-file/facts.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { OpenLimit } from '../open-limits.ts'
import { findOpenLimits } from '../open-limits.ts'
import type { ClaimAnswer } from './claim.ts'
import { claimFact, testClaimed } from './claim.ts'
import type { Explanation, LetterWords } from './form.ts'

/** Evidence of an excuse is about what happened in a family: the council alone can open it, and whoever gave it. */
export const keepEvidence = act('add-evidence', async (tx, caseFile, { file, title }: { file: CheckedUpload; title: string }) => {
  const kept = await keepDocument(tx, { localAreaId: caseFile.localAreaId, caseId: caseFile.id }, file, { kind: 'evidence', title, audience: [] })
  await recordFact(tx, caseFile, { type: 'evidence-added', documentId: kept.id, title: kept.title })
  return ok(kept.id)
})

export interface ExplainInput extends Explanation, LetterWords {
  readonly clock: string
  readonly about: string
}

export type ExplainRefusal =
  | NoticeIncomplete
  /** It was done in the meantime, or the case went another way. */
  | { readonly kind: 'not-owed' }
  | { readonly kind: 'nobody-to-tell' }
  | { readonly kind: 'dates-unclear' }
  | { readonly kind: 'claim-does-not-stand'; readonly answer: ClaimAnswer }

/** What the letter says beyond the case itself. Also used to preview it. */
export function delayExtra(limit: OpenLimit, isExcused: boolean, { expectedOn, why, meanwhile }: Pick<ExplainInput, 'expectedOn' | 'why' | 'meanwhile'>): NoticeExtra {
  const promised = limit.told.at(-1)?.expectedOn
  return {
    delay: {
      clock: limit.clock, title: limit.reading.clock.title, dueOn: limit.dueOn, expectedOn, isExcused, why, meanwhile,
      ...(promised === undefined ? {} : { promisedOn: promised }),
    },
  }
}

/** The claim that an excused limit rests on: an earlier one that was not withdrawn. */
function claimBehind({ clock, about, reading }: OpenLimit, ledger: readonly RecordedFact[]): string | undefined {
  return excuseClaimsOf(ledger)
    .findLast((claim) => claim.clock === clock && claim.about === about && claim.excuse === reading.excuse?.reason && claim.withdrawnOn === undefined)?.id
}

export const explainDelay = act('explain-delay', async (tx, caseFile, input: ExplainInput): Promise<Outcome<{ letters: number }, ExplainRefusal>> => {
  const { clock, about, because, facts, expectedOn, why, meanwhile } = input
  const limits = await findOpenLimits(tx, caseFile)
  if (limits === undefined) return refused({ kind: 'dates-unclear' })
  const open = limits.find((limit) => limit.clock === clock && limit.about === about)
  if (open === undefined) return refused({ kind: 'not-owed' })
  let limit = open
  let claimId: string | undefined
  if (!isPlainReason(because)) {
    const fact = claimFact(tx, caseFile, open, because, facts)
    const tested = await testClaimed(tx, caseFile, fact)
    if (tested === undefined) return refused({ kind: 'dates-unclear' })
    if (!tested.answer.stands) return refused({ kind: 'claim-does-not-stand', answer: tested.answer })
    await recordFact(tx, caseFile, fact)
    claimId = fact.claimId
    limit = tested.limit
  }
  const to = await listFamilyAddressees(tx, caseFile)
  if (to.length === 0) return refused({ kind: 'nobody-to-tell' })
  const sent = await sendCaseNotice(tx, caseFile, { kind: 'delay', to, extra: delayExtra(open, limit.isExcused, input) })
  if (!sent.ok) return sent
  const behind = claimId ?? (limit.isExcused ? claimBehind(limit, caseFile.facts) : undefined)
  await recordFact(tx, caseFile, {
    type: 'delay-explained', delayId: tx.newId<string>(), clock, about, dueOn: open.dueOn, expectedOn, because, why, meanwhile, noticeIds: sent.value,
    ...(behind === undefined ? {} : { claimId: behind }),
  })
  return ok({ letters: sent.value.length })
})
