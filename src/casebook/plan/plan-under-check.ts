// Gathers from the record everything that the check before issue looks at. Read here alone, so that the check page, the act
// that serves a draft and the act that issues a final plan can never ask about different things.

import { z } from 'zod'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { yearGroupOn } from '../../domain/calendar/school-year.ts'
import { allOf, standingFacts } from '../../domain/case-file/facts.ts'
import type { PlanId } from '../../domain/ids.ts'
import type { ConsultationUnderCheck, DraftNotice, PlanStatus, PlanUnderCheck } from '../../domain/plan/checks/plan-under-check.ts'
import { wordingOfPlan } from '../../domain/plan/line-wording.ts'
import type { PlanLine } from '../../domain/plan/line.ts'
import { isSection38Setting } from '../../domain/plan/section-38.ts'
import { draftWindow } from '../../domain/timeline/draft-window.ts'
import { adviceUnderCheck } from './advice-under-check.ts'
import { listKeptTerms } from './kept-terms.ts'
import { listFamilyAddressees } from '../sending/letters.ts'
import { noticeFor } from '../sending/notices.ts'
import type { CaseFile } from '../open-case-file.ts'
import { planIdOf, readPlanContent } from './plan-content.ts'
import { findServed } from './served.ts'
import { protectedPassages } from '../family/sealed-addresses.ts'
import type { Tx } from '../tx.ts'

/** Months after which advice is shown for a second look: our choice, the law has no such limit. */
const adviceOldAfterMonths = 12

export interface CheckOptions {
  /** Section I as it would be written when the plan is issued: a draft holds none (CFA 2014 s.38(5)). */
  readonly placement?: readonly PlanLine[]
}

export async function gatherPlanUnderCheck(
  tx: Tx, caseFile: CaseFile, status: PlanStatus, { placement = [] }: CheckOptions = {},
): Promise<PlanUnderCheck> {
  const planId = await planIdOf(tx, caseFile)
  const content = await readPlanContent(tx, caseFile, planId)
  const whole = { ...content, lines: [...content.lines.filter(({ id }) => !placement.some((line) => line.id === id)), ...placement] }
  const { child } = caseFile
  const notice = status === 'draft' ? await draftNoticeToday(tx, caseFile, whole.lines) : undefined
  const icbAgreement = await healthAgreement(tx, caseFile)
  return {
    content: whole, status, areaName: caseFile.area.councilName, today: tx.today, adviceOldAfterMonths,
    child: {
      names: [`${child.givenName} ${child.familyName}`], dateOfBirth: child.bornOn,
      yearGroup: child.yearGroupOverride ?? yearGroupOn(child.bornOn, tx.today),
    },
    ...await ofPlan(tx, caseFile, planId),
    advice: await adviceUnderCheck(tx, caseFile),
    representations: await representations(tx, caseFile, planId),
    consultations: await consultationsUnderCheck(tx, caseFile),
    settingsAsked: await settingsAsked(tx, caseFile),
    formats: await formats(tx, caseFile),
    keepOut: await keepOut(tx, caseFile, whole.lines),
    wording: wordingOfPlan(whole),
    ...(notice === undefined ? {} : { draftNotice: notice }),
    ...(icbAgreement === undefined ? {} : { icbAgreement }),
  }
}

/** When the family's time ends, when all of the family said that they had finished before it did, and what section K lists of before. */
async function ofPlan(tx: Tx, caseFile: CaseFile, planId: PlanId): Promise<Pick<PlanUnderCheck, 'dates' | 'listedBefore'>> {
  const plan = await tx.db.selectFrom('plan').select(['firstMadeOn', 'listedAdvice'])
    .where('localAreaId', '=', caseFile.localAreaId).where('id', '=', planId).executeTakeFirstOrThrow()
  const served = findServed(caseFile)
  const finished = await familyFinished(tx, caseFile)
  const dates = {
    firstMadeOn: plan.firstMadeOn ?? tx.today, thisVersionOn: tx.today,
    ...(served === undefined ? {} : { windowClosesOn: served.windowLastDay }),
    ...(finished.finishedOn === undefined ? {} : { familyFinishedOn: finished.finishedOn }),
  }
  return { dates, listedBefore: z.array(z.unknown()).parse(plan.listedAdvice).length }
}

