// The acts: a person with the power to decide makes the plan, or the amended plan, final. Section I is written, the check is run again, the words are
// sealed, the documents made, and everybody who needs the plan is sent it in the same transaction (CFA 2014 ss.39(8), 40(5);
// SEND Regulations 2014 regs 13(2), 14, 22(3), 28).

import { act } from '../../../casebook/act.ts'
import { checkBeforeSending } from '../../../casebook/sending/check-before-sending.ts'
import { holdThing } from '../../../casebook/sending/hold.ts'
import { closeOtherConsultations } from '../../../casebook/consultations.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { NoticeIncomplete } from '../../../casebook/sending/notices.ts'
import { sendCaseNotice } from '../../../casebook/sending/notices.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { answersFor, tellProposers } from '../../../casebook/plan/answers-told.ts'
import { findPlanInForce } from '../../../casebook/plan/plan-in-force.ts'
import { runPlanCheck } from '../../../casebook/plan/plan-checking.ts'
import { freezeVersion } from '../../../casebook/plan/plan-content.ts'
import { keepIssued } from '../../../casebook/plan/keep-issued.ts'
import { nameInPlan } from '../../../casebook/plan/named-settings.ts'
import { writePlacement } from '../../../casebook/plan/placement-line.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { PlanVersionId } from '../../../domain/ids.ts'
import { lineNumbers } from '../../../domain/plan/line-numbers.ts'
import { wordsOfContent } from '../../../domain/plan/kept-from.ts'
import type { Finding } from '../../../domain/plan/checks/plan-check.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { standingFacts } from '../../../domain/case-file/facts.ts'
import { needsNoNotice, underWay } from '../../../domain/review/amendments.ts'
import { toHtml } from '../../../platform/documents/to-html.tsx'
import { deliver } from '../deliver.ts'
import { insertLeftOut } from '../delivery-store.ts'
import { keepFiles } from '../../../casebook/plan/issued-files.ts'
import { fullNameOf, organisationKey, readOrganisations } from '../people-store.ts'
import type { Target } from '../recipients.ts'
import { summaryDocument } from '../../../casebook/plan/summary-document.ts'
import { tellThoseNoLongerNamed } from '../superseded/no-longer-named.ts'
import type { IssueForm } from './issue-form.ts'
import type { PlacementForm } from './placement-form.ts'
import type { Issuing } from './issuing.ts'
import { amendedPlan, firstPlan } from './issuing.ts'
import type { KeptFrom, Prepared } from './prepare.ts'
import { withProviders } from './providers.ts'
import { answersOf, asAmended, consultationsOf, familyLetters, familyTimeOf, finalDocument, keptFromTargets, letterExtra, prepare } from './prepare.ts'

export type IssueRefusal =
  | NoticeIncomplete
  | { readonly kind: 'check-holds'; readonly held: readonly Finding[] }
  /** The family's 15 days are not over, and not all of it has said that it has finished. */
  | { readonly kind: 'family-still-has-time' }
  | { readonly kind: 'answers-not-considered' }
  | { readonly kind: 'kept-from-recipient'; readonly kept: readonly KeptFrom[] }
  /** Nobody of the family would get the plan: there is nobody whom the law's notice could reach. */
  | { readonly kind: 'nobody-of-the-family' }
  /** The draft was changed after the preview was read: what goes out must be what was read. */
  | { readonly kind: 'changed-since-read' }
  /** There is no such amendment open, or no notice of it has gone to the family. */
  | { readonly kind: 'no-notice' }

export interface IssueInput {
  readonly placement: PlacementForm
  /** What else the family asked for that is not in the plan, and why: goes into its letter. */
  readonly letterReasons: string
  readonly issue: IssueForm
}

export interface Issued {
  readonly versionId: PlanVersionId
  readonly sha256: string
}

export const issueFinal = act<IssueInput, Issued, IssueRefusal>('issue-final-plan', (tx, caseFile, input) => issuePlan(tx, caseFile, input, firstPlan))

