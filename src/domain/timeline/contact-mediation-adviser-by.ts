import type { PlainDate } from '../calendar/plain-date.ts'
import { lastDayOfClock } from '../clocks/last-day.ts'

/** MED-01, SEND Regulations 2014, reg 33: within two months after the notice was sent. The Tribunal's August rule does not apply. */
export const contactMediationAdviserBy = (noticeSentOn: PlainDate): PlainDate =>
  lastDayOfClock('MED-01', noticeSentOn)

/** What an appeal about a plan is about; `I` is the setting or its type, or that none is named. */
export type AppealSubject = 'refusal-to-assess' | 'refusal-of-plan' | 'B' | 'F' | 'I'

/** CFA 2014, s.55(2): no certificate is needed for an appeal that is about section I and nothing else. */
export const isMediationCertificateNeeded = (subjects: readonly AppealSubject[]): boolean =>
  subjects.some((subject) => subject !== 'I')