export interface FamilyFinished {
  readonly said: readonly { readonly name: string; readonly on: PlainDate }[]
  readonly notYet: readonly string[]
  /** The day on which the last of the family said so; absent while one has not. Each parent has rights of their own. */
  readonly finishedOn?: PlainDate
}

/** Who of the family has said, since the draft was last sent, that they have finished with it. */
export async function familyFinished(tx: Tx, caseFile: CaseFile): Promise<FamilyFinished> {
  const facts = standingFacts(caseFile.facts)
  const served = findServed(caseFile)
  const since = allOf(facts, 'family-finished-commenting').filter(({ seq }) => served !== undefined && seq > served.seq)
  const family = (await listFamilyAddressees(tx, caseFile, 'draft')).filter(({ copyOf }) => copyOf === undefined)
  const saidBy = (name: string, personId?: string) =>
    since.findLast((fact) => fact.by === name || (personId !== undefined && fact.recordedBy === personId))
  const said = family.flatMap(({ name, personId }) => {
    const fact = saidBy(name, personId)
    return fact === undefined ? [] : [{ name, on: fact.happenedOn }]
  })
  const notYet = family.filter(({ name, personId }) => saidBy(name, personId) === undefined).map(({ name }) => name)
  const last = said.map(({ on }) => on).toSorted().at(-1)
  return { said, notYet, ...(last !== undefined && notYet.length === 0 ? { finishedOn: last } : {}) }
}

/** What the family would be told if the draft were served today. The act that serves it composes the very same notice. */
async function draftNoticeToday(tx: Tx, caseFile: CaseFile, lines: readonly PlanLine[]): Promise<DraftNotice> {
  const window = draftWindow(tx.today)
  const [to] = await listFamilyAddressees(tx, caseFile)
  const draftNamesNoSetting = !lines.some(({ section }) => section === 'I')
  const missing = to === undefined ? undefined : noticeFor(caseFile, 'draft-plan', to, tx.today, { window, draftNamesNoSetting }).missing
  const says = (element: string): boolean => missing !== undefined && !missing.some((one) => one === element)
  return {
    windowFrom: window.firstDay, windowTo: window.lastDay, saysRightToAskForSetting: says('right-to-ask-for-setting'),
    saysWhereToFindSettings: says('setting-information'), offersMeeting: says('meeting-offer'), saysAdviceService: says('information-and-advice'),
  }
}

