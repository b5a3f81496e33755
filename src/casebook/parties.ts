// Who has a part in a case. Joining and leaving are dated rows and facts; nobody is ever deleted from the history.

import type { Part } from '../domain/access/parts.ts'
import { addDays } from '../domain/calendar/plain-date.ts'
import type { OrganisationId, PersonId } from '../domain/ids.ts'
import { holdThing } from './hold.ts'
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
  const held = await tx.db.selectFrom('caseParty').select('id')
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('part', '=', party.part)
    .where('personId', party.personId === undefined ? 'is' : '=', party.personId ?? null)
    .where('organisationId', party.organisationId === undefined ? 'is' : '=', party.organisationId ?? null)
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).executeTakeFirst()
  if (held !== undefined) return
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
