// Who has a part in a case. Joining and leaving are dated rows and facts; nobody is ever deleted from the history.

import type { Part } from '../domain/access/parts.ts'
import type { PlainDate } from '../domain/calendar/plain-date.ts'
import { addDays } from '../domain/calendar/plain-date.ts'
import type { OrganisationId, PersonId } from '../domain/ids.ts'
import { holdThing } from './sending/hold.ts'
import { invitedToReview } from './invited-parts.ts'
import { recordFact } from './ledger.ts'
import type { CaseFile } from './open-case-file.ts'
import type { Tx } from './tx.ts'

export interface NewParty {
  readonly personId?: PersonId
  readonly organisationId?: OrganisationId
  readonly part: Part
  /** Why they may see the case, in words: "asked for advice under regulation 6(1)(d)". */
  readonly basis: string
  readonly name: string
}

/** Gives somebody a part from today, unless they hold that part already. */
export async function joinCase(tx: Tx, caseFile: CaseFile, party: NewParty): Promise<void> {
  const held = await tx.db.selectFrom('caseParty').select(['id', 'basis', 'toOn'])
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('part', '=', party.part)
    .where('personId', party.personId === undefined ? 'is' : '=', party.personId ?? null)
    .where('organisationId', party.organisationId === undefined ? 'is' : '=', party.organisationId ?? null)
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).executeTakeFirst()
  if (held !== undefined) {
    // What ends with a review goes on for whoever is invited again, or is asked for something else meanwhile.
    if (held.basis === invitedToReview && (held.toOn !== null || party.basis !== invitedToReview)) {
      await tx.db.updateTable('caseParty').set({ basis: party.basis, toOn: null }).where('localAreaId', '=', caseFile.localAreaId).where('id', '=', held.id).execute()
    }
    return
  }
  const id = tx.newId<string>()
  await tx.db.insertInto('caseParty').values({
    localAreaId: caseFile.localAreaId, id, caseId: caseFile.id, personId: party.personId ?? null,
    organisationId: party.organisationId ?? null, part: party.part, basis: party.basis, fromOn: tx.today,
  }).execute()
  await holdThing(tx, caseFile.localAreaId, 'part', id)
  await recordFact(tx, caseFile, { type: 'party-joined', part: party.part, name: party.name })
}

/** Ends a part at once: the row's last day is yesterday, so that a page asked for a second later finds nothing. */
export async function leaveCase(tx: Tx, caseFile: CaseFile, party: Omit<NewParty, 'basis'>): Promise<void> {
  const ended = await tx.db.updateTable('caseParty').set({ toOn: addDays(tx.today, -1) })
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('part', '=', party.part)
    .where('personId', party.personId === undefined ? 'is' : '=', party.personId ?? null)
    .where('organisationId', party.organisationId === undefined ? 'is' : '=', party.organisationId ?? null)
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).executeTakeFirst()
  if (ended.numUpdatedRows > 0n) await recordFact(tx, caseFile, { type: 'party-left', part: party.part, name: party.name })
}

type Whose = Pick<NewParty, 'personId' | 'organisationId' | 'part'>

/** Lets a part end by itself after a day that is still to come: until then they can read what they are being told. */
export async function leaveAfter(tx: Tx, caseFile: CaseFile, party: Whose, lastDay: PlainDate): Promise<void> {
  await ofParty(tx, caseFile, party).set({ toOn: lastDay }).where('toOn', 'is', null).execute()
}

/** A part that was to end after a day goes on. */
export async function stayAfterAll(tx: Tx, caseFile: CaseFile, party: Whose): Promise<void> {
  await ofParty(tx, caseFile, party).set({ toOn: null }).where('toOn', '>=', tx.today).execute()
}

const ofParty = (tx: Tx, { localAreaId, id }: CaseFile, { personId, organisationId, part }: Whose) => tx.db.updateTable('caseParty')
  .where('localAreaId', '=', localAreaId).where('caseId', '=', id).where('part', '=', part)
  .where('personId', personId === undefined ? 'is' : '=', personId ?? null).where('organisationId', organisationId === undefined ? 'is' : '=', organisationId ?? null)

/** Whether somebody who is not family has a part in the case today, of their own or through where they work. */
export async function isProfessionalOnCase(tx: Tx, caseFile: CaseFile, personId: PersonId): Promise<boolean> {
  const part = await tx.db.selectFrom('caseParty as p').select('p.id').where('p.localAreaId', '=', caseFile.localAreaId).where('p.caseId', '=', caseFile.id)
    .where('p.fromOn', '<=', tx.today).where((eb) => eb.or([eb('p.toOn', 'is', null), eb('p.toOn', '>=', tx.today)]))
    .where('p.part', 'not in', ['parent', 'young-person', 'representative', 'proxy'])
    .where((eb) => eb.or([
      eb('p.personId', '=', personId),
      eb('p.organisationId', 'in', eb.selectFrom('membership as m').select('m.organisationId').where('m.personId', '=', personId).where('m.fromOn', '<=', tx.today)
        .where((or) => or.or([or('m.toOn', 'is', null), or('m.toOn', '>=', tx.today)]))),
    ])).limit(1).executeTakeFirst()
  return part !== undefined
}