/** What the family said about the draft: its proposals, and what it asked for other than a setting (section I answers that). */
async function representations(tx: Tx, caseFile: CaseFile, planId: PlanId): Promise<PlanUnderCheck['representations']> {
  const family = await tx.db.selectFrom('caseParty').select('personId')
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('part', 'in', ['parent', 'young-person']).execute()
  const ids = new Set(family.map(({ personId }) => personId))
  const proposals = await tx.db.selectFrom('proposal').select(['id', 'authorId', 'onBehalfOf', 'decision'])
    .where('localAreaId', '=', caseFile.localAreaId).where('planId', '=', planId).orderBy('madeAt').orderBy('id').execute()
  const wishes = await tx.db.selectFrom('wish').select(['id', 'answeredAt'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('kind', '!=', 'setting').orderBy('madeAt').execute()
  return [
    ...proposals.filter(({ authorId, onBehalfOf }) => onBehalfOf !== null || ids.has(authorId))
      .map(({ id, decision }) => ({ id, isAnswered: decision !== null })),
    ...wishes.map(({ id, answeredAt }) => ({ id, isAnswered: answeredAt !== null })),
  ]
}

/** A setting's answer that it has a place. */
const saysPlace = z.looseObject({ place: z.literal('yes') })

export async function consultationsUnderCheck(tx: Tx, caseFile: CaseFile): Promise<ConsultationUnderCheck[]> {
  const rows = await tx.db.selectFrom('consultation as c').innerJoin('organisation as o', 'o.id', 'c.organisationId')
    .select(['o.name', 'o.settingType', 'c.dueOn', 'c.answeredAt', 'c.answers', 'c.withdrawnAt'])
    .where('c.localAreaId', '=', caseFile.localAreaId).where('c.caseId', '=', caseFile.id).orderBy('c.sentOn').orderBy('c.id').execute()
  return rows.map((row) => ({
    settingName: row.name, isSection38: isSection38Setting(row.settingType ?? undefined),
    state: row.withdrawnAt !== null ? 'withdrawn' : row.answeredAt !== null ? 'answered' : row.dueOn < tx.today ? 'time-passed' : 'open',
    hasOfferedPlace: saysPlace.safeParse(row.answers).success,
  }))
}

/** The settings that the family asked to have named; of a plan that is amended, since the proposed changes were sent: what was asked before is answered. */
export async function settingsAsked(tx: Tx, caseFile: CaseFile): Promise<PlanUnderCheck['settingsAsked']> {
  const served = findServed(caseFile)
  const sent = served?.reviewId === undefined ? undefined : caseFile.facts.find(({ seq }) => seq === served.seq)?.recordedAt
  const rows = await tx.db.selectFrom('wish as w').leftJoin('organisation as o', 'o.id', 'w.organisationId').select(['w.words', 'o.name', 'o.settingType'])
    .where('w.localAreaId', '=', caseFile.localAreaId).where('w.caseId', '=', caseFile.id).where('w.kind', '=', 'setting')
    .$if(sent !== undefined, (query) => query.where('w.madeAt', '>=', sent ?? tx.now)).orderBy('w.madeAt').execute()
  const named = new Map(rows.map((row) => [row.name ?? row.words, isSection38Setting(row.settingType ?? undefined)]))
  return [...named].map(([settingName, isSection38]) => ({ settingName, isSection38 }))
}

async function healthAgreement(tx: Tx, caseFile: CaseFile): Promise<PlanUnderCheck['icbAgreement']> {
  const row = await tx.db.selectFrom('icbAgreement').select(['agreedBy', 'agreedOn'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).orderBy('recordedAt', 'desc').limit(1).executeTakeFirst()
  return row === undefined ? undefined : { by: row.agreedBy, on: row.agreedOn }
}

/** Every final plan can be had in these forms. */
const everyPlan = ['web page', 'pdf', 'word', 'large print', 'one-page summary']

async function formats(tx: Tx, caseFile: CaseFile): Promise<PlanUnderCheck['formats']> {
  const family = await listFamilyAddressees(tx, caseFile)
  const wishes = await tx.db.selectFrom('wish').select(['words', 'answeredAt'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('kind', '=', 'format').execute()
  const needed = [
    ...family.flatMap((one) => one.formats),
    ...family.flatMap((one) => (one.needsInterpreter ? [`an interpreter${one.language === undefined ? '' : ` (${one.language})`}`] : [])),
    ...wishes.map(({ words }) => words),
  ]
  const offered = [...everyPlan, ...wishes.filter(({ answeredAt }) => answeredAt !== null).map(({ words }) => words)]
  return { needed, offered: needed.length === 0 ? [] : offered }
}

/** Words to keep out for everybody, and passages that hold part of a protected address. Words kept from one reader are asked at issue. */
async function keepOut(tx: Tx, caseFile: CaseFile, lines: readonly PlanLine[]): Promise<PlanUnderCheck['keepOut']> {
  const terms = await listKeptTerms(tx, caseFile)
  const passages = await protectedPassages(tx, caseFile, lines.map(searchedWordsOf))
  return [
    ...terms.filter(({ keepFrom }) => keepFrom.length === 0).map(({ term, why }) => ({ term, why })),
    ...passages.map((term) => ({ term, why: 'they are part of a protected address', isSecret: true as const })),
  ]
}

const searchedWordsOf = ({ text, fields }: PlanLine): string => [text, ...Object.values(fields).filter((value) => typeof value === 'string')].join('\n')
