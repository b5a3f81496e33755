// The acts: a new assessment asked for, and decided. One that is agreed opens an amendment beside the plan in force, in which advice is
// asked for again (SEND Regulations 2014, regs 26, 27).

import { act } from '../../casebook/act.ts'
import { recordFact } from '../../casebook/ledger.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { NotAllowed, NotFound } from '../../casebook/out-of-bounds.ts'
import { listFamilyAddressees } from '../../casebook/sending/letters.ts'
import type { NoticeExtra } from '../../casebook/sending/notices.ts'
import { sendCaseNotice } from '../../casebook/sending/notices.ts'
import { beginReassessment, keepDecision, recordReassessmentRequest, willReassessExtra } from '../../casebook/reassessments.ts'
import type { BeginRefusal } from '../../casebook/reassessments.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { ReassessmentAsker } from '../../domain/case-file/ending-facts.ts'
import type { Channel } from '../../domain/case-file/facts.ts'
import type { PersonId, ReviewId } from '../../domain/ids.ts'
import type { Outcome } from '../../domain/outcome.ts'
import { ok, refused } from '../../domain/outcome.ts'
import { isWithinSixMonths, lastAssessedOn, openReassessment, openRequest, reassessmentsOf, refusalStands } from '../../domain/reassessment/reassessments-of.ts'

const authorOf = (tx: Tx): PersonId => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('a person asks and decides')
  return tx.viewer.personId
}

export interface Asking {
  readonly askedBy: ReassessmentAsker
  readonly channel: Channel
  /** The day the council had it. */
  readonly on: PlainDate
  readonly why: string
}
export type AskRefusal = { readonly kind: 'asked-already' } | { readonly kind: 'under-way' } | { readonly kind: 'in-the-future' }

export const askForReassessment = act('ask-for-reassessment', async (tx, caseFile, asking: Asking): Promise<Outcome<string, AskRefusal>> => {
  if (openReassessment(caseFile.facts) !== undefined) return refused({ kind: 'under-way' })
  if (openRequest(caseFile.facts) !== undefined) return refused({ kind: 'asked-already' })
  if (asking.on > tx.today) return refused({ kind: 'in-the-future' })
  const named = tx.viewer.kind === 'person' && asking.channel === 'hub' ? { askedByName: tx.viewer.name } : {}
  return ok(await recordReassessmentRequest(tx, caseFile, { ...asking, ...named, by: authorOf(tx) }))
})

export interface ReassessDecision {
  /** 'new' where the council begins by itself. */
  readonly reassessmentId: string
  readonly outcome: 'reassess' | 'refuse'
  readonly isNecessary: boolean
  readonly reasons: string
}
export type DecideRefusal =
  | BeginRefusal | { readonly kind: 'decided-already' }
  /** Section 44(2): outside six months of the last assessment a necessary one cannot be refused. */
  | { readonly kind: 'must-reassess' }
  | { readonly kind: 'nothing-to-refuse' }

export const decisionExtra = (decision: ReassessDecision, today: PlainDate): NoticeExtra =>
  (decision.outcome === 'reassess' ? willReassessExtra(decision.reasons, today) : { reasons: decision.reasons })

/** Why this decision cannot be taken; undefined when it can. */
export function decideRefusal(caseFile: Pick<CaseFile, 'facts'>, { reassessmentId, outcome, isNecessary }: ReassessDecision): DecideRefusal | undefined {
  if (reassessmentId === 'new') return outcome === 'refuse' ? { kind: 'nothing-to-refuse' } : openReassessment(caseFile.facts) !== undefined ? { kind: 'under-way' } : undefined
  const one = reassessmentsOf(caseFile.facts).find(({ id }) => id === reassessmentId)
  if (one?.requested === undefined) throw new NotFound('reassessment')
  if ((one.decided ?? one.begun) !== undefined) return { kind: 'decided-already' }
  const within = isWithinSixMonths(lastAssessedOn(caseFile.facts), one.requested.happenedOn)
  return outcome === 'refuse' && !refusalStands({ isNecessary }, within) ? { kind: 'must-reassess' } : undefined
}

export const decideReassessment = act('decide-reassessment', async (tx, caseFile, decision: ReassessDecision): Promise<Outcome<string, DecideRefusal>> => {
  const by = authorOf(tx)
  const wrong = decideRefusal(caseFile, decision)
  if (wrong !== undefined) return refused(wrong)
  if (decision.reassessmentId === 'new') return beginReassessment(tx, caseFile, { why: decision.reasons, reasons: decision.reasons, by })
  const family = await listFamilyAddressees(tx, caseFile, decision.outcome === 'refuse' ? 'appeal' : 'sharing')
  if (family.length === 0) return refused({ kind: 'nobody-to-tell' })
  const sent = await sendCaseNotice(tx, caseFile, { kind: decision.outcome === 'reassess' ? 'will-reassess' : 'refuse-reassessment', to: family, extra: decisionExtra(decision, tx.today) })
  if (!sent.ok) return sent
  const id = decision.reassessmentId
  await keepDecision(tx, caseFile, id, { by, reasons: decision.reasons, answers: { isNecessary: decision.isNecessary } })
  const reviewId = decision.outcome === 'reassess' ? tx.newId<ReviewId>() : undefined
  await recordFact(tx, caseFile, { type: 'reassessment-decided', reassessmentId: id, outcome: decision.outcome, noticeId: sent.value[0] ?? '', ...(reviewId === undefined ? {} : { reviewId }) })
  if (reviewId !== undefined) await recordFact(tx, caseFile, { type: 'amendment-begun', reviewId, because: 'reassessment' })
  return ok(id)
})
