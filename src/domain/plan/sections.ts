// SEND Regulations 2014, reg 12(1): the sections an EHC plan must have, each separately identifiable.

export const sections = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2', 'I', 'J', 'K'] as const
export type Section = (typeof sections)[number]

export const sectionTitles: Record<Section, string> = {
  A: 'Views, interests and aspirations',
  B: 'Special educational needs',
  C: 'Health needs',
  D: 'Social care needs',
  E: 'Outcomes',
  F: 'Special educational provision',
  G: 'Health provision',
  H1: 'Social care provision that must be made under the Chronically Sick and Disabled Persons Act 1970',
  H2: 'Other social care provision',
  I: 'Placement',
  J: 'Personal budget and direct payments',
  K: 'Advice and information',
}

export const isSection = (text: string): text is Section => (sections as readonly string[]).includes(text)
