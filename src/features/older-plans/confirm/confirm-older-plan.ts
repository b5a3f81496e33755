// The act: a plan from before the hub becomes the plan of the child's case. Its lines are written with where they come from, frozen as the
// final version of the day it was sent, and the clocks of reviews run from the days that were confirmed (CFA 2014 s.44(1)).

import { actOutsideCase } from '../../../casebook/act.ts'
import { insertCase, nextReference } from '../../../casebook/case-rows.ts'
import type { AttendedSetting } from '../../../casebook/family/child-settings.ts'
import { beginSetting, listAttendedSettings } from '../../../casebook/family/child-settings.ts'
import { insertChildRow } from '../../../casebook/family/family-rows.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import { openAreaFor } from '../../../casebook/open-area.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotAllowed } from '../../../casebook/out-of-bounds.ts'
import { giveToCase } from '../../../casebook/papers/documents.ts'
import { keepContent } from '../../../casebook/plan/keep-content.ts'
import { nameInPlan } from '../../../casebook/plan/named-settings.ts'
import { keepIssued } from '../../../casebook/plan/keep-issued.ts'
import { keepFiles } from '../../../casebook/plan/issued-files.ts'
import { freezeVersion } from '../../../casebook/plan/plan-content.ts'
import { planDocumentOf } from '../../../casebook/plan/plan-document.ts'
import { fillShell, hasPlan, startOlderPlan } from '../../../casebook/plan/start-plan.ts'
import { summaryDocument } from '../../../casebook/plan/summary-document.ts'
import { findingsIn, keepRelease } from '../../../casebook/sending/check-before-sending.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { mayAct } from '../../../domain/access/policy.ts'
import { dateWords } from '../../../domain/calendar/date-words.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { standingFacts } from '../../../domain/case-file/facts.ts'
import { isInForce, type Stage } from '../../../domain/case-file/tracks.ts'
import { planWithoutWords } from '../../../domain/plan/plan-shell.ts'
import type { CaseId, ChildId, LineId, ReviewId } from '../../../domain/ids.ts'
import { ok, refused, type Outcome } from '../../../domain/outcome.ts'
import { waits } from '../../../domain/older-plans/piece.ts'
import { adviceListed, planOfPieces } from '../../../domain/older-plans/plan-of-pieces.ts'
import type { Difference } from '../../../domain/older-plans/same-child.ts'
import { differencesOf, isAnotherChild } from '../../../domain/older-plans/same-child.ts'
import type { Finding, FindingKind } from '../../../domain/sending/findings.ts'
import { toHtml } from '../../../platform/documents/to-html.tsx'
import { findSettingCalled } from '../like-children-store.ts'
import { endPlan, type OlderPlan } from '../older-plan-store.ts'
import { openOlderPlan, personOf, type PlanKey } from '../open-older-plan.ts'
import { mayChange, type NotNow } from '../place/place-pieces.ts'
import type { ConfirmForm } from './form.ts'

export type ConfirmRefusal =
  | NotNow
  /** Words still wait to be placed. */
  | { readonly kind: 'still-waiting'; readonly count: number }
  | { readonly kind: 'nothing-placed' }
  /** The case has a plan, or is at a stage at which one is being made. */
  | { readonly kind: 'not-this-case'; readonly stage: Stage }
  /** The case has the days of its plan from a return, and they say another first day. */
  | { readonly kind: 'other-first-day'; readonly firstMadeOn: PlainDate }
  | { readonly kind: 'another-child' | 'differs'; readonly differences: readonly Difference[] }
  | { readonly kind: 'others-named'; readonly found: readonly Finding[]; readonly mayDecide: boolean }

