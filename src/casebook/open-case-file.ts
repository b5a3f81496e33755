// Opens a child's case for a viewer: what is not in sight is not found, and the opening is recorded.

import { sql } from 'kysely'
import type { Part } from '../domain/access/parts.ts'
import { councilRoles } from '../domain/access/parts.ts'
import { mayHaveSight } from '../domain/access/family-standing.ts'
import { partsOfParent, partsOfRepresentative, seesOnlyBefore } from '../domain/access/parts-of-family.ts'
import { partsOfProxy } from '../domain/access/parts-of-proxy.ts'
import type { SightName } from '../domain/access/sights.ts'
import { mayLook } from '../domain/access/sights.ts'
import { londonDateOf } from '../domain/calendar/london-date.ts'
import type { PlainDate } from '../domain/calendar/plain-date.ts'
import { addMonths } from '../domain/calendar/plain-date.ts'
import type { RecordedFact } from '../domain/case-file/facts.ts'
import type { ActName } from '../domain/case-file/open-acts.ts'
import { actsOpenTo } from '../domain/case-file/open-acts.ts'
import type { Stage, Tracks } from '../domain/case-file/tracks.ts'
import { foldTracks } from '../domain/case-file/tracks.ts'
import type { CaseId, ChildId, LocalAreaId, OrganisationId, PersonId } from '../domain/ids.ts'
import { isId } from '../domain/ids.ts'
import type { RightsRecord } from '../domain/rights/rights-record.ts'
import { rightsRecordOf } from '../domain/rights/rights-record.ts'
import { instantAfter } from '../platform/clock/system-clock.ts'
import { listProxies, standingsOf } from './family-standing.ts'
import { readLedger } from './ledger.ts'
import { NotAllowed, NotFound } from './out-of-bounds.ts'
import { idleMinutes } from './session.ts'
import { caseToOpen, organisationsOf } from './sight.ts'
import type { Tx } from './tx.ts'

/** How a URL names a case. */
export interface CaseKey {
  readonly area: string
  readonly caseId: string
}

export interface Area {
  readonly id: LocalAreaId
  readonly code: string
  readonly name: string
  readonly councilName: string
  readonly officerTitle: string
  readonly contacts: AreaContacts
  /** The integrated care board, and the council's social care service. */
  readonly icbId?: OrganisationId
  readonly socialCareId?: OrganisationId
}

/** Printed in letters: who to ask, and the services that the law says a family must be told of. */
export interface AreaContacts {
  readonly sendTeam?: Contact
  readonly mediationAdviser?: Contact
  readonly informationAdviceSupport?: Contact
  readonly disagreementResolution?: Contact
  readonly localOffer?: Contact
  readonly icb?: Contact
}
export interface Contact {
  readonly name: string
  readonly phone?: string
  readonly email?: string
  readonly web?: string
  readonly address?: readonly string[]
}

export interface Child {
  readonly id: ChildId
  readonly givenName: string
  readonly familyName: string
  readonly preferredName: string
  readonly bornOn: PlainDate
  readonly personId?: PersonId
  readonly upn?: string
  readonly nhsNumber?: string
  readonly homeLanguages: readonly string[]
  readonly communicationMode?: string
  readonly yearGroupOverride?: number
  readonly hearingImpaired: boolean
  readonly visionImpaired: boolean
}

export interface CaseFile {
  readonly area: Area
  readonly localAreaId: LocalAreaId
  readonly id: CaseId
  /** `{ area, caseId }`, for building paths. */
  readonly key: CaseKey
  readonly reference: string
  readonly child: Child
  readonly officer?: { readonly id: PersonId; readonly name: string; readonly phone?: string; readonly email?: string }
  readonly facts: RecordedFact[]
  readonly tracks: Tracks
  readonly stage: Stage
  readonly receivedOn?: PlainDate
  /** The viewer's parts in this case. */
  readonly parts: readonly Part[]
  /** The acts open to the viewer now. */
  readonly open: readonly ActName[]
  /** Who holds the rights, and what was said of parents: of every fact, whatever the viewer may read of the others. */
  readonly rights: RightsRecord
  /** The rights are the young person's, or will be within a year. */
  readonly rightsMatter: boolean
  /** Nothing of this day or later is for this viewer: a parent whose child now holds the rights. `facts` and `stage` end there too. */
  readonly onlyBefore?: PlainDate
  /** The family member for whom this viewer acts: what is kept from them is kept from the viewer. */
  readonly actsFor?: PersonId
}

