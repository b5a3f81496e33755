// Invented persons of a SEN2 return that no rule has anything to say about, to be spoiled one thing at a time.

import { dateOfDayNumber, dayNumber, plainDateOf, type PlainDate } from '../../src/domain/calendar/plain-date.ts'
import { periodOf, surveyDayOf, type ReturnYear } from '../../src/domain/sen2/return-years.ts'
import type { Sen2ActivePlans, Sen2Assessment, Sen2Header, Sen2NamedPlan, Sen2Person, Sen2PlacementDetail, Sen2PlanDetail, Sen2Request, Sen2Source } from '../../src/domain/sen2/sen2-return.ts'
import { upnCheckLetter } from '../../src/domain/identifiers/upn.ts'

/** A UPN of area 001, which issues none. */
export function inventedUpn(number: number): string {
  const rest = `001${String(number).padStart(9, '0').slice(-9)}`
  return `${upnCheckLetter(rest)}${rest}`
}

export const aSen2Header = (year: ReturnYear = 2026, source: Partial<Sen2Source> = {}): Sen2Header => ({
  CollectionDetails: { Collection: 'SEN2', Year: String(year), ReferenceDate: surveyDayOf(year) },
  Source: {
    SourceLevel: 'L', LEA: '330', SoftwareCode: 'Golden Thread', Release: '0.1', SerialNo: '001', DateTime: `${year}-02-03T14:30:00`, DMO: 'Y', DCO: 'R', ...(year >= 2025 ? { DSCO: 'N' as const } : {}), ...source,
  },
})

const before = (year: ReturnYear, yearsBack: number, monthAndDay: string): PlainDate => plainDateOf(`${year - yearsBack}-${monthAndDay}`)

export const aPlanDetail = (changes: Partial<Sen2PlanDetail> = {}): Sen2PlanDetail => ({ URN: '900001', PlacementRank: '1', SENunitIndicator: false, ResourcedProvisionIndicator: false, ...changes })
export const aPlacement = (year: ReturnYear = 2026, changes: Partial<Sen2PlacementDetail> = {}): Sen2PlacementDetail => ({ URN: '900001', PlacementRank: '1', EntryDate: before(year, 3, '09-01'), SENunitIndicator: false, ResourcedProvisionIndicator: false, ...changes })

export const aNamedPlan = (year: ReturnYear = 2026, changes: Partial<Sen2NamedPlan> = {}): Sen2NamedPlan => ({ StartDate: before(year, 1, '06-15'), PlanDetail: [aPlanDetail()], PB: false, ...changes })

export const anAssessment = (year: ReturnYear = 2026, changes: Partial<Sen2Assessment> = {}): Sen2Assessment => ({
  AssessmentOutcome: 'Y', AssessmentOutcomeDate: before(year, 1, '06-15'), AssessmentMediation: false, AssessmentTribunal: false, OtherMediation: false, OtherTribunal: false, Week20: false, NamedPlan: aNamedPlan(year), ...changes,
})

export const anActivePlan = (year: ReturnYear = 2026, changes: Partial<Sen2ActivePlans> = {}): Sen2ActivePlans => ({ PlacementDetail: [aPlacement(year)], SENneed: [{ SENtype: 'SLCN', SENtypeRank: '1' }], ...changes })

/** Received in February of the period, assessed, a plan in June, open on survey day. */
export const aSen2Request = (year: ReturnYear = 2026, changes: Partial<Sen2Request> = {}): Sen2Request => ({
  ReceivedDate: before(year, 1, '02-03'), ...(year >= 2025 ? { RequestSource: '2' as const } : {}), RYA: false, RequestOutcomeDate: before(year, 1, '03-10'), RequestOutcome: 'Y', RequestMediation: false, RequestTribunal: false,
  Assessment: anAssessment(year), ActivePlans: anActivePlan(year), ...changes,
})

/** A child of 8. */
export const aSen2Person = (year: ReturnYear = 2026, changes: Partial<Sen2Person> = {}): Sen2Person => ({
  Surname: 'Ashdown', Forename: 'Persephone', PersonBirthDate: before(year, 9, '05-04'), ...(year === 2023 ? { GenderCurrent: '2' as const } : { Sex: 'F' as const }), Ethnicity: 'WBRI', PostCode: 'ZZ97 6HL', UPN: inventedUpn(1), Requests: [aSen2Request(year)], ...changes,
})

/** The same person without some of it. */
export function without<Block extends object, Key extends keyof Block>(block: Block, ...keys: readonly Key[]): Omit<Block, Key> & Block {
  return Object.fromEntries(Object.entries(block).filter(([key]) => !(keys as readonly string[]).includes(key))) as Omit<Block, Key> & Block
}

const needs = ['SLCN', 'ASD', 'SEMH', 'MLD', 'SPLD', 'HI', 'PD'] as const

/** As many different people as are asked for, each with some of what a return has: for files of any length. */
export function* manySen2Persons(count: number, year: ReturnYear = 2026): Generator<Sen2Person> {
  const { firstDay } = periodOf(year)
  for (let index = 0; index < count; index += 1) {
    const received = dateOfDayNumber(dayNumber(firstDay) + (index % 150))
    const decided = dateOfDayNumber(dayNumber(received) + 35)
    const issued = dateOfDayNumber(dayNumber(received) + 133)
    const person = aSen2Person(year, {
      Surname: `Ashdown-${index}`, UPN: inventedUpn(index + 1), PersonBirthDate: dateOfDayNumber(dayNumber(plainDateOf(`${year - 14}-01-01`)) + (index % 2500)), ...(year === 2023 ? {} : { Sex: index % 3 === 0 ? 'F' as const : 'M' as const }),
    })
    const stage = index % 10
    if (stage === 0) yield { ...person, Requests: [without(aSen2Request(year, { ReceivedDate: received, RequestOutcomeDate: decided, RequestOutcome: 'N' }), 'Assessment', 'ActivePlans')] }
    else if (stage === 1) {
      yield { ...person, Requests: [without(aSen2Request(year, {
        ReceivedDate: received, RequestOutcomeDate: decided, Assessment: anAssessment(year, { AssessmentOutcomeDate: issued, NamedPlan: aNamedPlan(year, { StartDate: issued, CeaseDate: dateOfDayNumber(dayNumber(issued) + 30), CeaseReason: '5' }) }),
      }), 'ActivePlans')] }
    } else if (stage < 5) {
      yield { ...person, Requests: [aSen2Request(year, { ReceivedDate: received, RequestOutcomeDate: decided, Assessment: anAssessment(year, { AssessmentOutcomeDate: issued, NamedPlan: aNamedPlan(year, { StartDate: issued }) }) })] }
    } else yield { ...person, Requests: [anOldPlan(year, needs[index % needs.length] ?? 'OTH')] }
  }
}

/** A plan from before the period, reviewed in it. */
export function anOldPlan(year: ReturnYear = 2026, need: (typeof needs)[number] | 'OTH' = 'ASD'): Sen2Request {
  const review = { LastReview: before(year, 1, '06-20'), ...(year >= 2024 ? { ReviewMeeting: before(year, 1, '06-01'), ReviewOutcome: 'M' as const } : {}) }
  return {
    RequestOutcome: 'H',
    Assessment: { AssessmentOutcome: 'H', NamedPlan: aNamedPlan(year, { StartDate: before(year, 3, '04-14') }) },
    ActivePlans: anActivePlan(year, { SENneed: [{ SENtype: need, SENtypeRank: '1' }, { SENtype: 'VI', SENtypeRank: '2' }], ...review }),
  }
}
