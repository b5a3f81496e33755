// Module 2: the request for an assessment and what was decided about it.

import { addWeeks, daysBetween } from '../../calendar/plain-date.ts'
import { isAuthorityEver } from '../local-authorities.ts'
import { given, givenOf, isAfter, listOf, missingOf, ofEachRequest, unreadableOf, type PersonRule, type RequestRule } from './rule.ts'

const rules: readonly RequestRule[] = [
  {
    id: 'R-R01', severity: 'error', reads: ['RequestOutcome'],
    says: 'The outcome of the request is missing or is no code of the return.',
    mends: 'RequestOutcome is Y, N, A, W or H.',
    checkRequest: (request) => [...missingOf(request, 'RequestOutcome'), ...unreadableOf(request, 'RequestOutcome')],
  },
  {
    id: 'R-R02', severity: 'error', reads: ['ReceivedDate', 'RequestOutcome', 'PersonBirthDate'],
    says: 'The day on which the request was received is missing, or cannot be that day.',
    mends: 'Give the day, no later than survey day and no earlier than the birth. Only outcome H goes without.',
    checkRequest: (request, { surveyDay }, { PersonBirthDate }) => {
      const { ReceivedDate, RequestOutcome } = request
      if (ReceivedDate === undefined) return RequestOutcome === 'H' || RequestOutcome === undefined ? undefined : missingOf(request, 'ReceivedDate')
      if (ReceivedDate > surveyDay) return { block: request, element: 'ReceivedDate', because: 'it is after survey day' }
      return isAfter(PersonBirthDate, ReceivedDate) ? { block: request, element: 'ReceivedDate', because: 'it is before the person was born' } : undefined
    },
  },
  {
    id: 'R-R03', severity: 'error', reads: ['RYA', 'RequestOutcome'],
    says: 'It is not said whether the person was in relevant youth accommodation.',
    mends: 'RYA is 1 or 0. Only outcome H goes without.',
    checkRequest: (request) => (request.RequestOutcome === 'H' || request.RequestOutcome === undefined ? undefined : missingOf(request, 'RYA')),
  },
  {
    id: 'R-R04', severity: 'error', from: 2026, reads: ['RequestSource', 'RequestOutcome'],
    says: 'It is not said who asked for the assessment.',
    mends: 'RequestSource is 1 to 5. Only outcome H goes without.',
    checkRequest: (request) => [...(request.RequestOutcome === 'H' || request.RequestOutcome === undefined ? [] : missingOf(request, 'RequestSource')), ...unreadableOf(request, 'RequestSource')],
  },
  {
    id: 'R-R05', severity: 'error', reads: ['RequestOutcomeDate', 'RequestOutcome'],
    says: 'The day of the decision about the request is missing, or is given where nothing was decided in the period.',
    mends: 'Give RequestOutcomeDate with outcome Y or N, and leave it out with A, W or H.',
    checkRequest: (request) => {
      const { RequestOutcome } = request
      if (RequestOutcome === undefined) return undefined
      return RequestOutcome === 'Y' || RequestOutcome === 'N' ? missingOf(request, 'RequestOutcomeDate') : givenOf(request, 'RequestOutcomeDate')
    },
  },
  {
    id: 'R-R06', severity: 'error', reads: ['RequestOutcomeDate', 'ReceivedDate'],
    says: 'The decision about the request is dated before the request, or after survey day.',
    mends: 'Put the one date or the other right.',
    checkRequest: (request, { surveyDay }) => {
      const { ReceivedDate, RequestOutcomeDate } = request
      if (RequestOutcomeDate === undefined) return undefined
      if (RequestOutcomeDate > surveyDay) return { block: request, element: 'RequestOutcomeDate', because: 'it is after survey day' }
      return isAfter(ReceivedDate, RequestOutcomeDate) ? { block: request, element: 'RequestOutcomeDate', because: 'it is before the request was received' } : undefined
    },
  },
  {
    id: 'R-R07', severity: 'query', reads: ['RequestOutcomeDate', 'ReceivedDate'],
    says: 'The decision about the request took more than six weeks.',
    mends: 'Check both dates; if they are right, say why.',
    checkRequest: (request) => {
      const { ReceivedDate, RequestOutcomeDate } = request
      if (ReceivedDate === undefined || RequestOutcomeDate === undefined) return undefined
      const days = daysBetween(ReceivedDate, RequestOutcomeDate)
      return days > 42 ? { block: request, element: 'RequestOutcomeDate', because: `${days} days` } : undefined
    },
  },
  {
    id: 'R-R08', severity: 'error', reads: ['RequestMediation', 'RequestTribunal', 'RequestOutcome'],
    says: 'It is not said whether there was mediation or an appeal about the decision to assess.',
    mends: 'RequestMediation and RequestTribunal are 1 or 0 where the outcome is Y or N.',
    checkRequest: (request) => (request.RequestOutcome === 'Y' || request.RequestOutcome === 'N' ? missingOf(request, 'RequestMediation', 'RequestTribunal') : undefined),
  },
  {
    id: 'R-R09', severity: 'error', reads: ['RequestOutcome', 'Assessment'],
    says: 'There is an assessment, though the decision about the request is awaited or the request ended before it.',
    mends: 'Put the outcome right, or take the assessment out.',
    checkRequest: (request) => (request.RequestOutcome === 'A' || request.RequestOutcome === 'W' ? givenOf(request, 'Assessment') : undefined),
  },
  {
    id: 'R-R10', severity: 'error', reads: ['RequestOutcome', 'RequestMediation', 'RequestTribunal', 'Assessment'],
    says: 'There is an assessment after a refusal, and neither mediation nor an appeal that would explain it.',
    mends: 'A refusal that was changed keeps outcome N: set RequestMediation or RequestTribunal to 1. Otherwise put the outcome right.',
    checkRequest: (request) => (request.RequestOutcome === 'N' && request.RequestMediation !== true && request.RequestTribunal !== true ? givenOf(request, 'Assessment') : undefined),
  },
  {
    id: 'R-R11', severity: 'error', reads: ['RequestOutcome', 'Assessment', 'Exported'],
    says: 'The assessment is missing.',
    mends: 'After outcome Y or H there is an Assessment block, unless the person moved away before it was finished (Exported).',
    checkRequest: (request) => ((request.RequestOutcome === 'Y' || request.RequestOutcome === 'H') && !given(request, 'Exported') ? missingOf(request, 'Assessment') : undefined),
  },
  {
    id: 'R-R12', severity: 'error', reads: ['Exported', 'LEA', 'NamedPlan', 'ActivePlans'],
    says: 'The person is said to have moved to another authority before the assessment was finished, and that cannot be.',
    mends: 'Exported is the number of another authority; a plan does not go with it.',
    checkRequest: (request, { authority }) => {
      const { Exported, Assessment } = request
      if (!given(request, 'Exported')) return undefined
      return [
        ...(Exported === undefined || Exported === 'XXX' || isAuthorityEver(Exported) ? [] : [{ block: request, element: 'Exported', because: `there is no authority ${Exported}` }]),
        ...(Exported !== undefined && Exported === authority ? [{ block: request, element: 'Exported', because: 'it is the authority that makes this return' }] : []),
        ...(Assessment?.NamedPlan === undefined ? [] : [{ block: Assessment, element: 'NamedPlan', because: 'there is a plan' }]),
        ...givenOf(request, 'ActivePlans').map((found) => ({ ...found, because: 'there is an active plan' })),
      ]
    },
  },
  {
    id: 'R-R13', severity: 'query', reads: ['ReceivedDate', 'RequestOutcome'],
    says: 'The request was received in the period, and its outcome says that it was decided before.',
    mends: 'Check the date, or give the outcome Y or N with its date.',
    checkRequest: (request, { period }) => (request.RequestOutcome === 'H' && request.ReceivedDate !== undefined && request.ReceivedDate >= period.firstDay && request.ReceivedDate <= period.lastDay
      ? { block: request, element: 'ReceivedDate' } : undefined),
  },
  {
    id: 'R-R14', severity: 'query', reads: ['ReceivedDate', 'RequestOutcome'],
    says: 'The decision about the request is still awaited more than twenty weeks after it was received.',
    mends: 'Give the decision if there is one; otherwise say why it is late.',
    checkRequest: (request, { surveyDay }) => (request.RequestOutcome === 'A' && request.ReceivedDate !== undefined && addWeeks(request.ReceivedDate, 20) < surveyDay ? { block: request, element: 'RequestOutcome' } : undefined),
  },
  {
    id: 'R-R17', severity: 'query', reads: ['Exported', 'TransferLA'],
    says: 'XXX stands for an authority that is not known, or outside the United Kingdom. We could not confirm that this return takes it.',
    mends: 'Give the number of the authority if there is one.',
    checkRequest: (request) => [
      ...(request.Exported === 'XXX' ? [{ block: request, element: 'Exported' }] : []),
      ...(request.ActivePlans?.TransferLA === 'XXX' ? [{ block: request.ActivePlans, element: 'TransferLA' }] : []),
    ],
  },
]

export const requestRules: readonly PersonRule[] = [
  ...rules.map(ofEachRequest),
  {
    id: 'R-R15', severity: 'query', reads: ['ReceivedDate'],
    says: 'Two requests for the same person were received on the same day.',
    mends: 'Take one out if they are the same.',
    check: ({ Requests }) => Requests.flatMap((request, index) => {
      const isSecond = request.ReceivedDate !== undefined && Requests.findIndex(({ ReceivedDate }) => ReceivedDate === request.ReceivedDate) < index
      return listOf(isSecond ? { block: request, element: 'ReceivedDate' } : undefined)
    }),
  },
]
