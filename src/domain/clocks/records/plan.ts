// Maintaining a plan: CFA 2014 ss.42, 43, 49; SEN (Personal Budgets) Regulations 2014.

import { clock, on } from '../clock.ts'

const made = ['final-plan-sent', 'plan-made', 'plan-transferred'] as const
const over = ['plan-ceased', 'moved-out', 'left-england'] as const

export const planClocks = [
  clock({
    id: 'PLAN-01', title: 'Secure the special educational provision of section F',
    familyTitle: 'We make sure that the help in the plan is given', about: 'plan', starts: made,
    period: { kind: 'no-period', words: 'from the day of the plan, for as long as it stands' }, overtakenBy: over,
    law: ['Children and Families Act 2014, s.42(2)'], consequence: 'Judicial review; it falls away only if the family makes suitable arrangements of its own (s.42(5))',
  }),
  clock({
    id: 'PLAN-02', title: 'Arrange the health care provision of section G',
    familyTitle: 'The NHS gives the health care in the plan', about: 'plan', starts: made, owedBy: 'health-body',
    period: { kind: 'no-period', words: 'from the day of the plan, for as long as it stands' }, overtakenBy: over,
    law: ['Children and Families Act 2014, s.42(3)'], consequence: 'Judicial review; social care of H1 stands on the Chronically Sick and Disabled Persons Act 1970, s.2',
  }),
  clock({
    id: 'PLAN-03', title: 'Admit the child from the day the plan names',
    familyTitle: 'The school or college in the plan gives a place', about: 'plan', owedBy: 'setting', again: 'anew',
    starts: [
      on('final-plan-sent', { when: ({ setting }) => setting !== undefined, from: ({ attendsFrom }) => attendsFrom }),
      on('amended-plan-sent', { when: ({ setting }) => setting !== undefined }),
    ],
    period: { kind: 'no-period', words: 'from the day the plan names' }, metBy: 'setting-admitted', overtakenBy: over,
    law: ['Children and Families Act 2014, s.43'], consequence: 'Direction or judicial review; a wholly independent setting has no duty to admit',
  }),
  clock({
    id: 'PLAN-04', title: 'Send the plan to higher education',
    familyTitle: 'We send the plan to the university', about: 'plan', starts: 'higher-education-asked', again: 'anew',
    period: { kind: 'no-period', words: 'promptly' }, metBy: 'plan-sent-to-higher-education', overtakenBy: over,
    law: ['SEND Regulations 2014, reg 47'], toVerify: 'The period of reg 47',
  }),
  clock({
    id: 'PB-01', title: 'Consider a personal budget or direct payment, and identify the sum',
    familyTitle: 'We answer you about a personal budget', about: 'budget', starts: 'budget-asked-for',
    period: { kind: 'no-period', words: 'while the draft, review or reassessment is under way' }, metBy: 'budget-answered', overtakenBy: over,
    law: ['Children and Families Act 2014, s.49', 'SEN (Personal Budgets) Regulations 2014, regs 4, 4A'],
  }),
  clock({
    id: 'PB-02', title: 'Reconsider the decision about the direct payment once, and answer in writing with reasons',
    familyTitle: 'We look again at what we decided about the direct payment', about: 'payment',
    starts: 'direct-payment-reconsideration-asked', again: 'anew', period: { kind: 'no-period', words: 'in reasonable time' }, metBy: 'direct-payment-reconsidered',
    overtakenBy: over, law: ['SEN (Personal Budgets) Regulations 2014, regs 7, 12, 14'], consequence: 'The ombudsman; there is no appeal about a budget',
  }),
  clock({
    id: 'PB-03', title: 'Review the direct payment for the first time',
    familyTitle: 'We check how the direct payment is going', about: 'payment', starts: 'direct-payment-began', period: { kind: 'months-beginning-with', count: 3 },
    metBy: 'direct-payment-reviewed', overtakenBy: ['direct-payment-ended', ...over], law: ['SEN (Personal Budgets) Regulations 2014, reg 11'],
    consequence: 'The ombudsman; later ones come with each review and reassessment',
  }),
]
