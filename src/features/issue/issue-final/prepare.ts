// Everything that issuing needs, worked out from the record and the form, and nothing written: the preview shows it and the
// act does it, so that what was read is what goes out.

import { appealBy } from '../../../domain/timeline/appeal-by.ts'
import { isWindowClosed, draftWindow } from '../../../domain/timeline/draft-window.ts'
import { addDays } from '../../../domain/calendar/plain-date.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { dateWords } from '../../../domain/calendar/date-words.ts'
import type { PlanId } from '../../../domain/ids.ts'
import type { Notice } from '../../../domain/notice/notice.ts'
import type { IssuedVersion } from '../../../domain/plan/freeze.ts'
import type { KeptTerm } from '../../../domain/plan/kept-from.ts'
import { keptFromReader } from '../../../domain/plan/kept-from.ts'
import { distributionOf } from '../../../domain/plan/distribution.ts'
import type { Distribution } from '../../../domain/plan/distribution.ts'
import type { PlanLine } from '../../../domain/plan/line.ts'
import type { PrintedDocument } from '../../../platform/documents/printed-document.ts'
import type { Addressee } from '../../../casebook/letters.ts'
import { goesByPost, listFamilyAddressees } from '../../../casebook/letters.ts'
import type { NoticeExtra } from '../../../casebook/notices.ts'
import { noticeFor } from '../../../casebook/notices.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { planIdOf, versionToFreeze } from '../../../casebook/plan-content.ts'
import type { PlanPrinting } from '../../../casebook/plan-document.ts'
import { appealParagraphsOf, planDocumentOf } from '../../../casebook/plan-document.ts'
import type { FamilyFinished } from '../../../casebook/plan-under-check.ts'
import { familyFinished } from '../../../casebook/plan-under-check.ts'
import { placementLine } from '../../../casebook/placement-line.ts'
import { listKeptTerms } from '../../../casebook/kept-terms.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { latestOf, standingFacts } from '../../../domain/case-file/facts.ts'
import { readPeopleOnCase } from '../people-store.ts'
import type { Target } from '../recipients.ts'
import { notReached, targetsOf } from '../recipients.ts'
import { refusalWords } from './placement-form.ts'
import type { PlacementForm } from './placement-form.ts'

export interface FamilyTime {
  readonly lastDay?: PlainDate
  readonly isOver: boolean
  readonly finished: FamilyFinished
}

/** SEND Regulations 2014 reg 13(1): the plan is not made final before the family's time is over, or all of it has finished. */
export async function familyTimeOf(tx: Tx, caseFile: CaseFile): Promise<FamilyTime> {
  const served = latestOf(standingFacts(caseFile.facts), 'draft-served')
  const finished = await familyFinished(tx, caseFile)
  if (served === undefined) return { isOver: false, finished }
  // The act that served the draft computed the window; its last day is what the family was told.
  const window = { ...draftWindow(served.happenedOn), lastDay: served.windowLastDay, mayFinaliseFrom: addDays(served.windowLastDay, 1) }
  return { lastDay: served.windowLastDay, isOver: isWindowClosed(window, tx.today), finished }
}

export interface Prepared {
  readonly planId: PlanId
  readonly line: PlanLine
  readonly sha256: string
  readonly version: IssuedVersion
  readonly distribution: Distribution
  readonly targets: readonly Target[]
  readonly notReached: readonly string[]
  readonly document: PrintedDocument
}

export async function prepare(tx: Tx, caseFile: CaseFile, { placement }: PlacementForm): Promise<Prepared> {
  const planId = await planIdOf(tx, caseFile)
  const line = placementLine(planId, placement)
  const { version, sha256 } = await versionToFreeze(tx, caseFile, planId, { kind: 'final', issuedOn: tx.today }, [line])
  const known = await readPeopleOnCase(tx, caseFile)
  const distribution = distributionOf(version.content, known.people)
  return {
    planId, line, sha256, version, distribution, targets: targetsOf(distribution, known), notReached: notReached(distribution, known),
    document: await finalDocument(tx, caseFile, { version, sha256 }),
  }
}

/** The final plan as printed: with the appeal, worded as the letters word it. */
export async function finalDocument(tx: Tx, caseFile: CaseFile, frozen: { version: IssuedVersion; sha256: string }): Promise<PrintedDocument> {
  const [family] = await listFamilyAddressees(tx, caseFile)
  const notice = noticeFor(caseFile, 'final-plan', family ?? nobody, tx.today, {})
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
    sectionK: version.advice.map(({ title, author, role, dated }, index) => `K${index + 1}: ${title}, by ${author}${role === '' ? '' : `, ${role}`}, ${dateWords(dated)}`),
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
export async function familyLetters(tx: Tx, caseFile: CaseFile, targets: readonly Target[], extra: NoticeExtra): Promise<FamilyLetter[]> {
  const family = await listFamilyAddressees(tx, caseFile, 'appeal')
  return family.filter(({ personId, copyOf }) => copyOf !== undefined || targets.some((target) => target.isFamily && target.personId === personId))
    .map((to) => ({ to, byPost: goesByPost(to), notice: noticeFor(caseFile, 'final-plan', to, tx.today, extra) }))
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
