// Whom of a family a letter goes to. Up to the end of compulsory school age each parent has an own copy; from the day after, the
// rights and the letters are the young person's (Children and Families Act 2014, s.83(2)).

import { mayBeTold } from '../../domain/access/family-standing.ts'
import { helpOf, partsOfParent, partsOfRepresentative, standsIn } from '../../domain/access/parts-of-family.ts'
import { openScopes } from '../../domain/access/parts-of-proxy.ts'
import type { Part } from '../../domain/access/parts.ts'
import type { Home, ServiceAddress } from '../../domain/family/postal-address.ts'
import { childsPostalAddress, postalAddressOf } from '../../domain/family/postal-address.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { RightsDecision } from '../../domain/rights/decisions.ts'
import { hasPassed } from '../../domain/rights/rights-record.ts'
import type { ChosenChannel } from '../../domain/reminders/channel-for.ts'
import { listProxies, standingsOf } from '../access/family-standing.ts'
import type { Addressee } from './letters.ts'
import type { CaseFile } from '../open-case-file.ts'
import type { Tx } from '../tx.ts'

export interface FamilyOnCase {
  readonly part: 'parent' | 'young-person' | 'representative'
  readonly to: Addressee
}

/**
 * The family members who are told things on this case today, with how they may be reached. Once the rights have passed: the young
 * person, whoever takes this decision in their place, and for a copy each parent whom the young person lets have letters.
 * Those whose rights they are come first; last a copy for whoever acts for one of them and may have letters.
 */
export async function listFamilyAddressees(tx: Tx, caseFile: CaseFile, decision: RightsDecision = 'sharing'): Promise<Addressee[]> {
  const { child, rights } = caseFile
  const everybody = await listFamilyOnCase(tx, caseFile)
  const withProxies = async (told: readonly Addressee[]): Promise<Addressee[]> => [...told, ...await copiesForProxies(tx, caseFile, everybody, told)]
  if (!hasPassed(rights, tx.today)) return withProxies(everybody.filter(({ part }) => part !== 'representative').map(({ to }) => to))
  const decides = ({ part, to: { personId } }: FamilyOnCase): boolean =>
    part === 'young-person' || (personId !== undefined && [decision, 'sharing' as const].some((one) => standsIn(rights, personId, tx.today, one)))
  const helps = ({ part, to: { personId } }: FamilyOnCase): boolean => part === 'parent' && personId !== undefined && helpOf(rights, personId, tx.today).includes('letters')
  const youngPerson = everybody.filter(({ part }) => part === 'young-person').map(({ to }) => to)
  return withProxies([
    ...(youngPerson.length > 0 ? youngPerson : [await youngPersonOnPaper(tx, caseFile)]),
    ...everybody.filter((one) => one.part !== 'young-person' && decides(one)).map(({ to }) => to),
    ...everybody.filter((one) => !decides(one) && helps(one)).map(({ to }): Addressee => ({ ...to, copyOf: `${child.givenName} ${child.familyName}` })),
  ])
}

/**
 * Everybody of the family with a part in the case today who may be told of it, whoever holds the rights. Whom a court or the council
 * keeps from the record, or who is no parent in law, is not among them: nothing is sent to them, by any channel.
 */
export async function listFamilyOnCase(tx: Tx, caseFile: CaseFile): Promise<FamilyOnCase[]> {
  const childId = caseFile.child.id
  const rows = await tx.db.selectFrom('caseParty as p').innerJoin('person as n', 'n.id', 'p.personId')
    .leftJoin('relationship as r', (join) => join.onRef('r.personId', '=', 'p.personId').onRef('r.localAreaId', '=', 'p.localAreaId').on('r.childId', '=', childId))
    .leftJoin('reminderChoice as w', 'w.personId', 'n.id')
    .select(['n.id', 'n.fullName', 'n.email', 'n.phone', 'n.canSignIn', 'w.channel', 'w.kindsOff', 'r.safeContact', 'r.language', 'r.needsInterpreter', 'r.formats', 'r.livesWithChild', 'r.relation', 'p.part'])
    .where('p.localAreaId', '=', caseFile.localAreaId).where('p.caseId', '=', caseFile.id).where('p.part', 'in', ['parent', 'young-person', 'representative'])
    .where('p.fromOn', '<=', tx.today).where((eb) => eb.or([eb('p.toOn', 'is', null), eb('p.toOn', '>=', tx.today)]))
    .orderBy('n.fullName').execute()
  const standing = await standingsOf(tx, { localAreaId: caseFile.localAreaId, childId })
  const isTold = ({ id, part }: { id: PersonId; part: string }): boolean =>
    part === 'young-person' || (part === 'parent' ? mayBeTold(standing(id)) : !standing(id).mayNotBeTold)
  const { homes, service } = await addressesOf(tx, caseFile)
  return rows.filter(isTold).map((row) => {
    const postal = postalAddressOf({ personId: row.id, livesWithChild: row.livesWithChild === true, mayNotKnowAddress: standing(row.id).mayNotKnowAddress }, homes, service, tx.today)
    return {
      part: row.part as FamilyOnCase['part'],
      to: {
        personId: row.id, name: row.fullName, isFamily: true, canSignIn: row.canSignIn, safeContact: row.safeContact ?? 'any',
        needsInterpreter: row.needsInterpreter ?? false, formats: row.formats ?? [], relation: row.part === 'young-person' ? 'young person' : row.relation ?? 'parent',
        ...reachOf(row), ...(row.language === null ? {} : { language: row.language }), ...(postal === undefined ? {} : { postal: [...postal] }),
      },
    }
  })
}

