// All SQL of messages. A thread belongs to one family member; parents never see each other's.

import { partsOfParent, partsOfRepresentative } from '../../domain/access/parts-of-family.ts'
import { isOfCouncil } from '../../domain/access/parts.ts'
import type { Instant } from '../../domain/calendar/plain-date.ts'
import type { MessageId, PersonId } from '../../domain/ids.ts'
import type { Channel } from '../../domain/case-file/facts.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'

export interface Correspondent {
  readonly personId: PersonId
  readonly name: string
  readonly relation: string
  /** False of a parent once the rights are the young person's, who has not said that this parent may write and be written to. */
  readonly mayExchange: boolean
}

export interface Message {
  readonly id: MessageId
  readonly authorName: string
  readonly fromFamily: boolean
  readonly channel: Channel
  readonly body: string
  readonly sentAt: Instant
}

/** Family members with whom the council may exchange messages on this case: all for the council, oneself for family. */
export async function listCorrespondents(tx: Tx, caseFile: CaseFile): Promise<Correspondent[]> {
  const isCouncil = isOfCouncil(caseFile.parts)
  let query = tx.db.selectFrom('caseParty as p').innerJoin('person as n', 'n.id', 'p.personId')
    .leftJoin('relationship as r', (join) => join.onRef('r.personId', '=', 'p.personId').onRef('r.localAreaId', '=', 'p.localAreaId').on('r.childId', '=', caseFile.child.id))
    .select(['n.id as personId', 'n.fullName as name', 'r.relation', 'p.part'])
    .where('p.localAreaId', '=', caseFile.localAreaId).where('p.caseId', '=', caseFile.id)
    .where('p.part', 'in', ['parent', 'young-person', 'representative'])
    .where('p.fromOn', '<=', tx.today).where((eb) => eb.or([eb('p.toOn', 'is', null), eb('p.toOn', '>=', tx.today)]))
    .orderBy('n.fullName')
  if (!isCouncil && tx.viewer.kind === 'person') query = query.where('p.personId', '=', tx.viewer.personId)
  const rows = await query.execute()
  return rows.map(({ personId, name, relation, part }) => ({
    personId, name, relation: part === 'young-person' ? 'young person' : relation ?? 'parent',
    mayExchange: part === 'young-person' || (part === 'parent' ? partsOfParent : partsOfRepresentative)(caseFile.rights, personId, tx.today).some((one) => one === 'parent' || one === 'parent-messages'),
  }))
}

/** One family member's thread, oldest first. Whoever asks must have been found among `listCorrespondents`. */
export async function listMessages(tx: Tx, caseFile: CaseFile, withPerson: PersonId): Promise<Message[]> {
  const rows = await tx.db.selectFrom('message as m').innerJoin('person as n', 'n.id', 'm.authorId')
    .select(['m.id', 'n.fullName as authorName', 'm.fromFamily', 'm.channel', 'm.body', 'm.sentAt'])
    .where('m.localAreaId', '=', caseFile.localAreaId).where('m.caseId', '=', caseFile.id).where('m.withPersonId', '=', withPerson)
    .orderBy('m.sentAt').orderBy('m.id').execute()
  return rows.map((row) => ({ ...row, channel: row.channel as Channel }))
}

export async function insertMessage(
  tx: Tx, caseFile: CaseFile,
  message: { id: MessageId; authorId: PersonId; withPerson: PersonId; fromFamily: boolean; channel: Channel; body: string },
): Promise<void> {
  await tx.db.insertInto('message').values({
    localAreaId: caseFile.localAreaId, caseId: caseFile.id, id: message.id, authorId: message.authorId, withPersonId: message.withPerson,
    fromFamily: message.fromFamily, channel: message.channel, body: message.body, sentAt: tx.now,
    onBehalfOf: message.fromFamily && message.authorId !== message.withPerson ? message.withPerson : null,
  }).execute()
}
