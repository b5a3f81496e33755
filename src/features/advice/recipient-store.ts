// Reads what stands around advice: whom it may be asked of, what may be enclosed, how the child is taught, whether a plan has
// begun. Writes nothing.

import { z } from 'zod'
import { listDocuments } from '../../casebook/papers/documents.ts'
import type { KeptDocument } from '../../casebook/papers/documents.ts'
import { standingsOf } from '../../casebook/access/family-standing.ts'
import { copiesForViewer, documentsGiven } from '../../casebook/access/redacted-copies.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import { mayBeTold } from '../../domain/access/family-standing.ts'
import type { Role } from '../../domain/access/parts.ts'
import { youngPersonFrom, yearGroupOn } from '../../domain/calendar/school-year.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { OrganisationId, PersonId, PlanId } from '../../domain/ids.ts'
import type { AssessmentCircumstances } from '../../domain/rights/advisers-required.ts'

const advisingRoles: readonly Role[] = ['adviser', 'advice-coordinator', 'senco', 'health-lead', 'social-care-lead']

/** A service's inbox, and the people in it who give advice. */
export interface Service {
  readonly id: OrganisationId
  readonly name: string
  readonly kind: string
  readonly service?: string
  readonly people: readonly { readonly id: PersonId; readonly name: string; readonly profession?: string }[]
}

