// Whom a clock's reminder goes to, with the page where they do what it asks for.

import type { Addressee } from '../../../casebook/sending/letters.ts'
import { addresseeOf, listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { latestOf, standingFacts } from '../../../domain/case-file/facts.ts'
import type { Reminded } from '../../../domain/reminders/reminder-words.ts'
import { scheduleOf, viewsSteps } from '../../../domain/reminders/schedule.ts'
import type { RightsDecision } from '../../../domain/rights/decisions.ts'
import { paths } from '../../../paths.ts'
import type { DueClock } from '../reminder-store.ts'
import { findAdviceAsked, findSettingAsked, listSchools } from './asked-store.ts'

export interface Recipient {
  readonly to: Addressee
  readonly kind: Reminded['kind']
  readonly steps: readonly number[]
  readonly linkTo: string
}

export async function recipientsOf(tx: Tx, caseFile: CaseFile, clock: DueClock): Promise<Recipient[]> {
  const row = scheduleOf(clock.clockId)
  if (row === undefined || row.kind === 'digest') return []
  const { kind, steps } = row
  switch (row.to) {
    case 'asked': return asked(tx, caseFile, clock, steps)
    case 'setting': return settingAsked(tx, caseFile, clock, steps)
    case 'school': return (await schoolsOf(tx, caseFile)).map((to) => ({ to, kind, steps, linkTo: paths.caseOverview(caseFile.key) }))
    case 'family': return (await rightsHolders(tx, caseFile, clock.clockId)).filter((to) => clock.clockId !== 'ASMT-08' || !hasFinished(caseFile, to))
      .map((to) => ({ to, kind, steps, linkTo: linkFor(clock.clockId, caseFile) }))
  }
}

function linkFor(clockId: string, { key }: CaseFile): string {
  if (clockId === 'ASMT-08') return paths.sharedDraft(key)
  // The letter that opened the time to appeal says what can be done.
  return clockId === 'MED-01' || clockId === 'APP-01' ? paths.caseLetters(key) : paths.caseOverview(key)
}

/** Whose decision a family's clock is about: who takes it may be somebody else for each. */
const decisions: Readonly<Record<string, RightsDecision>> = { 'ASMT-08': 'draft', 'REV-10': 'review', 'MED-01': 'appeal', 'APP-01': 'appeal' }

/** Those whose decision it is today, on paper where they have no account: whoever only gets copies of letters is not reminded of another's rights (CFA 2014, ss.80, 83(2)). */
const rightsHolders = async (tx: Tx, caseFile: CaseFile, clockId: string): Promise<Addressee[]> =>
  (await listFamilyAddressees(tx, caseFile, decisions[clockId] ?? 'sharing')).filter(({ copyOf }) => copyOf === undefined)

/** Whether this person said, since the draft was sent, that they have finished commenting. */
function hasFinished({ facts }: CaseFile, { personId }: Addressee): boolean {
  const standing = standingFacts(facts)
  const served = latestOf(standing, 'draft-served')
  return standing.some((fact) => fact.type === 'family-finished-commenting' && personId !== undefined && fact.recordedBy === personId && (served === undefined || fact.seq > served.seq))
}

async function asked(tx: Tx, caseFile: CaseFile, { about }: DueClock, steps: readonly number[]): Promise<Recipient[]> {
  const request = await findAdviceAsked(tx, caseFile, about)
  if (request === undefined) return []
  const { id: adviceRequestId, views, personId, organisationId } = request
  if (views !== undefined) {
    const members = (await listFamilyAddressees(tx, caseFile)).filter((member) => personId === undefined || member.personId === personId)
    return members.map((to) => ({ to, kind: 'answers', steps: viewsSteps, linkTo: paths.giveViews({ ...caseFile.key, whose: views }) }))
  }
  const of = personId === undefined ? organisationId === undefined ? undefined : { organisationId } : { personId }
  if (of === undefined) return []
  return [{ to: await addresseeOf(tx, of), kind: 'asked', steps, linkTo: paths.adviceRequest({ ...caseFile.key, adviceRequestId }) }]
}

async function settingAsked(tx: Tx, caseFile: CaseFile, { about }: DueClock, steps: readonly number[]): Promise<Recipient[]> {
  const consultation = await findSettingAsked(tx, caseFile, about)
  if (consultation === undefined) return []
  const to = await addresseeOf(tx, { organisationId: consultation.organisationId })
  return [{ to, kind: 'asked', steps, linkTo: paths.consultation({ ...caseFile.key, consultationId: consultation.id }) }]
}

async function schoolsOf(tx: Tx, caseFile: CaseFile): Promise<Addressee[]> {
  const schools: Addressee[] = []
  for (const organisationId of await listSchools(tx, caseFile)) schools.push(await addresseeOf(tx, { organisationId }))
  return schools
}
