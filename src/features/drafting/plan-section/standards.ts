// What each section must say, beside where it is written. Our words for the law and the Code, each with its place.

import type { Section } from '../../../domain/plan/sections.ts'

interface Standard {
  readonly words: readonly string[]
  readonly cites: string
}

const provision = [
  'Say who does what, how long each time, how often, for how many weeks, with how many others, and who checks that it works.',
  'What the advice does not say stays empty. Ask its author: an amount is never made up.',
]

const standards: Partial<Record<Section, Standard>> = {
  A: { words: ['What the child and the parents say themselves, and how it was gathered. Say whose words each line is.'], cites: 'SEND Regulations 2014, reg 12(1)(a); Code of Practice 9.62' },
  B: { words: ['Every special educational need that the advice found. Each has provision in section F.'], cites: 'SEND Regulations 2014, reg 12(1)(b); Code of Practice 9.62' },
  C: { words: ['Health needs that go with the special educational needs. If there are none, say who found so and when.'], cites: 'SEND Regulations 2014, reg 12(1)(c)' },
  D: { words: ['Social care needs that go with the special educational needs or a disability. If there are none, say who found so and when.'], cites: 'SEND Regulations 2014, reg 12(1)(d)' },
  E: { words: ['The difference made for the child, by when, and how anyone will see it. An outcome is not a service.'], cites: 'SEND Regulations 2014, reg 12(1)(e); Code of Practice 9.64 to 9.69' },
  F: { words: ['Provision for every need in section B.', ...provision], cites: 'SEND Regulations 2014, reg 12(1)(f); Code of Practice 9.69' },
  G: { words: ['Health provision that the needs call for. The health body agrees it before the final plan.', ...provision], cites: 'SEND Regulations 2014, reg 12(1)(g), (2)' },
  H1: { words: ['Social care that must be provided for a disabled child under section 2 of the Chronically Sick and Disabled Persons Act 1970.', ...provision], cites: 'SEND Regulations 2014, reg 12(1)(h)(i)' },
  H2: { words: ['Any other social care that the needs call for.', ...provision], cites: 'SEND Regulations 2014, reg 12(1)(h)(ii)' },
  J: { words: ['Each direct payment: for what, how much, to whom. If there is none, say so.'], cites: 'SEND Regulations 2014, reg 12(1)(j)' },
}

export const standardOf = (section: Section): Standard | undefined => standards[section]
