// Whether the child that a file speaks of is the child on record: what differs is shown to a person, and a file of wholly another child
// is stopped (UK GDPR Art 5(1)(d), (f)).

import type { PlainDate } from '../calendar/plain-date.ts'
import { dateWords } from '../calendar/date-words.ts'
import { namePartsOf } from '../case-file/duplicates.ts'
import type { PlanFacts } from './plan-facts.ts'

export interface ChildOnRecord {
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: PlainDate
  readonly upn?: string | undefined
}

export interface Difference {
  readonly what: 'name' | 'born-on' | 'upn'
  readonly inFile: string
  readonly onRecord: string
}

/** What the file says and the record says otherwise. What the file does not say differs from nothing. */
export function differencesOf({ givenName, familyName, bornOn, upn }: PlanFacts, child: ChildOnRecord): Difference[] {
  const inFile = namePartsOf(givenName ?? '', familyName ?? '')
  const onRecord = namePartsOf(child.givenName, child.familyName)
  const isNameAlike = inFile.every((part) => onRecord.includes(part)) || onRecord.every((part) => inFile.includes(part))
  return [
    ...(isNameAlike ? [] : [{ what: 'name' as const, inFile: [givenName, familyName].filter((name) => name !== undefined).join(' '), onRecord: `${child.givenName} ${child.familyName}` }]),
    ...(bornOn === undefined || bornOn === child.bornOn ? [] : [{ what: 'born-on' as const, inFile: dateWords(bornOn), onRecord: dateWords(child.bornOn) }]),
    ...(upn === undefined || child.upn === undefined || upn === child.upn ? [] : [{ what: 'upn' as const, inFile: upn, onRecord: child.upn }]),
  ]
}

/** Neither the name nor the day of birth is this child's: nobody can say that it is. */
export const isAnotherChild = (differences: readonly Difference[]): boolean => ['name', 'born-on'].every((what) => differences.some((one) => one.what === what))
