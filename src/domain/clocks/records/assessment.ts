// Request and assessment: CFA 2014 ss.24, 36 to 40; SEND Regulations 2014, regs 3 to 14.

import { clock, on, type Trigger } from '../clock.ts'
import { servedDay } from '../served-day.ts'

const notDetained = { when: (event: { detained?: boolean }) => event.detained !== true }
export const requested: readonly Trigger[] = [on('request-received', notDetained), on('brought-to-attention', notDetained)]
const gone = ['moved-out', 'left-england', 'became-responsible-on-move', on('request-withdrawn', { when: ({ outcome }) => outcome === 'not-responsible' })] as const
const notAssessed = on('assessment-decision-notified', { when: ({ outcome }) => outcome === 'not-assess' })
const noPlan = on('plan-decision-notified', { when: ({ outcome }) => outcome === 'no-plan' })
export const forAssessment = { when: (event: { for?: string }) => event.for === undefined || event.for === 'assessment' }
const sixteenWeeksLaw = ['Children and Families Act 2014, s.36(9)', 'SEND Regulations 2014, reg 10(1), (2)']

export const assessmentClocks = [
  clock({
    id: 'ASMT-01', title: 'Ask the family what it thinks, and tell it that it may send views and evidence',
    familyTitle: 'We ask what you think, and tell you that you can send us letters and reports', about: 'request', starts: requested,
    period: { kind: 'no-period', words: 'as soon as practicable' }, metBy: 'family-consulted',
    overtakenBy: ['assessment-decision-notified', ...gone], law: ['Children and Families Act 2014, s.36(4), (7)', 'SEND Regulations 2014, reg 3'],
    toVerify: 'The wording of reg 3', consequence: 'Judicial review',
  }),
  clock({
    id: 'ASMT-02', title: 'Tell the family, and those told that it is being considered, whether there will be a needs assessment',
    familyTitle: 'We tell you if we will assess', about: 'request',
    starts: requested, period: { kind: 'within-weeks', count: 6 }, metBy: 'assessment-decision-notified', overtakenBy: [...gone, 'final-plan-sent'],
    excuses: ['A', 'B', 'C', 'D'], law: ['SEND Regulations 2014, reg 5(1), (2)', 'Children and Families Act 2014, s.36(5), (8)'],
    consequence: 'A refusal can be appealed (CFA 2014, s.51(2)(a))',
  }),
  clock({
    id: 'ASMT-03', title: 'Tell the health body, social care and the setting that an assessment is being considered',
    familyTitle: 'We tell health, social care and the school about the request', about: 'request', starts: requested,
    period: { kind: 'no-period', words: 'as soon as practicable' }, metBy: 'bodies-told', overtakenBy: ['assessment-decision-notified', ...gone],
    law: ['SEND Regulations 2014, reg 4(2)'], toVerify: 'The wording of reg 4(2)', consequence: 'The ombudsman',
  }),
  clock({
    id: 'ASMT-04', title: 'Ask for all the advice of regulation 6(1)',
    familyTitle: 'We ask everyone we must ask for advice', about: 'request',
    starts: on('assessment-decision-notified', { when: ({ outcome }) => outcome === 'assess' }), period: { kind: 'no-period', words: 'at once; the Regulations set no period' },
    metBy: 'all-advice-asked', overtakenBy: ['plan-decision-notified', 'final-plan-sent', 'moved-out', 'left-england'],
    law: ['SEND Regulations 2014, reg 6(1)'], consequence: 'Judicial review',
  }),
  clock({
    id: 'ASMT-05', title: 'Give the advice that the authority asked for',
    familyTitle: 'The people we asked send us their advice', about: 'advice', starts: on('advice-request-received', forAssessment), again: 'replace',
    period: { kind: 'within-weeks', count: 6 }, metBy: 'advice-given', overtakenBy: ['advice-no-longer-needed', noPlan, 'final-plan-sent', 'moved-out', 'left-england'],
    owedBy: 'advisers', excuses: ['C', 'D', 'M'],
    law: ['Children and Families Act 2014, s.31', 'SEND Regulations 2014, reg 8(1), (2)', 'SEND Code of Practice, chapter 9'],
    toVerify: 'Schools, the authority’s psychologists and its social care may be bound by the Code only, not by reg 8',
    consequence: 'Judicial review of the body; it does not excuse the council’s own clocks',
  }),
  clock({
    id: 'ASMT-06', title: 'Tell the family if there will be no plan, with reasons',
    familyTitle: 'We tell you if there will be no plan', about: 'request', starts: requested, period: { kind: 'within-weeks', count: 16 },
    metBy: 'plan-decision-notified', overtakenBy: [notAssessed, 'final-plan-sent', ...gone], bindsOnly: 'no-plan', excuses: ['A', 'B', 'C', 'D'], law: sixteenWeeksLaw,
    consequence: 'A refusal can be appealed (CFA 2014, s.51(2)(b)); a decision to make a plan has no date of its own and is expected by then',
  }),
  clock({
    id: 'ASMT-07', title: 'Serve the draft by then, or the family’s window cannot end before the final plan is due',
    familyTitle: 'We send you the draft plan', about: 'request', starts: requested,
    period: { kind: 'within-days', count: 20 * 7 - 15 }, metBy: ['draft-served', on('draft-sent', { from: servedDay })],
    overtakenBy: [notAssessed, noPlan, 'final-plan-sent', ...gone], standing: 'planning', target: { kind: 'days-before', count: 27 },
    law: ['Derived from SEND Regulations 2014, reg 13(1)(a) and (2)'], consequence: 'The final plan cannot lawfully be in time',
  }),
  clock({
    id: 'ASMT-08', title: 'Leave the family this long to say what it thinks of the draft, ask for a setting and ask for a meeting',
    familyTitle: 'You have at least 15 days to tell us what you think of the draft plan', about: 'draft',
    starts: [on('draft-served', forAssessment), on('draft-sent', { ...forAssessment, from: servedDay })], again: 'replace', nature: 'floor',
    period: { kind: 'days-beginning-with', count: 15 }, metBy: 'final-plan-sent', overtakenBy: [noPlan, 'moved-out', 'left-england'],
    law: ['Children and Families Act 2014, s.38(2), (4)', 'SEND Regulations 2014, reg 13(1)(a)', 'SEND Code of Practice, 9.77'],
  }),
  clock({
    id: 'ASMT-09', title: 'Say whether the setting suits the child, and what being there would mean for others and for resources',
    familyTitle: 'The school or college tells us if it can meet the needs in the plan', about: 'consultation',
    starts: on('consultation-received', forAssessment), again: 'replace', period: { kind: 'within-days', count: 15 }, metBy: 'consultation-answered',
    overtakenBy: ['consultation-withdrawn', 'final-plan-sent', 'amended-plan-sent', 'moved-out', 'left-england'], owedBy: 'setting', standing: 'guidance',
    law: ['Children and Families Act 2014, ss.38 to 40 (the duty to consult)', 'SEND Code of Practice, 9.80 to 9.83 (the time)'],
    toVerify: 'The paragraph of the Code that gives the fifteen days', consequence: 'The council may go on without an answer',
  }),
  clock({
    id: 'ASMT-10', title: 'Send the final plan to the family, the setting it names and the responsible commissioning body',
    familyTitle: 'We send you the final plan', about: 'request', starts: requested,
    period: { kind: 'within-weeks', count: 20 }, metBy: 'final-plan-sent', overtakenBy: [notAssessed, noPlan, ...gone], excuses: ['A', 'B', 'C', 'D'],
    law: ['SEND Regulations 2014, regs 13(2), (3), 14', 'Children and Families Act 2014, ss.39(8), 40(5)'],
    consequence: 'The ombudsman; sections B, F and I can be appealed once it is sent',
  }),
  clock({
    id: 'ASMT-11', title: 'Consult the other setting before naming it',
    familyTitle: 'We ask another school or college before we name it in the plan', about: 'consultation', starts: 'requested-setting-settled',
    period: { kind: 'no-period', words: 'before another setting is named' }, metBy: 'setting-consulted', overtakenBy: ['final-plan-sent', 'amended-plan-sent', 'moved-out'],
    law: ['Children and Families Act 2014, ss.39(5), (6), 40'], consequence: 'Judicial review',
  }),
  ...([
    ['assess-decision', 6, 'Tell the family whether there will be a needs assessment', 'We tell you if we will assess', 'assessment-decision-notified', [...gone, 'final-plan-sent'], 'SEND Regulations 2014, reg 5(1)(b)'],
    ['no-plan', 16, 'Tell the family if there will be no plan', 'We tell you if there will be no plan', 'plan-decision-notified', [notAssessed, 'final-plan-sent', ...gone], 'SEND Regulations 2014, reg 10(1)'],
    ['final', 20, 'Send the final plan', 'We send you the final plan', 'final-plan-sent', [notAssessed, noPlan, ...gone], 'SEND Regulations 2014, reg 13(2)'],
  ] as const).map(([step, count, what, forFamily, metBy, overtakenBy, law]) => clock({
    id: 'ASMT-12', step, title: `${what}, counted anew since the child moved in`,
    familyTitle: `${forFamily}, now that you live here`, about: 'request', starts: 'became-responsible-on-move', ...(step === 'no-plan' ? { bindsOnly: 'no-plan' } : {}),
    period: { kind: 'within-weeks', count }, metBy, overtakenBy: overtakenBy.filter((event) => event !== 'became-responsible-on-move'), owedBy: 'new-council', excuses: ['A', 'B', 'C', 'D'],
    law: ['Children and Families Act 2014, s.24', law], consequence: 'The same as for a request',
  })),
  clock({
    id: 'ASMT-13', title: 'Get the agreement of three before relying on earlier advice: its author, the council and the family',
    familyTitle: 'We all agree before we use advice that was given earlier', about: 'earlier-advice',
    starts: 'earlier-advice-proposed', period: { kind: 'no-period', words: 'before relying on it' },
    metBy: on('earlier-advice-settled', { when: ({ outcome }) => outcome === 'all-agreed' }),
    overtakenBy: [on('earlier-advice-settled', { when: ({ outcome }) => outcome === 'not-agreed' }), 'final-plan-sent', 'moved-out'],
    law: ['SEND Regulations 2014, reg 6(4)'], consequence: 'New advice must be asked for when one of them does not agree',
  }),
]
