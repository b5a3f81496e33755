// All SQL of messages. A thread belongs to one family member; parents never see each other's.

import { partsOfParent, partsOfRepresentative } from '../../domain/access/parts-of-family.ts'
import { isLive, partsOfProxy, proxyKindWords } from '../../domain/access/parts-of-proxy.ts'
import { mayBeTold } from '../../domain/access/family-standing.ts'
import type { Part } from '../../domain/access/parts.ts'
import { isOfCouncil } from '../../domain/access/parts.ts'
import type { Instant, PlainDate } from '../../domain/calendar/plain-date.ts'
import { postcodesIn } from '../../domain/family/address-words.ts'
import type { MessageId, PersonId } from '../../domain/ids.ts'
import type { Channel } from '../../domain/case-file/facts.ts'
import { listProxies, standingsOf } from '../../casebook/access/family-standing.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { isSeen } from '../../casebook/sending/hold.ts'
import { protectedPassages } from '../../casebook/family/sealed-addresses.ts'
import type { Tx } from '../../casebook/tx.ts'

export interface Correspondent {
  readonly personId: PersonId
  readonly name: string
  readonly relation: string
  /** False of a parent once the rights are the young person's, who has not said that this parent may write and be written to. */
  readonly mayExchange: boolean
  /** A court or the council keeps the record from them, or they are no parent in law: nothing is written to them here. */
  readonly isKeptOut: boolean
  /** How it is safe to reach them: for staff, before they write or phone. */
  readonly rules: ContactRulesShown
}

export interface ContactRulesShown {
  readonly safeContact: string
  readonly phone?: string
  readonly note?: string
  readonly times?: string
  readonly mayLeaveVoicemail?: boolean
  readonly contactAs?: string
  readonly askedOn?: PlainDate
}

export interface Message {
  readonly id: MessageId
  readonly authorName: string
  readonly fromFamily: boolean
  readonly channel: Channel
  readonly body: string
  readonly sentAt: Instant
  /** Taken back before it was seen: the team reads that it was written. */
  readonly isTakenBack: boolean
}

/** Family members with whom the council may exchange messages on this case, and who acts for one: all for the council, oneself for family. */
export async function listCorrespondents(tx: Tx, caseFile: CaseFile): Promise<Correspondent[]> {
  const { localAreaId, id: caseId, rights, child } = caseFile
  const isCouncil = isOfCouncil(caseFile.parts)
  let query = tx.db.selectFrom('caseParty as p').innerJoin('person as n', 'n.id', 'p.personId')
    .leftJoin('relationship as r', (join) => join.onRef('r.personId', '=', 'p.personId').onRef('r.localAreaId', '=', 'p.localAreaId').on('r.childId', '=', child.id))
    .select(['n.id as personId', 'n.fullName as name', 'n.phone', 'r.relation', 'p.part', 'r.safeContact', 'r.safeContactNote', 'r.safeTimes', 'r.mayLeaveVoicemail', 'r.contactAs', 'r.contactAskedOn'])
    .where('p.localAreaId', '=', localAreaId).where('p.caseId', '=', caseId)
    .where('p.part', 'in', ['parent', 'young-person', 'representative', 'proxy'])
    .where('p.fromOn', '<=', tx.today).where((eb) => eb.or([eb('p.toOn', 'is', null), eb('p.toOn', '>=', tx.today)]))
    .orderBy('n.fullName')
  if (!isCouncil && tx.viewer.kind === 'person') query = query.where('p.personId', '=', tx.viewer.personId)
  const rows = await query.execute()
  const standing = await standingsOf(tx, { localAreaId, childId: child.id })
  const proxies = await listProxies(tx, { localAreaId, caseId })
  const partsOf = (part: string, personId: PersonId): readonly Part[] => {
    if (part === 'young-person') return [part]
    if (part === 'parent') return mayBeTold(standing(personId)) ? partsOfParent(rights, personId, tx.today) : []
    return standing(personId).mayNotBeTold ? [] : partsOfRepresentative(rights, personId, tx.today)
  }
  const principals = rows.length === 0 || proxies.length === 0 ? [] : await listPrincipals(tx, caseFile)
  const partsOfActing = (personId: PersonId): readonly Part[] => (standing(personId).mayNotBeTold ? []
    : proxies.filter((one) => one.personId === personId).flatMap((proxy) => partsOfProxy(proxy, principals.filter((one) => one.personId === proxy.forPersonId).flatMap((one) => partsOf(one.part, one.personId)), tx.today)))
  const seen = new Set<PersonId>()
  return rows.toSorted((a, b) => Number(a.part === 'proxy') - Number(b.part === 'proxy')).flatMap((row): Correspondent[] => {
    const { personId, name, relation, part } = row
    if (seen.has(personId)) return []
    seen.add(personId)
    const acting = part === 'proxy' ? proxies.find((one) => one.personId === personId && isLive(one, tx.today)) : undefined
    if (part === 'proxy' && acting === undefined) return []
    return [{
      personId, name, relation: acting === undefined ? part === 'young-person' ? 'young person' : relation ?? 'parent' : `acts for ${principals.find((one) => one.personId === acting.forPersonId)?.name ?? 'a family member'}, ${proxyKindWords[acting.kind]}`,
      mayExchange: (acting === undefined ? partsOf(part, personId) : partsOfActing(personId)).some((one) => one === 'parent' || one === 'young-person' || one === 'parent-messages' || one === 'proxy-messages'),
      isKeptOut: acting === undefined && part === 'parent' && !mayBeTold(standing(personId)),
      rules: {
        safeContact: row.safeContact ?? 'any', ...(row.phone === null ? {} : { phone: row.phone }), ...(row.safeContactNote === null ? {} : { note: row.safeContactNote }), ...(row.safeTimes === null ? {} : { times: row.safeTimes }),
        ...(row.mayLeaveVoicemail === null ? {} : { mayLeaveVoicemail: row.mayLeaveVoicemail }), ...(row.contactAs === null ? {} : { contactAs: row.contactAs }), ...(row.contactAskedOn === null ? {} : { askedOn: row.contactAskedOn }),
      },
    }]
  })
}

