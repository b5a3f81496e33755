// The questions of each kind of advice. SEND Regulations 2014, reg 6(1): advice is about needs, the provision that they may
// call for, and the outcomes that it is to reach.

import type { AdviceKind } from '../../domain/advice/advice-kinds.ts'
import { isAdviceKind } from '../../domain/advice/advice-kinds.ts'
import type { StandardName } from './standards.ts'

export interface TemplateQuestion {
  readonly id: string
  /** Also the heading under which the answer stands in the report. */
  readonly heading: string
  readonly hint?: string
  readonly standard: StandardName
  readonly isRequired: boolean
}

const ask = (id: string, heading: string, standard: StandardName, { hint, isRequired = false }: { hint?: string; isRequired?: boolean } = {}): TemplateQuestion =>
  ({ id, heading, standard, isRequired, ...(hint === undefined ? {} : { hint }) })

const strengths = ask('strengths', 'Strengths and interests', 'strengths')
const needs = (heading = 'Needs and their effect on learning', hint?: string): TemplateQuestion =>
  ask('needs', heading, 'needs', { isRequired: true, ...(hint === undefined ? {} : { hint }) })
const outcomes = ask('outcomes', 'Outcomes sought', 'outcomes', { hint: 'One to a line.' })
const provision = (heading = 'Provision needed', standard: StandardName = 'provision'): TemplateQuestion =>
  ask('provision', heading, standard, { hint: 'One to a line.', isRequired: true })
const views = ask('views', 'Views heard from the child and the family', 'views')
const limits = ask('limits', 'Anything else the council should know', 'limits')

const templates: Record<AdviceKind, readonly TemplateQuestion[]> = {
  education: [strengths, ask('attainment', 'Attainment and progress', 'needs'), ask('support', 'Support already given and what it changed', 'limits'), needs(), outcomes, provision(), views, limits],
  'early-years': [strengths, ask('development', 'Development now', 'needs'), needs(), outcomes, provision(), views, limits],
  sensory: [strengths, ask('function', 'Hearing or vision in use', 'needs', { hint: 'What the child can hear or see, where, and with what.' }), needs(), outcomes, provision(), ask('training', 'Training that staff need', 'provision'), views, limits],
  psychological: [ask('basis', 'How this advice was put together', 'limits'), strengths, needs('Special educational needs'), outcomes, provision('Special educational provision'), views, limits],
  medical: [ask('diagnoses', 'Diagnoses', 'health', { isRequired: true }), ask('medicine', 'Medicine, allergies and emergency plans', 'health'), needs('Health needs and what they mean at school', 'What the child cannot do, or needs help with, because of them.'), outcomes, provision('Health provision needed', 'health'), ask('educational', 'Provision that educates or trains', 'provision'), views, limits],
  therapy: [ask('assessment', 'What was assessed and how', 'limits'), strengths, needs(), outcomes, provision('Direct therapy and programmes'), ask('training', 'Training, advice and review', 'provision'), ask('equipment', 'Equipment', 'provision'), views, limits],
  'mental-health': [ask('involvement', 'Involvement so far', 'limits'), strengths, needs('Mental health needs and what they mean for learning'), ask('risk', 'Risks and what keeps the child safe', 'health'), outcomes, provision('Provision needed', 'health'), views, limits],
  'social-care': [ask('involvement', 'Involvement with the family', 'care'), strengths, needs('Social care needs'), outcomes, provision('Social care provision', 'care'), ask('h1', 'Provision under section 2 of the Chronically Sick and Disabled Persons Act 1970', 'care'), views, limits],
  pfa: [strengths, ask('hopes', 'What the young person wants', 'views', { isRequired: true }), needs('Needs in preparing for adulthood'), ask('pathways', 'Work, independent living, community, health', 'adulthood'), outcomes, provision(), views, limits],
  other: [ask('involvement', 'Your involvement', 'limits'), strengths, needs(), outcomes, provision(), views, limits],
}

/** Social care that does not know the child: what was learned in the conversation, never a nil return. */
const notKnownQuestions: readonly TemplateQuestion[] = [
  ask('earlyHelp', 'The early help conversation with the family', 'notKnown', { hint: 'With whom, when, how, and what they said.', isRequired: true }),
  ask('summary', 'What this tells us about the child’s and family’s needs', 'notKnown', { hint: 'If nothing is needed now, say how you know.', isRequired: true }),
  outcomes, ask('provision', 'Social care provision', 'care', { hint: 'One to a line. Leave empty if none is needed.' }), views, limits,
]

export function questionsFor(kind: string, { isNotKnown = false } = {}): readonly TemplateQuestion[] {
  if (kind === 'social-care' && isNotKnown) return notKnownQuestions
  return templates[isAdviceKind(kind) ? kind : 'other']
}

/** Every question that a kind may ask, each once: social care asks by whether the child is known. */
export function allQuestionsFor(kind: string): readonly TemplateQuestion[] {
  const both = kind === 'social-care' ? [...notKnownQuestions, ...templates['social-care']] : questionsFor(kind)
  return both.filter(({ id }, index) => both.findIndex((one) => one.id === id) === index)
}
