// Module 3: the assessment and what was decided after it.

import { addWeeks, daysBetween } from '../../calendar/plain-date.ts'
import type { Sen2Assessment } from '../sen2-return.ts'
import { given, givenOf, isAfter, missingOf, ofEachRequest, unreadableOf, type Answer, type PersonRule, type RequestRule, type Survey } from './rule.ts'
import type { Sen2Person, Sen2Request } from '../sen2-return.ts'

interface AssessmentRule extends Omit<RequestRule, 'checkRequest'> {
  readonly checkAssessment: (assessment: Sen2Assessment, request: Sen2Request, survey: Survey, person: Sen2Person) => Answer
}

const isContested = ({ AssessmentMediation, AssessmentTribunal, OtherMediation, OtherTribunal }: Sen2Assessment): boolean =>
  AssessmentMediation === true || AssessmentTribunal === true || OtherMediation === true || OtherTribunal === true

const rules: readonly AssessmentRule[] = [
  {
    id: 'R-A01', severity: 'error', reads: ['AssessmentOutcome'],
    says: 'The outcome of the assessment is missing or is no code of the return.',
    mends: 'AssessmentOutcome is Y, N, A, W or H.',
    checkAssessment: (assessment) => [...missingOf(assessment, 'AssessmentOutcome'), ...unreadableOf(assessment, 'AssessmentOutcome')],
  },
  {
    id: 'R-A02', severity: 'error', reads: ['AssessmentOutcomeDate', 'AssessmentOutcome', 'NamedPlan'],
    says: 'The day of the decision after the assessment is missing, or is given where there is none.',
    mends: 'Give AssessmentOutcomeDate with N, and with Y once the plan is issued; leave it out with A and W.',
    checkAssessment: (assessment) => {
      const { AssessmentOutcome, NamedPlan } = assessment
      if (AssessmentOutcome === 'N' || (AssessmentOutcome === 'Y' && NamedPlan !== undefined)) return missingOf(assessment, 'AssessmentOutcomeDate')
      return AssessmentOutcome === 'A' || AssessmentOutcome === 'W' ? givenOf(assessment, 'AssessmentOutcomeDate') : undefined
    },
  },
  {
    id: 'R-A03', severity: 'error', reads: ['AssessmentOutcomeDate', 'RequestOutcomeDate', 'ReceivedDate'],
    says: 'The decision after the assessment is dated before the request or the decision to assess, or after survey day.',
    mends: 'Put the dates right.',
    checkAssessment: (assessment, { ReceivedDate, RequestOutcomeDate }, { surveyDay }) => {
      const day = assessment.AssessmentOutcomeDate
      if (day === undefined) return undefined
      const why = day > surveyDay ? 'it is after survey day'
        : isAfter(RequestOutcomeDate, day) ? 'it is before the decision about the request'
        : isAfter(ReceivedDate, day) ? 'it is before the request was received' : undefined
      return why === undefined ? undefined : { block: assessment, element: 'AssessmentOutcomeDate', because: why }
    },
  },
  {
    id: 'R-A04', severity: 'query', reads: ['AssessmentOutcome', 'AssessmentOutcomeDate', 'ReceivedDate'],
    says: 'The decision not to issue a plan took more than sixteen weeks from the request.',
    mends: 'Check both dates; if they are right, say why.',
    checkAssessment: (assessment, { ReceivedDate }) => {
      const { AssessmentOutcome, AssessmentOutcomeDate } = assessment
      if (AssessmentOutcome !== 'N' || AssessmentOutcomeDate === undefined || ReceivedDate === undefined) return undefined
      const days = daysBetween(ReceivedDate, AssessmentOutcomeDate)
      return days > 112 ? { block: assessment, element: 'AssessmentOutcomeDate', because: `${days} days` } : undefined
    },
  },
  {
    id: 'R-A05', severity: 'error', reads: ['AssessmentOutcome', 'NamedPlan', 'AssessmentMediation', 'AssessmentTribunal', 'OtherMediation', 'OtherTribunal'],
    says: 'There is a plan, and the outcome of the assessment says that there is none.',
    mends: 'Put the outcome right or take the plan out. A refusal that was changed keeps outcome N: set the mediation or appeal to 1.',
    checkAssessment: (assessment) => {
      const { AssessmentOutcome } = assessment
      return AssessmentOutcome === 'A' || AssessmentOutcome === 'W' || (AssessmentOutcome === 'N' && !isContested(assessment)) ? givenOf(assessment, 'NamedPlan') : undefined
    },
  },
  {
    id: 'R-A06', severity: 'error', reads: ['AssessmentOutcome', 'NamedPlan'],
    says: 'The plan is missing: the outcome says that it was decided before the period, or came from another authority.',
    mends: 'With outcome H there is a NamedPlan block.',
    checkAssessment: (assessment) => (assessment.AssessmentOutcome === 'H' ? missingOf(assessment, 'NamedPlan') : undefined),
  },
  {
    id: 'R-A07', severity: 'error', reads: ['AssessmentOutcome', 'Week20'],
    says: 'It is not said whether an exception to the twenty weeks applied.',
    mends: 'Week20 is 1 or 0 where the outcome is Y.',
    checkAssessment: (assessment) => (assessment.AssessmentOutcome === 'Y' ? missingOf(assessment, 'Week20') : undefined),
  },
  {
    id: 'R-A08', severity: 'query', reads: ['Week20', 'AssessmentOutcomeDate', 'ReceivedDate'],
    says: 'An exception to the twenty weeks is given for a plan that was issued within them.',
    mends: 'Check the dates; an exception that was not needed is 0.',
    checkAssessment: (assessment, { ReceivedDate }) => {
      const { AssessmentOutcome, AssessmentOutcomeDate, Week20 } = assessment
      const isWithin = AssessmentOutcomeDate !== undefined && ReceivedDate !== undefined && AssessmentOutcomeDate <= addWeeks(ReceivedDate, 20)
      return Week20 === true && AssessmentOutcome === 'Y' && isWithin ? { block: assessment, element: 'Week20' } : undefined
    },
  },
  {
    id: 'R-A09', severity: 'query', reads: ['AssessmentOutcome', 'NamedPlan', 'ReceivedDate'],
    says: 'It was decided to issue a plan, more than twenty weeks have passed since the request, and there is no plan.',
    mends: 'Give the plan if it was issued; otherwise say why it is late.',
    checkAssessment: (assessment, request, { surveyDay }) => {
      const isLate = request.ReceivedDate !== undefined && addWeeks(request.ReceivedDate, 20) < surveyDay
      return assessment.AssessmentOutcome === 'Y' && assessment.NamedPlan === undefined && isLate && !given(request, 'Exported') ? { block: assessment, element: 'NamedPlan' } : undefined
    },
  },
]

export const assessmentRules: readonly PersonRule[] = rules.map(({ checkAssessment, ...words }) => ofEachRequest({
  ...words, checkRequest: (request, survey, person) => (request.Assessment === undefined ? undefined : checkAssessment(request.Assessment, request, survey, person)),
}))
