// Ceasing, mediation, appeals: CFA 2014 ss.45, 46, 51 to 57; SEND Regulations 2014, regs 29 to 42; HESC Rules 2008.

import { clock, on } from '../clock.ts'
import { whenever } from '../regime-days.ts'

const adviser = { about: 'mediation', owedBy: 'mediation-adviser' } as const
const appealLaw = ['Children and Families Act 2014, s.51', 'Tribunal Procedure (First-tier Tribunal) (HESC Chamber) Rules 2008, rr.12, 20(1)(c)']

/** The notices that open the way to the Tribunal, by the event that sends them. */
export const appealableNotices = [
  on('assessment-decision-notified', { when: ({ outcome }) => outcome === 'not-assess' }), on('plan-decision-notified', { when: ({ outcome }) => outcome === 'no-plan' }),
  on('review-decision-notified', { when: ({ outcome }) => outcome !== 'amend' }), on('reassessment-decision-notified', { when: ({ outcome }) => outcome === 'refuse' }),
  'final-plan-sent', 'amended-plan-sent', 'not-amending-notified', 'cease-notified', 'decision-notice-sent',
] as const

export const ceasingClocks = [
  clock({
    id: 'CE-01', title: 'Tell and consult the family, and consult the setting, before deciding to end the plan',
    familyTitle: 'We ask what you think before we decide to end the plan', about: 'ceasing', starts: 'ceasing-considered',
    period: { kind: 'no-period', words: 'before deciding' }, metBy: 'ceasing-consulted', overtakenBy: ['ceasing-dropped', 'plan-ceased', 'moved-out', 'left-england'], law: ['SEND Regulations 2014, reg 31(1)'],
  }),
  clock({
    id: 'CE-02', title: 'Go on maintaining the plan until the time to appeal has ended, or the appeal is finally decided',
    familyTitle: 'The plan goes on while there can be an appeal', about: 'notice', nature: 'floor', starts: 'cease-notified',
    period: { kind: 'rule', rule: 'maintained-until' }, alsoReads: ['certificate-issued', 'appeal-lodged', 'appeal-decided', 'appeal-ended'], metBy: 'plan-ceased', overtakenBy: ['ceasing-dropped', 'moved-out', 'left-england'],
    law: ['Children and Families Act 2014, s.45(4)', ...appealLaw.slice(1)], consequence: 'Judicial review; the provision stays due throughout',
  }),
  clock({
    id: 'CE-03', title: 'The plan may be kept to the end of the academic year of the twenty-fifth birthday, at most',
    familyTitle: 'The plan can go on to this day at most', about: 'person', nature: 'window', starts: 'born',
    alsoReads: 'studies-known', period: { kind: 'rule', rule: 'end-of-studies' }, metBy: 'plan-ceased', overtakenBy: ['moved-out', 'left-england'],
    law: ['Children and Families Act 2014, s.46', 'SEND Regulations 2014, reg 46'], consequence: 'The council may, and need not, keep it so long', since: whenever,
  }),
  clock({
    id: 'CE-04', title: 'The plan ends, at once, when the Tribunal dismisses the appeal against ending it',
    familyTitle: 'The plan ends, because the Tribunal said so', about: 'order', starts: on('order-made', { when: ({ kind }) => kind === 'dismiss-cease' }),
    period: { kind: 'at-once' }, metBy: 'plan-ceased', law: ['SEND Regulations 2014, reg 44(2)(a)'], consequence: 'None: no notice and no days of grace', target: { kind: 'days-before', count: 0 },
  }),
  clock({
    id: 'RTS-01', title: 'The rights pass to the young person',
    familyTitle: 'The rights pass to the young person', about: 'person', nature: 'floor', starts: 'born', period: { kind: 'rule', rule: 'young-person-from' },
    law: ['Children and Families Act 2014, s.83(2)', 'Education Act 1996, s.8', 'SI 1997/1970'], consequence: 'Notices go to the young person from that day; no clock is moved', since: whenever,
    target: { kind: 'days-before', count: 365 },
  }),
]

