// Section E and PC-03: outcomes that can be seen to be reached, and adulthood in view from Year 9.

import { adulthoodPathways, type AdulthoodPathway } from '../line.ts'
import { alwaysSays, alwaysWarns, blocksFinal, inLine, inSection, isSaid, linesOfKind, type PlanCheck } from './plan-check.ts'
import { neighboursOf } from '../thread.ts'
import { isInOrBeyondYear9, type PlanUnderCheck } from './plan-under-check.ts'

const provisionVerb = /^\W*(?:to )?(?:(?:\p{Lu}[\p{L}’'-]*|he|she|they) (?:will |to |should )?)?(?:receives?|access(?:es)?|attends?|be supported|be provided|have access|have support|engage with)\b/iu

const pathwayWords: Record<AdulthoodPathway, string> = {
  employment: 'work or further study',
  'independent-living': 'living independently',
  community: 'taking part in the community',
  health: 'being healthy',
}

const adulthoodOutcomes = (plan: PlanUnderCheck) => linesOfKind(plan, 'outcome').filter((line) => line.fields.pathway !== undefined)

/** Provision that serves an adulthood outcome is provision to assist in preparing for adulthood. */
function hasAdulthoodProvision(plan: PlanUnderCheck): boolean {
  const neighbours = neighboursOf(plan.content)
  return adulthoodOutcomes(plan).some((line) =>
    neighbours.get(line.id)?.some((other) => other.kind === 'provision' && ['F', 'G', 'H1', 'H2'].includes(other.section)))
}

export const outcomeChecks: readonly PlanCheck[] = [
  {
    id: 'E.by',
    asks: 'Does each outcome say by when, and how it will be seen?',
    citation: 'SEND Code of Practice 9.64 to 9.69',
    severity: blocksFinal,
    release: 'named-manager',
    find: (plan) =>
      linesOfKind(plan, 'outcome').flatMap((line) => {
        const missing = [
          ...(isSaid(line.fields.by) ? [] : ['by when or by what age']),
          ...(isSaid(line.fields.measure) ? [] : ['how anyone will see that it is reached']),
        ]
        return missing.length === 0 ? [] : [inLine(line, `This outcome does not say ${missing.join(', nor ')}.`)]
      }),
  },
  {
    id: 'E.needs',
    asks: 'Does each outcome answer a need?',
    citation: 'SEND Regulations 2014, reg 12(1)(b) and (e)',
    severity: blocksFinal,
    release: 'named-manager',
    find: (plan) => {
      const neighbours = neighboursOf(plan.content)
      return linesOfKind(plan, 'outcome')
        .filter((line) => !neighbours.get(line.id)?.some((other) => other.kind === 'need'))
        .map((line) => inLine(line, 'This outcome is not linked to any need.'))
    },
  },
  {
    id: 'E.smart',
    asks: 'Is each outcome specific, measurable, achievable, relevant and timed?',
    citation: 'SEND Code of Practice 9.66',
    severity: alwaysWarns,
    release: 'never',
    find: (plan) => {
      const results = new Map(plan.wording.map((result) => [result.lineId, result]))
      return linesOfKind(plan, 'outcome').flatMap((line) => {
        const result = results.get(line.id)
        return result?.verdict === 'not-smart'
          ? [inLine(line, `This outcome could be firmer${result.missing.length ? `. Missing: ${result.missing.join(', ')}` : ''}.`)]
          : []
      })
    },
  },
  {
    id: 'E.provision',
    asks: 'Is each outcome a change for the child, and not a service?',
    citation: 'SEND Code of Practice 9.65',
    severity: alwaysWarns,
    release: 'never',
    find: (plan) =>
      linesOfKind(plan, 'outcome').filter((line) => provisionVerb.test(line.text)).map((line) =>
        inLine(line, 'This says what will be given, not what will be different for the child. Move it to provision, or say what it is for.')),
  },
  {
    id: 'PC-03.outcomes',
    asks: 'From Year 9: are there outcomes for adulthood?',
    citation: 'SEND Regulations 2014, reg 12(3); SEND Code of Practice 8.9',
    severity: blocksFinal,
    release: 'named-manager',
    find: (plan) =>
      isInOrBeyondYear9(plan) && adulthoodOutcomes(plan).length === 0
        ? [inSection('E', 'From Year 9 the plan must prepare for adulthood. No outcome is marked as part of a pathway to adulthood.')]
        : [],
  },
  {
    id: 'PC-03.provision',
    asks: 'From Year 9: is there provision that prepares for adulthood?',
    citation: 'SEND Regulations 2014, reg 12(3)',
    severity: blocksFinal,
    release: 'named-manager',
    find: (plan) =>
      isInOrBeyondYear9(plan) && !hasAdulthoodProvision(plan)
        ? [inSection('F', 'From Year 9 the plan must have provision that helps with adulthood and independent living. None is linked to an adulthood outcome.')]
        : [],
  },
  {
    id: 'PC-03.pathways',
    asks: 'From Year 9: were all four pathways considered?',
    citation: 'SEND Code of Practice 8.9',
    severity: alwaysSays,
    release: 'never',
    find: (plan) => {
      if (!isInOrBeyondYear9(plan)) return []
      const taken = new Set(adulthoodOutcomes(plan).map((line) => line.fields.pathway))
      return adulthoodPathways.filter((pathway) => !taken.has(pathway)).map((pathway) =>
        inSection('E', `No outcome is about ${pathwayWords[pathway]}. Check that this was talked about.`, pathway))
    },
  },
]
