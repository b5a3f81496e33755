// A plan in force whose review meeting was held and reported, with changes that the school proposed on its lines: what the council's one
// screen begins with.

import { recordFact } from '../../src/casebook/ledger.ts'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { openCaseFile } from '../../src/casebook/open-case-file.ts'
import { planIdOf, readPlanContent } from '../../src/casebook/plan/plan-content.ts'
import { insertProposal } from '../../src/casebook/plan/proposals.ts'
import { inTransaction } from '../../src/casebook/tx.ts'
import { system } from '../../src/casebook/signing-in/viewer.ts'
import { plainDateOf } from '../../src/domain/calendar/plain-date.ts'
import type { LineId, ProposalId, ReviewId } from '../../src/domain/ids.ts'
import { linesInOrder } from '../../src/domain/plan/plan-order.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import type { Hub } from '../harness/hub.ts'
import type { PlanWishes } from './a-plan-to-issue.ts'
import { anIssuedPlan } from './an-issued-plan.ts'

export interface ReviewWishes extends PlanWishes {
  /** How many lines of provision the school proposes to change. */
  readonly changes?: number
  readonly metOn?: string
  readonly reportOn?: string
}

export interface ReviewToDecide {
  readonly key: CaseKey
  readonly reviewId: ReviewId
  readonly proposalIds: readonly ProposalId[]
  readonly lineIds: readonly LineId[]
}

/** No two children have the same words, and the hub stops what stands word for word in another child's case. */
const inWords = ({ caseId }: CaseKey): string => `as on sheet ${caseId.slice(-6)}`

/** It is the day on which the plan is issued; the hub's clock is then moved to `now`. */
export async function aReviewWithProposals(hub: Hub, now: string, { changes = 3, metOn = '2027-11-15', reportOn = '2027-11-26', ...wishes }: ReviewWishes = {}): Promise<ReviewToDecide> {
  hub.setNow('2027-01-12T10:00:00.000Z')
  const key = await anIssuedPlan(hub, { morePairs: changes, ...wishes })
  hub.setNow(now)
  return inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
    const caseFile = await openCaseFile(tx, key, { lock: true })
    const planId = await planIdOf(tx, caseFile)
    const reviewId = tx.newId<ReviewId>()
    await recordFact(tx, caseFile, { type: 'review-meeting-held', reviewId, noInstitution: false }, { happenedOn: plainDateOf(metOn) })
    await recordFact(tx, caseFile, { type: 'review-report-sent', reviewId }, { happenedOn: plainDateOf(reportOn) })
    const lines = linesInOrder((await readPlanContent(tx, caseFile, planId)).lines).filter(({ kind, section }) => kind === 'provision' && section === 'F').slice(0, changes)
    const proposalIds: ProposalId[] = []
    for (const { id: lineId, section, revision, text } of lines) {
      const id = tx.newId<ProposalId>()
      proposalIds.push(id)
      await insertProposal(tx, caseFile, planId, {
        id, lineId, section, onRevision: revision, kind: 'change', text: text.replace('alone', `with one other child, ${inWords(key)}`), because: 'He works better beside a friend.',
        authorId: demoPersonId('debra'), channel: 'hub', reviewId,
      })
    }
    return { key, reviewId, proposalIds, lineIds: lines.map(({ id }) => id) }
  })
}