export const mediationClocks = [
  clock({
    id: 'MED-01', title: 'Contact the mediation adviser, say that you want to appeal and whether you want mediation',
    familyTitle: 'You tell the mediation adviser if you want to appeal, and if you want mediation', about: 'notice', owedBy: 'family', nature: 'window', starts: appealableNotices,
    period: { kind: 'within-months', count: 2 }, metBy: 'mediation-adviser-contacted', overtakenBy: [on('appeal-lodged', { when: ({ sectionIOnly }) => sectionIOnly === true })],
    law: ['Children and Families Act 2014, s.55', 'SEND Regulations 2014, reg 33'], consequence: 'Without a certificate an appeal needs the Tribunal’s permission, unless it is about section I alone',
  }),
  clock({
    ...adviser, id: 'MED-02', title: 'Issue the certificate: the family does not want mediation',
    familyTitle: 'The mediation adviser sends the certificate', starts: 'adviser-told-no-mediation', period: { kind: 'working-days', count: 3 }, metBy: 'certificate-issued',
    law: ['SEND Regulations 2014, reg 34(1)'], toVerify: 'The definition of a working day in the Regulations',
  }),
  clock({
    id: 'MED-03', title: 'Tell each health body what is in dispute',
    familyTitle: 'We tell the NHS what is not agreed', about: 'mediation', starts: 'health-dispute-told', period: { kind: 'working-days', count: 3 }, metBy: 'health-bodies-told-of-dispute',
    overtakenBy: 'certificate-issued', law: ['SEND Regulations 2014, reg 35'], toVerify: 'The wording of reg 35',
  }),
  clock({
    id: 'MED-04', title: 'Arrange the mediation and take part',
    familyTitle: 'We set up the mediation', about: 'mediation', starts: on('council-told-mediation-wanted', { when: ({ healthOnly }) => healthOnly !== true }),
    period: { kind: 'within-days', count: 30 }, metBy: 'mediation-held', overtakenBy: 'certificate-issued', law: ['Children and Families Act 2014, ss.53, 54', 'SEND Regulations 2014, regs 35, 36'],
    consequence: 'When it cannot be arranged in time the adviser issues the certificate within three working days of being told',
  }),
  clock({
    id: 'MED-04', step: 'health', title: 'Arrange the mediation about health care and take part',
    familyTitle: 'The NHS sets up the mediation', about: 'mediation', owedBy: 'health-body', starts: 'health-body-told-mediation-wanted',
    period: { kind: 'within-days', count: 30 }, metBy: 'mediation-held', overtakenBy: 'certificate-issued', law: ['Children and Families Act 2014, s.53', 'SEND Regulations 2014, reg 35'], toVerify: 'The wording of reg 35',
  }),
  clock({
    ...adviser, id: 'MED-05', title: 'Issue the certificate: mediation ended or could not be arranged',
    familyTitle: 'The mediation adviser sends the certificate', starts: ['adviser-told-mediation-not-arranged', 'mediation-held'],
    period: { kind: 'working-days', count: 3 }, metBy: 'certificate-issued', law: ['SEND Regulations 2014, regs 36, 39'], toVerify: 'The wording of reg 39',
  }),
  clock({
    id: 'MED-07', title: 'Do what was agreed about other issues',
    familyTitle: 'We do the other things that were agreed', about: 'agreement', starts: on('agreement-made', { when: ({ issues, otherDay }) => issues === 'other' && otherDay === undefined }),
    period: { kind: 'within-weeks', count: 2 }, metBy: 'agreement-done', law: ['SEND Regulations 2014, reg 42(3)'],
  }),
  clock({
    id: 'MED-08', title: 'Tell the council what was agreed without it',
    familyTitle: 'The NHS tells us what was agreed', about: 'agreement', owedBy: 'health-body', starts: on('agreement-made', { when: ({ issues }) => issues === 'health-without-council' }),
    period: { kind: 'within-weeks', count: 1 }, metBy: 'council-told-of-agreement', law: ['SEND Regulations 2014, reg 42(4)'],
  }),
  clock({
    id: 'MED-09', title: 'Do what was agreed by the day agreed in writing',
    familyTitle: 'We all do what was agreed, by the day agreed', about: 'agreement', owedBy: 'both-sides', starts: on('agreement-made', { when: ({ otherDay }) => otherDay !== undefined, setBy: ({ otherDay }) => otherDay }),
    period: { kind: 'set-day' }, metBy: 'agreement-done', law: ['SEND Regulations 2014, reg 42(5)'], consequence: 'Takes the place of MED-06 and MED-07',
  }),
  clock({
    id: 'DR-01', title: 'Offer independent disagreement resolution; nobody has to take part',
    familyTitle: 'We offer you help from outside to settle what is not agreed', about: 'complaint', starts: 'disagreement-raised', period: { kind: 'no-period', words: 'no period is set' },
    metBy: 'resolution-offered', law: ['Children and Families Act 2014, s.57'],
  }),
]

