import type { PlainDate } from '../calendar/plain-date.ts'
import { lastDayOf, partThreeInForce, type Duty } from './duty.ts'

export const mediationAdviserDuty: Duty = {
  id: 'MED-01',
  asks: 'Contact the mediation adviser, say that you want to appeal and whether you want mediation',
  startsWith: 'written notice of the decision is sent',
  period: { kind: 'within-months', count: 2 },
  owedBy: 'family',
  standing: 'law',
  excuses: [],
  law: ['Children and Families Act 2014, s.55', 'SEND Regulations 2014, reg 33'],
  since: partThreeInForce,
}

/** SEND Regulations 2014, reg 33: within two months after the notice was sent. The Tribunal's August rule does not apply. */
export const contactMediationAdviserBy = (noticeSentOn: PlainDate): PlainDate =>
  lastDayOf(mediationAdviserDuty.period, noticeSentOn)

/** What an appeal about a plan is about; `I` is the setting or its type, or that none is named. */
export type AppealSubject = 'refusal-to-assess' | 'refusal-of-plan' | 'B' | 'F' | 'I'

/** CFA 2014, s.55(2): no certificate is needed for an appeal that is about section I and nothing else. */
export const isMediationCertificateNeeded = (subjects: readonly AppealSubject[]): boolean =>
  subjects.some((subject) => subject !== 'I')
