// Opens a child's case for a viewer: what is not in sight is not found, and the opening is on the request's trail.

import type { FamilyStanding } from '../domain/access/family-standing.ts'
import type { Part } from '../domain/access/parts.ts'
import { ofFamily } from '../domain/access/parts.ts'
import { seesOnlyBefore } from '../domain/access/parts-of-family.ts'
import { actsOpenTo, isLimited, mayLook } from '../domain/access/policy.ts'
import type { SightName } from '../domain/access/sights.ts'
import { actsForIn, partsOf } from '../domain/access/standing.ts'
import { londonDateOf } from '../domain/calendar/london-date.ts'
import type { PlainDate } from '../domain/calendar/plain-date.ts'
import { addMonths } from '../domain/calendar/plain-date.ts'
import type { RecordedFact } from '../domain/case-file/facts.ts'
import type { ActName } from '../domain/case-file/open-acts.ts'
import type { Stage, Tracks } from '../domain/case-file/tracks.ts'
import { foldTracks } from '../domain/case-file/tracks.ts'
import type { CaseId, ChildId, LocalAreaId, OrganisationId, PersonId } from '../domain/ids.ts'
import { isId } from '../domain/ids.ts'
import type { RightsRecord } from '../domain/rights/rights-record.ts'
import { rightsRecordOf } from '../domain/rights/rights-record.ts'
import { PortalClosed } from './access/closed-to-family.ts'
import type { KeptRestriction } from './access/family-standing.ts'
import { restrictionsBy, standingBy } from './access/family-standing.ts'
import type { LiveSending } from './sending/hold.ts'
import { heldNow, isOfTeam, liveSendings, seenFacts } from './sending/hold.ts'
import { readLedger } from './ledger.ts'
import type { Sealed } from './access/item-seals.ts'
import { factsInSight, liveSealsOf, sealedFor } from './access/item-seals.ts'
import { isOpenTo } from './access/may.ts'
import { NotAllowed, NotFound } from './out-of-bounds.ts'
import { lockedAreas } from './access/portal-lock.ts'
import { caseToOpen } from './access/sight.ts'
import { standingOf, viewerColumns } from './access/standing-in.ts'
import type { Tx } from './tx.ts'
import { noteOpenCase } from './tx.ts'

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
  /** What the team sent and can still take back. */
  readonly held: readonly LiveSending[]
  /** Who holds the rights, and what was said of parents: of every fact, whatever the viewer may read of the others. */
  readonly rights: RightsRecord
  /** The rights are the young person's, or will be within a year. */
  readonly rightsMatter: boolean
  /** Nothing of this day or later is for this viewer: a parent whose child now holds the rights. `facts` and `stage` end there too. */
  readonly onlyBefore?: PlainDate
  /** The family member for whom this viewer acts: what is kept from them is kept from the viewer. */
  readonly actsFor?: PersonId
  /** An order keeps this viewer from deciding about the child's education; what they may read and say stays theirs. */
  readonly isLimited: boolean
  /** Court orders and restrictions about the child, over or not, as the case was opened. */
  readonly restrictions: readonly KeptRestriction[]
  /** What anybody is to the child today by those and by ties. What an act writes of them is not in it. */
  readonly standing: (personId: string) => FamilyStanding
  /** Documents and reports that a seal keeps from this viewer. */
  readonly sealed: Sealed
}

/**
 * Opens the case, or throws NotFound when it does not exist or is not in this viewer's sight. `lock` holds the case row for an
 * act, whose record then says which case it was. Every opening is on the request's trail, from which its audit record is made. The
 * route's own rule is asked of the parts in this case, and NotAllowed thrown: somebody may come to a page for another case of theirs.
 * The front door sends on whoever may not stay, and asks for itself.
 */
