// The header of the return. What a value may be is the table's; the rule is named there too (structure-rules.ts), so that a fault has one name.

import { dateWords } from '../../calendar/date-words.ts'
import { isAuthorityIn, localAuthorities } from '../local-authorities.ts'
import type { Sen2Header } from '../sen2-return.ts'
import { missingOf, unreadableOf, type Answer, type RuleText, type Survey } from './rule.ts'

export interface HeaderRule extends RuleText {
  readonly check: (header: Sen2Header, survey: Survey) => Answer
}

export const headerRules: readonly HeaderRule[] = [
  {
    id: 'R-H01', severity: 'error', reads: ['Collection', 'SourceLevel'],
    says: 'The header does not say that this is a SEN2 return of a local authority.',
    mends: 'Collection is SEN2 and SourceLevel is L.',
    check: ({ CollectionDetails = {}, Source = {} }) => [
      ...missingOf(CollectionDetails, 'Collection'), ...unreadableOf(CollectionDetails, 'Collection'), ...missingOf(Source, 'SourceLevel'), ...unreadableOf(Source, 'SourceLevel'),
    ],
  },
  {
    id: 'R-H02', severity: 'error', reads: ['Year', 'ReferenceDate'],
    says: 'The year or the survey day is not that of the return.',
    mends: 'Year is the year of the survey, and ReferenceDate its survey day as published.',
    check: ({ CollectionDetails = {} }, { year, surveyDay }) => {
      const { Year, ReferenceDate } = CollectionDetails
      return [
        ...missingOf(CollectionDetails, 'Year', 'ReferenceDate'),
        ...(Year === undefined || Year === String(year) ? [] : [{ block: CollectionDetails, element: 'Year', because: `it says ${Year}; this return is that of ${year}` }]),
        ...(ReferenceDate === undefined || ReferenceDate === surveyDay ? [] : [{ block: CollectionDetails, element: 'ReferenceDate', because: `it is ${dateWords(ReferenceDate)}; the survey day of ${year} was ${dateWords(surveyDay)}` }]),
      ]
    },
  },
  {
    id: 'R-H03', severity: 'error', reads: ['LEA'],
    says: 'The authority in the header is not one that makes the return of that year.',
    mends: 'LEA is the three-digit number of the local authority.',
    check: ({ Source = {} }, { year }) => {
      const { LEA } = Source
      if (LEA === undefined) return missingOf(Source, 'LEA')
      if (isAuthorityIn(LEA, year)) return undefined
      return { block: Source, element: 'LEA', because: localAuthorities[LEA] === undefined ? `${LEA} is none` : `${localAuthorities[LEA]} does not make the return of ${year}` }
    },
  },
  {
    id: 'R-H04', severity: 'error', reads: ['SoftwareCode', 'Release', 'SerialNo', 'DateTime'],
    says: 'The header does not say which program made the file, when, or which sending it is.',
    mends: 'Give SoftwareCode, Release, SerialNo as three digits from 001, and DateTime.',
    check: ({ Source = {} }) => [...missingOf(Source, 'SoftwareCode', 'Release', 'SerialNo', 'DateTime'), ...unreadableOf(Source, 'SerialNo', 'DateTime')],
  },
  {
    id: 'R-H05', severity: 'error', reads: ['DMO', 'DCO', 'DSCO'],
    says: 'The header does not say for each designated officer whether there is one.',
    mends: 'DMO, DCO and, from 2026, DSCO are Y, N or R.',
    check: ({ Source = {} }, { year }) => [...missingOf(Source, 'DMO', 'DCO'), ...(year >= 2026 ? missingOf(Source, 'DSCO') : []), ...unreadableOf(Source, 'DMO', 'DCO', 'DSCO')],
  },
]
