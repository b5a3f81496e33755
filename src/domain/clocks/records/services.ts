// Health, Local Offer, schools, social care, personal data, complaints: what stands beside a case or a service.

import { monthsBeginningWith } from '../../calendar/law-periods.ts'
import { addDays, type PlainDate } from '../../calendar/plain-date.ts'
import { clock, on } from '../clock.ts'
import { earlierAwardEnds, qualificationChanged, whenever } from '../regime-days.ts'

/** The earlier award must be gained before 1 September 2027, three years or not. */
function lastOfEarlierAward(appointedOn: PlainDate): PlainDate | undefined {
  const last = addDays(earlierAwardEnds, -1)
  return monthsBeginningWith(appointedOn, 36).lastDay > last && appointedOn <= last ? last : undefined
}

const school = { owedBy: 'setting' } as const
const controller = { about: 'information', owedBy: 'data-controller' } as const
const dataLaw = 'UK General Data Protection Regulation'
const gdpr = 'Information Commissioner'

export const serviceClocks = [
  clock({
    id: 'HEA-01', title: 'Tell the parent, offer to talk, then tell the council; name a voluntary body that can help',
    familyTitle: 'The NHS tells you and us that there may be special needs', about: 'person', owedBy: 'health-body', starts: 'health-view-formed', again: 'anew',
    period: { kind: 'no-period', words: 'no period is set' }, metBy: 'council-told-by-health', law: ['Children and Families Act 2014, s.23'],
  }),
  clock({
    id: 'LO-01', title: 'Keep the Local Offer under review, with everybody whom the Regulations name', about: 'service', starts: 'local-offer-published', period: { kind: 'no-period', words: 'a running duty' },
    law: ['Children and Families Act 2014, s.30', 'SEND Regulations 2014, regs 53 to 55'],
  }),
  clock({
    id: 'LO-02', title: 'Publish comments on the Local Offer and the council’s answer, naming nobody', about: 'service', starts: 'local-offer-comments-received', period: { kind: 'within-months', count: 12 },
    metBy: 'local-offer-comments-published', law: ['SEND Regulations 2014, reg 56'],
  }),
  clock({
    id: 'LO-03', title: 'Keep the Local Offer on a website, and to be had without one and in other formats', about: 'service', starts: 'local-offer-published', period: { kind: 'no-period', words: 'a running duty' },
    law: ['SEND Regulations 2014, reg 57'],
  }),
  clock({
    ...school, id: 'SCH-01', title: 'Tell the parent that special educational provision is being made',
    familyTitle: 'The school tells you that it gives extra help', about: 'pupil', starts: 'support-began', period: { kind: 'at-once' }, metBy: 'parent-told-of-support', overtakenBy: 'support-ended',
    law: ['Children and Families Act 2014, s.68'],
  }),
  clock({
    ...school, id: 'SCH-02', step: 'npq', title: 'Gain the National Professional Qualification for SENCOs', about: 'service', period: { kind: 'months-beginning-with', count: 36 },
    starts: on('senco-appointed', { when: ({ courseStartedOn }) => courseStartedOn === undefined || courseStartedOn >= qualificationChanged }), metBy: 'senco-qualified', since: qualificationChanged,
    law: ['Children and Families Act 2014, s.67', 'SEND Regulations 2014, reg 49 as amended by SI 2024/535'],
  }),
  clock({
    ...school, id: 'SCH-02', step: 'earlier-award', title: 'Gain the earlier SENCO award, on a course begun before September 2024', about: 'service', period: { kind: 'months-beginning-with', count: 36 },
    starts: on('senco-appointed', { when: ({ courseStartedOn }) => courseStartedOn !== undefined && courseStartedOn < qualificationChanged, setBy: ({ on: day }) => lastOfEarlierAward(day) }), metBy: 'senco-qualified',
    law: ['SEND Regulations 2014, reg 49', 'SI 2024/535: such a course must be finished before 1 September 2027'],
  }),
  clock({
    ...school, id: 'SCH-02', step: 'until-2024', title: 'Gain the SENCO award', about: 'service', starts: on('senco-appointed', { when: ({ courseStartedOn }) => courseStartedOn === undefined }),
    period: { kind: 'months-beginning-with', count: 36 }, metBy: 'senco-qualified', until: addDays(qualificationChanged, -1), law: ['SEND Regulations 2014, reg 49 as first made'],
  }),
  clock({
    ...school, id: 'SCH-03', title: 'Publish the SEN information report again', about: 'service', starts: 'sen-report-published', again: 'anew', period: { kind: 'within-months', count: 12 }, metBy: 'sen-report-published',
    law: ['Children and Families Act 2014, s.69', 'SEND Regulations 2014, regs 51, 52'], consequence: 'Promptly when something changes; otherwise once a year',
  }),
  clock({
    ...school, id: 'SCH-04', title: 'Meet the parents about support without a plan, about three times a year',
    familyTitle: 'The school meets you about the extra help', about: 'pupil', standing: 'guidance', starts: ['support-began', 'support-meeting-held'], again: 'anew',
    period: { kind: 'within-months', count: 4 }, metBy: 'support-meeting-held', overtakenBy: 'support-ended', law: ['SEND Code of Practice, chapter 6'], consequence: 'None of its own: “should”, not “must”',
  }),
  clock({
    ...school, id: 'SCH-05', title: 'Pass on the common transfer file and the educational record',
    familyTitle: 'The old school sends the records to the new school', about: 'pupil', starts: 'new-registration-learned', period: { kind: 'school-days', count: 15 },
    metBy: 'school-records-sent', law: ['Education (Pupil Information) (England) Regulations 2005, reg 9'], since: whenever,
  }),
  clock({
    id: 'CARE-01', title: 'Assess the needs that the child will have as an adult; carers and young carers too',
    familyTitle: 'Adult social care looks at what help will be needed', about: 'person', owedBy: 'adult-care', starts: 'adult-needs-likely', again: 'anew',
    period: { kind: 'no-period', words: 'when it is of significant benefit; plan from Year 9' }, metBy: 'adult-needs-assessed', law: ['Care Act 2014, ss.58 to 66'],
  }),
  clock({
    ...controller, id: 'DP-01', title: 'Answer the request for a copy of personal data',
    familyTitle: 'You get a copy of what is kept about you', starts: 'subject-access-requested', period: { kind: 'rule', rule: 'month-next-working-day' },
    alsoReads: 'subject-access-extended', metBy: 'subject-access-answered', law: [`${dataLaw}, Article 12(3)`, 'Guidance of the Information Commissioner: the next working day'], consequence: gdpr, since: whenever,
  }),
  clock({
    ...controller, id: 'DP-02', title: 'Report the data breach to the regulator within 72 hours', starts: 'data-breach-known', period: { kind: 'hours', count: 72 }, metBy: 'data-breach-reported',
    law: [`${dataLaw}, Article 33`], consequence: gdpr, toVerify: 'Facts know days: the hour of awareness decides on the third day', since: whenever,
  }),
  clock({
    id: 'DP-03', title: 'Review whether the records can be disposed of', about: 'person', owedBy: 'data-controller', nature: 'floor', standing: 'planning', starts: 'retention-set', again: 'anew', period: { kind: 'rule', rule: 'retention' },
    metBy: 'disposal-reviewed', overtakenBy: 'legal-hold-set', law: [`${dataLaw}, Article 5(1)(e)`, 'The council’s retention policy'], consequence: 'Not before that day; a legal hold overrides it', since: whenever,
  }),
  clock({
    ...controller, id: 'DP-04', title: 'Disclose the educational record',
    familyTitle: 'The school shows you the school record', owedBy: 'setting', starts: 'school-record-asked', period: { kind: 'school-days', count: 15 }, metBy: 'school-record-shown',
    law: ['Education (Pupil Information) (England) Regulations 2005, reg 5'], since: whenever,
  }),
  clock({
    ...controller, id: 'DP-05', title: 'Acknowledge the complaint about personal data',
    familyTitle: 'We tell you that we have your complaint about personal data', starts: 'data-complaint-received', period: { kind: 'within-days', count: 30 }, metBy: 'data-complaint-acknowledged',
    law: ['Data (Use and Access) Act 2025, s.103'], toVerify: 'Its commencement', consequence: gdpr, since: whenever,
  }),
  clock({
    id: 'CMP-01', title: 'Complain to the ombudsman, after the council’s own process',
    familyTitle: 'You can complain to the ombudsman', about: 'complaint', owedBy: 'family', nature: 'window', starts: 'problem-known', period: { kind: 'within-months', count: 12 },
    metBy: 'ombudsman-asked', law: ['Local Government Act 1974, s.26B'], consequence: 'The ombudsman may still take a late complaint', since: whenever,
  }),
  clock({
    id: 'CMP-02', title: 'Ask for judicial review: promptly, and at most within three months',
    familyTitle: 'You can ask a court to look at what we did', about: 'complaint', owedBy: 'family', nature: 'window', starts: 'grounds-arose', period: { kind: 'within-months', count: 3 },
    metBy: 'judicial-review-begun', law: ['Civil Procedure Rules, rule 54.5'], consequence: 'The court may refuse a late claim', since: whenever,
  }),
]