export const issueAmended = act<IssueInput & { readonly reviewId: string }, Issued, IssueRefusal>('issue-amended-plan', async (tx, caseFile, { reviewId, ...input }) => {
  const amendment = underWay(standingFacts(caseFile.facts)).find(({ id, kind }) => id === reviewId && kind === 'amendment')
  if (amendment === undefined || (amendment.notice === undefined && !needsNoNotice(amendment))) return refused({ kind: 'no-notice' })
  return issuePlan(tx, caseFile, input, amendedPlan(amendment.id))
})

async function issuePlan(tx: Tx, caseFile: CaseFile, { placement, letterReasons, issue }: IssueInput, issuing: Issuing): Promise<Outcome<Issued, IssueRefusal>> {
  if (tx.viewer.kind !== 'person') throw new NotAllowed(issuing.act)
  const time = await familyTimeOf(tx, caseFile, issuing)
  if (!time.isOver && !(time.finished.finishedOn !== undefined && issue.confirmsFinished)) return refused({ kind: 'family-still-has-time' })
  const consultations = await consultationsOf(tx, caseFile, issuing)
  if (consultations.length > 0 && !issue.hasConsidered) return refused({ kind: 'answers-not-considered' })
  const prepared = await prepare(tx, caseFile, placement, issuing)
  if (prepared.sha256 !== issue.seal) return refused({ kind: 'changed-since-read' })

  const targets = await chosenTargets(tx, prepared, issue)
  if (!targets.some(({ isFamily }) => isFamily)) return refused({ kind: 'nobody-of-the-family' })
  const kept = await keptFromTargets(tx, caseFile, prepared, targets)
  if (kept.length > 0) return refused({ kind: 'kept-from-recipient', kept })

  const before = issuing.reviewId === undefined ? undefined : await findPlanInForce(tx, caseFile)
  if (placement.isKept !== true) await writePlacement(tx, caseFile, prepared.planId, tx.viewer.personId, placement.placement)
  const { verdict } = await runPlanCheck(tx, caseFile, issuing.status)
  if (!verdict.may) return refused({ kind: 'check-holds', held: verdict.held })

  const frozen = await freezeVersion(tx, caseFile, prepared.planId, tx.viewer.personId, { kind: 'final', label: issuing.label, issuedOn: tx.today, ...asAmended(issuing) })
  if (frozen.sha256 !== issue.seal) return refused({ kind: 'changed-since-read' })
  await checkBeforeSending(tx, caseFile, { what: 'final-plan', text: wordsOfContent(frozen.version.content) })
  await holdThing(tx, caseFile.localAreaId, 'plan-version', frozen.id)
  const document = await finalDocument(tx, caseFile, frozen, issuing)
  const summary = summaryDocument(frozen.version, caseFile)
  await keepIssued(tx, caseFile, prepared.planId, frozen.id, {
    document, html: toHtml(document), summary, summaryHtml: toHtml(summary), ...await keepFiles(tx.house, document),
  })
  await nameInPlan(tx, { localAreaId: caseFile.localAreaId, planId: prepared.planId }, {
    ...placement.placement.fields, ...(placement.settingId === undefined ? {} : { settingId: placement.settingId }),
  }, tx.today, { isKept: placement.isKept === true })
  const issuedAs = { versionId: frozen.id, sha256: frozen.sha256, ...(placement.settingName === undefined ? {} : { settingName: placement.settingName }) }
  await recordFact(tx, caseFile, issuing.reviewId === undefined ? { type: 'final-issued', ...issuedAs } : { type: 'amended-final-issued', reviewId: issuing.reviewId, ...issuedAs })

  const letters = await familyLetters(tx, caseFile, targets, letterExtra(prepared, placement, letterReasons, targets), issuing)
  if (letters.length === 0) return refused({ kind: 'nobody-of-the-family' })
  const answered = await answersOf(tx, caseFile, issuing.reviewId)
  const extra = letterExtra(prepared, placement, letterReasons, targets)
  for (const { to } of letters) {
    const sent = await sendCaseNotice(tx, caseFile, { kind: issuing.letter, to: [to], extra: { ...extra, answers: to.copyOf === undefined ? answersFor(answered, to) : [] } })
    if (!sent.ok) return sent
  }
  const byPost = new Set(letters.filter((letter) => letter.byPost).map(({ to }) => to.personId))
  for (const target of targets) await deliver(tx, caseFile, frozen.id, target, { byPost: target.isFamily && byPost.has(target.personId) })
  await leaveOut(tx, caseFile, frozen.id, prepared, targets, issue)
  await tellProposers(tx, caseFile, answered, letters.map(({ to }) => to))
  if (before !== undefined) await tellThoseNoLongerNamed(tx, caseFile, { was: before.id, is: frozen.id, targets })
  await closeOtherConsultations(tx, caseFile, {
    reason: 'The final plan does not name this setting', ...(placement.settingId === undefined ? {} : { named: placement.settingId }),
  })
  return ok({ versionId: frozen.id, sha256: frozen.sha256 })
}

