// The acts: what is recorded of mediation, of an appeal, of a recommendation. Each has the day on which it happened, and what contradicts
// the record is refused.

import { act } from '../../casebook/act.ts'
import { recordFact } from '../../casebook/ledger.ts'
import { readClocks } from '../../casebook/limits/keep-clocks.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { Fact } from '../../domain/case-file/facts.ts'
import type { OrderKind } from '../../domain/clocks/event-kinds.ts'
import type { AppealRecord, MediationRecord, StepRefusal } from '../../domain/disputes/disputes-of.ts'
import { appealRefusal, dayRefusal, disputesOf, mediationRefusal } from '../../domain/disputes/disputes-of.ts'
import type { AgreementIssues, AppealResult, RecommendationTo } from '../../domain/disputes/dispute-words.ts'
import type { Outcome } from '../../domain/outcome.ts'
import { ok, refused } from '../../domain/outcome.ts'
import { insertOrderedChange } from './dispute-store.ts'
import { authorOf, beginChange } from './begin-change.ts'

export interface MediationInput {
  readonly record: MediationRecord
  readonly on: PlainDate
  readonly healthOnly?: boolean
  /** Of an agreement. */
  readonly issues?: AgreementIssues
  readonly kind?: OrderKind
  readonly otherDay?: PlainDate
  readonly words?: string
}

export const recordMediation = act('record-mediation', async (tx, caseFile, input: MediationInput): Promise<Outcome<MediationRecord, StepRefusal>> => {
  const wrong = mediationRefusal(input.record, disputesOf(caseFile.facts)) ?? dayRefusal(input.on, { today: tx.today })
  if (wrong !== undefined) return refused(wrong)
  if (input.record === 'agreed') await recordAgreement(tx, caseFile, input)
  else await recordFact(tx, caseFile, mediationFact(input.record, input, caseFile), { happenedOn: input.on })
  return ok(input.record)
})

function mediationFact(record: Exclude<MediationRecord, 'agreed'>, { healthOnly }: MediationInput, { facts }: Pick<CaseFile, 'facts'>): Fact {
  switch (record) {
    case 'wanted': return { type: 'mediation-asked-for', ...(healthOnly === true ? { healthOnly: true } : {}) }
    case 'certificate': return { type: 'mediation-certificate-issued' }
    case 'agreement-done': {
      const open = disputesOf(facts).agreements.find(({ done }) => done === undefined)
      return { type: 'agreement-done', agreementId: open?.made.agreementId ?? '' }
    }
    default: return { type: 'mediation-step', step: record }
  }
}

/** What could have been appealed is done as if it were ordered (reg 42(2)): it begins an amendment like an order. */
async function recordAgreement(tx: Tx, caseFile: CaseFile, { on, issues = 'other', kind, otherDay, words }: MediationInput): Promise<void> {
  const agreementId = tx.newId<string>()
  const reviewId = issues === 'appealable' && kind !== undefined ? await beginChange(tx, caseFile, { because: 'mediation', kind, on }) : undefined
  await insertOrderedChange(tx, caseFile, {
    id: agreementId, source: 'mediation', madeOn: on, ...(kind === undefined ? {} : { kind }), ...(words === undefined ? {} : { words }), ...(reviewId === undefined ? {} : { reviewId }),
  }, authorOf(tx))
  await recordFact(tx, caseFile, {
    type: 'mediation-agreed', agreementId, issues, ...(issues === 'appealable' && kind !== undefined ? { kind } : {}), ...(otherDay === undefined ? {} : { otherDay }), ...(reviewId === undefined ? {} : { reviewId }),
  }, { happenedOn: on })
}

export interface AppealInput {
  readonly record: AppealRecord
  readonly on: PlainDate
  /** Of an appeal: what it is about, in the words of the choices. */
  readonly about?: string
  readonly sectionIOnly?: boolean
  readonly respondBy?: PlainDate
  readonly hearingOn?: PlainDate
  readonly bundleBy?: PlainDate
  readonly result?: AppealResult
}

export const recordAppeal = act('record-appeal', async (tx, caseFile, input: AppealInput): Promise<Outcome<AppealRecord, StepRefusal>> => {
  const disputes = disputesOf(caseFile.facts)
  const [newest] = disputes.appeals
  const wrong = appealRefusal(input.record, disputes) ?? dayRefusal(input.on, { today: tx.today, after: input.record === 'lodged' ? undefined : newest?.lodged.happenedOn })
  if (wrong !== undefined) return refused(wrong)
  const fact = input.record === 'lodged' ? await lodged(tx, caseFile, input) : stepFact(input.record, input, newest?.id)
  await recordFact(tx, caseFile, fact, { happenedOn: input.on })
  return ok(input.record)
})

/** Late, or without the certificate that it needs: worked out from the notice and the record, as the Tribunal will. */
async function lodged(tx: Tx, caseFile: CaseFile, { on, about = '', sectionIOnly = false }: AppealInput): Promise<Fact> {
  const clocks = await readClocks(tx, { localAreaId: caseFile.localAreaId, areaCode: caseFile.key.area, id: caseFile.id, bornOn: caseFile.child.bornOn, facts: caseFile.facts })
  const newest = clocks.ok ? clocks.value.filter(({ id }) => id === 'APP-01').at(-1) : undefined
  const isLate = newest?.dueOn !== undefined && on > newest.dueOn
  const { certificate } = disputesOf(caseFile.facts)
  const hasCertificate = certificate !== undefined && (newest?.startedOn === undefined || certificate.happenedOn >= newest.startedOn)
  return {
    type: 'appeal-lodged', appealId: tx.newId<string>(), about, ...(sectionIOnly ? { sectionIOnly: true } : hasCertificate ? {} : { withoutCertificate: true }), ...(isLate ? { isLate: true } : {}),
  }
}

function stepFact(record: Exclude<AppealRecord, 'lodged'>, { respondBy, hearingOn, bundleBy, result = 'dismissed' }: AppealInput, appealId: string | undefined): Fact {
  if (record === 'decided') return { type: 'appeal-decided', result, ...(appealId === undefined ? {} : { appealId }) }
  return {
    type: 'appeal-step', step: record, appealId: appealId ?? '', ...(respondBy === undefined ? {} : { respondBy }), ...(hearingOn === undefined ? {} : { hearingOn }), ...(bundleBy === undefined ? {} : { bundleBy }),
  }
}

export interface RecommendationInput { readonly is: 'received' | 'answered'; readonly to: RecommendationTo; readonly on: PlainDate }

export const recordRecommendation = act('record-recommendation', async (tx, caseFile, { is, to, on }: RecommendationInput): Promise<Outcome<string, StepRefusal>> => {
  const wrong = dayRefusal(on, { today: tx.today })
  if (wrong !== undefined) return refused(wrong)
  if (is === 'received') {
    const recommendationId = tx.newId<string>()
    await recordFact(tx, caseFile, { type: 'recommendation-received', recommendationId, to }, { happenedOn: on })
    return ok(recommendationId)
  }
  const open = disputesOf(caseFile.facts).recommendations.find(({ received, answered }) => received.to === to && answered === undefined)
  if (open === undefined) return refused({ kind: 'nothing-to-follow' })
  const early = dayRefusal(on, { today: tx.today, after: open.received.happenedOn })
  if (early !== undefined) return refused(early)
  await recordFact(tx, caseFile, { type: 'recommendation-answered', recommendationId: open.received.recommendationId, to }, { happenedOn: on })
  return ok(open.received.recommendationId)
})