export const appealClocks = [
  clock({
    id: 'APP-01', title: 'The Tribunal must have received the appeal by 5 pm',
    familyTitle: 'You can appeal. The Tribunal must have it by 5 pm on the last day', about: 'notice', owedBy: 'family', nature: 'window', starts: appealableNotices, period: { kind: 'rule', rule: 'appeal' },
    alsoReads: 'certificate-issued', metBy: 'appeal-lodged', law: appealLaw, consequence: 'A late appeal needs reasons and the Tribunal’s leave (r.5)',
    toVerify: 'Whether a last day moved by r.12(2) into August or Christmas is moved again by r.12(3)(a); we say it is not',
  }),
  clock({
    id: 'APP-02', title: 'Ask the Tribunal’s permission: the appeal came without the certificate it needs',
    familyTitle: 'You ask the Tribunal to let you appeal without a certificate', about: 'appeal', owedBy: 'family', nature: 'duty', starts: on('appeal-lodged', { when: ({ sectionIOnly, permitted }) => sectionIOnly === false && permitted === false }),
    period: { kind: 'no-period', words: 'with the appeal' }, metBy: 'permission-asked', overtakenBy: 'appeal-ended', law: ['Children and Families Act 2014, s.55', 'HESC Rules 2008, r.19'], toVerify: 'Rule 19',
    consequence: 'The appeal may not go on without permission',
  }),
  clock({
    id: 'APP-03', title: 'Give reasons for the late appeal; the Tribunal may let it in',
    familyTitle: 'You tell the Tribunal why the appeal is late', about: 'appeal', owedBy: 'family', nature: 'duty', starts: on('appeal-lodged', { when: ({ late }) => late === true }),
    period: { kind: 'no-period', words: 'with the appeal' }, metBy: 'permission-asked', overtakenBy: 'appeal-ended', law: ['HESC Rules 2008, r.5'], consequence: 'The Tribunal decides; often the notice was defective',
  }),
  clock({
    id: 'APP-04', title: 'Answer the appeal: oppose it or not, with reasons and the child’s views',
    familyTitle: 'We answer the appeal', about: 'appeal', starts: on('appeal-received-by-council', { setBy: ({ respondBy }) => respondBy }),
    period: { kind: 'tribunal-working-days', count: 30 }, metBy: 'appeal-response-sent', overtakenBy: ['unopposed-notified', 'appeal-ended', 'appeal-decided'], law: ['HESC Rules 2008, r.21'],
    toVerify: 'Usually thirty working days, or as directed', consequence: 'The Tribunal may bar the council from the proceedings',
  }),
  clock({
    id: 'APP-05', title: 'Send the indexed bundle',
    familyTitle: 'We send the papers for the hearing', about: 'appeal', starts: on('hearing-listed', { from: ({ hearingOn }) => hearingOn, setBy: ({ bundleBy }) => bundleBy }), again: 'replace',
    period: { kind: 'working-days-before', count: 10 }, metBy: 'bundle-sent', overtakenBy: ['appeal-ended', 'appeal-decided'], law: ['The Tribunal’s directions; SEND Tribunal Practice Direction of 21 May 2025 (page limits)'],
    toVerify: 'Usually ten working days before, as directed', consequence: 'The Tribunal’s directions',
  }),
  clock({
    id: 'APP-06', title: 'Ask for permission to appeal to the Upper Tribunal',
    familyTitle: 'You or we can ask to appeal against what the Tribunal decided', about: 'appeal', owedBy: 'both-sides', nature: 'window', starts: 'appeal-decided', period: { kind: 'tribunal-days', count: 28 },
    metBy: 'permission-asked', law: ['HESC Rules 2008, rr.12, 46'], toVerify: 'Rule 46', consequence: 'The decision stands',
  }),
]