/**
 * Opens the case, or throws NotFound when it does not exist or is not in this viewer's sight. `lock` holds the case row for an
 * act, which leaves its own record and is no opening. Neither is what a page that is open already does by itself: a
 * heartbeat, a save while somebody types.
 */
export async function openCaseFile(tx: Tx, key: CaseKey, { lock = false, isOpenAlready = false } = {}): Promise<CaseFile> {
  if (!isId(key.caseId)) throw new NotFound('case')
  let query = tx.db.selectFrom('caseFile').innerJoin('localArea as a', 'a.id', 'caseFile.localAreaId')
    .select(['caseFile.localAreaId', 'caseFile.id', 'caseFile.reference', 'caseFile.childId', 'caseFile.caseOfficerId',
      'caseFile.receivedOn', 'a.code', 'a.name', 'a.councilName', 'a.officerTitle', 'a.contacts', 'a.icbOrganisationId', 'a.socialCareOrganisationId'])
    .where('a.code', '=', key.area).where('caseFile.id', '=', key.caseId as CaseId).where(caseToOpen(tx))
  if (lock) query = query.forUpdate('caseFile')
  const row = await query.executeTakeFirst()
  if (row === undefined) throw new NotFound('case')
  const child = await tx.db.selectFrom('child').selectAll()
    .where('localAreaId', '=', row.localAreaId).where('id', '=', row.childId).executeTakeFirstOrThrow()
  const officer = row.caseOfficerId === null ? undefined : await tx.db.selectFrom('person')
    .select(['id', 'fullName', 'phone', 'email']).where('id', '=', row.caseOfficerId).executeTakeFirstOrThrow()
  const ledger = await readLedger(tx, row.localAreaId, row.id)
  const rights = rightsRecordOf(ledger, child.bornOn)
  const { parts, actsFor } = await partsIn(tx, { localAreaId: row.localAreaId, caseId: row.id, childId: row.childId }, rights)
  // A deputy or attorney whose day is over or not yet come: their row gives nothing, so the case is not in their sight.
  if (parts.length === 0) throw new NotFound('case')
  const onlyBefore = seesOnlyBefore(rights, parts)
  // An act needs the whole ledger, and the table of acts has next to nothing for such a viewer.
  const facts = onlyBefore === undefined || lock ? ledger : ledger.filter(({ happenedOn, recordedAt }) => happenedOn < onlyBefore && londonDateOf(recordedAt) < onlyBefore)
  const tracks = foldTracks(facts)
  if (!lock && !isOpenAlready) await noteOpening(tx, row.localAreaId, row.id)
  return {
    area: { id: row.localAreaId, code: row.code, name: row.name, councilName: row.councilName, officerTitle: row.officerTitle, contacts: row.contacts as AreaContacts,
      ...(row.icbOrganisationId === null ? {} : { icbId: row.icbOrganisationId }),
      ...(row.socialCareOrganisationId === null ? {} : { socialCareId: row.socialCareOrganisationId }) },
    localAreaId: row.localAreaId, id: row.id, key, reference: row.reference,
    child: {
      id: child.id, givenName: child.givenName, familyName: child.familyName, preferredName: child.preferredName ?? child.givenName,
      bornOn: child.bornOn, homeLanguages: child.homeLanguages, hearingImpaired: child.hearingImpaired, visionImpaired: child.visionImpaired,
      ...(child.personId === null ? {} : { personId: child.personId }),
      ...(child.upn === null ? {} : { upn: child.upn }),
      ...(child.nhsNumber === null ? {} : { nhsNumber: child.nhsNumber }),
      ...(child.communicationMode === null ? {} : { communicationMode: child.communicationMode }),
      ...(child.yearGroupOverride === null ? {} : { yearGroupOverride: child.yearGroupOverride }),
    },
    ...(officer === undefined ? {} : { officer: {
      id: officer.id, name: officer.fullName,
      ...(officer.phone === null ? {} : { phone: officer.phone }), ...(officer.email === null ? {} : { email: officer.email }),
    } }),
    facts, tracks, stage: tracks.process, parts, open: actsOpenTo(parts, tracks.process), rights,
    rightsMatter: tx.today >= addMonths(rights.rightsOn, -12), ...(onlyBefore === undefined ? {} : { onlyBefore }), ...(actsFor === undefined ? {} : { actsFor }),
    ...(row.receivedOn === null ? {} : { receivedOn: row.receivedOn }),
  }
}

interface Held { readonly parts: readonly Part[]; readonly actsFor?: PersonId }
interface CaseOfChild { readonly localAreaId: LocalAreaId; readonly caseId: CaseId; readonly childId: ChildId }

