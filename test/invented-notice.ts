// One set of invented particulars from which every notice of the road to a plan can be composed whole.

import { plainDateOf } from '../src/domain/calendar/plain-date.ts'
import type { NoticeParticulars } from '../src/domain/notice/particulars.ts'
import { draftWindow } from '../src/domain/timeline/draft-window.ts'

export const invented = {
  child: { fullName: 'Orrin Vale', firstName: 'Orrin', dateOfBirth: plainDateOf('2018-05-14') },
  addressedTo: { names: ['Petra Vale'], as: 'parent' },
  council: 'Wendmere Council',
  officer: { name: 'Ilse Marden', telephone: '01632 960101', email: 'ilse.marden@example.org' },
  services: {
    mediationAdviser: { name: 'Fair Ground Mediation', telephone: '01632 960102', email: 'advice@example.org' },
    councilMediation: { name: 'Tam Okoro', telephone: '01632 960103', email: 'tam.okoro@example.org' },
    disagreementResolution: { name: 'Fair Ground Resolve', telephone: '01632 960104' },
    informationAndAdvice: { name: 'Wendmere SENDIASS', telephone: '01632 960105', website: 'sendiass.example.org' },
    ombudsman: { name: 'Ombudsman office', telephone: '01632 960106', website: 'ombudsman.example.org' },
    tribunal: { name: 'Tribunal office', email: 'tribunal@example.org', address: 'PO Box 1, Wendmere ZZ97 1AA' },
    settingInformation: { name: 'Wendmere Local Offer', website: 'offer.example.org/schools' },
  },
  sentOn: plainDateOf('2027-02-22'),
  receivedOn: plainDateOf('2027-01-11'),
  reasons: 'The school’s report shows steady progress with the help that it gives from its own means.',
  outcomeOfAssessment: 'Orrin finds it hard to follow spoken instructions in a group.',
  window: draftWindow(plainDateOf('2027-04-30')),
  draftNamesNoSetting: true,
  sectionK: ['Advice of Bryony Thackeray, educational psychologist, 12 March 2027', 'Advice of Hallowcross Primary, 9 March 2027'],
  copiesTo: ['Wendmere Integrated Care Board', 'Wendmere Council social care', 'Hallowcross Primary'],
  afterReview: { metOn: plainDateOf('2027-01-25'), decision: 'amend' },
  changes: ['F1, changed.\nIt says now: An adult will read with Orrin.\nWe want it to say: A teaching assistant will read with Orrin for 20 minutes each school day.'],
  evidence: ['The report of the review meeting of 25 January 2027'],
  currentPlanOn: plainDateOf('2026-02-09'),
  answers: ['You asked us to add swimming.\nWe did not agree. The school does it for everybody.'],
  consultation: { receivedOn: plainDateOf('2027-05-05'), familyAsked: true },
  transfer: { from: 'Northmoor Council', willReassess: false, reviewOn: plainDateOf('2027-11-01') },
  ending: { ground: 'no-longer-necessary', answerBy: plainDateOf('2027-03-15') },
  reassessedPlanBy: plainDateOf('2027-05-31'),
  review: {
    meetingOn: plainDateOf('2027-06-14'), starts: '2.15pm', place: 'Hallowcross Primary, the library', how: 'both', arrangedBy: 'Hallowcross Primary',
    contributeBy: plainDateOf('2027-05-28'), decideBy: plainDateOf('2027-07-12'),
  },
  delay: {
    clock: 'ASMT-10', title: 'Send the final plan', dueOn: plainDateOf('2027-02-15'), expectedOn: plainDateOf('2027-03-19'), isExcused: false,
    why: 'We need advice from an educational psychologist. There are not enough of them here.', meanwhile: 'We will write the draft as soon as it is in.',
  },
} as const satisfies NoticeParticulars
