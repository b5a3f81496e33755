// Module 1: the person. Item numbers in comments are those of the 2026 return.

import { ageOn, plainDateOf, type PlainDate } from '../../calendar/plain-date.ts'
import { schoolYearOf } from '../../calendar/school-year.ts'
import { parsePostcode } from '../../identifiers/contact-details.ts'
import { upnCheckLetter } from '../../identifiers/upn.ts'
import { isUlnCheckDigit } from '../../identifiers/uln.ts'
import { allotsUpns } from '../local-authorities.ts'
import type { Sen2Person, Sen2Request } from '../sen2-return.ts'
import { given, isOpenPlan, missingOf, unreadableOf, type PersonRule, type Survey } from './rule.ts'

const hasOpenPlan = ({ Requests }: Sen2Person, survey: Survey): boolean => Requests.some(({ Assessment }) => isOpenPlan(Assessment?.NamedPlan, survey))

/** A story that has not come to its end: a plan that goes on, or a decision that is still to be made. */
function isUnderWay({ RequestOutcome, Exported, Assessment }: Sen2Request, survey: Survey): boolean {
  if (Exported !== undefined) return false
  if (Assessment?.NamedPlan !== undefined) return isOpenPlan(Assessment.NamedPlan, survey)
  return RequestOutcome === 'A' || (Assessment !== undefined && Assessment.AssessmentOutcome !== 'N' && Assessment.AssessmentOutcome !== 'W')
}

/** The last August before survey day: somebody's age then says which academic year of their life this is. */
const lastAugust = ({ surveyDay }: Survey): PlainDate => plainDateOf(`${schoolYearOf(surveyDay).startsIn}-08-31`)