/**
 * The viewer's parts in a case: council roles in its area, and live party rows of their own or of an organisation of theirs. What
 * a family row gives depends on the day, on the young person, and on what the person is to the child in law
 * (domain/access/parts-of-family.ts, family-standing.ts, parts-of-proxy.ts).
 */
async function partsIn(tx: Tx, { localAreaId, caseId, childId }: CaseOfChild, rights: RightsRecord): Promise<Held> {
  const { viewer } = tx
  if (viewer.kind === 'system') return { parts: [...councilRoles] }
  if (viewer.kind === 'anyone') return { parts: [] }
  const council = viewer.roles.filter((role) => role.localAreaId === localAreaId)
    .flatMap(({ role }) => councilRoles.filter((councilRole) => councilRole === role))
  const rows = await tx.db.selectFrom('caseParty').select('part').distinct()
    .where('localAreaId', '=', localAreaId).where('caseId', '=', caseId)
    .where('fromOn', '<=', tx.today).where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)]))
    .where((eb) => eb.or([
      eb('personId', '=', viewer.personId),
      eb('organisationId', '=', sql<never>`any(${organisationsOf(viewer)}::uuid[])`),
    ])).execute()
  const held = rows.map(({ part }) => part as Part)
  const working = held.filter((part) => !familyRows.includes(part))
  const own = held.some((part) => familyRows.includes(part)) ? await familyPartsOf(tx, { localAreaId, caseId, childId }, rights, held) : { parts: [] }
  return { ...own, parts: [...new Set([...council, ...working, ...own.parts])] }
}

const familyRows: readonly Part[] = ['parent', 'representative', 'proxy']

/** What the family rows that the viewer holds give today. Whoever is barred from the record is barred as whatever they come. */
async function familyPartsOf(tx: Tx, { localAreaId, caseId, childId }: CaseOfChild, rights: RightsRecord, held: readonly Part[]): Promise<Held> {
  if (tx.viewer.kind !== 'person') return { parts: [] }
  const { personId } = tx.viewer
  const standing = await standingsOf(tx, { localAreaId, childId })
  const given = (part: Part, of: string): readonly Part[] => {
    if (part === 'parent') return mayHaveSight(standing(of)) ? partsOfParent(rights, of, tx.today) : []
    if (part === 'representative') return standing(of).mayNotSee ? [] : partsOfRepresentative(rights, of, tx.today)
    return part === 'young-person' ? [part] : []
  }
  const own = held.flatMap((part) => (familyRows.includes(part) ? given(part, personId) : []))
  if (own.length > 0 || !held.includes('proxy') || standing(personId).mayNotSee) return { parts: own }
  const proxies = (await listProxies(tx, { localAreaId, caseId })).filter((one) => one.personId === personId)
  for (const proxy of proxies) {
    const rows = await tx.db.selectFrom('caseParty').select('part').where('localAreaId', '=', localAreaId).where('caseId', '=', caseId).where('personId', '=', proxy.forPersonId)
      .where('fromOn', '<=', tx.today).where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).execute()
    const parts = partsOfProxy(proxy, rows.flatMap(({ part }) => given(part as Part, proxy.forPersonId)), tx.today)
    if (parts.length > 0) return { parts, actsFor: proxy.forPersonId }
  }
  return { parts: [] }
}

/**
 * Writes down who opened which page of a case: once in one sitting, which ends as a session does when nothing is asked for, so
 * that the list of who looked says how much was looked at and not how often a page was sent back with an error.
 */
async function noteOpening(tx: Tx, localAreaId: LocalAreaId, caseId: CaseId): Promise<void> {
  if (tx.viewer.kind !== 'person') return
  const { viewer: { personId }, page, now } = tx
  await sql`
    insert into case_opening (local_area_id, case_id, person_id, opened_at, page)
    select ${localAreaId}, ${caseId}, ${personId}, ${now}, ${page}
    where not exists (
      select 1 from case_opening o
      where o.local_area_id = ${localAreaId} and o.case_id = ${caseId} and o.opened_at > ${instantAfter(now, -idleMinutes * 60 * 1000)}
        and o.person_id = ${personId} and o.page = ${page})`.execute(tx.db)
}

/** Throws NotAllowed unless the viewer's part lets them look at this side of the case. */
export function mustBeAbleToLook(caseFile: CaseFile, sight: SightName): void {
  if (!mayLook(sight, caseFile.parts)) throw new NotAllowed(sight)
}
