// The standard for good wording, shown beside the field that is being written. Each has a version and an owner, so that a
// check can be traced to what its author was told.

export interface Standard {
  readonly id: string
  readonly text: string
  readonly why: string
  readonly version: string
  readonly owner: string
}

const owner = 'Area SEND partnership, advice standards group'

export const standards = {
  strengths: {
    id: 'S1', version: '1.0', owner, text: 'Say what the child can do, enjoys and is known for, with an example that you saw.',
    why: 'A plan begins with the whole child (regulation 12(1)(a)).',
  },
  needs: {
    id: 'N1', version: '1.0', owner, text: 'One need to a paragraph. Say what the difficulty is, how you know, and what it stops the child from doing or learning.',
    why: 'Every need must be in the plan and must have provision (CFA 2014 s.37(2); regulation 12(1)(b), (f)).',
  },
  outcomes: {
    id: 'O1', version: '1.0', owner,
    text: 'Say what the child will be able to do, by when, and how anybody could tell. Not what an adult or a service will do.',
    why: 'An outcome is the difference made to the child, not the provision that makes it (Code of Practice 9.66).',
  },
  provision: {
    id: 'P1', version: '1.0', owner,
    text: 'Say who does it and with what training, what is done, how long each time, how often, for how many weeks, with how many others, and who checks. Avoid “access to”, “opportunities for”, “regular”, “as required”, “up to”.',
    why: 'The council must secure exactly what section F says, so a stranger must be able to tell whether it happened (CFA 2014 s.42; Code of Practice 9.69).',
  },
  views: {
    id: 'V1', version: '1.0', owner, text: 'Give the child’s own words in quotation marks, and say how you asked. Keep what you think they meant apart.',
    why: 'The child’s views are the child’s (CFA 2014 s.19(a)).',
  },
  health: {
    id: 'H1', version: '1.0', owner, text: 'Say what each diagnosis means for this child at school and at home. Put medicine, nursing and clinics apart from what educates or trains.',
    why: 'Health provision that educates or trains is special educational provision and belongs in section F (CFA 2014 s.21(5)).',
  },
  care: {
    id: 'C1', version: '1.0', owner, text: 'Say what the child and family need, what will be provided, how much, and under which Act.',
    why: 'Sections H1 and H2 are different promises (regulation 12(1)(h)).',
  },
  notKnown: {
    id: 'C2', version: '1.0', owner, text: '“Not known to us” is not advice. Have the early help conversation with the family and write down what you learned, even if nothing is needed.',
    why: 'Regulation 6(1)(e) asks for advice on needs and provision, whether or not there is an open case.',
  },
  adulthood: {
    id: 'G1', version: '1.0', owner, text: 'Cover work, living independently, friends and community, and health. Say the first steps and who helps with them.',
    why: 'From Year 9 the plan must prepare for adulthood (regulations 6(1)(g), 12(3)).',
  },
  limits: {
    id: 'L1', version: '1.0', owner, text: 'Advise on what the child needs, within your own profession. Do not write what the service can afford, and do not name a school.',
    why: 'Advice is independent; the council decides on placement (Code of Practice 9.51).',
  },
} as const satisfies Record<string, Standard>

export type StandardName = keyof typeof standards