export const confirmOlderPlan = actOutsideCase('confirm-older-plan', async (tx, { form, n, ...key }: PlanKey & { form: ConfirmForm; n: number }): Promise<Outcome<{ caseId: CaseId }, ConfirmRefusal>> => {
  await openAreaFor(tx, key.area, 'confirm-older-plan')
  const { area, plan } = await openOlderPlan(tx, key, { lock: true })
  const by = personOf(tx)
  const may = mayChange(plan, by, n)
  if (!may.ok) return may
  const waiting = plan.pieces.filter(waits).length
  if (waiting > 0) return refused({ kind: 'still-waiting', count: waiting })
  if (!plan.pieces.some(({ kind }) => kind !== undefined)) return refused({ kind: 'nothing-placed' })

  const caseFile = form.caseId === undefined ? await newCase(tx, area, form) : await openCaseFile(tx, { area: area.code, caseId: form.caseId }, { lock: true })
  const mayHere = mayAct('confirm-older-plan', caseFile.parts, caseFile.stage, caseFile.isLimited)
  if (mayHere === 'not-your-part') throw new NotAllowed('confirm-older-plan')
  const shell = planWithoutWords(caseFile.facts)
  if (mayHere === 'not-at-this-stage' || (shell === undefined && (isInForce(caseFile.stage) || await hasPlan(tx, caseFile)))) return refused({ kind: 'not-this-case', stage: caseFile.stage })
  if (shell !== undefined && shell.firstMadeOn !== form.firstMadeOn) return refused({ kind: 'other-first-day', firstMadeOn: shell.firstMadeOn })
  const differences = differencesOf(plan.facts, caseFile.child)
  if (isAnotherChild(differences)) return refused({ kind: 'another-child', differences })
  if (differences.length > 0 && !form.isSameChild) return refused({ kind: 'differs', differences })
  const others = await othersNamed(tx, caseFile, plan, form)
  if (others !== undefined) return refused(others)
  await write(tx, caseFile, plan, form)
  return ok({ caseId: caseFile.id })
})

/** A child who is not on record yet: a case with no request, because the plan was decided on long ago. */
async function newCase(tx: Tx, area: CaseFile['area'], { givenName, familyName, bornOn, upn, nhsNumber }: ConfirmForm): Promise<CaseFile> {
  const [id, childId] = [tx.newId<CaseId>(), tx.newId<ChildId>()]
  await insertChildRow(tx, area.id, { id: childId, givenName, familyName, bornOn, ...(upn === undefined ? {} : { upn }), ...(nhsNumber === undefined ? {} : { nhsNumber }) })
  await insertCase(tx, area.id, { id, childId, reference: await nextReference(tx, area) })
  return openCaseFile(tx, { area: area.code, caseId: id }, { lock: true })
}

const ofOthers: ReadonlySet<FindingKind> = new Set<FindingKind>(['child-name', 'upn', 'nhs-number'])

/** Other children who seem to be named in the words: taken out, or said by somebody who decides to belong here. */
async function othersNamed(tx: Tx, caseFile: CaseFile, plan: OlderPlan, { othersReason }: ConfirmForm): Promise<Extract<ConfirmRefusal, { kind: 'others-named' }> | undefined> {
  const text = plan.pieces.filter(({ section }) => section !== undefined).map((piece) => piece.text).join('\n\n')
  const found = (await findingsIn(tx, caseFile, { what: 'final-plan', text })).filter(({ kind, weight }) => ofOthers.has(kind) && weight === 'stop')
  if (found.length === 0) return undefined
  const mayDecide = caseFile.parts.includes('decision-maker')
  if (!mayDecide || othersReason === '') return { kind: 'others-named', found, mayDecide }
  for (const one of found) await keepRelease(tx, caseFile, one, othersReason)
  return undefined
}

