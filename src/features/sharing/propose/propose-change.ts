import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import { NotAllowed, NotFound } from '../../../casebook/out-of-bounds.ts'
import { planIdOf } from '../../../casebook/plan/plan-content.ts'
import { standingFacts } from '../../../domain/case-file/facts.ts'
import { openAmendmentOf } from '../../../domain/review/amendments.ts'
import type { ProposalId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import { isFamily } from '../closed.tsx'
import type { OnBehalf } from '../on-behalf.tsx'
import { speaksForFamily } from '../on-behalf.tsx'
import { insertProposal } from '../../../casebook/plan/proposals.ts'
import { findLineInSight, findServed, isWorkedOn } from '../served-draft.ts'
import type { ProposalForm } from './form.ts'

export type About =
  /** `onRevision` is the wording that was read on the page. */
  | { readonly kind: 'line'; readonly lineId: string; readonly onRevision: number }
  | { readonly kind: 'section'; readonly section: Section }

export type ProposeRefusal =
  /** The family has been sent no draft yet. */
  | { readonly kind: 'no-draft-yet' }
  /** A newer draft was sent meanwhile, in which the line says something else. */
  | { readonly kind: 'line-changed' }
  | { readonly kind: 'not-on-this-case' }

/** A representation on the draft (CFA 2014 s.38(2)(b)(i)), in the hub or written down for somebody of the family. */
export const proposeChange = act('propose-change', async (
  tx, caseFile, { about, form, behalf }: { about: About; form: ProposalForm; behalf: OnBehalf },
): Promise<Outcome<ProposalId, ProposeRefusal>> => {
  if (tx.viewer.kind !== 'person') throw new NotAllowed('propose-change')
  const served = findServed(caseFile)
  if (served === undefined && !isWorkedOn(caseFile) && (isFamily(caseFile) || behalf.onBehalfOf !== undefined)) return refused({ kind: 'no-draft-yet' })
  if (speaksForFamily(caseFile) && !(await listFamilyAddressees(tx, caseFile)).some(({ personId }) => personId === behalf.onBehalfOf)) {
    return refused({ kind: 'not-on-this-case' })
  }
  const id = tx.newId<ProposalId>()
  const amendment = openAmendmentOf(standingFacts(caseFile.facts))
  const who = {
    authorId: tx.viewer.personId, channel: behalf.channel, ...(amendment === undefined ? {} : { reviewId: amendment.id }), ...(behalf.onBehalfOf === undefined ? {} : { onBehalfOf: behalf.onBehalfOf }),
  }
  const planId = await planIdOf(tx, caseFile)
  if (about.kind === 'line') {
    const found = await findLineInSight(tx, caseFile, about.lineId)
    if (found === undefined) throw new NotFound('line')
    const { line, versionId } = found
    if (line.revision !== about.onRevision) return refused({ kind: 'line-changed' })
    await insertProposal(tx, caseFile, planId, {
      id, ...who, ...form, lineId: line.id, onRevision: line.revision, section: line.section, ...(versionId === undefined ? {} : { versionId }),
    })
    await recordFact(tx, caseFile, { type: 'representation-made', proposalId: id, section: line.section })
    return ok(id)
  }
  await insertProposal(tx, caseFile, planId, {
    id, ...who, ...form, section: about.section, ...(served === undefined ? {} : { versionId: served.versionId }),
  })
  await recordFact(tx, caseFile, { type: 'representation-made', proposalId: id, section: about.section })
  return ok(id)
})
