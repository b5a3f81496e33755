// Who of a return is on record already: by number, or by name and day of birth, which a person decides on (UK GDPR Art 5(1)(d): nothing is merged by itself).

import type { Tx } from '../../../casebook/tx.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { LikenessKind } from '../../../domain/case-file/duplicates.ts'
import { duplicateScore, namePartsOf, swappedDayAndMonth, worthALook } from '../../../domain/case-file/duplicates.ts'
import type { ChildId, LocalAreaId } from '../../../domain/ids.ts'
import type { Sen2Person } from '../../../domain/sen2/sen2-return.ts'
import type { Match } from '../person-store.ts'

export interface Alike { readonly childId: ChildId; readonly score: number; readonly alike: readonly (LikenessKind | 'uln')[] }
export interface Matched { readonly match: Match; readonly childId?: ChildId; readonly alike: readonly Alike[] }

interface Known { readonly id: ChildId; readonly givenName: string; readonly familyName: string; readonly bornOn: PlainDate; readonly upn: string | null; readonly uln: string | null }

/** One answer for each person, in their order: the children of the area are asked for once. Two persons of one file are two children: who came with `batchId` is not looked at. */
export async function matchPersons(tx: Tx, localAreaId: LocalAreaId, persons: readonly Sen2Person[], batchId: string): Promise<Matched[]> {
  const days = [...new Set(persons.flatMap(({ PersonBirthDate: day }) => (day === undefined ? [] : [day, swappedDayAndMonth(day) ?? day])))]
  const upns = persons.flatMap(({ UPN }) => (UPN === undefined ? [] : [UPN]))
  const ulns = persons.flatMap(({ UniqueLearnerNumber }) => (UniqueLearnerNumber === undefined ? [] : [UniqueLearnerNumber]))
  if (days.length + upns.length + ulns.length === 0) return persons.map(() => ({ match: 'none', alike: [] }))
  const known: readonly Known[] = await tx.db.selectFrom('child').select(['id', 'givenName', 'familyName', 'bornOn', 'upn', 'uln']).where('localAreaId', '=', localAreaId)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('returnPerson as r').select('r.no').where('r.localAreaId', '=', localAreaId).where('r.batchId', '=', batchId).where('r.state', '=', 'in').whereRef('r.childId', '=', 'child.id'))))
    .where((eb) => eb.or([...(days.length === 0 ? [] : [eb('bornOn', 'in', days)]), ...(upns.length === 0 ? [] : [eb('upn', 'in', upns)]), ...(ulns.length === 0 ? [] : [eb('uln', 'in', ulns)])])).execute()
  const byDay = new Map<PlainDate, Known[]>()
  for (const one of known) byDay.set(one.bornOn, [...byDay.get(one.bornOn) ?? [], one])
  const byUpn = new Map(known.flatMap((one) => (one.upn === null ? [] : [[one.upn, one]])))
  const byUln = new Map(known.flatMap((one) => (one.uln === null ? [] : [[one.uln, one]])))
  return persons.map((person) => matchOf(person, new Set([
    ...[byUpn.get(person.UPN ?? ''), byUln.get(person.UniqueLearnerNumber ?? '')].filter((one) => one !== undefined),
    ...(person.PersonBirthDate === undefined ? [] : [...byDay.get(person.PersonBirthDate) ?? [], ...byDay.get(swappedDayAndMonth(person.PersonBirthDate) ?? person.PersonBirthDate) ?? []]),
  ])))
}

function matchOf({ Forename = '', Surname = '', PersonBirthDate, UPN, UniqueLearnerNumber }: Sen2Person, known: ReadonlySet<Known>): Matched {
  if (PersonBirthDate === undefined) return { match: 'none', alike: [] }
  const alike = [...known].map((child): Alike & { readonly isSure: boolean } => {
    const { score, alike: kinds } = duplicateScore(
      { givenName: Forename, familyName: Surname, bornOn: PersonBirthDate, upn: UPN }, { givenName: child.givenName, familyName: child.familyName, bornOn: child.bornOn, upn: child.upn ?? undefined },
    )
    const hasUln = UniqueLearnerNumber !== undefined && child.uln === UniqueLearnerNumber
    const isNumber = hasUln || kinds.includes('upn')
    // A number that is right and a name or a day of birth that is: a slip in one of the three does not make another child.
    const isSure = isNumber && (child.bornOn === PersonBirthDate || namePartsOf(child.givenName, child.familyName).join(' ') === namePartsOf(Forename, Surname).join(' '))
    return { childId: child.id, score: Math.min(100, score + (hasUln ? 90 : 0)), alike: [...(hasUln ? ['uln' as const] : []), ...kinds], isSure }
  }).filter(({ score }) => score >= worthALook).toSorted((a, b) => b.score - a.score).slice(0, 5)
  const sure = alike.filter(({ isSure }) => isSure)
  const [only] = sure
  const listed = alike.map(({ childId, score, alike: kinds }) => ({ childId, score, alike: kinds }))
  if (only !== undefined && sure.length === 1) return { match: 'sure', childId: only.childId, alike: listed }
  return { match: alike.length > 0 ? 'to-decide' : 'none', alike: listed }
}
