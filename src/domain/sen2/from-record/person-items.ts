// Module 1: who it is.

import { upnUnknownReasons } from '../code-sets.ts'
import { ethnicities } from '../ethnicities.ts'
import type { Sen2Person } from '../sen2-return.ts'
import { holdsOn, said, type ChildForReturn, type ReturnAsked } from './record-for-return.ts'

const isEthnicity = (code: string): code is keyof typeof ethnicities & string => Object.hasOwn(ethnicities, code)
const isReason = (code: string): code is keyof typeof upnUnknownReasons => Object.hasOwn(upnUnknownReasons, code)

/** Item 1.4 was gender in 2023. What is neither is left out, and the check asks for it. */
function sexOf(sex: string | undefined, { year }: ReturnAsked): Partial<Sen2Person> {
  if (year === 2023) return { GenderCurrent: sex === 'M' ? '1' : sex === 'F' ? '2' : '0' }
  return sex === 'M' || sex === 'F' ? { Sex: sex } : {}
}

/** Everything of the person but their requests. The postcode is that of home on survey day; of a protected address there is none. */
export function personItemsOf(child: ChildForReturn, asked: ReturnAsked): Omit<Partial<Sen2Person>, 'Requests'> {
  const { upn, uln, upnUnknown, ethnicityCode } = child
  const homes = child.addresses.filter((row) => holdsOn(row, asked.surveyDay)).toSorted((a, b) => Number(b.household === 'home') - Number(a.household === 'home') || (a.fromOn < b.fromOn ? 1 : -1))
  return {
    ...said<Sen2Person>({ Surname: child.familyName, Forename: child.givenName, PersonBirthDate: child.bornOn }), ...sexOf(child.sex, asked),
    ...said<Sen2Person>({
      Ethnicity: ethnicityCode !== undefined && isEthnicity(ethnicityCode) ? ethnicityCode : undefined, PostCode: homes[0]?.postcode, UPN: upn, UniqueLearnerNumber: uln,
      UPNunknown: upn === undefined && uln === undefined && upnUnknown !== undefined && isReason(upnUnknown) ? upnUnknown : undefined,
    }),
  }
}