export async function openCaseFile(tx: Tx, key: CaseKey, { lock = false, isFrontDoor = false } = {}): Promise<CaseFile> {
  if (!isId(key.caseId)) throw new NotFound('case')
  await noteOpenCase(tx, key.area, key.caseId)
  let query = tx.db.selectFrom('caseFile').innerJoin('localArea as a', 'a.id', 'caseFile.localAreaId')
    .select(['caseFile.localAreaId', 'caseFile.id', 'caseFile.reference', 'caseFile.childId', 'caseFile.caseOfficerId',
      'caseFile.receivedOn', 'a.code', 'a.name', 'a.councilName', 'a.officerTitle', 'a.contacts', 'a.icbOrganisationId', 'a.socialCareOrganisationId', liveSealsOf.as('seals')])
    .where('a.code', '=', key.area).where('caseFile.id', '=', key.caseId as CaseId).where(caseToOpen(tx))
  if (lock) query = query.forUpdate('caseFile')
  const row = await query.executeTakeFirst()
  if (row === undefined) throw new NotFound('case')
  // A statement of its own: an act that waited for the case row must see what the one before it wrote. Beside the child it has all that is small and always asked.
  const child = await tx.db.selectFrom('child as n').leftJoin('person as o', (join) => join.on('o.id', '=', row.caseOfficerId))
    .selectAll('n').select(['o.id as officerId', 'o.fullName as officerName', 'o.phone as officerPhone', 'o.email as officerEmail'])
    .select(viewerColumns(tx, row)).select(heldNow(tx, row).as('held'))
    .where('n.localAreaId', '=', row.localAreaId).where('n.id', '=', row.childId).executeTakeFirstOrThrow()
  const ledger = await readLedger(tx, row.localAreaId, row.id)
  const rights = rightsRecordOf(ledger, child.bornOn)
  const whole = foldTracks(ledger)
  const standing = await standingOf(tx, row, child)
  const at = { localAreaId: row.localAreaId, today: tx.today, stage: whole.process, rights }
  const parts = partsOf(standing, at)
  const limited = isLimited(standing)
  const actsFor = actsForIn(standing, at) as PersonId | undefined
  // A row that gives nothing today (a deputy whose day is over, a parent whom an order keeps out, a case that is closed): not found.
  if (parts.length === 0) throw new NotFound('case')
  if (!isFrontDoor && typeof tx.may === 'object' && !isOpenTo(tx.may, parts, limited)) throw new NotAllowed('this page, in this case')
  // Staff who are family here too: the route let them by as staff (closed-to-family.ts).
  if (tx.viewer.kind === 'person' && tx.viewer.roles.length > 0 && parts.every((part) => ofFamily.includes(part)) && (await lockedAreas(tx, [row.localAreaId])).length > 0) throw new PortalClosed('closed')
  const onlyBefore = seesOnlyBefore(rights, parts)
  // An act needs the whole ledger, and the table of acts has next to nothing for such a viewer.
  const held = liveSendings(child.held)
  const seen = lock || isOfTeam(parts) ? ledger : seenFacts(ledger, held)
  const dated = onlyBefore === undefined || lock ? seen : seen.filter(({ happenedOn, recordedAt }) => happenedOn < onlyBefore && londonDateOf(recordedAt) < onlyBefore)
  const tracks = dated === ledger ? whole : foldTracks(dated)
  // Where the case is, is no secret; what a sealed report tells of itself is.
  const sealed = sealedFor(tx, parts, row.seals)
  const facts = lock ? dated : [...factsInSight(dated, sealed)]
  tx.trail.opened.set(row.id, { localAreaId: row.localAreaId, caseId: row.id, parts, ...(parts.includes('break-glass') && child.opening !== null ? { breakGlassId: child.opening } : {}) })
  if (lock) Object.assign(tx.doings, { caseId: row.id, localAreaId: row.localAreaId })
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
    ...(child.officerId === null || child.officerName === null ? {} : { officer: {
      id: child.officerId, name: child.officerName,
      ...(child.officerPhone === null ? {} : { phone: child.officerPhone }), ...(child.officerEmail === null ? {} : { email: child.officerEmail }),
    } }),
    facts, tracks, sealed, stage: tracks.process, parts, open: actsOpenTo(parts, tracks.process, limited), isLimited: limited, rights,
    held: isOfTeam(parts) ? held : [],
    restrictions: restrictionsBy(child), standing: standingBy(child, tx.today),
    rightsMatter: tx.today >= addMonths(rights.rightsOn, -12), ...(onlyBefore === undefined ? {} : { onlyBefore }), ...(actsFor === undefined ? {} : { actsFor }),
    ...(row.receivedOn === null ? {} : { receivedOn: row.receivedOn }),
  }
}

/** Throws NotAllowed unless the viewer's part lets them look at this side of the case. */
export function mustBeAbleToLook(caseFile: CaseFile, sight: SightName): void {
  if (!mayLook(sight, caseFile.parts)) throw new NotAllowed(sight)
}
