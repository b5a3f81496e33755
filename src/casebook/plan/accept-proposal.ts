// What is written when a proposal is accepted: the one place, whoever accepts it and wherever it was made. Deciding on it
// (`decideProposal`), the fact and the word to whoever asked are the act's.

import { londonDateOf } from '../../domain/calendar/london-date.ts'
import type { LineId, PersonId, PlanId } from '../../domain/ids.ts'
import type { Saved } from '../../domain/plan/clash.ts'
import type { LineFields } from '../../domain/plan/line.ts'
import { kindsInSection } from '../../domain/plan/line.ts'
import type { CaseFile } from '../open-case-file.ts'
import type { Tx } from '../tx.ts'
import { addRevision, insertLine, lockLine, seenSince } from './line-rows.ts'
import type { Proposal } from './proposals.ts'
import { whoSaid } from './proposals.ts'
import { toRevision } from './revision-row.ts'
import { trySaving } from './save-line.ts'

/** How it is accepted. */
export interface Acceptance {
  /** The words that the line shall have; the proposal's own where absent. */
  readonly wording?: string
  /** The fields that the line shall have; the proposal's own where absent, else as they stand. */
  readonly fields?: LineFields
  /** 'now': the draft says by now what was wanted, and stays as it stands. */
  readonly keep: 'proposed' | 'now' | 'own'
  /** The revision that stood beside the proposal when it was decided. */
  readonly against: number
}

export interface Written {
  readonly lineId?: LineId
  readonly resultingRevision?: number
}

/** Why a revision was made: by it the revision is known again when the proposal is opened once more. */
export const acceptedBecause = 'A change that was asked for was accepted'

/** Writes the change; 'line-moved-on' when the line was changed after the decider had it before them, and then nothing is written. */
export async function acceptProposal(
  tx: Tx, caseFile: CaseFile, planId: PlanId, by: PersonId, proposal: Proposal, { wording = proposal.text, fields = proposal.fields, keep, against }: Acceptance,
): Promise<Written | 'line-moved-on'> {
  if (proposal.kind === 'add') return addition(tx, caseFile, planId, by, proposal, wording, fields)
  if (proposal.lineId === undefined) throw new Error(`a proposal to ${proposal.kind} has no line`)
  const { latest } = await lockLine(tx, caseFile, planId, proposal.lineId)
  if (latest.n !== await seenSince(tx, caseFile, proposal.lineId, against)) return 'line-moved-on'
  if (keep === 'now') return { resultingRevision: latest.n }
  return revisionOf(await trySaving(tx, caseFile, planId, proposal.lineId, {
    base: against, by,
    ...(proposal.kind === 'remove'
      ? { how: 'removed', wording: latest.wording, isRemoved: true }
      : { how: 'saved', wording: { ...latest.wording, text: wording, fields: fields ?? latest.wording.fields }, isRemoved: false }),
  }, acceptedBecause))
}

const revisionOf = (saved: Saved): Written | 'line-moved-on' =>
  saved.kind === 'clash' ? 'line-moved-on' : { resultingRevision: saved.revision.n }

/** A new line, whose source is who said it and on which day. */
async function addition(tx: Tx, caseFile: CaseFile, planId: PlanId, by: PersonId, proposal: Proposal, text: string, fields: LineFields | undefined): Promise<Written> {
  const [kind] = kindsInSection[proposal.section]
  if (kind === undefined) throw new Error(`nothing can be added to section ${proposal.section}`)
  const who = whoSaid(proposal)
  const lineId = await insertLine(tx, caseFile, planId, {
    kind, by, because: acceptedBecause, wording: { section: proposal.section, text, fields: fields ?? (kind === 'view' ? viewOf(caseFile, proposal) : {}) },
    sources: [{ kind: 'said', by: who.name, on: londonDateOf(proposal.madeAt) }],
  })
  return { lineId, resultingRevision: 1 }
}

const viewOf = ({ child }: CaseFile, proposal: Proposal): LineFields => ({
  whose: child.personId === whoSaid(proposal).id ? 'child' : 'parent', whoseName: whoSaid(proposal).name, howGathered: 'said of the draft plan',
})

/** Takes out what an acceptance wrote; false when somebody has written on the line since. A revision that it did not make stays. */
export async function takeAcceptanceBack(tx: Tx, caseFile: CaseFile, planId: PlanId, by: PersonId, { lineId, kind, resultingRevision }: Proposal): Promise<boolean> {
  if (lineId === undefined || resultingRevision === undefined) return true
  const now = await lockLine(tx, caseFile, planId, lineId)
  if (now.latest.n !== resultingRevision) return false
  const rows = await tx.db.selectFrom('planLineRevision').selectAll().where('localAreaId', '=', caseFile.localAreaId).where('lineId', '=', lineId).where('n', 'in', [resultingRevision, now.latest.base]).execute()
  if (rows.find(({ n }) => n === resultingRevision)?.because !== acceptedBecause) return true
  const revision = { n: now.latest.n + 1, base: now.latest.n, by, because: 'An acceptance was taken back' }
  const before = rows.find(({ n }) => n === now.latest.base)
  await addRevision(tx, caseFile, planId, now, kind === 'add' || before === undefined
    ? { ...revision, how: 'removed', wording: now.latest.wording, isRemoved: true }
    : { ...revision, how: 'restored', wording: toRevision(before).wording, isRemoved: before.isRemoved })
  return true
}
