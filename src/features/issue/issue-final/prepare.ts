// Everything that issuing needs, worked out from the record and the form, and nothing written: the preview shows it and the
// act does it, so that what was read is what goes out.

import { appealBy } from '../../../domain/timeline/appeal-by.ts'
import { isWindowClosed } from '../../../domain/timeline/draft-window.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { PlanId, ReviewId } from '../../../domain/ids.ts'
import { needsNoNotice, underWay } from '../../../domain/review/amendments.ts'
import { standingFacts } from '../../../domain/case-file/facts.ts'
import type { Notice } from '../../../domain/notice/notice.ts'
import { listedAdvice } from '../../../domain/plan/advice-words.ts'
import type { IssuedVersion } from '../../../domain/plan/freeze.ts'
import type { KeptTerm } from '../../../domain/plan/kept-from.ts'
import { keptFromReader } from '../../../domain/plan/kept-from.ts'
import { distributionOf } from '../../../domain/plan/distribution.ts'
import type { Distribution } from '../../../domain/plan/distribution.ts'
import type { PlanLine } from '../../../domain/plan/line.ts'
import { linesOfSection } from '../../../domain/plan/plan-order.ts'
import type { DraftWindow } from '../../../domain/timeline/draft-window.ts'
import type { PrintedDocument } from '../../../platform/documents/printed-document.ts'
import type { Addressee } from '../../../casebook/sending/letters.ts'
import type { OpenConsultation } from '../../../casebook/consultations.ts'
import { listOpenConsultations } from '../../../casebook/consultations.ts'
import { goesByPost, listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import type { NoticeExtra } from '../../../casebook/sending/notices.ts'
import { noticeFor } from '../../../casebook/sending/notices.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { planIdOf, versionToFreeze } from '../../../casebook/plan/plan-content.ts'
import type { PlanPrinting } from '../../../casebook/plan/plan-document.ts'
import { appealParagraphsOf, planDocumentOf } from '../../../casebook/plan/plan-document.ts'
import type { FamilyFinished } from '../../../casebook/plan/plan-under-check.ts'
import { familyFinished } from '../../../casebook/plan/plan-under-check.ts'
import { placementLine } from '../../../casebook/plan/placement-line.ts'
import { listKeptTerms } from '../../../casebook/plan/kept-terms.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { addDays } from '../../../domain/calendar/plain-date.ts'
import { answeredOf, answersFor } from '../../../casebook/plan/answers-told.ts'
import type { Proposal } from '../../../casebook/plan/proposals.ts'
import { listProposals } from '../../../casebook/plan/proposals.ts'
import { findServed, noticeWindow } from '../../../casebook/plan/served.ts'
import { readPeopleOnCase } from '../people-store.ts'
import type { Target } from '../recipients.ts'
import { notReached, targetsOf } from '../recipients.ts'
import type { Issuing } from './issuing.ts'
import { refusalWords } from './placement-form.ts'
import type { PlacementForm } from './placement-form.ts'

export interface FamilyTime {
  readonly lastDay?: PlainDate
  readonly isOver: boolean
  readonly finished: FamilyFinished
}

/** SEND Regulations 2014 regs 13(1), 22(2)(c): the plan is not made final before the family's time is over, or all of it has finished. */
export async function familyTimeOf(tx: Tx, caseFile: CaseFile, { reviewId }: Issuing): Promise<FamilyTime> {
  const window = reviewId === undefined ? draftTime(caseFile) : noticeWindow(caseFile, reviewId)
  const amendment = underWay(standingFacts(caseFile.facts)).find(({ id }) => id === reviewId)
  const finished = await familyFinished(tx, caseFile)
  if (window === undefined && amendment !== undefined && needsNoNotice(amendment)) return { isOver: true, finished }
  return window === undefined ? { isOver: false, finished } : { lastDay: window.lastDay, isOver: isWindowClosed(window, tx.today), finished }
}

/** The act that served the draft computed the window; its last day is what the family was told. */
function draftTime(caseFile: CaseFile): DraftWindow | undefined {
  const served = findServed(caseFile)
  return served === undefined ? undefined : { firstDay: served.servedOn, lastDay: served.windowLastDay, mayFinaliseFrom: addDays(served.windowLastDay, 1) }
}

export interface Prepared {
  readonly planId: PlanId
  /** Section I as it will stand. */
  readonly placement: readonly PlanLine[]
  readonly sha256: string
  readonly version: IssuedVersion
  readonly distribution: Distribution
  readonly targets: readonly Target[]
  readonly notReached: readonly string[]
  readonly document: PrintedDocument
}

export async function prepare(tx: Tx, caseFile: CaseFile, { placement, isKept }: PlacementForm, issuing: Issuing): Promise<Prepared> {
  const planId = await planIdOf(tx, caseFile)
  const lines = isKept === true ? [] : [placementLine(planId, placement)]
  const { version, sha256 } = await versionToFreeze(tx, caseFile, planId, { kind: 'final', issuedOn: tx.today, ...asAmended(issuing) }, lines)
  const known = await readPeopleOnCase(tx, caseFile)
  const distribution = distributionOf(version.content, known.people)
  return {
    planId, placement: linesOfSection(version.content, 'I'), sha256, version, distribution, targets: targetsOf(distribution, known), notReached: notReached(distribution, known),
    document: await finalDocument(tx, caseFile, { version, sha256 }, issuing),
  }
}

export const asAmended = ({ status }: Issuing): { isAmended?: true } => (status === 'amended' ? { isAmended: true } : {})

/** The final plan as printed: with the appeal, worded as the letters word it. */
export async function finalDocument(tx: Tx, caseFile: CaseFile, frozen: { version: IssuedVersion; sha256: string }, { letter }: Issuing): Promise<PrintedDocument> {
  const [family] = await listFamilyAddressees(tx, caseFile)
  const notice = noticeFor(caseFile, letter, family ?? nobody, tx.today, {})
  const askWho = whoToAsk(caseFile)
  const more: Pick<PlanPrinting, 'appeal' | 'askWho'> = {
    appeal: { by: appealBy(tx.today).receivedBy, paragraphs: appealParagraphsOf(notice.paragraphs) }, ...(askWho === undefined ? {} : { askWho }),
  }
  return planDocumentOf(tx, caseFile, frozen, more)
}

const nobody: Addressee = { name: '', isFamily: true, canSignIn: false, safeContact: 'none', needsInterpreter: false, formats: [] }

export function whoToAsk({ officer, area }: CaseFile): string | undefined {
  const who = officer ?? area.contacts.sendTeam
  return who === undefined ? undefined : [who.name, ...(officer === undefined ? [] : [`${area.officerTitle}, ${area.councilName}`]), who.phone, who.email].filter((one) => one !== undefined).join(', ')
}

/** What the family's letter says beyond the case: reports that come with the plan, who else has it, what is not in it and why. */
export function letterExtra({ version }: Pick<Prepared, 'version'>, { refused }: PlacementForm, reasons: string, targets: readonly Target[]): NoticeExtra {
  const why = [refused === undefined ? '' : refusalWords(refused), reasons].filter((words) => words !== '').join('\n\n')
  return {
    sectionK: version.advice.map((entry, index) => `K${index + 1}: ${listedAdvice(entry)}`),
    // One parent's letter never names the other.
    copiesTo: targets.filter(({ isFamily }) => !isFamily).map(({ name, role }) => `${name} (${role})`),
    ...(why === '' ? {} : { reasons: why }),
  }
}

export interface FamilyLetter {
  readonly to: Addressee
  readonly byPost: boolean
  readonly notice: Notice
}

/** One letter for each of the family who gets the plan. */
export async function familyLetters(tx: Tx, caseFile: CaseFile, targets: readonly Target[], extra: NoticeExtra, { letter, reviewId }: Issuing): Promise<FamilyLetter[]> {
  const answered = await answersOf(tx, caseFile, reviewId)
  const family = await listFamilyAddressees(tx, caseFile, 'appeal')
  return family.filter(({ personId, copyOf }) => copyOf !== undefined || targets.some((target) => target.isFamily && target.personId === personId))
    .map((to) => ({ to, byPost: goesByPost(to), notice: noticeFor(caseFile, letter, to, tx.today, { ...extra, answers: to.copyOf === undefined ? answersFor(answered, to) : [] }) }))
}

/** The settings whose answers count: asked on the draft or, of an amendment, since its notice. What was asked before is answered by the plan in force. */
export async function consultationsOf(tx: Tx, caseFile: CaseFile, { reviewId }: Issuing): Promise<OpenConsultation[]> {
  const since = reviewId === undefined ? undefined : noticeWindow(caseFile, reviewId)?.firstDay
  return (await listOpenConsultations(tx, caseFile)).filter(({ sentOn }) => since === undefined || sentOn >= since)
}

/** What was said of the proposed changes since the notice and answered: each reads their own with the plan. */
export async function answersOf(tx: Tx, caseFile: CaseFile, reviewId: ReviewId | undefined): Promise<Proposal[]> {
  const served = findServed(caseFile)
  if (reviewId === undefined || served === undefined) return []
  const since = caseFile.facts.find(({ seq }) => seq === served.seq)?.recordedAt ?? tx.now
  return answeredOf(await listProposals(tx, caseFile, await planIdOf(tx, caseFile)), reviewId).filter(({ madeAt }) => madeAt >= since)
}

export interface KeptFrom {
  readonly name: string
  readonly term: KeptTerm
  readonly line: PlanLine
}

/** Recipients who must not read words that this plan holds: it cannot go to them as it is. */
export async function keptFromTargets(tx: Tx, caseFile: CaseFile, { version }: Pick<Prepared, 'version'>, targets: readonly Target[]): Promise<KeptFrom[]> {
  const terms = await listKeptTerms(tx, caseFile)
  return targets.flatMap(({ name, parts, personId }) =>
    keptFromReader(version.content, terms, { parts, ...(personId === undefined ? {} : { personId }) }).map(({ term, line }) => ({ name, term, line })))
}