/** Everybody who can sign in and give advice, by organisation: this council's own services, and every school and health body, whose work is not bound to an area. */
export async function listServices(tx: Tx, caseFile: CaseFile): Promise<Service[]> {
  const rows = await tx.db.selectFrom('organisation as o').innerJoin('membership as m', 'm.organisationId', 'o.id').innerJoin('person as p', 'p.id', 'm.personId')
    .select(['o.id', 'o.name', 'o.service', 'o.kind', 'p.id as personId', 'p.fullName', 'p.profession']).distinct()
    .where('m.role', 'in', advisingRoles).where('p.canSignIn', '=', true)
    .where('m.fromOn', '<=', tx.today).where((eb) => eb.or([eb('m.toOn', 'is', null), eb('m.toOn', '>=', tx.today)]))
    .where((eb) => eb.or([eb('o.kind', '<>', 'council'), eb('o.localAreaId', 'is', null), eb('o.localAreaId', '=', caseFile.localAreaId)]))
    .orderBy('o.name').orderBy('o.service').orderBy('p.fullName').execute()
  const services = new Map<OrganisationId, Service>()
  for (const row of rows) {
    const known = services.get(row.id)
    const person = { id: row.personId, name: row.fullName, ...(row.profession === null ? {} : { profession: row.profession }) }
    services.set(row.id, {
      id: row.id, kind: row.kind, name: row.service === null ? row.name : `${row.service}, ${row.name}`,
      ...(row.service === null ? {} : { service: row.service }), people: [...known?.people ?? [], person],
    })
  }
  return [...services.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

export interface Setting {
  readonly id: OrganisationId
  readonly name: string
  readonly type?: string
}

export async function findSetting(tx: Tx, caseFile: CaseFile): Promise<Setting | undefined> {
  const row = await tx.db.selectFrom('childSetting as s').innerJoin('organisation as o', 'o.id', 's.organisationId')
    .select(['o.id', 'o.name', 'o.settingType']).where('s.localAreaId', '=', caseFile.localAreaId).where('s.childId', '=', caseFile.child.id)
    .where('s.fromOn', '<=', tx.today).where((eb) => eb.or([eb('s.toOn', 'is', null), eb('s.toOn', '>=', tx.today)]))
    .orderBy('s.fromOn', 'desc').executeTakeFirst()
  return row === undefined ? undefined : { id: row.id, name: row.name, ...(row.settingType === null ? {} : { type: row.settingType }) }
}

export interface FamilyMember {
  readonly id: PersonId
  readonly name: string
  readonly part: 'parent' | 'young-person'
  readonly email?: string
  readonly safeContact: string
}

/** The family members who may be asked and written down here. Whom an order keeps from the record, or who is no parent in law, is not among them. */
export async function listFamily(tx: Tx, caseFile: CaseFile): Promise<FamilyMember[]> {
  const standing = await standingsOf(tx, { localAreaId: caseFile.localAreaId, childId: caseFile.child.id })
  return (await listEverybodyOfFamily(tx, caseFile)).filter(({ id, part }) => part === 'young-person' || mayBeTold(standing(id)))
}

async function listEverybodyOfFamily(tx: Tx, caseFile: CaseFile): Promise<FamilyMember[]> {
  const rows = await tx.db.selectFrom('caseParty as p').innerJoin('person as n', 'n.id', 'p.personId')
    .leftJoin('relationship as r', (join) => join.onRef('r.personId', '=', 'p.personId').onRef('r.localAreaId', '=', 'p.localAreaId').on('r.childId', '=', caseFile.child.id))
    .select(['n.id', 'n.fullName', 'p.part', 'n.email', 'r.safeContact']).where('p.localAreaId', '=', caseFile.localAreaId).where('p.caseId', '=', caseFile.id)
    .where('p.part', 'in', ['parent', 'young-person']).where('p.fromOn', '<=', tx.today)
    .where((eb) => eb.or([eb('p.toOn', 'is', null), eb('p.toOn', '>=', tx.today)])).orderBy('n.fullName').execute()
  return rows.map((row) => ({
    id: row.id, name: row.fullName, part: row.part === 'young-person' ? 'young-person' : 'parent', safeContact: row.safeContact ?? 'any',
    ...(row.email === null ? {} : { email: row.email }),
  }))
}

export async function findPerson(tx: Tx, id: PersonId): Promise<{ id: PersonId; name: string; profession?: string; registration?: string } | undefined> {
  const row = await tx.db.selectFrom('person').select(['id', 'fullName', 'profession', 'registration']).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : {
    id: row.id, name: row.fullName, ...(row.profession === null ? {} : { profession: row.profession }), ...(row.registration === null ? {} : { registration: row.registration }),
  }
}

/** What reg 6(1) asks of this child, from the record. Service families are not on record yet, so nobody is added for them. */
export function circumstancesOf(caseFile: CaseFile, setting: Setting | undefined, today: PlainDate): AssessmentCircumstances {
  const { child } = caseFile
  const isEarlyYears = setting?.type !== undefined && /nursery|early years|child ?minder|pre-?school/i.test(setting.type)
  return {
    yearGroup: child.yearGroupOverride ?? yearGroupOn(child.bornOn, today), isYoungPerson: today >= youngPersonFrom(child.bornOn),
    education: setting === undefined ? 'none' : isEarlyYears ? 'early-years' : 'school-or-college',
    isHearingImpaired: child.hearingImpaired, isVisionImpaired: child.visionImpaired, isParentServing: false,
    othersAppropriate: [], requestedByFamily: [],
  }
}

/** The plan's id; undefined before one was begun. */
export async function findPlanId(tx: Tx, caseFile: CaseFile): Promise<PlanId | undefined> {
  const plan = await tx.db.selectFrom('plan').select('id').where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).executeTakeFirst()
  return plan?.id
}

export interface RequestAnswer {
  readonly heading: string
  readonly text: string
}

export interface FamilyPapers {
  /** The request itself, in its own words. */
  readonly requests: readonly { readonly id: string; readonly madeByName: string; readonly receivedOn: PlainDate; readonly isFamilys: boolean; readonly words: readonly RequestAnswer[] }[]
  readonly documents: readonly (KeptDocument & { readonly isFamilys: boolean })[]
}

/** What a request for advice may enclose; the family's own representations and evidence are told apart (reg 6(3)). */
export async function listPapers(tx: Tx, caseFile: CaseFile): Promise<FamilyPapers> {
  const familyIds = new Set((await listEverybodyOfFamily(tx, caseFile)).map(({ id }) => id))
  const requests = await tx.db.selectFrom('request').select(['id', 'madeBy', 'madeByName', 'madeByPersonId', 'receivedOn', 'answers'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).orderBy('receivedOn').execute()
  const uploaders = new Map((await tx.db.selectFrom('document').select(['id', 'uploadedBy']).where('localAreaId', '=', caseFile.localAreaId)
    .where('caseId', '=', caseFile.id).execute()).map(({ id, uploadedBy }) => [id, uploadedBy]))
  const ofFamilysRequest = requests.some(({ madeBy }) => madeBy === 'parent' || madeBy === 'young-person')
  const documents = documentsGiven(await copiesForViewer(tx, caseFile), await listDocuments(tx, caseFile))
    // A report is given as advice, and a working one is its author's.
    .filter(({ kind }) => !['advice-report', 'views-report', 'views-file'].includes(kind))
  return {
    requests: requests.map(({ id, madeBy, madeByName, receivedOn, answers }) => ({
      id, madeByName, receivedOn, isFamilys: madeBy === 'parent' || madeBy === 'young-person', words: representationsIn(answers),
    })),
    documents: documents.map((document) => {
      const by = uploaders.get(document.id) ?? null
      // Somebody without an account who asked as a parent leaves no uploader behind.
      return { ...document, isFamilys: by === null ? ofFamilysRequest : familyIds.has(by) }
    }),
  }
}

// What a request says of the child, by the question it answers. Whatever is not named here (contact, addresses, safety,
// numbers) never leaves the council with a request for advice.
const representations: Readonly<Record<string, string>> = {
  strengths: 'Strengths', needs: 'Needs', worries: 'Worries and what would help', support: 'Support tried and its effect', tried: 'What was tried',
  attendance: 'Attendance', outcomes: 'Outcomes hoped for', 'child-views': 'What the child says', 'family-views': 'What the family says',
}
const answersIn = z.record(z.string(), z.union([z.string(), z.record(z.string(), z.union([z.string(), z.array(z.string())]))]))

function representationsIn(stored: unknown): RequestAnswer[] {
  const answers = answersIn.safeParse(stored)
  if (!answers.success) return []
  return Object.entries(representations).flatMap(([id, heading]) => {
    const given = answers.data[id]
    const texts = given === undefined ? [] : typeof given === 'string' ? [given] : Object.values(given).flat()
    const text = texts.filter((one) => one.trim() !== '').join('\n')
    return text === '' ? [] : [{ heading, text }]
  })
}
