// Which sections of a draft somebody may write in. The council makes the plan (CFA 2014 s.37) and its team writes all of it;
// those who must advise contribute the sections that their advice is about (SEND Regulations 2014, reg 12(1)). Everything else
// they propose, and the council answers.

import type { Section } from '../plan/sections.ts'
import { sections } from '../plan/sections.ts'
import type { Part } from './parts.ts'
import { isOfCouncil } from './parts.ts'

/** What an adviser was asked for on this case: the kinds of an advice request. */
export const adviceKinds = [
  'parental', 'child-views', 'education', 'medical', 'psychological', 'social-care', 'therapy', 'mental-health', 'sensory',
  'early-years', 'pfa', 'other',
] as const
export type AdviceKind = (typeof adviceKinds)[number]

/** Section K is listed from the advice itself: nobody writes in it. */
const written: readonly Section[] = sections.filter((section) => section !== 'K')
const learning: readonly Section[] = ['B', 'E', 'F']
// Health provision that educates or trains is special educational provision and stands in F (CFA 2014 s.21(5)).
const health: readonly Section[] = ['C', 'F', 'G']
const socialCare: readonly Section[] = ['D', 'H1', 'H2']

const byPart: Partial<Record<Part, readonly Section[]>> = {
  // The school often writes down what the child said: in A it is recorder, and each line says whose words they are.
  school: ['A', ...learning],
  'health-lead': health,
  'social-care-lead': socialCare,
}

const byAdvice: Record<AdviceKind, readonly Section[]> = {
  education: learning,
  psychological: learning,
  sensory: learning,
  'early-years': learning,
  pfa: learning,
  // Speech, language and communication are needs in B and provision in F as a rule.
  therapy: ['B', 'C', 'E', 'F', 'G'],
  medical: health,
  'mental-health': health,
  'social-care': socialCare,
  'child-views': ['A'],
  parental: [],
  other: [],
}

/** The sections that somebody with these parts may write in, in reading order; `asked` is the advice they were asked for. */
export function sectionsToWrite(held: readonly Part[], asked: readonly string[]): readonly Section[] {
  if (isOfCouncil(held)) return written
  const mine = new Set<Section>([
    ...held.flatMap((part) => byPart[part] ?? []),
    ...(held.includes('adviser') ? adviceKinds.filter((kind) => asked.includes(kind)).flatMap((kind) => byAdvice[kind]) : []),
  ])
  return written.filter((section) => mine.has(section))
}
