// A plan in force that is being amended: issued through the real pages, then edited, asked about and frozen as the acts would leave it.

import { openCaseFile } from '../../src/casebook/open-case-file.ts'
import type { CaseFile, CaseKey } from '../../src/casebook/open-case-file.ts'
import { insertLine } from '../../src/casebook/plan/line-rows.ts'
import { freezeVersion, planIdOf, readPlanContent } from '../../src/casebook/plan/plan-content.ts'
import type { NewProposal } from '../../src/casebook/plan/proposals.ts'
import { decideProposal, insertProposal } from '../../src/casebook/plan/proposals.ts'
import { saveAttempt } from '../../src/casebook/plan/save-line.ts'
import type { Tx } from '../../src/casebook/tx.ts'
import { inTransaction } from '../../src/casebook/tx.ts'
import { system } from '../../src/casebook/signing-in/viewer.ts'
import { latestOf } from '../../src/domain/case-file/facts.ts'
import type { LineId, PlanId, ProposalId, ReviewId } from '../../src/domain/ids.ts'
import type { PlanContent, PlanLine } from '../../src/domain/plan/line.ts'
import { linesOfSection } from '../../src/domain/plan/plan-order.ts'
import type { Section } from '../../src/domain/plan/sections.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import type { Hub } from '../harness/hub.ts'
import { onCase } from './a-maintained-case.ts'
import type { PlanWishes } from './a-plan-to-issue.ts'
import { anIssuedPlan } from './an-issued-plan.ts'

/** A final plan, and an amendment of it that has begun. */
export async function aPlanUnderAmendment(hub: Hub, wishes: PlanWishes = {}): Promise<CaseKey> {
  const key = await anIssuedPlan(hub, wishes)
  await keepDraftThatWasSent(hub, key)
  await onCase(hub, key, async (record, newId) => record({ type: 'amendment-begun', reviewId: newId<ReviewId>(), because: 'change' }, hub.house.clock.today()))
  return key
}

/** The draft that the family was sent, which `aPlanToIssue` records and does not freeze. */
async function keepDraftThatWasSent(hub: Hub, key: CaseKey): Promise<void> {
  await inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
    const caseFile = await openCaseFile(tx, key)
    const served = latestOf(caseFile.facts, 'draft-served')
    const final = await tx.db.selectFrom('planVersion').select(['planId', 'content', 'sha256', 'frozenBy']).where('planId', '=', await planIdOf(tx, caseFile)).where('kind', '=', 'final').executeTakeFirstOrThrow()
    if (served === undefined) throw new Error('no draft was sent')
    await tx.db.insertInto('planVersion').values({ ...final, localAreaId: caseFile.localAreaId, id: served.versionId, no: 0, kind: 'draft', label: 'Draft sent to the family', frozenAt: tx.now }).execute()
  })
}

async function onPlan<T>(hub: Hub, person: string, key: CaseKey, run: (tx: Tx, caseFile: CaseFile, planId: PlanId) => Promise<T>): Promise<T> {
  return inTransaction(await hub.occasion(person), async (tx) => {
    const caseFile = await openCaseFile(tx, key)
    return run(tx, caseFile, await planIdOf(tx, caseFile))
  })
}

export const livePlan = (hub: Hub, key: CaseKey): Promise<PlanContent> => onPlan(hub, 'tom', key, readPlanContent)

/** The nth live line of a section, from 1. */
export async function lineAt(hub: Hub, key: CaseKey, section: Section, no: number): Promise<PlanLine> {
  const line = linesOfSection(await livePlan(hub, key), section)[no - 1]
  if (line === undefined) throw new Error(`the plan has no ${section}${no}`)
  return line
}

/** The plan writer saves other words; undefined takes the line out. */
export async function writeLine(hub: Hub, key: CaseKey, { id, section, fields, revision }: PlanLine, text: string | undefined): Promise<void> {
  await onPlan(hub, 'tom', key, async (tx, caseFile, planId) => {
    await saveAttempt(tx, caseFile, planId, id, {
      base: revision, by: demoPersonId('tom'), how: text === undefined ? 'removed' : 'saved', wording: { section, text: text ?? '', fields }, isRemoved: text === undefined,
    })
  })
}

export const addLine = (hub: Hub, key: CaseKey, section: Section, kind: PlanLine['kind'], text: string): Promise<LineId> =>
  onPlan(hub, 'tom', key, (tx, caseFile, planId) => insertLine(tx, caseFile, planId, { kind, by: demoPersonId('tom'), wording: { section, text, fields: {} } }))

/** Somebody asks for something; the id, for answering it. */
export async function ask(hub: Hub, key: CaseKey, person: string, what: Pick<NewProposal, 'kind' | 'section' | 'text'> & Partial<Pick<NewProposal, 'lineId' | 'onRevision' | 'because'>>): Promise<ProposalId> {
  return onPlan(hub, person, key, async (tx, caseFile, planId) => {
    const id = tx.newId<ProposalId>()
    await insertProposal(tx, caseFile, planId, { id, authorId: demoPersonId(person), channel: 'hub', ...what })
    return id
  })
}

export async function decide(hub: Hub, key: CaseKey, id: ProposalId, decision: 'accepted' | 'declined', reason?: string, resultingRevision?: number): Promise<void> {
  await onPlan(hub, 'hattie', key, async (tx, caseFile) => {
    await decideProposal(tx, caseFile, id, { decision, decidedBy: demoPersonId('hattie'), ...(reason === undefined ? {} : { reason }), ...(resultingRevision === undefined ? {} : { resultingRevision }) })
  })
}

/** Freezes the plan as it stands, so many times: a working version each. */
export async function freezeTimes(hub: Hub, key: CaseKey, times: number): Promise<void> {
  for (let n = 1; n <= times; n += 1) {
    await onPlan(hub, 'tom', key, (tx, caseFile, planId) => freezeVersion(tx, caseFile, planId, demoPersonId('tom'), { kind: 'working', label: `Before meeting ${n}` }))
  }
}