/** A copy for each who acts for one of those told and may have letters: to their own address, never to a home of the child. */
async function copiesForProxies(tx: Tx, caseFile: CaseFile, everybody: readonly FamilyOnCase[], told: readonly Addressee[]): Promise<Addressee[]> {
  const { localAreaId, id: caseId, rights } = caseFile
  const proxies = (await listProxies(tx, { localAreaId, caseId })).filter(({ endedAt }) => endedAt === undefined)
  if (proxies.length === 0) return []
  const standing = await standingsOf(tx, { localAreaId, childId: caseFile.child.id })
  const partsOf = (personId: string): readonly Part[] => everybody.filter(({ to }) => to.personId === personId)
    .flatMap(({ part }) => (part === 'young-person' ? [part] : (part === 'parent' ? partsOfParent : partsOfRepresentative)(rights, personId, tx.today)))
  const may = proxies.filter((proxy) => !standing(proxy.personId).mayNotBeTold && openScopes(proxy, partsOf(proxy.forPersonId), tx.today).includes('letters'))
  const people = may.length === 0 ? [] : await tx.db.selectFrom('person as n').leftJoin('reminderChoice as w', 'w.personId', 'n.id')
    .select(['n.id', 'n.fullName', 'n.email', 'n.phone', 'n.canSignIn', 'w.channel', 'w.kindsOff']).where('n.id', 'in', may.map(({ personId }) => personId)).execute()
  return may.flatMap((proxy): Addressee[] => {
    const principal = told.find(({ personId, copyOf }) => personId === proxy.forPersonId && copyOf === undefined)
    const person = people.find(({ id }) => id === proxy.personId)
    if (principal === undefined || person === undefined || told.some(({ personId }) => personId === proxy.personId)) return []
    return [{
      personId: person.id, name: person.fullName, isFamily: true, canSignIn: person.canSignIn, safeContact: 'any', needsInterpreter: false, formats: [], relation: 'acts for a family member',
      ...reachOf(person), copyOf: principal.name, ...(principal.relation === 'young person' ? {} : { copyAs: 'parent' as const }),
    }]
  })
}

/** A child or young person without a part of their own: written to at the home on record. */
export async function youngPersonOnPaper(tx: Tx, caseFile: CaseFile): Promise<Addressee> {
  const { child } = caseFile
  const { homes, service } = await addressesOf(tx, caseFile)
  const own = child.personId === undefined ? undefined : postalAddressOf({ personId: child.personId, livesWithChild: false, mayNotKnowAddress: false }, homes, service, tx.today)
  const home = own ?? childsPostalAddress(homes, tx.today)
  return {
    name: `${child.givenName} ${child.familyName}`, isFamily: true, canSignIn: false, safeContact: 'post', needsInterpreter: false, formats: [], relation: 'young person',
    ...(child.personId === undefined ? {} : { personId: child.personId }), ...(home === undefined ? {} : { postal: [...home] }),
  }
}

/** Homes of the child and where each family member's letters go, as the rule of the envelope wants them. A protected home has no words. */
async function addressesOf(tx: Tx, { localAreaId, child }: CaseFile): Promise<{ homes: Home[]; service: ServiceAddress[] }> {
  const homes = await tx.db.selectFrom('childAddress').select(['lines', 'postcode', 'isConfidential', 'residentIds', 'fromOn', 'toOn'])
    .where('localAreaId', '=', localAreaId).where('childId', '=', child.id).orderBy('fromOn').orderBy('id').execute()
  const service = await tx.db.selectFrom('serviceAddress').select(['personId', 'lines', 'postcode', 'fromOn', 'toOn'])
    .where('localAreaId', '=', localAreaId).where('childId', '=', child.id).execute()
  return {
    homes: homes.map((home) => ({ ...home, postcode: home.postcode ?? undefined, residentIds: home.residentIds ?? undefined, from: home.fromOn, to: home.toOn ?? undefined })),
    service: service.map((one) => ({ ...one, postcode: one.postcode ?? undefined, from: one.fromOn, to: one.toOn ?? undefined })),
  }
}

/** How a person may be reached, and how they chose to be. */
export const reachOf = ({ email, phone, channel, kindsOff }: { email: string | null; phone: string | null; channel: string | null; kindsOff: string[] | null }) => ({
  ...(email === null ? {} : { email }), ...(phone === null ? {} : { phone }),
  ...(channel === null ? {} : { chosen: channel as ChosenChannel, kindsOff: kindsOff ?? [] }),
})