export const personRules: readonly PersonRule[] = [
  {
    id: 'R-P01', severity: 'error', reads: ['Surname', 'Forename', 'PersonBirthDate', 'Sex', 'GenderCurrent', 'Ethnicity'],
    says: 'The person’s own details are not complete.',
    mends: 'Give surname, forename, date of birth, sex and ethnicity.',
    check: (person, { year }) => [...missingOf(person, 'Surname', 'Forename', 'PersonBirthDate', 'Ethnicity'), ...missingOf(person, year === 2023 ? 'GenderCurrent' : 'Sex')],
  },
  {
    id: 'R-P02', severity: 'error', reads: ['PersonBirthDate'],
    says: 'The date of birth is no date, or is after the survey day.',
    mends: 'Put the date of birth right.',
    check: (person, { surveyDay }) => (person.PersonBirthDate !== undefined && person.PersonBirthDate > surveyDay
      ? { block: person, element: 'PersonBirthDate', because: 'it is after the survey day' } : unreadableOf(person, 'PersonBirthDate')),
  },
  {
    id: 'R-P03', severity: 'error', reads: ['PersonBirthDate', 'CeaseDate', 'RequestOutcome', 'AssessmentOutcome'],
    says: 'The person was 25 before this academic year began, and a plan or a decision is still open.',
    mends: 'Check the date of birth; a plan ends no later than the academic year in which the person turns 25, with its cease date and reason.',
    check: (person, survey) => (person.PersonBirthDate !== undefined && ageOn(person.PersonBirthDate, lastAugust(survey)) > 24 && person.Requests.some((request) => isUnderWay(request, survey))
      ? { block: person, element: 'PersonBirthDate' } : undefined),
  },
  {
    id: 'R-P04', severity: 'query', reads: ['PersonBirthDate', 'CeaseDate'],
    says: 'A child under 2 has a plan.',
    mends: 'Check the date of birth, or say that it is so.',
    check: (person, survey) => (person.PersonBirthDate !== undefined && person.PersonBirthDate <= survey.surveyDay && ageOn(person.PersonBirthDate, survey.surveyDay) < 2 && hasOpenPlan(person, survey)
      ? { block: person, element: 'PersonBirthDate' } : undefined),
  },
  {
    id: 'R-P05', severity: 'error', reads: ['Sex', 'GenderCurrent', 'Ethnicity'],
    says: 'Sex or ethnicity is not one of the codes of the return.',
    mends: 'Sex is M or F (0, 1, 2 or 9 in 2023); ethnicity is a code of the school census.',
    check: (person) => unreadableOf(person, 'Sex', 'GenderCurrent', 'Ethnicity'),
  },
  {
    id: 'R-P06', severity: 'error', reads: ['UPN', 'UniqueLearnerNumber', 'UPNunknown'],
    says: 'There is no UPN, no ULN and no reason why not.',
    mends: 'Give the UPN or ULN; if neither is known, UPNunknown with the reason.',
    check: (person) => (given(person, 'UPN') || given(person, 'UniqueLearnerNumber') || given(person, 'UPNunknown') ? undefined : { block: person }),
  },
  {
    id: 'R-P07', severity: 'error', reads: ['UPN', 'UniqueLearnerNumber', 'UPNunknown'],
    says: 'There is a UPN or ULN, and also a reason why there is none.',
    mends: 'Take UPNunknown out, or the number if it is not this person’s.',
    check: (person) => (given(person, 'UPNunknown') && (given(person, 'UPN') || given(person, 'UniqueLearnerNumber')) ? { block: person, element: 'UPNunknown' } : undefined),
  },
  {
    id: 'R-P08', severity: 'error', reads: ['UPN'],
    says: 'The UPN cannot be right.',
    mends: 'Look the UPN up again: a digit is wrong, or two have changed places.',
    check: (person) => {
      const { UPN } = person
      if (UPN === undefined) return unreadableOf(person, 'UPN')
      if (upnCheckLetter(UPN.slice(1)) !== UPN[0]) return { block: person, element: 'UPN', because: 'its first letter does not belong to the other characters' }
      return allotsUpns(UPN.slice(1, 4)) ? undefined : { block: person, element: 'UPN', because: `no authority ${UPN.slice(1, 4)} issues UPNs` }
    },
  },
  {
    id: 'R-P10', severity: 'error', reads: ['UniqueLearnerNumber'],
    says: 'The ULN cannot be right.',
    mends: 'Look the ULN up again: ten digits, of which the last checks the others.',
    check: (person) => {
      const { UniqueLearnerNumber: uln } = person
      if (uln === undefined) return unreadableOf(person, 'UniqueLearnerNumber')
      return isUlnCheckDigit(uln) ? undefined : { block: person, element: 'UniqueLearnerNumber', because: 'its last digit does not belong to the others' }
    },
  },
  {
    id: 'R-P12', severity: 'query', reads: ['UPNunknown', 'PersonBirthDate'],
    says: 'UN1 is for children under 6 without a UPN, and this person is 6 or older.',
    mends: 'Give the UPN, or the reason that holds.',
    check: (person, { surveyDay }) => (person.UPNunknown === 'UN1' && person.PersonBirthDate !== undefined && ageOn(person.PersonBirthDate, surveyDay) >= 6 ? { block: person, element: 'UPNunknown' } : undefined),
  },
  {
    id: 'R-P13', severity: 'query', reads: ['UPNunknown', 'ReceivedDate', 'TransferLA', 'EntryDate'],
    says: 'UN8 is for people who came in the last week of the period, and this person was known before.',
    mends: 'Give the UPN or ULN, or the reason that holds.',
    // The last week of December or anything after it: whether the period for this ends on 31 December or on survey day is not said.
    check: (person, { period }) => {
      if (person.UPNunknown !== 'UN8') return undefined
      const lastWeek = plainDateOf(`${period.lastDay.slice(0, 4)}-12-25`)
      const came = person.Requests.flatMap(({ ReceivedDate, ActivePlans }) => [
        ...(ReceivedDate === undefined ? [] : [ReceivedDate]),
        ...(ActivePlans?.TransferLA === undefined ? [] : ActivePlans.PlacementDetail.flatMap(({ EntryDate }) => (EntryDate === undefined ? [] : [EntryDate]))),
      ])
      return came.some((day) => day >= lastWeek) && came.every((day) => day >= lastWeek) ? undefined : { block: person, element: 'UPNunknown' }
    },
  },
  {
    id: 'R-P14', severity: 'query', reads: ['UPNunknown', 'AssessmentOutcome', 'StartDate'],
    says: 'UN10 is for requests that went no further, and this one went on to an assessment or a plan.',
    mends: 'Give the UPN or ULN, or the reason that holds.',
    check: (person) => (person.UPNunknown === 'UN10' && person.Requests.some(({ Assessment, ActivePlans }) => Assessment !== undefined || ActivePlans !== undefined) ? { block: person, element: 'UPNunknown' } : undefined),
  },
  {
    id: 'R-P15', severity: 'query', reads: ['PostCode'],
    says: 'The postcode is missing, or is no postcode of the United Kingdom.',
    mends: 'Give the postcode of where the person lives, or say why there is none.',
    check: (person) => (person.PostCode === undefined || !parsePostcode(person.PostCode).ok ? { block: person, element: 'PostCode', because: person.PostCode === undefined ? 'it is missing' : 'it has not the shape of one' } : undefined),
  },
  {
    id: 'R-P16', severity: 'error', reads: ['Requests'],
    says: 'The person has no request.',
    mends: 'Everybody in the return has at least one Requests block, also with outcome H where the request was made before the period.',
    check: (person) => (person.Requests.length === 0 ? { block: person, element: 'Requests' } : undefined),
  },
]
