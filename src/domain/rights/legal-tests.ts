// The test that each decision must apply, to be shown to whoever decides and recorded with the reasons. In our own words;
// the citation is the authority. A local rule (years behind, cycles of support, a diagnosis) never stands in for the test.

export const decisionKinds = [
  'assess', 'issue-plan', 'name-requested-setting', 'refuse-mainstream', 'education-otherwise', 'reassess', 'cease',
] as const
export type DecisionKind = (typeof decisionKinds)[number]

export interface LegalTest {
  readonly asks: string
  /** Points that a decision-maker must weigh or must not. */
  readonly notes: readonly string[]
  readonly law: readonly string[]
}

export const legalTests: Record<DecisionKind, LegalTest> = {
  assess: {
    asks:
      'Does the child or young person have, or may they have, special educational needs, and may it be necessary for ' +
      'special educational provision to be made through an EHC plan?',
    notes: [
      'Both halves ask about what may be: it is a low threshold.',
      'Weigh the views and the evidence that the family sent.',
      'For somebody over 18, consider whether they need more time than their peers to finish education or training.',
    ],
    law: [
      'Children and Families Act 2014, s.36(8), (10)',
      'R (W) v Hertfordshire County Council [2023] EWHC 3138 (Admin)',
    ],
  },
  'issue-plan': {
    asks:
      'In the light of the assessment, is it necessary for special educational provision to be made in accordance with ' +
      'an EHC plan?',
    notes: ['Tell the family the outcome of the assessment, the decision and the reasons, whichever it is.'],
    law: ['Children and Families Act 2014, ss.36(9), 37(1)'],
  },
  'name-requested-setting': {
    asks:
      'Name the setting that the family asked for, unless it is unsuitable for the age, ability, aptitude or special ' +
      'educational needs of the child or young person, or their being there would be incompatible with the efficient ' +
      'education of others or the efficient use of resources.',
    notes: ['Applies to settings of the kinds in s.38(3). Consult the setting first.', 'Say which ground applies, and why.'],
    law: ['Children and Families Act 2014, s.39(3), (4)'],
  },
  'refuse-mainstream': {
    asks:
      'Where the family wants a mainstream setting: is that incompatible with the efficient education of others, and is ' +
      'there no reasonable step that would prevent it?',
    notes: ['That mainstream would not suit the child is not a ground under this section.'],
    law: ['Children and Families Act 2014, s.33'],
  },
  'education-otherwise': {
    asks:
      'Would it be inappropriate for the special educational provision, or any part of it, to be made in a school, ' +
      'post-16 institution or early years place?',
    notes: [],
    law: ['Children and Families Act 2014, s.61(3)'],
  },
  reassess: {
    asks:
      'The request must be met, unless the last assessment was less than six months before it or a further assessment is ' +
      'not necessary.',
    notes: ['Within six months the authority may refuse; it is not barred from agreeing.'],
    law: ['Children and Families Act 2014, s.44(2)', 'SEND Regulations 2014, reg 24'],
  },
  cease: {
    asks: 'Is the authority no longer responsible, or is it no longer necessary for the plan to be maintained?',
    notes: ['For somebody over 18, weigh whether the outcomes in the plan for education or training have been achieved.'],
    law: ['Children and Families Act 2014, s.45(1) to (3)'],
  },
}