async function listPrincipals(tx: Tx, { localAreaId, id: caseId }: CaseFile): Promise<{ personId: PersonId; name: string; part: string }[]> {
  return tx.db.selectFrom('caseParty as p').innerJoin('person as n', 'n.id', 'p.personId').select(['n.id as personId', 'n.fullName as name', 'p.part'])
    .where('p.localAreaId', '=', localAreaId).where('p.caseId', '=', caseId).where('p.part', 'in', ['parent', 'young-person', 'representative'])
    .where('p.fromOn', '<=', tx.today).where((eb) => eb.or([eb('p.toOn', 'is', null), eb('p.toOn', '>=', tx.today)])).execute()
}

/** One family member's thread, oldest first. Whoever asks must have been found among `listCorrespondents`. */
export async function listMessages(tx: Tx, caseFile: CaseFile, withPerson: PersonId): Promise<Message[]> {
  const rows = await tx.db.selectFrom('message as m').innerJoin('person as n', 'n.id', 'm.authorId')
    .select(['m.id', 'n.fullName as authorName', 'm.fromFamily', 'm.channel', 'm.body', 'm.sentAt'])
    .select((eb) => eb.exists(eb.selectFrom('sentThing as t').innerJoin('sending as s', (join) => join.onRef('s.localAreaId', '=', 't.localAreaId').onRef('s.id', '=', 't.sendingId')).select('s.id')
      .whereRef('t.localAreaId', '=', 'm.localAreaId').whereRef('t.thingId', '=', 'm.id').where('s.takenBackAt', 'is not', null)).$castTo<boolean>().as('isTakenBack'))
    .where('m.localAreaId', '=', caseFile.localAreaId).where('m.caseId', '=', caseFile.id).where('m.withPersonId', '=', withPerson).where(isSeen(tx, 'm.localAreaId', 'm.id'))
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

/**
 * Postcodes in the last messages of a thread that are not on record for this child: perhaps somebody has moved. One that belongs to a
 * protected address is known by its mark and not named.
 */
export async function listNewPostcodes(tx: Tx, caseFile: CaseFile, messages: readonly Message[]): Promise<string[]> {
  const typed = [...new Set(messages.slice(-10).flatMap(({ body }) => postcodesIn(body)))]
  if (typed.length === 0) return []
  const { localAreaId, child } = caseFile
  const homes = await tx.db.selectFrom('childAddress').select('postcode').where('localAreaId', '=', localAreaId).where('childId', '=', child.id).where('postcode', 'is not', null).execute()
  const service = await tx.db.selectFrom('serviceAddress').select('postcode').where('localAreaId', '=', localAreaId).where('childId', '=', child.id).where('postcode', 'is not', null).execute()
  const known = new Set([...homes, ...service].map(({ postcode }) => postcode))
  const secret = await protectedPassages(tx, caseFile, typed)
  return typed.filter((one) => !known.has(one) && !secret.includes(one))
}
