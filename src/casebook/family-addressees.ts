// Whom of a family a letter goes to. Up to the end of compulsory school age each parent has an own copy; from the day after, the
// rights and the letters are the young person's (Children and Families Act 2014, s.83(2)).

import { helpOf, standsIn } from '../domain/access/parts-of-family.ts'
import type { RightsDecision } from '../domain/rights/decisions.ts'
import { hasPassed } from '../domain/rights/rights-record.ts'
import type { ChosenChannel } from '../domain/reminders/channel-for.ts'
import type { Addressee } from './letters.ts'
import type { CaseFile } from './open-case-file.ts'
import type { Tx } from './tx.ts'

export interface FamilyOnCase {
  readonly part: 'parent' | 'young-person' | 'representative'
  readonly to: Addressee
}

/**
 * The family members who are told things on this case today, with how they may be reached. Once the rights have passed: the young
 * person, whoever takes this decision in their place, and for a copy each parent whom the young person lets have letters.
 * Those whose rights they are come first.
 */
export async function listFamilyAddressees(tx: Tx, caseFile: CaseFile, decision: RightsDecision = 'sharing'): Promise<Addressee[]> {
  const { child, rights } = caseFile
  const everybody = await listFamilyOnCase(tx, caseFile)
  if (!hasPassed(rights, tx.today)) return everybody.filter(({ part }) => part !== 'representative').map(({ to }) => to)
  const decides = ({ part, to: { personId } }: FamilyOnCase): boolean =>
    part === 'young-person' || (personId !== undefined && [decision, 'sharing' as const].some((one) => standsIn(rights, personId, tx.today, one)))
  const helps = ({ part, to: { personId } }: FamilyOnCase): boolean => part === 'parent' && personId !== undefined && helpOf(rights, personId, tx.today).includes('letters')
  const youngPerson = everybody.filter(({ part }) => part === 'young-person').map(({ to }) => to)
  return [
    ...(youngPerson.length > 0 ? youngPerson : [await youngPersonOnPaper(tx, caseFile)]),
    ...everybody.filter((one) => one.part !== 'young-person' && decides(one)).map(({ to }) => to),
    ...everybody.filter((one) => !decides(one) && helps(one)).map(({ to }): Addressee => ({ ...to, copyOf: `${child.givenName} ${child.familyName}` })),
  ]
}

/** Everybody of the family with a part in the case today, whoever holds the rights. */
export async function listFamilyOnCase(tx: Tx, caseFile: CaseFile): Promise<FamilyOnCase[]> {
  const rows = await tx.db.selectFrom('caseParty as p').innerJoin('person as n', 'n.id', 'p.personId')
    .leftJoin('relationship as r', (join) => join.onRef('r.personId', '=', 'p.personId').onRef('r.localAreaId', '=', 'p.localAreaId').on('r.childId', '=', caseFile.child.id))
    .leftJoin('reminderChoice as w', 'w.personId', 'n.id')
    .select(['n.id', 'n.fullName', 'n.email', 'n.phone', 'n.canSignIn', 'w.channel', 'w.kindsOff', 'r.safeContact', 'r.language', 'r.needsInterpreter', 'r.formats', 'r.livesWithChild', 'r.relation', 'p.part'])
    .where('p.localAreaId', '=', caseFile.localAreaId).where('p.caseId', '=', caseFile.id).where('p.part', 'in', ['parent', 'young-person', 'representative'])
    .where('p.fromOn', '<=', tx.today).where((eb) => eb.or([eb('p.toOn', 'is', null), eb('p.toOn', '>=', tx.today)]))
    .orderBy('n.fullName').execute()
  const home = await openHome(tx, caseFile)
  return rows.map((row) => ({
    part: row.part as FamilyOnCase['part'],
    to: {
      personId: row.id, name: row.fullName, isFamily: true, canSignIn: row.canSignIn, safeContact: row.safeContact ?? 'any',
      needsInterpreter: row.needsInterpreter ?? false, formats: row.formats ?? [], relation: row.part === 'young-person' ? 'young person' : row.relation ?? 'parent',
      ...reachOf(row), ...(row.language === null ? {} : { language: row.language }),
      // Only somebody who lives at the child's open address is written to there.
      ...(home !== undefined && row.livesWithChild === true ? { postal: home } : {}),
    },
  }))
}

/** A child or young person without a part of their own: written to at the home on record. */
export async function youngPersonOnPaper(tx: Tx, caseFile: CaseFile): Promise<Addressee> {
  const { child } = caseFile
  const home = await openHome(tx, caseFile)
  return {
    name: `${child.givenName} ${child.familyName}`, isFamily: true, canSignIn: false, safeContact: 'post', needsInterpreter: false, formats: [], relation: 'young person',
    ...(child.personId === undefined ? {} : { personId: child.personId }), ...(home === undefined ? {} : { postal: home }),
  }
}

/** The address at which the child lives today, where it is open: a protected one is written on nothing. */
async function openHome(tx: Tx, caseFile: CaseFile): Promise<string[] | undefined> {
  const homes = await tx.db.selectFrom('childAddress').select(['lines', 'postcode', 'isConfidential'])
    .where('localAreaId', '=', caseFile.localAreaId).where('childId', '=', caseFile.child.id)
    .where('fromOn', '<=', tx.today).where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).execute()
  const home = homes.find(({ isConfidential }) => !isConfidential)
  return home === undefined ? undefined : [...home.lines, home.postcode ?? ''].filter(Boolean)
}

/** How a person may be reached, and how they chose to be. */
export const reachOf = ({ email, phone, channel, kindsOff }: { email: string | null; phone: string | null; channel: string | null; kindsOff: string[] | null }) => ({
  ...(email === null ? {} : { email }), ...(phone === null ? {} : { phone }),
  ...(channel === null ? {} : { chosen: channel as ChosenChannel, kindsOff: kindsOff ?? [] }),
})