/** The list as ticked, with those who were found for the words of the plan and the body that was added by hand. */
export async function chosenTargets(tx: Tx, { targets }: Prepared, { recipients, added, providers }: Pick<IssueForm, 'recipients' | 'added' | 'providers'>): Promise<Target[]> {
  const ticked = await withProviders(tx, targets.filter(({ key }) => recipients.includes(key)), providers)
  if (added === undefined || ticked.some(({ key }) => key === organisationKey(added.organisationId))) return ticked
  const organisation = (await readOrganisations(tx, [added.organisationId])).get(added.organisationId)
  if (organisation === undefined) return ticked
  return [...ticked, {
    key: organisationKey(organisation.id), organisationId: organisation.id, name: fullNameOf(organisation), role: 'added by the council',
    isFamily: false, isSetting: organisation.kind === 'setting', isOwed: false, lineIds: [], parts: ['recipient', organisation.kind === 'setting' ? 'school' : 'adviser'],
    reasons: [{ words: added.reason, citation: 'SEND Regulations 2014, reg 17', lineIds: [] }],
  }]
}

/** Keeps who does not get the plan and why: those whom the record keeps from it, and those whom a person took off the list. */
async function leaveOut(tx: Tx, caseFile: CaseFile, versionId: PlanVersionId, { distribution, targets, version }: Prepared, chosen: readonly Target[], issue: IssueForm): Promise<void> {
  for (const { key, name, why } of distribution.leftOut) {
    const [kind, id] = key.split(':', 2)
    if (kind === 'person' && id !== undefined) await insertLeftOut(tx, caseFile, versionId, { personId: id as NonNullable<Target['personId']>, name, role: 'parent or carer', reason: why })
  }
  for (const { words, lineIds, ...choice } of issue.providers) {
    if (choice.kind !== 'nobody' && choice.kind !== 'left-open') continue
    const numbers = lineNumbers(version.content)
    const lines = lineIds.map((id) => numbers.get(id) ?? '').join(', ')
    await insertLeftOut(tx, caseFile, versionId, { name: words === '' ? `Whoever delivers ${lines}` : `“${words}” (${lines})`, role: 'delivers provision', reason: choice.kind === 'nobody' ? choice.why : 'Nobody has said yet who this is. Find them and send them the plan' })
  }
  for (const target of targets.filter(({ key }) => !chosen.some((one) => one.key === key))) {
    const { personId, organisationId, name, role } = target
    await insertLeftOut(tx, caseFile, versionId, {
      name, role, reason: issue.leftOutReason, ...(personId === undefined ? {} : { personId }), ...(organisationId === undefined ? {} : { organisationId }),
    })
  }
}