async function write(tx: Tx, caseFile: CaseFile, plan: OlderPlan, form: ConfirmForm): Promise<void> {
  const by = personOf(tx)
  const { firstMadeOn, issuedOn, reviewedOn, settingName } = form
  await giveToCase(tx, caseFile, plan.documentId)
  const shell = planWithoutWords(caseFile.facts)
  const listedAdvice = adviceListed(plan.pieces)
  const planId = shell === undefined ? await startOlderPlan(tx, caseFile, { firstMadeOn, listedAdvice }) : await fillShell(tx, caseFile, shell.planId, listedAdvice)
  const content = planOfPieces(plan.pieces, { newId: () => tx.newId<LineId>(), source: { kind: 'said', by: `the plan of ${dateWords(issuedOn)}, as it came (${plan.fileName})`, on: issuedOn }, settingName })
  await keepContent(tx, caseFile, planId, { lines: [], links: [] }, content)
  const frozen = await freezeVersion(tx, caseFile, planId, by, { kind: 'final', label: 'Final plan, brought in', issuedOn })
  const document = await planDocumentOf(tx, caseFile, frozen)
  const summary = summaryDocument(frozen.version, caseFile)
  await keepIssued(tx, caseFile, planId, frozen.id, { document, html: toHtml(document), summary, summaryHtml: toHtml(summary), ...await keepFiles(tx.house, document) })
  await recordFact(tx, caseFile, {
    type: 'older-plan-brought-in', planId, versionId: frozen.id, documentId: plan.documentId, issuedOn, ...(reviewedOn === undefined ? {} : { reviewedOn }), ...(settingName === undefined ? {} : { settingName }),
  }, { happenedOn: firstMadeOn })
  await recordReview(tx, caseFile, form, frozen.id)
  const setting = settingName === undefined ? undefined : await findSettingCalled(tx, settingName)
  // Where section I has no name that was read, nobody has said what it names: an officer does, for the return.
  if (settingName !== undefined) await nameInPlan(tx, { localAreaId: caseFile.localAreaId, planId }, { settingName, ...(setting === undefined ? {} : { settingId: setting.id }) }, issuedOn)
  if (setting !== undefined && form.givesSetting) await attend(tx, caseFile, { organisationId: setting.id, name: setting.name })
  await endPlan(tx, plan, by, { state: 'confirmed', caseId: caseFile.id, versionId: frozen.id })
}

/** The child goes there: from today the setting has its part, and arranges the reviews (SEND Regulations 2014, reg 20(1), (2)). */
async function attend(tx: Tx, caseFile: CaseFile, setting: AttendedSetting): Promise<void> {
  const attended = await listAttendedSettings(tx, caseFile)
  if (!attended.some(({ organisationId }) => organisationId === setting.organisationId)) await beginSetting(tx, caseFile, setting, tx.today)
  await recordFact(tx, caseFile, { type: 'setting-began', ...setting }, { happenedOn: tx.today })
}

/**
 * The last review, from which the next is counted (CFA 2014 s.44(1)(b)). Of one that was decided, its decision alone: when its report and
 * its notice went nobody has told us, and the clocks must not call late what is not known. Where the decision is still to come, it is due.
 */
async function recordReview(tx: Tx, caseFile: CaseFile, { lastReview, reviewedOn, decidedOn, issuedOn }: ConfirmForm, versionId: Awaited<ReturnType<typeof freezeVersion>>['id']): Promise<void> {
  if (reviewedOn === undefined) return
  // A return may have said it already.
  const known = standingFacts(caseFile.facts).find((fact) => (fact.type === 'review-decision-notified' && fact.happenedOn === decidedOn) || (fact.type === 'review-meeting-held' && decidedOn === undefined && fact.happenedOn === reviewedOn))
  const reviewId = known !== undefined && 'reviewId' in known && known.reviewId !== undefined ? known.reviewId : tx.newId<ReviewId>()
  if (decidedOn === undefined) {
    if (known !== undefined) return
    await recordFact(tx, caseFile, { type: 'review-meeting-held', reviewId, noInstitution: false }, { happenedOn: reviewedOn })
    return
  }
  if (known === undefined) await recordFact(tx, caseFile, { type: 'review-decision-notified', reviewId, outcome: lastReview === 'changed' ? 'amend' : 'maintain' }, { happenedOn: decidedOn })
  if (lastReview === 'changed') await recordFact(tx, caseFile, { type: 'amended-final-issued', reviewId, versionId }, { happenedOn: issuedOn })
}
